"""What the summary of a proposal says is what happens: nothing goes unsaid, what changes nothing is not counted."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import Applicant, Application, LegalBasis, Origin, PlaceGroup, Project, Stay
from botilbud_desktop.domain.cost_plan import CostBasis, Unit
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.document_import.taking import taken
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.rows import Destination, Standing
from botilbud_desktop.ui.document_import.summary import summary_of, taken_words
from botilbud_desktop.ui.document_import.wording import explained
from tests.ui import drafts
from tests.ui.proposals import NAME, proposed, two_projects
from tests.ui.test_document_choices import EMPTY, choices, row, whole


def group(count: int, basis: LegalBasis, year: int = 2025, stay: Stay | None = None) -> PlaceGroup:
    return PlaceGroup(year=year, legal_basis=basis, origin=Origin.NEW, count=count, stay=stay)


def found(number: int, value: PlaceGroup, *, is_sure: bool = False) -> Proposed:
    return proposed(f"projects[0].places[{number}]", value, f"afsnit {number}", is_sure=is_sure)


def with_places(*groups: PlaceGroup) -> Application:
    return replace(EMPTY, projects=(Project(id=drafts.uuid(2), name=NAME, places=groups),))


def after(made: Choices) -> Application:
    chosen = made.chosen
    return taken(chosen.values, made.before, made.round, lambda: drafts.uuid(9), chosen.targets).application


def test_places_of_a_year_of_which_none_is_ticked_stay_as_they_are(form: Round) -> None:
    """One row of the document is in the draft, too; the others of the year are divided otherwise there."""
    draft = with_places(group(15, LegalBasis.SEL_107), group(4, LegalBasis.SEL_108))
    values = (
        proposed("projects[0].name", NAME, "afsnit 9"),
        proposed("projects[0].share_for_others", "100", "afsnit 8"),
        found(0, group(11, LegalBasis.SEL_107)),
        found(1, group(4, LegalBasis.SEL_107, stay=Stay.RESPITE)),
        found(2, group(4, LegalBasis.SEL_108)),
    )
    made = choices(form, draft, Proposal(values))
    assert [one.is_ticked for one in made.rows if isinstance(one.value, PlaceGroup)] == [False] * 3
    assert after(made).projects[0].places == draft.projects[0].places
    made.tick(row(made, "projects[0].places[0]"), True)
    assert "1, der erstatter noget i kladden" in summary_of(made)[1]
    assert after(made).projects[0].places == (group(11, LegalBasis.SEL_107), group(4, LegalBasis.SEL_108))


def test_what_the_draft_holds_cannot_be_ticked_and_is_not_counted(form: Round) -> None:
    project = Project(id=drafts.uuid(2), name=NAME, share_for_others="100")
    made = choices(form, replace(EMPTY, projects=(project,)))
    made.tick_all(made.rows, True)
    share = row(made, "projects[0].share_for_others")
    assert (made.standing(share), share.is_ticked) == (Standing.SAME, False)
    assert "2 står i kladden i forvejen." in summary_of(made)[1]
    assert taken_words(made).startswith("10 værdier er hentet ind")


def test_a_value_that_is_corrected_to_what_the_draft_holds_is_not_taken(form: Round) -> None:
    project = Project(id=drafts.uuid(2), name=NAME, loan={"2025": 20_000})
    made = choices(form, replace(EMPTY, projects=(project,)))
    loan = row(made, "projects[0].loan.2025")
    made.correct(loan, whole(made, loan), "20.000")
    assert (made.standing(loan), loan.is_ticked) == (Standing.SAME, False)


def test_undivided_places_that_the_draft_has_divided_are_there_already(form: Round) -> None:
    divided = (group(5, LegalBasis.SEL_107), group(3, LegalBasis.SEL_108))
    values = (proposed("projects[0].name", NAME, "afsnit 9"), found(0, group(8, form.usual_basis), is_sure=True))
    made = choices(form, with_places(*divided), Proposal(values))
    places = row(made, "projects[0].places[0]")
    assert (made.standing(places), places.is_ticked, made.present(places)) == (Standing.SAME, False, divided)


def test_a_tick_of_the_user_comes_back_when_the_project_goes_elsewhere_again(form: Round) -> None:
    project = Project(id=drafts.uuid(2), name="Andet", share_for_others="100")
    made = choices(form, replace(EMPTY, projects=(project,)))
    share = row(made, "projects[0].share_for_others")
    made.aim(0, Destination.NEW)
    made.tick(share, True)
    made.aim(0, 0)
    assert (made.standing(share), share.is_ticked) == (Standing.SAME, False)
    made.aim(0, Destination.NEW)
    assert share.is_ticked


def test_ticking_all_takes_the_proposed_one_of_two_or_the_one_that_was_ticked(form: Round) -> None:
    made = choices(form)
    first, second = (row(made, "projects[0].completion_date", number) for number in (0, 1))
    made.tick_all(made.rows, True)
    assert (first.is_ticked, second.is_ticked) == (True, False)
    made.tick(second, True)
    made.tick_all(made.rows, True)
    assert (first.is_ticked, second.is_ticked) == (False, True)


def test_a_row_without_places_is_not_taken(form: Round) -> None:
    made = choices(form)
    places = row(made, "projects[0].places[0]")
    count = next(part for part in made.parts(places) if part.place == FieldPath(("count",)))
    made.correct(places, count, "0")
    assert (made.standing(places), places.is_ticked) == (Standing.EMPTY, False)
    assert "1 er tom og hentes ikke ind." in summary_of(made)[1]
    assert after(made).projects[0].places == ()
    made.correct(places, count, "3")
    assert (made.standing(places), places.is_ticked) == (Standing.CORRECTED, True)


def test_the_reason_is_that_of_the_part_that_cannot_be_read(form: Round) -> None:
    basis_of_draft = CostBasis(unit=Unit.PLACES, eligible=8, total=50)
    value = proposed("projects[0].cost_plan.basis", basis_of_draft, "afsnit 1")
    made = choices(form, proposal=Proposal((value,)))
    [basis] = made.rows
    eligible, total = made.parts(basis)[1:]
    made.correct(basis, eligible, "mange")
    wrong = basis.problem
    made.correct(basis, total, "9" * 20)
    made.correct(basis, total, "50")
    assert basis.problem == wrong
    assert "1 er ikke forstået og hentes ikke ind, før den er rettet." in summary_of(made)[1]


def test_a_remark_on_a_corrected_value_is_said_of_what_was_found(form: Round) -> None:
    read = proposed("projects[0].completion_date", date(2026, 3, 31), "afsnit 1", "Det er læst.", is_sure=False)
    text = proposed("projects[0].description", "a" * 1003, "afsnit 2", "Teksten er på 1.003 tegn.", is_sure=False)
    made = choices(form, proposal=Proposal((read, text)))
    for value, typed in zip(made.rows, ("01.04.2026", "b"), strict=True):
        made.correct(value, whole(made, value), typed)
    assert explained(made, made.rows[0]) == "Der blev fundet »31.03.2026«. Det er læst."
    assert explained(made, made.rows[1]) == "Om det, der blev fundet: Teksten er på 1.003 tegn."


def test_a_document_of_another_municipality_is_told_first(form: Round) -> None:
    draft = replace(EMPTY, applicant=Applicant(municipality_code="787"))
    made = choices(form, draft)
    told = "Dokumentet nævner Aalborg Kommune, men kladden hører til Thisted Kommune."
    assert summary_of(made)[1].startswith(told)
    made.tick(row(made, "applicant.municipality_code"), True)
    assert told not in summary_of(made)[1]
    assert told not in summary_of(choices(form))[1]


def test_rows_of_the_same_name_stay_beside_each_other(form: Round) -> None:
    """The draft has one of two costs of the same name: taking the other must not replace it."""
    plan = drafts.example("thisted").projects[0].cost_plan
    assert plan is not None
    one, other = (replace(plan.lines[0], label="Andet", amount=amount) for amount in (100, 200))
    project = Project(id=drafts.uuid(2), name=NAME, cost_plan=replace(plan, lines=(one,)))
    values = (
        proposed("projects[0].name", NAME, "afsnit 9"),
        proposed("projects[0].cost_plan.lines[0]", one, "tabel 1, række 1"),
        proposed("projects[0].cost_plan.lines[1]", other, "tabel 1, række 2"),
    )
    made = Choices(Proposal(values), Snapshot(replace(EMPTY, projects=(project,)), {}), form)
    assert row(made, "projects[0].cost_plan.lines[1]").is_ticked
    changed = after(made).projects[0].cost_plan
    assert changed is not None
    assert [line.amount for line in changed.lines] == [100, 200]


def test_nothing_is_counted_twice(form: Round) -> None:
    made = choices(form, proposal=two_projects())
    made.tick_all(made.rows, True)
    assert summary_of(made)[1].startswith(f"{len(made.rows) - 1} værdier hentes ind, heraf 2 tvivlsomme.")


def test_that_undivided_places_keep_the_basis_of_the_draft_is_told(form: Round) -> None:
    values = (proposed("projects[0].name", NAME, "afsnit 9"), found(0, group(8, form.usual_basis)))
    made = choices(form, with_places(group(9, LegalBasis.SEL_107)), Proposal(values))
    places = row(made, "projects[0].places[0]")
    assert "Pladserne beholder det lovgrundlag, der står i kladden." in explained(made, places)
    made.tick(places, True)
    assert after(made).projects[0].places == (group(8, LegalBasis.SEL_107),)
    made = choices(form, with_places(), Proposal(values))
    assert "beholder" not in explained(made, row(made, "projects[0].places[0]"))


def test_what_is_taken_and_too_long_is_counted(form: Round) -> None:
    asked = form.field("projects[].description")
    assert asked is not None
    assert asked.limit is not None
    long = proposed("projects[0].description", "a" * (asked.limit + 1), "afsnit 1")
    name = proposed("projects[0].name", NAME, "afsnit 2", "Det er læst.", is_sure=False)
    made = choices(form, proposal=Proposal((name, long)))
    assert summary_of(made)[1].startswith("1 værdi hentes ind, heraf 1 for lang. 1 er tvivlsom og hentes ikke ind,")
    made.tick_all(made.rows, True)
    assert summary_of(made)[1] == "2 værdier hentes ind, heraf 1 tvivlsom og 1 for lang."


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (0, "Kladden har ingen, og 6 nye er valgt. Fjern fluebenet ved nogle af dem."),
        (
            5,
            "Kladden har 5 projekter, og 6 nye er valgt. Vælg et projekt i kladden for nogle af dem, eller fjern",
        ),
    ],
)
def test_what_is_to_be_done_when_there_is_no_room_is_told(form: Round, there: int, told: str) -> None:
    names = tuple(proposed(f"projects[{number}].name", f"Hus {number}", "afsnit 1") for number in range(6))
    made = choices(form, replace(EMPTY, projects=drafts.with_projects(there).projects), Proposal(names))
    for project in range(6):
        made.aim(project, Destination.NEW)
    assert summary_of(made)[1].startswith(f"Der er kun plads til 5 projekter. {told}")


def test_values_of_a_project_that_is_left_out_are_told_as_such(form: Round) -> None:
    made = choices(form)
    made.aim(1, Destination.NOWHERE)
    assert "2 er i et projekt, der ikke hentes ind." in summary_of(made)[1]
    assert "valgt fra" not in summary_of(made)[1]
