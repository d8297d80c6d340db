"""Puts the lines below a heading together to the text that a field holds."""

import re
from collections.abc import Sequence

from botilbud_desktop.domain.document_import.structure.lines import Line, span

_MARKED = re.compile(r"[-–•*]|[0-9]+[.)]")


def joined(lines: Sequence[Line]) -> str:
    """Returns the text, a paragraph on each line; items of lists get a hyphen."""
    return "\n".join(
        f"- {line.text}" if line.is_listed and not _MARKED.match(line.text) else line.text for line in lines
    )


def place_of(lines: Sequence[Line]) -> str:
    """Returns where lines stand: `afsnit 4`, or `afsnit 4-7`."""
    return span(lines[0].first, lines[-1].last or lines[-1].first)
