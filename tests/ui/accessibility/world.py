"""What the scenes are made of."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle


class World(NamedTuple):
    """How a scene comes about."""

    open_draft: OpenDraft
    open_window: OpenWindow
    questions: RecordedQuestions
    folder: Path


Scene = Callable[[World], Iterator[QWidget]]
"""Shows one window or dialog after the other, and closes each when the next is asked for."""


def opened_by(user: User, words: str) -> Iterator[QWidget]:
    """The dialog that a command of the menus opens, closed afterwards."""
    user.use_menu(words)
    dialog = above(user)
    yield dialog
    close(dialog)


def above(user: User) -> QDialog:
    """The dialog that stands above the window."""
    settle()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and isinstance(widget, QDialog)]
    assert len(shown) == 1, shown
    shown[0].activateWindow()
    settle()
    return shown[0]


def close(dialog: QDialog) -> None:
    """Leave a dialog without deciding anything."""
    dialog.reject()
    settle()
