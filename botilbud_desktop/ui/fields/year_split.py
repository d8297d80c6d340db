"""Uses the allocated amount as the loan, split over the years by per cent."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.cost_plan import split_over_years
from botilbud_desktop.domain.values.amounts import format_number, parse_percent
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.announcing import Voice

_WHOLE = Decimal(100)
_YEARS_IN_A_ROW = 2


class YearSplit(QWidget):
    """Per cent for each year, the resulting amounts, and the button that uses them as the loan."""

    taken_over = Signal(object)
    """The loan of each year, in 1.000 kr."""

    def __init__(self, years: tuple[str, ...], name: str) -> None:
        super().__init__()
        self._years = years
        self._amount: int | None = None
        self._loan: dict[str, int] = {}
        self._is_edited = False
        self._project_id = ""
        self._read_only = False
        self._inputs: dict[str, LineInput] = {}
        grid = QGridLayout()
        grid.setSpacing(UNIT)
        for index, year in enumerate(years):
            line, place = divmod(index, _YEARS_IN_A_ROW)
            label = plain_label(f"{year} (pct.)", self, wrap=False)
            grid.addWidget(label, line, 2 * place)
            field = LineInput(self, own_history=True)
            label.setBuddy(field)
            field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            field.setObjectName(f"{name}.{year}")
            field.setAccessibleName(f"Andel af lånet i {year} (pct.)")
            field.setFixedWidth(field.fontMetrics().horizontalAdvance("100,00") + 3 * UNIT)
            field.textEdited.connect(self._on_edited)
            field.left.connect(self._on_left)
            grid.addWidget(field, line, 2 * place + 1)
            self._inputs[year] = field
        self.button = QPushButton("Brug som ansøgt lån", self)
        self.button.setObjectName(f"{name}.take_over")
        self.button.clicked.connect(self._on_take_over)
        grid.setColumnStretch(2 * _YEARS_IN_A_ROW, 1)
        self.note = Note(parent=self, is_tied=True)
        self._voice: Voice | None = None
        self.button.raise_()  # it stands below the note, and is read after it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addLayout(grid)
        column.addWidget(self.note)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_for(self, amount: int | None, project: Project, read_only: bool) -> None:
        """Show the split of `amount` (1.000 kr.); until the user edits it, that of the loan or a proposed one."""
        self._amount = amount
        self._loan = {year: project.loan.get(year) or 0 for year in self._years}
        self._read_only = read_only
        if project.id != self._project_id:
            self._project_id = project.id
            self._is_edited = False
        if not self._is_edited:
            for year, percent in (_shares(self._loan, amount) or _proposed(self._years, project)).items():
                self._inputs[year].setText(_written(percent))
        for field in self._inputs.values():
            field.setReadOnly(read_only)
        self.button.setEnabled(not read_only)
        self._render_note()

    def _percentages(self) -> dict[str, Decimal]:
        return {year: parse_percent(field.text() or "0") for year, field in self._inputs.items()}

    def _split(self) -> dict[str, int] | str:
        """Returns the loan of each year in 1.000 kr., or a sentence with the reason why there is none."""
        if self._amount is None:
            return "Fordelingen kan ikke beregnes endnu."
        try:
            percentages = self._percentages()
        except NotUnderstoodError as error:
            return error.message
        if sum(percentages.values()) != _WHOLE or any(value < 0 for value in percentages.values()):
            return "Andelene skal tilsammen være 100 pct."
        return split_over_years(self._amount, percentages)

    def _render_note(self) -> None:
        split = self._split()
        if isinstance(split, str):
            self.note.say(split, State.ATTENTION if self._is_edited else None)
            return
        parts = " · ".join(f"{year}: {format_number(amount)}" for year, amount in split.items())
        is_taken_over = bool(self._amount) and split == self._loan
        text = f"Ansøgt lån: {parts}" if is_taken_over else parts
        self.note.say(f"{text} (hele 1.000 kr.)", State.DONE if is_taken_over else None)

    def _on_edited(self) -> None:
        self._is_edited = True
        edited = self.sender()
        others = [field for field in self._inputs.values() if field is not edited]
        if len(others) == 1 and isinstance(edited, QLineEdit):
            self._complete(edited, others[0])
        self._render_note()

    def _on_left(self) -> None:
        """Say what is wrong with the shares; not while one types them."""
        for field in self._inputs.values():
            if field.accessibleDescription() != self.note.spoken:
                field.setAccessibleDescription(self.note.spoken)
        if self._voice is None:
            self._voice = Voice(self)
        if self.note.matter:
            self._voice.say(self.note.spoken)
        else:
            self._voice.forget()

    def _complete(self, edited: QLineEdit, other: LineInput) -> None:
        """Set the other of two years to what is left of 100 per cent."""
        try:
            rest = _WHOLE - parse_percent(edited.text())
        except NotUnderstoodError:
            return
        if rest >= 0:
            other.setText(_written(rest))

    def _on_take_over(self) -> None:
        split = self._split()
        if isinstance(split, str):
            self._is_edited = True
            self._render_note()
        else:
            self.taken_over.emit(split)
        self._on_left()


def _written(percent: Decimal) -> str:
    return f"{percent.normalize():f}".replace(".", ",")


def _shares(loan: dict[str, int], amount: int | None) -> dict[str, Decimal] | None:
    """Returns the per cent that split `amount` into exactly this loan; None if no such split exists."""
    if not amount or sum(loan.values()) != amount or min(loan.values()) < 0:
        return None
    shares = {year: round(_WHOLE * part / amount, 2) for year, part in loan.items()}
    shares[max(shares, key=lambda year: shares[year])] += _WHOLE - sum(shares.values())
    return shares if split_over_years(amount, shares) == loan else None


def _proposed(years: tuple[str, ...], project: Project) -> dict[str, Decimal]:
    """Returns 100 per cent for the year with the most places; without places, the completion year or the last."""
    places = {year: sum(group.count for group in project.places if str(group.year) == year) for year in years}
    chosen = max(years, key=lambda year: places[year])
    if not any(places.values()):
        finished = str(project.completion_date.year) if project.completion_date else ""
        chosen = finished if finished in years else years[-1]
    return {year: _WHOLE if year == chosen else Decimal(0) for year in years}
