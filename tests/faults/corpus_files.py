"""Broken and hostile files, one idea each: what is at the path, and the expected result of opening it."""

import copy
import json
import os
import socket
import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.draft.size_limits import LONGEST_TEXT, MOST_ITEMS

MEGABYTE = 1_000_000
REFUSED, OPENED, HUGE = "refused", "opened", "huge"
"""Expected results. A huge file is opened and must be answered, but may take longer than 100 ms."""

Values = dict[str, Any]


class Idea(NamedTuple):
    """A file to open."""

    name: str
    expected: str
    plant: Callable[[Path], Path]
    """Creates it in an empty folder and returns the path to open."""


def ideas() -> Iterator[Idea]:
    """All ideas that this operating system can create."""
    for name, data in _bytes():
        yield Idea(name, REFUSED, _as_file(data))
    for name, change in _REFUSED_VALUES.items():
        yield Idea(name, REFUSED, _as_file(_changed(change)))
    for name, change in _OPENED_VALUES.items():
        yield Idea(name, OPENED, _as_file(_changed(change)))
    for name, make in _HUGE.items():
        yield Idea(name, HUGE, _with(make))
    for name, make in _TOO_MANY.items():
        yield Idea(name, REFUSED, _with(make))
    yield Idea("200 MB without content", REFUSED, _sparse)
    yield Idea("a name that runs backwards", OPENED, _as_file(good(), "sag\u202egpj.\u200bbotilbud"))
    yield Idea("byte order mark", OPENED, _as_file(b"\xef\xbb\xbf" + good()))
    yield Idea("UTF-16", OPENED, _as_file(good().decode("utf-8").encode("utf-16")))
    yield Idea("a name of markup", OPENED, _as_file(good(), "<img src='x'>&amp;%s{0}.botilbud"))
    yield Idea("a name of markup, damaged", REFUSED, _as_file(b"{", "<b>fed<!-- %n.botilbud"))
    if sys.platform != "win32":
        yield from _special()


def good() -> bytes:
    """Content of a valid draft."""
    return example_drafts()[0].path.read_bytes()


@cache
def _good_values() -> Values:
    values: Values = json.loads(good())
    return values


def _changed(change: Callable[[Values], None]) -> bytes:
    values = copy.deepcopy(_good_values())
    change(values)
    return _dumped(values)


def _dumped(values: Values) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")


def _as_file(data: bytes, name: str = "sag.botilbud") -> Callable[[Path], Path]:
    return _with(lambda: data, name)


