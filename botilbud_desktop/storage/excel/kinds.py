"""Tells by its content what kind of file is to be read as a workbook."""

from enum import StrEnum

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLDER = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_ARCHIVE = b"PK"
BINARY_PART = "xl/workbook.bin"
"""Only a workbook in binary form has this part."""


class Kind(StrEnum):
    """A kind of file; the value says why it is not read, as a Danish clause without a full stop."""

    ARCHIVE = "den er beskadiget"
    OLD_OFFICE = "den er af en gammel type"
    OLDER = "den er gemt af en Excel fra før 1997"
    BINARY = "den er gemt i den binære type .xlsb, som ikke kan læses her"
    PAGE = "det er en webside eller en XML-fil, som blot har samme slags navn som et regneark"
    OTHER = "det er ikke et regneark fra Excel eller LibreOffice"


def kind_of_file(data: bytes) -> Kind:
    """Returns the kind of file, as far as its beginning tells."""
    if data.startswith(_ARCHIVE):
        return Kind.ARCHIVE
    if data.startswith(_OLD_OFFICE):
        return Kind.OLD_OFFICE
    if data.startswith(_OLDER):
        return Kind.OLDER
    return Kind.PAGE if data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else Kind.OTHER
