"""Every message that is painted is said to screen readers, once; and nothing is said while one types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.announcing import SOON_MS
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.test_find_and_replace import look_for
from tests.ui.user import User, settle

TEXT = "projects.0.description"
NOTHING_MORE_MS = 2 * SOON_MS


def count(said: list[str], words: str) -> int:
    return sum(words in text for text in said)


def test_that_the_application_is_approved_but_not_submitted_is_said_once(
    complete: User, questions: RecordedQuestions, said: list[str], qtbot: QtBot
) -> None:
    approve(complete, questions)
    qtbot.waitUntil(lambda: count(said, "godkendt internt, men ikke indsendt") == 1)
    qtbot.wait(NOTHING_MORE_MS)
    assert count(said, "godkendt internt, men ikke indsendt") == 1


def test_a_notice_is_said_once_while_it_stands_and_again_when_it_comes_back(
    complete: User, said: list[str], qtbot: QtBot
) -> None:
    bar = complete.workspace.notice
    for _time in range(2):
        bar.say("Kopieret.", State.DONE)
        qtbot.wait(NOTHING_MORE_MS)
    assert count(said, "Kopieret.") == 1
    bar.clear()
    bar.say("Kopieret.", State.DONE)
    qtbot.waitUntil(lambda: count(said, "Kopieret.") == 2)


def test_a_notice_that_rests_is_said_when_it_comes_and_not_each_time_another_goes(
    complete: User, said: list[str], qtbot: QtBot
) -> None:
    bar = complete.workspace.notice
    bar.rest_on("Låst.", State.INFORMATION)
    qtbot.waitUntil(lambda: count(said, "Låst.") == 1)
    bar.say("Kopieret.", State.DONE)
    qtbot.waitUntil(lambda: count(said, "Kopieret.") == 1)
    bar.clear()
    qtbot.wait(NOTHING_MORE_MS)
    assert count(said, "Låst.") == 1


def test_the_problems_of_a_draft_are_said_when_it_is_opened(
    open_draft: OpenDraft, said: list[str], qtbot: QtBot
) -> None:
    draft = drafts.complete()
    projects = tuple(replace(project, description="a" * 1200) for project in draft.projects)
    user = open_draft(replace(draft, projects=projects))
    notice = user.workspace.notice.message.text()
    assert notice
    qtbot.waitUntil(lambda: notice in said)


def test_a_note_with_a_state_is_said_when_it_comes_and_a_quiet_one_never(said: list[str], qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    note = Note()
    QVBoxLayout(window).addWidget(note)
    window.show()
    settle()
    note.say("Tre rækker.")
    qtbot.wait(NOTHING_MORE_MS)
    assert said == []
    note.say("Rækken mangler et tal.", State.PROBLEM)
    qtbot.waitUntil(lambda: said == ["Problem: Rækken mangler et tal."])


def test_entering_a_long_text_leaves_its_error_beside_its_count(complete: User) -> None:
    area = complete.area(TEXT)
    complete.write_and_leave(TEXT, "")
    complete.go_to("page.check")
    complete.go_to("page.project.0")
    complete.click(TEXT)
    help_, told = area.accessibleDescription().split("\n")[0], area.accessibleDescription()
    assert "tegn tilbage af 1.000" in help_
    assert "\nVær opmærksom: Beskriv kort projektet." in told


def test_no_description_changes_while_one_types_an_address(complete: User, said: list[str]) -> None:
    complete.go_to("page.contacts")
    name = "contacts.emails"
    complete.write_and_leave(name, "aase")
    field = complete.line(name)
    before = field.accessibleDescription()
    assert before.startswith("Problem: ")
    complete.click(name)
    said.clear()
    for key in "@aalborg":
        complete.keys(key)
        assert field.accessibleDescription() == before
    assert count(said, "e-mail") == 0


def test_what_a_value_is_in_words_is_read_with_its_input(complete: User) -> None:
    assert "mio. kr." in complete.line("projects.0.loan.2025").accessibleDescription()


def test_an_error_in_a_row_is_said_once_when_its_cell_is_left(complete: User, said: list[str], qtbot: QtBot) -> None:
    complete.write("projects.0.places.0.count", "mange")
    assert count(said, "række 1") == 0
    complete.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: count(said, "række 1: Problem: ") == 1)
    complete.click("projects.0.places.0.count")
    complete.press(Qt.Key.Key_Tab)
    qtbot.wait(NOTHING_MORE_MS)
    assert count(said, "række 1") == 1


def test_a_problem_that_comes_of_a_command_is_said_at_once(complete: User, said: list[str], qtbot: QtBot) -> None:
    complete.go_to("page.check")
    complete.go_to("page.project.0")
    qtbot.wait(NOTHING_MORE_MS)
    said.clear()
    complete.click("projects.0.cost_plan.add")
    qtbot.waitUntil(lambda: count(said, "Fordelingen giver en låneberettiget udgift på 0 mio. kr.") == 1)
    qtbot.wait(NOTHING_MORE_MS)
    assert count(said, "Fordelingen giver en låneberettiget udgift på 0 mio. kr.") == 1


def test_a_problem_that_comes_of_another_field_is_said_when_that_is_left(
    complete: User, said: list[str], qtbot: QtBot
) -> None:
    complete.go_to("page.check")
    complete.go_to("page.project.0")
    qtbot.wait(NOTHING_MORE_MS)
    said.clear()
    complete.write("projects.0.loan.2026", "9000")
    qtbot.wait(NOTHING_MORE_MS)
    assert said == []
    complete.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: count(said, "B. Lån i 2025 (hele 1.000 kr.): Problem: Lånet på 31,9 mio. kr.") == 1)


def test_what_is_revealed_of_a_page_while_it_is_left_is_not_said(empty: User, said: list[str], qtbot: QtBot) -> None:
    empty.click("projects.0.places.add")
    empty.write("projects.0.places.0.count", "otte")
    empty.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.wait(3 * NOTHING_MORE_MS)
    assert said == ["Samlet beskrivelse"]


def test_a_missing_name_is_said_where_the_focus_is_and_read_with_the_input(complete: User, said: list[str]) -> None:
    complete.go_to("page.approve")
    complete.press(Qt.Key.Key_Return)
    assert count(said, "Problem: Skriv dit navn.") == 1
    complete.press(Qt.Key.Key_Tab)
    assert complete.line("approve.name").accessibleDescription().startswith("Problem: Skriv dit navn.")
    complete.click("approve.name")
    complete.keys("Åse")
    complete.press(Qt.Key.Key_Tab)
    assert complete.line("approve.name").accessibleDescription() == ""


def test_kontrol_with_nothing_left_has_the_focus_and_says_so(
    open_draft: OpenDraft, said: list[str], qtbot: QtBot
) -> None:
    user = open_draft(drafts.complete())
    user.click(TEXT)
    user.control(Qt.Key.Key_5)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert user.page.isAncestorOf(focus) or focus is user.page
    assert focus.accessibleName()
    qtbot.waitUntil(lambda: count(said, "Kontrol\n") == 1)
    assert user.page.findChildren(Note)[0].text() in said[-1]


@pytest.mark.parametrize("number", range(1, 8))
def test_going_to_a_step_says_its_title_once_and_no_button_beside_it(
    complete: User, said: list[str], qtbot: QtBot, number: int
) -> None:
    complete.go_to("page.description" if number != 3 else "page.contacts")
    qtbot.wait(NOTHING_MORE_MS)
    said.clear()
    focused: list[str] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def note(_old: object, new: object) -> None:
        focused.append(getattr(new, "text", str)() if type(new).__name__ == "QPushButton" else "")

    application.focusChanged.connect(note)
    try:
        complete.control(Qt.Key(Qt.Key.Key_0 + number))
    finally:
        application.focusChanged.disconnect(note)
    title = complete.page.heading.text()
    qtbot.waitUntil(lambda: bool(said))
    qtbot.wait(NOTHING_MORE_MS)
    assert count(said, title) == 1
    assert not set(focused) & {"Tilbage", "Næste"}


def test_help_count_and_note_of_a_text_are_read_in_the_order_in_which_they_stand(complete: User) -> None:
    field = complete.area(TEXT).parentWidget()
    assert isinstance(field, TextField)
    order = [child for child in field.children() if child in (field.label, field.input, field.counter, field.note)]
    assert order == [field.label, field.input, field.counter, field.note]


def test_a_note_that_is_shown_below_a_text_stands_in_its_description_at_once(complete: User) -> None:
    complete.go_to("page.description")
    complete.keys("x")
    complete.go_to("page.contacts")
    look_for(complete, "Kommunen udvider den samlede")
    area = complete.area("description")
    field = area.parentWidget()
    assert isinstance(field, TextField)
    note = field.note
    assert not area.hasFocus()
    assert note.isVisible()
    assert note.spoken in area.accessibleDescription()


def test_what_a_page_is_shown_with_is_not_said_because_something_else_is_typed(
    empty: User, said: list[str], qtbot: QtBot
) -> None:
    empty.go_to("page.check")
    empty.go_to("page.project.0")
    assert "Beskriv kort projektet" in empty.note_at(TEXT)
    qtbot.wait(NOTHING_MORE_MS)
    said.clear()
    empty.write_and_leave("projects.0.name", "Kastanjen")
    qtbot.wait(NOTHING_MORE_MS)
    assert count(said, "Beskriv kort projektet") == 0
