"""Rows of a copied table become lines that can be read, and no character of a cell is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.html_text import text_of_html
from botilbud_desktop.domain.text.joining.table_rows import readable_rows
from botilbud_desktop.domain.text.pasted_text import cleaned_paste


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("Lån 2025\t22.900", "Lån 2025: 22.900"),
        ("Almene boliger\t74,4 mio. kr.", "Almene boliger: 74,4 mio. kr."),
        ("Skovvej\t8\t22.900", "Skovvej: 8; 22.900"),
        ("Navn:\t\t\tSkovvej", "Navn: Skovvej"),
        ("Kopi til\tIndtast Kopi til\t", "Kopi til: Indtast Kopi til"),
        ("Til:\tJob og Velfærd", "Til: Job og Velfærd"),
        ("Hvornår er det færdigt?\t30.11.2025", "Hvornår er det færdigt? 30.11.2025"),
        ("\t2025\t2026", "2025; 2026"),
        (" Lån \u00a0\t 5 ", "Lån: 5"),
    ],
)
def test_the_cells_of_a_row_stand_on_one_line(row: str, line: str) -> None:
    assert readable_rows(row) == (line, 1)


@pytest.mark.parametrize(
    "text", ["1.\tBoliger", "2.1\tTekst", "a)\tHave", "iv.\tHave", "-\tHave", "\tIndryk", "a\t", "\t"]
)
def test_signs_of_lists_and_indents_are_no_cells(text: str) -> None:
    assert readable_rows(text) == (text, 0)


def test_pasted_rows_are_said_and_lists_keep_their_signs() -> None:
    cleaned = cleaned_paste("Fordeling:\nAlmene boliger\t74,4 mio. kr.\n§ 107/108-boliger\t14,6 mio. kr.\n1.\tHaver")
    assert cleaned.text == "Fordeling:\nAlmene boliger: 74,4 mio. kr.\n§ 107/108-boliger: 14,6 mio. kr.\n1. Haver"
    assert [str(kind) for kind in cleaned.cleaned] == ["2 rækker fra en tabel", "1 tabulator"]


def test_a_table_of_words_html_becomes_the_same_lines() -> None:
    markup = (
        "<table class=MsoTableGrid><tr><td><p class=MsoNormal>Lån 2025<o:p></o:p></p></td><td><p class=MsoNormal>"
        "<b>22.900</b></p></td></tr><tr><td><p>I alt</p></td><td><p>19</p></td></tr></table>"
    )
    assert cleaned_paste(text_of_html(markup)).text == "Lån 2025: 22.900\nI alt: 19"


@given(st.text(alphabet=st.sampled_from("aB1.,-§ \t\n\u00a0:?"), max_size=300))
def test_no_character_but_white_space_goes(text: str) -> None:
    rows, _ = readable_rows(text)
    added = re.compile(r"[\s:;–]")
    assert added.sub("", rows) == added.sub("", text)


@pytest.mark.parametrize("text", ["\t" * 200_000, "a\t" * 100_000, "a" + "\t" * 200_000 + "b", "a\tb\n" * 50_000])
def test_a_huge_table_is_read_without_waiting(text: str) -> None:
    assert len(readable_rows(text)[0]) <= 2 * len(text)
