"""A link: underlined text that wraps, takes the focus and is activated by click, Enter or Space.

The text stands at the top, in line with what is beside it; below it there is room so that the mouse hits it.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.text.hidden_marks import hard_spaced, visible
from botilbud_desktop.ui.style.focus_ring import DRAWS_OWN_FOCUS
from botilbud_desktop.ui.style.spacing import TARGET
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.underline import UNDERLINE_ROOM, draw_underlines

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_UNBOUNDED = 100_000
"""Width or height in px that holds any link."""


class LinkButton(QAbstractButton):
    """A link of plain text in the colour of its state, often leading to a field."""

    path_asked = Signal(object)
    """Emitted on activation; carries the path of the field that the link leads to."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        state: State = State.INFORMATION,
        path: FieldPath | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self.clicked.connect(self._on_clicked)
        self._words = visible(text)
        self._state = state
        self._is_underlined = True
        self.setAccessibleName(self._words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(DRAWS_OWN_FOCUS, True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        """Returns the text of the link."""
        return self._words

    def show_words(self, text: str) -> None:
        """Changes the text of the link."""
        text = visible(text)
        if text != self._words:
            self._words = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def show_underlines(self, is_underlined: bool) -> None:
        """Show the link as one, or as the name of a row that is pressed as a whole, in the colour of text."""
        self._is_underlined = is_underlined
        self.update()

    @property
    def path(self) -> FieldPath | None:
        """The field that the link leads to."""
        return self._path

    def lead_to(self, path: FieldPath) -> None:
        """Changes the field that the link leads to."""
        self._path = path

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._bounds(width).height() + self._line_height() - self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        width = max(
            self.fontMetrics().horizontalAdvance(hard_spaced(self._words)) + 1, self._bounds(_UNBOUNDED).width()
        )
        return QSize(max(width, TARGET), self._line_height())

    def minimumSizeHint(self) -> QSize:
        width = min(self.fontMetrics().averageCharWidth() * 8, self.sizeHint().width())
        return QSize(width, self._line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self.palette().windowText().color()
        colour = state_colour(self._state, self.palette()) if self._is_underlined else ink
        if self.hasFocus():  # a ring would cover the letters
            colour = self.palette().highlightedText().color()
            area = self._bounds(self.width()).adjusted(0, 0, 0, UNDERLINE_ROOM)
            painter.fillRect(area, self.palette().highlight())
        painter.setPen(colour)
        words = hard_spaced(self._words)
        painter.drawText(self.rect(), _FLAGS, words)
        if self._is_underlined:
            draw_underlines(painter, words, self.width(), colour)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        if self._path is not None:
            self.path_asked.emit(self._path)

    def _line_height(self) -> int:
        return max(self.fontMetrics().lineSpacing() + UNDERLINE_ROOM, TARGET)

    def _bounds(self, width: int) -> QRect:
        """Returns the room of the words; breaking them takes up to 2 px more than their advance."""
        room = QRect(0, 0, max(width, 1), _UNBOUNDED)
        return self.fontMetrics().boundingRect(room, _FLAGS, hard_spaced(self._words))
