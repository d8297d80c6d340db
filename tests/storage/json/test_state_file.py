"""State that the program stores on this machine: recent drafts, settings and half-typed values."""

import sys
from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.half_typed import half_typed_of, keep_half_typed
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.history.versions import History
from botilbud_desktop.storage.user.recent import (
    recent_drafts,
    remember_draft,
)
from botilbud_desktop.storage.user.settings import Settings, read_settings, write_settings
from tests.storage.histories import keep

DRAFT = "0b6f1c2d-0000-4000-8000-000000000000"
BROKEN = [b"", b"\xff\xfe", b"[1, 2", b"[]", b'{"drafts": NaN}', b"[" * 100_000, b"\x00" * 50]


def test_nothing_is_remembered_at_first(tmp_path: Path) -> None:
    assert recent_drafts(tmp_path) == []
    assert read_settings(tmp_path) == Settings()
    assert half_typed_of(tmp_path, DRAFT, "digest") == {}
    assert list(tmp_path.iterdir()) == []


def test_the_newest_draft_comes_first(tmp_path: Path) -> None:
    paths = [tmp_path / f"sag {number} æøå.botilbud" for number in range(12)]
    for path in paths:
        remember_draft(tmp_path / "state", path)
    assert recent_drafts(tmp_path / "state") == paths[:-11:-1]
    assert len(recent_drafts(tmp_path / "state")) == 10
    remember_draft(tmp_path / "state", paths[5])
    assert recent_drafts(tmp_path / "state")[0] == paths[5]
    assert len(set(recent_drafts(tmp_path / "state"))) == 10


def test_a_draft_that_is_no_longer_listed_is_forgotten(tmp_path: Path) -> None:
    for number in range(11):
        remember_draft(tmp_path, tmp_path / f"sag-{number:02}.botilbud")
    kept = "".join(file.read_text(encoding="utf-8") for file in tmp_path.iterdir())
    assert ("sag-00" in kept, "sag-01" in kept) == (False, True)
    assert len(recent_drafts(tmp_path)) == 10


def test_a_huge_file_is_as_none_and_is_written_over(tmp_path: Path) -> None:
    remember_draft(tmp_path, tmp_path / "sag.botilbud")
    (file,) = tmp_path.iterdir()
    file.write_bytes(b" " * 6_000_000)
    assert recent_drafts(tmp_path) == []
    remember_draft(tmp_path, tmp_path / "ny.botilbud")
    assert recent_drafts(tmp_path) == [tmp_path / "ny.botilbud"]


def test_missing_drafts_are_listed_too(tmp_path: Path) -> None:
    here, gone = tmp_path / "here.botilbud", tmp_path / "gone.botilbud"
    here.touch()
    remember_draft(tmp_path, gone)
    remember_draft(tmp_path, here)
    assert recent_drafts(tmp_path) == [here, gone]


def test_a_relative_path_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    remember_draft(tmp_path, Path("x.botilbud"))
    assert recent_drafts(tmp_path) == [tmp_path / "x.botilbud"]


def test_settings_are_kept(tmp_path: Path) -> None:
    settings = Settings(approver_name="Åse Ærø")
    write_settings(tmp_path / "new folder", settings)
    assert read_settings(tmp_path / "new folder") == settings


def test_settings_of_a_newer_program_are_read(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"approver_name": "Bo", "sound": true}')
    assert read_settings(tmp_path) == Settings(approver_name="Bo")


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_file_is_set_aside(content: bytes, tmp_path: Path) -> None:
    for name in ("settings.json", "recent.json"):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "unfinished").mkdir()
    (tmp_path / "unfinished" / f"{DRAFT}.json").write_bytes(content)
    assert read_settings(tmp_path) == Settings()
    assert recent_drafts(tmp_path) == []
    assert half_typed_of(tmp_path, DRAFT, "digest") == {}
    assert (tmp_path / "settings.json.broken").read_bytes() == content
    write_settings(tmp_path, Settings(approver_name="Bo"))
    assert read_settings(tmp_path).approver_name == "Bo"


