"""Amounts and places as decimal texts for other programs."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.cli.checking.check_json import decimal_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(19704), "19704"),
        (Fraction(21267, 2), "10633.5"),
        (Fraction(1, 3), "0.333333"),
        (Fraction(-9, 20), "-0.45"),
        (Fraction(-1, 10**9), "0"),
        (Fraction(0), "0"),
    ],
)
def test_a_number_is_written_with_at_most_six_decimals(value: Fraction, text: str) -> None:
    assert decimal_text(value) == text


@given(st.fractions(-(10**9), 10**9, max_denominator=10**6))
def test_the_text_is_as_near_as_six_decimals_allow(value: Fraction) -> None:
    assert abs(Fraction(decimal_text(value)) - value) <= Fraction(1, 2 * 10**6)
