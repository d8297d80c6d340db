"""The quiet note below the overall description: a sentence from the table that has changed there, old and new."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.text_results import StaleFact
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.link_row import LinkRow
from botilbud_desktop.ui.widgets.tab_order import order_tabs

PART = "Sætningen handler kun om en del af projekterne."
"""Said of a sentence while something is missing for other projects."""
MOST_SHOWN = 4
"""Sentences at a time: one for each content that the table can tell."""
IN_TEXT = "Vis i teksten"
_NAME = "description.fact.{number}.{name}"


class ShownFact(NamedTuple):
    """A sentence as the note shows it: wherever it stands in the text."""

    fact: StaleFact
    problem: str
    """What is wrong with the text with the new sentence; "" when it fits."""

    @property
    def words(self) -> tuple[str, ...]:
        """All that is shown of it."""
        return (self.fact.about, self.fact.entry.text, self.fact.made, self.fact.missing, self.problem)


class StaleNotes(QWidget):
    """Tells of the first sentences; nothing is changed until a button is pressed."""

    place_asked = Signal(int)
    """The number of the sentence, from 0, that the user wants to see in the text."""
    renew_asked = Signal(int)
    """The number of the sentence that is to be replaced by the new one."""
    keep_asked = Signal(int)
    """The number of the sentence that stays, and is asked about no more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[tuple[str, ...], ...], int, bool] | None = None
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, HALF, 0, 0)
        self._column.setSpacing(UNIT)
        self.hide()

    def show_facts(self, facts: tuple[ShownFact, ...], total: int, *, read_only: bool) -> None:
        """Show the first of the changed sentences and how many they are in all; without buttons when read-only."""
        shown = (tuple(fact.words for fact in facts), total, read_only)
        if shown != self._shown:
            self._shown = shown
            self._fill(facts, total, read_only=read_only)
        self.setVisible(bool(facts))

    def first_choice(self, number: int) -> QAbstractButton | None:
        """Returns the first button or link of the sentence of that number."""
        if not 0 <= number < len(self._parts):
            return None
        return next(iter(self._parts[number].findChildren(QAbstractButton)), None)

    def _fill(self, facts: tuple[ShownFact, ...], total: int, *, read_only: bool) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [self._part(number, fact, read_only=read_only) for number, fact in enumerate(facts)]
        if total > len(facts):
            more = counted(total - len(facts), "sætning", "sætninger")
            self._parts.append(plain_label(f"{more} mere passer ikke længere med tabellen.", self))
        for part in self._parts:
            self._column.addWidget(part)
        order_tabs(self)

    def _part(self, number: int, shown: ShownFact, *, read_only: bool) -> QWidget:
        part, fact = QWidget(self), shown.fact
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        heading = Note(parent=part)
        heading.say(f"Sætningen om {fact.about} passer ikke længere med tabellen", State.ATTENTION)
        column.addWidget(heading)
        quiet, plain = quiet_colour(self.palette()), self.palette().text().color()
        lines = ((f"I teksten står: {fact.entry.text}", quiet), (_now(fact), plain), (shown.problem, quiet))
        for words, colour in lines:
            if words:
                label = plain_label(words, part)
                set_text_colour(label, colour)
                column.addWidget(label)
        column.addWidget(self._buttons(number, fact, part, read_only=read_only))
        return part

    def _buttons(self, number: int, fact: StaleFact, part: QWidget, *, read_only: bool) -> LinkRow:
        row = LinkRow(part, gap=UNIT)
        asked = (("Forny", "renew", self.renew_asked), ("Behold", "keep", self.keep_asked))
        for words, name, signal in asked if fact.made else asked[1:]:
            if read_only:
                continue
            button = QPushButton(words, row)
            button.setObjectName(_NAME.format(number=number, name=name))
            button.setAccessibleName(f"{words} sætningen om {fact.about}")
            button.setAutoDefault(False)
            button.clicked.connect(partial(signal.emit, number))
            row.take(button)
        link = row.add(IN_TEXT, _NAME.format(number=number, name="place"))
        link.setAccessibleName(f"{IN_TEXT}: sætningen om {fact.about}")
        link.clicked.connect(partial(self.place_asked.emit, number))
        return row


def _now(fact: StaleFact) -> str:
    """Returns what the table tells now."""
    if not fact.made:
        return f"Tabellen giver ingen sætning: {fact.missing}"
    told = f"Tabellen giver nu: {fact.made}"
    return f"{told} {PART} {fact.missing}" if fact.missing else told
