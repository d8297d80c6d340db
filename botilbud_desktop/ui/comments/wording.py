"""The words for comments. What colleagues wrote is shown as plain text, and only its beginning where it is long."""

import re

from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.values.amounts import counted as counted_noun
from botilbud_desktop.domain.values.dates import format_clock, format_date
from botilbud_desktop.storage.files.printable import printable

WRITE = "Skriv en kommentar"
ANSWER = "Svar"
MOST_CHARACTERS, MOST_LINES = 600, 12
"""How much of a comment is shown at first."""
LONGEST_NAME = 80
_UNKNOWN = "Uden navn"
_LONG_RUN = re.compile(r"[^\s\u200b]{24}")
_BREAK = "\u200b"
DELETED = "Kommentaren er slettet."


def counted(number: int) -> str:
    """Returns `1 kommentar` or `3 kommentarer`."""
    return counted_noun(number, "kommentar", "kommentarer")


def signature(comment: Comment) -> str:
    """Returns who wrote the comment, and when: `Bo Holm, 27.11.2026 kl. 14.32`."""
    who = printable(comment.author.strip(), LONGEST_NAME) or _UNKNOWN
    return f"{who}, {format_date(comment.written_at.date())} kl. {format_clock(comment.written_at)}"


def in_one_line(comment: Comment, longest: int = 120) -> str:
    """Returns the beginning of the comment for a list or a name: `»Er beløbet med moms?«`."""
    return f"»{printable(comment.text.strip(), longest)}«"


def beginning(text: str) -> str:
    """Returns as much of the text as is shown at first."""
    return "\n".join(text.strip()[:MOST_CHARACTERS].split("\n")[:MOST_LINES])


def is_long(text: str) -> bool:
    """Whether only the beginning of the text is shown at first."""
    return len(beginning(text)) < len(text.strip())


def breakable(text: str) -> str:
    """Returns the text with places where a long run without spaces, such as an address, may break."""
    return _LONG_RUN.sub(lambda run: f"{run[0]}{_BREAK}", text)
