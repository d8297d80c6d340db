"""Who wrote a file last: reported only when the system knows it; asking never fails."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from botilbud_desktop.storage.draft.changed_by import Change, changed_by, writer_of
from botilbud_desktop.storage.user.person import Person

WRITTEN = datetime(2026, 11, 23, 13, 2, tzinfo=UTC)
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not report the owner here")

Owned = Callable[..., Change]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(b"{}")
    os.utime(path, (WRITTEN.timestamp(), WRITTEN.timestamp()))
    return path


@pytest.fixture
def owned_by(file: Path, monkeypatch: pytest.MonkeyPatch) -> Owned:
    """Returns the change of a file owned by the given account; None as `full_name` means an unknown owner."""

    def change(full_name: str | None, login: str = "b1234", number: int = 54_321) -> Change:
        def account(_number: int) -> SimpleNamespace:
            if full_name is None:
                raise KeyError(_number)
            return SimpleNamespace(pw_gecos=full_name, pw_name=login)

        monkeypatch.setattr("pwd.getpwuid", account)
        monkeypatch.setattr(Path, "stat", lambda _path: SimpleNamespace(st_uid=number, st_mtime=WRITTEN.timestamp()))
        return changed_by(file)

    return change


def test_own_files_have_a_time_and_no_name(file: Path) -> None:
    assert changed_by(file) == Change(None, WRITTEN)


@posix
@pytest.mark.parametrize(
    ("full_name", "login", "said"),
    [
        ("Åse Ørsted,Økonomi,99 31 31 31", "b1234", "Åse Ørsted"),
        ("", "b1234", "b1234"),
        (",,,", "b1234", "b1234"),
        (" Bo ,", "b1234", "Bo"),
        (" ", "b1234", "b1234"),
        (None, "b1234", None),
        ("", "", None),
        ("Bo\x1b[31m\nBo", "b1234", "Bo\ufffd[31m Bo"),
        ("B" * 500, "b1234", "B" * 79 + "…"),
    ],
)
def test_another_owner_is_named(owned_by: Owned, full_name: str | None, login: str, said: str | None) -> None:
    assert owned_by(full_name, login) == Change(said, WRITTEN)


@posix
def test_the_writer_is_the_owner_without_a_machine_or_oneself_where_nobody_is_known(
    owned_by: Owned, file: Path
) -> None:
    me = Person("Mig selv", "PC12")
    owned_by("Bo")
    assert writer_of(file, me) == Person("Bo", "")
    owned_by(None)
    assert writer_of(file, me) == me
    owned_by("Bo", number=os.geteuid())
    assert writer_of(file, me) == me


@posix
def test_the_owner_that_stands_for_nobody_is_no_name(owned_by: Owned) -> None:
    assert owned_by("Nobody", number=65_534).name is None
    assert owned_by("Mig selv", number=os.geteuid()).name is None


@pytest.mark.parametrize("seconds", [0, -1, 86_400])
def test_a_time_that_cannot_be_true_is_not_said(file: Path, seconds: int) -> None:
    os.utime(file, (seconds, seconds))
    assert changed_by(file).at is None


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e18, 4e10])
def test_a_time_that_is_no_time_is_not_said(file: Path, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = os.geteuid() if sys.platform != "win32" else 0
    monkeypatch.setattr(Path, "stat", lambda _path: SimpleNamespace(st_uid=owner, st_mtime=seconds))
    assert changed_by(file) == Change(None, None)


@pytest.mark.parametrize("name", ["findes ikke", "sag\0", "x" * 5_000])
def test_a_file_that_cannot_be_looked_at_says_nothing(tmp_path: Path, name: str) -> None:
    assert changed_by(tmp_path / name) == Change(None, None)
