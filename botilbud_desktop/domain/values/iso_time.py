"""Dates and times as files store them: ISO 8601, in one unambiguous form.

pydantic accepts more than a file may hold: a number of seconds as text for a date, or a time without seconds.
"""

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ](?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
    r"(?:[Zz]|[+-][0-9]{2}:?[0-5][0-9])"
)


def _date(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) and _DATE.fullmatch(value) else value


def _moment(value: Any) -> Any:
    return datetime.fromisoformat(value.upper()) if isinstance(value, str) and _MOMENT.fullmatch(value) else value


IsoDate = Annotated[date, BeforeValidator(_date)]
"""A date, in a file as `2025-11-30`."""
Moment = Annotated[AwareDatetime, BeforeValidator(_moment)]
"""A date and time with time zone, in a file as `2024-05-10T09:12:00+02:00`."""
