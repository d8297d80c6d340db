"""The program's own files: its code with the wanted version, and its data files."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from windows_build.errors import BuildError
from windows_build.places import ROOT

PACKAGE = "botilbud_desktop"
_VERSION = re.compile(r'(?m)^__version__ = "([^"]+)"$')
_WANTED = re.compile(r"\d{1,3}\.\d{1,3}\.\d{1,5}")


def version_of(root: Path = ROOT) -> str:
    """The version of the checkout."""
    found = _VERSION.search((root / PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise BuildError(f"{PACKAGE}/__init__.py has no __version__")
    return found[1]


def checked_version(version: str) -> str:
    """Returns the version if Windows Installer can compare it: three numbers, up to 255, 255 and 65535."""
    fits = _WANTED.fullmatch(version) and all(
        int(number) <= most for number, most in zip(version.split("."), (255, 255, 65535), strict=True)
    )
    if not fits:
        raise BuildError(f"{version!r} is no version for Windows Installer: X.Y.Z, at most 255.255.65535")
    return version


def with_version(source: str, version: str) -> str:
    """The package's `__init__` module with this version."""
    return _VERSION.sub(f'__version__ = "{version}"', source)


def program_sources(version: str, root: Path = ROOT) -> dict[str, bytes]:
    """The program's code by path in `lib.zip`."""
    sources = {}
    for path in sorted((root / PACKAGE).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        sources[name] = (with_version(text, version) if name == f"{PACKAGE}/__init__.py" else text).encode()
    return sources


def program_files(root: Path = ROOT) -> dict[str, bytes]:
    """Forms, resources and the licence by path below the program's folder, as in the wheel.

    They are beside `lib.zip`, not inside the package, since nothing in a ZIP file can be opened as a file. What is
    written for developers stays out.
    """
    files = {"LICENSE": (root / "LICENSE").read_bytes()}
    for source, target in _included(root):
        for path in sorted(path for path in (root / source).rglob("*") if path.is_file()):
            place = f"{target.removeprefix(f'{PACKAGE}/')}/{path.relative_to(root / source).as_posix()}"
            files[place] = path.read_bytes()
    return {name: data for name, data in files.items() if not name.endswith((".ts", ".py", "/README.md"))}


def _included(root: Path) -> Iterator[tuple[str, str]]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    yield from project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"].items()
