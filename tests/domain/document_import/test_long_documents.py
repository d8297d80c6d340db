"""A very long document is read from its beginning; what is beyond is told, so that it takes no time."""

import pytest

from botilbud_desktop.domain.document_import.blocks import Document, Paragraph, Table
from botilbud_desktop.domain.document_import.proposing import MOST_CHARACTERS, MOST_LINES, propose
from botilbud_desktop.domain.document_import.rows import cost_tables
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import is_total
from tests.rules.samples import ROUND

_SENTENCE = "Vi søger om lån på 22,9 mio. kr. i 2025 til 15 pladser efter § 107 i Aalborg Kommune. "


def test_text_beyond_the_limit_is_told_and_the_rest_is_read() -> None:
    long = _SENTENCE * 1_000
    paragraphs = tuple(Paragraph(long, f"afsnit {number}") for number in range(1, 20))
    found = propose(Document(paragraphs), ROUND, ROUND.municipalities)
    first = MOST_CHARACTERS // len(long) + 1
    beyond = [one.source for one in found.left_out if one.why == "Der læses højst 4.000 linjer og 500.000 tegn."]
    assert beyond == [f"afsnit {number}" for number in range(first, 20)]


def test_so_are_lines_beyond_the_limit() -> None:
    paragraphs = tuple(Paragraph("Vi", f"afsnit {number}") for number in range(1, MOST_LINES + 4))
    found = propose(Document(paragraphs), ROUND, ROUND.municipalities)
    beyond = [one.source for one in found.left_out if "4.000 linjer" in one.why]
    assert beyond == [f"afsnit {MOST_LINES + number}" for number in (1, 2, 3)]


def test_a_budget_of_many_rows_takes_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row is looked at a few times, and not once for each of the others."""
    seen: list[str] = []

    def counted(label: str, round_: Round) -> bool:
        seen.append(label)
        return is_total(label, round_)

    monkeypatch.setattr(cost_tables, "is_total", counted)
    rows = (("Udgift", "mio. kr."), *((f"Post {number}", f"{number},5 mio. kr.") for number in range(300)))
    blocks = (Paragraph("Skovhuset, 19 pladser", "afsnit 1", 1), Paragraph("Økonomi", "afsnit 2", 2))
    found = propose(Document((*blocks, Table(rows, "tabel 1"))), ROUND, ROUND.municipalities)
    assert len([one for one in found.values if one.field[2:4] == ("cost_plan", "lines")]) == 300
    assert len(seen) <= 5 * len(rows)
