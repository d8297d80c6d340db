"""The ministry's letter: whole, searchable, and beside the form while it is written."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.help.letter_parts import letter_parts
from botilbud_desktop.ui.help.letter_window import NOT_FOUND, LetterWindow
from tests.forms.test_verbatim import quoted
from tests.ui.user import User, settle

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(user: User) -> LetterWindow:
    user.use_menu("Ministeriets &brev og vejledning")
    letter = user.window.findChild(LetterWindow)
    assert isinstance(letter, LetterWindow)
    assert letter.isVisible()
    return letter


def selected(letter: LetterWindow) -> str:
    return letter.page.textCursor().selectedText()


def search(letter: LetterWindow, words: str) -> None:
    QTest.keyClick(letter.page, Qt.Key.Key_F, _CONTROL)
    letter.search.clear()
    QTest.keyClicks(letter.search, words)
    settle()


def in_view(letter: LetterWindow) -> bool:
    return letter.page.viewport().rect().contains(letter.page.cursorRect())


def test_it_holds_all_of_the_ministrys_text(aalborg: User) -> None:
    round_ = aalborg.controller.round
    text = " ".join(opened(aalborg).page.toPlainText().split())
    not_in_the_running_text = {round_.totals_wording, round_.row_wording, round_.applicant_wording, round_.login_prefix}
    sheet = {field.wording for field in round_.fields if not field.column and field.path.startswith("projects")}
    missing = [part for part in quoted(round_) if " ".join(part.split()) not in text]
    assert set(missing) <= not_in_the_running_text | sheet


def test_the_columns_have_their_letters_and_the_items_their_numbers(aalborg: User) -> None:
    round_ = aalborg.controller.round
    lines = opened(aalborg).page.toPlainText().splitlines()
    assert all(f"{column.column}. {column.wording}" in lines for column in round_.columns)
    for texts in ([one.text for one in round_.criteria], round_.weighting.items):
        assert all(f"{number}. {text}" in lines for number, text in enumerate(texts, start=1))


def test_the_form_can_be_written_while_it_stays_open(aalborg: User) -> None:
    letter = opened(aalborg)
    assert not letter.isModal()
    aalborg.window.activateWindow()
    aalborg.go_to("page.applicant")
    aalborg.write("case_number", "2024-1")
    assert aalborg.value("case_number") == "2024-1"
    assert letter.isVisible()
    letter.close()


def test_asking_again_keeps_the_place_that_is_read(aalborg: User) -> None:
    letter = opened(aalborg)
    letter.page.verticalScrollBar().setValue(300)
    assert opened(aalborg) is letter
    assert letter.page.verticalScrollBar().value() == 300
    letter.close()


def test_headings_lead_to_their_place(aalborg: User) -> None:
    letter = opened(aalborg)
    titles = [letter.list.item(row).text() for row in range(letter.list.count())]
    round_ = aalborg.controller.round
    assert titles == [part.text for part in letter_parts(round_) if part.level]
    wanted = titles.index(round_.weighting.heading)
    letter.list.itemActivated.emit(letter.list.item(wanted))
    assert letter.page.textCursor().block().text() == round_.weighting.heading
    assert in_view(letter)
    letter.close()


def test_ctrl_f_searches_and_enter_goes_on_around_the_end(aalborg: User) -> None:
    letter = opened(aalborg)
    search(letter, "geografisk")
    assert QApplication.focusWidget() is letter.search
    assert letter.counted.text() == "1 af 2"
    first = letter.page.textCursor().position()
    assert selected(letter).casefold() == "geografisk"
    assert in_view(letter)
    QTest.keyClick(letter.search, Qt.Key.Key_Return)
    assert letter.counted.text() == "2 af 2"
    assert letter.page.textCursor().position() > first
    QTest.keyClick(letter.search, Qt.Key.Key_Return)
    assert (letter.counted.text(), letter.page.textCursor().position()) == ("1 af 2", first)
    letter.close()


def test_the_place_before_is_reached_with_buttons_and_keys(aalborg: User) -> None:
    letter = opened(aalborg)
    search(letter, "geografisk")
    letter.previous.click()
    assert letter.counted.text() == "2 af 2"
    letter.next.click()
    assert letter.counted.text() == "1 af 2"
    QTest.keyClick(letter.search, Qt.Key.Key_Return, _SHIFT)
    assert letter.counted.text() == "2 af 2"
    QTest.keyClick(letter.page, Qt.Key.Key_F3)
    assert letter.counted.text() == "1 af 2"
    QTest.keyClick(letter.page, Qt.Key.Key_F3, _SHIFT)
    assert letter.counted.text() == "2 af 2"
    letter.close()


def test_what_is_not_there_is_said_in_words(aalborg: User) -> None:
    letter = opened(aalborg)
    search(letter, "KKR")
    search(letter, "kvidder")
    assert selected(letter) == ""
    assert letter.counted.text() == NOT_FOUND
    assert not letter.next.isEnabled()
    search(letter, " ")
    assert letter.counted.text() == ""
    assert letter.page.extraSelections() == []
    letter.close()


def test_each_place_is_highlighted(aalborg: User) -> None:
    letter = opened(aalborg)
    search(letter, "KKR")
    count = letter.page.toPlainText().casefold().count("kkr")
    assert len(letter.page.extraSelections()) == count
    assert letter.counted.text() == f"1 af {count}"
    letter.close()


def test_esc_empties_the_search_and_then_closes(aalborg: User) -> None:
    letter = opened(aalborg)
    search(letter, "KKR")
    QTest.keyClick(letter.search, Qt.Key.Key_Escape)
    assert (letter.search.text(), letter.isVisible()) == ("", True)
    QTest.keyClick(letter.search, Qt.Key.Key_Escape)
    assert not letter.isVisible()


def test_markup_in_the_ministrys_text_is_shown_and_not_read(aalborg: User) -> None:
    letter = opened(aalborg)
    hostile = "<b>fed</b> <img src='file:///etc/passwd'> [link](https://example.dk) # *stjerne*"
    letter.open_round(replace(aalborg.controller.round, id="anden", documentation=hostile))
    assert hostile in letter.page.toPlainText()
    assert "<img" not in letter.page.toHtml()
    assert "href" not in letter.page.toHtml()
    letter.close()


def test_the_letter_of_another_round_replaces_it(aalborg: User) -> None:
    letter = opened(aalborg)
    search(letter, "KKR")
    letter.open_round(replace(aalborg.controller.round, id="anden", letter=()))
    assert "Praktiske oplysninger" not in letter.page.toPlainText()
    assert letter.counted.text().startswith("1 af ")
    letter.close()


def test_a_new_text_size_keeps_text_search_and_place(aalborg: User) -> None:
    letter = opened(aalborg)
    search(letter, "geografisk")
    before = letter.page.toPlainText()
    font = letter.page.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    letter.page.setFont(font)
    settle()
    assert letter.page.toPlainText() == before
    assert len(letter.page.extraSelections()) == 2
    QTest.keyClick(letter.search, Qt.Key.Key_Return)
    assert letter.counted.text() == "2 af 2"
    letter.close()


def test_tab_goes_from_the_search_to_the_text(aalborg: User) -> None:
    letter = opened(aalborg)
    search(letter, "KKR")
    reached: list[QWidget | None] = []
    for _tab in range(5):
        reached.append(QApplication.focusWidget())
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert reached == [letter.search, letter.previous, letter.next, letter.list, letter.page]
    letter.close()
