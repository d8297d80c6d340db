"""Limits are visible and never block, and the counter explains why Word's count differs (requirements 10 and 11)."""

import re

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from botilbud_desktop.domain.text.counting import count_characters, utf16_length
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.text.text_field import TextField
from tests.ui.user import User, settle

DESCRIPTION = "projects.0.description"


def marked_from(user: User, name: str) -> int | None:
    """Returns the start of the marked surplus as a Qt position (UTF-16); None if nothing is marked."""
    selections = user.area(name).extraSelections()
    assert len(selections) <= 1
    if not selections:
        return None
    cursor = selections[0].cursor
    assert cursor.selectionEnd() == user.area(name).document().characterCount() - 1
    mark = selections[0].format
    assert mark.background().color() != user.area(name).palette().base().color()
    assert mark.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline, "seen without colours too"
    assert mark.underlineColor() != mark.background().color()
    return int(cursor.selectionStart())


def counter(user: User, name: str) -> Note:
    field = user.area(name).parentWidget()
    assert isinstance(field, TextField)
    return field.counter


def said(user: User, name: str) -> str:
    return counter(user, name).text()


def has_icon(note: Note) -> bool:
    """Whether an icon is shown beside the text, so that colour is not the only signal."""
    return note.isVisible() and not note.pixmap().isNull()


class AtFirstPaint(QObject):
    """Notes what the counter says when a text area is painted for the first time from now on."""

    def __init__(self, user: User, name: str) -> None:
        self._viewport = user.area(name).viewport()
        super().__init__(self._viewport)
        self._counter = counter(user, name)
        self.said = ""
        self._viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self.said:
            self.said = self._counter.text()
        return False


def start_over(user: User, name: str) -> None:
    user.click(name)
    user.control(Qt.Key.Key_A)
    user.press(Qt.Key.Key_Delete)


def test_the_limit_stands_below_the_field_before_anything_is_typed(empty: User) -> None:
    assert said(empty, DESCRIPTION) == "Du har 1.000 tegn tilbage af 1.000."
    assert counter(empty, DESCRIPTION).isVisible()
    empty.go_to("page.description")
    assert said(empty, "description") == "Du har 4.000 tegn tilbage af 4.000."
    assert counter(empty, "description").y() > empty.area("description").geometry().bottom()


def test_a_letter_is_painted_before_it_is_counted(empty: User) -> None:
    empty.click(DESCRIPTION)
    painted = AtFirstPaint(empty, DESCRIPTION)
    empty.keys("b")
    assert painted.said == "Du har 1.000 tegn tilbage af 1.000."
    assert said(empty, DESCRIPTION) == "Du har 999 tegn tilbage af 1.000."


