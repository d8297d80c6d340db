"""Each question that the program asks is as it is kept in `questions.txt`: its title, its sentence and its answers.

After an intended change, run the tests with `KEEP_WINDOWS` set to record them anew, and read the difference.
"""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from botilbud_desktop.ui.questions import Choice
from tests.added_rounds import write_register, write_round
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import Asked, RecordedQuestions
from tests.ui.test_printing import press_print
from tests.ui.test_transfer import PanelUser
from tests.ui.user import User, settle

KEPT = Path(__file__).with_name("questions.txt")


def test_every_question_is_as_it_is_kept(
    open_draft: OpenDraft, open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_draft(drafts.complete())
    _save_and_print(user, questions)
    _settings_and_log(user, questions)
    _approve_in_spite(user, questions)
    _approve_and_unlock(user, questions)
    _begin_again(user, questions)
    _add_rounds(user, questions, tmp_path)
    _leave(open_window(None), questions)
    found = [line for asked in questions.asked for line in _in_words(asked, tmp_path)]
    if "KEEP_WINDOWS" in os.environ:
        KEPT.write_text("\n".join(found) + "\n", encoding="utf-8", newline="\n")
    assert found == KEPT.read_text(encoding="utf-8").splitlines()


def _in_words(asked: Asked, folder: Path) -> list[str]:
    suggested = asked.suggested.as_posix().replace(folder.as_posix(), "FOLDER") if asked.suggested else ""
    kind = " ".join((*asked.file_kind[:2], *asked.file_kind.more)) if asked.file_kind else ""
    head = [part for part in (asked.kind, asked.title, suggested, kind) if part]
    return [" | ".join(head), *(f"  {line}".rstrip() for line in asked.text.splitlines()), *map(_answer, asked.choices)]


def _answer(choice: Choice) -> str:
    return f"  [{choice.words}] {choice.key}{' doubtful' if choice.is_doubtful else ''}"


def _save_and_print(user: User, questions: RecordedQuestions) -> None:
    for words in ("&Åbn …", "Gem &som …", "Gem en &kopi …", "Sammenlign eller &flet med en kopi …"):
        questions.will_answer(None)
        user.use_menu(words)
    user.go_to("page.approve")
    documents = [button.objectName() for button in user.page.findChildren(QPushButton) if button.isVisible()]
    for name in (name for name in documents if name.startswith(("approve.document.", "approve.text"))):
        questions.will_answer(None)
        user.click(name)
    questions.is_without_printer = True
    questions.will_answer("back")
    press_print(user)


def _settings_and_log(user: User, questions: RecordedQuestions) -> None:
    user.use_menu("&Indstillinger …")
    dialog = _dialog()
    for button in dialog.findChildren(QPushButton):
        if button.text().startswith("Vælg"):
            questions.will_answer(None)
            button.click()
    questions.will_answer("back")
    _press(dialog, "Nulstil")
    dialog.reject()
    user.use_menu("&Log til it-afdelingen …")
    dialog = _dialog()
    questions.will_answer(None, "keep")
    _press(dialog, "Gem")
    _press(dialog, "Ryd")
    dialog.reject()
    settle()


def _dialog() -> QDialog:
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def _press(dialog: QDialog, beginning: str) -> None:
    buttons = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "").startswith(beginning)]
    assert len(buttons) == 1, [one.text() for one in dialog.findChildren(QPushButton)]
    buttons[0].click()


def _approve_in_spite(user: User, questions: RecordedQuestions) -> None:
    user.window.activateWindow()
    user.go_to("page.project.0")
    user.write_and_leave("projects.0.share_for_others", "10")
    user.go_to("page.approve")
    user.write("approve.name", "Åse Ærø")
    questions.will_answer("back")
    user.click("approve.approve")
    user.go_to("page.project.0")
    user.write_and_leave("projects.0.share_for_others", "100")


def _approve_and_unlock(user: User, questions: RecordedQuestions) -> None:
    user.go_to("page.approve")
    questions.will_answer("back", "approve", "back")
    user.click("approve.approve")
    user.click("approve.approve")
    user.click("approve.unlock")


def _begin_again(user: User, questions: RecordedQuestions) -> None:
    there = PanelUser(user)
    there.enter()
    there.back_to_the_window()
    questions.will_answer("back")
    user.click("transfer.again")
    there.panel.close()


def _add_rounds(user: User, questions: RecordedQuestions, folder: Path) -> None:
    questions.will_answer(None)
    user.use_menu("Tilfø&j en ansøgningsrunde …")
    questions.will_answer("cancel", "add", "cancel", "cancel")
    user.window.rounds.add(write_register(folder))
    user.window.rounds.add(write_round(folder))
    user.window.rounds.add(write_round(folder, lambda form: form.update(title="Rettet")))
    user.window.rounds.add(write_round(folder, lambda form: form.update(id="Anden", years=[2028, 2029]), "x.json"))


def _leave(user: User, questions: RecordedQuestions) -> None:
    user.window.drafts.open_new(drafts.ROUND, "851")
    user.control(Qt.Key.Key_1)
    user.write("case_number", "2024-1")
    questions.will_answer("stay", "save", None)
    user.window.close()
    user.window.close()
