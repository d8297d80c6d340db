"""A bar above the page for a short notice with actions; it never opens a dialog by itself. And who says one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.ui.style.cards import draw_card, mixed
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import BAR_RADIUS, GAP, UNIT
from botilbud_desktop.ui.style.states import State, is_high_contrast, state_colour, state_surface
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.announcing import Voice

if TYPE_CHECKING:
    from botilbud_desktop.ui.widgets.bounded_part import BoundedPart

_EDGE_SHARE, _FOCUSED_EDGE = 0.35, 2
"""How much of the state's colour the edge has, and its width in px while the bar has the focus."""
_SIDES = 2 * (UNIT + GAP)
"""In px, left and right of what it says."""
_LEAST_LETTERS = 24
"""So many letters of average width the message has room for beside the buttons."""
_LARGEST_PART = 0.16
"""Of the height of the window: a longer message is scrolled."""
_NAME = "Besked"
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom

Action = tuple[str, Callable[[], object]]


class Say(Protocol):
    """Shows a sentence in the notice bar, with actions."""

    def __call__(self, text: str, state: State, actions: tuple[Action, ...] = ()) -> None: ...


class OwnNotice:
    """Says what came of commands of one kind; the next one begins by taking back what the last one said."""

    def __init__(self, say: Say, take_back: Callable[[str], object]) -> None:
        """`take_back` hides a notice if it is still the one that is shown."""
        self._say = say
        self._take_back = take_back
        self._said = ""

    def __call__(self, text: str, state: State, actions: tuple[Action, ...] = ()) -> None:
        """Shows `text`."""
        self._said = text
        self._say(text, state, actions)

    def begin(self) -> None:
        """Take back what was said: another such command begins."""
        said, self._said = self._said, ""
        if said:
            self._take_back(said)


class NoticeBar(QFrame):
    """Shows one notice at a time, hidden while there is none."""

    said = Signal()
    """A notice was shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._state = State.INFORMATION
        self._resting: tuple[str, State, tuple[Action, ...]] | None = None
        self._icon = QLabel(self)
        self.message = plain_label("", self)
        self._voice: Voice | None = None
        self._buttons: list[QPushButton] = []
        self._said = said = QHBoxLayout()
        said.addWidget(self._icon)
        said.addWidget(self.message, 1)
        self._scrolled: BoundedPart | None = None
        self._actions = QHBoxLayout()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(UNIT + GAP, 2 * UNIT, UNIT + GAP, UNIT)
        self._layout.addLayout(said, 1)
        self._layout.addLayout(self._actions)
        for layout in (said, self._actions, self._layout):
            layout.setSpacing(UNIT)
        self.hide()

    def say(self, text: str, state: State, *actions: Action) -> None:
        """Shows `text` with a button for each action, and says it to screen readers."""
        self._show(text, state, *actions)
        if self._voice is None:
            self._voice = Voice(self)
        self._voice.say(self.message.text())

    def _show(self, text: str, state: State, *actions: Action) -> None:
        self._drop_buttons()
        self._state = state
        self.message.setText(text)
        palette = self.window().palette()
        palette.setColor(self.backgroundRole(), state_surface(state, palette))
        self.setPalette(palette)
        self._icon.setPixmap(icon_pixmap(str(state), state_colour(state, palette), self.devicePixelRatioF()))
        for words, act in actions:
            button = QPushButton(words, self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
            button.clicked.connect(act)
            self._actions.addWidget(button)
            self._buttons.append(button)
        self.setAccessibleName(self.message.text())
        self.show()
        self._turn()
        self.said.emit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as when all stands below each other."""
        widest = max((button.minimumSizeHint().width() for button in self._buttons), default=0)
        return QSize(widest + _SIDES, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put the buttons below the message where that would have too little room beside them."""
        buttons = sum(button.sizeHint().width() + UNIT for button in self._buttons)
        room, letters = self.width() - _SIDES, _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        is_beside = buttons + letters <= room
        self._layout.setDirection(_BESIDE if is_beside else _BELOW)
        self._actions.setDirection(_BESIDE if buttons - UNIT <= room else _BELOW)
        if self._scrolled is None and self.isVisible():
            window = self.window().size()
            wide = window.width() - _SIDES - 3 * UNIT - (buttons if is_beside else 0)
            if self.message.heightForWidth(wide) > _LARGEST_PART * window.height():
                self._scroll_message()

    def _scroll_message(self) -> None:
        """From now on the message takes part of a low window only; with keys, it is a stop of its own."""
        from botilbud_desktop.ui.widgets.bounded_part import BoundedPart

        self._scrolled = BoundedPart(self, self.message, largest=_LARGEST_PART)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scrolled.setAccessibleName(_NAME)
        self._said.addWidget(self._scrolled, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        area, palette = self.rect().adjusted(UNIT, UNIT, -UNIT, 0), self.palette()
        painter = QPainter(self)
        colour, surface = state_colour(self._state, palette), state_surface(self._state, palette)
        if self.hasFocus():
            draw_card(painter, area, palette, colour, _FOCUSED_EDGE, BAR_RADIUS, surface)
        elif is_high_contrast(palette):
            draw_card(painter, area, palette, colour, 1, BAR_RADIUS, surface)
        else:
            draw_card(painter, area, palette, mixed(colour, surface, _EDGE_SHARE), 1, BAR_RADIUS, surface)
        painter.end()

    def show_hideable(self, text: str, state: State, actions: tuple[Action, ...] = ()) -> None:
        """Shows `text` with a button for each action, and »Skjul«, which hides the bar."""
        self.say(text, state, *actions, ("Skjul", self.clear))

    def rest_on(self, text: str, state: State, *actions: Action) -> None:
        """Shows `text` now, and again whenever another notice is hidden, until `end_rest`."""
        self._resting = (text, state, actions)
        self.say(text, state, *actions)

    def end_rest(self) -> None:
        """Forgets the notice that comes back; it is hidden if it is shown."""
        resting, self._resting = self._resting, None
        if resting is not None and self.message.text() == resting[0]:
            self.clear()

    def clear(self) -> None:
        """Hides the notice; the one that comes back is shown instead."""
        if self._resting is not None:
            text, state, actions = self._resting
            self._show(text, state, *actions)  # it was said when it came
            return
        if self._voice is not None:
            self._voice.forget()
        self._drop_buttons()
        self.hide()

    def take_back(self, text: str) -> None:
        """Hides the notice if it is `text`; another one stays."""
        if self.message.text() == visible(text):
            self.clear()

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
