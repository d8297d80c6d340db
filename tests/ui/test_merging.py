"""The user merges two copies of a draft: nothing is decided by accident, and nothing is lost."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.merging.merge import Choice, merge, resolved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.merging.conflict_page import ConflictPage
from botilbud_desktop.ui.merging.summary_page import MOST_LISTED
from botilbud_desktop.ui.merging.wording import EMPTIED, NOTHING_PUT_TOGETHER, SEVERAL_EMPTIED
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui import two_copies
from tests.ui.merger import MINE, THEIRS, Merger, Open, open_merge
from tests.ui.user import focused, settle

__all__ = ["open_merge"]  # the fixture

MERGED = two_copies.LONG_MINE.replace("4. kvartal", "3. kvartal")
"""The merged text with my version of the sentence that both changed."""
ASK_AGAIN = "Vælg, hvad der skal stå, før du fletter."


@pytest.fixture
def three(open_merge: Open) -> Merger:
    return open_merge(two_copies.three_conflicts())


def test_the_opening_says_what_is_taken_and_how_many_conflicts_there_are(three: Merger) -> None:
    texts = three.texts()
    assert f"»{THEIRS}« bliver flettet ind i »{MINE}«." in texts
    assert "2 ændringer bliver taget med" in texts
    assert [text for text in texts if text.startswith("Der er 3 konflikter")]
    shown = [texts.index(text) for text in ("Telefonnumre", "99 31 31 31", "99 31 00 00")]
    assert shown == sorted(shown)
    assert "2024-009999" not in " ".join(texts)  # a change of mine is not listed as taken over: my copy has it already
    assert not three.dialog.back.isVisible()
    assert [text for text in texts if text.startswith("…")] == []


def test_without_conflicts_flet_finishes_at_once(open_merge: Open) -> None:
    person = open_merge(two_copies.no_conflicts())
    assert person.dialog.forward.text() == "&Flet"
    assert "I har ikke rettet det samme, så der er intet at vælge." in person.texts()
    whole = person.dialog.decisions.merge.merged
    person.go_on()
    assert person.merged == [whole]
    assert person.merged[0].case_number == "2024-009999"
    assert person.merged[0].contacts.phones == "99 31 00 00"


def test_a_number_that_the_other_emptied_is_taken_with_a_remark(open_merge: Open) -> None:
    base = two_copies.base()
    first, *others = base.projects
    emptied = replace(base, projects=(replace(first, loan={**first.loan, "2025": None}), *others))
    remarked = [EMPTIED in open_merge(merge(base, *sides)).texts() for sides in ((base, emptied), (emptied, base))]
    assert remarked == [True, False]  # what I emptied myself is no news


def test_several_emptied_numbers_are_told_as_several(open_merge: Open) -> None:
    base = two_copies.base()
    projects = tuple(replace(project, loan=dict.fromkeys(project.loan)) for project in base.projects)
    emptied = replace(base, projects=projects)
    texts = open_merge(merge(base, base, emptied)).texts()
    assert (EMPTIED in texts, SEVERAL_EMPTIED in texts) == (False, True)


def test_when_there_is_nothing_to_take_it_says_so(open_merge: Open) -> None:
    base = two_copies.base()
    person = open_merge(merge(base, two_copies.mine(), base))
    assert "Den anden udgave har ikke noget, som din mangler." in person.texts()
    person.go_on()
    assert person.merged == [two_copies.mine()]


def test_three_conflicts_are_decided_with_the_keyboard_alone(three: Merger) -> None:
    copies = three.dialog.decisions.merge
    three.press(Qt.Key.Key_Return)
    assert three.texts()[0] == "Konflikt 1 af 3 · Projekt 2 · C. Lån i 2026"
    assert focused(three.dialog) is three.conflict.group.buttons[Choice.MINE]
    three.press(Qt.Key.Key_Down)
    assert three.chosen() is Choice.THEIRS
    three.press(Qt.Key.Key_Return)
    assert three.texts()[0] == "Konflikt 2 af 3 · Samlet beskrivelse"
    three.press(Qt.Key.Key_Down)
    three.press(Qt.Key.Key_Down)
    assert three.chosen() is Choice.BOTH
    three.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(150)  # a button pressed by its mnemonic stays down for a moment
    three.press(Qt.Key.Key_Space)
    assert three.chosen() is Choice.MINE
    three.press(Qt.Key.Key_Enter)
    assert three.texts()[0] == "Sådan bliver teksterne"
    three.press(Qt.Key.Key_Enter)
    assert three.texts()[0] == "Dine valg"
    assert three.merged == []
    three.press(Qt.Key.Key_Return)
    choices = {0: Choice.THEIRS, 1: Choice.BOTH, 2: Choice.MINE}
    assert three.merged == [resolved(copies, choices)]
    both = f"{two_copies.SENTENCE_MINE} {two_copies.SENTENCE_THEIRS}"
    assert three.merged[0].description == MERGED.replace(two_copies.SENTENCE_MINE, both)
    assert three.merged[0].contacts.phones == "99 31 00 00"


@pytest.mark.parametrize(("letter", "choice"), [("M", Choice.MINE), ("A", Choice.THEIRS), ("B", Choice.BOTH)])
def test_each_choice_has_a_letter(three: Merger, letter: str, choice: Choice, qtbot: QtBot) -> None:
    three.go_on(2)
    three.press(getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: three.chosen() is choice)


def test_nothing_is_chosen_to_begin_with_and_going_through_chooses_nothing(three: Merger) -> None:
    for _conflict in range(3):
        three.press(Qt.Key.Key_Return)
        assert three.chosen() is None
    three.press(Qt.Key.Key_Return)
    three.press(Qt.Key.Key_Return)
    assert three.texts().count("Ikke valgt endnu") == 3
    assert "Du mangler at vælge 3 steder." in three.texts()
    assert three.dialog.decisions.choices == {}


def test_flet_leads_to_the_first_that_is_undecided_and_then_to_the_next(three: Merger) -> None:
    three.go_on(2)
    three.choose(Choice.THEIRS)
    three.go_on(3)
    assert three.dialog.forward.isEnabled()
    three.go_on()
    assert three.texts()[0].startswith("Konflikt 1 af 3")
    assert ASK_AGAIN in three.texts()
    assert three.merged == []
    three.choose(Choice.MINE)
    assert ASK_AGAIN not in three.texts()
    assert three.dialog.forward.text() == "&Næste"
    three.go_on()
    assert three.texts()[0].startswith("Konflikt 3 af 3"), "the second is decided"
    assert three.dialog.forward.text() == "Til o&versigten"
    three.go_on()
    assert three.summary
    three.go_on()
    assert three.texts()[0].startswith("Konflikt 3 af 3"), "it was passed over"
    three.choose(Choice.MINE)
    three.go_on(2)
    assert len(three.merged) == 1


def test_choices_survive_going_back_and_forth(three: Merger) -> None:
    three.go_on()
    three.choose(Choice.THEIRS)
    three.go_on()
    three.choose(Choice.BOTH)
    for _page in range(2):
        three.go_back()
    assert three.texts()[0] == "Flet to udgaver af kladden"
    three.go_on()
    assert three.chosen() is Choice.THEIRS
    assert focused(three.dialog) is three.conflict.group.buttons[Choice.THEIRS]
    three.go_on()
    assert three.chosen() is Choice.BOTH
    three.choose(Choice.MINE)
    assert three.dialog.decisions.choices == {0: Choice.THEIRS, 1: Choice.MINE}


def test_the_summary_leads_to_each_decision_and_back(three: Merger) -> None:
    for choice in (Choice.MINE, Choice.BOTH, Choice.THEIRS):
        three.go_on()
        three.choose(choice)
    three.go_on(2)
    assert "2 ændringer bliver taget med uden spørgsmål." in three.texts()
    assert "Behold min: 9.400" in three.texts()
    assert "Tag den andens: Bo Æbelø, økonomi" in three.texts()
    links = three.summary.findChildren(LinkButton)
    assert [link.accessibleName() for link in links] == [
        "Redigér Projekt 2 · C. Lån i 2026",
        "Redigér Samlet beskrivelse",
        "Redigér Kontaktoplysninger · Navn(e) og titel",
    ]
    three.click(links[1])
    assert three.texts()[0].startswith("Konflikt 2 af 3")
    assert three.chosen() is Choice.BOTH
    three.choose(Choice.THEIRS)
    assert three.dialog.forward.text() == "&Næste"
    three.go_on()
    assert three.dialog.station.is_texts, "the text is shown again as it is now"
    three.go_on()
    assert [text for text in three.texts() if text.startswith("Tag den andens: …")], three.texts()
    three.go_on()
    assert three.merged[0].description == MERGED.replace(two_copies.SENTENCE_MINE, two_copies.SENTENCE_THEIRS)


def test_both_can_be_kept_of_long_texts_alone(three: Merger) -> None:
    offered = []
    for _conflict in range(3):
        three.go_on()
        offered.append([button.text().replace("&", "") for button in three.conflict.findChildren(QRadioButton)])
    two = ["Behold min", "Tag den andens"]
    assert offered == [two, [*two, "Behold begge (den andens efter min)"], two]


def test_what_both_grew_out_of_is_shown_where_it_is_known(three: Merger, open_merge: Open) -> None:
    three.go_on()
    assert "Før: 8.900" in three.texts()
    three.dialog.reject()
    unknown = open_merge(two_copies.two_way())
    unknown.go_on()
    assert not [text for text in unknown.texts() if text.startswith("Før")]


@pytest.mark.parametrize("pages", [0, 1, 2, 4])
@pytest.mark.parametrize("how", ["escape", "cancel", "close"])
def test_leaving_in_any_other_way_tells_nothing_and_asks_nothing(open_merge: Open, pages: int, how: str) -> None:
    person = open_merge(two_copies.three_conflicts())
    for _page in range(pages):
        person.go_on()
        if isinstance(person.dialog.page, ConflictPage):
            person.choose(Choice.THEIRS)
    if how == "escape":
        person.press(Qt.Key.Key_Escape)
    elif how == "cancel":
        person.click(person.dialog.cancel)
    else:
        person.dialog.close()
    settle()
    assert person.results == [0]
    assert person.merged == []
    assert QApplication.activeModalWidget() is None


def test_the_dialog_is_gone_before_it_tells_what_came_of_it(open_merge: Open) -> None:
    person = open_merge(two_copies.no_conflicts())
    dialog = person.dialog
    happened: list[str] = []
    dialog.merged.connect(lambda _result: happened.append("still shown" if dialog.isVisible() else "closed"))
    dialog.destroyed.connect(lambda _gone: happened.append("destroyed"))
    person.go_on()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert happened == ["closed", "destroyed"]


def test_a_double_click_on_naeste_never_merges(three: Merger) -> None:
    for _conflict in range(3):
        three.go_on()
        three.choose(Choice.MINE)
    three.go_on()
    button = three.dialog.forward
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(button, left)
    settle()
    middle = QPointF(button.rect().center())
    second = QMouseEvent(QEvent.Type.MouseButtonDblClick, middle, QPointF(button.mapToGlobal(middle)), left, left, none)
    QApplication.sendEvent(button, second)
    QTest.mouseRelease(button, left)
    settle()
    assert three.merged == []
    assert three.summary
    three.go_on()
    assert len(three.merged) == 1


def test_a_key_held_down_goes_one_page(three: Merger) -> None:
    three.press(Qt.Key.Key_Return)
    for _repeat in range(9):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(focused(three.dialog), held)
    settle()
    assert three.texts()[0].startswith("Konflikt 1 af 3")


def test_without_a_common_origin_it_explains_and_asks_about_every_difference(open_merge: Open) -> None:
    person = open_merge(two_copies.two_way())
    assert [text for text in person.texts() if text.startswith("Programmet kan ikke se, hvad I begge begyndte med")]
    assert "Der er 8 forskelle." in person.texts()
    person.go_on()
    assert person.texts()[0].startswith("Forskel 1 af 8")


@pytest.mark.parametrize(("rest", "other"), [(Choice.MINE, Choice.THEIRS), (Choice.THEIRS, Choice.MINE)])
def test_the_rest_can_be_decided_at_once_and_keeps_what_was_decided(
    open_merge: Open, rest: Choice, other: Choice
) -> None:
    person = open_merge(two_copies.two_way())
    copies = person.dialog.decisions.merge
    person.go_on(2)
    buttons = _rest_buttons(person)
    assert [button.text().replace("&", "") for button in buttons.values()] == [
        "Behold min i resten (8)",
        "Tag den andens i resten (8)",
    ]
    person.choose(other)
    assert buttons[rest].text().endswith("(7)")
    person.click(buttons[rest])
    assert bool(person.page_of_texts.boxes) == (NOTHING_PUT_TOGETHER not in person.texts())
    person.go_on()
    assert person.summary
    assert "Ikke valgt endnu" not in person.texts()
    assert person.merged == [], "all is seen before it is merged"
    person.go_on()
    assert person.merged == [resolved(copies, {**dict.fromkeys(range(8), rest), 1: other})]
    assert person.merged[0].contacts == (copies.mine if rest is Choice.MINE else copies.theirs).contacts


def test_the_rest_is_offered_only_where_the_origin_is_not_known(three: Merger) -> None:
    three.go_on()
    assert not _rest_buttons(three)


def test_a_project_that_was_removed_is_decided_as_a_whole(open_merge: Open) -> None:
    person = open_merge(two_copies.removed_project())
    person.go_on()
    assert person.texts()[0] == "Konflikt 1 af 1 · Projekt 2 · Hele projektet"
    assert "Den ene har slettet projektet, og den anden har rettet i det." in person.texts()
    assert "Slettet" in person.texts()
    labels = [button.text().replace("&", "") for button in person.conflict.findChildren(QRadioButton)]
    assert labels == ["Behold min (slettet)", "Tag den andens"]
    person.choose(Choice.THEIRS)
    person.go_on(2)
    assert person.merged[0].projects[1] == two_copies.theirs().projects[1]


def test_it_says_what_becomes_of_an_approval(open_merge: Open) -> None:
    lapses = open_merge(two_copies.one_approved())
    assert [text for text in lapses.texts() if "så godkendelsen bortfalder. Den tidligere kvittering" in text]
    lapses.dialog.reject()
    copies = two_copies.one_approved()
    same = open_merge(merge(copies.base, copies.mine, replace(copies.mine, approvals=())))
    assert [text for text in same.texts() if "så godkendelsen gælder stadig." in text]
    same.dialog.reject()
    open_question = open_merge(merge(None, copies.mine, copies.theirs))
    assert [text for text in open_question.texts() if "medmindre indholdet bliver det samme." in text]
    open_question.go_on()
    open_question.choose(Choice.MINE)
    open_question.go_on()
    assert [text for text in open_question.texts() if "så godkendelsen gælder stadig." in text]


def test_hundreds_of_differences_are_counted_and_the_first_of_them_listed(open_merge: Open) -> None:
    person = open_merge(two_copies.many_differences(MOST_LISTED + 60))
    person.go_on()
    buttons = _rest_buttons(person)
    person.click(buttons[Choice.THEIRS])
    assert "… og 60 til." in person.texts()
    person.go_on()
    assert person.merged[0].projects == person.dialog.decisions.merge.theirs.projects


def _rest_buttons(person: Merger) -> dict[Choice, QAbstractButton]:
    """Returns the visible buttons that decide all remaining conflicts."""
    named = {choice: person.conflict.findChild(QPushButton, f"merge.rest.{choice}") for choice in Choice}
    return {
        choice: button for choice, button in named.items() if isinstance(button, QPushButton) and button.isVisible()
    }
