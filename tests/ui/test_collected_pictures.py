"""The pictures above the table of collected drafts: folded away where room is short, and true to what is counted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, qGray
from PySide6.QtWidgets import QApplication

from botilbud_desktop.ui.collecting.summary.bar_picture import BarPicture
from botilbud_desktop.ui.style.palettes import black_palette, dark_palette, light_palette
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui.collected_drafts import AALBORG, COPY, THISTED, Collect, collect, folder
from tests.ui.collector import Collector
from tests.ui.user import settle

__all__ = ["collect", "folder"]


def pictures(there: Collector) -> list[BarPicture]:
    return [each for each in there.window.summary.pictures.pictures if each.isVisible()]


def said(picture: BarPicture) -> list[str]:
    """Returns the words and numbers beside the bars."""
    shown = [line for line in picture.lines if line[0].isVisible()]
    return [f"{label.text()}: {number.text()}" for label, _bar, number in shown]


def unfold(there: Collector) -> None:
    there.user.click(there.window.summary.pictures.toggle)
    settle()


def test_they_are_folded_away_in_a_low_window_so_that_the_table_keeps_its_room(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED)
    assert pictures(there) == []
    there.window.resize(1366, 728)
    settle()
    room = there.window.table.height()
    unfold(there)
    assert len(pictures(there)) == 3
    assert there.window.height() == 728
    unfold(there)
    assert pictures(there) == []
    assert there.window.table.height() == room
    there.close()


def test_they_are_shown_in_a_high_window_unless_the_user_folded_them_away(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.window.resize(1366, 56 * there.window.fontMetrics().lineSpacing() + 1)
    there.read_again()
    assert len(pictures(there)) == 3
    unfold(there)
    there.read_again()
    assert pictures(there) == []
    there.close()


def test_they_follow_the_ticks_and_say_the_same_in_words(collect: Collect) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    unfold(there)
    _by_region, by_law, for_others = pictures(there)
    assert said(by_law) == ["SEL § 107: 48 (ca. 85,7 pct.)", "SEL § 108: 8 (ca. 14,3 pct.)"]
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    assert said(by_law) == ["SEL § 107: 24 (ca. 85,7 pct.)", "SEL § 108: 4 (ca. 14,3 pct.)"]
    assert for_others.accessibleName().startswith("Hvem pladserne er til (i alt 28): Andre kommuner 28 (100,0 pct.), ")
    there.go_to_row(2)
    there.press(Qt.Key.Key_Space)
    assert pictures(there) == []
    assert not there.window.summary.pictures.toggle.isVisible()
    there.close()


def test_the_keyboard_unfolds_them(collect: Collect) -> None:
    there = collect(a=AALBORG)
    there.window.summary.pictures.toggle.setFocus(Qt.FocusReason.TabFocusReason)
    there.press(Qt.Key.Key_Space)
    assert len(pictures(there)) == 3
    there.close()


def test_with_large_text_they_stand_below_each_other_and_begin_at_the_top_of_their_room(
    collect: Collect, qapp: QApplication
) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.window.resize(1366, 728)
    unfold(there)
    tops = {picture.y() for picture in pictures(there)}
    assert len(tops) == 1
    unfold(there)
    apply_text_size(qapp, 200)
    settle()
    height = there.window.height()
    unfold(there)
    shown = pictures(there)
    assert len({picture.y() for picture in shown}) == 3
    assert there.window.height() == height, "the window must not grow"
    assert not shown[0].title.visibleRegion().isEmpty(), "they are read from their beginning"
    for picture in shown:
        assert picture.width() <= there.window.summary.width()
        widest = picture.lines[0][2]
        assert widest.geometry().right() <= picture.width()
    there.close()
    apply_text_size(qapp, 100)
    settle()


@pytest.mark.parametrize("make", [light_palette, dark_palette, black_palette])
def test_bars_are_seen_in_grey_in_every_theme(
    collect: Collect, qapp: QApplication, make: Callable[[], QPalette]
) -> None:
    before = QPalette(qapp.palette())
    qapp.setPalette(make())
    there = collect(a=AALBORG, b=THISTED)
    unfold(there)
    for_others = pictures(there)[2]
    (most, none) = (for_others.lines[number][1].grab().toImage() for number in (0, 1))
    middle = most.height() // 2
    dark, light = (qGray(most.pixel(x, middle)) for x in (2, most.width() - 3))
    edge, empty = (qGray(none.pixel(x, middle)) for x in (0, 2))
    assert abs(dark - light) > 150
    assert abs(edge - empty) > 150
    there.close()
    qapp.setPalette(before)
    settle()
