"""A small window for widgets outside a page, and helpers for the dialogs above it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.style.edge import show_edges
from tests.shots.look import use_theme
from tests.ui.user import settle

SCREENS = [(960, 640), (864, 486)]
"""Dialog sizes in px that fit a screen of 1366×768 at 100 %, and of 1920×1080 at 200 %."""


def small_window(qtbot: QtBot) -> Iterator[QWidget]:
    """Yields an empty window, and deletes it afterwards."""
    window = QWidget()
    window.setLayout(QVBoxLayout())
    window.resize(700, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


def dark_theme(qapp: QApplication) -> Iterator[None]:
    """Switches to a dark theme, and back afterwards."""
    palette = QPalette(qapp.palette())
    use_theme(qapp, "dark")
    settle()
    yield
    qapp.setPalette(palette)
    show_edges(qapp)
    settle()


def put[Widget: QWidget](widget: Widget, holder: QWidget) -> Widget:
    """Adds a widget to the window and shows it."""
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(widget)
    settle()
    return widget


def dialogs(holder: QWidget) -> list[QDialog]:
    """Returns the dialogs of the window that exist, visible or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return holder.findChildren(QDialog)


def press_button(dialog: QDialog, words: str) -> None:
    """Clicks the button with this text."""
    (button,) = (button for button in dialog.findChildren(QPushButton) if button.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def format_of(text: DifferenceText, words: str) -> QTextCharFormat:
    """Returns the character format of the first character of `words`."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.toPlainText().index(words) + 1)
    return cursor.charFormat()
