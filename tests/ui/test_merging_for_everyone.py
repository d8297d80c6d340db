"""The merge dialog is Danish, plain text, fits a small screen, and works with the keyboard and a screen reader."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QGroupBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging.merge import Choice, ConflictKind, Merge, merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.merging.conflict_page import ConflictPage
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.merging.side_text import LONGEST_SPOKEN, side_texts
from botilbud_desktop.ui.merging.wording import conflict_text
from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.states import quiet_colour
from tests.domain.copies import FORM
from tests.domain.copies import two_copies as any_two_copies
from tests.shots.look import use_theme
from tests.ui import two_copies
from tests.ui.merger import Merger, Open, open_merge
from tests.ui.screen import texts_of
from tests.ui.test_danish_for_everyone import HOSTILE, assert_danish
from tests.ui.user import focused, settle

__all__ = ["open_merge"]  # the fixture

SMALL = QSize(816, 459)
"""Size in px of the dialog on a screen of 1920 × 1080 pixels at 200 %."""


def every_page(person: Merger) -> Iterator[str]:
    """Goes through the dialog: first undecided, then back at the first conflict, then with one decision."""
    yield "opening"
    for number in range(person.dialog.station.conflicts):
        person.go_on()
        yield f"conflict {number}"
    person.go_on()
    if person.dialog.station.is_texts:
        yield "texts"
        person.go_on()
    yield "summary, undecided"
    person.go_on()
    yield "asked"
    person.choose(Choice.THEIRS)
    person.go_on()
    yield "next undecided"


MERGES = [two_copies.three_conflicts, two_copies.two_way, two_copies.removed_project]


@pytest.mark.parametrize("make", MERGES)
def test_every_page_is_danish(open_merge: Open, make: Callable[[], Merge]) -> None:
    person = open_merge(make())
    for _page in every_page(person):
        assert assert_danish(texts_of(person.dialog)) > 5


@pytest.mark.parametrize("make", MERGES)
def test_mnemonics_are_unique_on_each_page(open_merge: Open, make: Callable[[], Merge]) -> None:
    person = open_merge(make())
    for page in every_page(person):
        shown = [button for button in person.dialog.findChildren(QAbstractButton) if button.isVisible()]
        letters = [found[1].lower() for button in shown if (found := re.search(r"&(\w)", button.text()))]
        assert [letter for letter, count in Counter(letters).items() if count > 1] == [], page
        for button in shown:
            if isinstance(button, QPushButton | QRadioButton):
                assert "&" in button.text(), (page, button.text())


@pytest.mark.parametrize("make", MERGES)
def test_tab_goes_in_the_order_of_reading(open_merge: Open, make: Callable[[], Merge]) -> None:
    person = open_merge(make())
    for page in every_page(person):
        start = focused(person.dialog)
        order: list[QWidget] = []
        while len(order) < 60:
            order.append(focused(person.dialog))
            person.press(Qt.Key.Key_Tab)
            if focused(person.dialog) is start:
                break
        first = min(range(len(order)), key=lambda index: _position(person.dialog, order[index]))
        positions = [_position(person.dialog, widget) for widget in (*order[first:], *order[:first])]
        assert all(one < other for one, other in pairwise(positions)), (page, order)
        assert order[-1] is not start
        assert person.dialog.cancel in order


def test_the_focus_can_be_seen_on_the_first_choice(open_merge: Open) -> None:
    person = open_merge(two_copies.three_conflicts())
    person.go_on()
    assert isinstance(focused(person.dialog), QRadioButton)
    assert person.dialog.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def test_enter_goes_on_from_anywhere_on_a_conflict_and_chooses_nothing(open_merge: Open) -> None:
    person = open_merge(two_copies.three_conflicts())
    person.go_on()
    kinds: tuple[type[QWidget], ...] = (QRadioButton, DifferenceText)
    for number, kind in enumerate(kinds):
        widget = next(one for one in person.conflict.findChildren(kind) if one.isVisible())
        widget.setFocus()
        person.press(Qt.Key.Key_Return)
        assert person.dialog.station.conflict == number + 1
    assert person.dialog.decisions.choices == {}


def test_page_down_scrolls_from_the_buttons_too(open_merge: Open) -> None:
    person = open_merge(_hostile("x " * 3_000))
    person.dialog.resize(SMALL)
    settle()
    bar = person.dialog.page.verticalScrollBar()
    assert bar.maximum() > 0
    person.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_what_is_said_of_a_choice_holds_its_value_and_is_bounded(open_merge: Open) -> None:
    person = open_merge(two_copies.three_conflicts())
    person.go_on()
    names = [button.accessibleName() for button in person.conflict.group.buttons.values()]
    assert names == ["Behold min: 9.400", "Tag den andens: 9.900"]
    group = person.conflict.findChild(QGroupBox)
    assert isinstance(group, QGroupBox)
    assert group.accessibleName() == "Projekt 2 · C. Lån i 2026. Min: 9.400. Den andens: 9.900"
    person.go_on()
    names = [button.accessibleName() for button in person.conflict.group.buttons.values()]
    assert names == [
        "Behold min: … 20 …",
        "Tag den andens: … 19 … særligt …",
        "Behold begge (den andens efter min)",
    ]
    person.dialog.reject()
    endless = open_merge(_hostile("ord " * 50_000))
    for _page in every_page(endless):
        for widget in endless.dialog.findChildren(QWidget):
            assert len(widget.accessibleName()) < 600, widget


def test_texts_of_users_are_never_read_as_markup(open_merge: Open) -> None:
    person = open_merge(_hostile(HOSTILE))
    as_typed = 0
    for page in every_page(person):
        for label in person.dialog.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText or not label.text(), (page, label.text())
            as_typed += label.text().count("<img")
        for box in person.dialog.findChildren(QTextEdit):
            assert "<img" not in box.toHtml()
            assert "<a href" not in box.toHtml()
            as_typed += box.toPlainText().count("<img")
        for widget in person.dialog.findChildren(QWidget):
            assert not widget.toolTip()
        assert not person.dialog.findChildren(QCheckBox)
    assert as_typed > 6


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [SMALL, QSize(880, 640)])
def test_nothing_is_cut_on_a_small_screen_or_in_the_dark(
    open_merge: Open, qapp: QApplication, theme: str, size: QSize
) -> None:
    before = QPalette(qapp.palette())
    use_theme(qapp, theme)
    try:
        for copies in (two_copies.three_conflicts(), two_copies.two_way(), two_copies.one_approved()):
            person = open_merge(copies)
            person.dialog.resize(size)
            pages = every_page(person) if copies.conflicts else iter(["opening"])
            for page in pages:
                settle()
                _assert_whole(person.dialog, page)
            person.dialog.reject()
    finally:
        qapp.setPalette(before)


def test_the_choices_are_in_view_with_both_texts_on_a_small_screen(open_merge: Open) -> None:
    person = open_merge(two_copies.three_conflicts())
    person.dialog.resize(SMALL)
    person.go_on()
    for _conflict in range(2):
        page = person.conflict
        assert page.verticalScrollBar().maximum() == 0
        assert len({button.y() for button in page.group.buttons.values()}) == 1, "they stand in a row"
        person.go_on()


def test_the_focused_choice_is_scrolled_into_view_where_there_is_no_room(open_merge: Open) -> None:
    person = open_merge(_hostile("ord\n" * 400))
    person.dialog.resize(640, 260)
    person.go_on()
    assert isinstance(person.dialog.page, ConflictPage)
    radio = focused(person.dialog)
    assert isinstance(radio, QRadioButton)
    assert not radio.visibleRegion().isEmpty()


def test_the_ring_of_a_choice_is_seen_in_the_dark(open_merge: Open, qapp: QApplication) -> None:
    before = QPalette(qapp.palette())
    use_theme(qapp, "dark")
    try:
        person = open_merge(two_copies.three_conflicts())
        person.go_on()
        button = person.conflict.group.buttons[Choice.THEIRS]
        image = button.grab().toImage()
        row = [image.pixelColor(x, image.height() // 2) for x in range(14)]
        window = button.palette().window().color()
        assert max(contrast(colour, window) for colour in row) >= 3
        assert contrast(quiet_colour(button.palette()), window) >= 4.5
    finally:
        qapp.setPalette(before)


@given(any_two_copies())
def test_every_conflict_of_any_two_copies_can_be_said(copies: tuple[Application, Application, Application]) -> None:
    base, mine, theirs = copies
    for origin in (base, None):
        together = merge(origin, mine, theirs)
        for conflict in together.conflicts:
            text = conflict_text(conflict, together, FORM)
            assert text.label
            is_new = conflict.kind is ConflictKind.TEXT and conflict.base == ""
            assert (text.before is None) == (origin is None) or is_new
            for choice in conflict.choices:
                assert 0 < len(text.summary_of(choice)) <= LONGEST_SPOKEN + 60
                assert text.label_of(choice)


def test_what_only_one_side_says_is_marked_and_nothing_is_lost() -> None:
    mine, theirs = side_texts(two_copies.LONG_MINE, two_copies.LONG_THEIRS, two_copies.LONG, "Ikke angivet")
    assert "".join(piece.text for piece in mine.pieces) == two_copies.LONG_MINE
    assert "".join(piece.text for piece in theirs.pieces) == two_copies.LONG_THEIRS
    lacking, whole = side_texts("", two_copies.LONG_THEIRS, two_copies.LONG, "Slettet")
    assert lacking.is_empty
    assert lacking.brief == "Slettet"
    assert whole.brief == "… særligt … 3 …"


def _hostile(text: str) -> Merge:
    """Returns a merge of copies that differ by `text` in several kinds of text field."""
    original = two_copies.base()
    first, second = original.projects
    sides = [
        replace(
            original,
            case_number=f"{text} {side}",
            description=f"{text}\n{side}",
            projects=(replace(first, name=f"{text} {side}", description=text if side == "b" else ""), second),
        )
        for side in "ab"
    ]
    return merge(original, sides[0], replace(sides[1], internal_notes=text))


def _position(dialog: MergeDialog, widget: QWidget) -> tuple[int, int]:
    """Returns a widget's position on its page: line of 8 px, and x in px; buttons come after the page."""
    page = dialog.page
    if page.content.isAncestorOf(widget):
        spot = widget.mapTo(page.content, widget.rect().topLeft())
        return spot.y() // 8, spot.x()
    return 100_000, widget.mapTo(dialog, widget.rect().topLeft()).x()


def _assert_whole(dialog: MergeDialog, page: str) -> None:
    """Asserts that no text is cut, and that nothing extends beyond the right edge."""
    for widget in dialog.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            assert widget.height() >= needed, (page, widget.text())
        if isinstance(widget, QRadioButton | QPushButton):
            hint = widget.sizeHint()
            assert widget.width() >= hint.width(), (page, widget.text())
            assert widget.height() >= hint.height(), (page, widget.text())
        if dialog.page.content.isAncestorOf(widget) and not isinstance(widget.parent(), QTextEdit):
            right = widget.mapTo(dialog.page.content, widget.rect().topRight()).x()
            assert right <= dialog.page.viewport().width(), (page, widget)
