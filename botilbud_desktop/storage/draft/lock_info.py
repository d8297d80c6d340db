"""What a lock file says: who has the draft open, on which machine and since when. Anybody may have written it."""

import os
from datetime import UTC, datetime
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.holder import Holder
from botilbud_desktop.storage.user.person import Person

LARGEST_INFO = 4_096
"""The most bytes of a lock file that are read. One of ours is some 200."""

_LONGEST_NAME = 80
_SOMEBODY = "en anden"
_EARLIEST, _LATEST = datetime(1971, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)


UNKNOWN_HOLDER = Holder(_SOMEBODY, "", None, "")
"""Somebody whose lock file cannot be read, as while it is being written."""


class LockInfo(Struct, frozen=True):
    """The content of a lock file."""

    name: str
    machine: str
    since: Annotated[datetime, Meta(tz=True)]
    token: Annotated[str, Meta(min_length=1, max_length=64)]
    process: Annotated[int, Meta(ge=1, lt=2**32)]

    @property
    def holder(self) -> Holder:
        """Who that is."""
        return Holder(_shown(self.name) or _SOMEBODY, _shown(self.machine), self.since, self.token)

    def is_of(self, machine: str) -> bool:
        """Whether the lock was made on the machine of that name."""
        return _shown(self.machine).casefold() == _shown(machine).casefold()


def new_info(person: Person, now: datetime) -> LockInfo:
    """The content of a lock that this process takes. `now` has a time zone."""
    return LockInfo(_shown(person.name), _shown(person.machine), now, os.urandom(16).hex(), os.getpid())


def info_bytes(info: LockInfo) -> bytes:
    """The bytes of the lock file."""
    return msgspec.json.encode(info) + b"\n"


def parse_info(data: bytes) -> LockInfo | None:
    """What a lock file with these bytes says; None when it is empty, damaged or foreign."""
    if len(data) > LARGEST_INFO:
        return None
    try:
        info = msgspec.json.decode(data, type=LockInfo)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return info if _EARLIEST <= info.since <= _LATEST else None


def _shown(text: str) -> str:
    return printable(text.strip(), _LONGEST_NAME)
