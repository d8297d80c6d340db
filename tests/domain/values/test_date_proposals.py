"""Times that people write where a date is asked for, and the date that is offered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.values.date_proposals import proposed_date
from botilbud_desktop.domain.values.dates import MONTHS, format_date, format_long_date

CENTURY = 2000


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ultimo 2025", date(2025, 12, 31)),
        ("Ultimo 25", date(2025, 12, 31)),
        ("udgangen af 2026", date(2026, 12, 31)),
        ("slutningen af år 2026", date(2026, 12, 31)),
        ("ultimo februar 2024", date(2024, 2, 29)),
        ("ultimo december 2026", date(2026, 12, 31)),
        ("1. kvartal 2026", date(2026, 3, 31)),
        ("1 kvartal 2026", date(2026, 3, 31)),
        ("første kvartal 2026", date(2026, 3, 31)),
        ("i fjerde kvartal af 2026", date(2026, 12, 31)),
        ("ultimo 2. kvartal 2026", date(2026, 6, 30)),
        ("3. kvt. 26", date(2026, 9, 30)),
        ("Q3 2026", date(2026, 9, 30)),
        ("kvartal 4, 2026", date(2026, 12, 31)),
        ("1. halvår 2026", date(2026, 6, 30)),
        ("andet halvår 2026", date(2026, 12, 31)),
        ("juni 2026", date(2026, 6, 30)),
        ("i juni 2026", date(2026, 6, 30)),
        ("medio 2026", date(2026, 6, 30)),
        ("medio juni 2026", date(2026, 6, 15)),
        ("primo 2026", date(2026, 1, 1)),
        ("primo september 2026", date(2026, 9, 1)),
    ],
)
def test_a_time_is_offered_as_a_date(text: str, day: date) -> None:
    assert proposed_date(text, CENTURY) == day


@pytest.mark.parametrize(
    "text",
    ["", "2026", "snart", "5. kvartal 2026", "3. halvår 2026", "ultimo", "ultimo 1899", "ultimo 2200", "31.12.2025"],
)
def test_nothing_else_is_offered(text: str) -> None:
    assert proposed_date(text, CENTURY) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_month_ends_on_the_day_before_the_next_one(day: date) -> None:
    offered = proposed_date(f"{MONTHS[day.month - 1]} {day.year}", CENTURY)
    assert offered is not None
    assert (offered.year, offered.month) == (day.year, day.month)
    assert (offered + timedelta(days=1)).day == 1


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_a_date_already_needs_no_offer(day: date) -> None:
    assert proposed_date(format_date(day), CENTURY) is proposed_date(format_long_date(day), CENTURY) is None
