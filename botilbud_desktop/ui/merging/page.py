"""What the pages of the dialog share: a heading and a scrolling column that grows as the user scrolls."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.ui.merging.wording import Remark
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import heading, plain_label, set_bold, set_text_colour


class MergePage(QScrollArea):
    """One page. It is created when it is shown and deleted when it is left."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self.content = QWidget()
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(GAP, GAP, GAP, GAP)
        self.column.setSpacing(UNIT)
        self.column.addWidget(heading(title, self.content))
        self._spoken = [title]
        self._parts: Iterator[object] = iter(())
        self._at_once = 0
        """Parts that are added in one turn; 0 when there are no more."""
        self._grow_timer = QTimer(self)
        self._grow_timer.setSingleShot(True)
        self._grow_timer.timeout.connect(self._grow)

    @property
    def spoken(self) -> str:
        """What screen readers say when another page is left for this one: its title, and what is to be known of it."""
        return "\n".join(self._spoken)

    def first_input(self) -> QWidget | None:
        """Returns what has the focus at first; None leaves it to the button that goes on."""
        return None

    def give_focus(self, going_on: QWidget) -> None:
        """Gives the focus to the first input and shows it with its group, or else to the button that goes on."""
        first = self.first_input()
        focus_visibly(first or going_on)
        if first is not None:
            self.ensureWidgetVisible(first.parentWidget() or first, 0, UNIT)

    def finish(self) -> None:
        """Ends the page; to be called when everything is added."""
        self.column.addStretch(1)
        self.setWidget(self.content)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        self._look_soon()

    def add_in_turn(self, parts: Iterator[object], at_once: int) -> None:
        """Adds the parts, each of which a `next` adds: the first `at_once` now, the others when they come into view."""
        self._parts, self._at_once = parts, at_once
        self._add_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_soon()

    def add_sentence(self, text: str, *, quiet: bool = False) -> QLabel:
        """Adds a sentence on a line of its own."""
        label = plain_label(text, self.content)
        if quiet:
            set_text_colour(label, quiet_colour(self.palette()))
        else:
            self._spoken.append(text)
        self.column.addWidget(label)
        return label

    def add_mark(self, text: str, state: State) -> QWidget:
        """Adds a sentence with the icon and the colour of a state."""
        self._spoken.append(text)
        line = Mark(text, state, self.content)
        self.column.addWidget(line)
        return line

    def add_remark(self, remark: Remark | None) -> None:
        """Adds a remark, if there is one."""
        if remark is not None:
            self.add_mark(remark.text, State.ATTENTION if remark.is_warning else State.INFORMATION)

    def _grow(self) -> None:
        """Adds parts while less than a view is below the visible part."""
        view = self.viewport().size()
        height = self.column.totalHeightForWidth(view.width())  # the sentences wrap, so it is known
        if not self._at_once or height - self.verticalScrollBar().value() >= 2 * view.height():
            return
        stretch = self.column.takeAt(self.column.count() - 1)
        self._add_parts()
        if stretch is not None:
            self.column.addItem(stretch)
        self._look_soon()

    def _look_soon(self) -> None:
        """Looks in a later turn whether there is room for more parts."""
        if self._at_once:
            self._grow_timer.start()

    def _add_parts(self) -> None:
        if len(list(islice(self._parts, self._at_once))) < self._at_once:
            self._at_once = 0


class Mark(QWidget):
    """A sentence with the icon and the colour of a state."""

    def __init__(self, text: str, state: State, parent: QWidget) -> None:
        super().__init__(parent)
        colour = state_colour(state, self.palette())
        icon = QLabel(self)
        icon.setPixmap(icon_pixmap(str(state), colour, self.devicePixelRatioF()))
        label = plain_label(text, self)
        set_text_colour(label, colour)
        set_bold(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
