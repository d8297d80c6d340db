"""What plain text becomes."""

from textwrap import fill

from botilbud_desktop.domain.document_import.blocks import Document, Paragraph, Table
from botilbud_desktop.domain.document_import.text_blocks import MOST_LINES, document_of_text


def test_lines_are_paragraphs_with_their_numbers() -> None:
    assert document_of_text("Formål\r\n\r\n- en\n1. to").blocks == (
        Paragraph("Formål", "linje 1"),
        Paragraph("en", "linje 3", is_listed=True),
        Paragraph("1. to", "linje 4", is_listed=True),
    )


def test_lines_that_a_program_wrapped_are_joined() -> None:
    sentence = "Målgruppen er mennesker med et komplekst sammensat støttebehov grundet en psykiatrisk diagnose. " * 3
    text = fill(sentence.strip(), 72) + "\n- Pladserne er klar i 2026."
    assert document_of_text(text).blocks == (
        Paragraph(sentence.strip(), "linje 1"),
        Paragraph("Pladserne er klar i 2026.", f"linje {text.count(chr(10)) + 1}", is_listed=True),
    )


def test_words_that_were_cut_at_the_end_of_a_line_are_whole_again() -> None:
    text = "Målgruppen er mennesker med et sammensat støttebehov, og der-\nfor søges lån til bo- og døgntilbud i 2026."
    assert document_of_text(text).blocks == (Paragraph(text.replace("der-\nfor", "derfor"), "linje 1"),)


def test_lines_that_the_writer_ended_stay_apart() -> None:
    text = "Vi søger om lån.\nPladserne er klar i 2026, og de er til mennesker med autisme."
    assert len(document_of_text(text).blocks) == 2


def test_rows_with_tabs_are_tables() -> None:
    assert document_of_text("\tHele 1.000 kr.\nLån 2025\t22.900\n\nTekst").blocks == (
        Table((("", "Hele 1.000 kr."), ("Lån 2025", "22.900")), "tabel 1 (linje 1)"),
        Paragraph("Tekst", "linje 4"),
    )


def test_markdown_has_headings_emphasis_and_tables() -> None:
    text = "## **Formål**\n\nEn **sag**\n\n| Lån | Pladser |\n|---|---:|\n| 5 | 3 |"
    assert document_of_text(text, is_markdown=True).blocks == (
        Paragraph("Formål", "linje 1", 2),
        Paragraph("En sag", "linje 3"),
        Table((("Lån", "Pladser"), ("5", "3")), "tabel 1 (linje 5)"),
    )


def test_lines_beyond_the_limit_are_said() -> None:
    document = document_of_text("x\n" * (MOST_LINES + 5))
    assert len(document.blocks) == MOST_LINES
    assert document.left_out[0].source == f"linje {MOST_LINES + 1}"


def test_nothing_is_nothing() -> None:
    assert document_of_text("\n \n") == Document(())
