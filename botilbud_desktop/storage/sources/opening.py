"""Opens a file that somebody has written in, as what it is, whatever its name says."""

from collections.abc import Callable, Sequence
from pathlib import Path

from botilbud_desktop.domain.document_import.blocks import Document, Paragraph
from botilbud_desktop.domain.document_import.errors import UnreadableSourceError
from botilbud_desktop.domain.document_import.html_blocks import document_of_html
from botilbud_desktop.domain.document_import.text_blocks import document_of_text
from botilbud_desktop.domain.table_import.html import MOST_CHARACTERS, tables_of_html
from botilbud_desktop.domain.table_import.marks import Table
from botilbud_desktop.domain.table_import.tsv import table_of_tsv
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.sources import refusals
from botilbud_desktop.storage.sources.csv_file import table_of_csv
from botilbud_desktop.storage.sources.kinds import Content, content_of
from botilbud_desktop.storage.sources.mail import NoMailError, mail_document
from botilbud_desktop.storage.sources.source import Source, SourceKind
from botilbud_desktop.storage.sources.text_file import NoTextError, decoded_text
from botilbud_desktop.storage.word.reading import word_document

LARGEST_FILE = 50_000_000
"""Maximum bytes of a file; pictures make documents large."""
LARGEST_TEXT = 5_000_000
"""Maximum bytes of a text or mail without its attached files."""
_LARGEST_MAIL = 20_000_000
_MEGABYTE = 1_000_000
_MARKDOWN = (".md", ".markdown")
_LEAST_COLUMNS = 3
_LEAST_PART = 0.5
"""A page is a table when at least this part of its text stands in tables of at least so many columns."""

type ReadPdf = Callable[[bytes], Document]
"""Reads a PDF. It raises UnreadableSourceError."""
type IsOfProjects = Callable[[Table], bool]
"""Whether a table is one of projects, as the round's form has them."""


def read_source(path: Path, read_pdf: ReadPdf, is_of_projects: IsOfProjects | None = None) -> Source:
    """Returns what the file at `path` holds.

    A page or a text with tables is a table if one of them is of projects; without `is_of_projects` a page is if most
    of its text stands in tables, and a text is not. `.csv` and `.tsv` are tables, always.

    Raises:
        RefusedFileError: it is of a kind that is not read, is damaged, protected, empty or too large.
    """
    data = read_bytes(path, largest=LARGEST_FILE)
    content = content_of(data)
    if content in refusals.REASONS:
        raise RefusedFileError(path.name, "", refusals.REASONS[content])
    if content in (Content.WORKBOOK, Content.OLD_WORKBOOK):
        return Source(SourceKind.WORKBOOK, read_workbook(path))
    try:
        return _read(data, path, content, read_pdf, is_of_projects)
    except (UnreadableSourceError, NoTextError, NoMailError, TooMuchMarkupError) as error:
        raise RefusedFileError(path.name, "", refusals.reason_of(error)) from error


def _read(data: bytes, path: Path, content: Content, read_pdf: ReadPdf, is_of_projects: IsOfProjects | None) -> Source:
    ending = path.suffix.lower()
    if content is Content.WORD:
        return Source(SourceKind.WORD, document=_filled(word_document(data, path.name)))
    if content is Content.PDF:
        return Source(SourceKind.PDF, document=_filled(read_pdf(data)))
    if content is Content.MAIL or ending == ".eml":
        _check_size(data, _LARGEST_MAIL)
        return Source(SourceKind.TEXT, document=_filled(mail_document(data)))
    _check_size(data, LARGEST_TEXT)
    text = decoded_text(data)
    if ending in (".csv", ".tsv", ".tab"):
        table = table_of_csv(text) if ending == ".csv" else table_of_tsv(text)
        return Source(SourceKind.TABLE, _sheets([table]))
    if content is Content.PAGE or ending in (".html", ".htm"):
        return _page(text, is_of_projects)
    document = _filled(document_of_text(text, is_markdown=ending in _MARKDOWN))
    if is_of_projects is not None and "\t" in text and is_of_projects(table := table_of_tsv(text)):
        return Source(SourceKind.TABLE, _sheets([table]), document)
    return Source(SourceKind.TEXT, document=document)


def _page(text: str, is_of_projects: IsOfProjects | None) -> Source:
    if len(text) > MOST_CHARACTERS:
        raise TooMuchMarkupError
    document = _filled(document_of_html(text))
    tables = tables_of_html(text)
    if any(map(is_of_projects, tables)) if is_of_projects is not None else _is_mostly_tables(document):
        return Source(SourceKind.TABLE, _sheets(tables), document)
    return Source(SourceKind.TEXT, document=document)


def _is_mostly_tables(document: Document) -> bool:
    around = sum(len(block.text) for block in document.blocks if isinstance(block, Paragraph))
    within = sum(
        len(cell)
        for block in document.blocks
        if not isinstance(block, Paragraph) and max(map(len, block.rows)) >= _LEAST_COLUMNS
        for row in block.rows
        for cell in row
    )
    return within > 0 and within >= _LEAST_PART * (within + around)


def _sheets(tables: Sequence[Table]) -> tuple[Sheet, ...]:
    """Returns tables as the sheets of a workbook, each with a name if there are several."""
    filled = [table for table in tables if table.grid]
    if not filled:
        raise UnreadableSourceError(refusals.NO_TEXT)
    names = [f"Tabel {number}" for number in range(1, len(filled) + 1)] if len(filled) > 1 else [""]
    return tuple(
        Sheet(name, is_hidden=False, grid=table.grid, is_cut=table.is_cut, marks=table.marks)
        for name, table in zip(names, filled, strict=True)
    )


def _filled(document: Document) -> Document:
    if not document.blocks:
        raise UnreadableSourceError(refusals.NO_TEXT)
    return document


def _check_size(data: bytes, largest: int) -> None:
    if len(data) > largest:
        raise UnreadableSourceError(refusals.TOO_LARGE.format(megabytes=largest // _MEGABYTE))
