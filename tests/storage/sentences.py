"""Why files are refused or not saved, as readable lines: each kind of damage with the sentence that it gets."""

import errno
import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from botilbud_desktop.domain.application import Application, LegalBasis, Origin, PlaceGroup, Project
from botilbud_desktop.domain.model import Model, from_json_values, replace
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.storage.draft.draft_file import parse_draft, save_draft
from botilbud_desktop.storage.draft.size_limits import LONGEST_TEXT, MOST_ITEMS
from botilbud_desktop.storage.draft.stored_lineage import KEY, LineagePart, without_lineage
from botilbud_desktop.storage.errors import ChangedOnDiskError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.os_errors import reading_problem, saving_problem
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.json.strict_json import DEEPEST, LONGEST_NUMBER, parse_json_object
from botilbud_desktop.storage.json.typed_values import convert
from botilbud_desktop.storage.paths import forms_folder, resources_folder
from botilbud_desktop.storage.recovery.journal_file import (
    LARGEST_JOURNAL,
    JournalEntry,
    journal_bytes,
    parse_journal,
    sealed,
)
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.rounds.municipality_register import parse_register
from tests.storage.left_journals import NOW

KEPT = Path(__file__).with_name("sentences.txt")
LIBRARY = FormLibrary(forms_folder())
ID = "00000000-0000-4000-8000-000000000000"
DRAFT: dict[str, Any] = {
    "format": "botilbud-application",
    "format_version": 2,
    "id": ID,
    "round": "LanBotilbud_2025-26",
}
EXAMPLE_LINEAGE: dict[str, Any] = {
    "saves": [{"session": "9f2c4d1e00aa7b31", "number": 7}],
    "digest": f"sha256:{'0' * 64}",
}
ALL_WRONG = ("case_number", "round_to", "completion_date", "session")
"""The keys for which each wrong value is told; for the others the first is enough."""
WRONG: tuple[Any, ...] = (None, True, -1, 10**16, "", "x", [], {})
JSON = (
    b"",
    b"[]",
    b"\xef\xbb\xbf{}",
    b"\xff\xfe{\0",
    b'{\n"a": "\xe6"}',
    b'{"a": 1',
    b"{1: 1}",
    b'{"a" 1}',
    b'{"a": 1 "b": 2}',
    b'{"a": }',
    b'{"a": 1,}',
    b'{"a": "',
    b'{"a": "x} ',
    b'{"a": "x\ny"}',
    b'{"a": "\\u00g0"}',
    b'{"a": "\\q"}',
    b"{} x",
    b'{"a": 1, "a": 1}',
    b'{"b": 1, "a": 1, "a": 2, "b": 2, "c": 1}',
    b'{"a": NaN}',
    b'{"a": 1e999}',
    b'{"a": ' + b"9" * (LONGEST_NUMBER + 1) + b"}",
    b'{"a": "\\ud800"}',
    b'{"\\ud800": 1}',
    b'{"a": "e' + "\u0301".encode() * 50 + b'"}',
    b'{"a":' * (DEEPEST + 1) + b"1" + b"}" * (DEEPEST + 1),
    b"{" + b",".join(b'"%d":1' % number for number in range(50_001)) + b"}",
)
DRAFTS: tuple[dict[str, Any], ...] = (
    {"format": "andet"},
    {"format_version": 0},
    {"format_version": 3},
    {"format_version": "1"},
    {"round": "LanBotilbud_1999"},
    {"lineage": {**EXAMPLE_LINEAGE, "saves": EXAMPLE_LINEAGE["saves"] * 2}},
    {"lineage": {**EXAMPLE_LINEAGE, "saves": [{"session": f"{number:016x}", "number": 1} for number in range(201)]}},
    {"applicant": {"municipality_code": "411"}},
    {"projects": [{"id": ID, "loan": {"2027": 1}}]},
    {"description": "x" * (LONGEST_TEXT + 1)},
    {"projects": [{"id": ID, "places": [None] * (MOST_ITEMS + 1)}]},
    {"hint": 1},
    {"projects": [{}]},
    {"projects": [{"id": ID, "loan": {"i år": 1}}]},
)
CODES = ("ENOSPC", "EDQUOT", "EFBIG", "EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "ENODEV", "ENXIO", "ESTALE",
         "EBUSY", "ENAMETOOLONG", "EISDIR", "EIO", "ETIMEDOUT", "ELOOP", "ENETUNREACH",
         "EHOSTDOWN", "EKEYEXPIRED")  # fmt: skip
