"""Comparing two versions of a draft: field by field and word by word."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.merging.difference import Difference, differences
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.comparing.difference_list import NO_DIFFERENCES, DifferenceList
from botilbud_desktop.ui.comparing.difference_row import NOTHING_TO_SEE, SHOW_ALL, SHOW_LESS, DifferenceRow
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.comparing.grouping import grouped
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.notice_bar import Action
from tests.ui import drafts
from tests.ui.screen import texts_of
from tests.ui.small_window import SCREENS, dialogs, format_of, press_button, put, small_window
from tests.ui.test_danish_for_everyone import HOSTILE, assert_danish
from tests.ui.test_preview import picture
from tests.ui.user import focused, said_in, scroll_to, settle

SENTENCE = "Målgruppen er mennesker med et komplekst behov for støtte. "


@pytest.fixture
def holder(qtbot: QtBot) -> Iterator[QWidget]:
    yield from small_window(qtbot)


def listed(holder: QWidget, found: list[Difference]) -> DifferenceList:
    shown = put(DifferenceList(), holder)
    shown.show_differences(found, "Gemt", "Gendannet")
    settle()
    return shown


def difference(path: str, label: str, before: str, after: str) -> Difference:
    return Difference(field_path(path), label, before, after)


def many(count: int) -> list[Difference]:
    """Returns `count` differences in long texts, ten to a project."""
    return [
        difference(
            f"projects[{number // 10}].description",
            f"Projekt {number // 10 + 1} · Felt {number}",
            f"{number} før. {SENTENCE * 60}",
            f"{number} efter. {SENTENCE * 60}",
        )
        for number in range(count)
    ]


def changed_draft(form: Round) -> list[Difference]:
    """Returns differences of all kinds."""
    before = drafts.example("aalborg")
    after = with_value(before, field_path("case_number"), "2024-7")
    after = with_value(after, field_path("projects[1].loan.2026"), None)
    after = with_value(after, field_path("projects[0].description"), f"{SENTENCE * 50} Slut.")
    after = with_value(after, field_path("contacts.names"), HOSTILE)
    after = replace(after, projects=(*after.projects, replace(after.projects[0], id=drafts.uuid(9))))
    return list(differences(before, after, form))


# the list


def test_differences_stand_below_the_project_they_belong_to(holder: QWidget, form: Round) -> None:
    shown = listed(holder, changed_draft(form))
    said = said_in(shown)
    headings = [text for text in said if text in ("Journalnummer", "Projekt 1", "Projekt 2", "Projekt 3 · Tilføjet")]
    assert headings == ["Journalnummer", "Projekt 1", "Projekt 2", "Projekt 3 · Tilføjet"]
    assert said[said.index("Projekt 2") + 1 :][:3] == ["C. Lån i 2026", "20.700", NOT_STATED]
    assert {"Gemt", "Gendannet"} <= set(said)
    assert said[0].startswith("5 forskelle.")


def test_a_project_that_was_removed_is_not_taken_for_the_one_in_its_place() -> None:
    found = [
        difference("projects[0].name", "Projekt 1 · A. Projektets navn", "a", "b"),
        difference("projects[0]", "Projekt 1 · Slettet", "alt", ""),
    ]
    assert [group.heading for group in grouped(found)] == ["Projekt 1", "Projekt 1 · Slettet"]


def test_short_values_stand_side_by_side_and_long_ones_word_by_word(holder: QWidget) -> None:
    found = [
        difference("case_number", "Journalnummer", "2024-1", "2024-2"),
        difference("description", "Samlet beskrivelse", SENTENCE * 3 + "19", SENTENCE * 3 + "20"),
    ]
    shown = listed(holder, found)
    values = [label for label in shown.findChildren(QLabel) if label.text() in ("2024-1", "2024-2")]
    assert len({label.mapTo(shown, QPoint()).y() for label in values}) == 1
    boxes = shown.findChildren(DifferenceText)
    assert [format_of(boxes[0], "19").fontStrikeOut(), format_of(boxes[1], "20").fontUnderline()] == [True, True]
    assert boxes[0].mapTo(shown, QPoint()).y() == boxes[1].mapTo(shown, QPoint()).y()
    titles = [label for label in shown.findChildren(QLabel) if label.text() in ("Gemt", "Gendannet")]
    for title, text in zip(titles, boxes, strict=True):
        assert title.mapTo(shown, QPoint()).x() == text.mapTo(shown, QPoint()).x()


def test_a_list_that_becomes_taller_is_filled_to_its_foot(holder: QWidget, qtbot: QtBot) -> None:
    shown = listed(holder, many(120))
    bar = shown.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    few = len(shown.rows)
    assert few < 60
    holder.resize(holder.width(), holder.height() + 40 * shown.rows[0].height())
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert len(shown.rows) > few


def test_values_that_differ_in_spaces_alone_are_marked(holder: QWidget) -> None:
    shown = listed(holder, [difference("case_number", "Journalnummer", "2024 1", "2024  1")])
    assert len(shown.findChildren(DifferenceText)) == 2


def test_a_difference_that_cannot_be_seen_is_said(holder: QWidget) -> None:
    shown = listed(holder, [difference("contacts.emails", "E-mailadresser", "a b", "a b")])
    assert NOTHING_TO_SEE in said_in(shown)


def test_nothing_different_is_one_sentence(holder: QWidget) -> None:
    shown = listed(holder, [])
    assert said_in(shown) == [NO_DIFFERENCES]
    shown.show_differences(many(1), "a", "b")
    settle()
    assert NO_DIFFERENCES not in said_in(shown)
    assert "1 forskel." in said_in(shown)[0]


def test_each_difference_is_a_tab_stop_that_says_all_of_itself(holder: QWidget, form: Round) -> None:
    shown = listed(holder, changed_draft(form))
    shown.focus_first()
    assert shown.rows[0].hasFocus()
    assert shown.rows[0].accessibleName() == "Journalnummer. Gemt: 2024-005657. Gendannet: 2024-7."
    seen = [shown.rows[0]]
    for _press in range(40):
        QTest.keyClick(focused(holder), Qt.Key.Key_Tab)
        settle()
        focus = QApplication.focusWidget()
        if focus in shown.rows and focus not in seen:
            seen.append(next(row for row in shown.rows if row is focus))
            assert not seen[-1].visibleRegion().isEmpty()
    assert seen == shown.rows
    assert len(seen) == 5


def test_the_whole_text_is_shown_when_asked_for_and_shortened_again(holder: QWidget) -> None:
    shown = listed(holder, [many(1)[0]])
    text = shown.findChildren(DifferenceText)[0]
    assert "tegn uændret" in text.toPlainText()
    link = visible_link(shown, SHOW_ALL)
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    settle()
    assert text.toPlainText() == many(1)[0].before
    assert visible_link(shown, SHOW_LESS).hasFocus()
    QTest.mouseClick(visible_link(shown, SHOW_LESS), Qt.MouseButton.LeftButton)
    settle()
    assert "tegn uændret" in text.toPlainText()
    assert visible_link(shown, SHOW_ALL).isVisible()


def visible_link(shown: QWidget, words: str) -> LinkButton:
    (link,) = (link for link in shown.findChildren(LinkButton) if link.words() == words and link.isVisible())
    return link


def test_only_what_is_near_the_view_is_built_and_scrolling_brings_all_in_order(holder: QWidget) -> None:
    found = many(120)
    shown = listed(holder, found)
    assert 2 <= len(shown.rows) < 30
    bar = shown.area.verticalScrollBar()
    for _turn in range(200):
        if len(shown.rows) == len(found):
            break
        bar.setValue(bar.maximum())
        settle()
    names = [row.accessibleName() for row in shown.rows]
    assert [int(re.findall(r"Felt (\d+)", name)[0]) for name in names] == list(range(120))
    bar.setValue(bar.maximum())
    settle()
    assert not shown.rows[-1].visibleRegion().isEmpty()


def test_arrow_keys_scroll_the_list_also_from_a_text_that_is_wholly_shown(holder: QWidget) -> None:
    shown = listed(holder, many(6))
    text = shown.findChildren(DifferenceText)[0]
    assert not text.has_more
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    settle()
    assert shown.area.verticalScrollBar().value() > 0


# the dialog


def opened(holder: QWidget, found: list[Difference], *actions: Action) -> CompareDialog:
    dialog = CompareDialog(holder, "Sammenlign", "Her er forskellene.", "Gemt", "Gendannet", found, actions)
    dialog.open()
    settle()
    return dialog


def test_the_dialog_begins_in_the_list_and_escape_closes_it(holder: QWidget, form: Round) -> None:
    dialog = opened(holder, changed_draft(form))
    assert dialog.differences.rows[0].hasFocus()
    QTest.keyClick(focused(holder), Qt.Key.Key_Escape)
    settle()
    assert dialogs(holder) == []


def test_escape_closes_it_from_within_a_text(holder: QWidget) -> None:
    dialog = opened(holder, many(2))
    text = dialog.findChildren(DifferenceText)[0]
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Escape)
    settle()
    assert dialogs(holder) == []


def test_an_action_closes_the_dialog_and_is_done_once(holder: QWidget) -> None:
    done: list[int] = []
    dialog = opened(holder, many(2), ("Gendan ændringerne", lambda: done.append(len(dialogs(holder)))))
    press_button(dialog, "Gendan ændringerne")
    assert done == [0]
    dialog = opened(holder, many(2), ("Gendan ændringerne", lambda: done.append(1)))
    press_button(dialog, "Luk")
    assert (done, dialogs(holder)) == ([0], [])


def test_enter_while_reading_never_does_anything_to_the_draft(holder: QWidget) -> None:
    done: list[str] = []
    opened(holder, many(2), ("Gendan ændringerne", lambda: done.append("gendannet")))
    QTest.keyClick(focused(holder), Qt.Key.Key_Return)
    settle()
    assert done == []
    assert dialogs(holder) == []


def test_a_focused_action_is_done_with_enter(holder: QWidget) -> None:
    done: list[str] = []
    dialog = opened(holder, many(1), ("Gendan ændringerne", lambda: done.append("gendannet")))
    button = dialog.findChildren(QPushButton)[0]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    settle()
    assert done == ["gendannet"]


def test_the_dialog_is_danish_and_all_its_labels_are_plain_text(holder: QWidget, form: Round) -> None:
    dialog = opened(holder, changed_draft(form), (HOSTILE, lambda: None))
    dialog.setWindowTitle("Sammenlign")
    labels = [label for label in dialog.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert HOSTILE in [text.toPlainText() for text in dialog.findChildren(DifferenceText)]
    assert HOSTILE.replace("&", "&&") in [button.text() for button in dialog.findChildren(QPushButton)]
    assert not any(widget.toolTip() for widget in dialog.findChildren(QWidget))
    assert assert_danish(text.replace(HOSTILE, "").replace(HOSTILE.replace("&", "&&"), "") for text in texts_of(dialog))
    dialog.reject()


@pytest.mark.parametrize("size", SCREENS)
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(holder: QWidget, form: Round, size: tuple[int, int]) -> None:
    actions: tuple[Action, ...] = (("Gendan ændringerne", lambda: None), ("Behold den gemte kladde", lambda: None))
    dialog = opened(holder, changed_draft(form), *actions)
    dialog.resize(QSize(*size))
    settle()
    assert dialog.size() == QSize(*size)
    area = dialog.differences.area
    assert area.horizontalScrollBar().maximum() == 0
    for widget in dialog.findChildren(QWidget):
        if isinstance(widget, QLabel) and widget.isVisible():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
        if isinstance(widget, QPushButton):
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
        if isinstance(widget, DifferenceText) and not widget.has_more:
            assert widget.document().size().height() <= widget.viewport().height()
    content = area.widget()
    assert content is not None
    for row in dialog.differences.rows:
        scroll_to(row)
        assert row.mapTo(content, QPoint(row.width(), 0)).x() <= area.viewport().width()
    assert area.viewport().height() >= 240
    dialog.reject()


def test_the_focus_is_seen_as_a_ring_of_two_pixels_around_a_row(holder: QWidget) -> None:
    rows = listed(holder, many(2)).findChildren(DifferenceRow)
    rows[0].setFocus()
    settle()
    ring = state_colour(State.INFORMATION, rows[0].palette()).name()
    for row, expected in ((rows[0], True), (rows[1], False)):
        image = picture(row)
        right, foot = image.width() - 1, image.height() - 1
        for at in (0, 1):
            sides = [(at, foot // 2), (right - at, foot // 2), (right // 2, at), (right // 2, foot - at)]
            assert [image.pixelColor(x, y).name() == ring for x, y in sides] == [expected] * 4
        assert image.pixelColor(2, foot // 2).name() != ring
