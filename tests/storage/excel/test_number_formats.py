"""A number is shown as a Danish Excel shows it, and what is rounded off or hidden is known."""

import pytest

from botilbud_desktop.storage.excel.number_formats import Shown, date_parts, shown_number

ACCOUNTING = '_-* #,##0 "kr."_-;-* #,##0 "kr."_-;_-* "-" "kr."_-;_-@_-'
DANISH_ACCOUNTING = '_ "kr." * #,##0.00_ ;_ "kr." * -#,##0.00_ ;_ "kr." * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (450_000, "#,##0,", "450"),
        (22_900_000, "#,##0.0,,", "22,9"),
        (22_900_000, '0.0,, "mio. kr."', "22,9 mio. kr."),
        (0.25, "0%", "25%"),
        (0.125, "0.0 %", "12,5 %"),
        (22_900, ACCOUNTING, "22.900 kr."),
        (-22_900, ACCOUNTING, "- 22.900 kr."),
        (0, ACCOUNTING, "- kr."),
        (0, DANISH_ACCOUNTING, "kr. -"),
        (22_900, "[$kr.-406] #,##0", "kr. 22.900"),
        (22_900, "[$kr.-406]\\ #,##0", "kr. 22.900"),
        (8, '0 "pladser"', "8 pladser"),
        (0, "#,##0;-#,##0;", ""),
    ],
)
def test_a_number_is_shown_in_its_format(value: float, code: str, text: str) -> None:
    shown = shown_number(value, code)
    assert shown is not None
    assert (" ".join(shown.text.split()), shown.is_plain, shown.is_exact) == (text, False, True)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (22_900, "#,##0"),
        (22_900, "0"),
        (-500, "#,##0_);(#,##0)"),
        (-5, "#,##0;[Red]-#,##0"),
        (1234.5, "#,##0.##"),
        (7, "000"),
    ],
)
def test_a_number_that_is_shown_as_itself_is_plain(value: float, code: str) -> None:
    shown = shown_number(value, code)
    assert shown is not None
    assert (shown.is_plain, shown.is_exact) == (True, True)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (450_400, "#,##0,", "450"),
        (22.9, "0", "23"),
        (1 / 3, "0%", "33%"),
        (-500, "#,##0;[Red]#,##0", "500"),
        (5, ";;;", ""),
    ],
)
def test_what_is_rounded_off_or_hidden_is_known(value: float, code: str, text: str) -> None:
    assert shown_number(value, code) == Shown(text, is_plain=False, is_exact=False)


@pytest.mark.parametrize("code", ["General", "dd-mm-yyyy", "# ?/?", "0.00E+00", "[>5]0;0", "0" * 251, "@"])
def test_other_formats_are_left_alone(code: str) -> None:
    shown = shown_number(5, code)
    assert shown is None or code == "@"


def test_which_parts_of_a_date_are_shown() -> None:
    assert (date_parts("dd-mm-yyyy"), date_parts("mmm-yy"), date_parts('d. mmmm "dyd"')) == ("dy", "y", "d")
