"""Spaces and line breaks that say nothing."""

import re
from collections.abc import Iterator

from botilbud_desktop.rules.shortening.saving import Saving, SavingKind, saving

_BLANK = re.compile(r"[ \n]{2,}| \Z|\A[ \n]|\n\Z")


def blanks(text: str) -> Iterator[Saving | None]:
    """Yields what is saved by one space for several, none at an end, and one blank line or none between paragraphs.

    Several spaces between two numbers stay, and so does what begins a line: they may be columns, or steps of a list.
    """
    for found in _BLANK.finditer(text):
        start, end, run = found.start(), found.end(), found[0]
        if end == len(text) or start == 0:
            last = run.rfind("\n") + 1  # what begins the first line of words stays as it is
            yield saving(text, start, end if end == len(text) else start + last or end, "", SavingKind.SPACES)
        elif "\n" not in run:
            if not (text[start - 1].isdecimal() and text[end].isdecimal()):
                yield saving(text, start, end, " ", SavingKind.SPACES)
        else:
            yield _between_lines(text, start, start + run.rfind("\n") + 1)


def _between_lines(text: str, start: int, end: int) -> Saving | None:
    run = text[start:end]
    breaks = run.count("\n")
    if run == "\n\n":
        return saving(text, start, end, "\n", SavingKind.BLANK_LINE)
    tidied = "\n" * min(breaks, 2)
    return saving(text, start, end, tidied, SavingKind.BREAKS if breaks > 2 else SavingKind.SPACES)
