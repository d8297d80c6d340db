"""The inputs of the settings in sections, each with its label above it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.user.settings import Decided, RoundTo, Settings
from botilbud_desktop.ui.fields.cost_plan_section import ROUNDINGS
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.inputs import ChoiceInput, LineInput
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.settings.appearance import TEXT_SIZES, theme_of
from botilbud_desktop.ui.settings.decisions import UNREADABLE, decision_on, further
from botilbud_desktop.ui.settings.folder_choice import FolderChoice
from botilbud_desktop.ui.style.spacing import GAP, HALF, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import assign_mnemonics, plain_label, set_bold, set_text_colour, subheading
from botilbud_desktop.ui.style.theme import Theme
from botilbud_desktop.ui.widgets.tick_box import TickBox

_THEMES = (
    (Theme.SYSTEM, "Følg systemet"),
    (Theme.LIGHT, "Lyst"),
    (Theme.DARK, "Mørkt"),
    (Theme.HIGH_CONTRAST, "Høj kontrast"),
)
_PREFIX = "settings."
"""Of the names of the inputs, before the key of the setting."""
_STEPS: tuple[RoundTo, ...] = (1, 10, 100, 1000)


_WORD_LISTS = "Ord, du føjer til din ordliste, bliver husket. Vejledningen fortæller, hvor listen ligger."


class Defaults(NamedTuple):
    """The folders that are used where the user has chosen none."""

    drafts: Path
    receipts: Path


class Sections(QWidget):
    """All inputs of the settings. What the IT department has decided can be read, and is said to be so."""

    def __init__(self, defaults: Defaults, questions: Questions, decided: Decided, away: dict[str, str]) -> None:
        """`away` is what cannot be reached of what is `decided`, see `unreachable`."""
        super().__init__()
        self._decided = decided
        self._away = away
        self._labels: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, UNIT, 0)
        self._column.setSpacing(HALF)
        if decided.is_unreadable:
            self._add_note(UNREADABLE, State.ATTENTION)
            self._column.addSpacing(UNIT)
        self._add_heading("Udseende")
        self.text_size = self._choice("text_size", [(size, f"{size} %") for size in TEXT_SIZES])
        self._add("Tekststørrelse", self.text_size, self.text_size, "Tekststørrelse i procent")
        self.theme = self._choice("theme", list(_THEMES))
        self._add("Farver", self.theme, self.theme, "Farver")
        self._add_heading("Godkendelse")
        self.approver_name = self._line("approver_name")
        self._add("Dit navn", self.approver_name, self.approver_name, "Dit navn")
        self.department = self._line("department")
        self._add("Afdeling (frivilligt)", self.department, self.department, "Afdeling (frivilligt)")
        self._column.addWidget(plain_label("Begge dele bliver foreslået, når du godkender, og står på kvitteringen."))
        self._add_heading("Stavekontrol")
        self.spelling = TickBox("Sæt streg under ukendte ord", self)
        self.spelling.setObjectName("settings.spelling")
        self._column.addSpacing(HALF)
        self._column.addWidget(self.spelling)
        self._column.addWidget(plain_label(_WORD_LISTS))
        self._add_heading("Mapper")
        self.drafts = FolderChoice("Vælg mappen til kladder", defaults.drafts, questions, "drafts_folder")
        self._add("Mappe til kladder", self.drafts, self.drafts.input, "Mappe til kladder")
        self.receipts = FolderChoice("Vælg mappen til kvitteringer", defaults.receipts, questions, "receipts_folder")
        self._add("Mappe til kvitteringer", self.receipts, self.receipts.input, "Mappe til kvitteringer")
        self._column.addWidget(plain_label("En kvittering bliver lagt her, hver gang du godkender."))
        self._add_heading("Fordeling af udgifter")
        self.round_to = self._choice("round_to", [(step, dict(ROUNDINGS)[step]) for step in _STEPS])
        self._add("Afrunding i nye fordelinger", self.round_to, self.round_to, "Afrunding i nye fordelinger, i kr.")
        rows = further(decided)
        if rows:
            self._add_heading("Andet, it-afdelingen har bestemt")
        for key, title, value in rows:
            line = self._line(key)
            line.setText(value)
            line.setCursorPosition(0)
            self._add(title, line, line, title)
        self._column.addStretch(1)
        assign_mnemonics(self._labels, frozenset("ga"))  # Gem and Annullér

    def show_settings(self, settings: Settings) -> None:
        """Fills in the inputs."""
        sizes = [*TEXT_SIZES]
        nearest = min(sizes, key=lambda size: abs(size - settings.text_size))
        self.text_size.setCurrentIndex(sizes.index(nearest))
        self.theme.setCurrentIndex([theme for theme, _ in _THEMES].index(theme_of(settings.theme)))
        self.approver_name.setText(settings.approver_name)
        self.department.setText(settings.department)
        self.spelling.setChecked(settings.spelling)
        self.drafts.show_folder(settings.drafts_folder)
        self.receipts.show_folder(settings.receipts_folder)
        self.round_to.setCurrentIndex(_STEPS.index(settings.round_to))

    def settings(self) -> Settings:
        """Returns the values of the inputs; they are not checked yet."""
        return replace(
            Settings(),
            approver_name=self.approver_name.text().strip(),
            department=self.department.text().strip(),
            text_size=TEXT_SIZES[self.text_size.currentIndex()],
            theme=str(_THEMES[self.theme.currentIndex()][0]),
            spelling=self.spelling.isChecked(),
            drafts_folder=self.drafts.chosen,
            receipts_folder=self.receipts.chosen,
            round_to=_STEPS[self.round_to.currentIndex()],
        )

    def _add_heading(self, words: str) -> None:
        if self._labels:
            self._column.addSpacing(GAP)
        self._column.addWidget(subheading(words))

    def _add(self, words: str, widget: QWidget, field: LineInput | ChoiceInput, name: str) -> None:
        """Adds a label, and below it the widget in which `field` is the input."""
        label = plain_label(words)
        set_bold(label)
        label.setBuddy(field)
        field.setAccessibleName(name)
        self._labels.append(label)
        self._column.addSpacing(HALF)
        self._column.addWidget(label)
        self._column.addWidget(widget)
        decision = decision_on(field.objectName().removeprefix(_PREFIX), self._decided, self._away)
        if decision is not None:
            field.setAccessibleDescription(decision.sentence)
            self._add_note(decision.sentence, decision.state)
            if decision.is_locked:
                _lock(widget, field)

    def _add_note(self, sentence: str, state: State) -> None:
        note = Note(parent=self)
        note.say(sentence, state)
        self._column.addWidget(note)

    def _choice(self, name: str, items: Sequence[tuple[object, str]]) -> ChoiceInput:
        choice = ChoiceInput(self)
        choice.setObjectName(f"{_PREFIX}{name}")
        for _value, words in items:
            choice.addItem(words)
        return choice

    def _line(self, name: str) -> LineInput:
        line = LineInput(self, own_history=True)
        line.setObjectName(f"{_PREFIX}{name}")
        return line


def _lock(widget: QWidget, field: LineInput | ChoiceInput) -> None:
    """Makes an input one to read; the focus still goes there, so that a screen reader tells what it says."""
    field.setReadOnly(True)
    set_text_colour(field, quiet_colour(field.palette()))
    if isinstance(widget, FolderChoice):
        widget.choose_button.setEnabled(False)
