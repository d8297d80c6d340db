"""What has the focus gets a ring, unless it was just clicked, shows a cursor or marks itself."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.style.focus_ring import DRAWS_OWN_FOCUS, FocusRings, _Ring
from tests.ui.user import settle

NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


class Button(QPushButton):
    """A button that is told whether the mouse is over it."""

    is_below_mouse = False

    def underMouse(self) -> bool:
        return self.is_below_mouse


def has_ring(widget: QWidget) -> bool:
    return any(ring.isVisible() for ring in widget.findChildren(_Ring))


def focused(qtbot: QtBot, made: QWidget, application: QApplication) -> bool:
    """Gives the focus to the widget in a window, and returns whether it has a ring then."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    other = QPushButton("Et andet sted")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(other)
    column.addWidget(made)
    rings = FocusRings(application)
    window.show()
    window.activateWindow()
    other.setFocus()
    settle()
    assert not has_ring(made)
    made.setFocus()
    settle()
    assert QApplication.focusWidget() is made
    was_ringed = has_ring(made)
    other.setFocus()
    settle()
    assert not has_ring(made), "the ring goes with the focus"
    application.focusChanged.disconnect(rings._on_focus_changed)
    rings.deleteLater()
    return was_ringed


@pytest.mark.parametrize(
    ("pressed", "is_below_mouse", "expected"),
    [(NONE, False, True), (NONE, True, True), (LEFT, False, True), (LEFT, True, False)],
)
def test_a_button_that_was_just_clicked_gets_none(
    qtbot: QtBot,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    pressed: Qt.MouseButton,
    is_below_mouse: bool,
    expected: bool,
) -> None:
    button = Button("Gem")
    button.is_below_mouse = is_below_mouse
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: pressed)
    assert focused(qtbot, button, qapp) is expected


def read_only(made: QLineEdit | QPlainTextEdit) -> QWidget:
    made.setReadOnly(True)
    return made


def marking_itself() -> QWidget:
    button = QPushButton()
    button.setProperty(DRAWS_OWN_FOCUS, True)
    return button


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (QCheckBox, True),
        (QComboBox, True),
        (QTabBar, True),
        (QListWidget, True),
        (QTextBrowser, True),
        (QLineEdit, False),
        (QPlainTextEdit, False),
        (QLabel, False),
        (lambda: read_only(QLineEdit()), True),
        (lambda: read_only(QPlainTextEdit()), True),
        (marking_itself, False),
    ],
)
def test_what_has_no_mark_of_its_own_gets_one(
    qtbot: QtBot, qapp: QApplication, make: Callable[[], QWidget], expected: bool
) -> None:
    assert focused(qtbot, make(), qapp) is expected
