"""Temporary files left by a killed process are removed, and nothing else is."""

import os
from pathlib import Path

import pytest

from botilbud_desktop.storage.files import temporary_files
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.temporary_files import MINIMUM_AGE, remove_temporary_files
from tests.listing import names_in

NOW = 1_715_332_320.0
OLD = NOW - MINIMUM_AGE - 10
NAME = ".~botilbud-0123456789abcdef.tmp"


def put(path: Path, modified: float = OLD) -> Path:
    """Write a file at `path`, last changed at `modified`."""
    path.write_bytes(b"half a draft")
    os.utime(path, (modified, modified))
    return path


def test_what_a_killed_save_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The temporary file has the name that a real save gives it."""
    draft = put(tmp_path / "sag.botilbud")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            write_atomically(draft, b"new", before_replace=killed)
    (left,) = (path for path in tmp_path.iterdir() if path != draft)
    os.utime(left, (OLD, OLD))
    assert remove_temporary_files(tmp_path, NOW) == 1
    assert names_in(tmp_path) == ["sag.botilbud"]


@pytest.mark.parametrize("error", [ValueError(), KeyError(), RuntimeError()])
def test_an_error_just_before_the_file_is_replaced_is_passed_on_and_leaves_the_old_one(
    tmp_path: Path, error: Exception
) -> None:
    draft = put(tmp_path / "sag.botilbud")

    def fail() -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        write_atomically(draft, b"new", before_replace=fail)
    assert caught.value is error
    assert draft.read_bytes() == b"half a draft"
    assert names_in(tmp_path) == ["sag.botilbud"]


def test_what_a_living_save_may_need_is_left(tmp_path: Path) -> None:
    put(tmp_path / NAME, NOW - MINIMUM_AGE)
    put(tmp_path / NAME.replace("0", "1"), NOW)
    put(tmp_path / NAME.replace("0", "2"), NOW + 10 * MINIMUM_AGE)
    assert remove_temporary_files(tmp_path, NOW) == 0
    assert len(names_in(tmp_path)) == 3


def test_the_age_can_be_chosen(tmp_path: Path) -> None:
    put(tmp_path / NAME, NOW - 20)
    assert remove_temporary_files(tmp_path, NOW, older_than=30) == 0
    assert remove_temporary_files(tmp_path, NOW, older_than=10) == 1


@pytest.mark.parametrize(
    "name",
    [
        "sag.botilbud",
        ".~botilbud-.tmp",
        ".~botilbud-0123456789abcdeg.tmp",
        ".~botilbud-0123456789ABCDEF.tmp" if os.name != "nt" else "x.tmp",
        ".~botilbud-0123456789abcdef0.tmp",
        ".~botilbud-0123456789abcdef.tmp.botilbud",
        "x.~botilbud-0123456789abcdef.tmp",
        "~$sag.docx",
        ".~lock.sag.ods#",
    ],
)
def test_other_names_are_left(name: str, tmp_path: Path) -> None:
    put(tmp_path / name)
    assert remove_temporary_files(tmp_path, NOW) == 0
    assert names_in(tmp_path) == [name]


def test_only_ordinary_files_directly_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    os.utime(tmp_path / NAME, (OLD, OLD))
    (tmp_path / "below").mkdir()
    put(tmp_path / "below" / NAME)
    if os.name != "nt":
        target = put(tmp_path / "target")
        link = tmp_path / NAME.replace("0", "1")
        link.symlink_to(target)
        os.utime(link, (OLD, OLD), follow_symlinks=False)
    before = names_in(tmp_path)
    assert remove_temporary_files(tmp_path, NOW) == 0
    assert names_in(tmp_path) == before
    assert names_in(tmp_path / "below") == [NAME]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    put(tmp_path / "file")
    for folder in (tmp_path / "gone", tmp_path / "file", tmp_path / "\x00"):
        assert remove_temporary_files(folder, NOW) == 0


def test_a_left_over_that_cannot_be_removed_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = sorted(NAME.replace("0", digit) for digit in "12345")
    for name in names:
        put(tmp_path / name)
    real = Path.unlink

    def held(path: Path) -> None:
        if path.name == names[2]:
            raise PermissionError(13, "held")
        real(path)

    monkeypatch.setattr(Path, "unlink", held)
    assert remove_temporary_files(tmp_path, NOW) == 4
    assert names_in(tmp_path) == [names[2]]


def test_a_large_folder_is_not_gone_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporary_files, "MOST_ENTRIES", 5)
    for number in range(20):
        put(tmp_path / f".~botilbud-{number:016x}.tmp")
    assert remove_temporary_files(tmp_path, NOW) == 5
    assert len(names_in(tmp_path)) == 15
