"""Documents as the readers of Word, PDF and text make them, from texts that hold tables as lines with tabs."""

import re
import textwrap
from enum import Enum
from pathlib import Path

from botilbud_desktop.domain.document_import.blocks import Block, Document, Paragraph, Table
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.document_import.proposing import propose
from botilbud_desktop.domain.round import Round
from tests.rules.samples import ROUND

NOTES = Path(__file__).with_name("notes")
REAL = ("aalborg-3", "aalborg-3a", "aalborg-3b", "thisted-1")
"""Notes that two municipalities published, word for word."""
_BOLD = re.compile(r"\*\*|</?b>")
_HEADING = re.compile(r"(#+) (.*)")
_ITEM = re.compile(r"(?:- |[0-9]\. )(.*)")
_WIDTH = 95


class Form(Enum):
    """How a document is written."""

    WORD = "word"
    """With tables, headings and lists."""
    TABS = "tabs"
    """As text: cells are separated by tabs, nothing tells headings."""
    PDF = "pdf"
    """As lines of a page: cells are separated by spaces."""


def note(name: str) -> str:
    """Returns the text of a note."""
    return (NOTES / f"{name}.txt").read_text(encoding="utf-8")


def document(text: str, form: Form = Form.WORD) -> Document:
    """Returns a text as a document."""
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    tables = 0
    for line in [*_BOLD.sub("", text).split("\n"), ""]:
        if form is Form.WORD and "\t" in line:
            rows.append(tuple(cell.strip() for cell in line.split("\t")))
            continue
        if rows:
            tables += 1
            blocks.append(Table(tuple(rows), f"tabel {tables}"))
            rows = []
        for part in re.findall(r"<p>(.*?)</p>", line) or [line]:
            if part.strip():
                blocks += _paragraphs(part.strip() if "\t" not in part else part, len(blocks), form)
    return Document(tuple(blocks))


def _paragraphs(text: str, number: int, form: Form) -> list[Block]:
    heading = _HEADING.fullmatch(text)
    words = heading[2] if heading else text
    if form is Form.TABS:
        return [Paragraph(words, f"afsnit {number + 1}")]
    if form is Form.PDF:
        bare = " ".join(words.split())
        lines = textwrap.wrap(bare, _WIDTH, break_on_hyphens=False)
        return [Paragraph(line, f"side 1, linje {number + index + 1}") for index, line in enumerate(lines)]
    item = None if heading else _ITEM.fullmatch(words)
    if item:
        return [Paragraph(item[1], f"afsnit {number + 1}", is_listed=True)]
    return [Paragraph(words, f"afsnit {number + 1}", len(heading[1]) if heading else 0)]


def proposal(text: str, form: Form = Form.WORD, round_: Round = ROUND) -> Proposal:
    """Returns what is proposed from a text."""
    return propose(document(text, form), round_, round_.municipalities)


def values(found: Proposal, field: str) -> list[object]:
    """Returns the values of a field; of a list without an index, those of all its rows."""
    return [each.value for each in found.values if _is_at(each, field)]


def one(found: Proposal, field: str) -> Proposed:
    """Returns the only value of a field."""
    matching = [each for each in found.values if str(each.field) == field]
    assert len(matching) == 1, (field, matching)
    return matching[0]


def sure(found: Proposal, field: str) -> object:
    """Returns the value of a field, which must be sure."""
    value = one(found, field)
    assert value.is_sure, value
    return value.value


def doubtful(found: Proposal, field: str) -> object:
    """Returns the value of a field, which must not be sure, and say why."""
    value = one(found, field)
    assert not value.is_sure, value
    assert value.remark, value
    return value.value


def has(found: Proposal, field: str) -> bool:
    """Whether anything is proposed for a field or below it."""
    return bool(values(found, field))


def why_left_out(found: Proposal, text: str) -> str:
    """Returns why a text is left out."""
    reasons = [left.why for left in found.left_out if text in left.text]
    assert reasons, (text, found.left_out)
    return reasons[0]


def _is_at(value: Proposed, field: str) -> bool:
    return re.sub(r"\[[0-9]+\]\Z", "", str(value.field)) == field or str(value.field) == field
