"""What has the focus gets a ring, unless it was just clicked, shows a cursor or marks itself."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
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

from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.style.focus_ring import DRAWS_OWN_FOCUS, FocusRings, _Ring
from botilbud_desktop.ui.style.selection import contrast
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
        (LineInput, False),
        (TextInput, False),
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


@pytest.mark.parametrize("make", [LineInput, TextInput])
@pytest.mark.usefixtures("qapp")
def test_an_input_has_a_ring_of_two_px_that_follows_its_size_and_costs_nothing_at_a_key(
    qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    made = make()
    other = QPushButton("Et andet sted")
    qtbot.addWidget(other)
    qtbot.addWidget(made)
    made.resize(200, 60)
    made.show()
    made.activateWindow()
    made.setFocus()
    settle()
    (ring,) = (one for one in made.findChildren(QWidget) if one.objectName() == "ring.of.text")
    made.resize(300, 90)
    settle()
    assert ring.geometry() == made.rect()
    picture = made.grab().toImage()
    for place in (QPoint(0, 45), QPoint(1, 45), QPoint(299, 45), QPoint(150, 0), QPoint(150, 1), QPoint(150, 89)):
        assert contrast(picture.pixelColor(place), made.palette().base().color()) >= 3, place
    assert picture.pixelColor(150, 80) == made.palette().base().color()
    assert type(ring) is QFrame, "Qt alone paints it, since a text is painted at each key"
    assert ring.mask().isEmpty(), "a mask makes each key dearer"
    assert not made.visibleRegion().isEmpty(), "to Qt it is still in view"
    other.show()
    other.activateWindow()
    other.setFocus()
    settle()
    assert not ring.isVisible()
