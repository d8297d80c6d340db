"""Histories for the tests of earlier versions of a draft."""

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
    """Keep each content as a version, 1 s apart."""
    for number, content in enumerate(contents):
        history.keep(content, at + timedelta(seconds=number), ME, Reason.AUTOMATIC)


def typed_along(versions: int, length: int = 20_000, letters: int = 5) -> Iterator[bytes]:
    """Yields versions of a draft that grows by `letters` characters a version to about `length` characters."""
    text = prose_like(length)
    for number in range(versions, 0, -1):
        written = text[: len(text) - letters * number]
        yield f'{{\n  "description": "{written}",\n  "internal_notes": "{text[-500:]}"\n}}\n'.encode()


def filled(folder: Path, versions: int, apart: timedelta = timedelta(seconds=1)) -> History:
    """Returns a history of this many versions, written at once; the last has about 14 KB plus a byte per version."""

    def fill(connection: sqlite3.Connection) -> None:
        for number, content in enumerate(typed_along(versions, 14_000 + versions, letters=1), 1):
            content_id = store_content(connection, content, sha256(content).digest())
            at = round((START + number * apart).timestamp() * 1_000_000)
            connection.execute(_ADD, (number, content_id, at))

    HistoryFile(folder / NAME).change(fill)
    return History(folder, DRAFT)


def prose_like(length: int) -> str:
    """Returns Danish-like words, the same each time, without the repetition that would compress too well."""
    random = Random(length)
    text = ""
    while len(text) < length:
        text += "".join(random.choice(_CONSONANTS) + random.choice(_VOWELS) for _ in range(random.randint(1, 4)))
        text += " "
    return text[:length]


def rows(folder: Path, statement: str, values: Sequence[Any] = ()) -> list[Any]:
    """Returns the rows of an SQL statement that is run directly on the file, without the program."""
    with closing(sqlite3.connect(folder / NAME)) as connection, connection:
        return connection.execute(statement, values).fetchall()


class _Unflushed(sqlite3.Connection):
    """A connection that does not wait for the disk."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return super().execute(sql.replace("synchronous = FULL", "synchronous = OFF"), parameters)


def without_flushes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn off flushing to disk, so that thousands of saves are quick; not for tests of crashes."""
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=_Unflushed))
