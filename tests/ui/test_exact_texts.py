"""Texts that are pasted, or copied within a field: nothing in them changes unseen."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QToolTip

from botilbud_desktop.ui.fields.text.pasting import LARGEST_MARKUP
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

DESCRIPTION = "projects.0.description"


def test_markup_alone_keeps_its_no_break_spaces(empty: User) -> None:
    data = QMimeData()
    data.setHtml("<p>20&nbsp;mio. kr.<br>I &raquo;alt&laquo;</p><p>&lt;b</p>")
    QApplication.clipboard().setMimeData(data)
    empty.click(DESCRIPTION)
    empty.control(Qt.Key.Key_V)
    assert empty.value(DESCRIPTION) == "20\u00a0mio. kr.\nI »alt«\n<b"


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_what_is_copied_within_a_text_comes_back_exactly(empty: User, key: Qt.Key) -> None:
    empty.click(DESCRIPTION)
    empty.paste("20\u00a0mio. »kr.«\n\n- 😀 slut")
    empty.control(Qt.Key.Key_A)
    empty.control(key)
    assert QApplication.clipboard().mimeData().formats() == ["text/plain"]
    empty.control(Qt.Key.Key_A)
    empty.control(Qt.Key.Key_V)
    assert empty.value(DESCRIPTION) == "20\u00a0mio. »kr.«\n\n- 😀 slut"


@pytest.mark.parametrize("between", ["; ", ",", "\n", "\t"])
def test_addresses_are_parted_by_whatever_stands_between_them(empty: User, between: str) -> None:
    empty.go_to("page.contacts")
    empty.click("contacts.emails")
    empty.paste(f"aase@aalborg.dk{between}bo@aalborg.dk")
    empty.press(Qt.Key.Key_Tab)
    assert empty.value("contacts.emails") == ("aase@aalborg.dk", "bo@aalborg.dk")
    assert empty.line("contacts.emails").text() == "aase@aalborg.dk; bo@aalborg.dk"


def test_a_frozen_text_is_not_put_back_to_what_was_on_the_clipboard(
    complete: User, questions: RecordedQuestions
) -> None:
    complete.click(DESCRIPTION)
    complete.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    complete.paste("\u2022 punkt\u00ad")
    (link,) = [link for link in complete.links() if link.objectName().endswith("paste_raw")]
    questions.will_answer("approve")
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse Ørsted")
    complete.click("approve.approve")
    before = complete.application
    complete.go_to("page.project.0")
    assert not link.isVisible()
    link.click()
    assert complete.application == before


def test_a_picture_in_markup_takes_no_text_away(empty: User) -> None:
    picture = "data:image/png;base64," + "A" * (LARGEST_MARKUP + 1)
    data = QMimeData()
    data.setHtml(f'<p>Før</p><img src="{picture}"><p>Efter</p>')
    QApplication.clipboard().setMimeData(data)
    empty.click(DESCRIPTION)
    empty.control(Qt.Key.Key_V)
    assert str(empty.value(DESCRIPTION)).split() == ["Før", "Efter"]


def test_far_too_much_markup_is_refused_and_never_cut(empty: User) -> None:
    data = QMimeData()
    data.setHtml(f"<p>Begyndelse</p><!--{' ' * LARGEST_MARKUP}--><p>Slutning</p>")
    QApplication.clipboard().setMimeData(data)
    empty.click(DESCRIPTION)
    empty.control(Qt.Key.Key_V)
    assert empty.value(DESCRIPTION) == ""
    assert "Der blev ikke indsat noget." in empty.note_at(DESCRIPTION)


def test_markup_that_would_hold_the_window_is_refused_in_words(empty: User) -> None:
    data = QMimeData()
    data.setHtml("<li>x" * 300_000)
    QApplication.clipboard().setMimeData(data)
    empty.click(DESCRIPTION)
    empty.control(Qt.Key.Key_V)
    assert empty.value(DESCRIPTION) == ""
    assert (
        "Der blev ikke indsat noget. Der er kopieret for meget på én gang. Kopiér et mindre stykke, og prøv igen."
    ) in empty.note_at(DESCRIPTION).splitlines()


def test_two_cells_pasted_in_a_line_are_parted_by_a_space(empty: User) -> None:
    empty.click("projects.0.name")
    empty.paste("Solgården\tAalborg\r\n")
    assert empty.value("projects.0.name") == "Solgården Aalborg"


def test_a_page_without_plain_text_is_pasted_into_a_line_as_one_line(empty: User) -> None:
    data = QMimeData()
    data.setHtml("<p>Botilbuddet <b>Åsen</b></p><ul><li>fase 2</ul>")
    QApplication.clipboard().setMimeData(data)
    empty.click("projects.0.name")
    empty.control(Qt.Key.Key_V)
    assert empty.value("projects.0.name") == "Botilbuddet Åsen - fase 2"
    empty.undo()
    assert empty.value("projects.0.name") == ""


def test_a_page_that_is_too_much_for_a_line_is_refused_in_words(empty: User) -> None:
    data = QMimeData()
    for markup in ("<li>x" * 300_000, f"<p>{'x' * 200_001}"):
        data.setHtml(markup)
        QApplication.clipboard().setMimeData(data)
        empty.click("projects.0.name")
        empty.control(Qt.Key.Key_V)
        assert empty.value("projects.0.name") == ""
        assert QToolTip.text().startswith("Der blev ikke indsat noget.")
        QToolTip.hideText()
