"""From keystroke to file, a text is counted once and the draft is serialised once."""

import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain import canonical
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text import counting
from botilbud_desktop.domain.text.counting import TextCount
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.ui.fields.text.text_input import TextInput
from tests.ui import drafts
from tests.ui.keeping import NOW, Programs
from tests.ui.user import User

TEXT = "projects.0.description"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    return path


@pytest.fixture
def serialised(monkeypatch: pytest.MonkeyPatch) -> list[Application]:
    """Records each application that is serialised, anywhere in the program."""
    made: list[Application] = []
    original = canonical.as_json_values

    def as_json_values(application: Application, without: Collection[str] = ()) -> dict[str, Any]:
        made.append(application)
        return original(application, without)

    replace_everywhere(monkeypatch, original, as_json_values)
    return made


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Records each text that is counted, anywhere in the program."""
    texts: list[str] = []
    original = counting._count

    def count(normalised: str) -> TextCount:
        texts.append(normalised)
        return original(normalised)

    monkeypatch.setattr(counting, "_count", count)
    return texts


def replace_everywhere(monkeypatch: pytest.MonkeyPatch, original: Callable[..., object], new: object) -> None:
    """Replaces a function by `new` in each module that has imported it."""
    places = [
        (module, name)
        for module in list(sys.modules.values())
        if getattr(module, "__name__", "").startswith("botilbud_desktop.")
        for name, member in vars(module).items()
        if member is original
    ]
    assert len(places) > 1
    for module, name in places:
        monkeypatch.setattr(module, name, new)


def in_the_text(programs: Programs, draft: Path, qtbot: QtBot) -> User:
    """Starts the program and clicks into the text when the page is ready."""
    user = programs.start(draft)
    qtbot.waitUntil(lambda: any(field.isVisible() for field in user.page.findChildren(TextInput, TEXT)))
    user.click(TEXT)
    return user


def press_a_key_and_wait_until_all_is_written(user: User, qtbot: QtBot) -> str:
    """Presses one key in a long text; returns when panes, journal and file are up to date."""
    QTest.keyClick(user.area(TEXT), Qt.Key.Key_X)
    saving = user.window.drafts.saving
    assert saving is not None
    qtbot.waitUntil(lambda: not user.controller.editor.is_modified)
    assert saving.secure(8.0), "the journal does not hold it"
    user.controller.update_view_now()
    text = user.value(TEXT)
    assert isinstance(text, str)
    return text


def test_a_key_in_a_long_text_costs_one_count_and_one_serialising(
    programs: Programs, draft: Path, qtbot: QtBot, serialised: list[Application], counted: list[str]
) -> None:
    user = in_the_text(programs, draft, qtbot)
    serialised.clear()
    counted.clear()
    text = press_a_key_and_wait_until_all_is_written(user, qtbot)
    assert counted == [text]
    assert serialised == [user.application]
    assert read_draft(draft, programs.library).application == user.application
    assert [entry.application for entry in programs.journalled()] == []  # the running program has locked its journal


def test_each_further_key_costs_one_more_of_each(
    programs: Programs, draft: Path, qtbot: QtBot, serialised: list[Application], counted: list[str]
) -> None:
    user = in_the_text(programs, draft, qtbot)
    serialised.clear()
    counted.clear()
    texts = [press_a_key_and_wait_until_all_is_written(user, qtbot) for _key in range(3)]
    assert counted == texts
    assert len(serialised) == 3


def test_the_page_that_shows_all_answers_counts_no_text_again(
    programs: Programs, draft: Path, counted: list[str]
) -> None:
    user = programs.start(draft)
    counted.clear()
    user.go_to("page.approve")
    shown = " ".join(user.texts())
    assert "af 4.000 tegn)" in shown
    assert counted == []


def test_the_fingerprint_of_an_approved_draft_is_worked_out_once_for_each_state(
    programs: Programs, draft: Path, serialised: list[Application]
) -> None:
    draft.write_bytes(draft_bytes(approved(drafts.complete(), "Åse", NOW)))
    user = programs.start(draft)
    assert user.controller.is_frozen
    serialised.clear()
    user.controller.reveal(field_path("case_number"))
    user.controller.reveal_everything()
    assert user.controller.is_frozen
    assert serialised == []


def test_a_key_in_a_draft_that_was_once_approved_works_out_no_fingerprint(
    programs: Programs, draft: Path, qtbot: QtBot, serialised: list[Application]
) -> None:
    changed = replace(approved(drafts.complete(), "Åse", NOW), case_number="2024-8")
    draft.write_bytes(draft_bytes(changed))
    user = in_the_text(programs, draft, qtbot)
    serialised.clear()
    QTest.keyClick(user.area(TEXT), Qt.Key.Key_X)
    assert serialised == []
    user.controller.update_view_now()
    assert serialised == [user.application]
