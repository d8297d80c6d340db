"""One writer: a second opening is read-only and names the lock holder; nobody is locked out forever (requirement 4)."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.draft.draft_lock import lock_path
from botilbud_desktop.storage.instance.single_instance import Instance
from botilbud_desktop.ui.platform.one_instance import HandedOver
from tests.ui import drafts
from tests.ui.keeping import Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

LOAN = "projects.0.loan.2025"
HOLDER = """
import sys
from datetime import datetime
from pathlib import Path
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.user.person import Person
since = datetime.fromisoformat("2026-11-23T11:40:00+01:00")
lock = lock_draft(Path(sys.argv[1]), Person("Åse Ørsted", "PC-ØKONOMI"), since)
print("locked", flush=True)
sys.stdin.read()
lock.release()
"""
SECOND_START = """
import sys
from pathlib import Path
from botilbud_desktop.storage.instance.single_instance import Instance
second = Instance(Path(sys.argv[1]))
sys.exit(0 if not second.claim() and second.hand_over(Path(sys.argv[2]), wait=10) else 1)
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    return path


@pytest.fixture
def colleague(draft: Path) -> Iterator[subprocess.Popen[str]]:
    """A colleague's process that has the draft open, and closes it on input."""
    command = [sys.executable, "-c", HOLDER, str(draft)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        yield process
        process.kill()


def test_a_draft_that_a_colleague_has_open_says_who_and_where_and_since_when(
    draft: Path, colleague: subprocess.Popen[str], programs: Programs
) -> None:
    user = programs.start(draft)
    said = user.standing_text()
    assert "Kladden er allerede åben hos Åse Ørsted. Du kan læse den, men ikke rette i den." in said
    assert "PC-ØKONOMI" in said
    assert "kl. 11.40" in said
    assert "Du kan kun læse kladden" in user.status_bar()


def test_it_can_be_read_on_every_page_and_changed_on_none(
    draft: Path, colleague: subprocess.Popen[str], programs: Programs
) -> None:
    before = draft.read_bytes()
    user = programs.start(draft)
    user.click(LOAN)
    user.keys("99")
    user.go_to("page.description")
    user.click("description")
    user.keys("Noget nyt")
    assert user.application == drafts.example("aalborg")
    user.window.close()
    assert not user.window.isVisible(), "nothing is asked"
    assert draft.read_bytes() == before


def test_neither_approving_nor_unlocking_is_offered_for_a_draft_that_is_only_read(
    draft: Path, colleague: subprocess.Popen[str], programs: Programs
) -> None:
    user = programs.start(draft)
    user.go_to("page.approve")
    shown = [widget.objectName() for widget in user.page.findChildren(QWidget) if widget.isVisible()]
    assert "approve.approve" not in shown
    assert "approve.unlock" not in shown


def test_a_copy_can_be_opened_and_written_in_and_saved_elsewhere(
    draft: Path, colleague: subprocess.Popen[str], programs: Programs, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = programs.start(draft)
    user.click_notice("Åbn en kopi")
    assert user.notice_text().startswith("Dette er en kopi, som ikke er gemt.")
    user.write(LOAN, "23000")
    assert user.standing_text() == ""
    copy = tmp_path / "min kopi.botilbud"
    questions.will_answer(copy)
    user.save()
    saved = read_draft(copy, programs.library).application
    assert saved.projects[0].loan["2025"] == 23000
    assert saved.id == drafts.example("aalborg").id, "so that the two can be merged"
    told = "Projekt 1: Teksten er 3 tegn for lang."
    assert user.notice_text().startswith(told), "the problems of the draft are still told, and nothing before them"


def test_when_the_colleague_closes_it_the_draft_can_be_taken_over_as_it_is_then(
    draft: Path, colleague: subprocess.Popen[str], programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    theirs = replace(drafts.example("aalborg"), case_number="deres")
    draft.write_bytes(draft_bytes(theirs))
    assert colleague.stdin is not None
    colleague.stdin.close()
    colleague.wait(10)
    reading = user.window.drafts._lock_watcher
    assert reading is not None
    reading.poll_again()
    qtbot.waitUntil(lambda: "har lukket kladden" in user.standing_text())
    name = user.controller.locked_by.holder.name if user.controller.locked_by else ""
    assert name
    assert user.standing_text() == f"{name} har lukket kladden. Overtag den, hvis du vil rette i den."
    user.click_notice("Overtag")
    assert user.application == theirs
    assert user.standing_text() == ""
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: read_draft(draft, programs.library).application.projects[0].loan["2025"] == 23000)


def test_a_killed_colleague_locks_nobody_out(
    draft: Path, colleague: subprocess.Popen[str], programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    colleague.kill()
    colleague.wait(10)
    reading = user.window.drafts._lock_watcher
    assert reading is not None
    reading.poll_again()
    qtbot.waitUntil(lambda: "Overtag" in button_words(user))
    user.click_notice("Overtag")
    assert not user.view.read_only


def test_a_lock_from_another_machine_whose_program_is_gone_can_be_taken_over(draft: Path, programs: Programs) -> None:
    lock_path(draft).write_text(
        json.dumps(
            {
                "name": "Åse Ørsted",
                "machine": "PC-ØKONOMI",
                "since": "2026-11-20T08:00:00+01:00",
                "token": "0" * 32,
                "process": 4711,
            }
        ),
        encoding="utf-8",
    )
    user = programs.start(draft)
    assert user.controller.locked_by is not None
    assert user.standing_text() == (
        "Kladden står som åben hos Åse Ørsted. Du kan læse den, men ikke rette i den. Den har været åben på "
        "computeren PC-ØKONOMI siden den 20.11.2026 kl. 08.00. Så vidt programmet kan se, er kladden ikke i brug "
        "længere, så du kan overtage den."
    )
    user.click_notice("Overtag")
    assert not user.view.read_only
    assert user.standing_text() == ""


def test_a_second_window_on_the_same_draft_cannot_overwrite_the_first(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    first = programs.start(draft)
    second = programs.start(draft)
    assert second.view.read_only
    first.window.activateWindow()
    first.write(LOAN, "23000")
    qtbot.waitUntil(lambda: read_draft(draft, programs.library).application.projects[0].loan["2025"] == 23000)
    second.window.close()
    assert read_draft(draft, programs.library).application.projects[0].loan["2025"] == 23000


def test_the_lock_is_free_once_the_draft_is_closed(draft: Path, programs: Programs) -> None:
    user = programs.start(draft)
    assert lock_path(draft).exists()
    user.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not lock_path(draft).exists()


def test_a_second_start_hands_its_draft_to_the_first_and_ends(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    instance = Instance(programs.folders.state / "program")
    assert instance.claim()
    user = programs.start()
    handed_over = HandedOver(instance, user.window, user.window.drafts.open_path)
    command = [sys.executable, "-c", SECOND_START, str(programs.folders.state / "program"), str(draft)]
    with subprocess.Popen(command) as second:
        qtbot.waitUntil(lambda: user.window.controller is not None)
        assert second.wait(10) == 0
    assert user.controller.location.path == draft
    assert handed_over.parent() is user.window
    instance.release()


def test_what_is_handed_over_waits_for_an_open_dialog(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    instance = Instance(programs.folders.state / "program")
    assert instance.claim()
    user = programs.start()
    HandedOver(instance, user.window, user.window.drafts.open_path)
    dialog = QDialog(user.window)
    dialog.open()
    command = [sys.executable, "-c", SECOND_START, str(programs.folders.state / "program"), str(draft)]
    with subprocess.Popen(command) as second:
        qtbot.waitUntil(lambda: second.poll() == 0, timeout=10_000)
        assert user.window.controller is None
        dialog.close()
        qtbot.waitUntil(lambda: user.window.controller is not None)
    instance.release()


def button_words(user: User) -> list[str]:
    bar = user.window.notices.bar
    return [button.text() for button in bar.findChildren(QPushButton) if button.isVisible()]
