"""Every input has a name and a key, and Tab follows the reading order."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)

from botilbud_desktop.ui.style.spacing import COLUMN_WIDTH
from botilbud_desktop.ui.workspace.step_list import StepList
from tests.ui.user import User, settle, step_names


def test_every_input_has_a_name_to_the_ear_that_is_its_label(
    thisted: User, every_page: Callable[[], Iterator[str]]
) -> None:
    seen = 0
    for page in every_page():
        buddies = {
            label.buddy(): label.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            for label in thisted.page.findChildren(QLabel)
            if label.buddy() is not None
        }
        for widget in _inputs(thisted.page):
            name = widget.accessibleName()
            seen += 1
            assert name, (page, widget.objectName())
            in_a_row = re.fullmatch(r".+, række [1-9][0-9]*", name)
            if widget in buddies:
                is_part = ".split." in widget.objectName()  # a year alone is not enough as a name
                assert name == buddies[widget] or (is_part and buddies[widget] in name)
            else:
                assert in_a_row, (page, widget.objectName(), name)
    assert seen > 40


def test_every_button_list_and_table_has_a_name(thisted: User, every_page: Callable[[], Iterator[str]]) -> None:
    for page in every_page():
        for button in thisted.window.findChildren(QAbstractButton):
            if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert button.accessibleName() or button.text(), (page, button)
        for widget in (*thisted.window.findChildren(QTableWidget), *thisted.window.findChildren(StepList)):
            assert widget.accessibleName(), (page, widget)


def test_the_inputs_are_named_after_the_paths_of_their_fields(thisted: User) -> None:
    expected = {
        "page.applicant": {"applicant.municipality_code", "case_number", "internal_notes"},
        "page.project.0": {
            "projects.0.name",
            "projects.0.loan.2025",
            "projects.0.loan.2026",
            "projects.0.share_for_others",
            "projects.0.completion_date",
            "projects.0.gross_construction_cost",
            "projects.0.places_closed_elsewhere",
            "projects.0.building",
            "projects.0.coordination",
            "projects.0.coordination_note",
            "projects.0.description",
            "projects.0.places.0.year",
            "projects.0.places.0.legal_basis",
            "projects.0.places.0.origin",
            "projects.0.places.0.count",
            "projects.0.cost_plan.basis.unit",
            "projects.0.cost_plan.lines.2.amount",
            "projects.0.cost_plan.round_to",
        },
        "page.description": {"description"},
        "page.contacts": {"contacts.names", "contacts.phones", "contacts.emails"},
    }
    for page, names in expected.items():
        thisted.go_to(page)
        assert thisted.page.objectName() == page
        own = [widget.objectName() for widget in _inputs(thisted.page)]
        assert set(own) >= names
        assert [name for name, count in Counter(own).items() if count > 1] == []


def test_mnemonics_are_unique_on_each_page(thisted: User, every_page: Callable[[], Iterator[str]]) -> None:
    for page in every_page():
        texts = [action.text() for action in thisted.window.menuBar().actions()]
        texts += [label.text() for label in thisted.page.findChildren(QLabel) if label.buddy() and label.isVisible()]
        texts += [button.text() for button in thisted.window.findChildren(QAbstractButton) if button.isVisible()]
        letters = [letter for text in texts if (letter := _mnemonic(text))]
        assert len(letters) >= 6
        assert [letter for letter, count in Counter(letters).items() if count > 1] == [], (page, texts)


def test_mnemonics_are_unique_in_each_menu(aalborg: User) -> None:
    for menu in aalborg.window.findChildren(QMenu):
        letters = [_mnemonic(action.text()) for action in menu.actions() if not action.isSeparator()]
        assert None not in letters, menu.title()
        assert len(set(letters)) == len(letters), menu.title()


def test_a_mnemonic_leads_to_its_field(aalborg: User) -> None:
    label = next(
        label
        for label in aalborg.page.findChildren(QLabel)
        if label.buddy() is aalborg.line("projects.0.share_for_others")
    )
    letter = _mnemonic(label.text())
    assert letter is not None
    aalborg.press(Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is aalborg.line("projects.0.share_for_others")


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("page.project.0", "projects.0.description"),
        ("page.description", "description"),
        ("page.applicant", "internal_notes"),
    ],
)
def test_tab_leaves_a_text_area_and_puts_nothing_into_it(aalborg: User, page: str, name: str) -> None:
    aalborg.go_to(page)
    aalborg.click(name)
    before = aalborg.area(name).text()
    aalborg.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not aalborg.area(name)
    assert aalborg.area(name).text() == before


def _goes_back(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether `other` is in a row above, or left of `one` in the same row (±12 px, as inputs differ in height)."""
    down = other[0] - one[0]
    return down < -12 or (abs(down) <= 12 and other[1] < one[1])


