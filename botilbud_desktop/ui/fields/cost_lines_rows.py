"""The lines of a cost plan, each shown with its calculation. A new line's treatment is asked for, never assumed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from botilbud_desktop.domain.choice_wording import TREATMENTS
from botilbud_desktop.domain.cost_plan import CostLine, CostPlan, Treatment
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.choice_field import BoundChoice
from botilbud_desktop.ui.fields.line_field import BoundLine
from botilbud_desktop.ui.fields.rows import Rows
from botilbud_desktop.ui.fields.value_format import ROW_THOUSANDS, TEXT
from botilbud_desktop.ui.style.text import PlainLabel


class CostLinesRows(Rows):
    """The rows of `cost_plan.lines`."""

    headings = ("Post", "Udgift (hele 1.000 kr.)", "Behandling", "Låneberettiget (hele 1.000 kr.)")
    stretches = (19, 9, 20, 23)
    add_text = "Tilføj post …"
    delete_text = "Slet post"
    deleted_text = "Posten er slettet."

    def __init__(self, controller: DraftController, path: FieldPath) -> None:
        super().__init__(controller, path)
        self._menu: QMenu | None = None

    def items(self, view: View) -> tuple[CostLine, ...]:
        plan: CostPlan | None = value_at(view.application, FieldPath(self.path[:-1]))
        return plan.lines if plan else ()

    def make_cells(self, path: FieldPath) -> Sequence[QWidget]:
        return (
            BoundLine(self.controller, path / "label", TEXT),
            BoundLine(self.controller, path / "amount", ROW_THOUSANDS),
            BoundChoice(self.controller, path / "treatment", list(TREATMENTS.items())),
            _Arithmetic(path),
        )

    def _on_add(self) -> None:
        if self._menu is None:
            self._menu = self._make_menu()
        self._menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def _make_menu(self) -> QMenu:
        """Returns the menu that asks how the loan treats the new line."""
        menu = QMenu(self)
        menu.setObjectName(f"{self.path.object_name}.add.treatment")
        menu.setAccessibleName("Hvordan skal den nye post behandles?")
        for treatment, words in TREATMENTS.items():
            action = menu.addAction(words)
            action.setData(str(treatment))
        menu.triggered.connect(self._on_treatment_chosen)
        return menu

    def _on_treatment_chosen(self, action: QAction) -> None:
        self.add(CostLine(amount=0, treatment=Treatment(action.data())))


class _Arithmetic(PlainLabel):
    """The calculation of one line, as text."""

    def __init__(self, path: FieldPath) -> None:
        super().__init__()
        self._project = path.project
        self._index = int(path[-1])
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def render_view(self, view: View) -> None:
        """Show the calculation of the line; nothing while the plan cannot be allocated."""
        allocations = view.assessment.allocations
        allocation = next((found.allocation for found in allocations if found.project == self._project), None)
        self.setText("" if allocation is None else allocation.lines[self._index].arithmetic)
