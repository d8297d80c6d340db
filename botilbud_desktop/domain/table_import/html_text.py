"""The text of a cell in HTML: what is raised, struck out or hidden in it is told apart from what it says."""

import re
from typing import NamedTuple

from botilbud_desktop.domain.table_import.cells import LONGEST_CELL

_MOST_OPEN = 100
"""Deeper elements in a cell are not looked at."""
_VOID = frozenset({"br", "img", "hr", "wbr", "input", "col", "meta", "link"})
LINE_BREAKS = frozenset({"br", "p", "/p", "div", "li"})
_HIDDEN = re.compile(
    r"(?:display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|\shidden[\s=>/])",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"line-through|msodel", re.IGNORECASE)
_RAISED = re.compile(
    r"vertical-align\s{0,9}:\s{0,9}(?:super|sub|-?[1-9])|footnotereference|endnotereference", re.IGNORECASE
)
_STRUCK_TAGS, _RAISED_TAGS = ("s", "strike", "del"), ("sup", "sub")
SQUARE = re.compile(r"(?:\b|(?<=[0-9]))[ck]?m\s?\Z")
"""What stands before a raised sign that belongs to it: `m` of `m²`."""
RAISED = "Der er udeladt et fodnotetegn. Se efter, om det passer."
"""What is said of a cell with a raised sign that is left out."""
_SAID = {
    "raised": RAISED,
    "struck": "Noget af cellen er streget over og er udeladt. Se efter, om det passer.",
    "hidden": "Noget af cellen er skjult og er udeladt. Se efter, om det passer.",
}
STRUCK = "Cellen er streget over. Skal den med?"
"""What is said of a cell that is struck out as a whole."""
_WHOLE = {
    "raised": "",
    "struck": STRUCK,
    "hidden": "Cellen er skjult. Skal den med?",
}


class CellText(NamedTuple):
    """What a cell says, and what is doubtful about it."""

    text: str
    note: str


def is_hidden(tag: str) -> bool:
    """Whether the source of a tag hides its element."""
    return _HIDDEN.search(tag) is not None


class CellReader:
    """Collects the text of one cell from its tags and texts."""

    def __init__(self, tag: str) -> None:
        self._plain: list[str] = []
        self._all: list[str] = []
        self._apart: list[str] = []
        self._open: list[tuple[str, str]] = [("", _looks("td", tag))]

    def take(self, tag: str, text: str) -> None:
        """Processes a tag, or with the name "" a text."""
        if tag in LINE_BREAKS:
            self._add("\n")
        if not tag:
            self._add(text)
        elif tag.startswith("/"):
            self._close(tag[1:])
        elif tag not in _VOID and len(self._open) < _MOST_OPEN:
            self._open.append((tag, _looks(tag, text)))

    def read(self) -> CellText:
        """Returns what the cell says. What is set apart stays where the cell says nothing else."""
        plain = _clean_text("".join(self._plain))
        if not self._apart:
            return CellText(plain, "")
        looks = self._apart[0]
        return CellText(plain, _SAID[looks]) if plain else CellText(_clean_text("".join(self._all)), _WHOLE[looks])

    def _add(self, text: str) -> None:
        self._all.append(text)
        looks = next((looks for _tag, looks in self._open if looks), "")
        if looks == "raised" and SQUARE.search("".join(self._plain[-3:])[-10:]):
            looks = ""
        if not looks:
            self._plain.append(text)
        elif text.strip():
            self._apart.append(looks)

    def _close(self, tag: str) -> None:
        for position in range(len(self._open) - 1, 0, -1):
            if self._open[position][0] == tag:
                del self._open[position:]
                return


def _looks(tag: str, source: str) -> str:
    """Returns how an element is set apart from the text around it; "" for most."""
    if is_hidden(source):
        return "hidden"
    if tag in _STRUCK_TAGS or _STRUCK.search(source):
        return "struck"
    return "raised" if tag in _RAISED_TAGS or (tag != "td" and _RAISED.search(source)) else ""


def _clean_text(text: str) -> str:
    """Returns the lines that are not empty, with single spaces."""
    lines = (re.sub(" +", " ", line).strip() for line in text[:LONGEST_CELL].split("\n"))
    return "\n".join(line for line in lines if line)
