"""When to kill a program: somewhere, or where it hurts most."""

import random
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.files.atomic_write import is_temporary
from tests.faults.heard import Heard
from tests.faults.reports import Happened

Instant = Callable[[Heard, Iterable[Path], random.Random], object]
"""Waits for the instant. The folders are those in which the program writes."""

_LONGEST_START, _LONGEST_TYPING = 0.7, 2.3
_MUCH_TYPED = (2.0, 4.5)
_WRITES_AT = (0.6, 1.0, 1.2, 1.6, 2.0)
"""Seconds from the first key at which the journal and the file are written."""
_AROUND = (-0.02, 0.05)
_AFTER_A_WRITE_BEGAN = (0.0, 0.03)
_LATER = 0.3
_LOOK_EVERY = 0.0002


def while_it_starts(heard: Heard, _folders: Iterable[Path], chance: random.Random) -> None:
    """Before anything is typed: in the middle of a recovery, maybe."""
    heard.until(time.monotonic() + chance.uniform(0, _LONGEST_START))


def while_somebody_types(heard: Heard, _folders: Iterable[Path], chance: random.Random) -> None:
    """Anywhere in the first seconds."""
    first = heard.until_it(Happened.TYPED)
    if first is not None:
        heard.until(first.at + chance.uniform(0, _LONGEST_TYPING))


def when_much_is_typed(heard: Heard, _folders: Iterable[Path], chance: random.Random) -> None:
    """So late that something typed must be on the disk."""
    first = heard.until_it(Happened.TYPED)
    if first is not None:
        heard.until(first.at + chance.uniform(*_MUCH_TYPED))


def around_a_write(heard: Heard, _folders: Iterable[Path], chance: random.Random) -> None:
    """Close to when the journal or the file is due."""
    first = heard.until_it(Happened.TYPED)
    if first is not None:
        heard.until(first.at + chance.choice(_WRITES_AT) + chance.uniform(*_AROUND))


def in_a_write(heard: Heard, folders: Iterable[Path], chance: random.Random) -> None:
    """As soon as a new temporary file is seen in one of the folders, or a moment later."""
    places = [chance.choice(list(folders))]
    earlier = _temporary_files(places)
    first = heard.until_it(Happened.TYPED)
    if first is None:
        return
    heard.until(first.at + chance.uniform(0, _LONGEST_TYPING / 2))
    deadline = time.monotonic() + _LONGEST_TYPING / 2
    while time.monotonic() < deadline and _temporary_files(places) <= earlier:
        time.sleep(_LOOK_EVERY)
    if chance.random() < _LATER:
        time.sleep(chance.uniform(*_AFTER_A_WRITE_BEGAN))


INSTANTS: tuple[Instant, ...] = (
    *[while_it_starts] * 2,
    *[while_somebody_types] * 12,
    *[when_much_is_typed] * 4,
    *[around_a_write] * 8,
    *[in_a_write] * 14,
)
"""To choose one from."""


def _temporary_files(folders: Iterable[Path]) -> set[str]:
    """The names of temporary files, and of the journals of SQLite that hold something."""
    found: set[str] = set()
    for folder in folders:
        with suppress(OSError):
            for path in folder.iterdir():
                if is_temporary(path.name) or (path.name.endswith("-journal") and path.stat().st_size):
                    found.add(path.name)
    return found
