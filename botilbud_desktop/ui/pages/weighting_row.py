"""One weighting criterion: its title, the ministry's words to unfold, and what the draft says for each project."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_labels import line_text
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.rules.weighting.by_criterion import WeighedCriterion, WeighedGroup
from botilbud_desktop.ui.style.spacing import GAP, HALF
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour
from botilbud_desktop.ui.widgets.disclosure import Disclosure
from botilbud_desktop.ui.widgets.link_button import LinkButton

SAID, MISSING = "Kladden siger", "Mangler"
NOTHING_SAID = "Ikke noget endnu."
NOTHING_MISSING = "Ikke noget, som programmet kan se."
ALL_PROJECTS = "Alle projekter"

_LONGEST_NAME = 200
_TOP = Qt.AlignmentFlag.AlignTop


class WeightingRow(QVBoxLayout):
    """One criterion: a layout and no widget, since each nested widget gives Qt one more turn to find the heights."""

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""

    def __init__(self, criterion: WeighedCriterion, application: Application, parent: QWidget) -> None:
        """`parent` is the widget that the layout is added to."""
        super().__init__()
        self._parent = parent
        self._application = application
        self.title = criterion.title if criterion.number is None else f"{criterion.number}. {criterion.title}"
        self.texts: list[QLabel] = []
        """What the draft says and lacks, in words."""
        self.links: list[LinkButton] = []
        """What is missing."""
        name = plain_label(self.title, parent)
        set_bold(name)
        self.toggle = Disclosure(f"Vis ministeriets ordlyd: {self.title}", parent)
        self.wording = plain_label(f"»{criterion.source}«", parent)
        self._quiet(self.wording)
        self.wording.setVisible(False)
        self.toggle.toggled.connect(self._on_toggled)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(1, 1)
        self._fill(criterion)
        top = QHBoxLayout()
        top.addWidget(name, 1)
        top.addWidget(self.toggle)
        self.setSpacing(HALF)
        self.addWidget(_rule(parent))
        self.addLayout(top)
        self.addWidget(self.wording)
        self.addLayout(self._grid)

    def _on_toggled(self, opened: bool) -> None:
        self.wording.setVisible(opened)
        if opened:
            self.toggle.say(self.wording.text())

    def _fill(self, criterion: WeighedCriterion) -> None:
        several = len(self._application.projects) > 1
        for group in criterion.groups:
            if several:
                heading = self._text(self._whose(group))
                heading.setContentsMargins(0, HALF, 0, 0)
                self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
            is_last = group is criterion.groups[-1]
            said = (NOTHING_SAID,) if is_last and not criterion.said else group.said
            self._add(SAID, [self._text(sentence) for sentence in said])
            self._add(MISSING, [self._link(gap.field, gap.message) for gap in group.missing])
            if is_last and not criterion.missing:
                self._add(MISSING, [self._text(NOTHING_MISSING)])
        self._add("", [self._quiet(self._text(remark)) for remark in criterion.remarks])

    def _whose(self, group: WeighedGroup) -> str:
        if group.project is None:
            return ALL_PROJECTS
        title = Step(StepKind.PROJECT, group.project).title
        name = " ".join(self._application.projects[group.project].name[:_LONGEST_NAME].split())
        return f"{title}: {name}" if name else title

    def _add(self, label: str, parts: Sequence[QWidget]) -> None:
        """Add a line for each part, the label beside the first."""
        for position, part in enumerate(parts):
            row = self._grid.rowCount()
            if label and position == 0:
                self._grid.addWidget(self._quiet(plain_label(label, self._parent, wrap=False)), row, 0, _TOP)
            self._grid.addWidget(part, row, 1)
            part.raise_()  # it is read after its label

    def _text(self, text: str) -> QLabel:
        label = plain_label(text, self._parent)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.texts.append(label)
        return label

    def _link(self, field: str, text: str) -> LinkButton:
        link = LinkButton(text, self._parent, path=field_path(field))
        self.links.append(link)
        link.setAccessibleName(line_text(field, text))
        link.path_asked.connect(self.field_asked)
        return link

    def _quiet(self, label: QLabel) -> QLabel:
        set_text_colour(label, quiet_colour(self._parent.palette()))
        return label


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setForegroundRole(line.palette().ColorRole.Mid)
    return line
