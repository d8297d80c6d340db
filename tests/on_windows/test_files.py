"""Files on Windows: held by others, with device names, with long paths, on drives and on servers."""

import os
import sys
from pathlib import Path
from threading import Timer

import pytest

from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.file_names import is_same_file, place_of, safe_file_name
from botilbud_desktop.storage.files.read_bytes import read_bytes


def test_these_run_on_windows() -> None:
    assert sys.platform == "win32"


def test_windows_refuses_to_replace_a_file_that_another_program_reads(tmp_path: Path) -> None:
    path, new = tmp_path / "sag.botilbud", tmp_path / "new"
    path.write_bytes(b"old")
    new.write_bytes(b"new")
    with path.open("rb"), pytest.raises(PermissionError) as refused:
        new.replace(path)
    assert getattr(refused.value, "winerror", None) in (5, 32)


def test_a_save_waits_for_whoever_holds_the_file_for_a_moment(tmp_path: Path) -> None:
    path = tmp_path / "sag æøå.botilbud"
    path.write_bytes(b"old")
    reader = path.open("rb")
    timer = Timer(0.5, reader.close)
    timer.start()
    write_atomically(path, b"new")
    timer.join()
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == [path.name]  # noqa: PTH208


def test_a_file_that_is_held_for_long_stays_as_it_is_and_the_user_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(b"old")
    with path.open("rb"), pytest.raises(SaveFailedError):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == [path.name]  # noqa: PTH208


@pytest.mark.parametrize("name", ["NUL.botilbud", "con.botilbud", "COM1.botilbud", "lpt9.x.botilbud", "AUX"])
def test_a_name_that_is_a_device_is_never_saved_to(name: str, tmp_path: Path) -> None:
    """Without the check `NUL.botilbud` would be saved without an error, but no file would exist."""
    with pytest.raises(SaveFailedError, match="til en enhed"):
        write_atomically(tmp_path / name, b"x")
    assert safe_file_name(name) == f"_{name}"


def test_a_draft_at_a_path_of_more_than_260_characters_is_read(tmp_path: Path) -> None:
    """Tests reading only: Wine 8 returns no final path of this length, so saving needs a real Windows."""
    folder = tmp_path
    while len(str(folder)) < 300:
        folder = folder / ("Sagsmappe på Ærø " + "x" * 40)
    folder.mkdir(parents=True)
    path = folder / "sag.botilbud"
    path.write_bytes(b"x")
    assert read_bytes(path) == b"x"


def test_the_case_of_letters_and_of_the_drive_makes_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "Sag ÆØÅ.botilbud"
    path.write_bytes(b"x")
    spelt = Path(str(path).swapcase())
    assert is_same_file(path, spelt)
    assert place_of(path) == place_of(spelt)


@pytest.mark.parametrize("path", [r"\\findes-ikke\fælles\sag.botilbud", r"Q:\findes ikke\sag.botilbud"])
def test_a_server_or_a_drive_that_is_gone_is_told(path: str) -> None:
    with pytest.raises(RefusedFileError):
        read_bytes(Path(path))
    with pytest.raises(SaveFailedError):
        write_atomically(Path(path), b"x")


def test_a_file_that_is_write_protected_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(SaveFailedError, match="ikke adgang"):
        write_atomically(path, b"new")
    path.chmod(0o666)
    assert path.read_bytes() == b"old"
