"""The program's own Word document as the reader of Word gives it back."""

from collections.abc import Iterator

from botilbud_desktop.documents.notes import blocks as notes
from botilbud_desktop.documents.notes.cover_note import cover_note
from botilbud_desktop.documents.notes.form import application_form
from botilbud_desktop.documents.notes.project_note import project_note
from botilbud_desktop.documents.values import BLANK
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.document_import.blocks import Block, Document, Paragraph, Table
from botilbud_desktop.domain.round import Round
from tests.rules.samples import TODAY


def exported(application: Application, round_: Round) -> Document:
    """Returns the document that `make_word` writes, block by block."""
    parts = [*cover_note(application, round_, TODAY), *application_form(application, round_)]
    for index, project in enumerate(application.projects):
        parts += project_note(project, index, round_)
    blocks: list[Block] = []
    tables = 0
    for part in parts:
        tables += isinstance(part, notes.Pairs | notes.Table)
        blocks += _blocks(part, len(blocks), tables)
    return Document(tuple(blocks))


def _blocks(part: notes.Block, number: int, tables: int) -> Iterator[Block]:
    match part:
        case notes.Heading():
            yield Paragraph(" ".join(part.text.split()), f"afsnit {number + 1}", max(1, part.level))
        case notes.Paragraphs():
            for index, line in enumerate(filter(str.strip, part.text.split("\n"))):
                yield Paragraph(line, f"afsnit {number + index + 1}")
        case notes.Listed():
            for index, item in enumerate(part.items):
                yield Paragraph(item, f"afsnit {number + index + 1}", is_listed=True)
        case notes.Pairs():
            yield Table(tuple((label, value.strip() or BLANK) for label, value in part.pairs), f"tabel {tables}")
        case notes.Table():
            head = tuple(f"{column.letter}\n{column.title}".strip() for column in part.columns)
            rows = [tuple(_cell(cell) for cell in row) for row in part.rows]
            yield Table((head, *rows, *([tuple(part.total)] if part.total else [])), f"tabel {tables}")


def _cell(text: str) -> str:
    return "" if text == notes.NOTHING else text or BLANK
