"""»Det lægger ministeriet vægt på«: each weighting criterion, and what the draft says to it. Nothing is scored."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.values.amounts import for_number
from botilbud_desktop.rules.weighting.by_criterion import WeighedCriterion, by_criterion
from botilbud_desktop.rules.weighting.weighing import weighting_of
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.pages.weighting_row import WeightingRow
from botilbud_desktop.ui.style.spacing import GAP
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.tab_order import order_tabs

TITLE = "Det lægger ministeriet vægt på"
INTRODUCTION = (
    "Ministeriet vægter ansøgningerne efter punkterne her, i denne rækkefølge. Programmet giver ikke point. Det viser, "
    "hvad kladden siger til hvert punkt, og hvilke argumenter der mangler."
)


class WeightingSection(RenderedWidget):
    """The weighting criteria in the ministry's order; rebuilt when what the draft says has changed."""

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[WeightingRow] = []
        self._read: Application | None = None
        """The content that was looked through last: that takes long for the longest texts."""
        self._shown: tuple[tuple[WeighedCriterion, ...], int] | None = None
        self._opened: set[str] = set()
        """The titles of the criteria whose wording is unfolded."""
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def render_view(self, view: View) -> None:
        """Show what the draft says for as many projects as the form has rows."""
        if view.application is self._read:
            return
        self._read = view.application
        number = len(view.application.projects)
        shown = (by_criterion(weighting_of(view.application, view.round, view.round.max_projects)), number)
        if shown == self._shown:
            return
        self._shown = shown
        self._opened = {row.title for row in self.rows if row.toggle.isChecked()}
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget(self)
        self._fill(self._content, view)
        self._column.addWidget(self._content)
        self._content.show()
        order_tabs(self)

    def _fill(self, content: QWidget, view: View) -> None:
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        criteria, number = self._shown or ((), 0)
        if not number:
            column.addWidget(plain_label("Der er ikke noget projekt endnu.", content))
        elif number > view.round.max_projects:
            first = view.round.max_projects
            which = for_number(first, "det første projekt", f"de første {first} projekter")
            text = f"Her vises kun {which}, som skemaet har plads til."
            column.addWidget(plain_label(text, content))
        self.rows = [WeightingRow(criterion, view.application, content) for criterion in criteria]
        for row in self.rows:
            row.field_asked.connect(self.field_asked)
            row.toggle.setChecked(row.title in self._opened)
            column.addLayout(row)
