"""Reads the rows of a table in the text, with tabs or `|` between its columns, as short sentences with their heads."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

_MOST_COLUMNS = 12
_LONGEST = 60
"""Letters of a label or a head that are read: a row is never longer than so many times its columns."""
_LEAST_COLUMNS = 3
_LONGEST_LEGEND = 90
_LONGEST_ROW = 200
_HEAD = re.compile(r"[^0-9]*(?:20[0-9]{2})?[^0-9]*\Z")
"""The head of a column has no figure but a year."""
_ASIDE = re.compile(r" ?\((?![^)]*kr)[^)]*\)")
_NOTHING = re.compile(r"(?:0|[-–—]|nul|intet|ingen)\Z")
_ROW = re.compile(
    r"\t\s*[0-9–-]|\|[^|]*\||"
    r"\A\s*(?:20[0-9]{2}|'[0-9]{2})\b[^0-9]{1,12}(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,4},[0-9]|"
    r"[0-9]+ (?:mio|kr|t\.?kr))|"
    r"\S {2,}[0-9]{1,3}(?:\.[0-9]{3})+|[0-9] ?/ ?[0-9.,]+\Z"
)


def sentences_of_tables(lines: Sequence[str]) -> Mapping[int, tuple[str, ...]]:
    """Returns, by the number of its line, a row's cells as »label – head: cell«, and () for the line of the heads.

    `lines` are in small letters, with `|` between columns. A table begins with a line of heads, and has at least
    three columns.
    """
    found = dict[int, tuple[str, ...]]()
    heads = tuple[str, ...]()
    for number, line in enumerate(lines):
        cells = [cell.strip() for cell in line.split("|", _MOST_COLUMNS)[:_MOST_COLUMNS]]
        if len(cells) < 2:
            heads = ()
        elif heads:
            found[number] = tuple(_sentences(heads, cells))
        elif len(cells) >= _LEAST_COLUMNS and all(map(_HEAD.match, cells[1:])) and any(cells[1:]):
            heads = tuple(_ASIDE.sub("", cell)[:_LONGEST] for cell in cells)
            found[number] = ()
    return MappingProxyType(found)


def legends_of_rows(lines: Sequence[str]) -> Mapping[int, str]:
    """Returns, by the number of its line, what a note in brackets below a row's block says of all its rows."""
    found, legend = dict[int, str](), ""
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if line.startswith("(") and len(line) <= _LONGEST_LEGEND:
            legend = line
        elif legend and is_row(line):
            found[number] = legend
        else:
            legend = ""
    return MappingProxyType(found)


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: figures in columns, or a year and its amount."""
    return len(line) <= _LONGEST_ROW and _ROW.search(line) is not None


def _sentences(heads: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    label = cells[0][:_LONGEST]
    for head, cell in zip(heads[1:], cells[1:], strict=False):
        if head and cell:
            yield f"{label} – {head}: {'0 kr.' if _NOTHING.match(cell) else cell}"
