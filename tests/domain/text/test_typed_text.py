from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.text.typed_text import tidy


def test_spaces_of_any_width_become_one_and_dashes_hyphens() -> None:
    assert tidy(" 22\u00a0\u2009900\u202fKR.\t\n") == "22 900 kr."
    assert tidy("\u22125 5\u20139") == "-5 5-9"


def test_invisible_marks_are_dropped() -> None:
    assert tidy("\ufeff22\u200b900\u202c\u200e") == "22900"


def test_two_cells_of_a_spreadsheet_stay_apart() -> None:
    assert tidy("15\t100") == "15\t100"
    assert tidy("15\n100") == "15\n100"


@given(st.text())
def test_tidying_leaves_nothing_at_the_ends(text: str) -> None:
    assert tidy(text) == tidy(text).strip()
