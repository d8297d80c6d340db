"""What only the user may read is never open to others, not even for a moment, and stays so when it is written anew."""

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.storage.files import atomic_write
from botilbud_desktop.storage.files.atomic_write import is_temporary, write_atomically
from botilbud_desktop.storage.files.chosen_folder import keep_in
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.user.settings import Settings, write_settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the user's folders are closed to others there")


def mode_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("is_private", [False, True])
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_a_temporary_file_is_closed_to_others_from_the_start(
    mode: int, is_private: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(b"old")
    path.chmod(mode)
    modes: list[int] = []
    real = os.open

    def opening(name: Any, *arguments: Any, **options: Any) -> int:
        handle = real(name, *arguments, **options)
        if is_temporary(Path(name).name):
            modes.append(os.fstat(handle).st_mode & 0o777)
        return handle

    monkeypatch.setattr(os, "open", opening)
    before = os.umask(0)
    try:
        write_atomically(path, b"new", is_private=is_private)
    finally:
        os.umask(before)
    assert modes == [0o600]
    assert mode_of(path) == (0o600 if is_private else mode)
    assert path.read_bytes() == b"new"


def test_what_the_program_keeps_for_itself_is_the_users_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_settings(tmp_path / "a" / "b", Settings())
        receipt = keep_in("", tmp_path / "c" / "d", "kvittering.pdf", b"x").path
    finally:
        os.umask(before)
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert receipt in written
    assert len(written) == 2
    assert {mode_of(path) for path in written} == {0o600}


@pytest.mark.parametrize("is_of_another_group", [True, False])
def test_a_file_that_a_group_shares_stays_the_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_of_another_group: bool
) -> None:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(b"earlier")
    group = path.stat().st_gid
    given: list[tuple[int, int]] = []

    def status_of(file: Path) -> os.stat_result:
        """A new file gets the user's own group, which may be another one."""
        values = list(file.stat())
        values[stat.ST_GID] += is_of_another_group and file != path
        return os.stat_result(values)

    monkeypatch.setattr(atomic_write, "status", status_of)
    monkeypatch.setattr(os, "chown", lambda _file, user, its_group: given.append((user, its_group)))
    write_atomically(path, b"later")
    assert given == ([(-1, group)] if is_of_another_group else [])
    assert path.read_bytes() == b"later"


def test_every_folder_that_is_made_on_the_way_is_closed_to_others(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make_private_folder(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    assert [mode_of(tmp_path / name) for name in ("a", "a/b", "a/b/c")] == [0o700] * 3


def test_a_folder_of_an_older_program_is_closed_and_those_above_it_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "own"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    folder.parent.chmod(0o755)
    make_private_folder(folder)
    assert (mode_of(folder), mode_of(folder.parent)) == (0o700, 0o755)


def test_a_folder_that_belongs_to_somebody_else_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o755)
    somebody_else = folder.stat().st_uid + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody_else)
    make_private_folder(folder)
    assert mode_of(folder) == 0o755


def test_a_file_in_the_way_is_an_error_and_stays(tmp_path: Path) -> None:
    (tmp_path / "own").write_bytes(b"x")
    with pytest.raises(OSError, match="exists"):
        make_private_folder(tmp_path / "own")
    with pytest.raises(OSError, match="directory"):
        make_private_folder(tmp_path / "own" / "below")
    assert (tmp_path / "own").read_bytes() == b"x"


def test_a_drive_without_permissions_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    folder.chmod(0o755)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chmod", refuse)
    make_private_folder(folder)
    assert folder.is_dir()
