"""What is compiled into the delivered libraries (bundled.toml), with the versions that the files show."""

import re
import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.model import Model, from_json_values
from windows_build.errors import BuildError
from windows_build.places import WINDOWS


class Bundled(Model):
    """One entry of bundled.toml."""

    name: str
    part_of: str
    """The name of the delivered part that brings it."""
    within: str
    """Pattern of the one file that holds it."""
    licence: str
    """SPDX expression, or LicenseRef-… if there is none."""
    supplier: str
    version: str = ""
    """Regular expression over the file's bytes, whose group is the version."""
    shown: str = ""
    """A text in the file that shows that the part is there."""
    purl: str = ""
    """`{version}` stands for the version; without one, what follows `@` is left out."""
    cpe: str = ""
    """`{version}` stands for the version, or for any if it is not known."""
    address: str = ""
    """Where sources and licence are to be had."""
    remark: str = ""
    copyright: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    """The sections of the licence texts that apply."""


class Found(NamedTuple):
    """A bundled part in what is delivered."""

    what: Bundled
    file: str
    version: str
    """Empty if the file does not show it."""

    @property
    def purl(self) -> str:
        """The package URL, with the version if it is known."""
        start, at, rest = self.what.purl.partition("@")
        known = self.version or "{version}" not in rest
        return start + at + rest.replace("{version}", self.version) if known else start

    @property
    def cpe(self) -> str:
        """The name in the lists of vulnerabilities, for any version if it is not known."""
        return self.what.cpe.replace("{version}", self.version or "*")

    @property
    def evidence(self) -> str:
        """How it is known that the part is there, and in which version."""
        if self.version:
            return f"version as {self.file} says"
        if self.what.shown:
            return f"in {self.file}, which does not say its version"
        return f"in {self.file} by what its makers say; the file shows neither it nor its version"


class _Parts(Model):
    parts: tuple[Bundled, ...]


def read_bundled(path: Path = WINDOWS / "bundled.toml") -> tuple[Bundled, ...]:
    """Reads the entries from the data file."""
    return from_json_values(_Parts, tomllib.loads(path.read_text(encoding="utf-8"))).parts


def find_bundled(bundled: tuple[Bundled, ...], files: Mapping[str, bytes]) -> list[Found]:
    """Finds each in the program's files.

    Raises:
        BuildError: a file is missing, or no longer shows what bundled.toml says.
    """
    return [_found(what, files) for what in bundled]


def _found(what: Bundled, files: Mapping[str, bytes]) -> Found:
    names = [name for name in files if fnmatchcase(name, what.within)]
    if len(names) != 1:
        raise BuildError(f"{what.name} (bundled.toml): {what.within} is {len(names)} files, not one")
    data = files[names[0]]
    if what.shown.encode() not in data:
        raise BuildError(f"{names[0]} does not show {what.name} any more: there is no {what.shown} (bundled.toml)")
    if not what.version:
        return Found(what, names[0], "")
    versions = {found.decode("ascii") for found in re.findall(what.version.encode("latin-1"), data)}
    if len(versions) != 1:
        said = ", ".join(sorted(versions)) or "none"
        raise BuildError(f"{names[0]} does not say one version of {what.name}, but {said} (bundled.toml)")
    return Found(what, names[0], versions.pop())
