"""A moment of any zone is told as clocks in Denmark show it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from botilbud_desktop.domain.values.danish_time import in_danish_time


@pytest.mark.parametrize(
    ("utc", "danish"),
    [
        ("2030-01-15T11:00", "2030-01-15T12:00"),
        ("2030-06-04T10:00", "2030-06-04T12:00"),
        ("2030-03-31T00:59", "2030-03-31T01:59"),
        ("2030-03-31T01:00", "2030-03-31T03:00"),
        ("2030-10-27T00:59", "2030-10-27T02:59"),
        ("2030-10-27T01:00", "2030-10-27T02:00"),
    ],
)
def test_summer_time_is_from_the_last_sunday_of_march_to_that_of_october(utc: str, danish: str) -> None:
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    found = in_danish_time(moment)
    assert found == datetime.fromisoformat(danish)
    assert in_danish_time(moment.astimezone(timezone(timedelta(hours=-5)))) == found


def test_a_moment_without_a_zone_is_danish() -> None:
    moment = datetime.fromisoformat("2030-06-04T12:00")
    assert in_danish_time(moment) == moment
