"""The line of the delivered Python, such as 3.13: read from the embeddable package, and said nowhere else."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from windows_build.errors import BuildError

_LIBRARY = re.compile(r"python(\d)(\d+)\.dll")
_PRODUCT_VERSION = "ProductVersion\0".encode("utf-16-le")


class PythonLine(NamedTuple):
    """A minor version of Python, with the names that follow from it."""

    major: int
    minor: int

    @property
    def name(self) -> str:
        """Such as 3.13."""
        return f"{self.major}.{self.minor}"

    @property
    def stem(self) -> str:
        """What its own files are called without their suffix, such as python313."""
        return f"python{self.major}{self.minor}"

    @property
    def library(self) -> str:
        """The library with the interpreter."""
        return f"{self.stem}.dll"

    @property
    def path_file(self) -> str:
        """The file that says where Python searches for modules."""
        return f"{self.stem}._pth"

    @property
    def platform_options(self) -> list[str]:
        """What tells pip to take packages for it on Windows."""
        options = f"--platform win_amd64 --python-version {self.name} --implementation cp --only-binary=:all:"
        return options.split()


def line_of(names: Mapping[str, object]) -> PythonLine:
    """The line of the Python that consists of these files, by their names.

    Raises:
        BuildError: there is not exactly one library of a line.
    """
    found = [match for match in map(_LIBRARY.fullmatch, names) if match]
    if len(found) != 1:
        raise BuildError("this is no embeddable Python: it has not one library such as python313.dll")
    return PythonLine(int(found[0][1]), int(found[0][2]))


def python_version(files: Mapping[str, bytes]) -> str:
    """The version of an embeddable Python, such as 3.13.2, from its library's version resource.

    Raises:
        BuildError: the library has no version, or one of another line.
    """
    line = line_of(files)
    library = files[line.library]
    text = library[library.rfind(_PRODUCT_VERSION) :][:120].decode("utf-16-le", "replace")
    found = re.search(r"\d+\.\d+\.\d+", text) if _PRODUCT_VERSION in library else None
    if found is None:
        raise BuildError(f"{line.library} does not say which version it is")
    if not found[0].startswith(f"{line.name}."):
        raise BuildError(f"{line.library} says that it is Python {found[0]}")
    return found[0]
