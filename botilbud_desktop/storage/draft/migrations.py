"""From older versions of the draft file to the current one.

Step *n* (counted from 1) makes version *n* into version *n* + 1. It gets the raw values before anything but their
format and version was looked at, so it must take whatever stands there: a value that it does not understand it leaves
for the strict reader to refuse. An old example of each version lies in `tests/storage/versions/`.
"""

from collections.abc import Callable, Sequence
from typing import Any

Values = dict[str, Any]
Migration = Callable[[Values], Values]

MIGRATIONS: tuple[Migration, ...] = ()
"""Empty while version 1 is the current one."""


def migrated(values: Values, version: int, migrations: Sequence[Migration] = MIGRATIONS) -> Values:
    """`values` of `version` (at least 1) as values of the newest version, `len(migrations) + 1`."""
    for number, migrate in enumerate(migrations[version - 1 :], start=version + 1):
        values = {**migrate(values), "format_version": number}
    return values
