"""Questions about paths have a defined answer or raise `OSError`, whatever the drive says."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files import path_calls
from botilbud_desktop.storage.files.file_names import is_same_file, place_of
from botilbud_desktop.storage.files.os_errors import reading_problem, saving_problem
from botilbud_desktop.storage.files.path_calls import UnusablePathError, is_missing, is_not_there
from botilbud_desktop.storage.files.read_bytes import read_bytes
from tests.faults.failing_calls import TROUBLES, Trouble

RAISING: dict[str, Callable[[Path], object]] = {
    "real_path": path_calls.real_path,
    "status": path_calls.status,
    "own_status": path_calls.own_status,
    "paths_in": path_calls.paths_in,
    "entries_of": lambda path: path_calls.entries_of(path, 1).__enter__(),
    "absolute_from_here": path_calls.absolute_from_here,
}
ANSWERING: dict[str, tuple[Callable[[Path], object], object]] = {
    "exists": (path_calls.exists, False),
    "is_folder": (path_calls.is_folder, False),
    "is_file": (path_calls.is_file, False),
    "may_write": (path_calls.may_write, False),
    "is_same_existing": (lambda path: path_calls.is_same_existing(path, path), False),
    "real_or_absolute": (path_calls.real_or_absolute, None),
    "absolute": (path_calls.absolute, None),
    "home": (lambda _path: path_calls.home(), None),
}
_CALLS = ("stat", "lstat", "scandir", "listdir", "access", "getcwd")


@pytest.fixture(params=TROUBLES, ids=lambda trouble: trouble.name)
def trouble(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Trouble:
    """Every call to the system fails with the error."""
    found = request.param
    assert isinstance(found, Trouble)

    def fails(*_arguments: object, **_options: object) -> object:
        raise found.error()

    for name in _CALLS:
        monkeypatch.setattr(os, name, fails)
    monkeypatch.setattr(os.path, "realpath", fails)
    monkeypatch.setattr(os.path, "abspath", fails)
    monkeypatch.setattr(Path, "home", fails)
    monkeypatch.setattr(Path, "absolute", fails)
    return found


@pytest.mark.parametrize("name", RAISING)
def test_what_may_raise_raises_the_error_of_the_drive(name: str, trouble: Trouble) -> None:
    with pytest.raises(OSError, match="Injected") as raised:
        RAISING[name](Path("/x/y"))
    assert raised.value.errno == trouble.number


@pytest.mark.parametrize("name", ANSWERING)
@pytest.mark.usefixtures("trouble")
def test_what_never_raises_has_an_answer(name: str) -> None:
    ask, expected = ANSWERING[name]
    found = ask(Path("/x/y"))
    assert found == expected if expected is not None else isinstance(found, Path)


def test_a_file_is_missing_only_when_that_is_proven(trouble: Trouble) -> None:
    assert is_missing(Path("/x/y")) is (trouble.name == "ENOENT")
    assert is_not_there(trouble.error()) is (trouble.name == "ENOENT")


@pytest.mark.usefixtures("trouble")
def test_two_paths_are_compared_as_written_where_the_drive_cannot_tell() -> None:
    assert is_same_file(Path("/x/y"), Path("/x/y"))
    assert not is_same_file(Path("/x/y"), Path("/x/z"))
    assert place_of(Path("/x/y")) == os.path.normcase("/x/y")


def test_a_path_with_nul_is_an_unusable_one() -> None:
    path = Path("a\0b")
    for name in ("status", "own_status", "paths_in", "entries_of"):
        with pytest.raises(UnusablePathError):
            RAISING[name](path)
    with pytest.raises(RefusedFileError, match="Stien indeholder et tegn"):
        read_bytes(path)
    assert not path_calls.exists(path)
    assert not is_missing(path)


def test_a_drive_that_forgets_the_home_folder_has_a_top_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", fails)
    assert path_calls.home() == Path(os.sep).absolute()


@pytest.mark.parametrize("code", [53, 55, 59, 64, 67, 121, 362, 1231, 1326])
def test_an_error_of_the_network_never_says_that_the_file_is_not_there(code: int) -> None:
    error = OSError(errno.ENOENT, "")
    vars(error)["winerror"] = code
    assert not is_not_there(error)


@pytest.mark.parametrize(
    ("code", "clause"),
    [
        (121, "drevet svarer ikke"),
        (362, "OneDrive eller et lignende program"),
        (1231, "der er ikke forbindelse til netværksdrevet"),
        (1326, "netværksdrevet godtager ikke dit login"),
        (1219, "netværksdrevet godtager ikke dit login"),
        (71, "netværksdrevet har for mange brugere lige nu"),
        (58, "drevet svarer ikke"),
        (55, "drevet er ikke forbundet"),
        (59, "drevet er ikke forbundet"),
    ],
)
def test_errors_of_networks_and_of_the_cloud_have_clauses_of_their_own(code: int, clause: str) -> None:
    error = OSError(errno.EINVAL, "")
    vars(error)["winerror"] = code
    assert clause in reading_problem(error)
    assert clause in saving_problem(error)


def test_a_missing_file_is_a_missing_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_missing(tmp_path / "x")
    assert is_missing(tmp_path / "x" / "y")
    (tmp_path / "x").touch()
    assert not is_missing(tmp_path / "x")

    def fails(*_arguments: object, **_options: object) -> object:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(Path, "lstat", fails)
    assert not is_missing(tmp_path / "z")
