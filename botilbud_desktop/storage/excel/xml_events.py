"""Reads XML piece by piece, in any encoding, without holding it. No document types, so nothing grows or is fetched."""

from collections.abc import Iterable
from typing import Protocol
from xml.parsers.expat import ExpatError, ParserCreate

from botilbud_desktop.storage.excel.read_sheet import Unreadable

DAMAGED = "den er beskadiget"
TOO_LARGE = "den er for stor"
DOCUMENT_TYPE = "den begynder med en dokumenttype (DOCTYPE), og den slags læses ikke"

MOST_ELEMENTS = 1_000_000
"""Maximum elements of one part."""
_MOST_OF_ALL = 3 * MOST_ELEMENTS
_DEEPEST = 500
_LONGEST_TAG = 1_000_000


class Reader(Protocol):
    """What is told of each element; names come without the prefix of their namespace."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""

    def end(self, name: str) -> None:
        """Handle the end of an element."""

    def text(self, text: str) -> None:
        """Handle text; that of one element may come in several parts."""


class XmlReading:
    """Reads the parts of one file, within limits for all of them together."""

    def __init__(self) -> None:
        self._left = _MOST_OF_ALL

    def read(
        self,
        pieces: Iterable[bytes],
        reader: Reader,
        part: str,
        *,
        with_prefixes: bool = False,
        leaves_room: bool = False,
    ) -> None:
        """Tell `reader` of all elements of a part.

        `with_prefixes` gives attributes names such as `table:name`, whatever prefix the part itself uses.
        `leaves_room` keeps enough back to read one more part of the largest size afterwards.

        Raises:
            Unreadable: it is no complete XML, has far too many elements, or declares a document type.
        """
        room = min(self._left - (MOST_ELEMENTS if leaves_room else 0), MOST_ELEMENTS)
        parsing = _Parsing(reader, room, with_prefixes=with_prefixes)
        try:
            parsing.read(pieces)
        except _DocumentTypeError as error:
            raise Unreadable(DOCUMENT_TYPE, part) from error
        except _TooMuchError as error:
            raise Unreadable(TOO_LARGE, part) from error
        except (ExpatError, LookupError, ValueError) as error:
            raise Unreadable(DAMAGED, part) from error
        finally:
            self._left -= room - parsing.left


class _Parsing:
    """Reads one part."""

    def __init__(self, reader: Reader, left: int, *, with_prefixes: bool) -> None:
        self.left = left
        """How many more elements may come."""
        self._reader = reader
        self._with_prefixes = with_prefixes
        self._mark = "\n" if with_prefixes else ":"
        self._depth = 0
        self._is_quiet = True

    def read(self, pieces: Iterable[bytes]) -> None:
        parser = ParserCreate(namespace_separator=self._mark) if self._with_prefixes else ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _refuse
        quiet = 0
        for piece in pieces:
            self._is_quiet = True
            parser.Parse(piece, False)
            quiet = quiet + len(piece) if self._is_quiet else 0
            if quiet > _LONGEST_TAG:
                raise _TooMuchError
        parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._is_quiet = False
        self.left -= 1
        self._depth += 1
        if self.left < 0 or self._depth > _DEEPEST:
            raise _TooMuchError
        if self._with_prefixes:
            attributes = {_prefixed(key): value for key, value in attributes.items()}
        self._reader.start(name.rpartition(self._mark)[2], attributes)

    def _end(self, name: str) -> None:
        self._is_quiet = False
        self._depth -= 1
        self._reader.end(name.rpartition(self._mark)[2])

    def _text(self, text: str) -> None:
        self._is_quiet = False
        self._reader.text(text)


class _DocumentTypeError(Exception):
    """The part declares a document type."""


class _TooMuchError(Exception):
    """The part has too many elements, too deep or too long ones."""


def _refuse(*_declared: object) -> None:
    raise _DocumentTypeError


def _prefixed(name: str) -> str:
    r"""Returns `table:name` for the name `urn:…:xmlns:table:1.0\\nname`."""
    space, _mark, local = name.rpartition("\n")
    return f"{space.split(':')[-2]}:{local}" if space.count(":") > 1 else local
