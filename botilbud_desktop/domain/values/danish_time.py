"""Danish time, without the zone database that some Windows computers lack: the rule for summer time in the EU."""

from datetime import UTC, date, datetime, time, timedelta

_MARCH, _OCTOBER = 3, 10
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


def in_danish_time(moment: datetime) -> datetime:
    """Returns a moment as clocks in Denmark show it, without a zone; one that has no zone is Danish already."""
    if moment.tzinfo is None:
        return moment
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    is_summer = _last_sunday(utc.year, _MARCH) <= utc < _last_sunday(utc.year, _OCTOBER)
    return utc + (_SUMMER if is_summer else _WINTER)


def _last_sunday(year: int, month: int) -> datetime:
    """Returns when the clocks change on the last Sunday of a month of 31 days, in UTC."""
    last = datetime.combine(date(year, month, 31), time(1))
    return last - timedelta(days=last.isoweekday() % 7)
