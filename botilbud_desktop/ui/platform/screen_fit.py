"""Keeps a dialog or a window within its screen, however small that is and however large the text."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QLayout, QWidget

from botilbud_desktop.ui.platform.window_geometry import fitted, room_on
from botilbud_desktop.ui.widgets.bounded_part import scroll

_SHARE = 0.9
"""How much of a screen with room to spare a dialog takes at most."""
_SMALL = QSize(800, 500)
"""A screen of fewer px than this (200 % on a small laptop) has no room to spare: all of it is used."""


_WATCHED = (QEvent.Type.Polish, QEvent.Type.Show, QEvent.Type.LayoutRequest)


class ScreenFit(QObject):
    """Watches one window. When its parts need more room than the screen has, they are scrolled as a whole."""

    def __init__(self, window: QWidget, wanted: QSize | None = None, *, share: float = _SHARE) -> None:
        """`wanted` is the size in px on a screen with room for it, of which at most `share` (0 to 1) is taken."""
        super().__init__(window)
        self._window = window
        self._is_scrolled = False
        self._is_fitting = False
        self._was_shown = False
        if wanted is not None:
            window.resize(wanted.boundedTo(_largest(window, share)))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks whether the window fits when it is shown, and when what it needs has changed."""
        kind = event.type()
        if kind not in _WATCHED or self._is_fitting or self._is_scrolled:
            return False
        layout = self._window.layout()
        if layout is None:
            return False
        if kind == QEvent.Type.Polish:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # Qt would make it larger than the screen
        else:
            self._is_fitting = True
            self._fit(layout)
            if kind == QEvent.Type.Show and not self._was_shown:
                self._was_shown = True
                self._place()
            self._is_fitting = False
        return False

    def _fit(self, layout: QLayout) -> None:
        """Give the window the room that its parts need at least, or let them be scrolled in what the screen has."""
        window, screen = self._window, self._window.screen().availableGeometry()
        room, height = room_on(screen).size(), window.height()
        needed = _needed(layout, min(window.width(), room.width()))
        if _exceeds(needed, room):
            self._is_scrolled = True
            bar = scroll(window, layout).verticalScrollBar().sizeHint().width()
            window.setMinimumSize(0, 0)
            window.resize(max(window.width(), min(needed.width() + bar, room.width())), height)
            return
        window.setMinimumSize(needed)
        if window.height() > height and window.isVisible():
            window.move(fitted(window.geometry(), [screen]).topLeft())

    def _place(self) -> None:
        """Keep the window on its screen when it is new there; later on the user may make it larger."""
        window, screen = self._window, self._window.screen().availableGeometry()
        if _exceeds(window.size(), room_on(screen).size()):
            window.setGeometry(fitted(window.geometry(), [screen]))


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
