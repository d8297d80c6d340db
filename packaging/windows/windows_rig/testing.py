"""Windows packages that the project's tests need, in a folder beside the program, never inside it."""

import hashlib
import re
import shutil
import sys
import zipfile
from collections.abc import Collection
from pathlib import Path

from windows_build.contents import read_contents
from windows_build.inputs import fetch_python, fetch_wheels, python_files
from windows_build.places import BUILD
from windows_build.python_line import PythonLine, line_of
from windows_rig.calls import must
from windows_rig.prefix import build
from windows_rig.wine import Wine, windows_path

_WANTED = ("colorama", "hypothesis", "iniconfig", "packaging", "pluggy", "pygments", "pypdf", "pytest", "pytest-qt")
_BESIDES = ("sortedcontainers", "typing-extensions", "xlsxwriter")
_MACHINE_CODE = (".pyd", ".dll")
_NOT_WANTED = ("_wmi.pyd",)
"""With it `platform` waits for a service that Wine lacks."""
_QT_TEST = ("PySide6/QtTest.pyd", "PySide6/Qt6Test.dll")
"""pytest-qt uses it for key presses."""
_HERE = Path(__file__).parent


class InstalledPython:
    """The Python of the installed program; runs this checkout's tests against the installed files."""

    def __init__(self, wine: Wine, program: Path, root: Path, packages: Path) -> None:
        """`program`: the installed program's folder; `root`: the checkout; `packages`: the folder filled by `fetch`."""
        self._wine = wine
        self._program = program
        self._extra = {
            "RIG_PYTHON_DLL": windows_path(program / line_of_folder(program).library),
            "RIG_BOOT": windows_path(_HERE / "boot.py"),
            "RIG_PATH": ";".join(windows_path(path) for path in (packages, root, root / "packaging" / "windows")),
        }
        self.executable = wine.c / "rig" / "rig_python.exe"
        if not self.executable.exists():
            build(_HERE / "rig_python.c", self.executable, "-municode")

    def environment(self) -> dict[str, str]:
        """Variables to add to the environment of the executable."""
        return dict(self._extra)

    def run(self, *words: str, seconds: float = 60, cwd: Path | None = None) -> str:
        """Runs it with python.exe's arguments. Raises `RigError` unless the exit code is 0."""
        command = self._wine.command(self.executable, *words)
        return must(command, seconds=seconds, environment=self._wine.environment(self._extra), cwd=cwd or self._wine.c)


def line_of_folder(program: Path) -> PythonLine:
    """The line of the Python that was installed with the program."""
    return line_of({path.name: None for path in program.iterdir()})


def fetch(requirements: Path, folder: Path, line: PythonLine) -> None:
    """Fills the folder with the packages for this line, in the versions and hashes of the locked requirements."""
    wanted = _entries(requirements.read_text(encoding="utf-8"), (*_WANTED, *_BESIDES))
    stamp = folder / "stamp"
    content = hashlib.sha256(f"{line.name}\n{wanted}".encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == content:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    listed = folder / "wanted.txt"
    listed.write_text(wanted, encoding="utf-8")
    options = ["-qq", "--no-deps", "--no-compile", "--disable-pip-version-check", "--require-hashes"]
    options += ["--target", str(folder), *line.platform_options]
    must([sys.executable, "-m", "pip", "install", *options, "-r", str(listed)], seconds=300)
    stamp.write_text(content)


def fetch_machine_code(program: Path, folder: Path) -> None:
    """Adds the Python and Qt libraries that the program leaves out, but pytest and pytest-qt need."""
    python = python_files(fetch_python(BUILD / "cache", read_contents()))
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in python.items():
        if name.endswith(_MACHINE_CODE) and name not in _NOT_WANTED and not (program / name).exists():
            (folder / name).write_bytes(content)
    with zipfile.ZipFile(fetch_wheels(BUILD / "cache", line_of(python))["pyside6-essentials"]) as wheel:
        for name in _QT_TEST:
            (folder / Path(name).name).write_bytes(wheel.read(name))


def _entries(locked: str, names: Collection[str]) -> str:
    """The locked requirements of some packages, without conditions: pip would evaluate those for Linux."""
    entries = re.findall(r"^[A-Za-z0-9].*?(?=^[A-Za-z0-9#]|\Z)", locked, re.MULTILINE | re.DOTALL)
    kept = [entry for entry in entries if re.split(r"[=<>\[ ;]", entry, maxsplit=1)[0].lower() in names]
    return "".join(re.sub(r" ;.*?(?= \\$)", "", entry, count=1, flags=re.MULTILINE) for entry in kept)
