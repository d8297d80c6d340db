"""How the sheets of a workbook look: number formats, hidden rows and columns, filters and merged cells.

Read from the XML by the few tags needed, never further than the rows that are imported.
"""

import re
from collections.abc import Mapping
from html import unescape
from io import BytesIO
from itertools import islice
from typing import NamedTuple
from zipfile import ZipFile

from botilbud_desktop.domain.table_import.cells import MOST_COLUMNS, MOST_ROWS
from botilbud_desktop.storage.excel.number_formats import BUILT_IN

_MOST_TAGS = 200_000
_MOST_MERGED = 5_000
_MOST_COLUMN_TAGS = 1_000
_MOST_DIGITS = 7
_P = r"<(?:\w{1,20}:)?"
_SHEET = re.compile(_P + r"sheet\b([^<>]*)>")
_RELATION = re.compile(_P + r"Relationship\b([^<>]*)>")
_NUMBER_FORMAT = re.compile(_P + r"numFmt\b([^<>]*)>")
_CELL_STYLES = re.compile(_P + r"cellXfs\b")
_STYLE = re.compile(_P + r"xf\b([^<>]*)>")
_COLUMN = re.compile(_P + r"col\b([^<>]*)>")
_ROW_OR_CELL = re.compile(_P + r"(row|c)\b([^<>]*)>")
_MERGED = re.compile(_P + r"mergeCell\b([^<>]*)>")
_FILTERED = re.compile(_P + r"(?:filterColumn\b|sheetPr\b[^<>]*\sfilterMode=[\"'](?:1|true))")
_ATTRIBUTE = re.compile(r"([\w:]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Look(NamedTuple):
    """How a sheet looks. Rows and columns are counted from 0."""

    formats: Mapping[tuple[int, int], str]
    """The number format of a cell, by row and column, where it is not the usual one."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_filtered: bool = False
    """Whether a filter hides rows."""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """The merged rectangles: top, left, bottom, right."""


PLAIN = Look({})


def looks_of(packed: bytes) -> dict[str, Look]:
    """Returns the looks of a workbook's sheets by their names; those that cannot be told are missing."""
    with ZipFile(BytesIO(packed)) as archive:
        parts = {name.lower(): name for name in archive.namelist()}

        def text(name: str) -> str:
            found = parts.get(name.lower())
            return archive.read(found).decode("utf-8", "replace") if found else ""

        codes = _codes(text("xl/styles.xml"))
        targets = {at.get("Id", ""): at.get("Target", "") for at in _all(_RELATION, text("xl/_rels/workbook.xml.rels"))}
        has_filtered_table = any(_FILTERED.search(text(name)) for name in parts if name.startswith("xl/tables/"))
        found = {}
        for attributes in _all(_SHEET, text("xl/workbook.xml")):
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            target = targets.get(relation, "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if content := text(part):
                found[unescape(attributes.get("name", ""))] = _look(
                    content, codes, has_filtered_table=has_filtered_table
                )
    return found


def _look(content: str, codes: Mapping[str, str], *, has_filtered_table: bool) -> Look:
    head, _start, rest = content.partition("sheetData")
    body, _end, tail = rest.rpartition("sheetData>")
    body = body or rest
    formats: dict[tuple[int, int], str] = {}
    hidden: set[int] = set()
    row, column, first = -1, -1, -1
    for match in islice(_ROW_OR_CELL.finditer(body), _MOST_TAGS):
        attributes = _attributes(match[2])
        if match[1] == "row":
            number = _count(attributes.get("r", ""))
            row, column = (row + 1 if number is None else number - 1), -1
            if _is_hidden(attributes, "ht"):
                hidden.add(row)
            continue
        address = _ADDRESS.fullmatch(attributes.get("r", "").upper())
        row, column = (int(address[2]) - 1, _number(address[1])) if address else (row, column + 1)
        first = row if first < 0 and not match[2].rstrip().endswith("/") else first
        if 0 <= first < row - MOST_ROWS:
            break
        if code := codes.get(attributes.get("s", "")):
            formats[row, column] = code
    is_filtered = bool(_FILTERED.search(head) or _FILTERED.search(tail)) or (has_filtered_table and "tablePart" in tail)
    return Look(formats, frozenset(hidden), _hidden_columns(head), is_filtered, _merged(tail))


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    """Whether a row or column is hidden, or has no height or width."""
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) in ("0", "0.0")


def _hidden_columns(head: str) -> frozenset[int]:
    found: set[int] = set()
    for attributes in _all(_COLUMN, head)[:_MOST_COLUMN_TAGS]:
        least, most = _count(attributes.get("min", "")), _count(attributes.get("max", ""))
        if _is_hidden(attributes, "width") and least is not None and most is not None:
            found.update(range(least - 1, min(most, least + 10 * MOST_COLUMNS)))
    return frozenset(found)


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def _merged(tail: str) -> tuple[tuple[int, int, int, int], ...]:
    found = []
    for attributes in _all(_MERGED, tail)[:_MOST_MERGED]:
        corners = _ADDRESS.findall(attributes.get("ref", "").upper())
        if len(corners) == 2:
            (left, top), (right, bottom) = corners
            found.append((int(top) - 1, _number(left), int(bottom) - 1, _number(right)))
    return tuple(found)


def _codes(styles: str) -> dict[str, str]:
    """Returns the number formats by the index of the cell style; usual ones are missing."""
    own = {at.get("numFmtId", ""): unescape(at.get("formatCode", "")) for at in _all(_NUMBER_FORMAT, styles)}
    known = {str(number): code for number, code in BUILT_IN.items()} | own
    section = _CELL_STYLES.search(styles)
    within = styles[section.end() :].partition("cellXfs>")[0] if section else ""
    used = [at.get("numFmtId", "") for at in _all(_STYLE, within)]
    return {str(index): known[number] for index, number in enumerate(used) if known.get(number, "General") != "General"}


def _all(pattern: re.Pattern[str], text: str) -> list[dict[str, str]]:
    return [_attributes(found) for found in pattern.findall(text)]


def _attributes(tag: str) -> dict[str, str]:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(tag)}


def _number(letters: str) -> int:
    """Returns the number of a column from its letters, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
