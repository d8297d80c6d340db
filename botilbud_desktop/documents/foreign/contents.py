"""The content of a page: one stream, or several that are read as one."""

import zlib

from botilbud_desktop.documents.foreign.copying import Copier, closing, filters
from botilbud_desktop.documents.foreign.engine import ArrayObject, Source, StreamObject
from botilbud_desktop.documents.foreign.errors import (
    DAMAGED,
    OUTSIDE,
    TOO_COMPLICATED,
    UNKNOWN_COMPRESSION,
    ForeignPdfError,
)
from botilbud_desktop.documents.foreign.limits import LARGEST_CONTENT
from botilbud_desktop.documents.foreign.records import Part
from botilbud_desktop.documents.foreign.values import dictionary, resolved

_MOST_STREAMS = 5_000
_BYTES_OF_A_STEP = 32


class Contents:
    """Copies the contents of the pages of one file."""

    def __init__(self, source: Source, copier: Copier) -> None:
        self._meter = source.meter
        self._copier = copier
        self._left = LARGEST_CONTENT

    def parts(self, value: object) -> list[Part]:
        """Returns the rest of the form that draws a page: how its content is compressed, and the content.

        A single stream is copied as it is. Several must be unpacked: a piece may end within a line of text.

        Raises:
            ForeignPdfError: they cannot be unpacked, or not within the limit.
        """
        streams = _streams(value)
        if len(streams) == 1:
            return [*self._copier.compression(streams[0]), *closing(streams[0]._data)]
        joined = b"\n".join(self._unpacked(stream) for stream in streams)
        if not joined:
            return closing(b"")
        return [b"/Filter/FlateDecode", *closing(zlib.compress(joined))]

    def _unpacked(self, stream: StreamObject) -> bytes:
        used = filters(stream)
        parameters = resolved(stream.get("/DecodeParms"))
        first = parameters[0] if isinstance(parameters, ArrayObject) and parameters else parameters
        if len(used) > 1 or resolved(dictionary(first).get("/Predictor")) not in (None, 1):
            raise ForeignPdfError(UNKNOWN_COMPRESSION)
        match used:
            case []:
                data = bytes(stream._data)
            case ["/FlateDecode"]:
                data = _inflated(stream._data, self._left)
            case _:
                raise ForeignPdfError(UNKNOWN_COMPRESSION)
        self._left -= len(data)
        if self._left < 0:
            raise ForeignPdfError(TOO_COMPLICATED)
        self._meter.work(len(data) // _BYTES_OF_A_STEP)
        return data


def _streams(value: object) -> list[StreamObject]:
    found = resolved(value)
    each = [resolved(one) for one in found] if isinstance(found, ArrayObject) else [found]
    if len(each) > _MOST_STREAMS:
        raise ForeignPdfError(TOO_COMPLICATED)
    streams = [one for one in each if isinstance(one, StreamObject)]
    if any("/F" in stream or "/FFilter" in stream for stream in streams):
        raise ForeignPdfError(OUTSIDE)
    return streams


def _inflated(data: bytes, most: int) -> bytes:
    """Unpacks up to one byte more than `most`. What is there of a stream that breaks off is taken."""
    if not data:
        return b""
    unpacking = zlib.decompressobj()
    try:
        return unpacking.decompress(data, most + 1)
    except zlib.error as error:
        raise ForeignPdfError(DAMAGED) from error
