"""The largest valid drafts of each kind: as much as a file may hold of one thing, and odd texts."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from botilbud_desktop.domain.form_bounds import CHARACTERS_OF_A_LINE_BREAK, MOST_CHARACTERS, MOST_PROJECTS, MOST_ROWS
from botilbud_desktop.domain.form_bounds import LONGEST_LINE as LONGEST_LINE_SHOWN
from botilbud_desktop.domain.form_bounds import LONGEST_TEXT as LONGEST_TEXT_SHOWN
from botilbud_desktop.domain.text.sanitizing import MOST_STACKED_MARKS
from botilbud_desktop.storage.draft.size_limits import LONGEST_TEXT, MOST_ITEMS
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from tests.benchmarks.texts import prose
from tests.faults.corpus_files import good

Values = dict[str, Any]

_RATE = {"label": "x", "lowest": 1, "highest": 2}
_PLACES = {"year": 2025, "legal_basis": "SEL_107", "origin": "new", "count": 1}
_LINE = {"label": "x", "amount": 1, "treatment": "shared"}
_BASIS = {"unit": "places", "eligible": 8, "total": 50}
_APPROVAL = {"approved_at": "2024-05-10T09:12:00Z", "approved_by": "x", "fingerprint": "sha256:" + "0" * 64}
_NAME = "description"
_MOST_OF_LINES = 2 * LONGEST_TEXT_SHOWN // (1 + CHARACTERS_OF_A_LINE_BREAK)
"""Characters of the longest text of lines with one letter that the form shows."""
_ROOM_FOR_KEYS = 100

TEXTS: Mapping[str, str] = {
    "one letter": "a",
    "words": "ord ",
    "line breaks": "\n",
    "short lines": "a\n",
    "arrows": "\u2192",
    "emoji": "\U0001f600",
    "families of emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "accents": "a\u0301\u0302\u0323\u0334\u0335",
    "as many accents as a letter may have": "a" + "\u0315" * (MOST_STACKED_MARKS - 1),
    "right-to-left marks": "\u202e\u05d0\u05d1 \u202c",
    "Hebrew without a space": "\u05d0\u05d1",
    "tabs": "\t",
    "markup": "<b>",
    "no-break spaces": "a\u00a0",
    "zero-width spaces": "a\u200b",
}
"""What a text of the longest kind repeats."""

ORDINARY = "an ordinary draft"


class LargeDraft(NamedTuple):
    """One draft: its name, and what makes the bytes of its file."""

    name: str
    make: Callable[[], bytes]


def large_drafts(*, quick: bool) -> Iterator[LargeDraft]:
    """Yields the drafts; `quick` one of each kind."""
    yield LargeDraft(ORDINARY, good)
    texts = list(TEXTS)[:1] if quick else list(TEXTS)
    for name in texts:
        yield LargeDraft(f"a description of {name}", _with(_description(TEXTS[name])))
    for where in ("name", "case number") if quick else ("name", "case number", "contacts", "label", "note"):
        yield LargeDraft(f"the longest {where}", _with(_LINES[where]))
    many = dict(list(_MANY.items())[:2]) if quick else _MANY
    for name, change in many.items():
        yield LargeDraft(name, _with(change))


def longest(piece: str) -> str:
    """Returns a text that repeats `piece`, as long as a file may hold but for a few keys."""
    return (piece * (LONGEST_TEXT // len(piece) + 1))[: LONGEST_TEXT - _ROOM_FOR_KEYS]


def _with(change: Callable[[Values], None]) -> Callable[[], bytes]:
    def make() -> bytes:
        values: Values = json.loads(good())
        change(values)
        data = _bytes(values)
        if len(data) > LARGEST_FILE:
            raise ValueError("larger than a file may be")
        return data

    return make


def _bytes(values: Values) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _description(piece: str) -> Callable[[Values], None]:
    return lambda values: values.update(description=longest(piece))


def _projects(count: int, **content: Any) -> Callable[[Values], None]:
    """Replaces the projects by copies of the first one with other ids."""

    def change(values: Values) -> None:
        first = {**values["projects"][0], **content}
        values["projects"] = [{**first, "id": f"00000000-0000-4000-8000-{number:012d}"} for number in range(count)]

    return change


def _rows(key: str, row: Values, count: int = MOST_ITEMS) -> Callable[[Values], None]:
    return lambda values: values["projects"][0].update({key: [row] * count})


def _plan(values: Values) -> None:
    plan = {"basis": _BASIS, "round_to": 1, "lines": [_LINE] * MOST_ITEMS}
    values["projects"][0]["cost_plan"] = plan


def _full_file(values: Values) -> None:
    """Fills the file with as many projects as it may have, all with texts."""
    _projects(MOST_ITEMS)(values)
    room = LARGEST_FILE - len(_bytes(values)) - 10_000
    for project in values["projects"]:
        project["description"] += prose(room // MOST_ITEMS - 300)
    missing = (LARGEST_FILE - len(_bytes(values))) // 2 - 10_000
    values["internal_notes"] = prose(max(0, min(missing, LONGEST_TEXT)))


def _rows_everywhere(row: Values, projects: int, count: int) -> Callable[[Values], None]:
    return _projects(projects, daily_rates=[row] * count)


def _many_texts(values: Values) -> None:
    texts = {key: longest("a") for key in (_NAME, "coordination_note", "preservation_reason")}
    _projects(7, **texts)(values)


def _full_form(values: Values) -> None:
    """As many projects as the form shows, with as much text as it shows in all."""
    each = MOST_CHARACTERS // MOST_PROJECTS - 1_000
    _projects(MOST_PROJECTS, description=prose(each))(values)


def _form_texts(values: Values, piece: str, most: int = LONGEST_TEXT_SHOWN) -> None:
    text = (piece * most)[: most - _ROOM_FOR_KEYS]
    values.update(description=text, internal_notes=text)
    values["projects"][0].update(description=text)


def _form_lines(values: Values) -> None:
    line = ("ab\u2192" * LONGEST_LINE_SHOWN)[: LONGEST_LINE_SHOWN - _ROOM_FOR_KEYS]
    values.update(case_number=line)
    values["projects"][0].update(name=line, coordination_note=line, daily_rates=[{**_RATE, "label": line}])
    values["contacts"].update(names=line, phones=line, emails=[line])


def _form_rows(values: Values) -> None:
    _plan(values)
    first = values["projects"][0]
    first["cost_plan"]["lines"] = first["cost_plan"]["lines"][:MOST_ROWS]
    first.update(places=[_PLACES] * MOST_ROWS, daily_rates=[_RATE] * MOST_ROWS)


_LINES: Mapping[str, Callable[[Values], None]] = {
    "name": lambda values: values["projects"][0].update(name=longest("a")),
    "case number": lambda values: values.update(case_number=longest("\u2192")),
    "contacts": lambda values: values.update(
        contacts={"names": longest("ab "), "phones": longest("1"), "emails": [longest("a")]}
    ),
    "label": lambda values: values["projects"][0].update(daily_rates=[{**_RATE, "label": longest("a")}] * 3),
    "note": lambda values: values["projects"][0].update(coordination_note=longest("\U0001f600")),
}
_MANY: Mapping[str, Callable[[Values], None]] = {
    "1,000 full projects": _projects(MOST_ITEMS),
    "a file full of projects": _full_file,
    "1,000 empty projects": lambda values: values.update(
        projects=[{"id": f"00000000-0000-4000-8000-{number:012d}"} for number in range(MOST_ITEMS)]
    ),
    "40 full projects": _projects(40),
    "as many projects as the form shows": _projects(MOST_PROJECTS),
    "a form full of projects and text": _full_form,
    "a form with the longest texts": lambda values: _form_texts(values, "a"),
    "a form with the longest texts of arrows": lambda values: _form_texts(values, "\u2192"),
    "a form with the longest texts of emoji": lambda values: _form_texts(values, "\U0001f600"),
    "a form with the longest texts of lines": lambda values: _form_texts(values, "a\n", _MOST_OF_LINES),
    "a form with the longest lines": _form_lines,
    "1,000 groups of places": _rows("places", _PLACES),
    "1,000 daily rates": _rows("daily_rates", _RATE),
    "1,000 daily rates with long labels": _rows("daily_rates", {**_RATE, "label": "takst " * 700}),
    "1,000 cost lines": _plan,
    "as many rows as the form shows": _form_rows,
    "20 projects with 100 rates": _rows_everywhere(_RATE, 20, 100),
    "1,000 projects with 10 rates": _rows_everywhere({}, MOST_ITEMS, 10),
    "1,000 e-mail addresses": lambda values: values.update(
        contacts={"names": "", "phones": "", "emails": ["navn.navnesen@kommune.dk"] * MOST_ITEMS}
    ),
    "1,000 approvals": lambda values: values.update(approvals=[_APPROVAL] * MOST_ITEMS),
    "many long texts": _many_texts,
}
