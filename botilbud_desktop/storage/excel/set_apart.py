"""What is said of cells with something struck out or raised, and the text of a cell without its raised signs."""

from botilbud_desktop.domain.table_import.html_text import RAISED, SQUARE, STRUCK

PARTLY_STRUCK = "Noget af cellen er streget over. Se efter, om det passer."

__all__ = ["PARTLY_STRUCK", "RAISED", "STRUCK", "ApartText"]

_BEFORE = 10
"""How many characters before a raised sign tell whether it belongs to them."""


class ApartText:
    """Collects the text of a cell; raised signs such as those of notes are told apart: `10` and `²`, but `m²`."""

    def __init__(self) -> None:
        self._plain: list[str] = []
        self._all: list[str] = []
        self._has_raised = False

    def add(self, text: str, *, is_raised: bool) -> None:
        """Adds a text."""
        self._all.append(text)
        if is_raised and text.strip() and not SQUARE.search("".join(self._plain[-3:])[-_BEFORE:]):
            self._has_raised = True
        else:
            self._plain.append(text)

    @property
    def is_cut(self) -> bool:
        """Whether raised signs are left out of the text."""
        return self._has_raised and bool("".join(self._plain).strip())

    @property
    def text(self) -> str:
        """The text without raised signs, or all of it if it has nothing else."""
        return "".join(self._plain if self.is_cut else self._all)
