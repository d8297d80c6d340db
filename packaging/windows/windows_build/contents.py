"""The contents of the installed program, read from contents.toml."""

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from botilbud_desktop.domain.model import Model, from_json_values
from windows_build.errors import BuildError
from windows_build.places import WINDOWS
from windows_build.python_line import PythonLine


class Limits(Model):
    """Maximum sizes in bytes."""

    msi: int
    installed: int


class Python(Model):
    """What is taken from python.org's embeddable package."""

    archive: str
    """Its path in the source package that contains it."""
    sha256: str
    files: tuple[str, ...]
    """`{python}` stands for the name that its own files have in each line, such as python313."""

    def names(self, line: PythonLine) -> list[str]:
        """The files of this line."""
        return [name.replace("{python}", line.stem) for name in self.files]


class Windows(Model):
    """What need not be delivered."""

    libraries: tuple[str, ...]


class Wheel(Model):
    """What is taken from one wheel."""

    name: str
    into: Literal["lib", "lib.zip"]
    licence: str
    """SPDX expression of the licence that the package is delivered under, where it offers several."""
    has_licence_text: bool = True
    """Whether the wheel holds the text of its licence; if not, it lies in resources/licences."""
    keep: tuple[str, ...]
    drop: tuple[str, ...] = ()
    moved: Mapping[str, str] = {}
    """Files that get another path, relative to the program's folder."""


class Contents(Model):
    """The whole of contents.toml."""

    limits: Limits
    python: Python
    windows: Windows
    wheels: tuple[Wheel, ...]


def read_contents(path: Path = WINDOWS / "contents.toml") -> Contents:
    """Reads the contents from the data file."""
    return from_json_values(Contents, tomllib.loads(path.read_text(encoding="utf-8")))


def selected(wheel: Wheel, names: list[str]) -> dict[str, str]:
    """The files of a wheel that are delivered, each with its path below the program's folder.

    Includes the package's metadata and licences, since the program shows them.

    Raises:
        BuildError: a pattern matches nothing, so the package has changed since contents.toml was written.
    """
    keep = [*wheel.keep, "*.dist-info/METADATA", *(["*.dist-info/licenses/*"] if wheel.has_licence_text else [])]
    unused = [pattern for pattern in (*keep, *wheel.drop, *wheel.moved) if not any_matches(pattern, names)]
    if unused:
        raise BuildError(f"{wheel.name} has nothing that matches {', '.join(unused)} (contents.toml)")
    kept = [name for name in names if matches(name, keep) and not matches(name, wheel.drop)]
    places = {name: f"{'lib' if '.dist-info/' in name else wheel.into}/{name}" for name in kept}
    return {**places, **wheel.moved}


def matches(name: str, patterns: list[str] | tuple[str, ...]) -> bool:
    """Whether one of the patterns matches the file."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def any_matches(pattern: str, names: list[str]) -> bool:
    """Whether the pattern matches any of the files."""
    return any(fnmatchcase(name, pattern) for name in names)
