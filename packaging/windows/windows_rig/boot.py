"""Runs inside the installed Python under Wine: `-m MODULE`, `-c CODE` or `SCRIPT`, as python.exe would.

The installed program comes first on the path, so that the tests use it; the folders in RIG_PATH follow, with pytest and
the project's tests. Options of python.exe before these arguments are skipped.
"""

import os
import runpy
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType


class QtTestBeside(MetaPathFinder):
    """Finds QtTest, the one Qt module that the tests need and the program leaves out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        if fullname != "PySide6.QtTest":
            return None
        if sys.platform == "win32":
            for folder in (*(path or ()), self._folder):
                os.add_dll_directory(str(folder))
        return spec_from_file_location(fullname, self._folder / "QtTest.pyd")


def main() -> None:
    """Runs what the arguments ask for."""
    # The installed program has only this platform; the window tests prefer offscreen, and Wine passes no QT_ variables.
    os.environ["QT_QPA_PLATFORM"] = "windows"
    beside = os.environ["RIG_PATH"].split(os.pathsep)
    sys.path += beside
    sys.meta_path.append(QtTestBeside(Path(beside[0])))
    words = sys.argv[1:]
    while words and words[0] in ("-B", "-I", "-P", "-E", "-s", "-u", "-X"):
        words = words[2:] if words[0] == "-X" else words[1:]
    first, rest = words[0], words[1:]
    if first == "-m":
        sys.argv = rest
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    elif first == "-c":
        sys.argv = ["-c", *rest[1:]]
        exec(compile(rest[0], "<string>", "exec"), {"__name__": "__main__"})
    else:
        sys.argv = words
        runpy.run_path(first, run_name="__main__")


if __name__ == "__main__":
    main()
