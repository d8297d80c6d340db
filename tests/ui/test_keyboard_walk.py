"""The whole flow without a mouse: from the start page to the receipt and on to the web form (requirement 25)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from botilbud_desktop.domain.approval import Status
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, focused, settle

_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_MOST_STOPS = 120


class MouseWatch(QObject):
    """Records every mouse event."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
        ):
            self.seen.append(event.type())
        return False


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[MouseWatch]:
    """Fails the test if the mouse was used."""
    watch = MouseWatch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)
    assert watch.seen == [], "a mouse was used"


class KeyboardUser:
    """A user who only presses keys, and finds the way by the focus."""

    def __init__(self, user: User) -> None:
        self._user = user

    def tab_to(self, name: str) -> None:
        """Presses Tab until the control of that name has the focus."""
        for _stop in range(_MOST_STOPS):
            if _called(QApplication.focusWidget()) == name:
                return
            self._user.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name}; it is at {_called(QApplication.focusWidget())}")

    def fill(self, *values: tuple[str, str]) -> None:
        """Goes to each field with Tab and types its value."""
        for name, text in values:
            self.tab_to(name)
            self._user.control(Qt.Key.Key_A)
            self._user.keys(text)

    def choose(self, name: str, words: str) -> None:
        """Goes to a list with Tab and chooses with the arrow keys."""
        self.tab_to(name)
        combo = QApplication.focusWidget()
        assert isinstance(combo, QComboBox)
        wanted = combo.findText(words)
        assert wanted >= 0, [combo.itemText(row) for row in range(combo.count())]
        for _step in range(combo.count()):
            if combo.currentIndex() == wanted:
                break
            self._user.press(Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)
        assert combo.currentText() == words

    def press_button(self, name: str) -> None:
        """Goes to a button with Tab and presses Space."""
        self.tab_to(name)
        self._user.press(Qt.Key.Key_Space)

    def step(self, number: int) -> None:
        """Presses Ctrl and a digit."""
        self._user.press(Qt.Key(Qt.Key.Key_0 + number), _CONTROL)
        assert self._user.page.isVisible()

    def alt(self, letter: str) -> None:
        """Presses Alt and a letter, and waits until a button so pressed is released."""
        self._user.press(Qt.Key(ord(letter)), _ALT)
        for _turn in range(200):
            if not any(button.isDown() for button in self._user.window.findChildren(QAbstractButton)):
                return
            QTest.qWait(5)
        raise AssertionError(f"the button of Alt+{letter} never came up")


def _called(widget: QWidget | None) -> str:
    return widget.objectName() if widget is not None else ""


def test_an_application_is_drafted_approved_and_taken_to_the_web_form_with_keys_only(
    no_mouse: MouseWatch, open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_window(None)
    keyboard = KeyboardUser(user)
    draft, receipt = tmp_path / "min ansøgning.botilbud", tmp_path / "kvittering.pdf"

    keyboard.choose("start.municipality", "Thisted Kommune")
    keyboard.press_button("start.create")
    keyboard.step(1)
    keyboard.fill(("case_number", "2024-0787"))
    questions.will_answer(draft)
    user.save()
    assert draft.exists()

    keyboard.step(2)
    keyboard.press_button("projects.add")
    _write_project(user, keyboard)
    keyboard.alt("N")
    assert user.page.objectName() == "page.description"
    keyboard.fill(("description", "Kommunen udvider kapaciteten med otte pladser.\nI ét byggeri."))
    keyboard.alt("N")
    keyboard.fill(
        ("contacts.names", "Åse Ørsted, konsulent"),
        ("contacts.phones", "99 17 17 17"),
        ("contacts.emails", "aase@thisted.dk; bo@thisted.dk"),
    )
    keyboard.alt("N")
    assert user.page.objectName() == "page.check"
    assert [finding.message for finding in user.view.assessment.errors] == []

    keyboard.step(6)
    keyboard.fill(("approve.name", "Åse Ørsted"))
    questions.will_answer("approve", receipt)
    keyboard.press_button("approve.approve")
    assert user.view.status is Status.APPROVED
    keyboard.press_button("approve.receipt")
    assert receipt.read_bytes().startswith(b"%PDF")

    keyboard.step(7)
    assert user.page.objectName() == "page.transfer"
    keyboard.tab_to("transfer.open")
    assert no_mouse.seen == []


def _write_project(user: User, keyboard: KeyboardUser) -> None:
    keyboard.fill(
        ("projects.0.name", "Otte nye pladser"),
        ("projects.0.loan.2025", "22.900"),
        ("projects.0.loan.2026", "0"),
    )
    keyboard.press_button("projects.0.places.add")
    keyboard.choose("projects.0.places.0.year", "2025")
    keyboard.fill(
        ("projects.0.places.0.count", "8"),
        ("projects.0.share_for_others", "100"),
        ("projects.0.completion_date", "30.11.2025"),
        ("projects.0.gross_construction_cost", "22.900"),
        ("projects.0.places_closed_elsewhere", "0"),
    )
    keyboard.choose("projects.0.building", "Nybyggeri")
    keyboard.fill(("projects.0.description", "Til borgere med særlige behov."))
    assert user.application.projects[0].description == "Til borgere med særlige behov."


def test_the_menus_and_the_list_of_steps_lead_everywhere_with_keys_only(no_mouse: MouseWatch, complete: User) -> None:
    keyboard = KeyboardUser(complete)
    keyboard.alt("V")
    menu = QApplication.activePopupWidget()
    assert menu is not None, "Alt+V opens the menu Vis"
    complete.press(Qt.Key.Key_Down)
    complete.press(Qt.Key.Key_Return)
    settle()
    assert complete.page.objectName() == "page.projects"
    keyboard.tab_to("steps")
    complete.press(Qt.Key.Key_End)
    assert complete.page.objectName() == "page.transfer"
    complete.press(Qt.Key.Key_Home)
    complete.press(Qt.Key.Key_Return)
    assert focused(complete.window).objectName() == "applicant.municipality_code"
    assert no_mouse.seen == []


def test_enter_presses_the_button_that_has_the_focus_once(thisted: User) -> None:
    thisted.go_to("page.projects")
    hands = KeyboardUser(thisted)
    hands.tab_to("projects.add")
    QTest.keyClick(thisted.button("projects.add"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _count(thisted, "projects") == 1
    thisted.press(Qt.Key.Key_Enter)
    assert _count(thisted, "projects") == 2
    hands.tab_to("projects.1.places.add")
    thisted.press(Qt.Key.Key_Return)
    hands.tab_to("projects.1.places.0.delete")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(thisted.button("projects.1.places.0.delete"), held)
    assert _count(thisted, "projects[1].places") == 1
    thisted.press(Qt.Key.Key_Return)
    assert _count(thisted, "projects[1].places") == 0


def _count(user: User, path: str) -> int:
    found = user.value(path)
    assert isinstance(found, tuple)
    return len(found)
