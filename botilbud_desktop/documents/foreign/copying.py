"""Copies what a page draws with: fonts, pictures, forms, patterns. Streams are copied as they are, still compressed.

Objects are followed from the page on, one by one: each is copied once, and objects that refer to each other in
circles end.
"""

from collections import deque
from enum import Enum
from typing import NamedTuple

from botilbud_desktop.documents.foreign import syntax
from botilbud_desktop.documents.foreign.engine import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    Source,
    StreamObject,
    TextStringObject,
)
from botilbud_desktop.documents.foreign.errors import (
    OUTSIDE,
    PROGRAM_CODE,
    TOO_COMPLICATED,
    UNKNOWN_COMPRESSION,
    ForeignPdfError,
)
from botilbud_desktop.documents.foreign.kept_keys import (
    FILTERS,
    KEPT_KEYS,
    KEYS_OF_MARKED_CONTENT,
    NAMED,
    RESOURCES,
)
from botilbud_desktop.documents.foreign.layers import Layers
from botilbud_desktop.documents.foreign.limits import DEEPEST, LARGEST_RESULT, MOST_OBJECTS
from botilbud_desktop.documents.foreign.records import ForeignObject, Part
from botilbud_desktop.documents.foreign.values import resolved

_STEPS_OF_A_VALUE = 2
_OUTSIDE_KEYS = ("/F", "/FFilter", "/FDecodeParms")
_NOTHING = b"<</Type/XObject/Subtype/Form/BBox[0 0 0 0]/Length 0>>\nstream\n\nendstream"
"""A form that draws nothing."""


class Kind(Enum):
    """What the keys of a dictionary are."""

    DRAWING = "drawing"
    """Keys that PDF defines: those of `KEPT_KEYS` are copied."""
    RESOURCES = "resources"
    NAMES = "names"
    """Names that the file chose, for objects of kind `DRAWING`."""
    PROPERTIES = "properties"
    """Names that the file chose, for the properties of marked content and layers."""
    MARKED = "marked"
    """The properties of marked content."""


class _Waiting(NamedTuple):
    number: int
    """The index that the object gets."""
    value: object
    kind: Kind


