"""What a number in a cell is, by its format: a number, a date, a time of day or a duration."""

from datetime import date

import pytest

from botilbud_desktop.storage.excel.addresses import place_of, rectangle_of
from botilbud_desktop.storage.excel.number_formats import BUILT_IN
from botilbud_desktop.storage.excel.values import NO_DATE, number_in, timed


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("22900", 22900),
        (" -5 ", -5),
        ("22.9", 22.9),
        ("1E3", 1000),
        (".5", 0.5),
        ("1e308", 1e308),
        ("1e309", None),
        ("nan", None),
        ("inf", None),
        ("1_000", None),
        ("", None),
        ("12 kr.", None),
        ("\u0661", None),
        ("9" * 401, None),
    ],
)
def test_a_number_is_one_only_as_a_workbook_stores_it(text: str, number: float | None) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("number", "code", "value", "note"),
    [
        (45991, "dd-mm-yyyy", date(2025, 11, 30), ""),
        (45991.9, BUILT_IN[22], date(2025, 11, 30), ""),
        (45991, "[$-406]d. mmmm yyyy;@", date(2025, 11, 30), ""),
        (45991, 'mmm" dag"', date(2025, 11, 30), ""),
        (59, "yyyy", date(1900, 2, 28), ""),
        (61, "yyyy", date(1900, 3, 1), ""),
        (0.5625, BUILT_IN[20], "13:30:00", ""),
        (45991.5625, "hh:mm:ss", "13:30:00", ""),
        (1.5, "[h]:mm", "1 day, 12:00:00", ""),
        (-1, "[h]:mm", -1, NO_DATE),
        (-0.5, "hh:mm", -0.5, NO_DATE),
        (0, "dd-mm-yyyy", 0, NO_DATE),
        (2_958_466, "dd-mm-yyyy", 2_958_466, NO_DATE),
        (5, '0 "dage"', 5, ""),
        (5, "0\\d", 5, ""),
        (5, "#,##0_d", 5, ""),
        (5, "[Red]0", 5, ""),
        (5, "0.00E+00", 5, ""),
        (5, "", 5, ""),
        (5, "General", 5, ""),
    ],
)
def test_a_format_tells_whether_a_number_is_a_date_or_a_time(
    number: float, code: str, value: object, note: str
) -> None:
    assert timed(number, code) == (value, note)


def test_days_may_count_from_1904() -> None:
    assert timed(0, "yyyy", since_1904=True) == (date(1904, 1, 1), "")


@pytest.mark.parametrize(
    ("address", "place"),
    [("A1", (0, 0)), ("b4", (3, 1)), ("$XFD$1048576", (1048575, 16383)), ("A0", None), ("1A", None), ("ABCD1", None)],
)
def test_the_place_of_a_cell(address: str, place: tuple[int, int] | None) -> None:
    assert place_of(address) == place


def test_the_corners_of_a_rectangle() -> None:
    assert rectangle_of("A1:B3") == (0, 0, 2, 1)
    assert rectangle_of("B3") == (2, 1, 2, 1)
    assert rectangle_of("A:B") is None
