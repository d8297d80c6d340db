"""Five hundred random edits, undos, redos, saves and steps: screen and model always agree."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QToolButton, QWidget

from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at
from botilbud_desktop.domain.text.counting import normalise
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.fields.choice_field import BoundChoice
from botilbud_desktop.ui.fields.line_field import BoundLine
from botilbud_desktop.ui.fields.text.text_input import TextInput
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.user import User, settle, step_names

pytestmark = pytest.mark.slow

STEPS = 500
SNIPPETS = (
    "22900",
    "22,9",
    "22.900",
    "0",
    "-3",
    "31.02.2026",
    "30.11.2025",
    "100",
    "25,5",
    "æøå <b>",
    "a@b.dk; c@d.dk",
    " ",
    "x",
    "9" * 20,
    "linje\nlinje",
    "å",
    "\u00a0",
)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Walker:
    """Performs random actions from a seed, and compares the screen with the model after each."""

    def __init__(self, user: User, seed: int) -> None:
        self.user = user
        self.random = random.Random(seed)
        self.log: list[str] = []

    def walk(self, steps: int) -> None:
        actions = (
            (self.type, 40),
            (self.undo, 12),
            (self.redo, 8),
            (self.step, 12),
            (self.press_a_button, 10),
            (self.choose, 8),
            (self.paste, 6),
            (self.leave, 8),
            (self.save, 2),
            (self.next_or_back, 4),
        )
        for _number in range(steps):
            action = self.random.choices([one for one, _weight in actions], [weight for _one, weight in actions])[0]
            action()
            settle()
            self.compare()

    def inputs[Kind: QWidget](self, kind: type[Kind]) -> list[Kind]:
        return [widget for widget in self.user.page.findChildren(kind) if widget.isVisible() and widget.isEnabled()]

    def type(self) -> None:
        lines: list[QWidget] = [*self.inputs(QLineEdit), *self.inputs(TextInput)]
        if not lines:
            return
        target = self.random.choice(lines)
        text = self.random.choice(SNIPPETS)
        self.log.append(f"type {text!r} into {target.objectName()}")
        target.setFocus()
        if self.random.random() < 0.4:
            self.user.press(Qt.Key.Key_A, CONTROL)
        self.user.keys(text.replace("\n", " ") if isinstance(target, QLineEdit) else text)

    def paste(self) -> None:
        areas: list[QWidget] = [*self.inputs(TextInput), *self.inputs(BoundLine)]
        if areas:
            target = self.random.choice(areas)
            self.log.append(f"paste into {target.objectName()}")
            target.setFocus()
            self.user.paste("indsat " * self.random.choice([1, 40, 600]))

    def leave(self) -> None:
        self.log.append("Tab")
        self.user.press(Qt.Key.Key_Tab)

    def choose(self) -> None:
        combos = self.inputs(QComboBox)
        if combos:
            combo = self.random.choice(combos)
            self.log.append(f"choose in {combo.objectName()}")
            combo.setFocus()
            self.user.press(self.random.choice([Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End]))

    def press_a_button(self) -> None:
        buttons = [
            button
            for button in (*self.inputs(QToolButton), *self.user.page.findChildren(QWidget))
            if button.isVisible()
            and button.isEnabled()
            and button.objectName().endswith(
                (".add", ".delete", "projects.up", "projects.down", ".remove", ".take_over")
            )
        ]
        many = len(self.user.application.projects) > 6
        buttons = [button for button in buttons if not (many and button.objectName() == "projects.add")]
        if buttons:
            button = self.random.choice(buttons)
            self.log.append(f"press {button.objectName()}")
            self.user.click(button)

    def undo(self) -> None:
        for _time in range(self.random.choice([1, 1, 2, 6])):
            self.log.append("undo")
            self.user.undo()

    def redo(self) -> None:
        for _time in range(self.random.choice([1, 1, 2, 6])):
            self.log.append("redo")
            self.user.redo()

    def step(self) -> None:
        page = self.random.choice(step_names(self.user.application))
        self.log.append(f"go to {page}")
        self.user.go_to(page)

    def next_or_back(self) -> None:
        self.log.append("Alt+arrow")
        key = self.random.choice([Qt.Key.Key_Left, Qt.Key.Key_Right])
        self.user.press(key, Qt.KeyboardModifier.AltModifier)

    def save(self) -> None:
        self.log.append("save")
        self.user.save()
        assert not self.user.window.isWindowModified(), self.tail()
        assert isinstance(self.user.path, Path)
        assert drafts.content_of(self.user.path) == draft_bytes(self.user.application), self.tail()

    def compare(self) -> None:
        """Asserts that the page, the list of steps and the title agree with the model."""
        user = self.user
        assert QApplication.activeModalWidget() is None, self.tail()
        assert user.workspace.steps.count() == len(step_names(user.application)), self.tail()
        shown = step_names(user.application).index(user.page.objectName())
        assert user.workspace.steps.currentRow() == shown, self.tail()
        assert user.window.isWindowModified() == user.controller.editor.is_modified, self.tail()
        application, half_typed = user.application, user.view.half_typed
        for line in self.inputs(BoundLine):
            path = field_path(line.objectName())
            if (typed := half_typed.get(str(path))) is not None:
                assert line.text() == typed, (path, self.tail())
            else:
                assert line._format.read(line.text()) == value_at(application, path), (path, line.text(), self.tail())
        for area in self.inputs(TextInput):
            assert normalise(area.text()) == value_at(application, FieldPath(field_path(area.objectName()))), (
                self.tail()
            )
        for combo in self.inputs(BoundChoice):
            assert combo._values[combo.currentIndex()] == value_at(application, combo._path), self.tail()

    def tail(self) -> str:
        return " · ".join(self.log[-12:])


@pytest.mark.parametrize("seed", [1, 2])
def test_the_screen_and_the_model_agree_through_a_random_walk(open_draft: OpenDraft, seed: int) -> None:
    name = "thisted" if seed % 2 else "aalborg"
    user = open_draft(drafts.example(name))
    walker = Walker(user, seed)
    walker.walk(STEPS // 2)
    changed = user.application
    steps_taken_back = 0
    while user.controller.editor.can_undo:
        user.controller.editor.undo()
        steps_taken_back += 1
    settle()
    assert user.application == drafts.example(name)
    for _step in range(steps_taken_back):
        user.controller.editor.redo()
    settle()
    assert user.application == changed
    walker.compare()
