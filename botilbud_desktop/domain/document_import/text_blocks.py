"""The paragraphs and tables of plain text, as it is typed, pasted, or stands in mail and Markdown.

Lines that a program has wrapped are joined again: all of them are nearly full, and the next word would not have fitted.
"""

import re
from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.document_import.blocks import Block, Document, LeftOut, Paragraph, Table
from botilbud_desktop.domain.document_import.lists import is_numbered, without_bullet
from botilbud_desktop.domain.document_import.prompts import without_prompts
from botilbud_desktop.domain.text.joining.joints import joined_ends

MOST_LINES = 20_000
"""Further lines are left out."""
_WRAPPED_WIDTHS = range(55, 101)
"""How long the longest line is where a program wraps them."""
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_BETWEEN = re.compile(r"</p>[ \t]{0,9}<p>", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:b|i|u|p|em|strong)>", re.IGNORECASE)
_RULE = re.compile(r"[-=_*]{3,}|\|?[ :|-]*-[ :|-]*\|[ :|-]*")
_TOO_LONG = f"Der læses højst {MOST_LINES} linjer."

type _Line = tuple[int, str]
"""A line and its number, counted from 1."""


def document_of_text(text: str, *, is_markdown: bool = False) -> Document:
    """Returns the blocks of a text. Rows with tabs, and in Markdown with bars, are tables."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n").split("\n")
    left_out = [LeftOut(f"linje {MOST_LINES + 1}", "", _TOO_LONG)] if any(map(str.strip, lines[MOST_LINES:])) else []
    numbered = [(number, line.rstrip(" \u00a0")) for number, line in enumerate(lines[:MOST_LINES], start=1)]
    if is_markdown:
        numbered = [(number, _TAGS.sub("", _BETWEEN.sub("\n", line))) for number, line in numbered]
    blocks: list[Block] = []
    width = max((len(line) for _number, line in numbered), default=0)
    tables = 0
    for group in _groups(numbered, is_markdown=is_markdown):
        first, line = group[0]
        if _is_row(line, is_markdown=is_markdown):
            tables += 1
            blocks.append(Table(tuple(_cells(row) for _number, row in group), f"tabel {tables} (linje {first})"))
        else:
            blocks += _paragraphs(group, width, is_markdown=is_markdown)
    return without_prompts(Document(tuple(blocks), tuple(left_out)))


def _groups(lines: Sequence[_Line], *, is_markdown: bool) -> Iterator[list[_Line]]:
    """Yields lines that follow each other without an empty one: all of a table, or none."""
    group: list[_Line] = []
    for line in lines:
        text = line[1].strip()
        is_rule = bool(_RULE.fullmatch(text))
        if is_rule and is_markdown and group and _is_row(group[0][1], is_markdown=True):
            continue
        is_row = _is_row(line[1], is_markdown=is_markdown)
        if group and (not text or is_rule or is_row != _is_row(group[0][1], is_markdown=is_markdown)):
            yield group
            group = []
        if text and not is_rule:
            group.append(line)
    if group:
        yield group


def _is_row(line: str, *, is_markdown: bool) -> bool:
    """Whether a line has several cells; a bullet and a tab make none."""
    bare = without_bullet(line.strip(" "))
    if "\t" in (line if bare is None else bare).rstrip("\t "):
        return True
    stripped = line.strip()
    return is_markdown and len(stripped) > 2 and stripped.startswith("|") and stripped.endswith("|")


def _cells(line: str) -> tuple[str, ...]:
    if "\t" in line:
        return tuple(_plain(cell) for cell in line.split("\t"))
    return tuple(_plain(cell) for cell in line.strip().strip("|").split("|"))


def _plain(cell: str) -> str:
    return _EMPHASIS.sub(r"\2", cell.strip().strip('"'))


def _paragraphs(lines: Sequence[_Line], width: int, *, is_markdown: bool) -> Iterator[Paragraph]:
    """Yields the paragraphs of lines without an empty one between them."""
    joined: list[_Line] = []
    before = ""
    for number, line in lines:
        text = line.strip()
        fits = len(before) + 1 + len(text.split(" ")[0]) <= width
        begins = without_bullet(text) is not None or is_numbered(text) or (is_markdown and text.startswith("#"))
        if joined and width in _WRAPPED_WIDTHS and not begins and not fits and not _is_heading(before, is_markdown):
            joined[-1] = joined[-1][0], joined_ends(joined[-1][1], text)
        else:
            joined.append((number, text))
        before = line
    for number, text in joined:
        yield _paragraph(number, text, is_markdown=is_markdown)


def _is_heading(line: str, is_markdown: bool) -> bool:
    return is_markdown and line.lstrip().startswith("#")


def _paragraph(number: int, text: str, *, is_markdown: bool) -> Paragraph:
    place = f"linje {number}"
    found = _HEADING.fullmatch(text) if is_markdown else None
    if found:
        return Paragraph(_EMPHASIS.sub(r"\2", found[2]), place, len(found[1]))
    plain = _EMPHASIS.sub(r"\2", text) if is_markdown else text
    bare = without_bullet(plain)
    if bare is not None:
        return Paragraph(bare, place, is_listed=True)
    return Paragraph(plain, place, is_listed=is_numbered(plain))
