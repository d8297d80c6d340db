"""Holders of a draft's lock, some in other processes, and the error that others get."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.storage.draft.draft_lock import lock_draft, lock_path
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.storage.user.person import Person
from tests.storage.other_process import kill, other_process

NOW = datetime(2024, 5, 10, 9, 12, tzinfo=UTC)


ME = Person("Åse Ørsted", "PC-7")


COLLEAGUE = Person("Jens Bo", "PC-7")


ELSEWHERE = Person("Jens Bo", "RÅDHUS-3")


HOLD = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.user.person import Person

lock = lock_draft(Path(sys.argv[1]), Person(*sys.argv[2:4]), datetime(2024, 5, 10, 8, 0, tzinfo=UTC))
assert lock.is_real
print("ready", flush=True)
sys.stdin.readline()
lock.release()
print("released", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held_by(person: Person, draft: Path) -> Iterator[subprocess.Popen[str]]:
    """Starts another process that has the draft open, until the block is left."""
    with other_process(HOLD, draft, person.name, person.machine) as process:
        yield process


def left_behind_by(person: Person, draft: Path) -> None:
    """Leave a lock file whose process was killed."""
    with held_by(person, draft) as process:
        kill(process)
    assert lock_path(draft).exists()


def refused(draft: Path, *, take_over: bool = False, person: Person = ME) -> LockedError:
    """Returns the error of an attempt to lock the draft."""
    with pytest.raises(LockedError) as caught:
        lock_draft(draft, person, NOW, take_over=take_over)
    return caught.value


def content(draft: Path) -> Any:
    """Returns the content of the lock file."""
    return json.loads(lock_path(draft).read_bytes())


def failing(code: int) -> Callable[..., Any]:
    """Returns a system call that fails with the error number `code`."""

    def fail(*_: object, **__: object) -> Any:
        raise OSError(code, os.strerror(code))

    return fail
