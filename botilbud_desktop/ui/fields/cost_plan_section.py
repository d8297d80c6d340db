"""The allocation: which part of the costs the loan may finance, shown with the calculation."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.choice_wording import UNITS
from botilbud_desktop.domain.cost_plan import Allocation, CostBasis, CostPlan, Unit, allocation_of
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.quantities import quantities_of
from botilbud_desktop.domain.values.amounts import format_fraction, format_millions, format_number
from botilbud_desktop.domain.values.whole_number import LARGEST_NUMBER
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.choice_field import ChoiceField
from botilbud_desktop.ui.fields.cost_lines_rows import CostLinesRows
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.fields.field_row import FieldRow
from botilbud_desktop.ui.fields.line_field import LineField
from botilbud_desktop.ui.fields.value_format import ROW_COUNT
from botilbud_desktop.ui.fields.year_split import YearSplit
from botilbud_desktop.ui.style.focus import show_soon
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.text import plain_label, set_bold
from botilbud_desktop.ui.widgets.primary_button import ActionButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs

ROUNDINGS = (
    (1, "hele 1.000 kr."),
    (10, "10.000 kr."),
    (100, "100.000 kr."),
    (1000, "1 mio. kr."),
)


class CostPlanSection(RenderedWidget):
    """The cost plan of the project at `project`: add it, fill it in, use it as the loan, remove it."""

    def __init__(self, controller: DraftController, project: FieldPath) -> None:
        super().__init__()
        self._controller = controller
        self._project = project
        self._path = project / "cost_plan"
        self._body: _Body | None = None
        self.add_button = ActionButton("Tilføj en fordeling", self)
        self.add_button.setObjectName(f"{self._path.object_name}.add")
        self.add_button.setIcon(icon("add", self.palette().buttonText().color()))
        self.add_button.clicked.connect(self._on_add)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def render_view(self, view: View) -> None:
        """Show the plan, or the button that adds one."""
        plan = self._plan(view)
        self.add_button.setEnabled(not view.read_only)
        if plan is None:
            self.add_button.show()
            if self._body is not None:
                if self._body.remove_button.hasFocus():
                    self.add_button.setFocus()
                self._body.hide()
            return
        if self._body is None:
            self._body = _Body(self._controller, self._project)
            self._layout.addWidget(self._body)
            order_tabs(self)
        self._body.show()
        self._body.render_view(view)
        if self.add_button.hasFocus():
            self._body.lines.add_button.setFocus()  # before it is hidden, or another button is read on the way
        self.add_button.hide()

    def _plan(self, view: View) -> CostPlan | None:
        return _project(view, self._project).cost_plan

    def _on_add(self) -> None:
        project: Project = self._controller.editor.value(self._project)
        eligible, total = quantities_of(project, self._controller.round).proposed_basis or (0, 0)
        basis = CostBasis(unit=Unit.PLACES, eligible=_within(eligible), total=_within(total))
        self._controller.editor.replace_structure(self._path, CostPlan(basis=basis, round_to=self._controller.round_to))
        if self._body is not None:
            self._body.lines.add_button.setFocus()
            show_soon(self._body.lines.add_button)


def _within(count: int) -> int:
    """Returns the nearest number that a draft can hold: the sum of many rows may exceed it."""
    return min(max(count, 0), LARGEST_NUMBER)


class _Body(RenderedWidget):
    """The plan itself."""

    def __init__(self, controller: DraftController, project: FieldPath) -> None:
        super().__init__()
        self._controller = controller
        self._project = project
        path = project / "cost_plan"
        self.fields: list[Field] = [
            ChoiceField(controller, path / "basis" / "unit", list(UNITS.items())),
            LineField(controller, path / "basis" / "eligible", ROW_COUNT),
            LineField(controller, path / "basis" / "total", ROW_COUNT),
            ChoiceField(controller, path / "round_to", ROUNDINGS),
        ]
        self.fields[1].also = (path / "basis",)
        self.lines = CostLinesRows(controller, path / "lines")
        self.total = plain_label("", self)
        self.total.setObjectName(f"{path.object_name}.total")
        self.result = plain_label("", self)
        self.result.setObjectName(f"{path.object_name}.result")
        set_bold(self.result)
        self.split = YearSplit(controller.round.year_keys, f"{path.object_name}.split")
        self.split.taken_over.connect(self._on_taken_over)
        self.remove_button = ActionButton("Slet fordelingen", self)
        self.remove_button.setObjectName(f"{path.object_name}.remove")
        self.remove_button.setIcon(icon("delete", self.palette().buttonText().color()))
        self.remove_button.clicked.connect(self._on_remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(FieldRow(self.fields))
        layout.addWidget(self.lines)
        layout.addWidget(self.total)
        layout.addWidget(self.result)
        layout.addWidget(self.split)
        layout.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.lines, self.total, self.result, self.split, self.remove_button):
            part.raise_()  # screen readers follow the order of the children

    def render_view(self, view: View) -> None:
        """Show the basis, the lines and the sum."""
        project = _project(view, self._project)
        for field in self.fields:
            field.render_view(view)
        self.lines.render_view(view)
        allocation = allocation_of(project.cost_plan)
        self.total.setText(_total(project))
        self.result.setText("" if allocation is None else _result(allocation))
        self.split.show_for(None if allocation is None else allocation.proposed_loan, project, view.read_only)
        self.remove_button.setEnabled(not view.read_only)

    def _on_taken_over(self, loan: dict[str, int]) -> None:
        earlier = self._controller.editor.value(self._project / "loan")
        self._controller.editor.replace_structure(self._project / "loan", loan)
        if any(amount is not None and amount != loan.get(year) for year, amount in earlier.items()):
            self._controller.tell_undoable("Det tidligere lån er erstattet af det beregnede.")

    def _on_remove(self) -> None:
        self._controller.editor.replace_structure(self._project / "cost_plan", None)
        self._controller.tell_undoable("Fordelingen er slettet.")


def _total(project: Project) -> str:
    """Returns the sum of all lines, and how it stands to the gross construction cost (1.000 kr.)."""
    plan, cost = project.cost_plan, project.gross_construction_cost
    if plan is None or not plan.lines:
        return ""
    total = f"Udgifter i alt: {format_number(plan.total_amount)}."
    if cost is None:
        return f"{total} Bruttoanlægsudgiften er ikke udfyldt."
    if cost == plan.total_amount:
        return f"{total} Det er hele bruttoanlægsudgiften."
    difference = format_number(abs(cost - plan.total_amount))
    stands = f"mangler der {difference}" if cost > plan.total_amount else f"er der {difference} for meget"
    return f"{total} Bruttoanlægsudgiften er {format_number(cost)}, så {stands} (hele 1.000 kr.)."


def _result(allocation: Allocation) -> str:
    """Returns what the loan may finance, rounded as printed, and the exact amount where it is less (1.000 kr.)."""
    result = f"Låneberettiget i alt: {format_number(allocation.eligible)} ({format_millions(allocation.eligible)})"
    if allocation.eligible <= allocation.exact:
        return result
    exact, loan = format_fraction(allocation.exact), format_number(allocation.proposed_loan)
    return f"{result}. Præcist er det {exact}, så lånet bliver højst {loan}."


def _project(view: View, path: FieldPath) -> Project:
    index = path.project
    if index is None:
        raise ValueError(f"{path} is not the path of a project")
    return view.application.projects[index]
