"""The text of one paragraph or cell of HTML, and what of it is set apart."""

import re
from typing import NamedTuple

from botilbud_desktop.domain.document_import.prompts import NOT_WRITTEN
from botilbud_desktop.domain.table_import.html_text import SQUARE
from botilbud_desktop.domain.text.html_lines import PICTURE, Lines

TAB = "\ue009"
"""Stands for a tab that the writer made; HTML knows none."""
_TABS = re.compile(rf"[ \n]*{TAB}[ \n{TAB}]*")
_LONGEST_CELL = 200
"""Tabs beside longer texts only align them."""
_SIGN = re.compile(r"[-–•·*]|(?:[0-9]{1,2}|[a-zA-Z])[.)]")
_SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
_STRUCK = "Det er streget over."
_RAISED = "sup"
APART = {
    "comment": "Det er en kommentar.",
    "note": "Det er en note under teksten.",
    "contents": "Det er en indholdsfortegnelse.",
    "prompt": NOT_WRITTEN,
    "unseen": "Det er skjult tekst.",
    "del": "Det er slettet med sporede ændringer.",
    "s": _STRUCK,
    "strike": _STRUCK,
    _RAISED: "Det er hævet over linjen, som en henvisning til en note.",
}
"""Elements whose text is left out, and why. The first five are what the reader of Word documents writes."""


class ReadText(NamedTuple):
    """What a paragraph or a cell says."""

    text: str
    is_bold: bool = False
    """Whether all of it is."""
    item: str | None = None
    """The sign of the list item that it is; None when it is none."""
    apart: tuple[tuple[str, str], ...] = ()
    """What is left out of it: the text, and why."""
    pictures: int = 0

    @property
    def cells(self) -> tuple[str, ...]:
        """The parts of a line that has columns made with tabs; none when it has no columns."""
        cells = tuple(_TABS.split(self.text))
        if len(cells) < 2 or self.item is not None or _SIGN.fullmatch(cells[0]):
            return ()
        return () if any("\n" in cell or len(cell) > _LONGEST_CELL for cell in cells) else cells

    @property
    def without_tabs(self) -> str:
        """The text with a space for each tab."""
        return _TABS.sub(" ", self.text)


class HtmlText:
    """A paragraph or cell as far as it is read."""

    def __init__(self, item: str | None = None) -> None:
        self.lines = Lines()
        self.item = item
        self._plain = self._bold = self._pictures = 0
        self._apart: dict[str, list[str]] = {}
        self._last = ""
        self._has_breaks = False

    @property
    def is_begun(self) -> bool:
        """Whether there is anything but spaces."""
        return bool(self._plain or self._bold or self._pictures or self._apart or self._has_breaks)

    def write(self, text: str, *, as_typed: bool, is_bold: bool, looks: str) -> None:
        """Adds text; `looks` is the element of `APART` that it stands in, "" for most."""
        if PICTURE in text:
            self._pictures += text.count(PICTURE)
            text = text.replace(PICTURE, "")
        letters = len(_SPACES.sub("", text.replace(TAB, "")))
        if looks == _RAISED and (not self._last.strip() or SQUARE.search(self._last)):
            looks = ""
        if looks and letters:
            self._apart.setdefault(looks, []).append(text)
            return
        self.lines.write(text, as_typed=as_typed)
        self._bold += letters * is_bold
        self._plain += letters * (not is_bold)
        self._last = (self._last + text)[-10:]

    def break_line(self) -> None:
        """Begins a new line."""
        self.lines.break_line()
        self._has_breaks = True

    def add_picture(self) -> None:
        """Counts a picture."""
        self._pictures += 1

    def begin_item(self, sign: str) -> None:
        """Begins an item of a list: the text has that sign, "" for none."""
        self.item = sign

    def end_item(self) -> None:
        """Ends it."""
        self.item = None

    def read(self) -> ReadText:
        """Returns what stands there."""
        lines = (" ".join(_SPACES.sub(" ", line).split(" ")).strip() for line in self.lines.text().split("\n"))
        apart = tuple((" ".join("".join(texts).split()), APART[looks]) for looks, texts in self._apart.items())
        is_bold = self._bold > 0 and not self._plain
        return ReadText("\n".join(lines).strip(f" \n{TAB}"), is_bold, self.item, apart, self._pictures)
