"""Takes pictures of the window and of the popups and dialogs above it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QScrollArea, QWidget

_SETTLING_MS = 30
_EDGE = Qt.GlobalColor.darkGray
"""Replaces the frame and shadow that the system draws around popups and dialogs."""


class Camera:
    """Saves numbered pictures in one folder."""

    def __init__(self, folder: Path, window: QWidget) -> None:
        self._folder = folder
        self._window = window
        self._taken = 0

    @property
    def folder(self) -> Path:
        """Where the pictures go."""
        return self._folder

    def take(self, name: str) -> None:
        """The window as it is, with the open popups and dialogs above it."""
        above = [widget for widget in QApplication.topLevelWidgets() if self._is_above(widget)]
        if not above:
            self._window.activateWindow()  # offscreen, no window manager returns the focus after a dialog
        _settle()
        picture = self._window.grab()
        painter = QPainter(picture)
        painter.setPen(_EDGE)
        origin = self._window.mapToGlobal(QPoint(0, 0))
        for widget in above:
            place = widget.mapToGlobal(QPoint(0, 0)) - origin
            painter.drawPixmap(place, widget.grab())
            painter.drawRect(QRect(place, widget.size()))
        painter.end()
        self._taken += 1
        self._save(name, picture)

    def take_whole(self, name: str, area: QScrollArea) -> None:
        """The whole content of a scrolled page as one tall picture with the last number; nothing if it already fits."""
        _settle()
        content = area.widget()
        if content is None or content.height() <= area.viewport().height():
            return
        self._save(f"{name}-whole", content.grab())

    def take_window(self, name: str, widget: QWidget) -> None:
        """A window or dialog alone."""
        _settle()
        self._taken += 1
        self._save(name, widget.grab())

    def take_dialog(self, name: str, ask: Callable[[], object], answer: str | None = None) -> None:
        """The modal dialog that `ask` opens; then presses the button `answer`, or closes it."""
        QTimer.singleShot(_SETTLING_MS, self._window, lambda: self._answer(name, answer))
        ask()

    def take_context_menu(self, name: str, widget: QWidget) -> None:
        """The context menu of `widget`."""
        QTimer.singleShot(_SETTLING_MS, self._window, lambda: self._close_menu(name))
        target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        middle = target.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, target.mapToGlobal(middle))
        QApplication.sendEvent(target, event)

    def _close_menu(self, name: str) -> None:
        menu = QApplication.activePopupWidget()
        if menu is None:
            raise RuntimeError(f"{name}: no menu was opened")
        self.take(name)
        menu.close()

    def _answer(self, name: str, answer: str | None) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            raise RuntimeError(f"{name}: no dialog was opened")
        self.take(name)
        if answer is None:
            dialog.reject()
            return
        buttons = dialog.findChildren(QAbstractButton)
        button = next((button for button in buttons if button.text().replace("&", "") == answer), None)
        if button is None:
            dialog.reject()  # else the run would wait for it without end
            raise RuntimeError(f"{name}: no button says {answer}")
        button.click()

    def _is_above(self, widget: QWidget) -> bool:
        kind = widget.windowType()
        is_shown = widget.isVisible() and widget is not self._window
        return is_shown and kind in (Qt.WindowType.Popup, Qt.WindowType.Dialog, Qt.WindowType.Sheet)

    def _save(self, name: str, picture: QPixmap) -> None:
        path = self._folder / f"{self._taken:02}-{name}.png"
        if not picture.save(str(path)):
            raise RuntimeError(f"{path} could not be written")


def _settle() -> None:
    """Waits for layouts, deferred deletions and the repaint."""
    for _turn in range(2):
        QTest.qWait(_SETTLING_MS)
