from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.values.dates import (
    MONTHS,
    format_clock,
    format_date,
    format_form_date,
    format_long_date,
    parse_date,
)
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

WRITE_DATE = "Skriv datoen med dag, måned og år."
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def message_for(text: str) -> str:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_date(text)
    return caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "5.9.2026",
        "05.09.2026",
        "05/09/2026",
        "5/9/2026",
        "5-9-2026",
        "5\u20139\u20132026",
        "5/9-2026",
        "5/9 2026",
        "5 9 2026",
        "5. 9. 2026",
        " 5.9.2026\n",
        "2026-09-05",
        "2026-9-5",
        "2026/09/05",
        "5. september 2026",
        "5.september 2026",
        "5\u00a0september\u00a02026",
        "5. SEPTEMBER 2026",
        "5 sep 2026",
        "5. sept. 2026",
        "5-sep-2026",
        "den 5. september 2026",
        "d. 5. september 2026",
        "d. 5.9.2026",
        "05092026",
        "20260905",
    ],
)
def test_many_ways_of_writing_one_date_are_understood(text: str) -> None:
    assert parse_date(text) == date(2026, 9, 5)


@pytest.mark.parametrize(("month", "name"), list(enumerate(MONTHS, start=1)))
def test_a_month_is_known_by_its_name_and_its_first_three_letters(month: int, name: str) -> None:
    assert parse_date(f"1. {name} 2026") == parse_date(f"1 {name[:3]}. 2026") == date(2026, month, 1)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("31.02.2026", "31.02.2026"),
        ("31/2-2026", "31.02.2026"),
        ("2026-02-31", "31.02.2026"),
        ("31. februar 2026", "31.02.2026"),
        ("31022026", "31.02.2026"),
        ("29.2.2025", "29.02.2025"),
        ("29.2.1900", "29.02.1900"),
        ("09/25/2026", "09.25.2026"),
        ("0.1.2026", "00.01.2026"),
        ("1.0.2026", "01.00.2026"),
    ],
)
def test_a_date_that_does_not_exist_is_named(text: str, shown: str) -> None:
    assert message_for(text) == f"{shown} findes ikke i kalenderen. {WRITE_DATE}"


def test_a_leap_day_exists() -> None:
    assert parse_date("29.2.2024") == date(2024, 2, 29)


@pytest.mark.parametrize("text", ["5.9.26", "26-09-05", "05-sep-26", "5. september 26"])
def test_a_year_of_two_digits_is_not_guessed_at(text: str) -> None:
    assert message_for(text) == "Skriv årstallet med fire cifre."


@pytest.mark.parametrize("text", ["31-12-25", "31.12.25", "31/12 25", "d. 31. dec. 25", "den 31. december 25"])
def test_a_year_of_two_digits_is_of_the_rounds_century(text: str) -> None:
    assert parse_date(text, 2000) == date(2025, 12, 31)
    assert parse_date(text, 2100) == date(2125, 12, 31)


def test_half_a_year_of_the_rounds_century_is_waited_for() -> None:
    with pytest.raises(NotUnderstoodError):
        parse_date("31.12.20", 2000)
    assert parse_date("31.12.2025", 2000) == date(2025, 12, 31)


def test_a_day_that_does_not_exist_is_told_with_its_whole_year() -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_date("31-02-26", 2000)
    assert caught.value.message == f"31.02.2026 findes ikke i kalenderen. {WRITE_DATE}"


def test_a_date_in_words_is_read() -> None:
    assert parse_date("d. 1. maj 2026") == date(2026, 5, 1)


@pytest.mark.parametrize("text", ["31.12.1899", "1.1.2200", "0001-01-01", "1. maj 0000"])
def test_a_year_far_away_is_a_slip(text: str) -> None:
    assert message_for(text) == "Skriv et årstal fra 1900 til 2199."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i morgen",
        "2026",
        "5.9",
        "5.9.202",
        "5.9.20266",
        "september 2026",
        "5 s 2026",
        "5 may 2026",
        "5. septemberx 2026",
        "050926",
        "05091850",
        "ultimo 2025",
        "5.9.2026-6.9.2026",
        "\u0665.9.2026",
        "5\t9\t2026",
    ],
)
def test_text_that_is_no_date_is_answered_with_what_to_write(text: str) -> None:
    assert message_for(text) == WRITE_DATE


@given(days)
def test_a_shown_date_reads_back_as_itself(day: date) -> None:
    for shown in (format_date(day), format_form_date(day), format_long_date(day), day.isoformat()):
        assert parse_date(shown) == day
    assert parse_date(f"{day:%d%m%Y}") == parse_date(f"{day:%Y%m%d}") == day


@given(st.text("0123456789./- jansepoktdm", max_size=24) | st.text(max_size=24))
def test_any_text_is_either_a_date_or_not_understood(text: str) -> None:
    try:
        day = parse_date(text)
    except NotUnderstoodError:
        return
    assert 1900 <= day.year <= 2199


def test_dates_are_shown_for_the_screen_the_web_form_and_a_sentence() -> None:
    day = date(2024, 5, 5)
    assert (format_date(day), format_form_date(day), format_long_date(day)) == (
        "05.05.2024",
        "05/05/2024",
        "5. maj 2024",
    )


def test_the_clock_is_shown_with_a_dot_and_in_its_own_time_zone() -> None:
    assert format_clock(time(14, 32, 59)) == "14.32"
    assert format_clock(datetime(2024, 5, 10, 9, 5, tzinfo=UTC)) == "09.05"


@pytest.mark.parametrize("text", ["i morgen", "31.2.2026", "5. xyz 2026", "5.9.26"])
def test_the_example_of_a_date_is_the_rounds(text: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_date(text, example=date(2027, 11, 30))
    assert caught.value.message.endswith(", fx 30.11.2027.")
