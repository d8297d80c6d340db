"""Who wrote a file last, as far as the system knows."""

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.files.path_calls import status
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.user.person import Person

_LONGEST = 80
_EARLIEST, _LATEST = datetime(1971, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
_NOBODY = 65_534
"""The user id that a network drive reports for an unknown owner."""


class Change(NamedTuple):
    """Who changed a file, and when. For display only: neither is proof."""

    name: str | None
    """Somebody else's name; None when it was this user or is unknown."""
    at: datetime | None
    """In UTC; None when unknown."""


def changed_by(path: Path) -> Change:
    """Returns who wrote the file at `path` last, and when. Links are followed; nothing is raised.

    The file's owner counts as its writer. This is right for drafts, since a save replaces the file with a new one.
    On Windows the owner is not read. The owner's name may come from a directory on the network, which can take a while.
    """
    try:
        about = status(path)
    except OSError:
        return Change(None, None)
    return Change(_owner(about.st_uid), _moment(about.st_mtime))


def writer_of(path: Path, me: Person) -> Person:
    """Returns who wrote the file at `path`: somebody else where the system knows a name, else `me`."""
    name = changed_by(path).name
    return me if name is None else Person(name, "")


def _owner(number: int) -> str | None:
    """Returns the full name, or else the login, of user `number`; None for this user or an unknown one."""
    if sys.platform != "win32" and number not in (os.geteuid(), _NOBODY):
        import pwd

        with suppress(KeyError, OverflowError, OSError):
            account = pwd.getpwuid(number)
            full_name = account.pw_gecos.partition(",")[0].strip()
            return printable(full_name or account.pw_name, _LONGEST) or None
    return None


def _moment(seconds: float) -> datetime | None:
    """Returns the time if it is plausible; drives without times report 1970, others may report anything."""
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment if _EARLIEST <= moment <= _LATEST else None
