"""What Windows is asked to start again; asking it is tried under Windows."""

import sys
from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

from botilbud_desktop.__main__ import main
from botilbud_desktop.storage.instance.restart import WindowsRestarts, restart_arguments


@pytest.mark.parametrize(
    ("file", "arguments"),
    [
        (r"C:\sag.botilbud", r'"C:\sag.botilbud"'),
        (r"C:\Mine sager\sag æøå.botilbud", r'"C:\Mine sager\sag æøå.botilbud"'),
        (r"\\server\fælles drev\sag.botilbud", r'"\\server\fælles drev\sag.botilbud"'),
    ],
)
def test_the_file_is_one_argument_whatever_its_name(file: str, arguments: str) -> None:
    path = cast("Path", PureWindowsPath(file))
    assert restart_arguments(path) == arguments


@pytest.mark.parametrize("file", [None, Path("C" * 1022), Path("😀" * 511)])
def test_what_windows_would_not_keep_is_not_cut_and_the_window_is_opened_without_it(file: Path | None) -> None:
    assert restart_arguments(Path("C" * 1021)) == f'"{"C" * 1021}"'
    assert restart_arguments(file) == "--"


def test_the_program_understands_the_arguments(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str | None] = []

    def show_window(file: str | None, *, quit_when_ready: bool, debug: bool) -> int:
        opened.append(file)
        return int(quit_when_ready or debug)

    monkeypatch.setattr("botilbud_desktop.__main__._show_window", show_window)
    for file in (None, tmp_path / "sag æøå.botilbud"):
        words = [word for word in restart_arguments(file).split('"') if word]
        assert main(words) == 0
    assert opened == [None, str(tmp_path / "sag æøå.botilbud")]


@pytest.mark.skipif(sys.platform == "win32", reason="other systems")
def test_other_systems_are_not_asked() -> None:
    WindowsRestarts().ask("sag.botilbud")
    WindowsRestarts().take_back()
