"""Reads the file of `import` into a proposal."""

from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.document_import.from_tables import proposal_of_tables
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.html import tables_of_html
from botilbud_desktop.domain.table_import.tsv import table_of_tsv
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook
from botilbud_desktop.storage.files.read_bytes import read_bytes

_TABLES = (".tsv", ".csv", ".html", ".htm")


class ReadFile(NamedTuple):
    """What a file holds."""

    kind: str
    """`table`, `workbook`, `word`, `pdf` or `text`."""
    proposal: Proposal


def read_proposal(path: Path, round_: Round) -> ReadFile:
    """Returns what the file at `path` holds.

    Raises:
        RefusedFileError: it cannot be read.
    """
    if path.suffix.lower() not in _TABLES:
        return ReadFile("workbook", proposal_of_tables(read_workbook(path), round_, are_sheets=True))
    text = read_bytes(path).decode("utf-8-sig", "replace")
    try:
        tables = tables_of_html(text) if path.suffix.lower().startswith(".htm") else (table_of_tsv(text),)
    except TooMuchMarkupError as error:
        raise RefusedFileError(path.name, "", "den er for stor") from error
    sheets = [Sheet("", is_hidden=False, grid=one.grid, is_cut=one.is_cut, marks=one.marks) for one in tables]
    return ReadFile("table", proposal_of_tables(sheets, round_, are_sheets=False))
