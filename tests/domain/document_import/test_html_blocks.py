"""What HTML becomes: paragraphs, headings, lists and tables in their order, and what is left out of them."""

import pytest

from botilbud_desktop.domain.document_import.blocks import BOLD_LEVEL, Paragraph, Table
from botilbud_desktop.domain.document_import.html_blocks import document_of_html
from botilbud_desktop.domain.text.markup import TooMuchMarkupError


def rows(markup: str) -> list[tuple[tuple[str, ...], ...]]:
    """Returns the rows of the tables."""
    return [block.rows for block in document_of_html(markup).blocks if isinstance(block, Table)]


def paragraphs(markup: str) -> list[Paragraph]:
    """Returns the paragraphs."""
    return [block for block in document_of_html(markup).blocks if isinstance(block, Paragraph)]


def test_headings_keep_their_level_and_paragraphs_their_line_breaks() -> None:
    assert document_of_html("<h2>Formål</h2><p>En <b>vigtig</b> sag<br>på to linjer</p>").blocks == (
        Paragraph("Formål", "afsnit 1", 2),
        Paragraph("En vigtig sag\npå to linjer", "afsnit 2"),
    )


def test_a_line_in_bold_of_its_own_may_be_a_heading() -> None:
    assert paragraphs("<p><b>Økonomi</b></p>")[0].level == BOLD_LEVEL
    assert paragraphs("<p><b>Økonomi</b> er svært</p>")[0].level == 0
    assert paragraphs(f"<p><b>{'meget ' * 40}</b></p>")[0].level == 0


def test_items_of_lists_keep_their_numbers() -> None:
    found = paragraphs("<ul><li>først<li>så</ul><ol><li>en<li>to</ol><p>· punkt</p>")
    assert [block.text for block in found] == ["først", "så", "1. en", "2. to", "punkt"]
    assert all(block.is_listed for block in found)


def test_empty_lines_divide_paragraphs_as_in_mail() -> None:
    assert [block.text for block in paragraphs("Hej<br><br>Vi søger<br>om lån")] == ["Hej", "Vi søger\nom lån"]


def test_merged_cells_are_followed_by_empty_ones() -> None:
    markup = "<table><tr><td colspan=2>A<td>B<tr><td rowspan=2>r<td>1<td>2<tr><td>3<td>4</table>"
    assert rows(markup) == [(("A", "", "B"), ("r", "1", "2"), ("", "3", "4"))]


def test_a_table_within_a_cell_is_a_table_of_its_own_after_it() -> None:
    markup = "<table><tr><td>ydre<table><tr><td>indre<td>5</table><td>7</table>"
    assert rows(markup) == [(("ydre", "7"),), (("indre", "5"),)]


def test_lines_within_a_cell_stay_lines() -> None:
    assert rows("<table><tr><td><p>en</p><p>to<br>tre</p></table>") == [(("en\nto\ntre",),)]


def test_a_raised_sign_never_becomes_part_of_an_amount() -> None:
    document = document_of_html("<table><tr><td>22.900<sup>1</sup><td>450 m<sup>2</sup></table>")
    assert document.blocks == (Table((("22.900", "450 m2"),), "tabel 1"),)
    assert [(each.source, each.text) for each in document.left_out] == [("tabel 1, række 1", "1")]


@pytest.mark.parametrize(
    ("markup", "text", "why"),
    [
        ("<p>ny <s>gammel</s></p>", "gammel", "streget over"),
        ("<p>ny <del>gammel</del></p>", "gammel", "slettet"),
        ("<p>ny <img src='file:///x.png'></p>", "", "billede"),
        ("<p>Klik eller tryk her for at skrive tekst.</p>", "Klik eller tryk her for at skrive tekst.", "skabelonens"),
    ],
)
def test_what_is_left_out_is_said_with_its_place(markup: str, text: str, why: str) -> None:
    (left_out,) = document_of_html(markup).left_out
    assert (left_out.source, left_out.text) == ("afsnit 1", text)
    assert why in left_out.why


def test_a_prompt_in_a_cell_leaves_the_cell_empty() -> None:
    document = document_of_html("<table><tr><td>Til<td>Indtast til<td>Job og Velfærd</table>")
    assert document.blocks == (Table((("Til", "", "Job og Velfærd"),), "tabel 1"),)
    assert document.left_out[0].source == "tabel 1, række 1"


def test_hostile_markup_is_refused() -> None:
    with pytest.raises(TooMuchMarkupError):
        document_of_html("<table><tr><td>" * 100_000)
