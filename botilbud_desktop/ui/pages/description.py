"""»Samlet beskrivelse«: the one text about all projects, with the points that the ministry requires."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import plain_label

_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_FILL = Qt.AlignmentFlag(0)

_NOT_YET = "Ikke set endnu"
CONTENT_MISSING = "description.content_missing"


class DescriptionPage(Page):
    """The overall description."""

    def build(self) -> None:
        self.add_introduction(self.controller.round.description_introduction)
        self.add_fields(TextField(self.controller, field_path("description"), lines=16))
        self.add_subheading("Det skal beskrivelsen fortælle")
        self.add_introduction(
            "Programmet genkender ord og tal i teksten. Et punkt kan godt være dækket med andre ord, og det er altid "
            "ministeriet, der vurderer teksten."
        )
        self.add_part(_RequiredContents(self.controller))


class _RequiredContents(RenderedWidget):
    """The six required points, each recognised in the text or not yet."""

    def __init__(self, controller: DraftController) -> None:
        super().__init__()
        self._status_labels: dict[int, tuple[QLabel, QLabel]] = {}
        self._shown: dict[int, bool] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(UNIT)
        grid.setVerticalSpacing(UNIT + HALF)
        grid.setColumnStretch(2, 1)
        for row, content in enumerate(controller.round.required_contents):
            icon_label, words = QLabel(self), plain_label("", self, wrap=False)
            text = plain_label(f"{content.number}. {content.text}", self)
            for column, label in enumerate((icon_label, words, text)):
                grid.addWidget(label, row, column, alignment=_TOP if column < 2 else _FILL)
            self._status_labels[content.number] = (icon_label, words)

    def render_view(self, view: View) -> None:
        """Show which points are recognised in the description."""
        missing = {finding.detail for finding in view.assessment.findings if finding.code == CONTENT_MISSING}
        written = bool(view.application.description.strip())
        for number, (icon_label, words) in self._status_labels.items():
            words.setMinimumWidth(words.fontMetrics().horizontalAdvance(_NOT_YET) + 2)  # a label rounds its width up
            recognised = written and number not in missing
            if self._shown.get(number) == recognised:
                continue
            self._shown[number] = recognised
            words.setText("Genkendt" if recognised else _NOT_YET)
            palette = self.palette()
            colour = state_colour(State.DONE, palette) if recognised else quiet_colour(palette)
            name = "done" if recognised else "not-started"
            icon_label.setPixmap(icon_pixmap(name, colour, self.devicePixelRatioF()))
