"""Keeps a dialog or a window within its screen, however small that is and however large the text."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.ui.platform.window_geometry import fitted, room_on

_SHARE = 0.9
"""How much of a screen with room to spare a dialog takes at most."""
_SMALL = QSize(800, 500)
"""A screen of fewer px than this (200 % on a small laptop) has no room to spare: all of it is used."""


class ScreenFit(QObject):
    """Watches one window. When its parts need more room than the screen has, they are scrolled as a whole."""

    def __init__(self, window: QWidget, wanted: QSize | None = None, *, share: float = _SHARE) -> None:
        """`wanted` is the size in px on a screen with room for it, of which at most `share` (0 to 1) is taken."""
        super().__init__(window)
        self._window = window
        self._is_scrolled = False
        self._is_fitting = False
        self._size = QSize()
        """The size when it was last looked at: what has grown since then may reach out of the screen."""
        if wanted is not None:
            window.resize(wanted.boundedTo(_largest(window, share)))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks whether the window fits when it is shown, and when what it needs has changed."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest) and not self._is_fitting:
            self._is_fitting = True
            self._fit()
            self._is_fitting = False
        return False

    def _fit(self) -> None:
        window, screen = self._window, self._window.screen().availableGeometry()
        room, layout = room_on(screen).size(), window.layout()
        if layout is not None and not self._is_scrolled and _exceeds(_needed(layout, room.width()), room):
            self._is_scrolled = True
            bar = _scroll(window, layout).verticalScrollBar().sizeHint().width()
            window.resize(window.width() + bar, window.height())
        if _exceeds(window.size(), room):
            window.setGeometry(fitted(window.geometry(), [screen]))
        elif window.isVisible() and window.size() != self._size:
            window.move(fitted(window.geometry(), [screen]).topLeft())
        self._size = window.size()


def _largest(window: QWidget, share: float) -> QSize:
    screen = window.screen().availableGeometry()
    room, part = room_on(screen).size(), screen.size() * share
    return QSize(
        room.width() if screen.width() < _SMALL.width() else part.width(),
        room.height() if screen.height() < _SMALL.height() else part.height(),
    )


def _needed(layout: QLayout, width: int) -> QSize:
    """Returns the least size in px that the parts need in a window that is at most `width` px wide."""
    least = layout.totalMinimumSize()
    if layout.hasHeightForWidth():
        least.setHeight(max(least.height(), layout.totalMinimumHeightForWidth(width)))
    return least


def _exceeds(size: QSize, room: QSize) -> bool:
    return size.width() > room.width() or size.height() > room.height()


def _scroll(window: QWidget, layout: QLayout) -> QScrollArea:
    """Puts the parts of a window into an area that scrolls, and returns that."""
    focused = window.focusWidget()
    content = QWidget()
    content.setLayout(layout)  # Qt takes it, with its parts, from the window
    area = QScrollArea(window)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    around = QVBoxLayout(window)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(area)
    if focused is not None:
        focused.setFocus()  # it was lost on the way
    return area
