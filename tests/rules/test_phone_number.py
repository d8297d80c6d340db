"""Telephone numbers that are probably a digit short."""

import pytest

from botilbud_desktop.rules.phone_number import doubtful_numbers


@pytest.mark.parametrize(
    ("phones", "expected"),
    [
        ("9931313", ("9931313",)),
        ("99 31 31 3", ("99 31 31 3",)),
        ("+45 99 31 31 3", ("99 31 31 3",)),
        ("004599313131 og 72-28-25-5", ("72-28-25-5",)),
        ("Åse: 9931313, Bo: 7228255", ("9931313", "7228255")),
    ],
)
def test_seven_digits_are_doubted(phones: str, expected: tuple[str, ...]) -> None:
    assert doubtful_numbers(phones) == expected


@pytest.mark.parametrize(
    "phones", ["", "99 31 31 31", "99313131", "+45 9931 3131", "+46 70 123 45 67", "lokal 1234", "99.31.31.31/72282552"]
)
def test_other_numbers_are_not(phones: str) -> None:
    assert doubtful_numbers(phones) == ()
