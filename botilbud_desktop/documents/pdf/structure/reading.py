"""Follows a paragraph from line to line while it is drawn, so that its text can be read and copied as it was written.

On paper a line ends where its room ends. A reader, a search and a copy need what the eye supplies: a space between the
last word of a line and the first of the next, none within a broken word, and a hyphen that is there for the break only.
"""

from botilbud_desktop.documents.pdf.structure.elements import Element

SOFT_HYPHEN = "\u00ad"
_NO_BREAK_SPACE = "\u00a0"


class Reading:
    """What a paragraph is, and how far it has been drawn. The pieces that it is split into share one."""

    def __init__(self, text: str, element: Element, *, ends_word: bool = True) -> None:
        """With `ends_word` False the text breaks off within a word, and goes on in another paragraph."""
        self.element = element
        self.label = ""
        """The number that the text begins with, in a list."""
        self.label_element: Element | None = None
        self._text = text.rstrip()
        self._ending = " " if ends_word else ""
        self._at = 0

    @property
    def has_text(self) -> bool:
        """Whether anything will be drawn."""
        return bool(self._text.strip())

    @property
    def is_begun(self) -> bool:
        """Whether a line of it has been drawn."""
        return self._at > 0

    def ending(self, line: str) -> str:
        """Returns what the file needs at the end of a line that is drawn next.

        A space; nothing where the line ends within a word; a soft hyphen in place of the line's last character, which
        is a hyphen made by the break.
        """
        self._at = self._after(line)
        following = self._text[self._at : self._at + 1]
        if not following:
            return self._ending
        if following == SOFT_HYPHEN and line.endswith("-"):
            return SOFT_HYPHEN
        return " " if _is_space(following) else ""

    def _after(self, line: str) -> int:
        """Returns the place in the text after the line. Spaces may differ, and soft hyphens are not drawn."""
        at = self._at
        while at < len(self._text) and _is_space(self._text[at]):
            at += 1
        if self._text.startswith(line, at):
            return at + len(line)
        for character in line:
            if character.isspace() or (character == "-" and self._text.startswith(SOFT_HYPHEN, at)):
                continue
            while at < len(self._text) and (self._text[at].isspace() or self._text[at] == SOFT_HYPHEN):
                at += 1
            at += 1
        return at


def _is_space(character: str) -> bool:
    """Whether a line may be broken at the character and the character is not drawn then."""
    return character.isspace() and character != _NO_BREAK_SPACE
