"""The tables of a document as groups of its lines: real tables, and rows of cells that follow each other as text."""

from collections.abc import Sequence

from botilbud_desktop.domain.document_import.structure.lines import Line

type Group = tuple[int, ...]
"""The lines of one table."""


def table_groups(lines: Sequence[Line]) -> tuple[Group, ...]:
    """Returns the tables of a document, each as the indices of its rows."""
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        if not line.is_row and line.table < 0:
            continue
        last = groups[-1][-1] if groups else -2
        if last == index - 1 and lines[last].table == line.table:
            groups[-1].append(index)
        else:
            groups.append([index])
    return tuple(tuple(group) for group in groups)
