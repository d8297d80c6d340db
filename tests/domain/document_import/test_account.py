"""Nothing of a document is lost: each row and sentence is in a value, left out with the reason, or a known heading."""

import re
from collections.abc import Iterator

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from botilbud_desktop.domain.document_import.blocks import Block, Document, Paragraph, Table
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.proposing import propose
from botilbud_desktop.domain.document_import.rows.answers import IS_EMPTY, no_answer
from botilbud_desktop.domain.document_import.rows.labels import labelled_field
from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.document_import.structure.sections import is_generic, section_of
from botilbud_desktop.domain.document_import.structure.sheet_words import sheet_row
from botilbud_desktop.domain.table_import.headings import is_unit, meaning_of
from botilbud_desktop.domain.text.sentences import sentences
from tests.domain.document_import.documents import NOTES, document
from tests.rules.samples import ROUND

_REAL = [block for path in sorted(NOTES.glob("*.txt")) for block in document(path.read_text("utf-8")).blocks]
_HEAD = ("Til", "Kopi til", "Fra", "Sagsnr./Dok.nr.", "Dato", "Post", "Beløb (kr.)", "2025", "2026", "I alt")
_PIECES = (
    *("Formål", "Målgruppe:", "Økonomi", "Tidsplan", "Notat", "Bilag 1: Nord", "Hele 1.000 kr.", "I alt", "19", "xx"),
    *(
        "22.900",
        "4 pladser efter § 107.",
        "12 nye boliger",
        "Lån i 2025",
        "20 mio. kr.",
        "den 1. maj 2026",
        "Til",
        "§ 108",
    ),
    *("Kontakt", "Aalborg Kommune", "Anlægssum: 12 mio. kr.", "Det er ikke fastlagt.", "kr.", "Post", "Udgift", "2025"),
    *("Lånebeløb kommunen ansøger om for 2026", "Beskriv kort projektet, herunder den primære målgruppe (x)", "ca. 7"),
    *(
        "heraf 4 til aflastning",
        "Projekt",
        "Ansøgt lån 2025",
        "Navn",
        "Dato",
        "8/50-dele af fælles",
        "(50)",
        "-",
        "Total",
    ),
)
_TEXT = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4).map(" ".join) | st.text(max_size=30)
_PARAGRAPH = st.builds(
    lambda text, level, is_listed: Paragraph(text, "", level, is_listed),
    _TEXT,
    st.sampled_from([0, 0, 0, 1, 2, 9]),
    st.booleans(),
)
_TABLE = st.lists(st.lists(_TEXT | st.just(""), min_size=1, max_size=4).map(tuple), min_size=1, max_size=4).map(
    lambda rows: Table(tuple(rows), "")
)
_BLOCKS = st.lists(_PARAGRAPH | _TABLE | st.sampled_from(_REAL), max_size=12)


@settings(max_examples=300, deadline=None, phases=(Phase.generate,), derandomize=True)
@given(_BLOCKS)
def test_all_of_a_document_is_accounted_for(blocks: list[Block]) -> None:
    found = _placed(blocks)
    proposal = propose(found, ROUND, ROUND.municipalities)
    for place, text in _units(found):
        assert _is_told(place, text, proposal), (place, text, proposal)


@settings(max_examples=100, deadline=None, phases=(Phase.generate,), derandomize=True)
@given(_BLOCKS)
def test_what_contradicts_is_never_sure(blocks: list[Block]) -> None:
    proposal = propose(_placed(blocks), ROUND, ROUND.municipalities)
    fields = [value.field for value in proposal.values]
    for value in proposal.values:
        if fields.count(value.field) > 1:
            assert not value.is_sure
            assert "Der står noget andet" in value.remark
        assert value.is_sure or value.remark
        assert value.source


def test_what_the_reader_left_out_stays_left_out() -> None:
    read = document("## Nyt botilbud\n")
    left = read._replace(left_out=(read.left_out or ()))
    assert propose(left, ROUND, ROUND.municipalities).left_out == left.left_out


def _placed(blocks: list[Block]) -> Document:
    """Returns the blocks as a document, each at a place of its own."""
    placed: list[Block] = []
    for number, block in enumerate(blocks):
        kind = "tabel" if isinstance(block, Table) else "afsnit"
        placed.append(block._replace(place=f"{kind} {number + 1}"))
    return Document(tuple(placed))


def _units(found: Document) -> Iterator[tuple[str, str]]:
    """Yields the cells of rows and the sentences of paragraphs, each with its place."""
    for block in found.blocks:
        if isinstance(block, Table):
            for row, cells in enumerate(block.rows):
                yield from ((block.row_place(row), cell.strip()) for cell in cells if cell.strip())
        else:
            for line in block.text.split("\n"):
                yield from ((block.place, sentence) for sentence in sentences(line.strip()).units[1:-1])


def _is_told(place: str, text: str, proposal: Proposal) -> bool:
    words = _words(text)
    if any(words in _words(f"{value.value} {value.remark}") for value in proposal.values):
        return True
    if any(
        _is_at(left.source, place) and (words in _words(left.text) or text in left.text) for left in proposal.left_out
    ):
        return True
    if any(_is_at(value.source, place) for value in proposal.values):
        return True
    return _is_known(text) or not words or _heads_a_form(place, proposal)


def _heads_a_form(place: str, proposal: Proposal) -> bool:
    """Whether a row may head a table of projects: its columns were read."""
    table = place.partition(", række")[0]
    sources = [*(value.source for value in proposal.values), *(left.source for left in proposal.left_out)]
    return any(source.startswith(f"{table}, ") and ", kolonne" in source for source in sources)


def _is_at(source: str, place: str) -> bool:
    """Whether a source names a place, or a range that it lies in."""
    if re.search(rf"{re.escape(place)}(?![0-9])", source):
        return True
    number = re.fullmatch(r"afsnit ([0-9]+)", place)
    ranges = re.findall(r"afsnit ([0-9]+)-([0-9]+)", source) if number else []
    return number is not None and any(int(first) <= int(number[1]) <= int(last) for first, last in ranges)


def _is_known(text: str) -> bool:
    """Whether a text is a heading, a unit, or a label that stands for a question, not for an answer."""
    label = text.split(":", maxsplit=1)[0]
    return (
        section_of(label, ROUND) is not None
        or is_generic(text)
        or is_unit(text)
        or sheet_row(Line((text,), ""), ROUND) is not None
        or any(labelled_field(label, value, ROUND) for value in ("5", "x"))
        or label in _HEAD
        or no_answer(text) == IS_EMPTY
        or meaning_of(text, ROUND) is not None
    )


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
