"""Hostile files beside a good draft and in the program's own folders: the draft still opens, edits and saves."""

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.storage.diagnostics.crash_record import CRASH_FILE, enable_crash_record
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.draft.draft_lock import lock_path
from botilbud_desktop.storage.paths import OwnFile, UserFolders
from botilbud_desktop.storage.recovery.journal_file import sealed
from tests.faults.at_the_window import Bench, reopened, said_above, standing
from tests.ui import drafts
from tests.ui.keeping import NOW
from tests.ui.user import User, settle

_VICTIM = b"what nobody may overwrite"
_HOSTILE_NAME = "<img src='file://server/x'>\u202e\x1b[2J\n%s" + "x" * 500

Plant = Callable[[Path, UserFolders], Path]
"""Returns where the hostile file goes, for a draft and its user's folders."""


class Neighbour(NamedTuple):
    """Something hostile at a path that the program reads."""

    name: str
    plant: Callable[[Path, UserFolders], None]


def neighbours() -> Iterator[Neighbour]:
    """Every hostile file at every path."""
    for place, where in _PLACES.items():
        for thing, make in _THINGS.items():
            yield Neighbour(f"{thing} as {place}", _at(where, make))
    for name, data in _LOCKS.items():
        yield Neighbour(f"lock file {name}", _at(_lock, _file(data)))
    for name, data in _JOURNALS.items():
        yield Neighbour(f"journal {name}", _at(_journal, _file(data)))
    yield Neighbour("a history with a trigger and a view", _at(_history, _database))
    yield Neighbour("a history of a newer program", _at(_history, _newer_history))
    yield Neighbour("a recent list of servers", _at(_recent, _file(_SERVERS)))
    yield Neighbour("two thousand journals of nobody", _many_journals)


def wrong_beside(neighbour: Neighbour, made: Bench, folder: Path) -> list[str]:
    """What is wrong when a draft with such a neighbour is opened, edited and saved."""
    draft = folder / "kladder" / "sag.botilbud"
    draft.parent.mkdir()
    draft.write_bytes(draft_bytes(drafts.example("aalborg")))
    victim = folder / "offer.txt"
    victim.write_bytes(_VICTIM)
    neighbour.plant(draft, made.folders)
    user = made.start()
    crashes = enable_crash_record(made.folders.state)
    is_open = user.window.drafts.open_path(draft)
    wrong = [] if is_open else [f"not opened: {said_above(user)}"]
    if is_open:
        reopened(user)
        wrong += _wrong_with_work(user, made, draft)
    user.window.show_start()
    settle()
    if crashes is not None:
        crashes.close()
    return wrong + ([] if victim.read_bytes() == _VICTIM else ["another file was written through a link"])


def _wrong_with_work(user: User, made: Bench, draft: Path) -> list[str]:
    controller = user.window.drafts.controller
    saving = user.window.drafts.saving
    if controller is None or saving is None:
        return ["no draft is open"]
    if controller.locked_by is not None:
        return [] if str(controller.locked_by).isprintable() else ["whose it is cannot be shown"]
    controller.editor.set_value(field_path("case_number"), "2024-99")
    if not saving.save():
        return [f"not saved: {standing(user)}"]
    saved = read_draft(draft, made.library).application.case_number
    return [] if saved == "2024-99" else ["said to be saved, and is not"]


def _at(where: Plant, make: Callable[[Path, Path], None]) -> Callable[[Path, UserFolders], None]:
    def plant(draft: Path, folders: UserFolders) -> None:
        place = where(draft, folders)
        place.parent.mkdir(parents=True, exist_ok=True)
        make(place, draft.parents[1] / "offer.txt")

    return plant


def _file(data: bytes) -> Callable[[Path, Path], None]:
    def make(place: Path, _victim: Path) -> None:
        place.write_bytes(data)

    return make


def _folder(place: Path, _victim: Path) -> None:
    (place / "indhold").mkdir(parents=True)


_THINGS: dict[str, Callable[[Path, Path], None]] = {
    "nothing in a file": _file(b""),
    "rubbish": _file(os.urandom(5000)),
    "6 MB": _file(b"[" * 6_000_000),
    "a folder": _folder,
}

if sys.platform != "win32":

    def _pipe(place: Path, _victim: Path) -> None:
        os.mkfifo(place)

    def _link(place: Path, victim: Path) -> None:
        place.symlink_to(victim)

    def _hard_link(place: Path, victim: Path) -> None:
        place.hardlink_to(victim)

    def _loop(place: Path, _victim: Path) -> None:
        place.symlink_to(place.name)

    def _endless(place: Path, _victim: Path) -> None:
        place.symlink_to("/dev/zero")

    _THINGS |= {
        "a pipe": _pipe,
        "a link to another file": _link,
        "another file by a second name": _hard_link,
        "a link to itself": _loop,
        "a link to /dev/zero": _endless,
    }


def _lock(draft: Path, _folders: UserFolders) -> Path:
    return lock_path(draft)


