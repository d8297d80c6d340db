"""Unpacks contents to count what they draw; what is counted is not kept."""

import zlib

from botilbud_desktop.documents.foreign.copying import filters
from botilbud_desktop.documents.foreign.engine import DECODERS, ArrayObject, StreamObject
from botilbud_desktop.documents.foreign.errors import DAMAGED, TOO_COMPLICATED, UNKNOWN_COMPRESSION, ForeignPdfError
from botilbud_desktop.documents.foreign.limits import LARGEST_COUNTED
from botilbud_desktop.documents.foreign.meter import Meter
from botilbud_desktop.documents.foreign.values import dictionary, resolved

_BYTES_OF_A_STEP = 32
_SLOW_BYTES_OF_A_STEP = 2
_PIECE = 4_096


class Unpacking:
    """Unpacks contents of one file, up to a limit for all of them."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._left = LARGEST_COUNTED

    def content(self, streams: list[StreamObject]) -> bytes:
        """Returns what streams hold, as one content.

        Raises:
            ForeignPdfError: they cannot be unpacked, or not within the limit.
        """
        return b"\n".join(self._unpacked(stream) for stream in streams)

    def _unpacked(self, stream: StreamObject) -> bytes:
        data = bytes(stream._data)
        used = filters(stream)
        if _has_odd_parameters(stream):
            raise ForeignPdfError(UNKNOWN_COMPRESSION)
        for name in used:
            if name == "/FlateDecode":
                data = _inflated(data, self._left)
            elif name in DECODERS:
                self._meter.work(len(data) // _SLOW_BYTES_OF_A_STEP)
                data = DECODERS[name](data)
            else:
                raise ForeignPdfError(UNKNOWN_COMPRESSION)
            self._count(data)
        if not used:
            self._count(data)
        return data

    def _count(self, data: bytes) -> None:
        self._left -= len(data)
        if self._left < 0:
            raise ForeignPdfError(TOO_COMPLICATED)
        self._meter.work(1 + len(data) // _BYTES_OF_A_STEP)


def _has_odd_parameters(stream: StreamObject) -> bool:
    """Whether a content is packed in a way that is usual for pictures only."""
    parameters = resolved(stream.get("/DecodeParms"))
    each = parameters if isinstance(parameters, ArrayObject) else [parameters]
    return any(
        resolved(dictionary(one).get("/Predictor")) not in (None, 1)
        or resolved(dictionary(one).get("/EarlyChange")) not in (None, 1)
        for one in each
    )


def _inflated(data: bytes, most: int) -> bytes:
    """Unpacks up to one byte more than `most`. Of a stream that is broken all is taken that comes before the fault."""
    unpacking = zlib.decompressobj()
    unpacked = bytearray()
    for start in range(0, len(data), _PIECE):
        piece, before = data[start : start + _PIECE], unpacking.copy()
        try:
            unpacked += unpacking.decompress(piece, most + 1 - len(unpacked))
        except zlib.error:
            unpacked += _before_fault(piece, before, most + 1 - len(unpacked))
            if not unpacked:
                raise ForeignPdfError(DAMAGED) from None
            break
        if len(unpacked) > most or unpacking.eof:
            break
        if unpacking.unconsumed_tail:  # nothing is left to be asked for
            break
    return bytes(unpacked)


def _before_fault(piece: bytes, unpacking: "zlib._Decompress", most: int) -> bytes:
    unpacked = bytearray()
    for index in range(len(piece)):
        try:
            unpacked += unpacking.decompress(piece[index : index + 1], max(1, most - len(unpacked)))
        except zlib.error:
            break
    return bytes(unpacked)
