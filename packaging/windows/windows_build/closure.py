"""Checks that all needed libraries are delivered: a missing one would only show late, on a clean Windows."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from windows_build.errors import BuildError
from windows_build.pe import Image, is_image


def check_closure(files: Mapping[str, bytes], of_windows: Sequence[str]) -> None:
    """Checks that each library is linked only against delivered libraries and those of every Windows.

    Args:
        files: all that is delivered.
        of_windows: lower-case patterns for the names of the libraries of Windows.

    Raises:
        BuildError: a library is missing; the text says what needs it.
    """
    delivered = {PurePosixPath(name).name.lower() for name in files}
    missing = [
        f"{library} for {name}"
        for name, data in sorted(files.items())
        if is_image(name)
        for library in sorted(set(map(str.lower, Image(data).libraries())) - delivered)
        if not any(fnmatchcase(library, pattern) for pattern in of_windows)
    ]
    if missing:
        raise BuildError("not delivered, and not known to be part of Windows (contents.toml): " + ", ".join(missing))
