"""Lines of text as a page shows them: spaces are folded, blocks stand on lines of their own, rows have tabs."""

import re

PICTURE = "\ufffc"
"""Stands where the page has a picture, so that the user can be told that it is left out."""

_FOLDED = re.compile("[ \t\n\r\f]+")
_OWN_SIGN = re.compile("[-\u2013\u2022\u00b7*][ \t\u00a0]")
_LINE_END = re.compile("\r\n|\r|\n")


class Lines:
    """The lines of a page or of a table cell, filled from the top."""

    def __init__(self) -> None:
        self.sign = ""
        """The sign of a list item that comes before its first text."""
        self._lines: list[str] = []
        self._line: list[str] = []
        self._has_space = True
        """Whether the next space is folded into one before it, or stands at the start of the line."""
        self._skips = False

    def write(self, text: str, *, as_typed: bool) -> None:
        """Adds text to the line; `as_typed` keeps its spaces and line breaks."""
        if as_typed:
            first, *others = _LINE_END.split(text)
            if self._skips and others and not first:
                first, *others = others
            self._add(first)
            for line in others:
                self.break_line()
                self._add(line)
        else:
            folded = _FOLDED.sub(" ", text)
            self._add(folded.removeprefix(" ") if self._has_space else folded)
        if text:
            self._skips = False

    def skip_line_break(self) -> None:
        """A line break at once after this does not count: it belongs to the tag before it."""
        self._skips = True

    def break_line(self) -> None:
        """Begins a new line, also below an empty one."""
        self._lines.append("".join(self._line).rstrip(" "))
        self._line.clear()
        self._has_space = True

    def end_block(self) -> None:
        """Begins a new line unless the line is still empty."""
        if self._line:
            self.break_line()

    def add_row(self, cells: list["Lines"]) -> None:
        """Adds a table row: with tabs if each cell has one line at most, else the cells below each other."""
        self.end_block()
        texts = [cell.text() for cell in cells]
        filled = [text for text in texts if text.strip(f"{PICTURE} \u00a0")]
        if len(filled) > 1 and not any("\n" in text for text in texts):
            self._lines.append("\t".join(texts).rstrip("\t"))
        else:
            self._lines.extend(text for text in texts if text)

    def text(self) -> str:
        """Returns the lines so far."""
        self.end_block()
        return "\n".join(self._lines)

    def _add(self, text: str) -> None:
        if text:
            if self.sign:
                if not _OWN_SIGN.match(text):
                    self._line.append(self.sign)
                self.sign = ""
            self._line.append(text)
            self._has_space = text.endswith((" ", "\n"))
