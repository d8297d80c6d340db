"""Values that were found go into a draft: nothing is replaced unsaid, and what else stands there stays."""

from collections.abc import Mapping
from datetime import date, datetime
from itertools import count
from typing import Any

import pytest

from botilbud_desktop.domain.application import (
    Application,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, Treatment, Unit
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.document_import.taking import Targets, chosen, replaced, room_for, taken
from botilbud_desktop.domain.editing.editor import Editor, Snapshot
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment, Milestone
from tests.rules.samples import EMPTY_APPLICATION, ROUND, group

LINE = CostLine(label="Fællesarealer", amount=31_900, treatment=Treatment.SHARED)


def ids() -> Any:
    numbers = count(1)
    return lambda: f"00000000-0000-4000-8000-{next(numbers):012}"


def of(values: Mapping[str, object]) -> list[Proposed]:
    return [Proposed(field_path(field), value, "Ark1!A1", is_sure=True) for field, value in values.items()]


def draft(*projects: Project, **others: Any) -> Snapshot:
    return Snapshot(replace(EMPTY_APPLICATION, projects=projects, **others), {})


def project(name: str = "Solgården", number: int = 9, **values: Any) -> Project:
    made = Project(id=f"00000000-0000-4000-8000-00000000009{number}", name=name, loan={"2025": None, "2026": None})
    return replace(made, **values)


def take(values: Mapping[str, object], before: Snapshot, targets: Targets | None = None) -> Snapshot:
    return taken(of(values), before, ROUND, ids(), targets or {})


def told(values: Mapping[str, object], before: Snapshot, targets: Targets) -> list[tuple[str, Any, Any]]:
    return [(str(one.field), one.before, one.after) for one in replaced(of(values), before, ROUND, targets)]


def test_a_new_project_gets_all_values_each_in_its_field() -> None:
    groups = group(15), group(4, LegalBasis.SEL_108)
    after = take(
        {
            "projects[0].name": "Solgården",
            "projects[0].loan.2025": 22_900,
            "projects[0].places[0]": groups[0],
            "projects[0].places[1]": groups[1],
            "projects[0].completion_date": date(2025, 11, 30),
            "projects[0].milestones[0]": Milestone(label="Første spadestik", when="sommeren 2024"),
            "case_number": "2024-005657",
            "cover_note.from": "Job og Velfærd",
            "contacts.emails[0]": "a@b.dk",
        },
        draft(),
    )
    (made,) = after.application.projects
    assert (made.name, made.loan, made.places) == ("Solgården", {"2025": 22_900, "2026": None}, groups)
    assert made.completion_date == date(2025, 11, 30)
    assert made.milestones == (Milestone(label="Første spadestik", when="sommeren 2024"),)
    assert (after.application.case_number, after.application.cover_note.from_) == ("2024-005657", "Job og Velfærd")
    assert after.application.contacts.emails == ("a@b.dk",)
    assert Application.model_validate_json(after.application.model_dump_json(by_alias=True)) == after.application


def test_projects_come_after_those_of_the_draft_in_the_order_of_the_proposal() -> None:
    after = take({"projects[1].name": "B", "projects[0].name": "A"}, draft(project()))
    assert [one.name for one in after.application.projects] == ["Solgården", "A", "B"]
    assert len({one.id for one in after.application.projects}) == 3


def test_of_several_values_for_a_field_the_first_is_taken() -> None:
    values = [*of({"projects[0].loan.2025": 500}), *of({"projects[0].loan.2025": 600})]
    after = taken(values, draft(), ROUND, ids(), {})
    assert after.application.projects[0].loan["2025"] == 500
    assert len(chosen(values)) == 1


def test_more_projects_than_the_form_has_room_for_are_refused() -> None:
    four = draft(*(project(f"P{number}", number) for number in range(4)))
    values = {"projects[0].name": "A", "projects[1].name": "B"}
    assert not room_for(of(values), four, ROUND, {})
    with pytest.raises(ValueError, match="room"):
        take(values, four)
    assert room_for(of(values), four, ROUND, {1: 2})
    assert [one.name for one in take(values, four, {1: 2}).application.projects] == ["P0", "P1", "B", "P3", "A"]


def test_two_projects_cannot_go_into_the_same_one() -> None:
    with pytest.raises(ValueError, match="same"):
        take({"projects[0].name": "A", "projects[1].name": "B"}, draft(project()), {0: 0, 1: 0})


def test_what_is_replaced_is_told_and_what_is_not_is_not() -> None:
    before = draft(project(loan={"2025": 22_900, "2026": None}, purpose="Før"))
    values = {
        "projects[0].name": "Solgården",
        "projects[0].loan.2025": 20_000,
        "projects[0].loan.2026": 100,
        "projects[0].purpose": "Før",
        "case_number": "7",
    }
    assert told(values, before, {0: 0}) == [("projects[0].loan.2025", 22_900, 20_000)]
    assert told(values, before, {}) == []
    numbered = before._replace(application=replace(before.application, case_number="6"))
    assert told(values, numbered, {}) == [("case_number", "6", "7")]


def test_half_typed_text_stays_and_that_of_a_taken_field_is_told_first() -> None:
    half_typed = {"projects[0].loan.2025": "22,9", "projects[0].loan.2026": "ca. 5", "contacts.phones": "12"}
    before = draft(project())._replace(half_typed=half_typed)
    values = {"projects[0].loan.2025": 22_900}
    (lost,) = replaced(of(values), before, ROUND, {0: 0})
    assert (str(lost.field), lost.half_typed) == ("projects[0].loan.2025", "22,9")
    after = take(values, before, {0: 0})
    assert after.half_typed == {"projects[0].loan.2026": "ca. 5", "contacts.phones": "12"}
    assert after.application.projects[0].loan["2025"] == 22_900


def test_a_number_of_places_leaves_the_division_that_has_the_same_sum() -> None:
    groups = group(15), group(4, LegalBasis.SEL_108)
    values = {"projects[0].places[0]": group(19, ROUND.usual_basis)}
    assert take(values, draft(project(places=groups)), {0: 0}).application.projects[0].places == groups
    assert told(values, draft(project(places=groups)), {0: 0}) == []


def test_places_of_a_year_are_replaced_together_and_others_stay() -> None:
    other = group(8, year=2026)
    owned = group(42, LegalBasis.ABL_105)
    before = draft(project(places=(owned, group(10), other, group(9, LegalBasis.SEL_108))))
    divided = {"projects[0].places[0]": group(15), "projects[0].places[1]": group(4, LegalBasis.SEL_108)}
    after = take(divided, before, {0: 0}).application.projects[0].places
    assert after == (owned, group(15), group(4, LegalBasis.SEL_108), other)
    assert [field for field, _before, _after in told(divided, before, {0: 0})] == ["projects[0].places"]
    fewer = take({"projects[0].places[0]": group(40, LegalBasis.ABL_105)}, before, {0: 0}).application.projects[0]
    assert fewer.places[0] == group(40, LegalBasis.ABL_105)
    assert len(fewer.places) == 4


def test_a_single_group_keeps_its_legal_basis_when_only_its_number_is_known() -> None:
    before = draft(project(places=(group(15, LegalBasis.SEL_108),)))
    after = take({"projects[0].places[0]": group(19, ROUND.usual_basis)}, before, {0: 0})
    assert after.application.projects[0].places == (group(19, LegalBasis.SEL_108),)


def test_no_places_are_no_row_and_take_away_those_of_the_year() -> None:
    none = {"projects[0].places[0]": group(0, ROUND.usual_basis)}
    assert take(none, draft()).application.projects[0].places == ()
    before = draft(project(places=(group(15),)))
    assert take(none, before, {0: 0}).application.projects[0].places == ()
    assert told(none, before, {0: 0}) == [("projects[0].places", (group(15),), ())]


def test_rows_are_added_and_those_of_the_same_name_replaced() -> None:
    rate = DailyRate(label="Botilbud Nord", lowest=1644, highest=7140)
    before = draft(project(daily_rates=(rate,), milestones=(Milestone(label="Udbud", when="2024"),)))
    values = {
        "projects[0].daily_rates[0]": replace(rate, highest=7000),
        "projects[0].daily_rates[1]": DailyRate(lowest=1, highest=2),
        "projects[0].milestones[0]": Milestone(label="Ibrugtagning", when="2026"),
    }
    after = take(values, before, {0: 0}).application.projects[0]
    assert [one.highest for one in after.daily_rates] == [7000, 2]
    assert [one.label for one in after.milestones] == ["Udbud", "Ibrugtagning"]
    assert [field for field, _before, _after in told(values, before, {0: 0})] == ["projects[0].daily_rates"]
    assert take(values, Snapshot(replace(before.application, projects=(after,)), {}), {0: 0}).application.projects == (
        after,
    )


def test_a_cost_plan_begins_with_the_places_of_the_project_and_a_basis_that_was_found_is_its() -> None:
    places = {
        "projects[0].cost_plan.lines[0]": LINE,
        "projects[0].places[0]": group(8),
        "projects[0].places[1]": group(42, LegalBasis.ABL_105),
    }
    plan = take(places, draft()).application.projects[0].cost_plan
    assert plan is not None
    assert (plan.basis, plan.lines) == (CostBasis(unit=Unit.PLACES, eligible=8, total=50), (LINE,))
    basis = CostBasis(unit=Unit.AREA_M2, eligible=1, total=2)
    values = {**places, "projects[0].cost_plan.basis": basis, "projects[0].cost_plan.round_to": 100}
    plan = take(values, draft()).application.projects[0].cost_plan
    assert plan is not None
    assert (plan.basis, plan.round_to, plan.lines) == (basis, 100, (LINE,))
    before = draft(project(cost_plan=replace(plan, lines=(replace(LINE, amount=1),))))
    assert [field for field, _old, _new in told(values, before, {0: 0})] == ["projects[0].cost_plan.lines"]
    assert told(values, draft(project()), {0: 0}) == []


def test_a_comment_on_a_row_stays_with_its_row() -> None:
    made = project(places=(group(10), group(8, year=2026)))
    comment = Comment(
        id="1",
        field=f"projects[{made.id}].places[1].count",
        text="Er det 8?",
        author="Ida",
        written_at=datetime.fromisoformat("2026-11-27T14:32:00+01:00"),
    )
    before = draft(made, comments=(comment,))
    values = {"projects[0].places[0]": group(6), "projects[0].places[1]": group(4, LegalBasis.SEL_108)}
    after = take(values, before, {0: 0}).application
    assert after.projects[0].places[2] == group(8, year=2026)
    assert after.comments[0].field == f"projects[{made.id}].places[2].count"


def test_all_of_it_is_one_step_that_can_be_undone() -> None:
    before = draft(project(loan={"2025": 1, "2026": None}))._replace(half_typed={"contacts.phones": "12"})
    editor = Editor(before.application, before.half_typed)
    editor.replace_all(take({"projects[0].loan.2025": 5, "projects[1].name": "Ny"}, editor.snapshot, {0: 0}))
    assert len(editor.application.projects) == 2
    editor.undo()
    assert editor.snapshot == before


def test_places_from_elsewhere_keep_their_origin() -> None:
    kept = PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.PRESERVED, count=3)
    after = take({"projects[0].places[0]": kept}, draft(project(places=(group(10),))), {0: 0})
    assert after.application.projects[0].places == (group(10), kept)
