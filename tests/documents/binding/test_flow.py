"""How blocks fill pages: nothing is lost, nothing is left alone, nothing reaches beyond a page."""

from collections.abc import Iterator
from typing import Any

import pytest

from botilbud_desktop.documents.notes.blocks import (
    Block,
    Column,
    Heading,
    Listed,
    Pairs,
    Paragraphs,
    Table,
    Tone,
    numbers_of,
    texts_of,
)
from botilbud_desktop.documents.pdf.notes.items import Row, Space, Text
from botilbud_desktop.documents.pdf.theme import BOTTOM_MARGIN, PAGE_HEIGHT, TOP_MARGIN
from tests.documents.binding.samples import Placed, placed

SENTENCE = "Quizdeltagerne hørte zebraerne jodle walisisk, mens xylofonerne spillede. "
COLUMNS = (Column("Navn", texts_of(150)), Column("Antal", numbers_of(60), is_number=True))
TOP = PAGE_HEIGHT - TOP_MARGIN
LINES = range(30, 56)


def lines(number: int) -> Paragraphs:
    """Returns so many lines of a paragraph each."""
    return Paragraphs("Linje.\n" * number)


def text_of(each: Placed) -> str:
    """Returns the text of an item, as its lines have it."""
    assert isinstance(each.item, Row | Text | Space)
    if isinstance(each.item, Space):
        return ""
    if isinstance(each.item, Text):
        return " ".join(lines_of(each.item.paragraph))
    return " ".join(cell_text(each.item, index) for index in range(len(each.item.cells)))


def cell_text(row: Row, column: int) -> str:
    """Returns the text of a cell, as its lines have it."""
    return " ".join(" ".join(lines_of(part)) for part in row.cells[column] if hasattr(part, "blPara"))


def lines_of(paragraph: Any) -> Iterator[str]:
    """Yields the lines of a paragraph."""
    for line in paragraph.blPara.lines:
        yield "".join(word.text for word in line.words) if paragraph.blPara.kind else " ".join(line[1])


def page_of(found: list[Placed], text: str) -> int:
    """Returns the page that a text stands on first."""
    return next(each.page for each in found if text in text_of(each)) if text else 0


@pytest.mark.parametrize("before", LINES)
def test_a_heading_stays_with_the_first_lines_of_what_it_heads(before: int) -> None:
    found = placed(lines(before), Heading(2, "Formål"), Heading(3, "Kort"), Paragraphs(SENTENCE * 30))
    pages = [
        page_of([each for each in found if isinstance(each.item, Text)], text) for text in ("Formål", "Kort", "Quiz")
    ]
    assert len({*pages}) == 1


@pytest.mark.parametrize("before", LINES)
def test_the_head_of_a_table_stays_with_its_first_row_and_the_sums_with_its_last(before: int) -> None:
    table = Table("Pladser", COLUMNS, [("Første", "1"), ("Midt", "2"), ("Sidste", "3")], ("I alt", "6"))
    found = placed(lines(before), Heading(2, "Pladser"), table)
    rows = [each for each in found if isinstance(each.item, Row)]
    assert page_of(found, "Pladser") == page_of(rows, "Navn") == page_of(rows, "Første")
    assert page_of(rows, "Sidste") == page_of(rows, "I alt")


def test_a_table_over_several_pages_repeats_its_head() -> None:
    rows = [(f"Række {number}", str(number)) for number in range(120)]
    found = placed(Table("Pladser", COLUMNS, rows))
    pages = {each.page for each in found}
    assert len(pages) > 2
    assert [each.page for each in found if text_of(each) == "Navn Antal"] == sorted(pages)
    assert [text_of(each) for each in found if "Række" in text_of(each)] == [" ".join(row) for row in rows]


@pytest.mark.parametrize("text", [SENTENCE * 260, "x" * 19_000, "Linje.\n" * 300, "→漢" * 3_000])
@pytest.mark.parametrize("in_table", [True, False])
def test_a_cell_taller_than_a_page_goes_on_over_the_pages(text: str, in_table: bool) -> None:
    block: Block = Table("T", COLUMNS, [("a", "1"), (text, "2"), ("b", "3")]) if in_table else Pairs("P", [("a", text)])
    found = placed(block)
    assert max(each.page for each in found) > 1
    rows = [each.item for each in found if isinstance(each.item, Row) and (each.item.head is not None or not in_table)]
    said = "".join("".join(cell_text(row, 0 if in_table else 1).split()) for row in rows)
    wanted = "".join(text.replace("漢", "\ufffd").split())
    assert wanted in said


@pytest.mark.slow
def test_200000_characters_without_a_space_fill_pages_and_none_is_lost() -> None:
    found = placed(Paragraphs("x" * 200_000))
    assert sum(text_of(each).count("x") for each in found) == 200_000


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, "W" * 3_000),
        Listed(("a" * 900, SENTENCE * 90)),
        Paragraphs(SENTENCE * 90, Tone.WARNING),
        Pairs("P", [("Etiket " * 300, "v")]),
        Table("T", [Column("W" * 900, numbers_of(30))] * 12, [("9" * 60,) * 12] * 9, ("1",) * 12),
    ],
)
def test_nothing_reaches_below_the_text_of_a_page(block: Block) -> None:
    for each in placed(lines(20), block, lines(3)):
        assert each.top <= TOP + 0.1
        assert each.top - each.item.height >= BOTTOM_MARGIN - 0.1


def test_a_heading_that_wants_a_new_page_gets_one_but_no_empty_one() -> None:
    found = placed(Heading(1, "Et", new_page=True), Heading(1, "To", new_page=True), Paragraphs("Tekst"))
    assert [each.page for each in found] == [1, 2, 2]


def test_a_row_to_write_in_has_the_height_that_is_asked_for() -> None:
    found = placed(Table("T", COLUMNS, [("a", " ")], least_height=60))
    assert [each.item.height for each in found[1:]] == [60]
