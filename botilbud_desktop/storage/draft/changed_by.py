"""Who wrote a file last, as far as the system tells."""

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.files.printable import printable

_LONGEST = 80
_EARLIEST, _LATEST = datetime(1971, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)
_NOBODY = 65_534
"""What a network drive says when it does not know the owner."""


class Change(NamedTuple):
    """Who changed a file, and when. Only to be shown: neither proves anything."""

    name: str | None
    """Somebody else's name; None when it was this user, or is not known."""
    at: datetime | None
    """With a time zone (UTC); None when it is not known."""


def changed_by(path: Path) -> Change:
    """Who wrote the file at `path` last, and when; nothing is raised. Links are followed.

    The file's owner is taken for who wrote it, which is so for drafts: a save puts a new file in the old one's place.
    Windows says no owner here. The owner's name may come from a directory on the network, which can take a while.
    """
    try:
        about = path.stat()
    except (OSError, ValueError):
        return Change(None, None)
    return Change(_owner(about.st_uid), _moment(about.st_mtime))


def _owner(number: int) -> str | None:
    """The full name, or else the login, of another user with that number."""
    if sys.platform != "win32" and number not in (os.geteuid(), _NOBODY):
        import pwd

        with suppress(KeyError, OverflowError, OSError):
            account = pwd.getpwuid(number)
            full_name = account.pw_gecos.partition(",")[0].strip()
            return printable(full_name or account.pw_name, _LONGEST) or None
    return None


def _moment(seconds: float) -> datetime | None:
    """A moment that can be true; drives that keep no time say 1970, and others what they like."""
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment if _EARLIEST <= moment <= _LATEST else None
