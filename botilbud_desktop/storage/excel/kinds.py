"""Tells by its content what kind of file is to be read as a workbook."""

from enum import StrEnum

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVE = b"PK"
_PROTECTED, _BOOKS = (
    "EncryptedPackage".encode("utf-16-le"),
    tuple(name.encode("utf-16-le") for name in ("Workbook", "Book")),
)


class Kind(StrEnum):
    """A kind of file; the value says why it is not read, as a Danish clause without a full stop."""

    ARCHIVE = "den er beskadiget"
    OLD = "den er gemt i den gamle type .xls"
    PROTECTED = "den er beskyttet med adgangskode"
    OTHER = "det er ikke en Excel-fil af typen .xlsx"


def kind_of_file(data: bytes) -> Kind:
    """Returns the kind of file."""
    if data.startswith(_ARCHIVE):
        return Kind.ARCHIVE
    if data.startswith(_OLD_OFFICE):
        if _PROTECTED in data:
            return Kind.PROTECTED
        return Kind.OLD if any(name in data for name in _BOOKS) else Kind.OTHER
    return Kind.OTHER