def test_the_counter_follows_while_keys_come_without_a_pause(empty: User) -> None:
    empty.click(DESCRIPTION)
    area = empty.area(DESCRIPTION)
    field = area.parentWidget()
    assert isinstance(field, TextField)
    (counting,) = (timer for timer in field.findChildren(QTimer) if 0 < timer.interval() < 20)
    QTest.keyClick(area, Qt.Key.Key_B)
    QTest.qSleep(counting.interval() // 2)
    QTest.keyClick(area, Qt.Key.Key_B)
    assert counting.remainingTime() <= counting.interval() // 2, "each key would put the counter off"
    settle()


def test_a_field_that_is_left_at_once_shows_what_it_counts(empty: User) -> None:
    empty.click(DESCRIPTION)
    QTest.keyClick(empty.area(DESCRIPTION), Qt.Key.Key_B)
    empty.area(DESCRIPTION).clearFocus()
    assert said(empty, DESCRIPTION) == "Du har 999 tegn tilbage af 1.000."


def test_pasting_6000_characters_keeps_them_all_and_marks_the_surplus(empty: User) -> None:
    empty.go_to("page.description")
    empty.click("description")
    text = "Ord og tegn " * 500
    assert len(text) == 6000
    empty.paste(text)
    assert empty.area("description").text() == text
    assert empty.application.description == text
    assert marked_from(empty, "description") == 4000
    assert said(empty, "description") == "Teksten er 2.000 tegn for lang. Grænsen er 4.000 tegn."


@pytest.mark.parametrize(
    ("text", "surplus"),
    [
        ("a" * 1001, 1000),
        ("a\n" * 500, 667),  # each pair counts three characters: 333 pairs are 999, one more letter makes 1.000
        ("😀" * 501, 1000),  # two UTF-16 units each, in the count and in Qt's positions
        ("\n" + "a" * 1000, 999),
        ("æ" * 998 + "\n\n", 999),
    ],
)
def test_the_surplus_is_marked_from_the_first_character_over_the_limit(empty: User, text: str, surplus: int) -> None:
    empty.click(DESCRIPTION)
    empty.paste(text)
    assert empty.area(DESCRIPTION).text() == text
    assert marked_from(empty, DESCRIPTION) == surplus
    fits = empty.area(DESCRIPTION).text().encode("utf-16-le")[: 2 * surplus].decode("utf-16-le")
    assert count_characters(fits).submitted <= 1000


def test_exactly_the_limit_is_fine(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste("a" * 1000)
    assert said(empty, DESCRIPTION) == "Du har 0 tegn tilbage af 1.000."
    assert marked_from(empty, DESCRIPTION) is None
    empty.keys("b")
    assert said(empty, DESCRIPTION) == "Teksten er 1 tegn for lang. Grænsen er 1.000 tegn."
    assert marked_from(empty, DESCRIPTION) == 1000
    empty.press(Qt.Key.Key_Backspace)
    assert marked_from(empty, DESCRIPTION) is None


def test_within_the_limit_the_counter_tells_what_is_left_and_why_word_differs(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("første\nanden")
    assert said(empty, DESCRIPTION) == (
        "Du har 987 tegn tilbage af 1.000.\n"
        "Word viser 11. Hvert linjeskift fylder 2, når teksten sendes, så den fylder 13."
    )


def test_at_risk_is_said_in_amber_with_both_numbers_and_why_word_differs(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste("a" * 998 + "\n\n")
    assert said(empty, DESCRIPTION) == (
        "Teksten er måske for lang. Grænsen er 1.000 tegn. "
        "Word viser 998. Hvert linjeskift fylder 2, når teksten sendes, så den fylder 1.002."
    )
    assert has_icon(counter(empty, DESCRIPTION))
    empty.go_to("page.check")
    assert not any("fylder 1.002" in finding.message for finding in empty.view.assessment.errors)


def test_too_long_is_said_with_words_number_and_why_it_differs(aalborg: User) -> None:
    assert said(aalborg, DESCRIPTION) == (
        "Teksten er 3 tegn for lang. Grænsen er 1.000 tegn. "
        "Word viser 999. Hvert linjeskift fylder 2, når teksten sendes, så den fylder 1.003."
    )
    assert has_icon(counter(aalborg, DESCRIPTION))


def test_a_text_without_line_breaks_says_nothing_of_word(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("uden linjeskift")
    assert "Word" not in said(empty, DESCRIPTION)


def test_no_break_spaces_and_blank_lines_are_kept_as_they_are(empty: User) -> None:
    text = "10\u00a0kr.\n\n\n  indrykket – »ja«\n"
    empty.click(DESCRIPTION)
    empty.paste(text)
    assert empty.application.projects[0].description == text
    assert empty.area(DESCRIPTION).text() == text


def test_windows_line_breaks_are_taken_as_line_breaks(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste("et\r\nto\rtre")
    assert empty.application.projects[0].description == "et\nto\ntre"


def test_formatted_text_comes_in_as_plain_text(empty: User) -> None:
    data = QMimeData()
    data.setHtml("<p>Et <b>fedt</b> ord</p><img src='file:///etc/passwd'>")
    QApplication.clipboard().setMimeData(data)
    empty.click(DESCRIPTION)
    empty.control(Qt.Key.Key_V)
    assert empty.application.projects[0].description.strip().strip("\ufffc").strip() == "Et fedt ord"


def test_markup_in_a_text_comes_in_as_typed(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("<b>fed</b> & <img src=x>")
    assert empty.application.projects[0].description == "<b>fed</b> & <img src=x>"


def test_typing_in_the_middle_of_a_text_that_is_too_long_keeps_the_cursor(aalborg: User) -> None:
    area = aalborg.area(DESCRIPTION)
    aalborg.click(DESCRIPTION)
    cursor = area.textCursor()
    cursor.setPosition(10)
    area.setTextCursor(cursor)
    aalborg.keys("xyz")
    assert area.textCursor().position() == 13
    assert area.text()[10:13] == "xyz"
    assert marked_from(aalborg, DESCRIPTION) == utf16_length(area.text()) - 6  # line breaks count two characters each


def test_a_short_line_keeps_all_that_is_pasted(empty: User) -> None:
    empty.click("projects.0.name")
    empty.paste("Et meget langt navn. " * 400)
    assert empty.application.projects[0].name == "Et meget langt navn. " * 400


def test_required_contents_are_recognised_while_they_are_written(complete: User) -> None:
    complete.go_to("page.description")
    start_over(complete, "description")
    assert "Dækket" not in complete.texts()
    complete.paste("Alle 28 pladser er til andre kommuner.")
    assert "Dækket" in complete.texts()


def test_the_required_contents_stay_in_their_place_when_all_are_recognised(complete: User) -> None:
    complete.go_to("page.description")
    start_over(complete, "description")
    before = left_of_contents(complete)
    complete.paste(
        "Udvidelse med 8 nye pladser, nybyggeri. Målgruppen er voksne. 25 pct. er til rådighed for andre kommuner. "
        "Taksten bliver lavere end i dag. Der søges om lån på 15 mio. kr. i 2025 og 4 mio. kr. i 2026. "
        "Ibrugtagning i marts 2026."
    )
    assert "Ikke dækket" not in complete.texts()
    assert left_of_contents(complete) == before


def left_of_contents(user: User) -> set[int]:
    settle()
    return {label.x() for label in user.page.findChildren(QLabel) if re.match(r"[1-6]\. ", label.text())}
