"""Marks at the fields that have open comments: a small icon that takes no room, so nothing on the page moves."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget

from botilbud_desktop.domain.commenting.places import Placed, open_comments, place_label
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.steps import Step
from botilbud_desktop.domain.values.amounts import for_number
from botilbud_desktop.ui.comments.wording import counted
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import HALF, ICON
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.theme import text_share

_SMALL = 12
"""Width in px of the icon on the edge of an input in a row, where there is no label above it."""
_LARGER = 1.25
"""From here on the text is so large, as a share of the usual, that the icons grow with it."""
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.FontChange)


class CommentMarks:
    """The marks of one page."""

    def __init__(self, page: QWidget, step: Step, read: Callable[[], object]) -> None:
        """`read` shows the comments on the field that has the focus."""
        self._page = page
        self._read = read
        self._step = step
        self._shown: tuple[Placed, bool] | None = None
        self.marks: list[CommentMark] = []

    def render_view(self, view: View, *, is_complete: bool) -> None:
        """Mark the fields; they are looked for again when comments have changed, or the page has its lower half."""
        if self._shown is not None and self._shown[0] is view.comments and self._shown[1] is is_complete:
            return
        self._shown = (view.comments, is_complete)
        for mark in self.marks:
            mark.drop()
        self.marks = []
        counts = Counter(one.path for one in open_comments(view.comments) if one.step == self._step)
        if not counts:
            return
        inputs = {widget.objectName(): widget for widget in self._page.findChildren(QWidget) if widget.objectName()}
        for path, number in counts.items():
            target = None if path is None else inputs.get(path.object_name)
            if path is not None and target is not None and target.focusPolicy() != Qt.FocusPolicy.NoFocus:
                mark = CommentMark(target, path, place_label(path, view.round), number)
                mark.clicked.connect(self._read)
                self.marks.append(mark)


class CommentMark(QToolButton):
    """The mark of one input: at the end of its label, or in a row on the upper edge of the input itself."""

    def __init__(self, target: QWidget, path: FieldPath, label: str, number: int) -> None:
        super().__init__(target.parentWidget())
        self._target = target
        self.setObjectName(f"{path.object_name}.comments")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # with keys, the side pane leads to the comments
        self.setAccessibleName(f"{counted(number)} til {label}")
        self.setToolTip(f"{counted(number)}. Tryk her for at læse {for_number(number, 'den', 'dem')}.")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        target.installEventFilter(self)
        self._place()

    def drop(self) -> None:
        """Take the mark away."""
        self._target.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def _place(self) -> None:
        spot = self._spot()
        self.setIcon(icon("comment", state_colour(State.INFORMATION, self.palette()), spot.width()))
        self.setIconSize(QSize(spot.width(), spot.height()))
        self.setGeometry(spot)
        self.setVisible(not self._target.isHidden())
        self.raise_()

    def _spot(self) -> QRect:
        """Returns where the mark lies in the parent of the input."""
        area, holder = self._target.geometry(), self._target.parentWidget()
        if isinstance(holder, Field):
            label = holder.label
            room = label.width() - label.fontMetrics().horizontalAdvance(label.text())
            side = _grown(ICON)
            if room >= side + HALF:
                top = label.geometry().bottom() + 1 - (label.fontMetrics().lineSpacing() + side) // 2
                return QRect(area.right() + 1 - side, top, side, side)
        is_number = isinstance(self._target, QLineEdit) and bool(self._target.alignment() & Qt.AlignmentFlag.AlignRight)
        side = _grown(_SMALL)
        left = area.left() + HALF if is_number else area.right() - HALF - side
        return QRect(left, area.top() - side // 2, side, side)

    def _on_clicked(self) -> None:
        focus_visibly(self._target)


def _grown(size: int) -> int:
    """Returns the width in px of an icon that is `size` beside the usual text, and grows with it."""
    share = text_share(QApplication.instance())
    return round(size * share) if share >= _LARGER else size
