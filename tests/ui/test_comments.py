"""Comments in the window: written at a field, shown beside it, answered, ticked off, reopened, deleted, undone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QMenu, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status, approved
from botilbud_desktop.domain.notes.comment_list import COMMENTS
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.comments.comment_pane import CommentPane
from botilbud_desktop.ui.comments.marks import CommentMark
from botilbud_desktop.ui.pages.check import CheckPage
from tests.ui import drafts
from tests.ui.commented import LOAN, comment, ids, on_loan, with_comments
from tests.ui.keeping import NOW, SLOW_FILE, Programs
from tests.ui.user import User, said_in, settle

SHIFT = Qt.KeyboardModifier.ShiftModifier
NAME = "projects.0.name"
OpenDraft = Callable[[Application], User]
OpenWindow = Callable[[Path | None], User]


def pane(user: User) -> CommentPane:
    return user.workspace.pane.comments


def is_pane_shown(user: User) -> bool:
    return any(part.isVisible() for part in user.workspace.pane.findChildren(CommentPane))


def marks(user: User) -> dict[str, str]:
    """Returns the accessible names of the marks on the page by the fields that they are at."""
    found = [mark for mark in user.page.findChildren(CommentMark) if mark.isVisible()]
    return {mark.objectName().removesuffix(".comments"): mark.accessibleName() for mark in found}


def write(user: User, field: str, text: str) -> None:
    user.click(field)
    user.press(Qt.Key.Key_F2, SHIFT)
    user.keys(text)
    user.press(Qt.Key.Key_Escape)


def link(user: User, words: str) -> QWidget:
    found = [one for one in user.links(pane(user)) if one.words() == words]
    assert len(found) == 1, [one.words() for one in user.links(pane(user))]
    return found[0]


def focus_name() -> str:
    focused = QApplication.focusWidget()
    return "" if focused is None else focused.objectName()


def test_a_comment_is_written_with_keys_and_has_name_and_time(complete: User) -> None:
    complete.go_to("page.project.0")
    assert not is_pane_shown(complete)
    write(complete, LOAN, "Er det med moms?")
    written = complete.application.comments
    assert [(one.field, one.text, one.done) for one in written] == [(on_loan().field, "Er det med moms?", False)]
    assert written[0].author == complete.window.repository.storage.person.name != ""
    assert written[0].written_at == NOW
    assert focus_name() == LOAN
    assert any("Er det med moms?" in text for text in said_in(pane(complete)))
    assert marks(complete) == {LOAN: "1 kommentar til B. Lån i 2025"}


def test_it_is_one_step_that_is_undone_and_repeated_at_its_field(complete: User) -> None:
    complete.go_to("page.project.0")
    write(complete, LOAN, "Er det med moms?")
    complete.go_to("page.contacts")
    complete.control(Qt.Key.Key_Z)
    assert not complete.application.comments
    assert focus_name() == LOAN
    complete.control(Qt.Key.Key_Y)
    assert [one.text for one in complete.application.comments] == ["Er det med moms?"]


def test_only_spaces_are_no_comment_and_one_that_is_emptied_is_gone(complete: User) -> None:
    complete.go_to("page.project.0")
    write(complete, LOAN, "  ")
    assert not complete.application.comments
    complete.press(Qt.Key.Key_F2, SHIFT)
    complete.keys("ab")
    for _letter in "ab":
        complete.press(Qt.Key.Key_Backspace)
    assert not complete.application.comments
    complete.keys("Ny")
    assert [one.text for one in complete.application.comments] == ["Ny"]


def test_an_answer_is_a_comment_on_the_same_field(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(on_loan()))
    user.go_to("page.project.0")
    user.click(LOAN)
    user.click(link(user, "Svar"))
    user.keys("Fordi")
    user.control(Qt.Key.Key_Return)
    assert [(one.field, one.text) for one in user.application.comments] == [
        (on_loan().field, "Hvorfor?"),
        (on_loan().field, "Fordi"),
    ]
    assert marks(user) == {LOAN: "2 kommentarer til B. Lån i 2025"}


def test_a_comment_of_a_deleted_project_is_read_whole_on_kontrol(open_draft: OpenDraft) -> None:
    text = "Et langt spørgsmål. " * 30 + "SLUT"
    user = open_draft(with_comments(comment(1, "projects[slettet].name", text)))
    user.go_to("page.check")
    assert any("SLUT" in said for said in said_in(user.page))


def test_with_keys_alone_shift_tab_leads_from_the_input_to_the_comments_and_escape_back(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(on_loan()))
    user.go_to("page.project.0")
    user.click(LOAN)
    user.press(Qt.Key.Key_F2, SHIFT)
    assert pane(user).composer.input.accessibleName() == "Kommentar til B. Lån i 2025"
    for _stop in range(2):
        user.press(Qt.Key.Key_Backtab, SHIFT)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Afslut kommentaren »Hvorfor?«"
    user.press(Qt.Key.Key_Return)
    assert [one.done for one in user.application.comments] == [True]
    user.press(Qt.Key.Key_Escape)
    assert focus_name() == LOAN


def test_it_is_ticked_off_reopened_and_deleted_with_undo(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(on_loan()))
    user.go_to("page.project.0")
    user.click(LOAN)
    user.click(link(user, "Afslut"))
    assert [one.done for one in user.application.comments] == [True]
    assert marks(user) == {}
    user.click(link(user, "Vis 1 afsluttet"))
    user.click(link(user, "Genåbn"))
    assert [one.done for one in user.application.comments] == [False]
    user.click(link(user, "Slet"))
    assert not user.application.comments
    assert "Kommentaren er slettet." in user.notice_text()
    user.click_notice("Fortryd")
    assert user.application.comments == (on_loan(),)


def test_the_focus_is_not_lost_with_the_link_that_had_it(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(on_loan()))
    user.go_to("page.project.0")
    user.click(LOAN)
    link(user, "Afslut").setFocus()
    user.press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is pane(user).write_link
    user.click(LOAN)
    user.undo()
    assert QApplication.focusWidget() is not pane(user).write_link, "what had the focus elsewhere keeps it"


def test_what_is_written_is_saved_and_survives_a_kill(programs: Programs, tmp_path: Path) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    user = programs.start(path, SLOW_FILE)
    user.go_to("page.project.0")
    user.click(LOAN)
    user.press(Qt.Key.Key_F2, SHIFT)
    user.keys("Halvt skrev")
    QTest.qWait(200)
    programs.kill(user)
    again = programs.start(path)
    again.click_notice("Gendan ændringerne")
    assert [one.text for one in again.application.comments] == ["Halvt skrev"]


def test_each_kind_of_input_has_it_in_its_menu(complete: User) -> None:
    complete.go_to("page.project.0")
    for name in (LOAN, "projects.0.places.0.origin", "projects.0.places.0.count", "projects.0.description"):
        words = menu_of(complete, complete.widget(name, QWidget))
        assert words[-1:] == ["Skriv en &kommentar"], name


def test_inputs_that_are_no_fields_of_the_draft_do_not_have_it(complete: User) -> None:
    complete.go_to("page.approve")
    assert "Skriv en &kommentar" not in menu_of(complete, complete.widget("approve.name", QLineEdit))


def menu_of(user: User, widget: QWidget) -> list[str]:
    """Opens the context menu of a widget, and returns its commands."""
    words: list[str] = []

    def read() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        words.extend(action.text() for action in menu.actions())
        menu.close()

    widget.setFocus()
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    QTimer.singleShot(0, read)
    spot = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
    QApplication.sendEvent(target, event)
    settle()
    return words


def test_comments_follow_their_project_and_its_deletion_loses_none(open_draft: OpenDraft) -> None:
    first, second = ids(drafts.complete())
    user = open_draft(with_comments(comment(1, f"projects[{first}].name"), comment(2, f"projects[{second}].name")))
    user.go_to("page.projects")
    user.click("projects.down")
    user.go_to("page.project.1")
    assert list(marks(user)) == ["projects.1.name"]
    user.go_to("page.projects")
    user.click("projects.remove")
    assert "er slettet. Kommentarerne til det står på »Kontrol«." in user.notice_text()
    user.go_to("page.check")
    assert any("Et projekt, som er slettet: »Hvorfor?«" in text for text in user.texts())
    assert any(one.words().startswith("Projekt 1: A. Projektets navn: »Hvorfor?«") for one in user.links())
    user.control(Qt.Key.Key_Z)
    user.go_to("page.check")
    assert not any("slettet" in text for text in user.texts())


def test_kontrol_lists_the_open_comments_each_leads_to_its_field_and_all_can_be_ticked_off(
    open_draft: OpenDraft,
) -> None:
    lost = comment(3, "projects[findes-ikke].name", "Væk?")
    unknown = comment(4, "hvad.er.dette", "Andet skema")
    user = open_draft(with_comments(on_loan(), comment(2, "description", done=True), lost, unknown))
    user.go_to("page.check")
    found = [one for one in user.links() if "»Hvorfor?«" in one.words()]
    assert [one.words() for one in found] == ["Projekt 1: B. Lån i 2025: »Hvorfor?« – Bo, 23.11.2026 kl. 12.01"]
    user.click(found[0])
    assert focus_name() == LOAN
    user.go_to("page.check")
    for _time in range(3):
        user.click(next(one for one in user.links() if one.words() == "Afslut kommentaren"))
    assert all(one.done for one in user.application.comments)
    user.click(next(one for one in user.links() if one.words() == "Vis afsluttede kommentarer"))
    user.click(next(one for one in user.links() if one.words() == "Genåbn kommentaren"))
    assert [one.done for one in user.application.comments].count(False) == 1


def test_without_comments_nothing_of_it_is_on_any_page(complete: User) -> None:
    for page in ("page.project.0", "page.description", "page.check", "page.approve"):
        complete.go_to(page)
        assert complete.page.findChildren(CommentMark) == []
        assert not is_pane_shown(complete)
    complete.go_to("page.check")
    check = complete.page
    assert isinstance(check, CheckPage)
    assert check.comments is None


def test_an_approval_holds_when_a_comment_is_written_on_the_locked_draft(open_draft: OpenDraft) -> None:
    user = open_draft(approved(drafts.complete(), "Åse", NOW))
    assert (user.view.status, user.view.read_only) == (Status.APPROVED, True)
    user.go_to("page.project.0")
    write(user, LOAN, "Ros")
    assert [one.text for one in user.application.comments] == ["Ros"]
    user.click(link(user, "Afslut"))
    user.save()
    assert (user.view.status, user.view.read_only) == (Status.APPROVED, True)
    user.control(Qt.Key.Key_Z)
    user.control(Qt.Key.Key_Z)
    assert not user.application.comments
    user.control(Qt.Key.Key_Y)
    assert [one.text for one in user.application.comments] == ["Ros"]


def test_what_was_approved_is_not_undone_with_the_comments_on_it(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.complete())
    user.go_to("page.project.0")
    user.write_and_leave(NAME, "Nyt navn")
    user.controller.editor.approve(approved(user.application, "Åse", NOW))
    settle()
    write(user, LOAN, "Ros")
    user.control(Qt.Key.Key_Z)
    user.control(Qt.Key.Key_Z)
    assert (user.value(NAME), user.application.comments) == ("Nyt navn", ())
    assert user.view.status is Status.APPROVED


def test_a_draft_that_a_colleague_has_open_shows_comments_but_takes_none(
    tmp_path: Path, open_window: OpenWindow
) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(with_comments(on_loan())))
    lock = lock_draft(path, Person("Åse", "ÅSES-PC"), NOW)
    try:
        user = open_window(path)
        user.go_to("page.project.0")
        user.click(LOAN)
        assert any("Hvorfor?" in text for text in said_in(pane(user)))
        assert not user.links(pane(user))
        user.use_menu("Skriv en &kommentar")
        assert "åben hos" in user.notice_text()
        assert not pane(user).is_writing
        user.go_to("page.check")
        assert not [one for one in user.links() if one.words() == "Afslut kommentaren"]
    finally:
        lock.release()


def test_marks_take_no_room(open_draft: OpenDraft) -> None:
    rows = f"projects[{ids(drafts.complete())[0]}].places[0]"
    plain = open_draft(drafts.complete())
    plain.go_to("page.project.0")
    names = (NAME, LOAN, "projects.0.places.0.count", "projects.0.description")
    before = [plain.widget(name, QWidget).mapTo(plain.page, plain.page.rect().topLeft()) for name in names]
    fields = (on_loan(), comment(2, f"{rows}.count"), comment(3, f"{rows}.origin"))
    plain.controller.editor.set_value(COMMENTS, fields)
    settle()
    assert len(marks(plain)) == 3
    assert [plain.widget(name, QWidget).mapTo(plain.page, plain.page.rect().topLeft()) for name in names] == before


def test_a_mark_leads_to_its_field_and_goes_with_its_row(open_draft: OpenDraft) -> None:
    rows = f"projects[{ids(drafts.complete())[0]}].places"
    user = open_draft(with_comments(comment(1, f"{rows}[1].count")))
    user.go_to("page.project.0")
    user.click(next(mark for mark in user.page.findChildren(CommentMark) if mark.isVisible()))
    assert focus_name() == "projects.0.places.1.count"
    user.click("projects.0.places.0.delete")
    assert list(marks(user)) == ["projects.0.places.0.count"]
    user.click("projects.0.places.0.delete")
    assert marks(user) == {}
    assert [one.field for one in user.application.comments] == [rows]


def test_the_steps_tell_how_many_are_open(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(on_loan(), on_loan(2), comment(3, "description"), comment(4, "x", done=True)))
    spoken = [
        user.workspace.steps.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(user.workspace.steps.count())
    ]
    assert [text.rpartition(", ")[2] for text in spoken if "omment" in text] == ["2 kommentarer", "1 kommentar"]
