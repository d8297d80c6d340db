"""Histories for the tests of earlier versions."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta, timezone
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from botilbud_desktop.storage.history.contents import store_content
from botilbud_desktop.storage.history.file import HistoryFile
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.user.person import Person

DRAFT = "0b6f1c2d-0000-4000-8000-00000000000a"
NAME = f"{DRAFT}.sqlite"
ME = Person("Åse Ærø", "SAGSBEHANDLER-7")
START = datetime(2025, 11, 19, 9, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Wednesday."""

_ADD = "INSERT INTO version SELECT ?, ?, ?, 3600, 'Åse', 'PC', 'automatic', ''"
_CONSONANTS, _VOWELS = "bdfghklmnprstv", "aeiouyæøå"


def keep(history: History, *contents: bytes, at: datetime = START) -> None:
    """Keep each of the contents, a second apart."""
    for number, content in enumerate(contents):
        history.keep(content, at + timedelta(seconds=number), ME, Reason.AUTOMATIC)


def typed_along(versions: int, length: int = 20_000, letters: int = 5) -> Iterator[bytes]:
    """A draft to which some letters are added from version to version, until it has about `length` characters."""
    text = prose_like(length)
    for number in range(versions, 0, -1):
        written = text[: len(text) - letters * number]
        yield f'{{\n  "description": "{written}",\n  "internal_notes": "{text[-500:]}"\n}}\n'.encode()


def filled(folder: Path, versions: int, apart: timedelta = timedelta(seconds=1)) -> History:
    """A history of so many versions, written all at once; the last draft has some 14 KB and a byte for each version."""

    def fill(connection: sqlite3.Connection) -> None:
        for number, content in enumerate(typed_along(versions, 14_000 + versions, letters=1), 1):
            content_id = store_content(connection, content, sha256(content).digest())
            at = round((START + number * apart).timestamp() * 1_000_000)
            connection.execute(_ADD, (number, content_id, at))

    HistoryFile(folder / NAME).change(fill)
    return History(folder, DRAFT)


def prose_like(length: int) -> str:
    """Words that look like Danish, the same each time, and do not repeat as a text copied over and over does."""
    random = Random(length)
    text = ""
    while len(text) < length:
        text += "".join(random.choice(_CONSONANTS) + random.choice(_VOWELS) for _ in range(random.randint(1, 4)))
        text += " "
    return text[:length]


def rows(folder: Path, statement: str, values: Sequence[Any] = ()) -> list[Any]:
    """What a statement gives, asked or done behind the program's back."""
    with closing(sqlite3.connect(folder / NAME)) as connection, connection:
        return connection.execute(statement, values).fetchall()


class _Unflushed(sqlite3.Connection):
    """Writes without waiting for the disk."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return super().execute(sql.replace("synchronous = FULL", "synchronous = OFF"), parameters)


def without_flushes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make thousands of saves quick, for a test in which no computer crashes."""
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=_Unflushed))