def _journal(_draft: Path, folders: UserFolders) -> Path:
    return folders.recovery / "0123456789abcdef.journal"


def _alive(_draft: Path, folders: UserFolders) -> Path:
    (folders.recovery / "0123456789abcdef.journal").parent.mkdir(parents=True, exist_ok=True)
    return folders.recovery / "0123456789abcdef.alive"


def _history(_draft: Path, folders: UserFolders) -> Path:
    return folders.versions / f"{drafts.example('aalborg').id}.sqlite"


def _history_journal(_draft: Path, folders: UserFolders) -> Path:
    return folders.versions / f"{drafts.example('aalborg').id}.sqlite-journal"


def _half_typed(_draft: Path, folders: UserFolders) -> Path:
    return folders.state / "unfinished" / f"{drafts.example('aalborg').id}.json"


def _recent(_draft: Path, folders: UserFolders) -> Path:
    return folders.state / "recent.json"


def _known(_draft: Path, folders: UserFolders) -> Path:
    return folders.state / OwnFile.KNOWN


def _settings(_draft: Path, folders: UserFolders) -> Path:
    return folders.config / "settings.json"


def _crashes(_draft: Path, folders: UserFolders) -> Path:
    return folders.state / CRASH_FILE


def _copy(draft: Path, _folders: UserFolders) -> Path:
    return draft.with_name("sag-RÅDHUS-3.botilbud")


_PLACES: dict[str, Plant] = {
    "the lock file": _lock,
    "a journal": _journal,
    "the mark of a journal": _alive,
    "the history": _history,
    "the journal of the history": _history_journal,
    "half-typed text": _half_typed,
    "the recent list": _recent,
    "what is known of the recent drafts": _known,
    "the settings": _settings,
    "the record of crashes": _crashes,
    "a copy beside the draft": _copy,
}

_INFO = {"name": "Jens", "machine": "RÅDHUS-3", "since": NOW.isoformat(), "token": "a" * 32, "process": 4}
_LOCKS = {
    "with a name of markup": json.dumps({**_INFO, "name": _HOSTILE_NAME, "machine": _HOSTILE_NAME}).encode(),
    "from the future": json.dumps({**_INFO, "since": "9999-12-31T23:59:59+00:00"}).encode(),
    "from the year 1": json.dumps({**_INFO, "since": "0001-01-01T00:00:00+23:59"}).encode(),
    "of process 2**31": json.dumps({**_INFO, "process": 2**31}).encode(),
    "of lists": json.dumps({key: [] for key in _INFO}).encode(),
    "with half a character": json.dumps({**_INFO, "name": "\ud83d"}).encode(),
}


def _sealed_journal(**particulars: object) -> bytes:
    """A journal with a valid checksum and harmful content."""
    application = drafts.example("aalborg")
    values: dict[str, object] = {
        "sequence": 999_999_999_999_999,
        "written_at": NOW.isoformat(),
        "format_version": 1,
        "round": application.round,
        "path": None,
        "path_is_hex": False,
        "base_digest": None,
        "suggested_name": "",
        "page": "",
        "field": "",
        "unfinished": {},
    }
    return sealed(json.dumps({**values, **particulars}).encode() + b"\n" + draft_bytes(application))


_JOURNALS = {
    "with the highest number": _sealed_journal(),
    "of a draft on a server": _sealed_journal(path="\\\\server\\share\\x.botilbud"),
    "of a device": _sealed_journal(path="/dev/zero"),
    "of a path of zeros": _sealed_journal(path="2f00", path_is_hex=True),
    "with a name of markup": _sealed_journal(suggested_name=_HOSTILE_NAME, page=_HOSTILE_NAME, field=_HOSTILE_NAME),
    "with half-typed text in odd places": _sealed_journal(
        unfinished={"__class__": "x", "projects[999999999].name": "x", "id": "x", "": "x", "projects[0].__dict__": "x"}
    ),
    "from the year 1": _sealed_journal(written_at="0001-01-01T00:00:00Z"),
    "of a newer program": b"botilbud-journal 2 sha512:00\n{}",
    "with a wrong checksum": b"botilbud-journal 1 sha256:" + b"0" * 64 + b"\n{}",
}

_SERVERS = json.dumps(
    {"drafts": ["\\\\server\\share\\x.botilbud", "//server/x", "/dev/zero", "\0", "<b>fed", "x" * 10_000, ""]}
).encode()


def _database(place: Path, _victim: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(
            "CREATE TABLE content (id); CREATE TABLE version (number); CREATE VIEW x AS SELECT load_extension('x');"
            "CREATE TRIGGER y AFTER INSERT ON version BEGIN DELETE FROM content; END;"
        )


def _newer_history(place: Path, _victim: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(f"PRAGMA application_id = {0x426F5469}; PRAGMA user_version = 99; CREATE TABLE x (y);")


def _many_journals(_draft: Path, folders: UserFolders) -> None:
    folders.recovery.mkdir(parents=True)
    for number in range(2_000):
        (folders.recovery / f"{number:016x}.journal").write_bytes(b"x")
