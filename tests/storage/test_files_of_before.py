"""Files written by an earlier version of the program are read, and written with the same keys and values."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from botilbud_desktop.storage.diagnostics.program_event import Detail, Event, EventKind
from botilbud_desktop.storage.diagnostics.program_log import LOG_FILE, ProgramLog
from botilbud_desktop.storage.draft.half_typed import half_typed_of, keep_half_typed
from botilbud_desktop.storage.draft.lock_info import info_bytes, parse_info
from botilbud_desktop.storage.user.recent import recent_drafts, remember_draft
from botilbud_desktop.storage.user.settings import Settings, read_settings, write_settings
from botilbud_desktop.storage.user.window_geometry import WindowGeometry, read_window_geometry, write_window_geometry
from botilbud_desktop.storage.user.writing_zoom import read_zoom, write_zoom

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DRAFT_ID = "00000000-0000-4000-8000-000000000001"
KINDS = [
    *("started", "closed", "draft-opened", "draft-refused", "draft-left", "lock-met", "recovered", "saved"),
    *("not-saved", "document-made", "not-decided", "error"),
]
DETAILS = [
    *("file", "example", "unsaved", "holder-gone", "changed-on-disk", "locked", "content", "no-space", "not-allowed"),
    *("gone", "in-use", "name-too-long", "is-a-folder", "other", "view", "receipt", "project-sheet", "allocation"),
    *("text", "workbook", "word", "drafts-folder", "receipts-folder", "department", "theme", "rounds-folder"),
    *("word-list", "keeps-versions", "unreadable"),
]


def kept(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))


def test_each_event_of_the_log_is_known_by_its_name(tmp_path: Path) -> None:
    when = "2026-11-23T12:00:00Z"
    events: list[dict[str, object]] = [{"kind": kind} for kind in KINDS]
    events += [{"kind": "saved", "detail": detail, "size": 12} for detail in DETAILS]
    lines = [json.dumps({"event": event, "first": when, "last": when, "times": 2}) for event in events]
    (tmp_path / LOG_FILE).write_text("\n".join(lines), encoding="utf-8")
    found = ProgramLog(tmp_path).entries()
    assert [entry.event.kind for entry in found] == [*EventKind, *[EventKind.SAVED] * len(Detail)]
    assert [entry.event.detail for entry in found[len(KINDS) :]] == list(Detail)
    assert {(entry.first, entry.last, entry.times) for entry in found} == {(AT, AT, 2)}
    assert {entry.event.size for entry in found} == {None, 12}


def test_the_log_is_written_with_the_names_that_are_read(tmp_path: Path) -> None:
    log = ProgramLog(tmp_path)
    for second, kind in enumerate(EventKind):
        log.note(Event(kind=kind), AT + timedelta(seconds=second))
    log.note(Event(kind=EventKind.SAVED, detail=Detail.NO_SPACE, size=3), AT)
    log.note(Event(kind=EventKind.SAVED, detail=Detail.NO_SPACE, size=3), AT + timedelta(hours=1))
    lines = [json.loads(line) for line in log.take().splitlines()]
    assert [line["event"]["kind"] for line in lines[:-1]] == KINDS
    assert lines[0] == {
        "event": {"kind": "started"},
        "first": "2026-11-23T12:00:00Z",
        "last": "2026-11-23T12:00:00Z",
    }
    assert lines[-1] == {
        "event": {"kind": "saved", "detail": "no-space", "size": 3},
        "first": "2026-11-23T12:00:00Z",
        "last": "2026-11-23T13:00:00Z",
        "times": 2,
    }


def test_the_settings_keep_their_names(tmp_path: Path) -> None:
    settings = Settings(
        approver_name="Åse",
        department="Social",
        text_size=125,
        theme="dark",
        drafts_folder="/a",
        receipts_folder="/b",
        round_to=100,
    )
    write_settings(tmp_path, settings)
    assert kept(tmp_path / "settings.json") == {
        "approver_name": "Åse",
        "department": "Social",
        "text_size": 125,
        "theme": "dark",
        "drafts_folder": "/a",
        "receipts_folder": "/b",
        "round_to": 100,
        "spelling": True,
    }
    assert read_settings(tmp_path) == settings


@pytest.mark.parametrize(
    ("name", "value", "is_kept"),
    [
        ("text_size", 80, True),
        ("text_size", 79, False),
        ("text_size", 200, True),
        ("text_size", 201, False),
        ("approver_name", "a" * 120, True),
        ("approver_name", "a" * 121, False),
        ("department", "a" * 120, True),
        ("department", "a" * 121, False),
        ("approver_name", "to\nlinjer", False),
        ("approver_name", "vendt\u202e", False),
        ("drafts_folder", "a" * 4000, True),
        ("drafts_folder", "a" * 4001, False),
        ("receipts_folder", "a" * 4001, False),
        ("theme", "a" * 40, True),
        ("theme", "a" * 41, False),
        ("theme", "Mørkt", False),
        ("round_to", 1000, True),
        ("round_to", 10, True),
        ("round_to", 5, False),
    ],
)
def test_a_setting_out_of_its_range_is_passed_over(tmp_path: Path, name: str, value: object, is_kept: bool) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({name: value}), encoding="utf-8")
    assert getattr(read_settings(tmp_path), name) == (value if is_kept else getattr(Settings(), name))


def test_without_a_file_the_settings_are_these(tmp_path: Path) -> None:
    found = read_settings(tmp_path)
    assert (found.approver_name, found.department, found.drafts_folder, found.receipts_folder) == ("", "", "", "")
    assert (found.text_size, found.theme, found.round_to) == (100, "system", 1)


def test_recent_drafts_keep_their_name_and_ten_of_them(tmp_path: Path) -> None:
    for number in range(12):
        remember_draft(tmp_path, tmp_path / f"{number}.botilbud")
    remember_draft(tmp_path, tmp_path / "5.botilbud")
    names = [Path(text).name for text in json.loads((tmp_path / "recent.json").read_text(encoding="utf-8"))["drafts"]]
    assert names == [f"{number}.botilbud" for number in (5, 11, 10, 9, 8, 7, 6, 4, 3, 2)]
    assert [path.name for path in recent_drafts(tmp_path)] == names


def test_the_windows_place_keeps_its_names(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    write_window_geometry(path, WindowGeometry(left=-5, top=6, width=700, height=800, is_maximised=True))
    assert kept(path) == {"window": {"left": -5, "top": 6, "width": 700, "height": 800, "is_maximised": True}}
    assert read_window_geometry(path) == WindowGeometry(left=-5, top=6, width=700, height=800, is_maximised=True)


@pytest.mark.parametrize(
    ("name", "value", "makes_sense"),
    [
        ("left", -100_000, True),
        ("left", -100_001, False),
        ("top", 100_000, True),
        ("top", 100_001, False),
        ("width", 1, True),
        ("width", 0, False),
        ("height", 100_000, True),
        ("height", 100_001, False),
    ],
)
def test_a_place_beyond_every_screen_is_none(tmp_path: Path, name: str, value: int, makes_sense: bool) -> None:
    geometry = {"left": 1, "top": 2, "width": 3, "height": 4, name: value}
    (tmp_path / "window.json").write_text(json.dumps({"window": geometry}), encoding="utf-8")
    found = read_window_geometry(tmp_path / "window.json")
    assert (found is not None) is makes_sense
    assert found is None or (getattr(found, name), found.is_maximised) == (value, False)


@pytest.mark.parametrize(("zoom", "read"), [(60, 60), (59, 100), (300, 300), (301, 100), (125, 125)])
def test_the_size_of_the_full_windows_text_keeps_its_name_and_range(tmp_path: Path, zoom: int, read: int) -> None:
    write_zoom(tmp_path, 150)
    assert kept(tmp_path / "writing.json") == {"zoom": 150}
    (tmp_path / "writing.json").write_text(json.dumps({"zoom": zoom}), encoding="utf-8")
    assert read_zoom(tmp_path) == read


def test_half_typed_values_keep_their_names(tmp_path: Path) -> None:
    keep_half_typed(tmp_path, DRAFT_ID, "a" * 64, {"projects[0].loan.2025": "22,9"})
    path = tmp_path / "unfinished" / f"{DRAFT_ID}.json"
    assert kept(path) == {"entries": [{"digest": "a" * 64, "values": {"projects[0].loan.2025": "22,9"}}]}
    assert half_typed_of(tmp_path, DRAFT_ID.upper(), "a" * 64) == {"projects[0].loan.2025": "22,9"}
    assert half_typed_of(tmp_path, DRAFT_ID, "b" * 64) == {}


def test_half_typed_values_of_the_twenty_newest_files_are_kept(tmp_path: Path) -> None:
    for number in range(21):
        keep_half_typed(tmp_path, DRAFT_ID, f"{number:064}", {"case_number": str(number)})
    keep_half_typed(tmp_path, DRAFT_ID, f"{5:064}", {"case_number": "ny"})
    kept_of = [number for number in range(21) if half_typed_of(tmp_path, DRAFT_ID, f"{number:064}")]
    assert kept_of == list(range(1, 21))
    assert half_typed_of(tmp_path, DRAFT_ID, f"{5:064}") == {"case_number": "ny"}
    keep_half_typed(tmp_path, DRAFT_ID, f"{5:064}", {})
    assert half_typed_of(tmp_path, DRAFT_ID, f"{5:064}") == {}
    assert half_typed_of(tmp_path, DRAFT_ID, f"{6:064}") == {"case_number": "6"}


def test_the_last_half_typed_values_leave_no_file(tmp_path: Path) -> None:
    keep_half_typed(tmp_path, DRAFT_ID, "a" * 64, {"case_number": "x"})
    keep_half_typed(tmp_path, DRAFT_ID, "a" * 64, {})
    assert list((tmp_path / "unfinished").iterdir()) == []
    keep_half_typed(tmp_path, DRAFT_ID, "a" * 64, {})


LOCK = {"name": "Åse", "machine": "PC-1", "since": "2026-11-23T12:00:00Z", "token": "abc", "process": 7}


def test_a_lock_file_keeps_its_names() -> None:
    found = parse_info(json.dumps(LOCK).encode())
    assert found is not None
    assert (found.name, found.machine, found.since, found.token, found.process) == ("Åse", "PC-1", AT, "abc", 7)
    assert json.loads(info_bytes(found)) == LOCK


@pytest.mark.parametrize(
    ("name", "value", "makes_sense"),
    [
        ("token", "", False),
        ("token", "a" * 64, True),
        ("token", "a" * 65, False),
        ("process", 0, False),
        ("process", 1, True),
        ("process", 2**32 - 1, True),
        ("process", 2**32, False),
        ("since", "1971-01-01T00:00:00Z", True),
        ("since", "1970-12-31T23:59:59Z", False),
        ("since", "2999-01-01T00:00:00Z", True),
        ("since", "2999-01-01T00:00:01Z", False),
        ("since", "2026-11-23T12:00:00", False),
    ],
)
def test_a_lock_file_that_makes_no_sense_says_nothing(name: str, value: object, makes_sense: bool) -> None:
    assert (parse_info(json.dumps({**LOCK, name: value}).encode()) is not None) is makes_sense


def test_a_lock_file_is_read_up_to_its_largest_size() -> None:
    short = json.dumps(LOCK)
    assert parse_info((short + " " * (4_096 - len(short.encode()))).encode()) is not None
    assert parse_info((short + " " * (4_096 - len(short.encode()) + 1)).encode()) is None


def test_the_name_of_a_holder_is_shown_cut_and_somebody_without_one_is_another() -> None:
    long = parse_info(json.dumps({**LOCK, "name": " " + "a" * 90}).encode())
    none = parse_info(json.dumps({**LOCK, "name": " "}).encode())
    assert long is not None
    assert none is not None
    assert long.holder.name.startswith("a" * 70)
    assert len(long.holder.name) <= 81
    assert none.holder.name == "en anden"
    assert none.is_of("pc-1 ")
    assert not none.is_of("pc-2")