def _with(make: Callable[[], bytes], name: str = "sag.botilbud") -> Callable[[Path], Path]:
    def plant(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(make())
        return path

    return plant


def _bytes() -> Iterator[tuple[str, bytes]]:
    text = good().decode("utf-8")
    name = '"name": "'
    yield "empty", b""
    yield "one byte", b"{"
    yield "only spaces", b" " * 4096
    yield "only zeros", bytes(64_000)
    yield "UTF-32", text.encode("utf-32")
    yield "Windows-1252", text.encode("cp1252", "replace")
    yield "not UTF-8", good().replace("ø".encode(), b"\xf8", 1)
    yield "PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj\n%%EOF"
    yield "zip", b"PK\x03\x04" + bytes(range(256)) * 40
    yield "SQLite", b"SQLite format 3\x00" + bytes(8192)
    yield "executable", b"MZ\x90\x00" + os.urandom(4096)
    yield "RTF", b'{\\rtf1\\ansi {\\field{\\*\\fldinst HYPERLINK "file://x/y"}}}'
    yield "XML with an entity", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    yield "HTML", b"<html><script>alert(1)</script></html>"
    yield "shell script", b"#!/bin/sh\nrm -rf ~\n"
    yield "half a draft", good()[: len(good()) // 2]
    yield "two drafts", good() + good()
    yield "list", b"[" + good() + b"]"
    yield "null", b"null"
    yield "number", b"1e400"
    yield "deep lists", b"[" * 2_000_000
    yield "deep objects", b'{"a":' * 900_000
    yield "deep within a draft", _put(text, '"internal_notes": ""', '"internal_notes": ' + "[" * 1_000_000)
    yield "comment", b"// kladde\n" + good()
    yield "comma at the end", good().rstrip()[:-1] + b",}"
    zero = '"places_closed_elsewhere": '
    yield "number of 4 million digits", _put(text, f"{zero}0", zero + "9" * 4_000_000)
    yield "exponent", _put(text, f"{zero}0", f"{zero}1e999999999")
    yield "NaN", _put(text, f"{zero}0", f"{zero}NaN")
    yield "Infinity", _put(text, f"{zero}0", f"{zero}-Infinity")
    yield "fraction", _put(text, f"{zero}0", f"{zero}0.0")
    yield "duplicate key", _put(text, '"round":', '"round": "x", "round":')
    yield "half a character", _put(text, name, name + "\\ud83d")
    yield "halves the wrong way round", _put(text, name, name + "\\ude00\\ud83d")
    yield "control character", _put(text, name, name + "\x1b[2J")
    yield "unknown escape", _put(text, name, name + "\\x41")
    yield "5 MB and a byte", b" " * (5 * MEGABYTE + 1)
    yield "a million keys", b"{" + b",".join(b'"k%d":1' % number for number in range(400_000)) + b"}"
    yield "a million strings", _put(text, '"emails": []', '"emails": [' + '"",' * 1_200_000 + "1]")


def _put(text: str, old: str, new: str) -> bytes:
    assert old in text, old
    return text.replace(old, new, 1).encode("utf-8")


def _project(key: str, value: Any) -> Callable[[Values], None]:
    return lambda values: values["projects"][0].__setitem__(key, value)


def _top(key: str, value: Any) -> Callable[[Values], None]:
    return lambda values: values.__setitem__(key, value)


_REFUSED_VALUES: dict[str, Callable[[Values], None]] = {
    "newer": _top("format_version", 3),
    "much newer": _top("format_version", 10**300),
    "a version of true": _top("format_version", True),
    "another format": _top("format", "botilbud-form"),
    "a round from elsewhere": _top("round", "../../../etc/passwd"),
    "a round on a server": _top("round", "\\\\server\\share\\form"),
    "a round of nobody": _top("round", "LanBotilbud_2099-00"),
    "an id that is a path": _top("id", "../../bruger/state/recent"),
    "an id of a device": _top("id", "NUL"),
    "a project's id that is a path": _project("id", "/etc/passwd"),
    "a municipality of nobody": _top("applicant", {"municipality_code": "999"}),
    "a year of the Vikings": _project("loan", {"0793": 1}),
    "a date that is none": _project("completion_date", "2026-02-30"),
    "a key that is Python's": _top("__class__", {"__init__": 1}),
    "a key of markup": _top("<img src='file://x/y'>\u202e\n" + "x" * 500, 1),
    "a share of 400 digits": _project("share_for_others", "9" * 400),
    "places that are text": _project("places", "javascript:alert(1)"),
    "a number too large": _project("gross_construction_cost", 10**40),
    "an approval without a time zone": _top(
        "approvals", [{"approved_at": "2024-05-10T09:12:00", "approved_by": "", "fingerprint": "sha256:" + "0" * 64}]
    ),
    "an approval in the year 0": _top(
        "approvals", [{"approved_at": "0000-01-01T00:00:00Z", "approved_by": "", "fingerprint": "sha256:" + "0" * 64}]
    ),
}


def _everywhere(text: str) -> Callable[[Values], None]:
    def change(values: Values) -> None:
        values.update(case_number=text, description=text, internal_notes=text)
        values["contacts"] = {"names": text, "phones": text, "emails": [text, text]}
        for project in values["projects"]:
            project.update(name=text, description=text, coordination_note=text, preservation_reason=text)
            project["daily_rates"] = [{"label": text, "lowest": 1, "highest": 2}]
            project["cost_plan"] = {
                "basis": {"unit": "places", "eligible": 1, "total": 2},
                "lines": [{"label": text, "amount": 1, "treatment": "shared"}],
                "round_to": 1,
            }

    return change


_REFUSED_VALUES["towers of accents"] = _everywhere("Z" + "\u0301" * 200)
_OPENED_VALUES: dict[str, Callable[[Values], None]] = {
    "HTML in every text": _everywhere("<h1><img src='file://server/x.png'><a href='http://x'>klik</a>"),
    "paths to a server in every text": _everywhere("\\\\server\\share\\x.png"),
    "text that runs backwards": _everywhere("\u202egnp.exe\u2066 \u200f"),
    "words without an end": _everywhere("x" * 20_000),
    "lines without an end": _everywhere("a\n" * 20_000),
    "emoji of families": _everywhere("\U0001f468\u200d\U0001f469\u200d\U0001f467" * 300),
    "formulas in every text": _everywhere("=cmd|' /C calc'!A0"),
    "format strings in every text": _everywhere("%s %n {0.__class__} %1 &x"),
    "no project": _top("projects", []),
    "fifty projects": lambda values: values["projects"].extend(_copies(values, 50)),
    "the largest numbers": _project("loan", {"2025": 10**12, "2026": -(10**12)}),
    "five hundred approvals": _top(
        "approvals",
        [{"approved_at": "2024-05-10T09:12:00Z", "approved_by": "x", "fingerprint": "sha256:" + "0" * 64}] * 500,
    ),
}


def _copies(values: Values, count: int) -> list[Values]:
    return [{**values["projects"][0], "id": new_id()} for _ in range(count)]


def _all_of_one(key: str, text: str) -> Callable[[], bytes]:
    return lambda: _changed(_top(key, text))


def _many_projects(count: int) -> Callable[[], bytes]:
    def make() -> bytes:
        projects = ",".join(f'{{"id":"00000000-0000-4000-8000-{number:012d}"}}' for number in range(count))
        head = json.dumps({**_good_values(), "projects": []})
        return head.replace('"projects": []', f'"projects": [{projects}]', 1).encode("utf-8")

    return make


def _many_rows(key: str, row: Values, count: int) -> Callable[[], bytes]:
    return lambda: _compact(_project(key, [row] * count))


def _compact(change: Callable[[Values], None]) -> bytes:
    values = copy.deepcopy(_good_values())
    change(values)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _many_addresses(count: int) -> Callable[[], bytes]:
    return lambda: _compact(_top("contacts", {"names": "", "phones": "", "emails": ["a"] * count}))


_RATE = {"label": "x", "lowest": 1, "highest": 2}
_PLACES = {"year": 2025, "legal_basis": "SEL_107", "origin": "new", "count": 1}
_HUGE: dict[str, Callable[[], bytes]] = {
    "the longest text of one letter": _all_of_one("description", "a" * LONGEST_TEXT),
    "the longest text of words": _all_of_one("internal_notes", ("ord " * LONGEST_TEXT)[:LONGEST_TEXT]),
    "the longest text of line breaks": _all_of_one("description", "\n" * LONGEST_TEXT),
    "the longest text of arrows": _all_of_one("description", "\u2192" * LONGEST_TEXT),
    "the longest text of brackets": _all_of_one("description", "<" * LONGEST_TEXT),
    "the longest text of emoji": _all_of_one("description", "\U0001f600" * LONGEST_TEXT),
    "the longest name": lambda: _changed(_project("name", "a" * LONGEST_TEXT)),
    "as many projects as are opened": _many_projects(MOST_ITEMS),
    "as many groups of places as are opened": _many_rows("places", _PLACES, MOST_ITEMS),
    "as many rates as are opened": _many_rows("daily_rates", _RATE, MOST_ITEMS),
    "as many addresses as are opened": _many_addresses(MOST_ITEMS),
}
_TOO_MANY: dict[str, Callable[[], bytes]] = {
    "4,8 MB of one letter": _all_of_one("description", "a" * 4_800_000),
    "4,8 MB of words": _all_of_one("internal_notes", "ord " * 1_200_000),
    "4,8 MB of line breaks": _all_of_one("description", "\n" * 2_400_000),
    "4,8 MB of arrows": _all_of_one("description", "\u2192" * 1_600_000),
    "4,8 MB of brackets": _all_of_one("description", "<" * 4_800_000),
    "4,8 MB of emoji": _all_of_one("description", "\U0001f600" * 1_200_000),
    "4,8 MB as an address": lambda: _changed(
        _top("contacts", {"names": "", "phones": "", "emails": ["a@" + "b" * 4_800_000]})
    ),
    "4,8 MB as a name": lambda: _changed(_project("name", "a" * 4_800_000)),
    "10.000 projects": _many_projects(10_000),
    "9.000 groups of places": _many_rows("places", _PLACES, 9_000),
    "10.000 rates": _many_rows("daily_rates", _RATE, 10_000),
    "40.000 addresses": _many_addresses(40_000),
    "90.000 projects": _many_projects(90_000),
    "60.000 groups of places": _many_rows("places", _PLACES, 60_000),
    "80.000 rates": _many_rows("daily_rates", _RATE, 80_000),
    "1 million addresses": _many_addresses(1_000_000),
}


def _sparse(folder: Path) -> Path:
    path = folder / "sag.botilbud"
    with path.open("wb") as file:
        file.truncate(200 * MEGABYTE)
    return path


def _special() -> Iterator[Idea]:
    """Paths that are no regular file."""

    def folder(place: Path) -> Path:
        (place / "sag.botilbud").mkdir()
        return place / "sag.botilbud"

    def pipe(place: Path) -> Path:
        os.mkfifo(place / "sag.botilbud")
        return place / "sag.botilbud"

    def listener(place: Path) -> Path:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(place / "s"))
        return place / "s"

    def link_to(target: str) -> Callable[[Path], Path]:
        def plant(place: Path) -> Path:
            (place / "sag.botilbud").symlink_to(target)
            return place / "sag.botilbud"

        return plant

    def loop(place: Path) -> Path:
        (place / "a.botilbud").symlink_to("b.botilbud")
        (place / "b.botilbud").symlink_to("a.botilbud")
        return place / "a.botilbud"

    def link_to_draft(place: Path) -> Path:
        (place / "rigtig.botilbud").write_bytes(good())
        return link_to("rigtig.botilbud")(place)

    def database(place: Path) -> Path:
        with sqlite3.connect(place / "sag.botilbud") as connection:
            connection.execute("CREATE TABLE x (y)")
        connection.close()
        return place / "sag.botilbud"

    def unreadable(place: Path) -> Path:
        path = _as_file(good())(place)
        path.chmod(0)
        return path

    yield Idea("folder", REFUSED, folder)
    yield Idea("pipe", REFUSED, pipe)
    yield Idea("socket", REFUSED, listener)
    yield Idea("link to itself", REFUSED, link_to("sag.botilbud"))
    yield Idea("links in a circle", REFUSED, loop)
    yield Idea("link to nothing", REFUSED, link_to("væk.botilbud"))
    yield Idea("link to /dev/zero", REFUSED, link_to("/dev/zero"))
    yield Idea("link to a terminal", REFUSED, link_to("/dev/tty"))
    yield Idea("link to a password file", REFUSED, link_to("/etc/passwd"))
    yield Idea("link to a draft", OPENED, link_to_draft)
    yield Idea("a real database", REFUSED, database)
    yield Idea("missing", REFUSED, lambda place: place / "væk.botilbud")
    yield Idea("in a folder that is a file", REFUSED, lambda place: _as_file(good())(place) / "sag.botilbud")
    yield Idea("a name of 300 characters", REFUSED, lambda place: place / ("x" * 300 + ".botilbud"))
    yield Idea("a name with a zero", REFUSED, lambda place: place / "sag\0.botilbud")
    if os.geteuid() != 0:
        yield Idea("not permitted", REFUSED, unreadable)
