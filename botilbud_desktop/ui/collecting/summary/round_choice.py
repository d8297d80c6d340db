"""Chooses among the rounds that drafts were found of; hidden where there is only one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.collection.records import FoundRound
from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.text import plain_label

_SHOWN_CHARACTERS = 30


class RoundChoice(QWidget):
    """The drafts of the other rounds are listed as left out."""

    asked = Signal(str)
    """The id of the round that the user wants to see."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = ChoiceInput(self)
        self.choice.setObjectName("collection.round")
        self.choice.setMinimumContentsLength(_SHOWN_CHARACTERS)
        label = plain_label("Vis r&unde", self, wrap=False)
        label.setBuddy(self.choice)
        self.choice.setAccessibleName("Vis runde")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(label)
        row.addWidget(self.choice)
        self.hide()
        self.choice.currentIndexChanged.connect(self._on_chosen)

    def show_rounds(self, rounds: Sequence[FoundRound], shown: Round) -> None:
        """Offer these rounds; `shown` is chosen."""
        self.choice.blockSignals(True)
        self.choice.clear()
        for found in rounds:
            drafts = counted(found.drafts, "kladde", "kladder")
            self.choice.addItem(f"{one_line(found.round.short_title)} ({drafts})", found.round.id)
        self.choice.setCurrentIndex(self.choice.findData(shown.id))
        self.choice.blockSignals(False)
        self.setVisible(len(rounds) > 1)

    def _on_chosen(self) -> None:
        self.asked.emit(str(self.choice.currentData()))
