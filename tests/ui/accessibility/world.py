"""What the scenes use: fixtures, and helpers for dialogs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from botilbud_desktop.ui.help.reading_window import ReadingWindow
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle


class World(NamedTuple):
    """The fixtures that a scene needs."""

    open_draft: OpenDraft
    open_window: OpenWindow
    questions: RecordedQuestions
    folder: Path


Scene = Callable[[World], Iterator[QWidget]]
"""Yields one window or dialog after the other, and closes each before it shows the next."""


def opened_by(user: User, words: str) -> Iterator[QWidget]:
    """Yields the dialog that a menu command opens, and closes it afterwards."""
    user.use_menu(words)
    dialog = above(user)
    yield dialog
    close(dialog)


def read_beside(user: User, words: str, searched: str) -> Iterator[QWidget]:
    """Yields the window to read in that a menu command opens, as it opens and with a search; closes it afterwards."""
    user.use_menu(words)
    settle()
    (window,) = [one for one in user.window.findChildren(ReadingWindow) if one.isVisible()]
    yield window
    window.search.setText(searched)
    settle()
    yield window
    window.close()


def above(user: User) -> QDialog:
    """Returns the one open dialog and activates it."""
    settle()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and isinstance(widget, QDialog)]
    assert len(shown) == 1, shown
    shown[0].activateWindow()
    settle()
    return shown[0]


def close(dialog: QDialog) -> None:
    """Rejects a dialog: closes it without a decision."""
    dialog.reject()
    settle()
