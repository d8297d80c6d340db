"""The only module that imports pypdf, and what it may do: take a file apart, within limits, and nothing else.

pypdf logs what it finds in a file, decodes pictures and starts a program for some of them. Here it is silent, and
decodes nothing but the parts of a file that list its objects, which are compressed in one way only. `DECODERS` are
asked for by whoever wants the content of a page.
"""

import logging
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import pypdf.filters
from pypdf import PdfReader, apply_configuration
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from botilbud_desktop.documents.foreign.errors import PROTECTED, TOO_COMPLICATED, ForeignPdfError
from botilbud_desktop.documents.foreign.limits import (
    LARGEST_FILE,
    LARGEST_UNPACKED,
    LONGEST_ARRAY,
    MOST_ENTRIES,
    MOST_TRAILERS,
)
from botilbud_desktop.documents.foreign.meter import Meter, MeteredBytes

__all__ = [
    "BROKEN",
    "DECODERS",
    "ArrayObject",
    "BooleanObject",
    "ByteStringObject",
    "DictionaryObject",
    "FloatObject",
    "IndirectObject",
    "NameObject",
    "NullObject",
    "NumberObject",
    "PdfObject",
    "Source",
    "StreamObject",
    "TextStringObject",
    "core_widths",
    "encoding_of",
    "within_limits",
]

BROKEN = (
    *(PyPdfError, zlib.error, OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError),
    *(AssertionError, RuntimeError, MemoryError, StopIteration),
)
"""What pypdf raises of broken files; `RuntimeError` has among others what is nested too deep."""

DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "/ASCIIHexDecode": pypdf.filters.ASCIIHexDecode.decode,
    "/ASCII85Decode": pypdf.filters.ASCII85Decode.decode,
    "/RunLengthDecode": pypdf.filters.RunLengthDecode.decode,
    "/LZWDecode": pypdf.filters.LZWDecode.decode,
}
"""The old ways of compression."""
_STEPS_OF_A_BYTE = 1
"""Unpacked bytes are read one by one, without the meter."""
_LISTS = ("/ObjStm", "/XRef")
"""The parts of a file that list its objects."""
_meter: ContextVar[Meter | None] = ContextVar("meter_of_a_foreign_pdf", default=None)
_decode_anything = pypdf.filters.decode_stream_data


class Source(PdfReader):
    """A file that is taken apart. Objects are read when they are asked for, all `within_limits`."""

    def __init__(self, data: bytes, meter: Meter) -> None:
        self.meter = meter
        self._rebuilt = False
        stream = MeteredBytes(data, meter, lambda: sum(map(len, self.xref.values())))
        super().__init__(stream, xref_stream_maximum_entries=MOST_ENTRIES)

    def _handle_encryption(self, password: str | bytes | None) -> None:
        """Called for a file that is encrypted."""
        raise ForeignPdfError(PROTECTED)

    def _get_object_from_stream(self, indirect_reference: IndirectObject) -> PdfObject:
        """Called for an object within a compressed part. Its list is read each time, so that is counted."""
        number, _ = self.xref_objStm[indirect_reference.idnum]
        around = self.resolved_objects.get((0, number))
        self.meter.work(len(around.get_data()) // 8 if isinstance(around, StreamObject) else 1)
        return super()._get_object_from_stream(indirect_reference)

    def _rebuild_xref_table(self, stream: MeteredBytes) -> None:  # type: ignore[override]
        """Called for a file whose list of objects is wrong: all of it is looked through, once."""
        if self._rebuilt:
            raise ForeignPdfError(TOO_COMPLICATED)
        self._rebuilt = True
        _check_parts(stream)
        super()._rebuild_xref_table(stream)

    def _load_recovery_cache(self, data: bytes) -> dict[int, tuple[int, int]]:
        """Called for a list of objects that cannot be read: all of the file is looked through."""
        _check_parts(MeteredBytes(data, self.meter, int))
        return super()._load_recovery_cache(data)

    def _read_standard_xref_table__handle_size(self, stream: MeteredBytes) -> int | None:  # type: ignore[override]
        """Called for each part of a list of objects; its entries are counted before they are read."""
        size = super()._read_standard_xref_table__handle_size(stream)
        if sum(map(len, self.xref.values())) + (size or 0) > MOST_ENTRIES:
            raise ForeignPdfError(TOO_COMPLICATED)
        return size


def encoding_of(font: DictionaryObject) -> str | dict[int, str]:
    """Returns the characters of a font's codes by its encoding, or the name of a codec for a large font.

    A character that has no name is its glyph's name, which begins with a slash.
    """
    from pypdf._cmap import _parse_encoding

    return _parse_encoding(font)


def core_widths(name: str) -> dict[str, float]:
    """Returns how wide characters are in a font that every viewer has, in thousandths; nothing for other fonts."""
    from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS

    found = CORE_FONT_METRICS.get(name.removeprefix("/"))
    return {} if found is None else found.character_widths


@contextmanager
def within_limits(meter: Meter) -> Iterator[None]:
    """Limits what pypdf does, in the block that it opens, to what the meter and `limits.py` allow."""
    token = _meter.set(meter)
    try:
        with apply_configuration(
            maximum_declared_stream_length=LARGEST_FILE,
            array_maximum_element_count=LONGEST_ARRAY,
            dictionary_maximum_element_count=LONGEST_ARRAY,
            zlib_maximum_output_length=LARGEST_UNPACKED,
            lzw_maximum_output_length=LARGEST_UNPACKED,
            run_length_maximum_output_length=LARGEST_UNPACKED,
            zlib_maximum_recovery_input_length=10_000,
            jbig2dec_binary=None,
            disable_legacy_handling=True,
        ):
            yield
    finally:
        _meter.reset(token)


def _decoded(stream: StreamObject) -> bytes:
    """Decodes for pypdf: within limits the lists of objects only, and the compression that they have everywhere."""
    meter = _meter.get()
    if meter is None:
        return _decode_anything(stream)
    filters = stream.get("/Filter")
    if isinstance(filters, ArrayObject) and len(filters) == 1:
        filters = filters[0]
    if stream.get("/Type") not in _LISTS or filters not in (None, "/FlateDecode"):
        raise ForeignPdfError(TOO_COMPLICATED)
    data = _decode_anything(stream)
    meter.work(_STEPS_OF_A_BYTE * len(data))
    return data


def _check_parts(stream: MeteredBytes) -> None:
    """Checks that what is looked for in all of a file is not there too often.

    Raises:
        ForeignPdfError: it is.
    """
    with stream.getbuffer() as view:
        data = bytes(view)
    if data.count(b" obj") > MOST_ENTRIES or data.count(b"trailer") > MOST_TRAILERS:
        raise ForeignPdfError(TOO_COMPLICATED)


def _close_side_doors() -> None:
    """Makes pypdf silent and careful; names keep their bytes, one character for each."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    NameObject.CHARSETS = ("latin-1",)  # type: ignore[assignment]
    pypdf.filters.decode_stream_data = _decoded


_close_side_doors()