def test_a_folder_in_the_way_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert read_settings(tmp_path) == Settings()
    with pytest.raises(SaveFailedError):
        write_settings(tmp_path, Settings())
    (tmp_path / "file").touch()
    with pytest.raises(SaveFailedError):
        write_settings(tmp_path / "file", Settings())


def test_half_typed_values_belong_to_one_saved_file(tmp_path: Path) -> None:
    values = {"projects[0].loan.2025": "22,9", "projects[0].completion_date": "31.02.2026"}
    keep_half_typed(tmp_path, DRAFT.upper(), "digest", values)
    assert half_typed_of(tmp_path, DRAFT, "digest") == values
    assert half_typed_of(tmp_path, DRAFT, "another") == {}
    keep_half_typed(tmp_path, DRAFT, "digest", {})
    assert half_typed_of(tmp_path, DRAFT, "digest") == {}
    keep_half_typed(tmp_path, DRAFT, "digest", {})
    assert list((tmp_path / "unfinished").iterdir()) == []


def test_two_files_of_one_draft_have_half_typed_values_at_the_same_time(tmp_path: Path) -> None:
    keep_half_typed(tmp_path, DRAFT, "mine", {"a": "22,9"})
    keep_half_typed(tmp_path, DRAFT, "copy", {})
    keep_half_typed(tmp_path, DRAFT, "copy", {"a": "7,"})
    assert half_typed_of(tmp_path, DRAFT, "mine") == {"a": "22,9"}
    keep_half_typed(tmp_path, DRAFT, "copy", {})
    assert half_typed_of(tmp_path, DRAFT, "mine") == {"a": "22,9"}
    assert half_typed_of(tmp_path, DRAFT, "copy") == {}


def test_the_oldest_half_typed_values_are_dropped(tmp_path: Path) -> None:
    for digest in ("first", *map(str, range(19)), "first", "last"):
        keep_half_typed(tmp_path, DRAFT, digest, {"a": digest})
    assert half_typed_of(tmp_path, DRAFT, "first") == {"a": "first"}
    assert [half_typed_of(tmp_path, DRAFT, str(number)) for number in (0, 1)] == [{}, {"a": "1"}]


def test_an_older_shape_of_the_file_with_half_typed_values_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "unfinished").mkdir()
    (tmp_path / "unfinished" / f"{DRAFT}.json").write_text('{"digest": "old", "values": {"a": "22,9"}}')
    assert half_typed_of(tmp_path, DRAFT, "old") == {}
    keep_half_typed(tmp_path, DRAFT, "new", {"a": "7,"})
    assert half_typed_of(tmp_path, DRAFT, "new") == {"a": "7,"}


@pytest.mark.skipif(sys.platform == "win32", reason="the user's folders are closed to others there")
def test_nobody_else_can_look_into_the_folders_of_what_was_written(tmp_path: Path) -> None:
    keep_half_typed(tmp_path / "state", DRAFT, "digest", {"a": "22,9"})
    write_settings(tmp_path / "settings", Settings())
    keep(History(tmp_path / "versions", DRAFT), b"a")
    for folder in ("state/unfinished", "settings", "versions"):
        assert (tmp_path / folder).stat().st_mode & 0o077 == 0, folder


def test_a_text_that_no_file_can_hold(tmp_path: Path) -> None:
    with pytest.raises(SaveFailedError):
        keep_half_typed(tmp_path, DRAFT, "digest", {"description": "\ud800"})


@pytest.mark.parametrize("draft_id", ["", "../../x", "NUL", DRAFT + "/x"])
def test_an_id_is_a_uuid(draft_id: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="UUID"):
        keep_half_typed(tmp_path, draft_id, "digest", {"a": "b"})


@pytest.mark.skipif(sys.platform == "win32", reason="names there are Unicode")
def test_a_draft_whose_name_no_file_can_hold_is_not_remembered(tmp_path: Path) -> None:
    with pytest.raises(SaveFailedError):
        remember_draft(tmp_path, tmp_path / "\udcff.botilbud")
    assert recent_drafts(tmp_path) == []