@pytest.mark.parametrize(
    "page",
    [
        *("page.applicant", "page.project.0", "page.description", "page.contacts", "page.projects", "page.approve"),
        "page.transfer",
    ],
)
def test_tab_goes_through_a_page_in_the_order_of_reading(thisted: User, page: str) -> None:
    thisted.go_to(page)
    thisted.page.focus_first()
    settle()
    order: list[tuple[int, int, str]] = []
    while True:
        focus = QApplication.focusWidget()
        assert focus is not None
        if not thisted.page.isAncestorOf(focus) or len(order) > 80:
            break
        content = thisted.page.widget()
        assert content is not None
        centre = focus.mapTo(content, focus.rect().center())
        order.append((centre.y(), centre.x(), focus.objectName() or focus.accessibleName()))
        thisted.press(Qt.Key.Key_Tab)
    wrong = [(one[2], other[2]) for one, other in pairwise(order) if _goes_back(one, other)]
    assert wrong == []
    reached = {name for _y, _x, name in order}
    missed = {widget.objectName() for widget in _inputs(thisted.page)} - reached
    assert missed == set()


def test_from_the_last_field_of_any_page_tab_goes_to_tilbage_and_naeste(thisted: User) -> None:
    for page, last in (
        ("page.project.0", "projects.0.milestones.part.toggle"),
        ("page.contacts", "contacts.emails"),
        ("page.applicant", "cover_note.part.toggle"),
    ):
        thisted.go_to(page)
        thisted.widget(last, QWidget).setFocus()
        thisted.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName().startswith("navigation."), page


def test_a_row_that_was_added_is_reached_with_tab_in_its_place(thisted: User) -> None:
    thisted.click("projects.0.places.add")
    assert QApplication.focusWidget() is thisted.combo("projects.0.places.2.year")
    for _cell in range(3):
        thisted.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is thisted.line("projects.0.places.2.count")
    thisted.press(Qt.Key.Key_Tab)
    thisted.press(Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is thisted.button("projects.0.places.add")


def test_the_window_fits_a_small_screen(thisted: User) -> None:
    assert thisted.window.minimumSizeHint().width() <= 1366
    assert thisted.window.minimumSizeHint().height() <= 768
    thisted.window.resize(1366, 768)
    for page in step_names(thisted.application):
        thisted.go_to(page)
        assert thisted.page.horizontalScrollBar().maximum() == 0, page


def test_in_a_wide_window_fields_and_buttons_stay_in_a_column_that_can_be_read(
    thisted: User, every_page: Callable[[], Iterator[str]]
) -> None:
    thisted.window.resize(2400, 1000)
    for page in every_page():
        settle()
        widest = max(part.width() for part in _inputs(thisted.page)) if _inputs(thisted.page) else 0
        assert widest <= COLUMN_WIDTH, page
        headings = [label for label in thisted.page.findChildren(QLabel) if label.isVisible()]
        assert max(label.width() for label in headings) <= COLUMN_WIDTH, page
    forward = thisted.window.findChild(QWidget, "navigation.next")
    assert isinstance(forward, QWidget)
    cards = thisted.page.cards
    (last, *_others) = cards.card_rects()
    end = cards.mapTo(thisted.workspace, last.topRight()).x()
    right = forward.mapTo(thisted.workspace, forward.rect().topRight()).x()
    assert abs(right - end) <= 1, "the buttons end where the cards end"


def _inputs(page: QWidget) -> list[QWidget]:
    """Returns the visible inputs of a page."""
    kinds = (QLineEdit, QPlainTextEdit, QComboBox)
    found: list[QWidget] = [widget for kind in kinds for widget in page.findChildren(kind)]
    return [widget for widget in found if widget.isVisible() and not isinstance(widget.parent(), QComboBox | QFrame)]


def _mnemonic(text: str) -> str | None:
    match = re.search(r"&([^&\s])", text.replace("&&", ""))
    return match[1].lower() if match else None
