"""Finding the drafts below a folder."""

import os
from pathlib import Path

import pytest

from botilbud_desktop.storage.collection import draft_folder
from botilbud_desktop.storage.collection.draft_folder import drafts_in
from botilbud_desktop.storage.errors import RefusedFileError


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in drafts_in(folder).files]


def make(folder: Path, *files: str) -> None:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def test_drafts_of_the_folder_come_before_those_of_the_folders_in_it(tmp_path: Path) -> None:
    make(tmp_path, "z.botilbud", "B/x.botilbud", "a/y.BOTILBUD", "a/læs.txt", "A.botilbud", "a/b/c/d.botilbud")
    assert names(tmp_path) == ["A.botilbud", "z.botilbud", "a/y.BOTILBUD", "B/x.botilbud", "a/b/c/d.botilbud"]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "inde/a.botilbud")
    try:
        (tmp_path / "inde" / "rundt").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert names(tmp_path) == ["inde/a.botilbud"]
    (refused,) = drafts_in(tmp_path).refused
    assert (refused.file, "genvej" in refused.reason) == ("inde/rundt", True)


def test_a_folder_that_is_too_deep_is_not_looked_into_and_that_is_told(tmp_path: Path) -> None:
    make(tmp_path, "1/2/3/4/5/6/a.botilbud")
    assert (len(drafts_in(tmp_path).files), drafts_in(tmp_path).is_cut) == (1, False)
    make(tmp_path, "1/2/3/4/5/6/7/b.botilbud", "1/2/3/4/5/x/c.botilbud")
    found = drafts_in(tmp_path)
    assert [path.name for path in found.files] == ["a.botilbud", "c.botilbud"]
    assert [(each.file, each.reason) for each in found.refused] == [
        ("1/2/3/4/5/6/7", "programmet ser kun 6 mapper ned")
    ]
    assert not found.is_cut


def test_more_drafts_or_files_than_are_taken_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "1.botilbud", "2.botilbud", "3.botilbud")
    monkeypatch.setattr(draft_folder, "MOST_DRAFTS", 3)
    assert (len(drafts_in(tmp_path).files), drafts_in(tmp_path).is_cut) == (3, False)
    monkeypatch.setattr(draft_folder, "MOST_DRAFTS", 2)
    assert (len(drafts_in(tmp_path).files), drafts_in(tmp_path).is_cut) == (2, True)
    monkeypatch.setattr(draft_folder, "MOST_DRAFTS", 99)
    monkeypatch.setattr(draft_folder, "_MOST_ENTRIES", 3)
    assert drafts_in(tmp_path).is_cut


def test_the_folder_itself_is_refused_when_it_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="væk"):
        drafts_in(tmp_path / "væk")


def test_a_folder_in_it_that_cannot_be_read_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.botilbud", "lukket/b.botilbud", "åben/c.botilbud")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "lukket":
            raise PermissionError(13, "refused")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = drafts_in(tmp_path)
    assert [path.name for path in found.files] == ["a.botilbud", "c.botilbud"]
    assert [refusal.file for refusal in found.refused] == ["lukket"]
