"""The list of steps on the left, each with its status as an icon and in words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from botilbud_desktop.domain.steps import Step, StepKind, steps_of
from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.progress import SEPARATOR, StepPoints, StepStatus, all_points, points_by_step, status_of
from botilbud_desktop.rules.results import Assessment
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.cards import draw_card
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.quiet_bar import use_quiet_bar
from botilbud_desktop.ui.style.spacing import BAR_RADIUS, GAP, HALF, ICON, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import ShortenedLabel, set_bold, set_text_colour
from botilbud_desktop.ui.workspace.outcome_style import STATUS_STYLES

if TYPE_CHECKING:
    from botilbud_desktop.domain.commenting.places import Placed

_STATUS = Qt.ItemDataRole.UserRole
_INDENT = Qt.ItemDataRole.UserRole + 1
_COMMENTS = Qt.ItemDataRole.UserRole + 2
"""The number of open comments of a step."""
_WORDS = Qt.ItemDataRole.UserRole + 3
"""What stands below the title: what is open in the step, or else its status."""
_EDGE, _FOCUSED_EDGE = 3, 2
"""The width in px of the mark of the current step, and of the edge around it while the list has the focus."""
_PADDING = 6
"""Room in px above and below the two lines of a step."""
_ROOMY = 190
"""A list that is less wide, in px, has less room beside its words, which are not to be cut."""
_LEAST_HEIGHT = 480
"""A list that is less high, in px, has no room for the second line above the steps."""
_LEAST_LETTERS = 12
"""So many letters of the header are always in view."""
_NOTHING = StepPoints()
_CENTRE = Qt.AlignmentFlag.AlignVCenter
_AnyIndex = QModelIndex | QPersistentModelIndex


class StepList(QListWidget):
    """The steps of the draft."""

    step_chosen = Signal(object)
    """The `Step` that the user went to."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        self.setAccessibleName("Trin")
        self.setFrameShape(QFrame.Shape.NoFrame)
        use_quiet_bar(self)
        self.setItemDelegate(_StepDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewport(QWidget())  # without a fill of its own: the steps lie on the window
        self._header = _Header(self)
        self._steps: tuple[Step, ...] = ()
        self._current: Step | None = None
        self._statuses: tuple[tuple[str, StepStatus, int, StepPoints], ...] = ()
        self._assessed: tuple[Assessment, Mapping[Step, StepPoints]] | None = None
        self._counted: tuple[Placed, Mapping[Step, int]] | None = None
        self.currentRowChanged.connect(self._on_row_changed)

    def render_view(self, view: View) -> None:
        """Show whose draft it is, the steps, and the status of each."""
        self._header.render_view(view)
        steps = steps_of(view.application)
        comments, points = self._open_comments(view), self._open_points(view.assessment)
        statuses = tuple(
            (
                _title(step, view),
                status_of(step, view.application, view.assessment, approval=view.status, transfer=view.transfer),
                comments.get(step, 0),
                points.get(step, _NOTHING),
            )
            for step in steps
        )
        if steps != self._steps:
            self._refill(steps)
        if statuses != self._statuses:
            for row, shown in enumerate(statuses):
                self._set_item(row, *shown)
            self._statuses = statuses

    def _open_comments(self, view: View) -> Mapping[Step, int]:
        """Returns how many open comments each step has."""
        if not view.comments:
            return {}
        if self._counted is None or self._counted[0] is not view.comments:
            from botilbud_desktop.domain.commenting.places import open_by_step

            self._counted = view.comments, open_by_step(view.comments)
        return self._counted[1]

    def _open_points(self, assessment: Assessment) -> Mapping[Step, StepPoints]:
        """Returns how much is open in each step, and on »Kontrol« in all of them."""
        if self._assessed is None or self._assessed[0] is not assessment:
            points = points_by_step(assessment)
            self._assessed = assessment, {**points, Step(StepKind.CHECK): all_points(points.values())}
        return self._assessed[1]

    def show_current(self, step: Step) -> None:
        """Select the step whose page is shown."""
        self._current = step
        self.blockSignals(True)
        self.setCurrentRow(self._steps.index(step))
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_header()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place_header()

    def _place_header(self) -> None:
        """Keep room for the header above the steps."""
        self._header.show_round(self.height() >= _LEAST_HEIGHT)
        height = self._header.sizeHint().height()
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)
        self._header.setGeometry(0, 0, self.width(), height)

    def _refill(self, steps: tuple[Step, ...]) -> None:
        self.blockSignals(True)
        self.clear()
        for step in steps:
            item = QListWidgetItem(step.title)
            item.setData(_INDENT, step.project is not None)
            self.addItem(item)
        if self._current in steps:
            self.setCurrentRow(steps.index(self._current))  # without a current row the focus would select the first
        self.blockSignals(False)
        self._steps = steps
        self._statuses = ()

    def _set_item(self, row: int, title: str, status: StepStatus, comments: int, points: StepPoints) -> None:
        item = self.item(row)
        item.setText(title)
        item.setData(_STATUS, str(status))
        item.setData(_COMMENTS, comments)
        is_begun = status is not StepStatus.NOT_STARTED  # what nobody has begun on lacks everything
        item.setData(_WORDS, (is_begun and points.words) or status.words)
        item.setToolTip(f"{status.words}: {points.words}" if points.words else "")
        spoken = ", ".join(filter(None, (title, status.words, points.words)))
        if comments:
            from botilbud_desktop.ui.comments.wording import counted

            spoken = f"{spoken}, {counted(comments)}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self._steps):
            self.step_chosen.emit(self._steps[row])


