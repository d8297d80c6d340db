"""Damaged draft files, made from the examples, the same on every run."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

Path_ = tuple[str | int, ...]

_WRONG: dict[str, tuple[Any, ...]] = {
    "number": (True, 1.5, 22900.0, "22900", [], {}, 10**15, -(10**30)),
    "text": (7, None, True, [], {}, 1.0),
    "list": ("", {}, None, 0),
    "object": ([], "", None, 1),
}
_RAW_VALUES = (
    b"NaN",
    b"Infinity",
    b"-Infinity",
    b"1e999",
    b"1" * 5000,
    b"01",
    b"+1",
    b".5",
    b"0x10",
    b"nil",
    b"True",
    b"1.0",
    b"1e3",
    b"1_000",
    b"22.900",
    b"22,900",
)


def damaged_files(name: str, good: bytes) -> Iterator[tuple[str, bytes]]:
    """Label and content of each damaged version of the draft `good`."""
    for label, data in _all(good):
        yield f"{name}-{label}", data


def _all(good: bytes) -> Iterator[tuple[str, bytes]]:
    yield from _truncations(good)
    yield from _encodings(good)
    yield from _raw_values(good)
    yield from _structure(good)
    yield from _swaps(good)
    yield from _keys(good)


def _truncations(good: bytes) -> Iterator[tuple[str, bytes]]:
    for index in range(24):
        length = (len(good) - 3) * index // 23
        yield f"cut-{length}", good[:length]


def _encodings(good: bytes) -> Iterator[tuple[str, bytes]]:
    text = good.decode("utf-8")
    for encoding in ("utf-16-le", "utf-16-be", "utf-32", "cp1252"):
        yield encoding, text.encode(encoding, "replace")
    yield "zipped", b"PK\x03\x04" + bytes(range(256)) * 8
    chooser = random.Random(2024)
    for number in range(24):
        at = chooser.randrange(len(good))
        yield f"byte-{number}", good[:at] + bytes([chooser.choice((0x00, 0x1F, 0x80, 0xC0, 0xFF))]) + good[at + 1 :]


def _raw_values(good: bytes) -> Iterator[tuple[str, bytes]]:
    marker = b'"places_closed_elsewhere": 0'
    assert marker in good
    for number, raw in enumerate(_RAW_VALUES):
        yield f"raw-{number}", good.replace(marker, b'"places_closed_elsewhere": ' + raw, 1)
    for escape in (b"\\ud800", b"\\udc00x", b"\\ude00\\ud83d", b"\\uZZZZ", b"\\x41", b"\t", b"\n"):
        yield f"escape-{escape!r}", good.replace(b'"name": "', b'"name": "' + escape, 1)
    yield "accents", good.replace(b'"name": "', b'"name": "e' + "\u0301\u0327".encode() * 500, 1)


def _structure(good: bytes) -> Iterator[tuple[str, bytes]]:
    yield "twice", good + good
    yield "list", b"[" + good + b"]"
    yield "comma", good.rstrip()[:-1] + b",}"
    yield "comment", b"// a draft\n" + good
    yield "quotes", good.replace(b'"', b"'")
    yield "deep", good.replace(b'"internal_notes": ""', b'"internal_notes": ' + b"[" * 100_000 + b"]" * 100_000, 1)
    yield "deep-object", b'{"a":' * 100_000
    yield "many", good.replace(b'"emails": []', b'"emails": [' + b'"",' * 100_000 + b'""]', 1)
    yield "large", good.replace(b'"internal_notes": ""', b'"internal_notes": "' + b"x" * 5_000_000 + b'"', 1)
    for key in (b"id", b"projects", b"loan", b"year", b"emails"):
        found = good.index(b'"' + key + b'":')
        yield f"duplicate-{key.decode()}", good[:found] + b'"' + key + b'": null, ' + good[found:]


def _swaps(good: bytes) -> Iterator[tuple[str, bytes]]:
    values = json.loads(good)
    chooser = random.Random(1714)
    for path in _paths(values):
        value = _at(values, path)
        allowed_null = value is None or path[-1] in ("municipality_code", "cost_plan", "completion_date")
        candidates = [
            wrong for wrong in _WRONG[_kind(value)] if wrong is not None or not (allowed_null or _optional(path))
        ]
        wrong = chooser.choice(candidates)
        yield (
            f"swap-{'.'.join(map(str, path))}",
            _changed(values, path, partial(_set, value=wrong)),
        )
    for key, wrong in (
        ("format", "botilbud-form"),
        ("format", ["botilbud-application"]),
        ("format_version", True),
        ("format_version", 1.0),
        ("format_version", 3),
        ("format_version", 0),
        ("format_version", 10**400),
        ("round", "LanBotilbud_2031"),
        ("round", ""),
        ("round", "../forms/LanBotilbud_2025-26"),
        ("id", "not a uuid"),
        ("applicant", {"municipality_code": "411"}),
        ("applicant", {"municipality_code": "85"}),
        ("approvals", [{"approved_at": "2024-05-10T09:12:00", "approved_by": "", "fingerprint": "sha256:" + "0" * 64}]),
        ("approvals", [{"approved_at": "2024-05-10T09:12:00Z", "approved_by": "", "fingerprint": "0" * 64}]),
    ):
        yield f"{key}-{wrong!r:.20}", _dumped({**values, key: wrong})
    project = {**values["projects"][0]}
    for key, wrong in (
        ("loan", {"2024": 1}),
        ("loan", {"2025": 1, "2027": None}),
        ("loan", {"2025 ": 1}),
        ("share_for_others", "25,5"),
        ("share_for_others", "1e2"),
        ("share_for_others", "33.333"),
        ("completion_date", "31-12-2026"),
        ("completion_date", "2026-02-29"),
        ("completion_date", "2026-12-31T00:00:00"),
        ("building", "castle"),
        ("coordination", "KKR"),
        ("places", [{"year": 2025, "legal_basis": "SEL_85", "origin": "new", "count": 1}]),
        ("cost_plan", {"basis": {"unit": "places", "eligible": 1, "total": 2}, "lines": [], "round_to": 5}),
        ("cost_plan", {"basis": {"unit": "rooms", "eligible": 1, "total": 2}, "lines": [], "round_to": 1}),
    ):
        yield f"project-{key}-{wrong!r:.20}", _dumped({**values, "projects": [{**project, key: wrong}]})


def _keys(good: bytes) -> Iterator[tuple[str, bytes]]:
    values = json.loads(good)
    for path in ((), ("applicant",), ("projects", 0), ("projects", 0, "places", 0), ("contacts",)):
        for key in ("unknown", "Name", "__class__", "a.b[0]", "\u202e\n" + "x" * 300, ""):
            yield (
                f"unknown-{'.'.join(map(str, path))}-{key[:9]!r}",
                _changed(values, (*path, key), partial(_set, value=1)),
            )
    for missing in (
        ("format",),
        ("format_version",),
        ("id",),
        ("round",),
        ("projects", 0, "id"),
        ("projects", 0, "places", 0, "year"),
        ("projects", 0, "places", 0, "count"),
    ):
        yield f"missing-{missing[-1]}", _changed(values, missing, lambda parent, key: parent.pop(key))


def _paths(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from _paths(item, (*path, key))


def _at(value: Any, path: Path_) -> Any:
    for part in path:
        value = value[part]
    return value


def _kind(value: Any) -> str:
    if value is None or isinstance(value, int):
        return "number"
    return "text" if isinstance(value, str) else "list" if isinstance(value, list) else "object"


def _optional(path: Path_) -> bool:
    return path[-1] in ("building", "coordination", "share_for_others")


def _set(parent: Any, key: str | int, value: Any) -> None:
    parent[key] = value


def _changed(values: Any, path: Path_, change: Callable[[Any, Any], Any]) -> bytes:
    changed = copy.deepcopy(values)
    change(_at(changed, path[:-1]), path[-1])
    return _dumped(changed)


def _dumped(values: Any) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=2).encode("utf-8")
