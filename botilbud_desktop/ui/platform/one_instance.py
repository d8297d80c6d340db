"""One program for each user: a second start hands its draft to the first, which comes to the front with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.storage.instance.single_instance import Instance
from botilbud_desktop.ui.platform.foreground import bring_to_front

_LOOK_AGAIN_MS = 300
"""While a dialog is open, nothing else is opened; it is looked again this soon."""


class HandedOver(QObject):
    """Opens what later starts hand over."""

    def __init__(self, instance: Instance, window: QWidget, open_path: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._instance = instance
        self._window = window
        self._open_path = open_path
        self._waiting: list[Path] = []
        self._watcher = QFileSystemWatcher([str(instance.requests_folder)], self)
        self._watcher.directoryChanged.connect(self._on_handed_over)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOK_AGAIN_MS)
        self._later.timeout.connect(self._open_waiting)
        self._on_handed_over()

    def _on_handed_over(self) -> None:
        requests = self._instance.requests()
        if requests:
            self._waiting += [path for path in requests if path is not None]
            self._later.start()  # whatever fails, what waits is opened
            self._come_to_the_front()
            self._open_waiting()

    def _open_waiting(self) -> None:
        if not self._waiting:
            return
        if QApplication.activeModalWidget() is not None:
            self._later.start()
            return
        while self._waiting:
            self._later.start()  # one that fails does not keep the others waiting
            self._open_path(self._waiting.pop(0))

    def _come_to_the_front(self) -> None:
        bring_to_front(self._window)
