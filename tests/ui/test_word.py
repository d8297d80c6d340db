"""»Gem som Word …«: the note, the application and the notes on its projects, saved where the user says."""

from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.documents.word import make
from botilbud_desktop.ui.questions import WORD_FILES
from tests.documents.word.reading import all_text
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

COMMAND = "Gem som &Word …"


def test_the_document_holds_what_was_just_typed(aalborg: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    aalborg.go_to("page.project.0")
    aalborg.write("projects.0.name", "Nyt navn på projektet")
    target = tmp_path / "notat.docx"
    questions.will_answer(target)
    aalborg.use_menu(COMMAND)
    text = all_text(target.read_bytes())
    assert "Nyt navn på projektet" in text
    assert "Kladde – ikke godkendt" in text
    assert f"Dokumentet er gemt: {target}" in aalborg.notice_text()


def test_a_name_beside_the_draft_is_proposed(thisted: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    questions.will_answer(None)
    thisted.use_menu(COMMAND)
    assert questions.last.file_kind == WORD_FILES
    suggested = questions.last.suggested
    assert suggested is not None
    assert suggested.parent == tmp_path
    assert suggested.name.endswith(" – notat og ansøgning.docx")
    assert not list(tmp_path.glob("*.docx"))
    assert not thisted.controller.editor.is_modified


def test_it_is_made_in_a_thread_of_its_own(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_in = []

    def watched(*arguments: Any) -> bytes:
        made_in.append(current_thread())
        return real(*arguments)

    real = make.make_word
    monkeypatch.setattr(make, "make_word", watched)
    questions.will_answer(tmp_path / "notat.docx")
    aalborg.use_menu(COMMAND)
    assert len(made_in) == 1
    assert made_in[0] is not main_thread()


def test_a_folder_that_is_not_there_is_said(aalborg: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    questions.will_answer(tmp_path / "mangler" / "notat.docx")
    aalborg.use_menu(COMMAND)
    assert "blev ikke gemt" in aalborg.notice_text()


def test_there_is_nothing_to_save_without_a_draft(qtbot: QtBot, aalborg: User) -> None:
    aalborg.use_menu("&Luk kladden")
    assert not aalborg.action(COMMAND).isEnabled()
