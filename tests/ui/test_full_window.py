"""One text alone in the window: same text, same undo history, same cursor position."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.writing.full_window import FullWindow
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, said_in, settle

DESCRIPTION = "projects.0.description"


def full(user: User) -> FullWindow:
    found = [widget for widget in user.window.findChildren(FullWindow) if widget.isVisible()]
    assert len(found) == 1
    return found[0]


def is_alone(user: User) -> bool:
    return any(widget.isVisible() for widget in user.window.findChildren(FullWindow))


def writing(user: User) -> TextInput:
    return full(user).field.input


def put_cursor(area: TextInput, position: int) -> None:
    cursor = area.textCursor()
    cursor.setPosition(position)
    area.setTextCursor(cursor)


def write_alone(user: User, name: str = DESCRIPTION) -> TextInput:
    user.click(name)
    user.press(Qt.Key.Key_F11)
    return writing(user)


def test_f11_shows_the_text_alone_and_esc_leads_back_with_the_cursor_at_the_same_place(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("Først og sidst")
    put_cursor(empty.area(DESCRIPTION), 5)
    empty.press(Qt.Key.Key_F11)
    assert not empty.workspace.isVisible()
    assert QApplication.focusWidget() is writing(empty)
    empty.keys("ere")
    assert empty.value(DESCRIPTION) == "Førstere og sidst"
    empty.press(Qt.Key.Key_Escape)
    assert not is_alone(empty)
    area = empty.area(DESCRIPTION)
    assert QApplication.focusWidget() is area
    assert area.text() == "Førstere og sidst"
    assert area.textCursor().position() == 8
    empty.keys("!")
    assert empty.value(DESCRIPTION) == "Førstere! og sidst"


def test_f11_goes_back_too_also_in_a_text_that_is_too_long(aalborg: User) -> None:
    aalborg.click(DESCRIPTION)
    put_cursor(aalborg.area(DESCRIPTION), 7)
    aalborg.press(Qt.Key.Key_F11)
    assert writing(aalborg).textCursor().position() == 7
    aalborg.press(Qt.Key.Key_F11)
    assert aalborg.area(DESCRIPTION).textCursor().position() == 7


def test_the_link_at_the_field_and_the_menu_lead_there(empty: User) -> None:
    link = empty.widget(f"{DESCRIPTION}.full_window", LinkButton)
    empty.click(link)
    assert full(empty).path.object_name == DESCRIPTION
    back = full(empty).findChild(QPushButton, "writing.back")
    assert isinstance(back, QPushButton)
    back.click()
    settle()
    assert QApplication.focusWidget() is empty.area(DESCRIPTION)
    empty.go_to("page.description")
    empty.use_menu("Skriv i hele &vinduet")
    assert full(empty).path.object_name == "description"


def test_counter_and_the_ministrys_requirements_are_in_view(empty: User) -> None:
    empty.go_to("page.description")
    write_alone(empty, "description")
    texts = said_in(full(empty))
    assert "Du har 4.000 tegn tilbage af 4.000." in texts
    titles = [link.words() for link in empty.links(full(empty))]
    toggle = full(empty).findChild(QToolButton, "description.wording")
    assert isinstance(toggle, QToolButton)
    toggle.click()
    for content in empty.controller.round.required_contents:
        assert f"{content.number}. {content.title}" in titles
        assert content.text in said_in(full(empty))


def test_undo_and_redo_go_on_across_the_full_window(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("på siden")
    empty.press(Qt.Key.Key_F11)
    empty.keys(" og alene")
    empty.undo()
    assert is_alone(empty)
    assert writing(empty).text() == "på siden"
    empty.undo()
    assert writing(empty).text() == ""
    empty.redo()
    empty.redo()
    assert writing(empty).text() == "på siden og alene"
    empty.press(Qt.Key.Key_Escape)
    empty.undo()
    assert empty.area(DESCRIPTION).text() == "på siden"


def test_undoing_something_else_leads_out_to_it(empty: User) -> None:
    empty.write("projects.0.name", "Nyt bosted")
    write_alone(empty)
    empty.undo()
    assert not is_alone(empty)
    assert QApplication.focusWidget() is empty.line("projects.0.name")


def test_another_step_and_closing_the_draft_lead_out(empty: User) -> None:
    write_alone(empty)
    empty.control(Qt.Key.Key_4)
    assert not is_alone(empty)
    assert empty.page.objectName() == "page.contacts"
    empty.go_to("page.description")
    write_alone(empty, "description")
    empty.window.show_start()
    settle()
    assert not is_alone(empty)


def test_the_size_of_the_text_is_changed_there_only_and_is_remembered(empty: User, open_window: OpenWindow) -> None:
    area = write_alone(empty)
    usual = area.font().pointSizeF()
    elsewhere = empty.workspace.font().pointSizeF()
    empty.control(Qt.Key.Key_Plus)
    empty.control(Qt.Key.Key_Plus)
    assert area.font().pointSizeF() == pytest.approx(usual * 1.2)
    spot = QPointF(area.viewport().rect().center())
    up = QWheelEvent(
        spot,
        QPointF(area.viewport().mapToGlobal(spot)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), up)
    empty.control(Qt.Key.Key_Minus)
    assert "Tekst 120 %" in said_in(full(empty))
    empty.press(Qt.Key.Key_Escape)
    assert empty.area(DESCRIPTION).font().pointSizeF() == elsewhere
    assert writing_again(open_window(empty.path)).font().pointSizeF() == pytest.approx(usual * 1.2)


def writing_again(user: User) -> TextInput:
    area = write_alone(user)
    assert "Tekst 120 %" in said_in(full(user))
    return area


def test_ctrl_0_gives_the_usual_size_back(empty: User) -> None:
    area = write_alone(empty)
    usual = area.font().pointSizeF()
    for _time in range(40):
        empty.control(Qt.Key.Key_Minus)
    assert 0 < area.font().pointSizeF() < usual
    empty.control(Qt.Key.Key_0)
    assert area.font().pointSizeF() == usual


def test_what_would_be_written_after_a_crash_leads_to_the_field(empty: User) -> None:
    write_alone(empty)
    assert empty.window.workbench is not None
    assert empty.window.workbench.position()[:2] == ("page.project.0", DESCRIPTION)


def test_a_search_stays_in_the_full_window_while_it_finds_there(empty: User) -> None:
    area = write_alone(empty)
    empty.keys("Et bosted og et bosted")
    empty.control(Qt.Key.Key_F)
    empty.keys("bosted")
    for start in (3, 16, 3):
        assert is_alone(empty)
        assert area.textCursor().selectionStart() == start
        assert area.textCursor().selectedText() == "bosted"
        empty.press(Qt.Key.Key_Return)
    empty.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is writing(empty)


def test_a_search_that_finds_nothing_leads_back_to_the_text_and_nowhere_unseen(empty: User) -> None:
    area = write_alone(empty)
    empty.keys("Kort")
    empty.control(Qt.Key.Key_F)
    empty.keys("findes ikke")
    empty.press(Qt.Key.Key_Return)
    empty.press(Qt.Key.Key_Escape)
    assert is_alone(empty)
    assert QApplication.focusWidget() is area
    empty.keys("ere")
    assert empty.value(DESCRIPTION) == "Kortere"
    assert empty.value("projects.0.name") == ""


def test_what_a_command_says_is_seen_in_the_full_window_and_goes_back_with_the_user(
    empty: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    write_alone(empty)
    path = tmp_path / "budget.xlsx"
    path.write_bytes(b"ikke et regneark")
    questions.will_answer(path)
    empty.use_menu("Indsæt projekter fra Ex&cel-fil …")
    bar = empty.workspace.notice
    assert is_alone(empty)
    assert bar.isVisible()
    assert "budget.xlsx" in bar.message.text()
    assert bar.mapTo(empty.window, bar.rect().center()).y() < writing(empty).mapTo(empty.window, QPoint()).y()
    empty.press(Qt.Key.Key_Escape)
    assert bar.isVisible()
    assert empty.workspace.isAncestorOf(bar)
    empty.click_notice("Skjul")
    assert not bar.isVisible()


def test_f11_opens_the_text_that_has_the_focus_and_without_one_the_first_of_the_page(aalborg: User) -> None:
    aalborg.go_to("page.project.1")
    for focus, opened in (
        ("projects.1.name", "projects.1.description"),
        ("projects.1.description", "projects.1.description"),
    ):
        aalborg.click(focus)
        aalborg.press(Qt.Key.Key_F11)
        assert writing(aalborg).objectName() == opened
        aalborg.press(Qt.Key.Key_F11)
        assert not is_alone(aalborg)


def test_on_a_page_without_a_text_f11_does_nothing(aalborg: User) -> None:
    aalborg.go_to("page.check")
    aalborg.press(Qt.Key.Key_F11)
    assert not is_alone(aalborg)


def test_a_line_of_the_text_has_room_for_76_characters_and_hardly_more(empty: User) -> None:
    empty.window.resize(1366, 768)  # wide enough for any font: another test may have loaded one
    area = write_alone(empty)
    settle()
    characters = area.viewport().width() / area.fontMetrics().averageCharWidth()
    assert 76 <= characters <= 84
