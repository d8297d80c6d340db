"""What the text of a PDF becomes: paragraphs, tables and their places, and nothing left out without a word."""

from collections.abc import Sequence

import pytest

from botilbud_desktop.documents.foreign.text import pdf_document
from botilbud_desktop.domain.document_import.blocks import BOLD_LEVEL, Document, LeftOut, Paragraph, Table
from botilbud_desktop.domain.document_import.errors import UnreadableSourceError
from tests.documents.foreign.pdf_texts import Text, grid, page_of, pdf, texts_at

SENTENCES = (
    "Målgruppen er mennesker med et komplekst sammensat støttebehov der-",
    "for søges om lån. Der er brug for bo- og døgntilbud, uddannelses- og",
    "beskæftigelsestilbud og § 107/108-",
    "boliger.",
)


def read(*pages: Sequence[Text]) -> Document:
    """Returns what a PDF with texts is read as."""
    return pdf_document(pdf([page_of(page) for page in pages]))


def lines(texts: Sequence[str], top: float = 700, size: float = 11, font: str = "F") -> list[Text]:
    """Returns lines below each other."""
    return [Text(text, 60, top - 1.3 * size * index, size, font) for index, text in enumerate(texts)]


def test_the_lines_of_a_paragraph_are_joined_and_only_cuts_lose_their_hyphen() -> None:
    assert read(lines(SENTENCES)).blocks == (
        Paragraph(
            "Målgruppen er mennesker med et komplekst sammensat støttebehov derfor søges om lån. Der er brug for bo- "
            "og døgntilbud, uddannelses- og beskæftigelsestilbud og § 107/108-boliger.",
            "side 1, linje 1",
        ),
    )


def test_a_gap_a_short_line_and_the_sign_of_a_list_begin_a_paragraph() -> None:
    full = "Der opleves stigende efterspørgsel efter botilbud til den målgruppe."
    texts = [*lines([full, "Det er kort.", "Vi søger om lån til pladser."]), *lines(["Efter et gab."], 620)]
    texts += lines(["1. første punkt", "2. andet punkt", "• tredje punkt"], 590)
    found = [block.text for block in read(texts).blocks if isinstance(block, Paragraph)]
    assert found == [
        *(f"{full} Det er kort.", "Vi søger om lån til pladser.", "Efter et gab."),
        *("1. første punkt", "2. andet punkt", "tredje punkt"),
    ]


def test_larger_and_bold_letters_make_headings() -> None:
    texts = [*lines(["Notat"], 760, 18), *lines(["Økonomi"], 730, 11, "B"), *lines(["Vi søger om lån. " * 3])]
    levels = [block.level for block in read(texts).blocks if isinstance(block, Paragraph)]
    assert levels == [1, BOLD_LEVEL, 0]


def test_columns_become_cells_where_no_border_is_drawn() -> None:
    rows = [("Almene boliger", "74,4 mio. kr."), ("§ 107/108-boliger", "14,6 mio. kr."), ("Total", "89,0 mio. kr.")]
    texts = texts_at(rows, (60, 300), 700, 18)
    document = read([*lines(["Fordelingen af summen:"], 730), *texts])
    assert document.blocks[1:] == (Table(tuple(rows), "side 1, linje 2"),)


def test_borders_decide_what_a_row_is() -> None:
    rows = [
        (("", ""), ("Antal pladser", "")),
        (("Hvor meget udvides", "efter § 107 i 2025"), ("15", "")),
        (("I alt", ""), ("15", "")),
    ]
    content = grid(rows, (60, 220, 330), 700)
    expected = (("", "Antal pladser"), ("Hvor meget udvides efter § 107 i 2025", "15"), ("I alt", "15"))
    assert pdf_document(pdf([content])).blocks == (Table(expected, "side 1, linje 1"),)


def test_heads_feet_and_page_numbers_are_left_out_with_the_reason() -> None:
    pages = [
        [
            *lines(["Aalborg Kommune"], 800),
            *lines([f"Tekst nummer {number}, som er ny.", "Og en linje til.", "Og en til."], 700 - 40 * number),
            *lines([f"Side {number} af 2"], 40),
        ]
        for number in (1, 2)
    ]
    document = read(*pages)
    assert [each.text for each in document.left_out] == ["Aalborg Kommune", "Side 1 af 2"]
    assert document.left_out[0].source == "side 1, linje 1"
    assert len([block for block in document.blocks if isinstance(block, Paragraph)]) > 1


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = ["Der opleves stigende efterspørgsel efter botilbud til den gruppe,"]
    document = read(lines(first), [*lines(["som er beskrevet ovenfor."]), *lines(["En ny sætning."], 600)])
    assert document.blocks[0] == Paragraph(f"{first[0]} som er beskrevet ovenfor.", "side 1, linje 1")


def test_a_raised_sign_never_becomes_part_of_an_amount() -> None:
    texts = [*lines(["Lån 22.900"]), Text("1", 60 + 11 * 0.56 * 10, 705, 6)]
    document = read(texts)
    assert document.blocks == (Paragraph("Lån 22.900", "side 1, linje 1"),)
    assert [each.text for each in document.left_out] == ["1"]


def test_prompts_of_templates_are_left_out() -> None:
    document = read(lines(["Klik eller tryk her for at skrive tekst.", "", "Tekst"]))
    assert [each.text for each in document.left_out] == ["Klik eller tryk her for at skrive tekst."]


def test_text_without_known_characters_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="hvilke tegn"):
        read([Text("abc" * 9, 60, 700, 11, "X")])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tom"),
        (b"hej", "ikke en PDF"),
        (b"%PDF-1.7 nothing", "beskadiget"),
        (pdf([b"q Q"]), "ingen tekst"),
        (pdf([b"BI /W 1 /H 1 /BPC 8 ID x EI"]), "scannet"),
    ],
)
def test_what_has_no_text_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableSourceError) as refused:
        pdf_document(data)
    assert said in refused.value.reason


def test_recognised_text_of_a_scan_is_doubtful() -> None:
    document = pdf_document(pdf([b"BT 3 Tr /F 11 Tf 60 700 Td (guess) Tj ET"]))
    assert document.left_out == (
        LeftOut("side 1", "", "Siden er scannet, og dens tekst er gættet af et program. Se efter, om den passer."),
    )


@pytest.mark.slow
def test_a_file_that_asks_for_too_much_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="omfattende"):
        pdf_document(pdf([b"BT /F 11 Tf " + b"(x) Tj " * 3_000_000 + b"ET"]))
