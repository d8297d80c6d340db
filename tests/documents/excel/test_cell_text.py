"""Texts in cells: never longer than a cell can hold or show, and never cut without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.documents.excel.cell_text import (
    LONGEST_CELL,
    MOST_SHOWN,
    cell_text,
    in_one_cell,
    pieces,
    shown_lines,
)
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.counting import utf16_length
from tests.documents.excel.workbooks import below, joined, sheets, workbook
from tests.documents.samples import COMPLETE

TEXTS = st.text(st.sampled_from("ab \n😀æ\u202e"), max_size=4_000) | st.text(max_size=200)


@given(TEXTS, st.integers(6, 120))
def test_pieces_put_together_are_the_text_and_each_can_be_shown(text: str, width: int) -> None:
    found = pieces(text, width)
    assert "".join(found) == text
    assert all(shown_lines(piece, width) < MOST_SHOWN for piece in found)
    assert all(utf16_length(piece) <= LONGEST_CELL for piece in found)


@given(TEXTS)
def test_a_cell_shows_what_is_invisible(text: str) -> None:
    assert "\u202e" not in cell_text(text)


@pytest.mark.parametrize("mark", ["\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_line_breaks_of_any_kind_are_line_breaks(mark: str) -> None:
    assert cell_text(f"a{mark}b") == "a\nb"


def test_what_is_too_long_for_one_cell_is_said() -> None:
    longest = "x" * (LONGEST_CELL - 1)
    assert in_one_cell(longest) == longest
    cut = in_one_cell("😀" * LONGEST_CELL)
    assert utf16_length(cut) <= LONGEST_CELL
    assert cut.endswith("… (resten er for lang til en celle)")


def test_a_long_text_goes_on_in_further_rows_and_no_character_is_lost() -> None:
    text = "".join(f"Linje {number} om de nye pladser.\n" for number in range(3_000)) + "x" * 200_000
    cells = sheets(workbook(replace(COMPLETE, description=text)))["Felter og tekster"]
    (row,) = [row for row in joined(below(cells, "Del", "Felt"), 2) if row[1].startswith("Samlet beskrivelse")]
    assert row[4] == text
    assert sum(1 for one in cells if one[1] == "Samlet beskrivelse (højst 4.000 tegn) (fortsat)") > 50
