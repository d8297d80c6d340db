"""A new draft from an earlier one: nothing moves to another year by itself, and nothing belongs to both."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.canonical import as_json_values
from botilbud_desktop.domain.editing.carry_over import (
    Wishes,
    carried_over,
    proposed_wishes,
    years_in_use,
    years_meeting,
)
from botilbud_desktop.domain.editing.carry_report import CarryReport, carry_report
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment, ContentVerdict, CoverNote, InsertedFact, Milestone
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.other_rounds import LARGER, SMALLER, draft_of, other_round
from tests.strategies import applications
from tests.ui import drafts
from tests.ui.keeping import NOW

OLD = FormLibrary(forms_folder()).round(drafts.ROUND)
NEXT, SMALL = other_round(LARGER), other_round(SMALLER)
NOTHING = Wishes((0, 1), {"2025": None, "2026": None})
MOVED = Wishes((0, 1), {"2025": "2027", "2026": "2028"}, dates=True, amounts=True, numbers=True, notes=True)


def ids() -> Callable[[], str]:
    numbers = count(500)
    return lambda: drafts.uuid(next(numbers))


def earlier() -> Application:
    """Aalborg's draft with everything that belongs to it alone, approved."""
    draft = drafts.complete()
    first = replace(draft.projects[0], milestones=(Milestone(label="Spadestik", when="maj"),), partners=("787", "999"))
    comment = Comment(id=drafts.uuid(7), field=f"projects[{first.id}].name", text="Er det rigtigt?", written_at=NOW)
    whole = replace(
        draft,
        projects=(first, *draft.projects[1:]),
        case_number="2024-5657",
        document_number="17",
        internal_notes="Ring til KKR",
        cover_note=CoverNote(text="Fælles"),
        judged_contents={"3": ContentVerdict.COVERED},
        inserted_facts=(InsertedFact(content=4, text="19 pladser"),),
        comments=(comment,),
    )
    return approved(whole, "Åse", NOW)


def report(wishes: Wishes, round_: Round = NEXT, old: Application | None = None) -> CarryReport:
    old = old or earlier()
    return carry_report(old, OLD, carried_over(old, round_, wishes, ids()), round_, wishes)


def test_what_goes_on_comes_along_and_what_belongs_to_the_earlier_draft_does_not() -> None:
    old = earlier()
    new = carried_over(old, NEXT, NOTHING, ids())
    assert new.round == LARGER
    assert new.applicant == old.applicant
    assert new.contacts == old.contacts
    assert new.description == old.description
    assert [project.name for project in new.projects] == [project.name for project in old.projects]
    assert [project.description for project in new.projects] == [project.description for project in old.projects]
    assert (new.approvals, new.comments, new.judged_contents, new.inserted_facts) == ((), (), {}, ())
    assert (new.case_number, new.document_number, new.internal_notes, new.cover_note) == ("", "", "", CoverNote())


def test_no_id_is_in_both_drafts() -> None:
    old = earlier()
    new = carried_over(old, NEXT, MOVED, ids())
    olds = {old.id, *(project.id for project in old.projects), *(comment.id for comment in old.comments)}
    assert not any(each in str(as_json_values(new)) for each in olds)


def test_without_an_answer_no_amount_date_or_place_comes_along() -> None:
    for project in carried_over(earlier(), NEXT, NOTHING, ids()).projects:
        assert project.loan == {"2027": None, "2028": None, "2029": None}
        assert project.places == ()
        assert (project.gross_construction_cost, project.cost_plan) == (None, None)
        assert (project.completion_date, project.milestones) == (None, ())


def test_amounts_and_places_go_on_in_the_years_that_were_chosen() -> None:
    old = earlier()
    new = carried_over(old, NEXT, MOVED, ids())
    for before, after in zip(old.projects, new.projects, strict=True):
        assert after.loan == {"2027": before.loan["2025"], "2028": before.loan["2026"], "2029": None}
        assert [(group.year, group.count) for group in after.places] == [
            (group.year + 2, group.count) for group in before.places
        ]
        assert after.gross_construction_cost == before.gross_construction_cost
        assert after.completion_date == before.completion_date
        assert after.milestones == before.milestones
    assert (new.case_number, new.internal_notes, new.cover_note.text) == ("2024-5657", "Ring til KKR", "Fælles")


def test_only_the_chosen_projects_go_on() -> None:
    old = earlier()
    new = carried_over(old, NEXT, NOTHING._replace(projects=(1,)), ids())
    assert [project.name for project in new.projects] == [old.projects[1].name]


def test_only_years_that_both_rounds_have_are_proposed() -> None:
    old = earlier()
    assert years_in_use(old) == ("2025", "2026")
    assert proposed_wishes(old, NEXT).years == {"2025": None, "2026": None}
    assert proposed_wishes(old, OLD).years == {"2025": "2025", "2026": "2026"}
    assert proposed_wishes(old, NEXT).projects == (0, 1)


