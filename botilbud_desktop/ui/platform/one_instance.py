"""One instance for each user: a second start hands its draft to the first, which opens it and comes to the front."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.storage.instance.single_instance import Instance
from botilbud_desktop.ui.platform.foreground import bring_to_front

_RETRY_MS = 300
"""Delay in ms before trying again: while a dialog is open or a drive is waited for, nothing else is opened."""


class HandedOver(QObject):
    """Opens what later starts hand over."""

    def __init__(
        self,
        instance: Instance,
        window: QWidget,
        open_path: Callable[[Path], object],
        is_busy: Callable[[], bool] = bool,
    ) -> None:
        """`is_busy` tells whether the window waits for a drive, so that it can open nothing now."""
        super().__init__(window)
        self._is_busy = is_busy
        self._instance = instance
        self._window = window
        self._open_path = open_path
        self._waiting: list[Path] = []
        self._watcher = QFileSystemWatcher([str(instance.requests_folder)], self)
        self._watcher.directoryChanged.connect(self._on_handed_over)
        self._retry_timer = QTimer(self)
        self._retry_timer.setSingleShot(True)
        self._retry_timer.setInterval(_RETRY_MS)
        self._retry_timer.timeout.connect(self._open_waiting)
        self._on_handed_over()

    def _on_handed_over(self) -> None:
        requests = self._instance.requests()
        if requests:
            self._waiting += [path for path in requests if path is not None]
            self._retry_timer.start()  # what waits is opened even if something fails
            self._come_to_the_front()
            self._open_waiting()

    def _open_waiting(self) -> None:
        if not self._waiting:
            return
        if QApplication.activeModalWidget() is not None or self._is_busy():
            self._retry_timer.start()
            return
        while self._waiting:
            self._retry_timer.start()  # one that fails does not block the others
            self._open_path(self._waiting.pop(0))

    def _come_to_the_front(self) -> None:
        bring_to_front(self._window)
