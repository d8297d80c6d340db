"""The choices of what comes along: the round, the projects, the years, and the other parts."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.carry_over import Wishes, proposed_wishes
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.style.spacing import HALF, TARGET, UNIT
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.style.text import plain_label, set_bold
from botilbud_desktop.ui.widgets.tick_box import TickBox

_NOT = "Tages ikke med"
_LONGEST_NAME = 100
_MOST_ROWS = 6
"""Projects that are shown without scrolling."""
_PARTS = (
    ("description", "Den samlede beskrivelse"),
    ("contacts", "Kontaktoplysninger"),
    ("dates", "Forventet afslutning og milepæle"),
    ("amounts", "Bruttoanlægsudgift og fordeling"),
    ("numbers", "Journalnummer og dokumentnummer"),
    ("notes", "Interne noter og notat til KKR"),
)


class CarryChoices(QWidget):
    """The inputs, filled with what is proposed."""

    changed = Signal()
    """Something else was chosen."""

    def __init__(self, application: Application, rounds: Sequence[Round]) -> None:
        """`rounds` are those to choose from, the one to propose first."""
        super().__init__()
        self._application = application
        self._rounds = list(rounds)
        self._years: dict[str, ChoiceInput] = {}
        self._year_widgets: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self.round = ChoiceInput(self)
        self.round.setObjectName("carry.round")
        self.round.addItems([round_.short_title for round_ in rounds])
        self._add("Ansøgningsrunde", self.round)
        self.projects = QListWidget(self)
        self.projects.setObjectName("carry.projects")
        self.projects.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.projects.setItemDelegate(TallRows(self.projects))
        for index, project in enumerate(application.projects):
            name = printable(project.name.strip(), _LONGEST_NAME)
            item = QListWidgetItem(f"{index + 1}. {name}" if name else f"Projekt {index + 1}")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
            item.setCheckState(Qt.CheckState.Checked)
            self.projects.addItem(item)
        line = max(self.projects.fontMetrics().lineSpacing() + UNIT, TARGET)
        self.projects.setFixedHeight(min(max(len(application.projects), 1), _MOST_ROWS) * line + UNIT)
        self._add("Projekter, der fortsætter", self.projects)
        self._year_rows = QVBoxLayout()
        self._year_rows.setSpacing(HALF)
        self._column.addLayout(self._year_rows)
        self._column.addSpacing(UNIT)
        self.parts = {name: self._part(name, words) for name, words in _PARTS}
        self._fill_years()
        self.round.currentIndexChanged.connect(self._on_round_changed)
        self.projects.itemChanged.connect(self.changed)

    @property
    def chosen_round(self) -> Round:
        """The round of the new draft."""
        return self._rounds[self.round.currentIndex()]

    def wishes(self) -> Wishes:
        """Returns what is chosen."""
        checked = [
            index
            for index in range(self.projects.count())
            if self.projects.item(index).checkState() is Qt.CheckState.Checked
        ]
        years = {year: choice.currentData() for year, choice in self._years.items()}
        parts = {name: box.isChecked() for name, box in self.parts.items()}
        return Wishes(tuple(checked), years, **parts)

    def year(self, year: str) -> ChoiceInput:
        """Returns the input for a year of the earlier draft."""
        return self._years[year]

    def _fill_years(self) -> None:
        """Ask about each year in which the earlier draft has amounts or places."""
        for widget in self._year_widgets:
            self._year_rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._years, self._year_widgets = {}, []
        round_ = self.chosen_round
        for year, proposed in proposed_wishes(self._application, round_).years.items():
            choice = ChoiceInput(self)
            choice.setObjectName(f"carry.year.{year}")
            choice.addItem(_NOT, None)
            for key in round_.year_keys:
                choice.addItem(f"Står i {key}", key)
            choice.setCurrentIndex(0 if proposed is None else choice.findData(proposed))
            choice.currentIndexChanged.connect(self.changed)
            label = self._add(f"Lån og pladser i {year}", choice, self._year_rows)
            self._years[year] = choice
            self._year_widgets += [label, choice]
        order = [self.projects, *self._years.values(), *self.parts.values()]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _on_round_changed(self) -> None:
        self._fill_years()
        self.changed.emit()

    def _part(self, name: str, words: str) -> TickBox:
        box = TickBox(words, self)
        box.setObjectName(f"carry.{name}")
        box.setMinimumHeight(TARGET)
        box.setChecked(bool(getattr(proposed_wishes(self._application, self.chosen_round), name)))
        box.toggled.connect(self.changed)
        self._column.addWidget(box)
        return box

    def _add(self, words: str, field: QWidget, rows: QVBoxLayout | None = None) -> QWidget:
        """Adds a label and below it the input; returns the label."""
        label = plain_label(words)
        set_bold(label)
        label.setBuddy(field)
        field.setAccessibleName(words)
        column = self._column if rows is None else rows
        label.setContentsMargins(0, UNIT, 0, 0)
        column.addWidget(label)
        column.addWidget(field)
        return label
