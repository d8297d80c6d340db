"""What Windows is asked to start again; asking it is tried under Windows."""

import sys
from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

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


def test_what_windows_would_not_keep_is_not_cut() -> None:
    assert restart_arguments(Path("C" * 1021)) == f'"{"C" * 1021}"'
    assert restart_arguments(Path("C" * 1022)) is None
    assert restart_arguments(Path("😀" * 511)) is None


@pytest.mark.skipif(sys.platform == "win32", reason="other systems")
def test_other_systems_are_not_asked() -> None:
    WindowsRestarts().ask("sag.botilbud")
    WindowsRestarts().take_back()
