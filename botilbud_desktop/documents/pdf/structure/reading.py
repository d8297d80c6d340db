"""Follows a paragraph from line to line while it is drawn, so that its text can be read and copied as it was written.

On paper a line ends where its room ends. A reader, a search and a copy need what the eye supplies: a space between the
last word of a line and the first of the next, none within a broken word, and a hyphen that is there for the break only.
"""

from botilbud_desktop.documents.pdf.structure.elements import Element

SOFT_HYPHEN = "\u00ad"
_NO_BREAK_SPACE = "\u00a0"


class Reading:
    """What a paragraph is, and how far it has been drawn. The pieces that it is split into share one."""

    def __init__(self, text: str, element: Element, *, ends_word: bool = True, is_own: bool = False) -> None:
        """With `ends_word` False the text breaks off within a word, and goes on in another paragraph."""
        self.element = element
        self.is_own = is_own
        """Whether its hard spaces are for the breaks only: they are drawn as the spaces that they stand for."""
        self.label = ""
        """The number that the text begins with, in a list."""
        self.label_element: Element | None = None
        self._text = text.rstrip()
        self._ending = " " if ends_word else ""
        self._at = 0

    @property
    def title(self) -> str:
        """The text on one line, as a bookmark has it."""
        return " ".join(self._text.replace(SOFT_HYPHEN, "").split())

    @property
    def has_text(self) -> bool:
        """Whether anything will be drawn."""
        return bool(self._text.strip())

    @property
    def is_begun(self) -> bool:
        """Whether a line of it has been drawn."""
        return self._at > 0

    def is_broken_after(self, line: str) -> bool:
        """Whether the beginning of the next line, as it is drawn, ends with a hyphen that is there for a break only."""
        return line.endswith("-") and self._after(line)[1]

    def ending(self, line: str) -> str:
        """Returns what the file needs after a line that is drawn next: a space, unless it ends within a word."""
        self._at, _is_broken = self._after(line)
        following = self._at
        while self._text.startswith(SOFT_HYPHEN, following):
            following += 1
        if following >= len(self._text):
            return self._ending
        return " " if _is_space(self._text[following]) else ""

    def _after(self, line: str) -> tuple[int, bool]:
        """Returns the place in the text after the line, and whether the line ends with a hyphen that the text lacks.

        Spaces may differ, and soft hyphens are drawn at a break only.
        """
        at = self._at
        while at < len(self._text) and _is_space(self._text[at]):
            at += 1
        if self._text.startswith(line, at):
            return at + len(line), False
        is_made = False
        for character in line:
            is_made = character == "-" and self._lacks_hyphen(at)
            if is_made or character.isspace():
                continue
            while at < len(self._text) and (self._text[at].isspace() or self._text[at] == SOFT_HYPHEN):
                at += 1
            at += 1
        return at, is_made

    def _lacks_hyphen(self, at: int) -> bool:
        """Whether the text may be broken at a place, and no hyphen of its own follows."""
        while self._text.startswith(SOFT_HYPHEN, at):
            at += 1
            if not self._text.startswith(("-", SOFT_HYPHEN), at):
                return True
        return False


def _is_space(character: str) -> bool:
    """Whether a line may be broken at the character and the character is not drawn then."""
    return character.isspace() and character != _NO_BREAK_SPACE
