from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.values.amounts import (
    format_fraction,
    format_kroner,
    format_millions,
    format_number,
    format_percent,
    is_in_kroner,
    parse_count,
    parse_percent,
    parse_thousands,
)
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

WRITE_THOUSANDS = "Skriv beløbet i hele 1.000 kr. 22.900 betyder 22,9 mio. kr."
LARGEST = 999_999_999_999_999
whole_numbers = st.integers(-LARGEST, LARGEST)
number_like = st.text("0123456789., -krmiotapcd%\u00a0\t", max_size=30)


@pytest.mark.parametrize(
    "text",
    [
        "22900",
        "22.900",
        "22 900",
        "22\u00a0900",
        "22\u202f900",
        "22\u2009900",
        "  22.900\n",
        "\u200b22900",
        "022900",
        "22.900 kr.",
        "22.900 kr",
        "22.900 KR.",
        "kr. 22.900",
        "22.900 kroner",
        "22.900,-",
        "22.900,00",
        "22900,00 kr.",
        "22900 t.kr.",
        "22.900 t. kr.",
        "22900 tkr",
        "22.900 tusind kr.",
        "22.900 1.000 kr.",
        "22900 1000 kr.",
        "22.900 \u00d7 1.000 kr.",
        "22,9 mio.",
        "22,9 mio",
        "22,9mio.",
        "22,9 mio. kr.",
        "22,9 mio.kr.",
        "22,9\u00a0mio.\u00a0kr.",
        "22,900 mio. kr.",
        "22,9000 mio. kr.",
        "22.9 mio.",
        "22.90 mio.",
        "22,9 millioner kroner",
        "0,0229 mia. kr.",
    ],
)
def test_many_ways_of_writing_one_amount_are_understood(text: str) -> None:
    assert parse_thousands(text) == 22900


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("-5", -5),
        ("- 5", -5),
        ("\u22125", -5),
        ("-22,9 mio. kr.", -22900),
        ("1.000 kr.", 1000),
        ("221.000 kr.", 221_000),
        ("221000 kr.", 221_000),
        ("22.900.000", 22_900_000),
        ("999.999 kr.", 999_999),
        ("1.000.000 kr.", 1_000),
        ("22.900.000 kr.", 22_900),
        ("12000000 kroner", 12_000),
        ("kr. 22.900.000,00", 22_900),
        ("-22.900.000,-", -22_900),
        ("22.900.000 t.kr.", 22_900_000),
        ("22.900.000 x 1.000 kr.", 22_900_000),
        ("kr. 22.900.000 t.kr.", 22_900_000),
        ("120,9 mio.", 120_900),
        ("1.234,567 mio. kr.", 1_234_567),
        ("1.234.567 mio. kr.", 1_234_567_000),
        ("0,5 mio.", 500),
        ("0,7 mia.", 700_000),
        ("999.999.999.999.999", LARGEST),
        ("00000000000000000007", 7),
    ],
)
def test_an_amount_keeps_its_size_and_sign(text: str, amount: int) -> None:
    assert parse_thousands(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "22,9",
        "22.9",
        "22,900",
        "22,900.00",
        "22.900,5",
        "2.29.00",
        "22.90",
        "22900.000",
        "0.900",
        "22.900 000",
        "1 22.900",
        "22 90",
        "20,00",
        "22.900.",
        "22900,",
        ",9",
        "15\t100",
        "15\n100",
        "ca. 22900",
        "22900 eller 23000",
        "to millioner",
        "22900 kr. kr.",
        "22900 euro",
        "5 - 6",
        "--5",
        "5-",
        "1e5",
        "\u0662\u0662",
        "kr.",
        "-",
        "",
    ],
)
def test_an_unclear_amount_is_answered_with_what_to_write(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_thousands(text)
    assert caught.value.message == WRITE_THOUSANDS


@pytest.mark.parametrize("text", ["22.900 mio.", "22.9005 mio. kr.", "2.29.00 mio.", "22,9,1 mio."])
def test_unclear_millions_are_answered_with_a_comma(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_thousands(text)
    assert caught.value.message == "Skriv millioner med komma, fx 22,9 mio. kr."


@pytest.mark.parametrize("text", ["22,9005 mio.", "0,0000001 mia."])
def test_millions_that_are_not_whole_thousands_are_never_rounded(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_thousands(text)
    assert caught.value.message == "Skriv et beløb, der går op i hele 1.000 kr., fx 22,905 mio. kr."


@pytest.mark.parametrize("text", ["1000000000000000", "1000000000000 mio.", "1.000.000.000.000.000", "9" * 20_000])
def test_more_than_fifteen_digits_are_too_many(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_thousands(text)
    assert caught.value.message == "Skriv et tal på højst 15 cifre."


@given(number_like | st.text(max_size=30))
def test_any_text_is_either_read_or_not_understood(text: str) -> None:
    for parse in (parse_thousands, parse_count):
        try:
            result = parse(text)
        except NotUnderstoodError:
            continue
        assert abs(result) <= LARGEST


@given(whole_numbers)
def test_a_shown_number_reads_back_as_itself(value: int) -> None:
    shown = format_number(value)
    assert parse_thousands(shown) == parse_count(shown) == value
    if abs(value) < 1_000_000:
        assert parse_thousands(f"{shown} kr.") == value
    assert parse_thousands(shown.replace(".", "\u00a0")) == value


@given(whole_numbers.filter(lambda value: 1_000 <= abs(value) < 10**12))
def test_an_amount_shown_in_kroner_reads_back_as_itself(thousands: int) -> None:
    shown = format_kroner(thousands)
    assert parse_thousands(shown) == thousands
    assert is_in_kroner(shown)


@pytest.mark.parametrize("text", ["22.900.500 kr.", "kr. 1.000.001", "12.345.678,-"])
def test_kroner_that_are_no_whole_thousands_are_not_rounded(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_thousands(text)
    assert caught.value.message == "Skriv et beløb, der går op i hele 1.000 kr., fx 22,905 mio. kr."


@pytest.mark.parametrize("text", ["22.900.000", "22.900 kr.", "22,9 mio. kr.", "22.900.000 t.kr.", "mange kr.", ""])
def test_other_amounts_are_not_in_kroner(text: str) -> None:
    assert not is_in_kroner(text)


@given(whole_numbers.filter(lambda value: value % 1000 or abs(value) not in range(10**6, 10**9)))
def test_shown_millions_read_back_as_themselves(thousands: int) -> None:
    assert parse_thousands(format_millions(thousands)) == thousands


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("8", 8),
        ("1.644", 1644),
        ("1644", 1644),
        ("1 644", 1644),
        ("8 pladser", 8),
        ("1 plads", 1),
        ("9 boliger", 9),
        ("1644 kr.", 1644),
        ("1.644,00 kr.", 1644),
        ("1.644,-", 1644),
        ("1.644 kr./døgn", 1644),
        ("1.644 kr. pr. døgn", 1644),
        ("5.000 m\u00b2", 5000),
        ("8,0", 8),
        ("-3", -3),
        ("0", 0),
    ],
)
def test_a_count_may_carry_its_unit(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize("text", ["8,5", "1.64", "1,644", "16.4.4", "otte", "8 af 19", "22,9 mio.", "8\t9", "-", ""])
def test_an_unclear_count_is_answered_with_what_to_write(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_count(text)
    assert caught.value.message == "Skriv et helt tal, fx 8 eller 1.644."


def test_a_count_of_more_than_fifteen_digits_is_too_long() -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_count("1" * 16)
    assert caught.value.message == "Skriv et tal på højst 15 cifre."


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("100", "100"),
        ("33,33", "33.33"),
        ("33.33", "33.33"),
        ("25 pct.", "25"),
        ("25pct", "25"),
        ("25 %", "25"),
        ("25\u00a0%", "25"),
        ("25 procent", "25"),
        ("33,30", "33.3"),
        ("25,00", "25"),
        ("007", "7"),
        ("0", "0"),
        ("-0,0", "0"),
        ("-5", "-5"),
        ("150", "150"),
        ("999999999,99", "999999999.99"),
    ],
)
def test_per_cent_is_read_as_the_text_that_the_file_holds(text: str, canonical: str) -> None:
    assert str(parse_percent(text)) == canonical


@pytest.mark.parametrize("text", ["33,333", "1.000", "33,", ",5", "1/4", "en fjerdedel", "25 % af 19", "%", ""])
def test_unclear_per_cent_is_answered_with_what_to_write(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_percent(text)
    assert caught.value.message == "Skriv et tal i procent med højst to decimaler, fx 25 eller 33,33."


@pytest.mark.parametrize("text", ["1234567890", "9" * 5000])
def test_per_cent_of_ten_digits_is_too_long(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_percent(text)
    assert caught.value.message == "Skriv et tal i procent med højst 9 cifre før kommaet."


@given(st.integers(-99_999_999_999, 99_999_999_999))
def test_shown_per_cent_reads_back_as_itself(hundredths: int) -> None:
    value = Decimal(hundredths).scaleb(-2)
    assert parse_percent(format_percent(value)) == value
    assert parse_percent(f"{format_percent(value)} pct.") == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("33.33", "33,33"),
        ("33.30", "33,3"),
        ("100", "100"),
        ("1E+2", "100"),
        ("0.00", "0"),
        ("-0", "0"),
        ("-2.50", "-2,5"),
    ],
)
def test_per_cent_is_shown_with_a_comma_and_no_trailing_zeros(value: str, shown: str) -> None:
    assert format_percent(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("thousands", "number", "millions", "kroner"),
    [
        (22900, "22.900", "22,9 mio. kr.", "22.900.000 kr."),
        (19704, "19.704", "19,704 mio. kr.", "19.704.000 kr."),
        (20000, "20.000", "20 mio. kr.", "20.000.000 kr."),
        (1_234_050, "1.234.050", "1.234,05 mio. kr.", "1.234.050.000 kr."),
        (5, "5", "0,005 mio. kr.", "5.000 kr."),
        (0, "0", "0 mio. kr.", "0 kr."),
        (-500, "-500", "-0,5 mio. kr.", "-500.000 kr."),
        (-22900, "-22.900", "-22,9 mio. kr.", "-22.900.000 kr."),
    ],
)
def test_an_amount_is_shown_in_thousands_millions_and_kroner(
    thousands: int, number: str, millions: str, kroner: str
) -> None:
    assert (format_number(thousands), format_millions(thousands), format_kroner(thousands)) == (
        number,
        millions,
        kroner,
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(31900 * 8, 50), "5.104"),
        (Fraction(21, 2), "10,5"),
        (Fraction(-21, 2), "-10,5"),
        (Fraction(1, 8), "0,125"),
        (Fraction(31900, 3), "10.633 1/3"),
        (Fraction(-31900, 3), "-10.633 1/3"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-1, 3), "-1/3"),
        (Fraction(33, 16), "2 1/16"),
        (Fraction(1, 1500), "1/1.500"),
        (Fraction(0), "0"),
    ],
)
def test_a_fraction_is_shown_exactly(value: Fraction, shown: str) -> None:
    assert format_fraction(value) == shown


@given(st.fractions())
def test_a_shown_fraction_loses_nothing(value: Fraction) -> None:
    plain = format_fraction(value).replace(".", "").replace(",", ".")
    parts = [Fraction(part) for part in plain.lstrip("-").split(" ")]
    assert sum(parts) == abs(value)
    assert plain.startswith("-") == (value < 0)
