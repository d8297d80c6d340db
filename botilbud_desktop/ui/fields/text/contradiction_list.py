"""Lists the words of a text that do not agree with the form, each with a way to the words and to the form's value."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.text_results import Contradiction
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.style.spacing import GAP, HALF
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs

MOST_LISTED = 6
"""Places that are listed; the others follow when these are mended, and all of them stand on Kontrol."""
IN_TEXT, IN_FORM = "Vis i teksten", "Vis i skemaet"
_OF_TABLE = "projects["


class ContradictionList(QWidget):
    """A heading, and a sentence with two links for each place; nothing while there are none."""

    words_asked = Signal(object)
    """The `Contradiction` whose words the user wants to see."""
    value_asked = Signal(object)
    """The `Contradiction` whose value in the form the user wants to see."""

    def __init__(self, parent: QWidget, name: str) -> None:
        """`name` is the field's object name; it begins the names of the links."""
        super().__init__(parent)
        self._name = name
        self._shown: tuple[Contradiction, ...] = ()
        self._heading = Note(parent=self)
        self._rows = QGridLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(HALF)
        column = QGridLayout(self)
        column.setContentsMargins(0, HALF, 0, 0)
        column.setVerticalSpacing(HALF)
        column.addWidget(self._heading, 0, 0)
        column.addLayout(self._rows, 1, 0)
        column.setRowStretch(2, 1)
        self.hide()

    @property
    def shown(self) -> tuple[Contradiction, ...]:
        """What is listed."""
        return self._shown

    def show_all(self, found: Sequence[Contradiction]) -> None:
        """List these places; the list takes the room that they need."""
        self._list(tuple(found))
        self.setMinimumHeight(0)
        self.setVisible(bool(found))

    def drop_others(self, found: Sequence[Contradiction]) -> None:
        """List no more places than now, but only those that are still found; the list keeps its room.

        So nothing moves while the text is typed.
        """
        still = by_topic(found)
        kept = tuple(still[topic] for topic in by_topic(self._shown) if topic in still)
        if len(kept) < len(self._shown):
            self.setMinimumHeight(self.height())
        self._list(kept)

    def _list(self, found: tuple[Contradiction, ...]) -> None:
        if found == self._shown:
            return
        said_before = [(one.other, one.message) for one in self._shown]
        self._shown = found
        if [(one.other, one.message) for one in found] == said_before:
            return  # the words have only moved: the links keep the focus
        self._heading.say(_heading(found), State.ATTENTION if found else None)
        self._clear()
        for row, one in enumerate(found[:MOST_LISTED]):
            self._rows.addWidget(plain_label(one.message, self), 2 * row, 0)
            self._rows.addWidget(self._links(row, one), 2 * row + 1, 0)
        if len(found) > MOST_LISTED:
            more = counted(len(found) - MOST_LISTED, "sted", "steder")
            self._rows.addWidget(plain_label(f"og {more} mere, som står på »Kontrol«", self), 2 * MOST_LISTED, 0)
        order_tabs(self)

    def _links(self, row: int, one: Contradiction) -> QWidget:
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        asked = ((IN_TEXT, "words", self._on_words_asked), (IN_FORM, "value", self._on_value_asked))
        for words, name, ask in asked:
            link = LinkButton(words, holder)
            link.setObjectName(f"{self._name}.contradiction.{row}.{name}")
            link.setAccessibleName(f"{words}: {one.message}")
            link.clicked.connect(partial(ask, row))
            line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        return holder

    def _on_words_asked(self, row: int) -> None:
        self.words_asked.emit(self._shown[row])

    def _on_value_asked(self, row: int) -> None:
        self.value_asked.emit(self._shown[row])

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _heading(found: Sequence[Contradiction]) -> str:
    if not found:
        return ""
    where = "tabellen" if all(one.other.startswith(_OF_TABLE) for one in found) else "skemaet"
    return f"{counted(len(found), 'sted', 'steder')} i teksten passer måske ikke med {where}"


def by_topic(found: Sequence[Contradiction]) -> dict[str, Contradiction]:
    """Returns the contradictions by a name that stays theirs when they move: the same words may stand twice."""
    named: dict[str, Contradiction] = {}
    met: Counter[tuple[str, str]] = Counter()
    for one in found:
        met[one.other, one.message] += 1
        named[f"contradiction {one.other} {met[one.other, one.message]} {one.message}"] = one
    return named
