"""Converts older versions of the draft file to the current one.

Step *n* (counted from 1) converts version *n* to version *n* + 1. It gets the raw values, of which only format and
version were checked, so it must accept anything: a value that it does not understand is left for the strict reader to
refuse. `tests/storage/versions/` has an old example of each version.
"""

from collections.abc import Callable, Sequence
from typing import Any

Values = dict[str, Any]
Migration = Callable[[Values], Values]


def _to_version_2(values: Values) -> Values:
    """Version 2 only adds keys that may be missing."""
    return values


MIGRATIONS: tuple[Migration, ...] = (_to_version_2,)
"""The steps, in order."""


def migrated(values: Values, version: int, migrations: Sequence[Migration] = MIGRATIONS) -> Values:
    """Returns `values` of `version` (at least 1) as values of the newest version, `len(migrations) + 1`."""
    for number, migrate in enumerate(migrations[version - 1 :], start=version + 1):
        values = {**migrate(values), "format_version": number}
    return values
