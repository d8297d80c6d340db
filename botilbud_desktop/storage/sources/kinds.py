"""What kind of file bytes are. The ending of a name is asked only where the bytes say nothing."""

from enum import Enum, auto
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from botilbud_desktop.storage.sources.mail import is_mail

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_PDF_WITHIN = 1_024
_LOOKED_AT = 2_000_000
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF")
_HEIC = b"ftyp"
_PAGE = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<body", b"<head", b"<div", b"<p>", b"<style")
_MOST_PARTS = 10_000


class Content(Enum):
    """What bytes are."""

    WORD = auto()
    WORKBOOK = auto()
    SLIDES = auto()
    OPEN_TEXT = auto()
    """`.odt`."""
    PAGES = auto()
    """Apple's `.pages`."""
    ARCHIVE = auto()
    OLD_WORD = auto()
    OLD_WORKBOOK = auto()
    OUTLOOK = auto()
    """`.msg`."""
    ENCRYPTED = auto()
    OLD_OFFICE = auto()
    RICH_TEXT = auto()
    PDF = auto()
    PICTURE = auto()
    DRAFT = auto()
    MAIL = auto()
    PAGE = auto()
    """HTML."""
    EMPTY = auto()
    TEXT = auto()
    """Perhaps text."""


_TYPES = "[Content_Types].xml"
_MARKS = {b"word/": Content.WORD, b"xl/": Content.WORKBOOK}
"""What stands in damaged archives."""
_LISTS_OF_SHEETS = {"workbook.xml", "workbook.bin"}


def content_of(data: bytes) -> Content:
    """Returns what bytes are, as far as they tell."""
    start = data[:_PDF_WITHIN]
    lower = start.lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if not data.strip(b"\0 \t\r\n"):
        return Content.EMPTY
    if data.startswith(_ZIP):
        return _packed(data)
    if data.startswith(_OLE):
        return _old_office(data)
    if _PDF in start:
        return Content.PDF
    if lower.startswith(b"{\\rtf"):
        return Content.RICH_TEXT
    if data.startswith(_PICTURES) or data[4:8] == _HEIC:
        return Content.PICTURE
    if lower.startswith(b"{") and b'"format"' in start and b"botilbud" in lower:
        return Content.DRAFT
    if lower.startswith(_PAGE) or (lower.startswith(b"<?xml") and b"<html" in lower):
        return Content.PAGE
    return Content.MAIL if is_mail(data) else Content.TEXT


def _packed(data: bytes) -> Content:
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.namelist()[:_MOST_PARTS]
            kind = archive.open("mimetype").read(200) if "mimetype" in parts else b""
            types = archive.open(_TYPES).read(_LOOKED_AT) if _TYPES in parts else b""
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return next((content for mark, content in _MARKS.items() if mark in data[:_LOOKED_AT]), Content.ARCHIVE)
    names = {name.replace("\\", "/").lower().removeprefix("/") for name in parts}
    if b"opendocument.spreadsheet" in kind or _LISTS_OF_SHEETS & {name.rpartition("/")[2] for name in names}:
        return Content.WORKBOOK
    if b"opendocument" in kind:
        return Content.OPEN_TEXT
    folders = {name.partition("/")[0] for name in names}
    if "word" in folders:
        return Content.WORD
    if "ppt" in folders:
        return Content.SLIDES
    if any(name.endswith(".iwa") for name in names) or "index.xml" in names:
        return Content.PAGES
    if b"spreadsheetml" in types:
        return Content.WORKBOOK
    return Content.WORD if "[content_types].xml" in names and "_rels/.rels" in names else Content.ARCHIVE


def _old_office(data: bytes) -> Content:
    """Returns what an old file of Office is, by the names of its parts."""
    names = {
        "EncryptedPackage": Content.ENCRYPTED,
        "WordDocument": Content.OLD_WORD,
        "__substg1.0_": Content.OUTLOOK,
        "Workbook": Content.OLD_WORKBOOK,
        "Book": Content.OLD_WORKBOOK,
    }
    found = (content for name, content in names.items() if name.encode("utf-16-le") in data)
    return next(found, Content.OLD_OFFICE)
