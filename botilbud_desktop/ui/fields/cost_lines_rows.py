"""The lines of a cost plan, each shown with its calculation."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from botilbud_desktop.domain.choice_wording import TREATMENTS
from botilbud_desktop.domain.cost_plan import CostLine, CostPlan, Treatment, allocate, plan_problems
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.choice_field import BoundChoice
from botilbud_desktop.ui.fields.line_field import BoundLine
from botilbud_desktop.ui.fields.rows import Rows
from botilbud_desktop.ui.fields.value_format import ROW_THOUSANDS, TEXT


class CostLinesRows(Rows):
    """The rows of `cost_plan.lines`."""

    headings = ("Post", "Udgift (hele 1.000 kr.)", "Behandling", "Låneberettiget (hele 1.000 kr.)")
    stretches = (19, 9, 20, 23)
    add_text = "Tilføj post"
    delete_text = "Slet post"

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

    def new_item(self) -> CostLine:
        return CostLine(amount=0, treatment=Treatment.DIRECT)


class _Arithmetic(QLabel):
    """The calculation of one line, as text."""

    def __init__(self, path: FieldPath) -> None:
        super().__init__()
        self._plan_path = FieldPath(path[:-2])
        self._index = int(path[-1])
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def render_view(self, view: View) -> None:
        """Show the calculation of the line; nothing while the plan cannot be allocated."""
        plan: CostPlan = value_at(view.application, self._plan_path)
        self.setText("" if plan_problems(plan) else allocate(plan).lines[self._index].arithmetic)
