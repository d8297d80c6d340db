"""The short names that Windows Installer asks for beside each long one: eight characters, a dot and three."""

import base64
import hashlib
import re

from windows_build.errors import BuildError

_SHORT = re.compile(r"[A-Za-z0-9_-]{1,8}(\.[A-Za-z0-9_-]{1,3})?")
_LETTERS, _DIGEST, _SUFFIX = 3, 5, 3


class ShortNames:
    """Gives the names of one folder's files and folders."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}

    def both(self, name: str) -> str:
        """The name as the tables want it: `SHORT|long name`, or the name alone if it is short already.

        A short name depends on the long one alone, so it stays the same from version to version.

        Raises:
            BuildError: two names of the folder have the same short one.
        """
        if _SHORT.fullmatch(name):
            short, written = name, name
        else:
            short = _short(name)
            written = f"{short}|{name}"
        if self._taken.setdefault(short.upper(), name) != name:
            raise BuildError(f"{name} and {self._taken[short.upper()]} have the same short name {short}: rename one")
        return written


def _short(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    letters = _plain(stem if dot else suffix)[:_LETTERS]
    digest = base64.b32encode(hashlib.sha256(name.upper().encode()).digest()).decode()[:_DIGEST]
    end = _plain(suffix)[:_SUFFIX] if dot else ""
    return f"{letters}{digest}" + (f".{end}" if end else "")


def _plain(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())
