"""What a window manager does when a window goes: the one below it gets the focus."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid


class WindowManager(QObject):
    """Gives the focus back. On Qt's offscreen platform a hidden window keeps it, and then keys are lost.

    On a busy machine »Venter på drevet …« can come and go in any test.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._windows: list[QWindow] = []
        """The windows that had the focus, the latest last."""
        application.focusWindowChanged.connect(self._on_changed)

    def _on_changed(self, window: QWindow | None) -> None:
        if window is None:
            return
        if window not in self._windows:
            window.visibleChanged.connect(self._on_visible_changed)
        self._windows = [*(other for other in self._windows if isValid(other) and other is not window), window]

    def _on_visible_changed(self, is_visible: bool) -> None:
        if not is_visible:
            QTimer.singleShot(0, self, self._give_back)

    def _give_back(self) -> None:
        self._windows = [window for window in self._windows if isValid(window)]
        focused = QGuiApplication.focusWindow()
        if focused not in self._windows or focused.isVisible():
            return
        below = [window for window in self._windows if window.isVisible()]
        if modal := QGuiApplication.modalWindow():
            below.append(modal)
        if below:
            below[-1].requestActivate()
