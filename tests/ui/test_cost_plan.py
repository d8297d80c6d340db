"""The cost plan shows its arithmetic, and its result can be used as the loan (requirement 19)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from botilbud_desktop.domain.application import LegalBasis, Origin, PlaceGroup
from botilbud_desktop.domain.choice_wording import TREATMENTS
from botilbud_desktop.domain.cost_plan import CostLine, CostPlan, Treatment
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.whole_number import LARGEST_NUMBER
from botilbud_desktop.ui.fields.cost_lines_rows import CostLinesRows
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.user import User, said_in, settle

PLAN = "projects.0.cost_plan"
TAKE_OVER = f"{PLAN}.split.take_over"


def result(user: User) -> str:
    return user.widget(f"{PLAN}.result", QLabel).text()


def split_note(user: User) -> str:
    holder = user.button(TAKE_OVER).parentWidget()
    assert holder is not None
    return "\n".join(said_in(holder))


def loans(user: User) -> dict[str, int | None]:
    return dict(user.application.projects[0].loan)


def plan_of(user: User) -> CostPlan:
    plan = user.application.projects[0].cost_plan
    assert plan is not None
    return plan


def test_thisteds_arithmetic_is_shown_with_numbers_and_rounding(thisted: User) -> None:
    texts = thisted.texts()
    assert "14.600" in texts
    assert "31.900 × 8/50 = 5.104 → 5.100" in texts
    assert "74.400 holdes uden for lånet" in texts
    assert result(thisted) == "Låneberettiget i alt: 19.700 (19,7 mio. kr.)"


def test_rounding_to_whole_thousands_gives_19704(thisted: User) -> None:
    thisted.choose(f"{PLAN}.round_to", "hele 1.000 kr.")
    assert "31.900 × 8/50 = 5.104" in thisted.texts()
    assert result(thisted) == "Låneberettiget i alt: 19.704 (19,704 mio. kr.)"
    thisted.undo()
    assert result(thisted) == "Låneberettiget i alt: 19.700 (19,7 mio. kr.)"


def test_the_arithmetic_follows_each_key(thisted: User) -> None:
    thisted.write(f"{PLAN}.lines.1.amount", "50")
    assert "50 × 8/50 = 8 → 0" in thisted.texts()
    thisted.keys("000")
    assert "50.000 × 8/50 = 8.000" in thisted.texts()
    assert result(thisted) == "Låneberettiget i alt: 22.600 (22,6 mio. kr.)"


def test_the_basis_changes_every_shared_line(thisted: User) -> None:
    thisted.write(f"{PLAN}.basis.eligible", "25")
    assert "31.900 × 25/50 = 15.950 → 16.000" in thisted.texts()


def test_taking_over_fills_the_loan_of_2026_and_is_one_step(thisted: User) -> None:
    thisted.click(TAKE_OVER)
    assert loans(thisted) == {"2025": 0, "2026": 19700}
    assert thisted.line("projects.0.loan.2026").text() == "19.700"
    thisted.undo()
    assert loans(thisted) == {"2025": None, "2026": None}
    assert thisted.line("projects.0.loan.2026").text() == ""
    assert not thisted.controller.editor.is_modified


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("50", {"2025": 9850, "2026": 9850}),
        ("100", {"2025": 19700, "2026": 0}),
        ("33,33", {"2025": 6566, "2026": 13134}),
        ("0", {"2025": 0, "2026": 19700}),
    ],
)
def test_the_split_over_the_years_keeps_the_sum_exactly(thisted: User, typed: str, expected: dict[str, int]) -> None:
    thisted.write(f"{PLAN}.split.2025", typed)
    thisted.click(TAKE_OVER)
    assert loans(thisted) == expected
    assert sum(expected.values()) == 19700
    thisted.undo()
    assert loans(thisted) == {"2025": None, "2026": None}


def test_an_odd_amount_is_halved_without_losing_a_thousand(thisted: User) -> None:
    thisted.choose(f"{PLAN}.round_to", "hele 1.000 kr.")
    thisted.write(f"{PLAN}.lines.0.amount", "14601")
    thisted.write(f"{PLAN}.split.2026", "50")
    assert thisted.line(f"{PLAN}.split.2025").text() == "50"
    thisted.click(TAKE_OVER)
    assert sorted(value or 0 for value in loans(thisted).values()) == [9852, 9853]


@pytest.mark.parametrize("typed", ["120", "halvdelen"])
def test_shares_that_do_not_make_100_per_cent_take_nothing_over_and_say_why(thisted: User, typed: str) -> None:
    thisted.write(f"{PLAN}.split.2025", typed)
    thisted.click(TAKE_OVER)
    assert loans(thisted) == {"2025": None, "2026": None}
    assert "100 pct." in split_note(thisted) or "procent" in split_note(thisted)


def test_what_each_year_gets_is_in_view_before_it_is_taken_over(thisted: User) -> None:
    assert "2025: 0 · 2026: 19.700 (hele 1.000 kr.)" in split_note(thisted)
    thisted.write(f"{PLAN}.split.2025", "50")
    assert "2025: 9.850 · 2026: 9.850 (hele 1.000 kr.)" in split_note(thisted)


def test_taking_over_drops_a_half_typed_loan(thisted: User) -> None:
    thisted.write("projects.0.loan.2025", "22,9")
    thisted.click(TAKE_OVER)
    assert thisted.view.half_typed == {}
    assert thisted.line("projects.0.loan.2025").text() == "0"


def test_a_plan_that_cannot_be_allocated_shows_no_sum_and_says_why_at_the_field(thisted: User) -> None:
    thisted.write_and_leave(f"{PLAN}.basis.total", "0")
    assert result(thisted) == ""
    assert thisted.note_at(f"{PLAN}.basis.total") == (
        "Antallet af pladser i alt skal være over 0, før udgifterne kan fordeles."
    )
    thisted.click(TAKE_OVER)
    assert loans(thisted) == {"2025": None, "2026": None}
    assert "Fordelingen kan ikke beregnes endnu." in split_note(thisted)


def test_a_plan_is_added_filled_in_and_removed_and_all_of_it_undone(empty: User) -> None:
    before = empty.application
    empty.click(f"{PLAN}.add")
    empty.write(f"{PLAN}.basis.eligible", "8")
    empty.write(f"{PLAN}.basis.total", "50")
    empty.add_cost_line(treatment="Deles forholdsmæssigt")
    empty.write(f"{PLAN}.lines.0.label", "Fælles")
    empty.write(f"{PLAN}.lines.0.amount", "31.900")
    assert "31.900 × 8/50 = 5.104" in empty.texts()
    filled_in = empty.application
    empty.click(f"{PLAN}.remove")
    assert empty.application.projects[0].cost_plan is None
    assert empty.button(f"{PLAN}.add").isVisible()
    empty.undo()
    assert empty.application == filled_in
    assert empty.line(f"{PLAN}.lines.0.label").text() == "Fælles"
    while empty.controller.editor.can_undo:
        empty.undo()
    assert empty.application == before
    assert not empty.controller.editor.is_modified


def test_a_new_plan_begins_with_the_places_of_the_project(aalborg: User) -> None:
    aalborg.click(f"{PLAN}.add")
    assert aalborg.line(f"{PLAN}.basis.eligible").text() == "19"
    assert aalborg.line(f"{PLAN}.basis.total").text() == "19"


def test_the_focus_goes_to_the_new_plan(aalborg: User) -> None:
    aalborg.click(f"{PLAN}.add")
    focus = aalborg.window.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert focus.objectName().startswith(PLAN)


def test_a_row_that_was_removed_takes_its_arithmetic_with_it(thisted: User) -> None:
    thisted.click(f"{PLAN}.lines.0.delete")
    assert result(thisted) == "Låneberettiget i alt: 5.100 (5,1 mio. kr.)"
    assert thisted.line(f"{PLAN}.lines.0.label").text() == "Fælles- og servicearealer"
    assert "14.600" not in thisted.texts()
    thisted.undo()
    assert result(thisted) == "Låneberettiget i alt: 19.700 (19,7 mio. kr.)"


def test_the_shown_example_stays_as_it_was_shipped(thisted: User) -> None:
    assert thisted.application.projects[0].cost_plan == drafts.example("thisted").projects[0].cost_plan
    thisted.press(Qt.Key.Key_Escape)
    assert not thisted.controller.editor.is_modified


def test_once_taken_over_the_split_says_that_it_is_the_loan(thisted: User) -> None:
    assert "Ansøgt lån" not in split_note(thisted)
    thisted.click(TAKE_OVER)
    assert "Ansøgt lån: 2025: 0 · 2026: 19.700 (hele 1.000 kr.)" in split_note(thisted)
    thisted.write("projects.0.loan.2026", "19000")
    assert "Ansøgt lån" not in split_note(thisted)


@pytest.mark.parametrize("typed", ["80", "33,33", "0"])
def test_an_opened_draft_shows_the_split_of_its_loan(thisted: User, open_draft: OpenDraft, typed: str) -> None:
    thisted.write(f"{PLAN}.split.2025", typed)
    thisted.click(TAKE_OVER)
    said = split_note(thisted)
    again = open_draft(thisted.application)
    assert again.line(f"{PLAN}.split.2025").text() == typed
    assert split_note(again) == said


@pytest.mark.parametrize("treatment", list(Treatment))
def test_a_new_line_is_treated_as_was_chosen(thisted: User, treatment: Treatment) -> None:
    thisted.add_cost_line(treatment=TREATMENTS[treatment])
    assert plan_of(thisted).lines[-1] == CostLine(amount=0, treatment=treatment)
    assert QApplication.focusWidget() is thisted.line(f"{PLAN}.lines.3.label")


def test_no_line_is_added_while_its_treatment_is_not_chosen(thisted: User) -> None:
    before = plan_of(thisted)
    thisted.click(f"{PLAN}.lines.add")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert plan_of(thisted) == before
    assert QApplication.activePopupWidget() is None


def test_a_line_that_was_added_is_scrolled_to(thisted: User) -> None:
    thisted.window.resize(1000, 600)
    for count in (4, 5, 6):
        thisted.add_cost_line()
        assert is_seen_whole(thisted.line(f"{PLAN}.lines.{count - 1}.label"))
        assert is_seen_whole(thisted.button(f"{PLAN}.lines.add"))


def test_a_plan_that_was_added_is_scrolled_to(thisted: User) -> None:
    thisted.window.resize(1000, 600)
    thisted.click(f"{PLAN}.remove")
    thisted.click(f"{PLAN}.add")
    assert is_seen_whole(thisted.button(f"{PLAN}.lines.add"))


def test_a_name_that_is_too_long_shows_its_beginning_when_it_was_left(thisted: User) -> None:
    name = f"{PLAN}.lines.1.label"
    thisted.write(name, "Fælles- og servicearealer i hele bebyggelsen")
    assert thisted.line(name).cursorPosition() > 0
    thisted.press(Qt.Key.Key_Tab)
    assert thisted.line(name).cursorPosition() == 0


def test_the_headings_of_the_lines_are_the_names_of_their_fields(thisted: User, form: Round) -> None:
    paths = [f"projects[].cost_plan.lines[].{name}" for name in ("label", "amount", "treatment")]
    labels = [field.label for path in paths for field in form.fields if field.path == path]
    assert labels == list(CostLinesRows.headings[:3])


def is_seen_whole(widget: QWidget) -> bool:
    settle()
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_plan_for_more_places_than_a_draft_can_count_begins_with_the_most(open_draft: OpenDraft) -> None:
    application = drafts.with_projects(1)
    group = PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=LARGEST_NUMBER)
    user = open_draft(replace(application, projects=(replace(application.projects[0], places=(group, group)),)))
    user.click(f"{PLAN}.add")
    plan = user.application.projects[0].cost_plan
    assert plan is not None
    assert (plan.basis.eligible, plan.basis.total) == (LARGEST_NUMBER, LARGEST_NUMBER)
