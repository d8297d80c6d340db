"""Merging or restoring without a difference, and exporting over the draft: a notice says so, and nothing changes."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.merging.merge import Choice, merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.comparing.difference_row import SHOW_ALL, SHOW_LESS
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.merging.conflict_page import ConflictPage
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.merging.prepared import prepared
from botilbud_desktop.ui.versions.versions_dialog import VersionsDialog
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui import colleague, drafts
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import NOW, Programs
from tests.ui.merger import Merger
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_colleagues import LOAN, dialog_of, draft, press, with_phones
from tests.ui.user import User, settle

__all__ = ["draft"]


def compared_with(user: User, questions: RecordedQuestions, copy: Path, content: Application | bytes) -> None:
    """Chooses a copy of the draft from the menu, and goes on to merging.

    `content` is the copy's file, or what a colleague has made of the present one.
    """
    if isinstance(content, bytes):
        copy.write_bytes(content)
    else:
        assert user.path is not None
        present = user.path.read_bytes()
        copy.write_bytes(colleague.edited(present, partial(_replaced, by=content)))
    questions.will_answer(copy)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    dialog = next(dialog for dialog in user.window.findChildren(QDialog) if dialog.isVisible())
    press(dialog, "Flet …")


def _replaced(_present: Application, *, by: Application) -> Application:
    return by


def decide(user: User, choice: Choice) -> None:
    """Goes through the merge dialog to its end, with the same choice in each conflict."""
    merger = Merger(dialog_of(user, MergeDialog))
    while isValid(merger.dialog) and merger.dialog.isVisible():
        if isinstance(merger.dialog.page, ConflictPage):
            merger.choose(choice)
        merger.go_on()


def test_a_copy_that_has_nothing_more_is_merged_into_nothing(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    sent = draft.read_bytes()
    user = programs.start(draft)
    user.write(LOAN, "23000")
    user.save()
    before = user.application
    compared_with(user, questions, tmp_path / "kopi.botilbud", sent)
    decide(user, Choice.MINE)
    assert user.application == before
    assert user.notice_text() == "Kladden er, som den var: Alt i den anden udgave er enten med i den eller valgt fra."


def test_a_merge_unlocks_an_approved_draft_and_its_approval_lapses(
    open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path
) -> None:
    mine = approved(drafts.complete(), "Åse", NOW)
    user = open_draft(mine)
    was_read_only = user.view.read_only
    compared_with(user, questions, tmp_path / "kopi.botilbud", with_phones(mine, "99 31 00 00"))
    decide(user, Choice.THEIRS)
    assert user.application.contacts.phones == "99 31 00 00"
    assert (was_read_only, user.view.read_only) == (True, False)
    assert user.notice_text() == "De to udgaver er flettet. Fortryd med Ctrl+Z."


def test_an_earlier_version_is_not_exported_over_the_open_draft(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    user.write(LOAN, "23000")
    user.save()
    before = draft.read_bytes()
    user.use_menu("Tidligere &versioner …")
    dialog = dialog_of(user, VersionsDialog)
    questions.will_answer(draft)
    press(dialog, "Gem som fil …")
    assert "Det er den åbne kladdes egen fil" in dialog.notice.message.text()
    assert draft.read_bytes() == before
    dialog.close()
    settle()


@pytest.mark.parametrize("number", [0, 1])
def test_long_texts_of_a_conflict_are_shown_whole_on_request_and_shortened_again(complete: User, number: int) -> None:
    beginning = "den første linje er den samme, " * 30
    base = replace(complete.application, description=beginning + "slut")
    mine = replace(base, description=beginning + "min slutning")
    theirs = replace(base, description=beginning + "deres slutning")
    dialog = MergeDialog(
        complete.window,
        prepared(merge(base, mine, theirs), complete.controller.round),
        complete.controller.round,
        "Min",
        "Deres",
    )
    dialog.open()
    merger = Merger(dialog)
    merger.go_on()
    boxes = [box for box in dialog.page.findChildren(DifferenceText) if box.isVisible()]
    links = {link.words(): link for link in dialog.page.findChildren(LinkButton)}
    short = boxes[number].toPlainText()
    assert not links[SHOW_LESS].isVisible()
    merger.click(links[SHOW_ALL])
    assert boxes[number].toPlainText().count("den første linje") == 30
    assert links[SHOW_LESS].isVisible()
    assert not links[SHOW_ALL].isVisible()
    assert links[SHOW_LESS].hasFocus()
    merger.click(links[SHOW_LESS])
    assert boxes[number].toPlainText() == short
    assert links[SHOW_ALL].isVisible()
    dialog.reject()
    settle()
