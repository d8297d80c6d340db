"""A small window for parts that stand in no page, and what a person does in the dialogs above it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from tests.shots.look import use_theme
from tests.ui.user import settle

SCREENS = [(960, 640), (864, 486)]
"""Sizes of a dialog on a screen of 1366×768 at 100 %, and of 1920×1080 at 200 %."""


def small_window(qtbot: QtBot) -> Iterator[QWidget]:
    """A window to put things in, gone in the end."""
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
    """A dark theme, and back."""
    palette = QPalette(qapp.palette())
    use_theme(qapp, "dark")
    settle()
    yield
    qapp.setPalette(palette)
    settle()


def put[Widget: QWidget](widget: Widget, holder: QWidget) -> Widget:
    """Show a widget in the window."""
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(widget)
    settle()
    return widget


def dialogs(holder: QWidget) -> list[QDialog]:
    """The dialogs that there are, shown or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return holder.findChildren(QDialog)


def press_button(dialog: QDialog, words: str) -> None:
    """Click the button with these words."""
    (button,) = (button for button in dialog.findChildren(QPushButton) if button.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def look_at(text: DifferenceText, words: str) -> QTextCharFormat:
    """How the first character of these words looks."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.toPlainText().index(words) + 1)
    return cursor.charFormat()
