"""When to kill a program: at a random instant, or around a write."""

import random
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.files.atomic_write import is_temporary
from tests.faults.heard import Heard
from tests.faults.reports import Happened

Instant = Callable[[Heard, Iterable[Path], random.Random], object]
"""Waits for the instant. `folders` are those in which the program writes."""

_LONGEST_START, _LONGEST_TYPING = 0.7, 2.3
_LONG_TYPING = (2.0, 4.5)
_WRITES_AT = (0.6, 1.0, 1.2, 1.6, 2.0)
"""Seconds from the first key until the journal and the file are written."""
_AROUND = (-0.02, 0.05)
_AFTER_A_WRITE_BEGAN = (0.0, 0.03)
_LATER = 0.3
_POLL_INTERVAL = 0.0002


def while_it_starts(heard: Heard, _folders: Iterable[Path], chance: random.Random) -> None:
    """Waits until some time before anything is typed, possibly during a recovery."""
    heard.until(time.monotonic() + chance.uniform(0, _LONGEST_START))


def while_somebody_types(heard: Heard, _folders: Iterable[Path], chance: random.Random) -> None:
    """Waits until any time in the first seconds of typing."""
    first = heard.until_it(Happened.TYPED)
    if first is not None:
        heard.until(first.at + chance.uniform(0, _LONGEST_TYPING))


def when_much_is_typed(heard: Heard, _folders: Iterable[Path], chance: random.Random) -> None:
    """Waits long enough that something typed must be on the disk."""
    first = heard.until_it(Happened.TYPED)
    if first is not None:
        heard.until(first.at + chance.uniform(*_LONG_TYPING))


def around_a_write(heard: Heard, _folders: Iterable[Path], chance: random.Random) -> None:
    """Waits until close to when the journal or the file is due."""
    first = heard.until_it(Happened.TYPED)
    if first is not None:
        heard.until(first.at + chance.choice(_WRITES_AT) + chance.uniform(*_AROUND))


def in_a_write(heard: Heard, folders: Iterable[Path], chance: random.Random) -> None:
    """Waits until a new temporary file appears in one of the folders, or slightly longer."""
    places = [chance.choice(list(folders))]
    earlier = _temporary_files(places)
    first = heard.until_it(Happened.TYPED)
    if first is None:
        return
    heard.until(first.at + chance.uniform(0, _LONGEST_TYPING / 2))
    deadline = time.monotonic() + _LONGEST_TYPING / 2
    while time.monotonic() < deadline and _temporary_files(places) <= earlier:
        time.sleep(_POLL_INTERVAL)
    if chance.random() < _LATER:
        time.sleep(chance.uniform(*_AFTER_A_WRITE_BEGAN))


INSTANTS: tuple[Instant, ...] = (
    *[while_it_starts] * 2,
    *[while_somebody_types] * 12,
    *[when_much_is_typed] * 4,
    *[around_a_write] * 8,
    *[in_a_write] * 14,
)
"""The instants to choose from; repetition is the weight."""


def _temporary_files(folders: Iterable[Path]) -> set[str]:
    """The names of temporary files, and of non-empty SQLite journals."""
    found: set[str] = set()
    for folder in folders:
        with suppress(OSError):
            for path in folder.iterdir():
                if is_temporary(path.name) or (path.name.endswith("-journal") and path.stat().st_size):
                    found.add(path.name)
    return found
