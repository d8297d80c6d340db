"""Stands where mammoth has modules that open files or reach for the network, and that are never loaded.

Python's own network is not even delivered with the program on Windows.
"""

from collections.abc import Mapping
from html import escape
from types import ModuleType
from typing import NoReturn


class _NoFiles:
    """Stands where mammoth has what opens linked pictures."""

    def __init__(self, *_arguments: object, **_options: object) -> None:
        """Takes what mammoth gives."""

    def open(self, _address: str) -> NoReturn:
        """Opens nothing."""
        raise OSError


class _HtmlWriter:
    """Stands where mammoth has its writer, which brings a module of the network for the sake of one function."""

    def __init__(self) -> None:
        self._written: list[str] = []

    def text(self, text: str) -> None:
        """Writes a text."""
        self._written.append(escape(text))

    def start(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        """Begins an element."""
        pairs = "".join(f' {key}="{escape(value)}"' for key, value in sorted((attributes or {}).items()))
        self._written.append(f"<{name}{pairs}>")

    def end(self, name: str) -> None:
        """Ends an element."""
        self._written.append(f"</{name}>")

    def self_closing(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        """Writes an element without content."""
        self.start(name, attributes)

    def append(self, html: str) -> None:
        """Writes HTML as it is."""
        self._written.append(html)

    def as_string(self) -> str:
        """Returns all that was written."""
        return "".join(self._written)


class _Files(ModuleType):
    Files = _NoFiles
    InvalidFileReferenceError = OSError


class _Writer(ModuleType):
    HtmlWriter = _HtmlWriter


STAND_INS: Mapping[str, ModuleType] = {
    "mammoth.docx.files": _Files("mammoth.docx.files"),
    "mammoth.writers.html": _Writer("mammoth.writers.html"),
}
"""By the name of the module that is replaced."""
