"""»Ny kladde ud fra en tidligere«: what comes along is chosen above, and what becomes of it is shown below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.carry_over import carried_over, years_meeting
from botilbud_desktop.domain.editing.carry_report import carry_report
from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.carrying.choices import CarryChoices
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label, subheading
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar

TITLE = "Ny kladde ud fra en tidligere"
_INTRODUCTION = "Den nye kladde oprettes ud fra »{name}«. Den tidligere bliver ikke ændret."
_TWO_YEARS = "Lån og pladser fra to år kan ikke begge stå i {years}. Vælg et andet år for det ene."
_SIZE = QSize(620, 720)
_HEADINGS = ("Det kommer med", "Det kommer ikke med", "Udfyld eller kontrollér")
_NOT_YET = "Vises, når årene er rettet."
_NOTHING = "Ingenting"
_HALF_TYPED = "Det, der er halvt skrevet i et felt"
_LONGEST_LINE = 400


class CarryDialog(QDialog):
    """Shown by `open()` without blocking; it deletes itself when it is closed."""

    made = Signal(object)
    """The `Application` of the new draft."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        application: Application,
        round_: Round,
        rounds: Sequence[Round],
        *,
        has_half_typed: bool = False,
    ) -> None:
        """`name` is that of the earlier draft's file, `round_` its round; `rounds` are those to choose from.

        With `has_half_typed` something is half-typed in the earlier draft.
        """
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ScreenFit(self, _SIZE)
        self._application = application
        self._round = round_
        self._left_out = (_HALF_TYPED,) if has_half_typed else ()
        self.notice = NoticeBar(self)
        self.choices = CarryChoices(application, rounds)
        self.choices.changed.connect(self._on_changed)
        self.report = [plain_label() for _heading in _HEADINGS]
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, UNIT, 0)
        column.setSpacing(UNIT)
        column.addWidget(plain_label(_INTRODUCTION.format(name=name)))
        column.addWidget(self.choices)
        for heading, label in zip(_HEADINGS, self.report, strict=True):
            column.addSpacing(UNIT)
            column.addWidget(subheading(heading))
            column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Det, der kommer med")
        area.setWidget(content)
        self.create_button = QPushButton("Opret kladde", self)
        self.create_button.setDefault(True)
        self.create_button.clicked.connect(self._on_create)
        cancel = QPushButton("Annullér", self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.create_button)
        buttons.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        layout.addWidget(self.notice)
        layout.addWidget(area, 1)
        layout.addLayout(buttons)
        self._on_changed()
        self.choices.round.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_changed(self) -> None:
        """Show what becomes of the earlier draft with the choices as they are."""
        made = self._made()
        if made is None:
            for label in self.report:
                label.setText(_NOT_YET)
            return
        self.notice.clear()
        wishes, round_ = self.choices.wishes(), self.choices.chosen_round
        carried, left, asked = carry_report(self._application, self._round, made, round_, wishes)
        for label, lines in zip(self.report, (carried, (*self._left_out, *left), asked), strict=True):
            label.setText("\n".join(f"• {printable(line, _LONGEST_LINE)}" for line in lines) or _NOTHING)

    def _made(self) -> Application | None:
        """Returns the new draft; None, with a notice, when two years would be mixed."""
        wishes = self.choices.wishes()
        if meeting := years_meeting(wishes):
            self.notice.say(_TWO_YEARS.format(years=all_of(list(meeting))), State.PROBLEM)
            return None
        return carried_over(self._application, self.choices.chosen_round, wishes, new_id)

    def _on_create(self) -> None:
        made = self._made()
        if made is not None:
            self.accept()
            self.made.emit(made)
