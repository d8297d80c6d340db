"""The parts of a Word document's file, unpacked within limits. Macros, pictures and what lies elsewhere stay packed."""

import re
import zlib
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile, ZipInfo

from botilbud_desktop.storage.word import problems
from botilbud_desktop.storage.word.names import OFFICE_DOCUMENT, attribute, local
from botilbud_desktop.storage.word.problems import WordProblemError
from botilbud_desktop.storage.word.xml_part import XmlParts

LARGEST_UNPACKED = 16_000_000
"""Maximum bytes of the parts that are read, unpacked, all together."""
_MOST_PARTS = 5_000
_ENCRYPTED = 0x1
_BESIDE = re.compile(r"(?:header|footer|footnotes|endnotes|comments)[0-9]{0,4}\.xml")


class Package(NamedTuple):
    """What is read of a file."""

    document: Element
    styles: Element | None
    numbering: Element | None
    beside: tuple[Element, ...]
    """Page heads and feet, notes and comments."""


def read_package(data: bytes) -> Package:
    """Returns the parts of the document that `data` is.

    Raises:
        WordProblemError: it is none, or is damaged, protected, too large, or not safe to read.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _Reader(archive).package()
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise WordProblemError(problems.DAMAGED) from error


class _Reader:
    """Unpacks the parts of one file."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._parts: dict[str, ZipInfo] = {}
        self._left = LARGEST_UNPACKED
        self._xml = XmlParts()
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS:
            raise WordProblemError(problems.TOO_LARGE)
        for part in parts:
            name = part.filename.replace("\\", "/").lower().removeprefix("/")
            if name in self._parts and name.startswith("word/"):
                raise WordProblemError(problems.DAMAGED, part.filename)
            self._parts[name] = part

    def package(self) -> Package:
        """Returns the parts."""
        name = self._main_part()
        document = self._part(name)
        if document is None or local(document) != "document":
            raise WordProblemError(problems.NO_WORD)
        folder = name.rpartition("/")[0] + "/"
        beside = sorted(part for part in self._parts if _BESIDE.fullmatch(part.removeprefix(folder)))
        return Package(
            document,
            self._part(f"{folder}styles.xml"),
            self._part(f"{folder}numbering.xml"),
            tuple(each for part in beside if (each := self._part(part)) is not None),
        )

    def _main_part(self) -> str:
        relations = self._part("_rels/.rels")
        for relation in relations if relations is not None else ():
            if attribute(relation, "Type").endswith(OFFICE_DOCUMENT):
                return attribute(relation, "Target").lower().removeprefix("/")
        return "word/document.xml"

    def _part(self, name: str) -> Element | None:
        part = self._parts.get(name)
        if part is None:
            return None
        if part.flag_bits & _ENCRYPTED:
            raise WordProblemError(problems.PROTECTED)
        with self._archive.open(part) as packed:
            content = packed.read(min(part.file_size, self._left) + 1)
        self._left -= len(content)
        if self._left < 0:
            raise WordProblemError(problems.TOO_LARGE)
        return self._xml.read(content, part.filename)
