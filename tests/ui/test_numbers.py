"""Tolerant input of numbers, never changed by the mouse wheel, and the check in kroner (requirements 14 and 15)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.ui.user import User

LOAN = "projects.0.loan.2025"
_WRITE_THOUSANDS = "Skriv beløbet i hele 1.000 kr. 22.900 betyder 22,9 mio. kr."
SPELLINGS = [
    "22900",
    "22.900",
    "22 900",
    "22\u00a0900",
    "22\u202f900",
    "22.900 kr.",
    "22900 kr",
    "22,9 mio.",
    "22,9 mio. kr.",
    "22,9 millioner",
    "  22.900  ",
    "0,0229 mia.",
    "22.900,00",
]


def test_every_spelling_of_an_amount_is_22900_and_shown_in_one_way(empty: User) -> None:
    for typed in SPELLINGS:
        empty.write(LOAN, typed)
        assert empty.value(LOAN) == 22900, typed
        assert empty.line(LOAN).text() == typed, "what is being typed is left alone"
        empty.press(Qt.Key.Key_Tab)
        assert empty.line(LOAN).text() == "22.900", typed
        assert empty.value(LOAN) == 22900, typed
        assert empty.view.half_typed == {}, typed


def test_every_spelling_of_an_amount_can_be_pasted(empty: User) -> None:
    for typed in SPELLINGS:
        empty.write(LOAN, "")
        empty.paste(typed)
        empty.press(Qt.Key.Key_Tab)
        assert empty.value(LOAN) == 22900, typed
        assert empty.line(LOAN).text() == "22.900", typed


@pytest.mark.parametrize("typed", ["22,9", "22.9", "22,900", "2.29.00", "mange", "22.900 mio."])
def test_an_amount_that_may_mean_two_things_is_kept_as_typed_and_told_how_to_write(empty: User, typed: str) -> None:
    empty.write(LOAN, typed)
    assert empty.note_at(LOAN) == ""
    empty.press(Qt.Key.Key_Tab)
    assert empty.line(LOAN).text() == typed
    assert empty.value(LOAN) is None
    expected = "Skriv millioner med komma, fx 22,9 mio. kr." if "mio." in typed else _WRITE_THOUSANDS
    assert empty.note_at(LOAN) == expected


def test_an_emptied_amount_is_none_and_says_nothing_about_the_text(aalborg: User) -> None:
    aalborg.write_and_leave(LOAN, "")
    assert aalborg.value(LOAN) is None
    assert aalborg.line(LOAN).text() == ""
    assert aalborg.note_at(LOAN) == ""


@pytest.mark.parametrize(
    ("name", "typed", "value", "shown"),
    [
        ("projects.0.share_for_others", "33,333", None, "33,333"),
        ("projects.0.share_for_others", "33,33", "33.33", "33,33"),
        ("projects.0.share_for_others", "25 %", "25", "25"),
        ("projects.0.share_for_others", "25,50", "25.5", "25,5"),
        ("projects.0.places_closed_elsewhere", "0", 0, "0"),
        ("projects.0.places_closed_elsewhere", "1.644", 1644, "1.644"),
        ("projects.0.places_closed_elsewhere", "8 pladser", 8, "8"),
        ("projects.0.gross_construction_cost", "120,9 mio. kr.", 120900, "120.900"),
    ],
)
def test_other_numbers_are_read_and_shown_as_usual(
    empty: User, name: str, typed: str, value: object, shown: str
) -> None:
    empty.write_and_leave(name, typed)
    assert empty.value(name) == value
    assert empty.line(name).text() == shown


def test_a_number_in_a_row_is_shown_in_the_usual_form_when_it_is_left(thisted: User) -> None:
    name = "projects.0.cost_plan.lines.1.amount"
    thisted.write(name, "31,9 mio.")
    assert thisted.value(name) == 31900
    thisted.press(Qt.Key.Key_Tab)
    assert thisted.line(name).text() == "31.900"


def test_all_number_fields_are_right_aligned(thisted: User) -> None:
    thisted.click("projects.0.daily_rates.add")
    numbers = {
        line.objectName()
        for line in thisted.page.findChildren(QLineEdit)
        if line.isVisible() and line.alignment() & Qt.AlignmentFlag.AlignRight
    }
    assert numbers >= {
        LOAN,
        "projects.0.loan.2026",
        "projects.0.gross_construction_cost",
        "projects.0.share_for_others",
        "projects.0.places_closed_elsewhere",
        "projects.0.places.0.count",
        "projects.0.daily_rates.0.lowest",
        "projects.0.daily_rates.0.highest",
        "projects.0.cost_plan.lines.0.amount",
        "projects.0.cost_plan.basis.eligible",
        "projects.0.cost_plan.basis.total",
    }
    assert "projects.0.name" not in numbers


@pytest.mark.parametrize("focus_first", [False, True])
def test_the_wheel_changes_no_list_and_no_number(thisted: User, focus_first: bool) -> None:
    before = thisted.application
    for page in ("page.applicant", "page.project.0"):
        thisted.go_to(page)
        inputs = [
            widget
            for kind in (QComboBox, QLineEdit)
            for widget in thisted.page.findChildren(kind)
            if widget.isVisible()
        ]
        assert len(inputs) >= 2
        for widget in inputs:
            if focus_first:
                widget.setFocus()
            for notches in (1, -1, -3, 5):
                thisted.turn_wheel(widget, notches)
    assert thisted.application == before
    assert not thisted.controller.editor.can_undo


def test_the_wheel_above_a_list_is_left_to_the_page(thisted: User) -> None:
    assert not thisted.turn_wheel(thisted.combo("projects.0.places.0.legal_basis"), -3)


def test_the_amount_stands_below_the_field_in_kroner_while_it_is_typed(empty: User) -> None:
    empty.write(LOAN, "22900")
    assert empty.note_at(LOAN) == "22.900.000 kr. (22,9 mio. kr.)"
    empty.press(Qt.Key.Key_Tab)
    assert empty.note_at(LOAN) == "22.900.000 kr. (22,9 mio. kr.)"
    empty.write_and_leave("projects.0.gross_construction_cost", "40.000")
    assert empty.note_at("projects.0.gross_construction_cost") == "40.000.000 kr. (40 mio. kr.)"


@pytest.mark.parametrize(("year", "pool"), [("2025", 600000), ("2026", 700000)])
def test_more_than_the_years_pool_asks_whether_kroner_were_typed(empty: User, year: str, pool: int) -> None:
    name = f"projects.0.loan.{year}"
    empty.write_and_leave(name, str(pool))
    assert "kroner" not in empty.note_at(name)
    empty.write_and_leave(name, str(pool + 1))
    assert empty.note_at(name) == "Har du skrevet beløbet i kroner? Skriv det i hele 1.000 kr."
    assert empty.value(name) == pool + 1, "it is asked, not corrected"


def test_numbers_are_saved_as_numbers(empty: User) -> None:
    empty.write_and_leave(LOAN, "22,9 mio.")
    empty.save()
    assert isinstance(empty.path, Path)
    assert '"2025": 22900,' in empty.path.read_text(encoding="utf-8")
