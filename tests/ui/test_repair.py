"""The page of a draft that is too large: what it says, what it takes back, how it scrolls, and its earlier versions."""

from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.form_bounds import MOST_PROJECTS
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft, save_draft
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.repair import splitting
from botilbud_desktop.ui.versions.version_item import CHANGES
from botilbud_desktop.ui.versions.versions_dialog import VersionsDialog
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import NOW
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.repairer import find, page, press, titles
from tests.ui.test_slow_drives import Drive, drive, giving_up, hanging, soon
from tests.ui.user import User, said_in, settle

__all__ = ["drive", "soon"]


def test_what_was_deleted_is_told_with_fortryd_and_nothing_else_is_chosen_then(open_draft: OpenDraft) -> None:
    draft = drafts.with_projects(MOST_PROJECTS + 3)
    user = open_draft(draft)
    projects = find(user, "repair.projects", QListWidget)
    for row in (1, 5):
        projects.item(row).setSelected(True)
    press(user, "repair.projects.delete")
    notice = page(user).notice
    assert notice.message.text() == "2 projekter er slettet. Fortryd med Ctrl+Z."
    assert projects.selectedItems() == [], "a second click would delete the next one"
    assert not find(user, "repair.projects.delete", QPushButton).isEnabled()
    assert projects.hasFocus()
    assert projects.currentRow() == 1
    user.click(next(button for button in notice.findChildren(QPushButton) if button.text() == "Fortryd"))
    controller = user.window.controller
    assert controller is not None
    assert controller.application == draft
    assert not notice.isVisible()
    projects.item(0).setSelected(True)
    press(user, "repair.projects.delete")
    assert notice.message.text() == "1 projekt er slettet. Fortryd med Ctrl+Z."


def test_what_was_deleted_of_a_text_is_told_with_fortryd(open_draft: OpenDraft) -> None:
    draft = replace(drafts.complete(), description="ord " * 30_000)
    user = open_draft(draft)
    press(user, "repair.description.rest")
    notice = page(user).notice
    assert notice.message.text() == "Det, der stod efter den viste del, er slettet. Fortryd med Ctrl+Z."
    user.undo()
    assert user.window.controller is not None
    assert user.window.controller.application == draft
    assert not notice.isVisible()


def test_what_is_small_enough_by_now_is_said_to_be(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS + 1))
    assert titles(user) == [f"Projekter: {MOST_PROJECTS + 1} projekter"]
    projects = find(user, "repair.projects", QListWidget)
    projects.item(0).setSelected(True)
    press(user, "repair.projects.delete")
    assert titles(user) == [f"Projekter: {MOST_PROJECTS} projekter · det er der plads til"]
    projects.selectAll()
    projects.item(0).setSelected(False)
    press(user, "repair.projects.delete")
    assert titles(user) == ["Projekter: 1 projekt · det er der plads til"]
    user.undo()
    user.undo()
    assert titles(user) == [f"Projekter: {MOST_PROJECTS + 1} projekter"]


def test_an_earlier_version_that_fits_is_restored_and_shown_in_the_form(
    open_draft: OpenDraft, folders: UserFolders, tmp_path: Path
) -> None:
    small, middle, large = (drafts.with_projects(count) for count in (2, MOST_PROJECTS + 1, MOST_PROJECTS + 3))
    history = History(folders.versions, large.id)
    for hour, content in enumerate((small, middle)):
        at = NOW - timedelta(hours=9 - hour)
        history.keep(draft_bytes(content), at, Person("Åse", "PC-1"), Reason.SAVED, place_of(tmp_path / "x"))
    user = open_draft(large)
    press(user, "repair.versions")
    dialog = user.window.findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    rows = dialog.versions
    while rows.is_describing_changes:
        settle()
    said = [rows.item(row).data(CHANGES) for row in range(rows.count())]
    assert said[-2:] == ["For stor til skemaet", "Den første version"]
    assert "Kladden er for stor til at blive sammenlignet." in " ".join(said_in(dialog))
    rows.setCurrentRow(rows.count() - 2)
    assert "Versionen er for stor til skemaet, så den kan ikke sammenlignes." in said_in(dialog)
    assert dialog.restore.isEnabled()
    rows.setCurrentRow(rows.count() - 1)
    user.click(dialog.restore)
    settle()
    assert user.application == small
    assert user.notice_text().startswith("Den tidligere version er gendannet. Fortryd med Ctrl+Z.")
    user.click_notice("Fortryd")
    settle()
    assert user.window.workspace is None
    assert user.window.controller is not None
    assert user.window.controller.application == large


def test_a_version_after_one_that_is_too_large_says_so(open_draft: OpenDraft, folders: UserFolders) -> None:
    large, small = drafts.with_projects(MOST_PROJECTS + 1), drafts.with_projects(2)
    history = History(folders.versions, small.id)
    for hour, content in enumerate((large, small)):
        history.keep(draft_bytes(content), NOW - timedelta(hours=9 - hour), Person("Åse", "PC-1"), Reason.SAVED, "x")
    user = open_draft(small)
    user.use_menu("Tidligere &versioner …")
    dialog = user.window.findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    rows = dialog.versions
    while rows.is_describing_changes:
        settle()
    fitting = rows.count() - 2
    assert rows.item(fitting).data(CHANGES) == "Versionen lige før var for stor til skemaet"
    rows.setCurrentRow(fitting)
    user.click(dialog.view.with_before)
    assert "Versionen lige før er for stor til skemaet, så de to kan ikke sammenlignes." in said_in(dialog)
    rows.setCurrentRow(fitting + 1)
    user.click(dialog.view.with_now)
    assert "Versionen er for stor til skemaet, så den kan ikke sammenlignes." in said_in(dialog)
    dialog.close()