class Copier:
    """Copies objects of one file, and gives each an index."""

    def __init__(self, source: Source) -> None:
        self.layers = Layers(source)
        self.has_links_outside = False
        """Whether a part was left out that refers to something outside the file."""
        self.has_alternatives = False
        """Whether another version of a picture was left out."""
        self._source = source
        self._objects: list[ForeignObject] = []
        self._indexes: dict[tuple[int, int, Kind], int] = {}
        self._waiting: deque[_Waiting] = deque()
        self._layer_indexes: dict[bool, int] = {}
        self._size = 0
        self._resources = -1
        """The index of the resources of the page at work: older files' forms have none of their own."""

    @property
    def objects(self) -> tuple[ForeignObject, ...]:
        """All that was copied."""
        return tuple(self._objects)

    def layer_indexes(self, *, shown: bool) -> tuple[int, ...]:
        """Returns the index of the layer that stands for all that are shown, or hidden, if there are such."""
        return (self._layer_indexes[shown],) if shown in self._layer_indexes else ()

    def add(self, *parts: Part) -> int:
        """Adds an object; returns its index."""
        index = self._reserve()
        self._put(index, parts)
        return index

    def resources(self, value: object) -> int:
        """Copies the resources of a page, and all that they need; returns their index."""
        index = self._resources = self._index(value, Kind.RESOURCES)
        self._copy_waiting()
        return index

    def form(self, value: object) -> int:
        """Copies a form, and all that it needs; returns its index."""
        index = self._index(value, Kind.DRAWING)
        self._copy_waiting()
        return index

    def parts(self, value: object) -> list[Part]:
        """Copies a value and all that it needs; returns it as it is written."""
        parts = self._value(value, Kind.DRAWING, 0)
        self._copy_waiting()
        return parts

    def _reserve(self) -> int:
        if len(self._objects) >= MOST_OBJECTS:
            raise ForeignPdfError(TOO_COMPLICATED)
        self._objects.append(())
        return len(self._objects) - 1

    def _put(self, index: int, parts: "tuple[Part, ...] | list[Part]") -> None:
        self._size += sum(len(part) for part in parts if isinstance(part, bytes))
        if self._size > LARGEST_RESULT:
            raise ForeignPdfError(TOO_COMPLICATED)
        self._objects[index] = tuple(parts)

    def _copy_waiting(self) -> None:
        while self._waiting:
            index, value, kind = self._waiting.popleft()
            self._put(index, self._value(value, kind, 0))

    def _index(self, value: object, kind: Kind) -> int:
        """Returns the index of an object, which is copied later if it is new."""
        found = value
        if isinstance(value, IndirectObject):
            key = (value.idnum, value.generation, kind)
            if key in self._indexes:
                return self._indexes[key]
            found = resolved(value)
        index = self._reserve()
        if isinstance(value, IndirectObject):
            self._indexes[value.idnum, value.generation, kind] = index
        self._waiting.append(_Waiting(index, found, kind))
        return index

    def _value(self, value: object, kind: Kind, depth: int) -> list[Part]:
        self._source.meter.work(_STEPS_OF_A_VALUE)
        if depth > DEEPEST:
            raise ForeignPdfError(TOO_COMPLICATED)
        if isinstance(value, IndirectObject):
            found = resolved(value)
            if isinstance(found, DictionaryObject | ArrayObject):
                return [self._index(value, kind)]
            value = found
        if isinstance(value, StreamObject) and kind is Kind.DRAWING:
            return self._stream(value, depth)
        if kind is Kind.RESOURCES and not isinstance(value, DictionaryObject):
            return [b"<<>>"]
        if isinstance(value, DictionaryObject):
            return [b"<<", *self._entries(value, kind, depth), b">>"]
        if isinstance(value, ArrayObject):
            return [b"[", *(part for each in value for part in (b" ", *self._value(each, kind, depth + 1))), b"]"]
        return [_scalar(value)]

    def _entries(self, dictionary: DictionaryObject, kind: Kind, depth: int) -> list[Part]:
        if kind is Kind.PROPERTIES:
            return self._properties(dictionary, depth)
        if kind is Kind.DRAWING and resolved(dictionary.get("/Subtype")) == "/PS":
            raise ForeignPdfError(PROGRAM_CODE)
        parts: list[Part] = []
        for key, value in dictionary.items():
            inner = _kind_of(key, kind)
            if kind is Kind.NAMES and not isinstance(resolved(value), DictionaryObject | ArrayObject | NameObject):
                continue
            if inner is not None and isinstance(key, NameObject):
                parts += [syntax.name(key), b" ", *self._value(value, inner, depth + 1)]
        return parts

    def _properties(self, dictionary: DictionaryObject, depth: int) -> list[Part]:
        parts: list[Part] = []
        for key, value in dictionary.items():
            parts += [syntax.name(key), b" "]
            if self.layers.is_layer(value):
                parts.append(self._layer(shown=not self.layers.is_hidden(value)))
            else:
                parts += self._value(value, Kind.MARKED, depth + 1)
        return parts

    def _layer(self, *, shown: bool) -> int:
        """Returns the index of the layer that stands for all that are shown, or for all that are hidden."""
        if shown not in self._layer_indexes:
            title = syntax.text_string("Vist indhold" if shown else "Skjult indhold")
            self._layer_indexes[shown] = self.add(b"<</Type/OCG/Name", title, b">>")
        return self._layer_indexes[shown]

    def _stream(self, stream: StreamObject, depth: int) -> list[Part]:
        if any(key in stream for key in _OUTSIDE_KEYS):
            raise ForeignPdfError(OUTSIDE)
        if "/OC" in stream and self.layers.is_hidden(stream.raw_get("/OC")):
            return [_NOTHING]
        self.has_links_outside |= any(key in stream for key in ("/Ref", "/OPI"))
        self.has_alternatives |= "/Alternates" in stream
        parts = [b"<<", *self._entries(stream, Kind.DRAWING, depth), *self.compression(stream)]
        if resolved(stream.get("/Subtype")) == "/Form" and "/Resources" not in stream and self._resources >= 0:
            parts += [b"/Resources ", self._resources]
        return [*parts, *closing(stream._data)]

    def compression(self, stream: StreamObject) -> list[Part]:
        """Returns how a stream is compressed, as it is written."""
        used = filters(stream)
        if not used:
            return []
        parts: list[Part] = [b"/Filter[", *(syntax.name(each) for each in used), b"]"]
        parameters = resolved(stream.get("/DecodeParms"))
        each = parameters if isinstance(parameters, ArrayObject) else ArrayObject([parameters])
        if any(isinstance(resolved(one), DictionaryObject) for one in each):
            parts.append(b"/DecodeParms[")
            for one in each[: len(used)]:
                found = resolved(one)
                inner = self._value(found, Kind.DRAWING, 1) if isinstance(found, DictionaryObject) else [b" null"]
                parts += inner
            parts.append(b"]")
        return parts


def closing(data: bytes) -> list[Part]:
    """Returns the end of a stream: its length, and its data."""
    return [b"/Length %d>>\nstream\n" % len(data), data, b"\nendstream"]


def filters(stream: StreamObject) -> list[str]:
    """Returns the names of a stream's compression.

    Raises:
        ForeignPdfError: viewers do not know them.
    """
    found = resolved(stream.get("/Filter"))
    if not isinstance(found, ArrayObject | NameObject):
        return []
    used = [resolved(each) for each in found] if isinstance(found, ArrayObject) else [found]
    names = [str(each) for each in used]
    if not FILTERS.issuperset(names) or len(names) > DEEPEST:
        raise ForeignPdfError(UNKNOWN_COMPRESSION)
    return names


def _kind_of(key: str, around: Kind) -> Kind | None:
    """Returns what the value of a key is; None where the key is left out."""
    match around:
        case Kind.RESOURCES:
            if key == "/Properties":
                return Kind.PROPERTIES
            return Kind.NAMES if key in RESOURCES else None
        case Kind.MARKED:
            return Kind.MARKED if key in KEYS_OF_MARKED_CONTENT else None
        case Kind.NAMES:
            return Kind.DRAWING
    if key == "/Resources":
        return Kind.RESOURCES
    if key in NAMED:
        return Kind.NAMES
    return Kind.DRAWING if key in KEPT_KEYS else None


def _scalar(value: object) -> bytes:
    if isinstance(value, NameObject):
        return syntax.name(value)
    if isinstance(value, TextStringObject | ByteStringObject):
        return syntax.string(value.original_bytes)
    if isinstance(value, BooleanObject):
        return b" true" if value.value else b" false"
    if isinstance(value, NumberObject | FloatObject):
        return b" " + syntax.number(value)
    return b" null"
