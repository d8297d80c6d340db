"""What is heard of searching and of the guide: field and number of a match, the heading that F1 leads to, links."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.help.guide_window import GuideWindow
from botilbud_desktop.ui.help.topics import anchor_of
from tests.ui.test_find_and_replace import look_for, user
from tests.ui.user import User, settle

__all__ = ["user"]


def test_a_match_is_said_with_its_number_and_field(user: User, said: list[str], qtbot: QtBot) -> None:
    look_for(user, "bosted")
    qtbot.waitUntil(lambda: "1 af 6: Interne noter" in said)
    user.press(Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: "2 af 6: Projekt 1 · A. Projektets navn" in said)
    said.clear()
    look_for(user, "findes ikke")
    qtbot.waitUntil(lambda: "Ingen fund" in said)


def test_the_focus_stays_where_one_types_while_matches_are_shown(user: User) -> None:
    look_for(user, "")
    moves: list[object] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def note(_old: object, new: object) -> None:
        moves.append(new)

    application.focusChanged.connect(note)
    try:
        user.keys("bosted")
        user.press(Qt.Key.Key_F3)
    finally:
        application.focusChanged.disconnect(note)
    assert moves == []


def guide(user: User) -> GuideWindow:
    settle()
    (window,) = user.window.findChildren(GuideWindow)
    return window


def test_f1_puts_the_caret_at_the_heading_it_leads_to(complete: User) -> None:
    complete.click("projects.0.loan.2025")
    complete.press(Qt.Key.Key_F1)
    page = guide(complete).page
    heading = page.textCursor().block()
    assert page.textCursor().position() > 0
    assert heading.blockFormat().headingLevel() > 0
    assert anchor_of(heading.text()) == page._history[-1][1]
    assert page.hasFocus()


def test_links_of_the_guide_and_where_they_lead_are_said(complete: User, said: list[str], qtbot: QtBot) -> None:
    complete.press(Qt.Key.Key_F1)
    page = guide(complete).page
    page.go_to("projekt")
    said.clear()
    for _tab in range(3):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        if any(text.endswith(", henvisning") for text in said):
            break
    (link,) = [text for text in said if text.endswith(", henvisning")]
    assert link.removesuffix(", henvisning") == page.textCursor().selectedText()
    said.clear()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert said == [page.textCursor().block().text()]
    assert said != [""]


def test_how_much_the_guide_holds_about_some_words_is_said_once_one_pauses(
    complete: User, said: list[str], qtbot: QtBot
) -> None:
    complete.press(Qt.Key.Key_F1)
    window = guide(complete)
    window.search.setFocus()
    QTest.keyClicks(window.search, "kvittering")
    qtbot.waitUntil(lambda: any(text.startswith("Fundet ") for text in said))
    assert len([text for text in said if text.startswith("Fundet ")]) == 1
    focus = QApplication.focusWidget()
    assert focus is window.search