class _Header(QWidget):
    """Whose draft it is, and of which round."""

    def __init__(self, steps: StepList) -> None:
        super().__init__(steps)
        self._municipality, self._round = (ShortenedLabel(_LEAST_LETTERS) for _line in range(2))
        set_bold(self._municipality)
        set_text_colour(self._round, quiet_colour(steps.palette()))
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, UNIT, UNIT)
        column.setSpacing(0)
        for label in (self._municipality, self._round):
            column.addWidget(label)

    def render_view(self, view: View) -> None:
        """Show the municipality, once there is one, and the round."""
        known = view.round.municipality(view.application.applicant.municipality_code)
        name, title = "" if known is None else known.official_name, view.round.short_title
        if (name or title, title) != (self._municipality.text(), self._round.text()):
            self._municipality.setText(name or title)
            self._round.setText(title)
            self.show_round(not self._round.isHidden())

    def show_round(self, has_room: bool) -> None:
        """Show the round too, if there is room for it below the municipality."""
        self._round.setVisible(has_room and self._round.text() != self._municipality.text())


class _StepDelegate(QStyledItemDelegate):
    """Draws the icon, the title and below it the status in words; screen readers use the item's accessible text."""

    def __init__(self, steps: StepList) -> None:
        super().__init__(steps)
        self._steps = steps

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return QSize(0, 2 * self._steps.fontMetrics().lineSpacing() + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        steps, palette = self._steps, self._steps.palette()
        metrics, line = steps.fontMetrics(), steps.fontMetrics().lineSpacing()
        rect: QRect = option.rect
        is_current = index.row() == steps.currentRow()
        inset = UNIT if rect.width() >= _ROOMY else HALF
        if is_current:
            self._draw_current(painter, rect.adjusted(inset, 0, -inset, 0))
        status = StepStatus(index.data(_STATUS))
        icon_name, state = STATUS_STYLES[status]
        quiet = quiet_colour(palette)
        tint = quiet if state is None else state_colour(state, palette)
        left = rect.left() + 2 * inset + (GAP if index.data(_INDENT) else 0)
        top = rect.top() + _PADDING
        painter.drawPixmap(left, top, icon_pixmap(icon_name, tint, steps.devicePixelRatioF()))
        room = QRect(left + ICON + UNIT, top, rect.right() - left - ICON - UNIT - inset - 2, line)
        below = room.translated(0, line)
        if number := index.data(_COMMENTS):
            shown = format_number(number)
            has_room = metrics.horizontalAdvance(f"{index.data(_WORDS)} {shown}") + ICON + 2 * HALF <= room.width()
            beside = below if has_room else room  # a title may be cut, words of a status not
            beside.setRight(self._draw_comments(painter, beside, shown) - HALF)
        painter.setPen(palette.text().color())
        usual = painter.font()
        if is_current:
            semibold = QFont(usual)
            semibold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(semibold)
        title = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _CENTRE, title)
        painter.setFont(usual)
        painter.setPen(tint if status is StepStatus.HAS_PROBLEMS else quiet)
        words = _fitting(index.data(_WORDS), metrics, below.width())
        painter.drawText(below, _CENTRE, words)

    def _draw_current(self, painter: QPainter, card: QRect) -> None:
        """Draw the card of the current step with its mark, and around it the focus."""
        palette = self._steps.palette()
        accent = state_colour(State.INFORMATION, palette)
        if self._steps.hasFocus():
            draw_card(painter, card, palette, accent, _FOCUSED_EDGE, BAR_RADIUS)
        else:
            draw_card(painter, card, palette, radius=BAR_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        height = self._steps.fontMetrics().lineSpacing()
        mark = QRectF(card.left(), card.center().y() - height // 2, _EDGE, height)
        painter.drawRoundedRect(mark, _EDGE / 2, _EDGE / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_comments(self, painter: QPainter, room: QRect, number: str) -> int:
        """Draw the number of open comments at the end of the line; returns where it begins."""
        quiet = quiet_colour(self._steps.palette())
        left = room.right() - self._steps.fontMetrics().horizontalAdvance(number)
        painter.setPen(quiet)
        painter.drawText(QRect(left, room.top(), room.right() - left + 1, room.height()), _CENTRE, number)
        left -= ICON + HALF
        top = room.top() + (room.height() - ICON) // 2 + 1
        painter.drawPixmap(left, top, icon_pixmap("comment", quiet, self._steps.devicePixelRatioF()))
        return left


def _fitting(words: str, metrics: QFontMetrics, width: int) -> str:
    """Returns the words, or as many of the counts as fit into `width` px whole; the tip has them all."""
    shown = words
    while metrics.horizontalAdvance(shown) > width and SEPARATOR in words:
        words = words.rpartition(SEPARATOR)[0]
        shown = f"{words} …"
    is_whole = metrics.horizontalAdvance(shown) <= width
    return shown if is_whole else metrics.elidedText(shown, Qt.TextElideMode.ElideRight, width)


def _title(step: Step, view: View) -> str:
    if step.project is None:
        return step.title_in(view.round)
    name = visible(view.application.projects[step.project].name.strip())
    return f"{step.project + 1}. {name}" if name else step.title