@pytest.mark.parametrize("size", [(1364, 696), (960, 477), (640, 380), (560, 300)])
@pytest.mark.parametrize("part", [0, 1])
def test_in_a_low_window_the_page_scrolls_and_nothing_is_cut(
    open_draft: OpenDraft, size: tuple[int, int], part: int
) -> None:
    user = open_draft(replace(drafts.with_projects(MOST_PROJECTS + 1), description="ord " * 30_000))
    user.window.resize(*size)
    shown_page = page(user)
    shown_page.parts.setCurrentRow(part)
    settle()
    shown = [
        one for one in shown_page.findChildren(QWidget) if isinstance(one, QLabel | QPushButton) and one.isVisible()
    ]
    for widget in shown:
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
        assert widget.height() >= needed, widget
    name, kind = (("repair.projects", QListWidget), ("repair.description", TextInput))[part]
    rows = find(user, name, kind)
    assert rows.height() >= 5 * rows.fontMetrics().lineSpacing()
    content = shown_page.parts.parentWidget()
    assert content is not None
    areas = [one for one in (*shown, shown_page.parts, rows) if content.isAncestorOf(one)]
    places = [QRect(one.mapTo(content, QPoint()), one.size()) for one in areas]
    assert not [(one, two) for one, two in combinations(places, 2) if one.intersects(two)]
    assert shown_page.parts.visualItemRect(shown_page.parts.item(1)).bottom() <= shown_page.parts.viewport().height()


def test_projects_that_are_moved_to_a_drive_that_hangs_stay_when_the_user_gives_up(
    open_draft: OpenDraft,
    questions: RecordedQuestions,
    tmp_path: Path,
    drive: Drive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS + 3))
    monkeypatch.setattr(splitting, "save_draft", hanging(drive, save_draft))
    find(user, "repair.projects", QListWidget).item(0).setSelected(True)
    questions.will_answer(tmp_path / "ny.botilbud")
    with giving_up() as seen:
        press(user, "repair.projects.split")
    assert seen == ["Venter på drevet …"]
    assert user.window.controller is not None
    assert len(user.window.controller.application.projects) == MOST_PROJECTS + 3
    assert page(user).notice.message.text().startswith("Ingen projekter er flyttet. Filen »ny.botilbud« blev ikke gemt")


def test_projects_that_are_moved_take_their_comments_along_and_undo_brings_both_back(
    open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path
) -> None:
    draft = drafts.with_projects(MOST_PROJECTS + 3)
    first, second = (f"projects[{project.id}].name" for project in draft.projects[:2])
    comments = tuple(
        Comment(id=name, field=field, text="Hvorfor?", written_at=NOW)
        for name, field in (("a", first), ("b", second), ("c", "description"))
    )
    draft = replace(draft, comments=comments)
    user = open_draft(draft)
    controller = user.window.controller
    assert controller is not None
    find(user, "repair.projects", QListWidget).item(0).setSelected(True)
    questions.will_answer(target := tmp_path / "ny.botilbud")
    press(user, "repair.projects.split")
    assert controller.application.comments == comments[1:]
    (moved,) = read_draft(target, FormLibrary(forms_folder())).application.comments
    there = read_draft(target, FormLibrary(forms_folder())).application.projects
    assert (moved.field, moved.text) == (f"projects[{there[0].id}].name", "Hvorfor?")
    user.undo()
    assert controller.application == draft


def test_what_is_half_typed_in_a_moved_project_goes_along(
    open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS + 3))
    controller = user.window.controller
    assert controller is not None
    for row in (0, 2, 3):
        controller.editor.set_half_typed(field_path(f"projects[{row}].loan.2025"), f"12x{row}", None)
    for row in (1, 3):
        find(user, "repair.projects", QListWidget).item(row).setSelected(True)
    questions.will_answer(target := tmp_path / "ny.botilbud")
    press(user, "repair.projects.split")
    there = read_draft(target, FormLibrary(forms_folder()))
    kept = user.window.repository.half_typed_of(there.application.id, there.digest)
    assert kept == {"projects[1].loan.2025": "12x3"}
    assert dict(controller.editor.half_typed) == {"projects[0].loan.2025": "12x0", "projects[1].loan.2025": "12x2"}
    assert page(user).notice.message.text().startswith("2 projekter er flyttet til »ny.botilbud«.")


def test_a_conflict_offers_to_compare_and_merge_only_while_the_draft_fits_the_form(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(MOST_PROJECTS + 1))
    path, controller = user.path, user.window.controller
    assert path is not None
    assert controller is not None
    path.write_bytes(draft_bytes(replace(controller.application, case_number="deres")))
    find(user, "repair.projects", QListWidget).item(0).setSelected(True)
    press(user, "repair.projects.delete")
    user.save()
    assert offered(user) == ["Gem en kopi …"]
    press(user, "repair.form")
    assert offered(user) == ["Sammenlign …", "Flet …", "Gem en kopi …"]
    user.undo()
    settle()
    assert offered(user) == ["Gem en kopi …"]


def offered(user: User) -> list[str]:
    """Returns what the notice about the file offers."""
    buttons = user.window.notices.bar.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible()]
