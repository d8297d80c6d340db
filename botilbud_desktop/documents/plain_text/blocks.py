"""Blocks of lines, of which a plain text consists."""

from collections.abc import Iterable, Sequence

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.text.counting import normalise

type Block = Sequence[str]
"""Lines that belong together."""


def joined(blocks: Iterable[Block]) -> str:
    """Returns the blocks with an empty line between two of them, and LF at the end of each line."""
    return normalise("\n\n".join("\n".join(block) for block in blocks if block) + "\n")


def pair(label: str, value: str) -> list[str]:
    """Returns `label: value`; a value of several lines stands on lines of its own, below its label."""
    text = value.strip("\r\n")
    if not text.strip():
        return [f"{label}: {NOT_STATED}"]
    return [f"{label}:", text] if "\n" in text or "\r" in text else [f"{label}: {text}"]


def row_blocks(label: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Block]:
    """Returns a block for each row of a table: which row it is, and below it `column: value`."""
    return [
        [
            f"{label}, række {number} af {len(rows)}",
            *(line for column, value in zip(columns, row, strict=True) for line in pair(column, value)),
        ]
        for number, row in enumerate(rows, start=1)
    ]
