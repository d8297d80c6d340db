"""How the required contents are judged: shown on the page and in the full window, marked in the text, overruled."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import ContentVerdict
from botilbud_desktop.rules.text_results import Coverage
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.pages.contents.wording import CAVEAT, coverage_colour
from botilbud_desktop.ui.pages.required_contents import RequiredContents
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.writing.full_window import FullWindow
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.judged import NOT_SURE, NOT_THERE, marked, use_made_up_rules
from tests.ui.keeping import NOW
from tests.ui.user import User, said_in, settle

SURE, UNSURE = "Til målgruppen hører unge.", "Det er måske halvdelen."
TEXT = f"{SURE} Noget andet.\n{UNSURE}"


@pytest.fixture
def user(open_draft: OpenDraft, monkeypatch: pytest.MonkeyPatch) -> User:
    """A user on the page of a description of which the first content is covered and the second uncertain."""
    use_made_up_rules(monkeypatch)
    user = open_draft(replace(drafts.complete(), description=TEXT))
    user.go_to("page.description")
    return user


def on_page(user: User) -> tuple[RequiredContents, TextInput]:
    (contents,) = user.page.findChildren(RequiredContents)
    return contents, user.area("description")


def in_full_window(user: User) -> tuple[RequiredContents, TextInput]:
    user.click("description")
    user.press(Qt.Key.Key_F11)
    (full,) = (one for one in user.window.findChildren(FullWindow) if one.isVisible())
    (contents,) = full.findChildren(RequiredContents)
    return contents, full.field.input


PLACES = pytest.mark.parametrize("place", [on_page, in_full_window])
Place = Callable[[User], tuple[RequiredContents, TextInput]]


def open_point(user: User, contents: RequiredContents, number: int) -> QWidget:
    user.click(contents.points[number - 1].link)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


def buttons(popup: QWidget) -> list[str]:
    return [button.text() for button in popup.findChildren(QPushButton) if button.isVisible()]


def press(user: User, contents: RequiredContents, number: int, words: str) -> None:
    popup = open_point(user, contents, number)
    (button,) = (one for one in popup.findChildren(QPushButton) if one.text() == words)
    user.click(button)
    assert QApplication.activePopupWidget() is None


@PLACES
def test_each_point_has_its_state_in_an_icon_and_a_word(user: User, place: Place) -> None:
    contents, _area = place(user)
    words = [one.text() for one in contents.findChildren(QLabel) if one.text() in ("Dækket", "Usikker", "Ikke dækket")]
    assert words == ["Dækket", "Usikker", *["Ikke dækket"] * 4]
    assert CAVEAT in said_in(contents)
    assert "ministeriet" in CAVEAT


def test_only_what_is_certain_is_green() -> None:
    palette = QPalette()
    green = state_colour(State.DONE, palette)
    assert [one for one in Coverage if coverage_colour(one, palette) == green] == [Coverage.COVERED]


@PLACES
def test_the_reason_is_told_on_demand_and_to_screen_readers(user: User, place: Place) -> None:
    contents, _area = place(user)
    names = [point.link.accessibleName() for point in contents.points]
    titles = [point.link.words() for point in contents.points]
    assert names[0] == f"{titles[0]}. Dækket."
    assert names[1] == f"{titles[1]}. Usikker. {NOT_SURE}"
    assert names[2] == f"{titles[2]}. Ikke dækket. {NOT_THERE}"
    assert NOT_SURE not in said_in(contents)
    popup = open_point(user, contents, 2)
    assert f"Usikker. {NOT_SURE}" in said_in(popup)
    assert contents.points[1].content.text in said_in(popup)
    assert NOT_SURE in popup.accessibleName()
    user.press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is contents.points[1].link


@PLACES
def test_the_sentence_is_marked_on_demand_and_until_asked_again(user: User, place: Place) -> None:
    contents, area = place(user)
    press(user, contents, 2, "Vis i teksten")
    assert marked(area) == [UNSURE]
    assert QApplication.focusWidget() is area
    assert area.textCursor().position() == TEXT.index(UNSURE)
    press(user, contents, 1, "Vis i teksten")
    assert marked(area) == [SURE]
    press(user, contents, 1, "Skjul markeringen")
    assert marked(area) == []


def test_a_point_without_a_sentence_has_nothing_to_show(user: User) -> None:
    contents, _area = on_page(user)
    assert buttons(open_point(user, contents, 3)) == ["Det er dækket", "Det er ikke dækket"]
    user.press(Qt.Key.Key_Escape)


def test_a_sentence_far_down_is_scrolled_to_and_several_are_counted(
    open_draft: OpenDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_made_up_rules(monkeypatch)
    long = "Ord.\n" * 300
    user = open_draft(replace(drafts.complete(), description=f"{long}😀 {UNSURE}\n{long}{UNSURE}"))
    user.go_to("page.description")
    contents, area = on_page(user)
    press(user, contents, 2, "Vis i teksten (2 steder)")
    assert marked(area) == [f"😀 {UNSURE}", UNSURE]
    assert area.viewport().rect().contains(area.cursorRect())
    assert area.textCursor().block().text() == f"😀 {UNSURE}"


@PLACES
def test_the_mark_follows_what_is_typed_and_goes_with_its_sentence(user: User, place: Place) -> None:
    contents, area = place(user)
    press(user, contents, 2, "Vis i teksten")
    cursor = area.textCursor()
    cursor.setPosition(0)
    area.setTextCursor(cursor)
    user.keys("Nyt. ")
    assert marked(area) == [UNSURE]
    user.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    user.press(Qt.Key.Key_Left)
    user.keys(" af dem")
    assert marked(area) == ["Det er måske halvdelen af dem."]
    for _character in range(len("måske halvdelen af dem")):
        user.press(Qt.Key.Key_Backspace)
    assert marked(area) == []
    user.keys("måske nu")
    assert marked(area) == []


def test_the_mark_is_gone_when_the_page_is_left(user: User) -> None:
    contents, area = on_page(user)
    press(user, contents, 1, "Vis i teksten")
    user.go_to("page.contacts")
    assert marked(area) == []


def test_nothing_moves_while_states_change(user: User) -> None:
    contents, area = on_page(user)
    before = (contents.geometry(), area.geometry(), [point.link.geometry() for point in contents.points])
    user.write("description", f"{UNSURE} {SURE}")
    user.write("description", "Intet.")
    assert (contents.geometry(), area.geometry(), [point.link.geometry() for point in contents.points]) == before
    full, area = in_full_window(user)
    before = (full.geometry(), area.geometry(), [point.link.geometry() for point in full.points])
    user.keys(f" {UNSURE} {SURE}")
    assert "Usikker" in said_in(full)
    assert (full.geometry(), area.geometry(), [point.link.geometry() for point in full.points]) == before


@PLACES
def test_the_users_own_verdict_stands_beside_the_programs_and_is_one_step(user: User, place: Place) -> None:
    contents, _area = place(user)
    press(user, contents, 3, "Det er dækket")
    assert user.application.judged_contents == {"3": ContentVerdict.COVERED}
    assert "Din vurdering: dækket" in said_in(contents)
    assert contents.points[2].link.accessibleName().endswith("Din vurdering: dækket.")
    assert "Ikke dækket" in contents.points[2].link.accessibleName()
    press(user, contents, 3, "Det er ikke dækket")
    assert "Din vurdering: ikke dækket" in said_in(contents)
    user.undo()
    assert user.application.judged_contents == {"3": ContentVerdict.COVERED}
    user.undo()
    assert user.application.judged_contents == {}
    assert "Din vurdering: dækket" not in said_in(contents)
    assert contents.isVisible()
    user.redo()
    press(user, contents, 3, "Brug programmets resultat")
    assert user.application.judged_contents == {}
    user.undo()
    assert user.application.judged_contents == {"3": ContentVerdict.COVERED}


def test_a_verdict_is_saved_with_the_draft(user: User) -> None:
    contents, _area = on_page(user)
    press(user, contents, 5, "Det er ikke dækket")
    user.save()
    assert user.path is not None
    assert '"5": "not_covered"' in user.path.read_text(encoding="utf-8")


def test_in_an_approved_draft_the_sentences_can_be_seen_and_nothing_judged(
    open_draft: OpenDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_made_up_rules(monkeypatch)
    draft = replace(drafts.complete(), description=TEXT, judged_contents={"2": ContentVerdict.COVERED})
    user = open_draft(approved(draft, "Åse", NOW))
    user.go_to("page.description")
    contents, area = on_page(user)
    assert "Din vurdering: dækket" in said_in(contents)
    popup = open_point(user, contents, 2)
    assert buttons(popup) == ["Vis i teksten"]
    assert "Din vurdering: dækket" in said_in(popup)
    user.press(Qt.Key.Key_Return)
    assert marked(area) == [UNSURE]


def test_the_keyboard_alone_is_enough(user: User) -> None:
    contents, area = on_page(user)
    area.setFocus()
    for _step in range(6):
        user.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is contents.points[1].link
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Tab)
    user.press(Qt.Key.Key_Tab)
    user.press(Qt.Key.Key_Space)
    assert user.application.judged_contents == {"2": ContentVerdict.COVERED}
    assert QApplication.focusWidget() is contents.points[1].link
    user.press(Qt.Key.Key_Space)
    user.press(Qt.Key.Key_Return)
    settle()
    assert marked(area) == [UNSURE]
