"""Making a text shorter, what uses its characters, and how hard it is to read: the dialog about one text."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.ui.fields.text.marks import Layer
from botilbud_desktop.ui.text_help.text_help_dialog import Tab, TextHelpDialog
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_full_window import full, write_alone
from tests.ui.user import User, said_in, settle

SHORTER, READABILITY = "Gø&r teksten kortere …", "Læs&barhed …"
LONG = (
    "Pladserne  oprettes med henblik på at give ro, såfremt lånet opnås.\n\n"
    "Behovet for nye pladser er stort i hele regionen. Det koster 22.900.000 kr. i alt.\n"
    "Behovet for nye pladser er stort i hele regionen."
)
SHORT = (
    "Pladserne oprettes for at give ro, hvis lånet opnås.\n\n"
    "Behovet for nye pladser er stort i hele regionen. Det koster 22,9 mio. kr. i alt.\n"
    "Behovet for nye pladser er stort i hele regionen."
)


@pytest.fixture
def user(open_draft: OpenDraft) -> User:
    user = open_draft(replace(drafts.complete(), description=LONG))
    user.go_to("page.description")
    return user


def dialog(user: User) -> TextHelpDialog:
    settle()
    shown = [one for one in user.window.findChildren(TextHelpDialog) if one.isVisible()]
    assert len(shown) == 1
    shown[0].activateWindow()
    settle()
    return shown[0]


def shorten(user: User) -> TextHelpDialog:
    user.click(user.widget("description.shorter", LinkButton))
    return dialog(user)


def words_of(rows: QListWidget) -> list[str]:
    return [rows.item(index).text() for index in range(rows.count())]


def row_with(rows: QListWidget, words: str) -> int:
    (found,) = [index for index, text in enumerate(words_of(rows)) if words in text]
    return found


def click_row(rows: QListWidget, index: int) -> None:
    rows.scrollToItem(rows.item(index))
    spot = rows.visualItemRect(rows.item(index)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    settle()


def marked(shown: TextHelpDialog) -> list[str]:
    return [one.cursor.selectedText() for one in shown.text.extraSelections()]


def test_the_ticked_are_applied_as_one_step_and_the_count_falls_by_what_was_said(user: User) -> None:
    shown = shorten(user)
    before = count_characters(LONG).submitted
    saved = before - count_characters(SHORT).submitted
    assert f"4 med flueben sparer {saved} tegn." in shown.shorter.sum.text()
    steps = user.controller.editor.steps
    user.click(shown.shorter.all_button)
    assert user.value("description") == shown.text.text() == SHORT
    assert user.controller.editor.steps == steps + 1
    assert f"Teksten er blevet {saved} tegn kortere." in shown.state.text()
    user.click(shown.close_button)
    user.window.activateWindow()
    settle()
    assert "Fortryd med Ctrl+Z." in user.notice_text()
    user.undo()
    assert user.value("description") == LONG


def test_nothing_is_changed_by_looking(user: User) -> None:
    shown = shorten(user)
    user.press(Qt.Key.Key_Down)
    user.click(shown.close_button)
    assert user.value("description") == LONG
    assert not user.controller.editor.can_undo


def test_only_the_chosen_one_is_applied_and_can_be_undone_in_the_dialog(user: User) -> None:
    shown = shorten(user)
    click_row(shown.shorter.rows, row_with(shown.shorter.rows, "»såfremt«"))
    user.click(shown.shorter.one_button)
    assert user.value("description") == LONG.replace("såfremt", "hvis")
    assert not any("»såfremt«" in words for words in words_of(shown.shorter.rows))
    user.click(shown.undo_button)
    assert user.value("description") == LONG
    assert not shown.undo_button.isEnabled()
    assert any("»såfremt«" in words for words in words_of(shown.shorter.rows))


def test_space_ticks_and_unticks_and_the_sum_follows(user: User) -> None:
    shown = shorten(user)
    assert QApplication.focusWidget() is shown.shorter.rows
    assert shown.shorter.sum.text().startswith("4 med flueben")
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Space)
    assert shown.shorter.sum.text().startswith("3 med flueben")
    user.press(Qt.Key.Key_Space)
    assert shown.shorter.sum.text().startswith("4 med flueben")


def test_a_sentence_that_stands_twice_and_a_blank_line_are_offered_without_a_tick(user: User) -> None:
    rows = shorten(user).shorter.rows
    for words in ("Sætningen går ud, for den står også et andet sted i teksten", "Tomme linjer mellem afsnit går ud"):
        item = rows.item(row_with(rows, words))
        assert item.flags() & Qt.ItemFlag.ItemIsUserCheckable
        assert item.checkState() is Qt.CheckState.Unchecked


def test_what_saves_most_comes_first_and_blanks_of_one_kind_are_one_row(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description="Et  ord, såfremt  det  er med henblik på at ro."))
    user.go_to("page.description")
    rows = shorten(user).shorter.rows
    assert [words.split("\n", 1)[0] for words in words_of(rows)] == [
        "»med henblik på at« bliver til »for at«",
        "»såfremt« bliver til »hvis«",
        "Mellemrum, der ikke betyder noget, går ud",
    ]
    assert words_of(rows)[2].endswith("Sparer 3 tegn, 3 steder")


def test_the_place_is_marked_in_the_text_and_shown_in_the_field(user: User) -> None:
    shown = shorten(user)
    click_row(shown.shorter.rows, row_with(shown.shorter.rows, "»med henblik på at«"))
    assert marked(shown) == ["med henblik på at"]
    user.click(shown.show_button)
    area = user.area("description")
    assert user.window.focusWidget() is area
    assert area.textCursor().selectedText() == "med henblik på at"


def test_it_says_what_is_still_too_much(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description="Der oprettes pladser, såfremt. " * 200))
    user.go_to("page.description")
    shown = shorten(user)
    assert shown.state.text() == "Nu er der 2.200 tegn for meget."
    assert "Så er der 1.599 tegn for meget." in shown.shorter.sum.text()


def test_paragraphs_and_required_contents_are_listed_by_what_they_use(user: User) -> None:
    shown = shorten(user)
    shown.tabs.setCurrentIndex(Tab.USES)
    listed = words_of(shown.uses.rows)
    used = [int(words.split(" tegn")[0].replace(".", "")) for words in listed]
    assert used == sorted(used, reverse=True)
    assert sum("Afsnit" in words for words in listed) == 3
    total = count_characters(LONG).submitted
    paragraphs = [number for number, words in zip(used, listed, strict=True) if "Afsnit" in words]
    assert sum(paragraphs) == total
    contents = [one for one in user.view.assessment.contents if one.spans]
    assert sum("Punkt" in words for words in listed) == len(contents)
    click_row(shown.uses.rows, row_with(shown.uses.rows, "Afsnit 1"))
    assert marked(shown) == [LONG.split("\n", maxsplit=1)[0]]


def test_the_command_opens_readability_and_a_short_text_has_no_figure(user: User) -> None:
    user.click("description")
    user.use_menu(READABILITY)
    shown = dialog(user)
    assert shown.tabs.currentIndex() == Tab.READING
    assert "for kort til et lixtal" in shown.reading.figure.text()


def test_readability_names_the_figure_the_long_sentences_and_the_passives(open_draft: OpenDraft) -> None:
    text = f"Boligerne opføres og indrettes i 2026. Her er {'nye pladser og ' * 20}mere. " * 3
    user = open_draft(replace(drafts.complete(), description=text))
    user.go_to("page.description")
    user.use_menu(READABILITY)
    shown = dialog(user)
    assert shown.reading.figure.text().startswith("Lixtal ")
    click_row(shown.reading.rows, 3)
    assert "Flere udsagnsord i passiv: »opføres«, »indrettes«" in words_of(shown.reading.rows)[3]
    assert marked(shown) == ["opføres", "indrettes"]


def test_without_a_text_on_the_page_the_description_is_meant(user: User) -> None:
    user.go_to("page.check")
    user.use_menu(SHORTER)
    assert dialog(user).text.text() == LONG


def test_in_the_full_window_its_text_is_meant_and_the_place_is_shown_there(user: User) -> None:
    area = write_alone(user, "description")
    user.use_menu(SHORTER)
    shown = dialog(user)
    assert shown.text.text() == LONG
    click_row(shown.shorter.rows, row_with(shown.shorter.rows, "»såfremt«"))
    user.click(shown.show_button)
    assert full(user).field.input is area
    assert area.textCursor().selectedText() == "såfremt"


def test_an_approved_draft_is_only_looked_at(user: User, questions: RecordedQuestions) -> None:
    user.go_to("page.approve")
    user.write("approve.name", "Åse")
    questions.will_answer("approve")
    user.click("approve.approve")
    assert user.view.read_only
    user.use_menu(SHORTER)
    shown = dialog(user)
    assert not shown.shorter.all_button.isEnabled()
    assert not shown.shorter.one_button.isEnabled()


def test_closing_the_draft_closes_the_dialog(user: User) -> None:
    shown = shorten(user)
    user.window.show_start()
    settle()
    assert not [one for one in user.window.findChildren(TextHelpDialog) if one.isVisible()]
    del shown


def test_marks_of_the_dialog_stand_in_their_layer(user: User) -> None:
    shown = shorten(user)
    shown.text.marks.clear(Layer.PASSAGE)
    assert marked(shown) == []


def test_in_a_narrow_window_the_list_stands_below_the_text(user: User) -> None:
    shown = shorten(user)
    shown.resize(1100, 700)
    settle()
    beside = shown.tabs.mapTo(shown, QPoint(0, 0))
    assert beside.x() > shown.text.mapTo(shown, QPoint(0, 0)).x()
    shown.resize(480, 700)
    settle()
    below = shown.tabs.mapTo(shown, QPoint(0, 0))
    assert below.y() > shown.text.mapTo(shown, QPoint(0, 0)).y()
    assert isinstance(shown.close_button, QPushButton)


def test_of_a_text_without_words_nothing_is_said(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description=""))
    user.go_to("page.description")
    user.use_menu(READABILITY)
    shown = dialog(user)
    empty = "Der er ingen ord i teksten endnu."
    assert shown.shorter.sum.text() == empty
    assert [text for text in said_in(shown.reading) if text] == [empty]


def test_figures_are_written_as_others_and_small_parts_are_not_none(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description="Kort.\n" + "ordet " * 2_500 + "slut."))
    user.go_to("page.description")
    user.use_menu(READABILITY)
    shown = dialog(user)
    assert shown.reading.figure.text().startswith("Lixtal 1.251: ")
    assert any(words.startswith("7 tegn (under 1 pct.)") for words in words_of(shown.uses.rows))
