"""Writing: counts are explained and announced, pasted text is cleaned, unsafe characters are replaced on request."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.ui.fields.text.counts_popup import CountsPopup
from botilbud_desktop.ui.fields.text.text_field import LONGEST_RUN, TextField
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.theme import Theme, apply_theme
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import NOW
from tests.ui.user import User, said_in, settle

DESCRIPTION = "projects.0.description"
BROKEN = "Øst → vest\nmindst ≥ 5 <b> ć"
FROM_WORD = "Vi bygger:\n•\tbo\u00adliger\n•\thaver\x0btil alle"
CLEANED = "Vi bygger:\n- boliger\n- haver\ntil alle"


def field(user: User, name: str = DESCRIPTION) -> TextField:
    found = user.area(name).parentWidget()
    assert isinstance(found, TextField)
    return found


def link(user: User, name: str) -> LinkButton:
    return user.widget(name, LinkButton)


def listed_lines(user: User) -> list[str]:
    """Returns the lines of the list below the description."""
    return [each.words() for each in user.links(field(user)) if each.words().startswith("Linje")]


def buttons(user: User) -> list[str]:
    return [button.text() for button in field(user).findChildren(QPushButton) if button.isVisible()]


def write_broken(user: User) -> None:
    user.click(DESCRIPTION)
    user.keys(BROKEN)
    user.press(Qt.Key.Key_Tab)


def test_the_three_counts_are_explained_in_a_popup_that_moves_nothing(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("første\nanden")
    before = empty.area(DESCRIPTION).geometry(), field(empty).geometry()
    empty.click(link(empty, f"{DESCRIPTION}.counts"))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CountsPopup)
    texts = said_in(popup)
    assert [text for text in texts if text.isdigit()] == ["11", "12", "13"]
    assert {"Word", "Webformularen", "Når du sender"} <= set(texts)
    assert "Word: 11." in popup.accessibleName()
    assert (empty.area(DESCRIPTION).geometry(), field(empty).geometry()) == before
    empty.press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is link(empty, f"{DESCRIPTION}.counts")


def test_the_popup_of_the_counts_opens_below_its_link_or_above_where_the_screen_ends(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("ord")
    empty.press(Qt.Key.Key_Tab)
    settle()
    opener = link(empty, f"{DESCRIPTION}.counts")
    screen = opener.screen().availableGeometry()
    for is_low in (False, True):
        where = opener.mapTo(empty.window, QPoint(0, 0))
        top = (screen.bottom() - 40 if is_low else screen.top() + 40) - where.y()
        empty.window.move(screen.left(), top)
        settle()
        empty.click(opener)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        edge = opener.mapToGlobal(QPoint(0, 0)).y()
        if is_low:
            assert popup.y() + popup.height() == pytest.approx(edge - UNIT, abs=2)  # some systems add a frame
        else:
            assert popup.y() == pytest.approx(edge + opener.height() + UNIT, abs=2)
        assert screen.left() <= popup.x() <= screen.right() - popup.width()
        empty.press(Qt.Key.Key_Escape)


def test_characters_that_break_are_listed_with_place_and_suggestion_once_the_field_is_left(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys(BROKEN)
    assert listed_lines(empty) == []
    empty.press(Qt.Key.Key_Tab)
    assert listed_lines(empty) == [
        "Linje 1, tegn 5: pil mod højre (U+2192)",
        "Linje 2, tegn 8: større end eller lig med (U+2265)",
        "Linje 2, tegn 12: »<« lige før et bogstav",
        "Linje 2, tegn 16: bogstavet ć (U+0107)",
    ]
    assert buttons(empty) == [
        "Erstat med »->«",
        "Erstat med »mindst«",
        "Sæt mellemrum ind",
        "Erstat med »c«",
        "Erstat alle",
    ]
    assert empty.value(DESCRIPTION) == BROKEN


def test_each_line_leads_to_its_place(empty: User) -> None:
    write_broken(empty)
    empty.click(link(empty, f"{DESCRIPTION}.place.1"))
    assert QApplication.focusWidget() is empty.area(DESCRIPTION)
    assert empty.area(DESCRIPTION).textCursor().selectedText() == "≥"
    assert empty.value(DESCRIPTION) == BROKEN


def test_one_place_is_replaced_and_one_ctrl_z_takes_it_back(empty: User) -> None:
    write_broken(empty)
    empty.click(field(empty).findChildren(QPushButton)[0])
    assert empty.value(DESCRIPTION) == BROKEN.replace("→", "->")
    assert empty.area(DESCRIPTION).text() == BROKEN.replace("→", "->")
    assert QApplication.focusWidget() is empty.area(DESCRIPTION)
    assert len(listed_lines(empty)) == 3
    empty.undo()
    assert empty.value(DESCRIPTION) == BROKEN


@pytest.mark.parametrize(("character", "replacement"), [("→", "->"), ("\U0001f600", ""), ("\ufffd", "")])
def test_the_cursor_stands_behind_what_was_replaced(empty: User, character: str, replacement: str) -> None:
    empty.click(DESCRIPTION)
    empty.paste(f"Øst{character}vest")
    empty.press(Qt.Key.Key_Tab)
    empty.click(f"{DESCRIPTION}.replace.0")
    assert empty.value(DESCRIPTION) == f"Øst{replacement}vest"
    assert empty.area(DESCRIPTION).textCursor().position() == len(f"Øst{replacement}")


def test_all_that_keep_their_meaning_are_replaced_at_once_as_one_step(empty: User) -> None:
    write_broken(empty)
    empty.click(f"{DESCRIPTION}.replace_all")
    assert empty.value(DESCRIPTION) == "Øst -> vest\nmindst mindst 5 < b> ć"
    assert listed_lines(empty) == ["Linje 2, tegn 22: bogstavet ć (U+0107)"]
    empty.undo()
    assert empty.value(DESCRIPTION) == BROKEN
    assert len(listed_lines(empty)) == 4


def test_a_mended_text_has_no_list_and_a_long_one_says_how_many_more(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste("→" * 50)
    empty.press(Qt.Key.Key_Tab)
    assert len(listed_lines(empty)) == 6
    assert "og 44 steder mere" in said_in(field(empty))
    empty.click(f"{DESCRIPTION}.replace_all")
    assert empty.value(DESCRIPTION) == "->" * 50
    assert listed_lines(empty) == []


def test_a_frozen_text_is_listed_and_not_replaced(open_draft: OpenDraft, empty: User) -> None:
    write_broken(empty)
    frozen = open_draft(approved(empty.application, "Åse", NOW))
    frozen.controller.reveal_everything()
    settle()
    assert len(listed_lines(frozen)) == 4
    assert buttons(frozen) == []


def test_what_word_brings_along_is_cleaned_and_said_below_the_field(empty: User) -> None:
    before = empty.area(DESCRIPTION).geometry()
    empty.click(DESCRIPTION)
    empty.paste(FROM_WORD)
    assert empty.value(DESCRIPTION) == CLEANED
    said = "Særlige tegn i den indsatte tekst er erstattet eller fjernet: "
    said += "1 særligt linjeskift, 1 blød bindestreg og 2 punkttegn."
    assert said in said_in(field(empty))
    assert empty.area(DESCRIPTION).geometry() == before
    empty.undo()
    assert empty.value(DESCRIPTION) == ""
    assert said not in said_in(field(empty))


def test_the_raw_text_can_be_put_in_instead(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("😀 før  efter")
    cursor = empty.area(DESCRIPTION).textCursor()
    cursor.setPosition(7)
    empty.area(DESCRIPTION).setTextCursor(cursor)
    empty.paste(FROM_WORD)
    empty.keys("!")
    assert empty.value(DESCRIPTION) == f"😀 før {CLEANED}! efter"
    empty.click(link(empty, f"{DESCRIPTION}.paste_raw"))
    assert empty.value(DESCRIPTION) == f"😀 før {FROM_WORD}! efter"
    assert empty.area(DESCRIPTION).text() == f"😀 før {FROM_WORD}! efter"
    empty.undo()
    assert empty.value(DESCRIPTION) == f"😀 før {CLEANED}! efter"


def test_text_that_is_plain_is_pasted_without_a_word(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.paste("Almindelig »tekst« – 10\u00a0kr.")
    assert not any("almindelige tegn" in text for text in said_in(field(empty)))


def test_a_list_of_a_web_page_keeps_its_hyphens(empty: User) -> None:
    data = QMimeData()
    data.setHtml("<ul><li>Boliger</li><li><b>Haver</b></li></ul>")
    QApplication.clipboard().setMimeData(data)
    empty.click(DESCRIPTION)
    empty.control(Qt.Key.Key_V)
    assert str(empty.value(DESCRIPTION)).strip() == "- Boliger\n- Haver"


def test_typed_and_opened_text_is_never_cleaned(empty: User, open_draft: OpenDraft) -> None:
    empty.click(DESCRIPTION)
    empty.keys("• a\u00adb\u200b  \nc")
    typed = empty.application
    assert typed.projects[0].description == "• a\u00adb\u200b  \nc"
    again = open_draft(typed)
    again.click(DESCRIPTION)
    again.press(Qt.Key.Key_Tab)
    assert again.application == typed


def test_the_count_is_announced_once_after_a_pause_and_not_while_typing(empty: User) -> None:
    heard: list[str] = []
    empty.click(DESCRIPTION)
    field(empty).announcer.announced.connect(heard.append)
    empty.keys("Tre")
    empty.keys(" ord til")
    (pause,) = field(empty).announcer.findChildren(QTimer)
    assert not pause.isActive()  # far from the limit
    empty.paste("a" * 900)
    empty.keys("b")
    assert heard == []
    (pause,) = field(empty).announcer.findChildren(QTimer)
    assert pause.isActive()
    assert pause.interval() >= 500
    pause.stop()
    pause.timeout.emit()
    assert heard == ["Du har 88 tegn tilbage af 1.000."]


def test_crossing_the_limit_is_said_once(empty: User) -> None:
    heard: list[str] = []
    empty.click(DESCRIPTION)
    field(empty).announcer.announced.connect(heard.append)
    empty.paste("a" * 1000)
    assert heard == []
    empty.keys("bcd")
    assert heard == ["Du har nået grænsen. Det, du skriver nu, er for meget."]
    for _key in range(3):
        empty.press(Qt.Key.Key_Backspace)
    empty.keys("e")
    assert len(heard) == 2


def test_what_is_left_is_heard_with_the_field(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("Tre ord")
    empty.press(Qt.Key.Key_Tab)
    empty.click(DESCRIPTION)
    assert empty.area(DESCRIPTION).accessibleDescription() == "Du har 993 tegn tilbage af 1.000."


def test_a_long_run_of_typing_is_taken_back_in_pieces_that_end_with_words(empty: User) -> None:
    text = "ord " * (LONGEST_RUN // 2)
    empty.click(DESCRIPTION)
    empty.keys(text)
    empty.undo()
    left = str(empty.value(DESCRIPTION))
    assert LONGEST_RUN <= len(left) < len(text)
    assert left.endswith(" ")
    while empty.controller.editor.can_undo:
        empty.undo()
    assert empty.value(DESCRIPTION) == ""


@pytest.mark.parametrize("away", ["page", "theme", "save", "full window"])
def test_undo_survives(empty: User, away: str) -> None:
    empty.click(DESCRIPTION)
    empty.keys("et")
    _go_away_and_back(empty, away)
    empty.click(DESCRIPTION)
    empty.press(Qt.Key.Key_End)
    empty.keys(" to")
    assert empty.value(DESCRIPTION) == "et to"
    empty.undo()
    if empty.value(DESCRIPTION) != "":
        assert empty.value(DESCRIPTION) == "et"
        empty.undo()
    assert empty.area(DESCRIPTION).text() == ""
    while empty.controller.editor.can_redo:
        empty.redo()
    assert empty.area(DESCRIPTION).text() == "et to"


def _go_away_and_back(user: User, away: str) -> None:
    if away == "page":
        user.go_to("page.contacts")
        user.go_to("page.project.0")
    elif away == "theme":
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        for theme in (Theme.DARK, Theme.SYSTEM):
            apply_theme(application, theme)
            settle()
    elif away == "save":
        user.save()
    else:
        user.press(Qt.Key.Key_F11)
        user.press(Qt.Key.Key_F11)


def test_the_links_below_are_reached_with_tab(empty: User) -> None:
    empty.click(DESCRIPTION)
    names = []
    for _key in range(3):
        empty.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        names.append(focus.objectName())
    assert names == [f"{DESCRIPTION}.{link}" for link in ("counts", "shorter", "full_window")]
