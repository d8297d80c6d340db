"""The opened list of choices: typed letters lead to a name, also as Danes spell it (`Aarhus`, `Århus`)."""

from time import monotonic

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication, QComboBox, QListView

from botilbud_desktop.domain.text.collation import search_key
from botilbud_desktop.ui.style.tall_rows import TallRows


class TypedSearch:
    """The letters that were typed in one go, and what they lead to."""

    def __init__(self) -> None:
        self._typed = ""
        self._at = 0.0

    def find(self, typed: str, texts: list[str], current: int) -> int | None:
        """Returns the index of the text that the letters lead to from the current one; None where there is none.

        A text is found by its beginning, else by that of one of its words. A letter typed anew leads on to the next.
        """
        now = monotonic()
        is_going_on = (now - self._at) * 1_000 < QApplication.keyboardInputInterval()
        self._typed = self._typed + typed if is_going_on else typed
        self._at = now
        first = self._typed[0]
        is_repeated = len(self._typed) > 1 and self._typed == first * len(self._typed)
        wanted = search_key(self._typed)
        order = [*range(current + (len(self._typed) == 1), len(texts)), *range(current + 1)]
        if is_repeated and not _found(texts, order, wanted):
            wanted, order = search_key(first), [*range(current + 1, len(texts)), *range(current + 1)]
        found = _found(texts, order, wanted)
        return found[0] if found else None


class SearchedList(QListView):
    """The list that a `QComboBox` opens."""

    def __init__(self, parent: QComboBox) -> None:
        super().__init__(parent)
        self._search = TypedSearch()

    def heighten_rows(self) -> None:
        """Call it after `QComboBox.setView`, which sets another delegate."""
        self.setItemDelegate(TallRows(self))

    def keyboardSearch(self, search: str) -> None:
        """Goes to what the typed letters lead to."""
        model, column = self.model(), 0
        texts = [str(model.index(row, column).data() or "") for row in range(model.rowCount())]
        row = self._search.find(search, texts, max(self.currentIndex().row(), 0)) if search else None
        if row is not None:
            index: QModelIndex = model.index(row, column)
            self.setCurrentIndex(index)
            self.scrollTo(index)


def _found(texts: list[str], order: list[int], wanted: str) -> list[int]:
    keys = {index: search_key(texts[index]) for index in order}
    begins = [index for index in order if keys[index].startswith(wanted)]
    return begins or [index for index in order if f" {wanted}" in keys[index]]
