"""Rows of a table that was copied into a text: their cells stood in columns, which a text does not have."""

import re

_SIGN = re.compile(r"(?:[-–—*+]|\(?(?:\d{1,2}|[a-zæøå]|[ivx]+)[.)]|\d{1,2}(?:\.\d{1,2})+\.?|§+)\Z")
_ENDS = (":", "?")
_EMPTY = "–"
_MOST_CELLS = 40
"""Rows with more are no table that anybody reads in a text: their empty cells are passed over."""


def readable_rows(text: str) -> tuple[str, int]:
    """Returns a text with the cells of each row as `Lån 2025: 22.900` or `Skovvej: 8; 22.900`, and how many rows.

    An empty cell between others is a dash, so that none seems to stand in another's column; several tabs in texts
    without a third column only align them. A number or a sign of a list before a tab is no cell. No character goes
    but tabs and the spaces beside them.
    """
    if "\t" not in text:
        return text, 0
    lines = text.split("\n")
    rows = {index: cells for index, line in enumerate(lines) if "\t" in line and _is_row(cells := _cells(line))}
    has_columns = any(sum(map(bool, cells)) > 2 for cells in rows.values())
    for index, cells in rows.items():
        is_aligned = not has_columns or len(cells) > _MOST_CELLS
        lines[index] = _readable([cells[0], *filter(None, cells[1:])] if is_aligned else cells)
    return "\n".join(lines), len(rows)


def _cells(line: str) -> list[str]:
    cells = [cell.strip(" \u00a0") for cell in line.split("\t")]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _is_row(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) > 2 or (len(filled) == 2 and not _SIGN.match(filled[0]))


def _readable(cells: list[str]) -> str:
    """Returns the cells in one line of words."""
    first, *others = cells
    values = "; ".join(cell or _EMPTY for cell in others)
    if not first:
        return values
    return f"{first} {values}" if first.endswith(_ENDS) else f"{first}: {values}"