WINDOWS_CODES = (2, 3, 5, 15, 19, 21, 32, 33, 39, 51, 53, 54, 55, 57, 58, 59, 64, 65, 67, 68, 71, 86, 111, 112,
                 121, 123, 161, 206, 258, 362, 381, 386, 388, 389, 391, 393, 395, 398, 404, 426, 1006, 1117,
                 1130, 1167, 1200, 1201, 1203, 1219, 1222, 1224, 1225, 1231, 1232, 1233, 1234, 1236, 1244,
                 1295, 1311, 1312, 1326, 1327, 1328, 1329, 1330, 1331, 1396, 1460, 1907, 1909, 1921, 2250)  # fmt: skip


class _WindowsError(OSError):
    """An error as Windows reports it."""

    def __init__(self, code: int) -> None:
        super().__init__(errno.EACCES, "")
        self.winerror = code


def sentences() -> list[str]:
    """Returns all lines."""
    with TemporaryDirectory() as folder:
        return [line for part in _PARTS for line in part(Path(folder))]


def _told(what: str, attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except (RefusedFileError, SaveFailedError, ChangedOnDiskError) as error:
        return f"{what}: {error}"
    return f"{what}: nothing is wrong"


def _json(_folder: Path) -> Iterator[str]:
    for data in JSON:
        yield _told(f"json {data[:24]!r}", partial(parse_json_object, data, "fil"))


def _drafts(_folder: Path) -> Iterator[str]:
    for change in DRAFTS:
        data = json.dumps({**DRAFT, **change}).encode()
        yield _told(f"draft {str(change)[:60]}", partial(parse_draft, data, "fil", LIBRARY))
    for key in DRAFT:
        data = json.dumps({name: value for name, value in DRAFT.items() if name != key}).encode()
        yield _told(f"draft without {key}", partial(parse_draft, data, "fil", LIBRARY))


def _models(_folder: Path) -> Iterator[str]:
    """The values of each model, each with wrong ones."""
    example = json.loads((resources_folder() / "examples" / "thisted.botilbud").read_bytes())
    kinds: tuple[tuple[type[Model], Any], ...] = (
        (Application, without_lineage(example)),
        (LineagePart, {KEY: EXAMPLE_LINEAGE}),
        (RoundForm, json.loads((forms_folder() / "LanBotilbud_2025-26.json").read_bytes())),
        (ProjectSheet, json.loads((forms_folder() / "Projektskema_2025-26.json").read_bytes())),
    )
    with_key = {**kinds[2][1], "pool": {"20x5": 1}}
    yield _told("key", partial(convert, with_key, RoundForm, "fil"))
    for kind, values in kinds:
        for place in _places(values):
            told = (_told("", partial(convert, _with(values, place, wrong), kind, "fil")) for wrong in WRONG)
            refusals = [line for line in told if "nothing is wrong" not in line]
            yield from (f"{kind.__name__}{line}" for line in (refusals if place[-1] in ALL_WRONG else refusals[:1]))


def _places(values: Any, place: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """The first of each list, and each key."""
    items = values.items() if isinstance(values, dict) else enumerate(values[:1]) if isinstance(values, list) else ()
    for key, value in items:
        yield (*place, key)
        yield from _places(value, (*place, key))


def _with(values: Any, place: tuple[int | str, ...], wrong: object) -> Any:
    changed = json.loads(json.dumps(values))
    inner = changed
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = wrong
    return changed


def _files(folder: Path) -> Iterator[str]:
    (folder / "mappe").mkdir()
    yield _told("folder", lambda: read_bytes(folder / "mappe"))
    yield _told("no ordinary file", lambda: read_bytes(Path(os.devnull)))
    yield _told("gone", lambda: read_bytes(folder / "væk"))
    yield _told("nul", lambda: read_bytes(folder / "a\0b"))
    (folder / "stor").write_bytes(b"x" * 1_000_001)
    yield _told("large", lambda: read_bytes(folder / "stor", 1_000_000))
    yield _told("as large as may be", lambda: read_bytes(folder / "stor", 1_000_001))
    for name in CODES:
        error = OSError(getattr(errno, name), "")
        yield f"{name}: {reading_problem(error)}; {saving_problem(error)}"
    for code in WINDOWS_CODES:
        yield f"Windows {code}: {reading_problem(_WindowsError(code))}; {saving_problem(_WindowsError(code))}"


def _saves(folder: Path) -> Iterator[str]:
    application = from_json_values(Application, DRAFT)
    path = folder / "kladde.botilbud"
    other = replace(application, id="ikke et id")
    half = replace(application, internal_notes="\ud800")
    large = replace(application, internal_notes="x" * 5_000_001)
    yield _told("wrong id", lambda: save_draft(path, other, LIBRARY, None))
    yield _told("half a character", lambda: save_draft(path, half, LIBRARY, None))
    yield _told("too large", lambda: save_draft(path, large, LIBRARY, None))
    places = (PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=1),) * 999
    projects = tuple(Project(id=f"{ID[:-2]}{number:02}", places=places) for number in range(15))
    many = replace(application, projects=projects)
    yield _told("too many values", lambda: save_draft(path, many, LIBRARY, None))
    yield _told("no file name", lambda: write_atomically(folder / "a\0b.botilbud", b""))
    yield _told("gone", lambda: save_draft(path, application, LIBRARY, "0" * 64))
    yield _told("new", lambda: save_draft(path, application, LIBRARY, None))
    yield _told("taken", lambda: save_draft(path, application, LIBRARY, None))
    yield _told("changed", lambda: save_draft(path, application, LIBRARY, "0" * 64))


def _journals(_folder: Path) -> Iterator[str]:
    entry = JournalEntry(from_json_values(Application, DRAFT), NOW)
    data = journal_bytes(entry)
    _heading, _, body = data.partition(b"\n")
    changes = (
        (b'"sequence":1', b'"sequence":-1'),
        (b'"written_at":"2024', b'"written_at":"9999'),
        (b'"format_version":2', b'"format_version":3'),
        (b"LanBotilbud_2025-26", b"LanBotilbud_1999"),
        (b'"path":null', b'"path":"a\\u0000b"'),
        (b'"path":null,"path_is_hex":false', b'"path":"xx","path_is_hex":true'),
        (b'"path":null,"path_is_hex":false', b'"path":"","path_is_hex":true'),
        (b'"page":""', b'"page":1'),
    )
    for old, new in changes:
        changed = sealed(body.replace(old, new, 1))
        yield _told(f"journal {new!r}", partial(parse_journal, changed, "fil", LIBRARY))
    wrong = replace(entry.application, id="ikke et id")
    yield _told("journal of a wrong id", partial(journal_bytes, entry._replace(application=wrong)))
    large = replace(entry.application, internal_notes="x" * LARGEST_JOURNAL)
    yield _told("too large a journal", partial(journal_bytes, entry._replace(application=large)))
    yield _told("too large a journal to read", partial(parse_journal, b"x" * (LARGEST_JOURNAL + 1), "fil", LIBRARY))
    yield _told("damaged journal", lambda: parse_journal(data + b" ", "fil", LIBRARY))
    newer = data.replace(b"botilbud-journal 1", b"botilbud-journal 9", 1)
    yield _told("newer journal", lambda: parse_journal(newer, "fil", LIBRARY))


def _registers(_folder: Path) -> Iterator[str]:
    whole = (forms_folder() / "municipalities-2024.csv").read_bytes()
    lines = whole.splitlines(keepends=True)
    contents = {
        "whole": whole,
        "not UTF-8": b"\xff",
        "other columns": b"a,b\n",
        "empty": b"",
        "a value missing": lines[0] + b"101,\n",
        "an empty value": lines[0] + lines[1].rstrip() + b",\n",
        "wrong code": lines[0] + lines[1] + lines[2].replace(b"1", b"x"),
        "two wrong codes": lines[0] + lines[1] + lines[2].replace(b"1", b"x") + lines[3].replace(b"1", b"x"),
        "a huge value": lines[0] + b"x" * 200_000 + b"\n",
        "twice": lines[0] + lines[1] * 2,
        "few": lines[0] + lines[1],
    }
    for name, content in contents.items():
        yield _told(f"register, {name}", partial(parse_register, content, "kommuner.csv"))


_PARTS = (_json, _drafts, _models, _files, _saves, _journals, _registers)


def keep() -> None:
    """Write the reference file that the test compares with."""
    KEPT.write_text("\n".join(sentences()) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    keep()