def test_two_years_are_never_mixed_in_one() -> None:
    mixed = NOTHING._replace(years={"2025": "2027", "2026": "2027"})
    assert years_meeting(mixed) == ("2027",)
    assert years_meeting(MOVED) == ()
    with pytest.raises(ValueError, match="mixed"):
        carried_over(earlier(), NEXT, mixed, ids())


def test_a_municipality_that_the_new_round_does_not_know_stays_behind() -> None:
    few = replace(NEXT, municipalities=tuple(known for known in NEXT.municipalities if known.code == "787"))
    new = carried_over(earlier(), few, NOTHING, ids())
    assert new.applicant.municipality_code is None
    assert new.projects[0].partners == ("787",)
    assert "Aalborg Kommune, som den nye runde ikke kender" in report(NOTHING, few).left


def test_the_report_tells_what_came_what_stayed_and_where_amounts_stand_now() -> None:
    told = report(NOTHING._replace(years={"2025": "2027", "2026": None}))
    assert told.taken[0] == "Aalborg Kommune"
    assert "Lån og pladser fra 2025, som nu står i 2027" in told.taken
    assert {"Kontaktoplysninger", "Den samlede beskrivelse"} < set(told.taken)
    assert {"Lån og pladser i 2026", "Journalnummer og dokumentnummer", "Interne noter og notat til KKR"} < set(
        told.left
    )
    assert {"Forventet afslutning og milepæle", "Bruttoanlægsudgift og fordeling"} < set(told.left)
    assert told.left[-1].startswith("Godkendelser, flueben fra overførslen, kommentarer")
    assert "Lån og pladser i 2028 og 2029" in told.asked
    assert any(line.startswith("Læs teksterne igennem") for line in told.asked)
    assert any(line.startswith("Se svarene om projekterne igennem") for line in told.asked)


def test_the_report_tells_only_of_the_projects_that_go_on() -> None:
    wishes = NOTHING._replace(projects=(1,), years={"2025": "2027", "2026": "2028"}, dates=True, amounts=True)
    told = report(wishes)
    assert told.left[0].startswith("Projekt 1: ")
    assert not any("2025" in line for line in (*told.taken, *told.left))
    assert "Lån og pladser fra 2026, som nu står i 2028" in told.taken
    assert "Lån og pladser i 2027 og 2029" in told.asked
    none = report(wishes._replace(projects=()))
    assert not any(line.startswith(("Lån og pladser", "Forventet", "Brutto")) for line in none.taken)
    assert not any(line.startswith("Se svarene") for line in none.asked)


def test_the_report_tells_what_the_new_form_has_no_room_for() -> None:
    old = replace(drafts.with_projects(3), description="x" * 3_900)
    wishes = Wishes((0, 1, 2), {"2025": None, "2026": None})
    told = carry_report(old, OLD, carried_over(old, SMALL, wishes, ids()), SMALL, wishes)
    assert f"Skemaet har plads til {SMALL.max_projects} projekter. Der er 3." in told.asked
    limit = SMALL.field("description")
    assert limit is not None
    assert any(line.startswith("Den samlede beskrivelse er på 3.900 tegn.") for line in told.asked)


def test_a_field_that_the_earlier_form_lacked_is_named_and_the_years_are_not() -> None:
    old_form = replace(OLD, fields=tuple(field for field in OLD.fields if field.path != "projects[].building"))
    new = carried_over(earlier(), NEXT, NOTHING, ids())
    told = carry_report(earlier(), old_form, new, NEXT, NOTHING).asked
    assert [line for line in told if line.startswith("Nyt i skemaet")] == [
        "Nyt i skemaet: Nybyggeri eller eksisterende bygning"
    ]


@pytest.mark.parametrize("to", [OLD, NEXT, SMALL], ids=["same", "larger", "smaller"])
@pytest.mark.parametrize("from_", [drafts.ROUND, LARGER, SMALLER])
def test_every_round_goes_on_in_every_other_and_is_judged(from_: str, to: Round) -> None:
    old = earlier() if from_ == drafts.ROUND else draft_of(from_)
    new = carried_over(old, to, proposed_wishes(old, to), ids())
    assert Assessor(to).assess(new, NOW.date()).totals.loan.keys() == set(to.year_keys)
    assert new.applicant == old.applicant


@given(applications())
def test_any_draft_goes_on(old: Application) -> None:
    wishes = proposed_wishes(old, NEXT)
    new = carried_over(old, NEXT, wishes, ids())
    assert len(new.projects) == len(old.projects)
    assert all(tuple(project.loan) == NEXT.year_keys for project in new.projects)
    carry_report(old, OLD, new, NEXT, wishes)
