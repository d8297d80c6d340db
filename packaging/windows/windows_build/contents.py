"""What the installed program consists of, read from contents.toml."""

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from botilbud_desktop.domain.model import Model, from_json_values
from windows_build.errors import BuildError
from windows_build.places import WINDOWS


class Limits(Model):
    """The most that may be delivered, in bytes."""

    msi: int
    installed: int


class Python(Model):
    """What is taken of python.org's embeddable package."""

    archive: str
    """Where it lies in the source package that carries it."""
    sha256: str
    files: tuple[str, ...]


class Windows(Model):
    """What need not be delivered."""

    libraries: tuple[str, ...]


class Wheel(Model):
    """What is taken of one wheel."""

    name: str
    into: Literal["lib", "lib.zip"]
    licence: str
    """An SPDX expression: the one of the package's licences that it is delivered under."""
    keep: tuple[str, ...]
    drop: tuple[str, ...] = ()
    moved: Mapping[str, str] = {}
    """Files that get another place, from the program's folder on."""


class Contents(Model):
    """All of it."""

    limits: Limits
    python: Python
    windows: Windows
    wheels: tuple[Wheel, ...]


def read_contents(path: Path = WINDOWS / "contents.toml") -> Contents:
    """The contents as the data file describes them."""
    return from_json_values(Contents, tomllib.loads(path.read_text(encoding="utf-8")))


def selected(wheel: Wheel, names: list[str]) -> dict[str, str]:
    """Of the files in a wheel those that are delivered, each with its place below the program's folder.

    Of the package's own description the name, the version and the licences come along: the program shows them.

    Raises:
        BuildError: a pattern matches nothing, so the package is no longer as the data file knows it.
    """
    keep = [*wheel.keep, "*.dist-info/METADATA", "*.dist-info/licenses/*"]
    unused = [pattern for pattern in (*keep, *wheel.drop, *wheel.moved) if not any_matches(pattern, names)]
    if unused:
        raise BuildError(f"{wheel.name} has nothing that matches {', '.join(unused)} (contents.toml)")
    kept = [name for name in names if matches(name, keep) and not matches(name, wheel.drop)]
    places = {name: f"{'lib' if '.dist-info/' in name else wheel.into}/{name}" for name in kept}
    return {**places, **wheel.moved}


def matches(name: str, patterns: list[str] | tuple[str, ...]) -> bool:
    """Whether one of the patterns stands for the file."""
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def any_matches(pattern: str, names: list[str]) -> bool:
    """Whether the pattern stands for any of the files."""
    return any(fnmatchcase(name, pattern) for name in names)
