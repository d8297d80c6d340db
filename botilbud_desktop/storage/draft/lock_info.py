"""The content of a lock file: who has the draft open, on which machine and since when. Anybody may have written it."""

import json
import os
from datetime import UTC, datetime
from typing import Annotated

from pydantic import ConfigDict, Field, ValidationError

from botilbud_desktop.domain.model import Model, json_values
from botilbud_desktop.domain.values.iso_time import Moment
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.holder import Holder
from botilbud_desktop.storage.user.person import Person

LARGEST_INFO = 4_096
"""Maximum bytes read of a lock file. One of ours has about 200."""

_LONGEST_NAME = 80
_SOMEBODY = "en anden"
_EARLIEST, _LATEST = datetime(1971, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)


UNKNOWN_HOLDER = Holder(_SOMEBODY, "", None, "")
"""The holder when the lock file cannot be read, for example while it is being written."""


class LockInfo(Model):
    """The content of a lock file. Keys of a newer program are ignored."""

    model_config = ConfigDict(extra="ignore")

    name: str
    machine: str
    since: Moment
    token: Annotated[str, Field(min_length=1, max_length=64)]
    process: Annotated[int, Field(ge=1, lt=2**32)]

    @property
    def holder(self) -> Holder:
        """The holder, with texts that can be shown in a message."""
        return Holder(_printable_name(self.name) or _SOMEBODY, _printable_name(self.machine), self.since, self.token)

    def is_of(self, machine: str) -> bool:
        """Whether the lock was made on the machine with that name."""
        return _printable_name(self.machine).casefold() == _printable_name(machine).casefold()


def new_info(person: Person, now: datetime) -> LockInfo:
    """Returns the content of a lock that this process takes. `now` has a time zone."""
    return LockInfo(
        name=_printable_name(person.name),
        machine=_printable_name(person.machine),
        since=now,
        token=os.urandom(16).hex(),
        process=os.getpid(),
    )


def info_bytes(info: LockInfo) -> bytes:
    """Returns the bytes of the lock file."""
    return (json.dumps(json_values(info), ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def parse_info(data: bytes) -> LockInfo | None:
    """Returns the content of a lock file; None when it is empty, damaged or of another format."""
    if len(data) > LARGEST_INFO:
        return None
    try:
        info = LockInfo.model_validate_json(data)
    except ValidationError:
        return None
    return info if _EARLIEST <= info.since <= _LATEST else None


def _printable_name(text: str) -> str:
    return printable(text.strip(), _LONGEST_NAME)
