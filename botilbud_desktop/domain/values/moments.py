"""Times as people say them: with today and yesterday by name."""

from datetime import datetime, timedelta

from botilbud_desktop.domain.values.dates import format_clock, format_date


def format_moment(at: datetime, now: datetime) -> str:
    """Returns `i dag kl. 14.32`, `i går kl. 09.05` or `21.11.2026 kl. 14.32`, in the time zone of `now`."""
    local = at.astimezone(now.tzinfo)
    days = {now.date(): "i dag", now.date() - timedelta(days=1): "i går"}
    return f"{days.get(local.date(), format_date(local.date()))} kl. {format_clock(local)}"
