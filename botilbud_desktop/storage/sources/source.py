"""What was read of a file that somebody has written in."""

from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.document_import.blocks import Document
from botilbud_desktop.storage.excel.workbook import Sheet


class SourceKind(StrEnum):
    """What a file is. The values are those of `import --json`."""

    TABLE = "table"
    WORKBOOK = "workbook"
    WORD = "word"
    PDF = "pdf"
    TEXT = "text"


class Source(NamedTuple):
    """A file's content."""

    kind: SourceKind
    sheets: tuple[Sheet, ...] = ()
    """Of a table or a workbook."""
    document: Document | None = None
    """Of the others. A page with tables has it too, for the text around them."""
