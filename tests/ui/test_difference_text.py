"""Texts that show differences word by word."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.merging.word_difference import PieceKind, word_difference
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.comparing.shown_pieces import (
    LONGEST_SPOKEN,
    MOST_LINES_SHOWN,
    MOST_SHOWN,
    Side,
    is_shortened,
    shown_runs,
    spoken,
)
from botilbud_desktop.ui.style.selection import contrast
from tests.shots.look import use_theme
from tests.strategies import texts
from tests.ui.small_window import dark_theme, format_of, put, small_window
from tests.ui.test_danish_for_everyone import HOSTILE
from tests.ui.user import settle

BEFORE = "Botilbuddet har 19 pladser til voksne."
AFTER = "Botilbuddet har 20 nye pladser til voksne."
SENTENCE = "Målgruppen er mennesker med et komplekst behov for støtte. "
short_texts = texts(200).filter(lambda text: "¶" not in text)


@pytest.fixture
def holder(qtbot: QtBot) -> Iterator[QWidget]:
    yield from small_window(qtbot)


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    yield from dark_theme(qapp)


def box(holder: QWidget, before: str, after: str, side: Side = Side.BOTH) -> DifferenceText:
    text = put(DifferenceText("Gemt"), holder)
    text.show_pieces(word_difference(before, after), side)
    settle()
    return text


def test_removed_words_are_struck_through_and_added_ones_underlined_each_on_a_surface(holder: QWidget) -> None:
    text = box(holder, BEFORE, AFTER)
    assert text.toPlainText() == "Botilbuddet har 1920 nye pladser til voksne."
    removed, added, same = format_of(text, "19"), format_of(text, "20 nye"), format_of(text, "pladser")
    assert removed.fontStrikeOut()
    assert added.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
    assert not added.fontStrikeOut()
    assert not same.fontStrikeOut()
    assert same.underlineStyle() is QTextCharFormat.UnderlineStyle.NoUnderline
    surfaces = {look.background().color().name() for look in (removed, added)}
    assert len(surfaces) == 2
    assert same.background().style() is Qt.BrushStyle.NoBrush


@pytest.mark.parametrize(("side", "shown"), [(Side.BEFORE, BEFORE), (Side.AFTER, AFTER)])
def test_each_side_shows_its_own_words(holder: QWidget, side: Side, shown: str) -> None:
    assert box(holder, BEFORE, AFTER, side).toPlainText() == shown


@given(short_texts, short_texts)
def test_any_two_texts_are_shown_as_they_are(before: str, after: str) -> None:
    pieces = word_difference(before, after)
    for side, text in ((Side.BEFORE, before), (Side.AFTER, after)):
        runs = shown_runs(pieces, side, shortened=False)
        assert "".join(run.text for run in runs).replace("¶\n", "\n") == text
        assert all(run.kind is not None for run in runs)


def test_a_line_break_that_came_or_went_alone_is_seen_and_said(holder: QWidget) -> None:
    text = box(holder, "Et afsnit.\nEt til.", "Et afsnit. Et til.")
    assert "¶" in text.toPlainText()
    assert format_of(text, "¶").fontStrikeOut()
    assert text.accessibleName() == "Gemt. Fjernet: linjeskift. Tilføjet: mellemrum."


def test_long_unchanged_stretches_are_counted_and_left_out_alike_on_both_sides() -> None:
    pieces = word_difference(SENTENCE * 40 + "Slut.", SENTENCE * 40 + "Slut. Og mere.")
    assert is_shortened(pieces)
    sides = [shown_runs(pieces, side, shortened=True) for side in (Side.BEFORE, Side.AFTER)]
    for runs in sides:
        left_out = next(run for run in runs if run.kind is None)
        number = int(re.sub(r"\D", "", left_out.text))
        kept = sum(len(run.text) for run in runs if run.kind is PieceKind.SAME)
        assert number + kept == len(SENTENCE * 40 + "Slut.")
        assert kept < 200
    assert sides[0] == sides[1][: len(sides[0])]


@given(st.lists(st.sampled_from([SENTENCE, "æ ", "19 ", "\n"]), max_size=12), st.integers(0, 12))
def test_shortening_never_hides_what_differs(parts: list[str], place: int) -> None:
    before, after = "".join(parts), "".join([*parts[:place], "NYT ", *parts[place:]])
    pieces = word_difference(before, after)
    for side in Side:
        whole, short = (shown_runs(pieces, side, shortened=shortened) for shortened in (False, True))
        assert [run for run in whole if run.kind in (PieceKind.ADDED, PieceKind.REMOVED)] == [
            run for run in short if run.kind in (PieceKind.ADDED, PieceKind.REMOVED)
        ]
        assert sum(len(run.text) for run in short) <= sum(len(run.text) for run in whole)


def test_of_very_many_lines_the_first_are_shown_and_the_rest_is_counted() -> None:
    lines = "".join(f"{number}\n" for number in range(MOST_LINES_SHOWN))
    runs = shown_runs(word_difference("", lines + "en\nto\n"), Side.AFTER, shortened=False)
    assert [run.text for run in runs] == [lines, " … 6 tegn mere …"]
    pieces = word_difference("før\n", lines + "før\n")
    assert [run.text for run in shown_runs(pieces, Side.AFTER, shortened=False)] == [lines, " … 4 tegn mere …"]


def test_an_endless_text_is_cut_and_what_is_left_out_is_counted() -> None:
    runs = shown_runs(word_difference("", "x" * (MOST_SHOWN + 1_234)), Side.AFTER, shortened=False)
    assert len(runs[0].text) == MOST_SHOWN
    assert "1.234 tegn mere" in runs[-1].text


@given(short_texts, short_texts)
def test_what_is_said_of_any_two_texts_is_bounded(before: str, after: str) -> None:
    assert len(spoken(word_difference(before * 9, after * 9), Side.BOTH)) < 2 * LONGEST_SPOKEN + 40


def test_the_accessible_name_says_what_differs_in_words(holder: QWidget) -> None:
    assert box(holder, BEFORE, AFTER).accessibleName() == "Gemt. Fjernet: 19. Tilføjet: 20 nye."
    assert box(holder, BEFORE, AFTER, Side.BEFORE).accessibleName() == "Gemt. Fjernet: 19."
    assert box(holder, "a", "a b", Side.BEFORE).accessibleName() == "Gemt. Intet er fjernet."
    assert box(holder, "a b", "a", Side.AFTER).accessibleName() == "Gemt. Intet er tilføjet."
    assert box(holder, "a", "a").accessibleName() == "Gemt. Ingen ændringer."


def assert_readable(text: DifferenceText) -> None:
    base = text.palette().color(QPalette.ColorRole.Base)
    for words in ("19", "20", "pladser"):
        look = format_of(text, words)
        surface = look.background().color() if look.background().style() is not Qt.BrushStyle.NoBrush else base
        assert contrast(look.foreground().color(), surface) >= 4.5, words


def test_all_words_are_readable_in_light(holder: QWidget) -> None:
    assert_readable(box(holder, BEFORE, AFTER))


@pytest.mark.usefixtures("dark")
def test_all_words_are_readable_in_the_dark(holder: QWidget) -> None:
    text = box(holder, BEFORE, AFTER)
    assert text.palette().color(QPalette.ColorRole.Base).lightness() < 128
    assert_readable(text)


def test_a_change_of_theme_changes_the_words_that_are_shown(holder: QWidget, qapp: QApplication) -> None:
    text = box(holder, BEFORE, AFTER)
    before = format_of(text, "19").background().color()
    palette = QPalette(qapp.palette())
    try:
        use_theme(qapp, "dark")
        settle()
        assert format_of(text, "19").background().color() != before
        assert_readable(text)
    finally:
        qapp.setPalette(palette)
        settle()


def test_markup_is_shown_as_it_was_written_and_copied_as_plain_text(holder: QWidget, qapp: QApplication) -> None:
    text = box(holder, "før", HOSTILE)
    assert HOSTILE in text.toPlainText()
    text.setFocus()
    text.selectAll()
    QTest.keySequence(text, QKeySequence(QKeySequence.StandardKey.Copy))
    copied = qapp.clipboard().mimeData()
    assert copied.formats() == ["text/plain"]
    assert HOSTILE in copied.text()


def test_nothing_can_be_typed_or_pasted_into_it(holder: QWidget, qapp: QApplication) -> None:
    text = box(holder, BEFORE, AFTER)
    shown = text.toPlainText()
    qapp.clipboard().setText("ny")
    text.setFocus()
    QTest.keyClicks(text, "abc")
    QTest.keySequence(text, QKeySequence(QKeySequence.StandardKey.Paste))
    text.paste()
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert text.toPlainText() == shown
    assert not text.canPaste()


def test_a_box_is_as_high_as_its_text_and_scrolls_when_there_is_far_more(holder: QWidget) -> None:
    layout = holder.layout()
    assert isinstance(layout, QVBoxLayout)
    boxes = [put(DifferenceText("Gemt", most_lines=lines), holder) for lines in (14, 14, 14, 4)]
    for text, count in zip(boxes, (1, 4, 60, 4), strict=True):
        text.show_text(SENTENCE * count)
    layout.addStretch(1)
    had_more = []
    for width in (1200, 320, 700, 250, 1200):
        holder.resize(width, 900)
        settle()
        for text in boxes:
            fits = text.document().size().height() <= text.viewport().height()
            assert fits is not text.has_more, width
            assert text.document().textWidth() == text.viewport().width()
            assert text.verticalScrollBar().isVisible() is text.has_more
        had_more.append([text.has_more for text in boxes])
    assert had_more[0] == had_more[-1] == [False, False, True, False]
    assert had_more[1][-1]  # the last box is cut only when it is narrow


def test_a_box_that_scrolls_begins_at_the_first_change(holder: QWidget) -> None:
    text = box(holder, SENTENCE * 60 + "19" + SENTENCE * 60, SENTENCE * 60 + "20" + SENTENCE * 60, Side.AFTER)
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.toPlainText().index("20"))
    assert text.viewport().rect().contains(text.cursorRect(cursor))


def test_the_cursor_stays_where_the_user_put_it_when_the_width_changes(holder: QWidget) -> None:
    text = box(holder, SENTENCE * 60 + "19" + SENTENCE * 60, SENTENCE * 60 + "20" + SENTENCE * 60, Side.AFTER)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for width in (600, 750):
        holder.resize(width, 500)
        settle()
        assert text.textCursor().atEnd()


def test_tab_leaves_the_text_and_comes_back(holder: QWidget) -> None:
    first, second = box(holder, BEFORE, AFTER), box(holder, BEFORE, AFTER)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert first.hasFocus()


@pytest.mark.parametrize(("piece", "anywhere"), [("ord ", False), ("a", True), ("a\u00a0", True)])
def test_a_text_without_spaces_is_broken_anywhere_so_that_it_is_laid_out_quickly(
    qtbot: QtBot, piece: str, anywhere: bool
) -> None:
    box = DifferenceText("Beskrivelse")
    qtbot.addWidget(box)
    box.show_text(piece * 5_000)
    assert (box.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere) is anywhere
    box.show_text("kort")
    assert box.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
