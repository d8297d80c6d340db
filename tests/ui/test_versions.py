"""»Tidligere versioner«: viewing, comparing, exporting, restoring and deleting, with real clicks and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.history.errors import HistoryNotDeletedError, HistoryNotReadError
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.comparing.difference_list import NO_DIFFERENCES
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.versions.contents import NOT_READABLE
from botilbud_desktop.ui.versions.version_item import VersionDelegate
from botilbud_desktop.ui.versions.version_view import FIRST
from botilbud_desktop.ui.versions.versions_dialog import (
    DELETED,
    NO_VERSIONS,
    READ_ONLY,
)
from tests.ui import drafts
from tests.ui.screen import texts_of
from tests.ui.small_window import SCREENS, dialogs, press_button, small_window
from tests.ui.test_danish_for_everyone import HOSTILE, assert_danish
from tests.ui.user import focused, said_in, settle
from tests.ui.version_reader import (
    CURRENT,
    ID,
    METTE,
    NOW,
    SAVED,
    FailingHistory,
    LongHistory,
    Opener,
    keep_some_versions,
)


@pytest.fixture
def holder(qtbot: QtBot) -> Iterator[QWidget]:
    yield from small_window(qtbot)


@pytest.fixture
def history(tmp_path: Path) -> FailingHistory:
    kept = FailingHistory(tmp_path / "versions", ID)
    keep_some_versions(kept)
    return kept


@pytest.fixture
def open_(holder: QWidget, form: Round, library: FormLibrary, tmp_path: Path) -> Iterator[Opener]:
    opener = Opener(holder, form, library, tmp_path)
    yield opener
    for dialog in dialogs(holder):
        dialog.close()
    assert dialogs(holder) == []
    assert opener.questions.all_answers_used()


# the list


def test_the_list_says_when_who_how_and_what_changed(open_: Opener, history: History) -> None:
    assert open_(history).lines() == [
        (
            "I dag kl. 11.58",
            "Flettet · Mette Ågesen, PC-17",
            "2 ændringer: Journalnummer, Projekt 1 · A. Projektets navn",
        ),
        ("I dag kl. 11.30–11.33", "Gemt automatisk 4 gange · Mette Ågesen, PC-17", "1 ændring: Interne noter"),
        ("I går kl. 12.00", "Gemt · Mette Ågesen, PC-17", "1 ændring: Journalnummer"),
        ("14.10.2026 kl. 12.00", "Åbnet · Jens <b>Ørsted</b>, PC-18", "Den første version"),
    ]


def test_the_dialog_begins_with_the_newest_version_beside_the_draft_as_it_is(open_: Opener, history: History) -> None:
    reader = open_(history)
    assert reader.dialog.versions.hasFocus()
    said = reader.said()
    assert {"I dag kl. 11.58", "Flettet · Mette Ågesen, PC-17", "Kladden nu"} <= set(said)
    assert {"2024-3", "2024-4", "22,9"} <= set(said)


def test_another_version_is_compared_when_it_is_clicked_or_reached_with_the_keys(
    open_: Opener, history: History
) -> None:
    reader = open_(history)
    reader.choose(2)
    assert {"I går kl. 12.00", "2024-2", "2024-4"} <= set(reader.said())
    reader.press(Qt.Key.Key_Down)
    assert {"14.10.2026 kl. 12.00", "2024-1", "2024-4"} <= set(reader.said())


def test_a_version_is_compared_with_the_one_just_before_it(open_: Opener, history: History) -> None:
    reader = open_(history)
    reader.choose(2)
    reader.click(reader.dialog.view.with_before)
    said = reader.said()
    assert {"14.10.2026 kl. 12.00", "I går kl. 12.00", "2024-1", "2024-2"} <= set(said)
    assert "Kladden nu" not in said
    reader.choose(3)
    assert FIRST in reader.said()
    reader.click(reader.dialog.view.with_now)
    assert {"2024-1", "2024-4"} <= set(reader.said())


def test_a_version_that_is_the_draft_as_it_is_has_no_differences(open_: Opener, history: History) -> None:
    history.keep(draft_bytes(CURRENT), NOW, METTE, Reason.SAVED)
    reader = open_(history)
    assert NO_DIFFERENCES not in reader.said()  # the draft has a half-typed value, which no version has
    reader.click(reader.dialog.view.with_before)
    assert {"2024-3", "2024-4"} <= set(reader.said())


def test_automatic_versions_are_opened_and_closed_with_the_keys(open_: Opener, history: History) -> None:
    reader = open_(history)
    reader.press(Qt.Key.Key_Down)
    for opening in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Space):
        assert len(reader.lines()) == 4
        reader.press(opening)
        assert [line[0] for line in reader.lines()][1:7] == [
            "I dag kl. 11.30–11.33",
            "Kl. 11.33.00",
            "Kl. 11.32.00",
            "Kl. 11.31.00",
            "Kl. 11.30.00",
            "I går kl. 12.00",
        ]
        reader.press(Qt.Key.Key_Left)
    reader.press(Qt.Key.Key_Right)
    for _step in range(2):
        reader.press(Qt.Key.Key_Down)
    reader.click(reader.dialog.view.with_before)
    assert {"I dag kl. 11.31.00", "I dag kl. 11.32.00", "Husk 1", "Husk 2"} <= set(reader.said())
    reader.dialog.versions.setFocus()
    reader.press(Qt.Key.Key_Left)
    assert len(reader.lines()) == 4
    assert reader.dialog.versions.currentRow() == 1
    assert "I dag kl. 11.33.00" in reader.said()


def test_automatic_versions_are_opened_with_a_click_on_the_arrow(open_: Opener, history: History) -> None:
    reader = open_(history)
    versions = reader.dialog.versions
    for count in (8, 4):
        spot = VersionDelegate.arrow_area(versions.visualItemRect(versions.item(1))).center()
        QTest.mouseClick(versions.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        reader.wait_for_changes()
        assert versions.count() == count


def test_the_arrow_of_a_line_is_free_of_its_words_however_many_they_are(open_: Opener, history: History) -> None:
    versions = open_(history).dialog.versions
    line = versions.item(1)
    area = VersionDelegate.arrow_area(versions.visualItemRect(line)).adjusted(UNIT, UNIT, -UNIT, -UNIT)
    arrow = versions.viewport().grab(area).toImage()
    line.setText("Mange ord " * 20)
    assert versions.viewport().grab(area).toImage() == arrow
    line.setText("")
    assert versions.viewport().grab(area).toImage() == arrow


def test_enter_in_the_list_never_closes_the_dialog(open_: Opener, history: History) -> None:
    reader = open_(history)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        reader.press(key)
        assert reader.dialog.isVisible()
    assert reader.restored == []


def test_what_a_screen_reader_says_of_a_line(open_: Opener, history: History) -> None:
    item = open_(history).dialog.versions.item(1)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "I dag kl. 11.30–11.33. Gemt automatisk 4 gange · Mette Ågesen, PC-17. Lukket, åbnes med højre pil. "
        "1 ændring: Interne noter"
    )


def test_of_thousands_of_versions_only_those_in_view_are_read(open_: Opener, tmp_path: Path) -> None:
    endless = LongHistory(tmp_path)
    reader = open_(endless)
    assert reader.dialog.versions.count() < 500
    assert 2 <= len(endless.read) < 60
    before = len(endless.read)
    reader.press(Qt.Key.Key_End)
    assert reader.lines()[-1][2] == "Den første version"
    assert reader.lines()[-2][2] == "1 ændring: Interne noter"
    assert reader.lines()[200][2] is None
    assert len(endless.read) - before < 60


# actions


def test_restoring_asks_for_the_version_that_is_shown(open_: Opener, history: History) -> None:
    reader = open_(history)
    reader.choose(2)
    press_button(reader.dialog, "Gendan denne version")
    assert reader.restored == [SAVED]
    assert reader.dialog.isVisible()  # the window closes the dialog


def test_a_draft_that_can_only_be_read_says_why_nothing_is_restored(open_: Opener, history: History) -> None:
    reader = open_(history, is_read_only=True)
    assert READ_ONLY in said_in(reader.dialog)
    for row in (0, 2):
        reader.choose(row)
        assert not reader.dialog.restore.isEnabled()
        assert reader.dialog.export.isEnabled()
    assert READ_ONLY not in said_in(open_(history).dialog)


def test_a_version_is_exported_byte_for_byte(open_: Opener, history: History, tmp_path: Path) -> None:
    reader = open_(history)
    reader.choose(2)
    open_.questions.will_answer(tmp_path / "kopi.botilbud")
    press_button(reader.dialog, "Gem som fil …")
    assert open_.exported == {tmp_path / "kopi.botilbud": draft_bytes(SAVED)}
    assert open_.questions.last.suggested == tmp_path / "aalborg version 2026-11-22 12.00.00.botilbud"
    assert reader.dialog.notice.message.text() == "Versionen er gemt som »kopi.botilbud«."


def test_an_export_that_is_thought_better_of_or_fails_changes_nothing(open_: Opener, history: History) -> None:
    reader = open_(history)
    open_.questions.will_answer(None)
    press_button(reader.dialog, "Gem som fil …")
    assert not reader.dialog.notice.isVisible()
    open_.problem = SaveFailedError("kopi.botilbud", "der er ikke plads på drevet")
    open_.questions.will_answer(Path("kopi.botilbud"))
    press_button(reader.dialog, "Gem som fil …")
    assert reader.dialog.notice.message.text() == str(open_.problem)
    assert open_.exported == {}


def test_deleting_is_asked_twice_and_then_nothing_is_left(open_: Opener, history: History) -> None:
    reader = open_(history)
    open_.questions.will_answer("delete", "delete")
    press_button(reader.dialog, "Slet tidligere versioner …")
    first, second = open_.questions.asked
    assert "Kladden selv bliver" in first.text
    assert second.text == "Det er 7 tidligere versioner siden 14. oktober 2026. De kan ikke hentes frem igen."
    assert history.versions() == []
    assert reader.said() == [DELETED]
    assert not reader.dialog.versions.isVisible()
    assert not any(button.isEnabled() for button in (reader.dialog.restore, reader.dialog.export, reader.dialog.delete))


@pytest.mark.parametrize("answers", [("keep",), ("delete", "keep")])
def test_the_safe_answer_is_the_last_one_and_keeps_all(
    open_: Opener, history: History, answers: tuple[str, ...]
) -> None:
    reader = open_(history)
    open_.questions.will_answer(*answers)
    press_button(reader.dialog, "Slet tidligere versioner …")
    assert {asked.keys for asked in open_.questions.asked} == {("delete", "keep")}
    assert len(history.versions()) == 7
    assert len(reader.lines()) == 4


def test_versions_that_cannot_be_deleted_stay_and_it_is_said(open_: Opener, history: FailingHistory) -> None:
    history.deleting = HistoryNotDeletedError("x", "en anden bruger den")
    reader = open_(history)
    open_.questions.will_answer("delete", "delete")
    press_button(reader.dialog, "Slet tidligere versioner …")
    assert reader.dialog.notice.message.text() == str(history.deleting)
    assert len(reader.lines()) == 4


def test_escape_and_luk_close_the_dialog(open_: Opener, history: History) -> None:
    reader = open_(history)
    QTest.keyClick(reader.dialog.versions, Qt.Key.Key_Escape)
    assert dialogs(open_.holder) == []
    press_button(open_(history).dialog, "Luk")
    assert dialogs(open_.holder) == []


# unreadable versions


def test_no_versions_yet_is_one_sentence(open_: Opener, tmp_path: Path) -> None:
    reader = open_(History(tmp_path / "none", ID))
    assert said_in(reader.dialog) == [NO_VERSIONS]
    assert not reader.dialog.restore.isEnabled()
    QTest.keyClick(focused(open_.holder), Qt.Key.Key_Escape)
    assert dialogs(open_.holder) == []


def test_a_list_that_cannot_be_read_is_said_and_can_be_deleted(open_: Opener, history: FailingHistory) -> None:
    history.listing = HistoryNotReadError("x", "den er beskadiget")
    reader = open_(history)
    assert said_in(reader.dialog) == [str(history.listing)]
    open_.questions.will_answer("delete", "delete")
    press_button(reader.dialog, "Slet tidligere versioner …")
    assert said_in(reader.dialog) == [DELETED]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"ikke JSON", "Den tidligere version kan ikke vises"),
        (draft_bytes(drafts.example("thisted")), "hører til en anden kladde"),
        (draft_bytes(CURRENT).replace(b"LanBotilbud_2025-26", b"<b>fed</b>"), "<b>fed</b>"),
    ],
)
def test_a_damaged_version_is_said_in_place_of_the_comparison(
    open_: Opener, history: History, content: bytes, words: str
) -> None:
    history.keep(content, NOW, METTE, Reason.SAVED)
    reader = open_(history)
    assert any(words in text for text in reader.said())
    assert not reader.dialog.restore.isEnabled()
    assert reader.lines()[0][2] == NOT_READABLE
    reader.choose(1)
    assert {"2024-3", "2024-4"} <= set(reader.said())
    assert reader.dialog.restore.isEnabled()
    reader.choose(0)
    open_.questions.will_answer(Path("kopi.botilbud"))
    press_button(reader.dialog, "Gem som fil …")
    assert list(open_.exported.values()) == [content]


# accessibility


def test_the_dialog_is_danish_and_all_its_labels_are_plain_text(open_: Opener, history: History) -> None:
    reader = open_(history, is_read_only=True)
    reader.choose(3)
    labels = [label for label in reader.dialog.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    shown = [*reader.said(), *(text.toPlainText() for text in reader.dialog.findChildren(DifferenceText))]
    assert HOSTILE in shown
    assert "Åbnet · Jens <b>Ørsted</b>, PC-18" in shown
    assert not any(widget.toolTip() for widget in reader.dialog.findChildren(QWidget))
    assert assert_danish(text.replace(HOSTILE, "") for text in texts_of(reader.dialog)) > 20
    open_.questions.will_answer("delete", "keep")
    press_button(reader.dialog, "Slet tidligere versioner …")
    asked = open_.questions.asked
    assert_danish(text for question in asked for text in (question.title, question.text))
    assert_danish(choice.words for question in asked for choice in question.choices)


def test_everything_is_reached_with_the_tab_key(open_: Opener, history: History) -> None:
    reader = open_(history)
    seen: list[str] = []
    while "versions" not in seen:
        reader.press(Qt.Key.Key_Tab)
        widget = focused(open_.holder)
        seen.append(widget.text() if isinstance(widget, QAbstractButton) else widget.objectName())
        assert len(seen) < 20
    buttons = ["Slet tidligere versioner …", "Kladder, der er væk …", "Gendan denne version", "Gem som fil …", "Luk"]
    assert seen == ["kladden nu", "difference", "difference", *buttons, "versions"]


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("is_read_only", [True, False])
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(
    open_: Opener, history: History, size: tuple[int, int], is_read_only: bool
) -> None:
    reader = open_(history, is_read_only=is_read_only)
    dialog = reader.dialog
    dialog.resize(QSize(*size))
    settle()
    assert dialog.size() == QSize(*size)
    assert dialog.view.differences.area.horizontalScrollBar().maximum() == 0
    assert dialog.versions.horizontalScrollBar().maximum() == 0
    for label in (label for label in dialog.findChildren(QLabel) if label.isVisible()):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert label.height() >= needed, label.text()
    for button in dialog.findChildren(QPushButton):
        assert button.width() >= button.minimumSizeHint().width(), button.text()
    assert dialog.view.differences.area.viewport().height() >= 160
    assert dialog.versions.viewport().height() >= 3 * dialog.versions.sizeHintForRow(0)
