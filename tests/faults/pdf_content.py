"""What a PDF made of untrusted texts must not contain."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_FORBIDDEN = frozenset(
    [
        "/URI",
        "/Annots",
        "/JavaScript",
        "/JS",
        "/OpenAction",
        "/AA",
        "/Launch",
        "/EmbeddedFile",
        "/EmbeddedFiles",
        "/GoToR",
        "/GoToE",
        "/SubmitForm",
        "/ImportData",
        "/RichMedia",
        "/Movie",
        "/Sound",
        "/AcroForm",
        "/XFA",
    ]
)


def forbidden_in(data: bytes) -> Iterator[str]:
    """Yields links, scripts, attachments, forms and pictures in the PDF."""
    reader = PdfReader(BytesIO(data), strict=True)
    for number in range(1, _size(reader)):
        found = reader.get_object(IndirectObject(number, 0, reader))
        yield from (f"object {number} holds {name}" for name in _names_in(found) if name in _FORBIDDEN)
        if isinstance(found, DictionaryObject) and found.get("/Subtype") == "/Image":
            yield f"object {number} is a picture"
    yield from (f"the trailer holds {name}" for name in _names_in(reader.trailer) if name in _FORBIDDEN)


def _size(reader: PdfReader) -> int:
    size: Any = reader.trailer["/Size"]
    return int(size)


def _names_in(found: Any) -> Iterator[str]:
    if isinstance(found, DictionaryObject):
        for key, value in found.items():
            yield str(key)
            yield from _names_in(value)
    elif isinstance(found, ArrayObject):
        for value in found:
            yield from _names_in(value)
