"""What is ticked, asked and counted of a proposal before anything is taken."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import Application, LegalBasis, Origin, PlaceGroup, Project
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.document_import.taking import taken
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.parts import Part
from botilbud_desktop.ui.document_import.rows import Destination, Row, Standing
from botilbud_desktop.ui.document_import.summary import summary_of, taken_words
from botilbud_desktop.ui.document_import.wording import remarks_on, targets_of
from botilbud_desktop.ui.style.states import State
from tests.ui import drafts
from tests.ui.proposals import NAME, QUOTES, proposed, two_projects

EMPTY = Application(id=drafts.uuid(1), round=drafts.ROUND)


def choices(form: Round, draft: Application = EMPTY, proposal: Proposal | None = None) -> Choices:
    return Choices(proposal or two_projects(), Snapshot(draft, {}), form)


def row(of: Choices, field: str, number: int = 0) -> Row:
    """Returns the value of a field, one of several by its number."""
    return [found for found in of.rows if found.found.field == field_path(field)][number]


def whole(of: Choices, found: Row) -> Part:
    [part] = of.parts(found)
    return part


def test_sure_values_are_ticked_and_doubtful_ones_are_not(form: Round) -> None:
    made = choices(form)
    assert [found.is_ticked for found in made.rows] == [found.found.is_sure for found in made.rows]


def test_projects_of_an_empty_draft_are_new(form: Round) -> None:
    made = choices(form)
    assert made.targets == {0: Destination.NEW, 1: Destination.NEW}
    assert made.chosen.targets == {0: None, 1: None}


def test_a_blank_project_is_filled_first(form: Round) -> None:
    made = choices(form, replace(EMPTY, projects=(Project(id=drafts.uuid(2)),)))
    assert made.targets == {0: 0, 1: Destination.NEW}


def test_a_project_of_the_same_name_is_certain_and_one_of_a_like_name_is_asked_about(form: Round) -> None:
    projects = (
        Project(id=drafts.uuid(2), name="9 boliger i byen"),
        Project(id=drafts.uuid(3), name=f" {NAME.upper()}"),
    )
    made = choices(form, replace(EMPTY, projects=projects))
    assert made.targets == {0: 1, 1: Destination.ASKED}
    assert made.asked == [1]
    assert targets_of(made, 1)[:3] == [Destination.ASKED, 0, Destination.NEW]
    made.aim(1, Destination.NOWHERE)
    assert made.asked == []
    assert not any(found.is_ticked for found in made.rows_of(1))


def test_a_project_of_the_draft_takes_only_one(form: Round) -> None:
    made = choices(form, replace(EMPTY, projects=(Project(id=drafts.uuid(2), name="Andet"),)))
    made.aim(0, 0)
    made.aim(1, 0)
    assert made.targets == {0: Destination.ASKED, 1: 0}


def test_what_would_replace_something_is_not_ticked_and_what_is_there_is_told(form: Round) -> None:
    project = Project(id=drafts.uuid(2), name=NAME, loan={"2025": 20_000}, share_for_others="100")
    made = choices(form, replace(EMPTY, projects=(project,)))
    loan, share = row(made, "projects[0].loan.2025"), row(made, "projects[0].share_for_others")
    assert (made.standing(loan), loan.is_ticked) == (Standing.REPLACES, False)
    assert (made.standing(share), share.is_ticked) == (Standing.SAME, False)
    made.tick(loan, True)
    assert "1, der erstatter noget i kladden" in summary_of(made)[1]


def test_a_half_typed_value_would_be_replaced_too(form: Round) -> None:
    before = Snapshot(
        replace(EMPTY, projects=(Project(id=drafts.uuid(2), name=NAME),)), {"projects[0].loan.2025": "2x"}
    )
    made = Choices(two_projects(), before, form)
    assert made.standing(row(made, "projects[0].loan.2025")) is Standing.REPLACES


def test_only_one_of_two_values_for_a_field_is_taken(form: Round) -> None:
    made = choices(form)
    first, second = (row(made, "projects[0].completion_date", number) for number in (0, 1))
    made.tick(first, True)
    made.tick(second, True)
    assert (first.is_ticked, second.is_ticked) == (False, True)


def test_two_sure_values_for_a_field_are_not_both_ticked(form: Round) -> None:
    twice = Proposal((proposed("case_number", "1", "afsnit 1"), proposed("case_number", "2", "afsnit 2")))
    assert [found.is_ticked for found in choices(form, proposal=twice).rows] == [True, False]


def test_a_correction_is_taken_and_what_cannot_be_read_is_not(form: Round) -> None:
    made = choices(form)
    day = row(made, "projects[0].completion_date")
    made.correct(day, whole(made, day), "1. marts 2026")
    assert (day.value, day.is_ticked, made.standing(day)) == (date(2026, 3, 1), True, Standing.CORRECTED)
    made.correct(day, whole(made, day), "engang")
    assert (day.is_ticked, made.standing(day)) == (False, Standing.NOT_UNDERSTOOD)
    assert day.value == date(2026, 3, 1)
    made.tick(day, True)
    assert not day.is_ticked
    for emptied in ("", "   "):
        made.correct(day, whole(made, day), emptied)
        assert (day.is_ticked, made.standing(day)) == (False, Standing.EMPTY)
    assert "1 er tom og hentes ikke ind." in summary_of(made)[1]


def test_one_part_of_a_record_is_corrected(form: Round) -> None:
    made = choices(form)
    places = row(made, "projects[0].places[0]")
    count = next(part for part in made.parts(places) if part.place == FieldPath(("count",)))
    made.correct(places, count, "14")
    assert places.value.count == 14
    assert places.found._replace(value=places.value) in made.chosen.values


def test_the_summary_counts_what_is_taken_and_what_is_not(form: Round) -> None:
    state, summary = summary_of(choices(form))
    assert state is State.ATTENTION
    assert summary == (
        "10 værdier hentes ind. 3 er tvivlsomme og hentes ikke ind, før du sætter flueben. "
        "2 steder i dokumentet er udeladt."
    )
    assert taken_words(choices(form)) == (
        "10 værdier er hentet ind fra dokumentet. 3 fundne værdier og 2 udeladte steder er ikke hentet."
    )


def test_too_many_new_projects_are_told(form: Round) -> None:
    made = choices(form, replace(EMPTY, projects=drafts.with_projects(form.max_projects).projects))
    for project in (0, 1):
        made.aim(project, Destination.NEW)
    assert made.are_too_many
    assert summary_of(made)[0] is State.PROBLEM


def test_all_that_is_left_out_or_not_found_is_listed(form: Round) -> None:
    texts = [text for _state, text in remarks_on(choices(form))]
    assert "Udeladt (tabel 3, række 4): »I alt 19« Rækken er en sum af dem over den." in texts
    assert any("Projekt 2 i dokumentet – ikke fundet:" in text and "Forventet afslutning" in text for text in texts)


def test_the_values_stand_in_the_order_of_the_form(form: Round) -> None:
    turned = Proposal(tuple(reversed(two_projects().values)))
    fields = [str(found.found.field) for found in choices(form, proposal=turned).rows]
    assert fields[:5] == [
        "applicant.municipality_code",
        "case_number",
        "projects[0].name",
        "projects[0].loan.2025",
        "projects[0].share_for_others",
    ]


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("afsnit 7", "Bygningen er en ældre, ledig institution."),
        ("tabel 2, række 2", "I alt | 22.900"),
        ("tabel 2, række 1 og afsnit 2", "Lån 2025 | 22.900\nAalborg Kommune ansøger om lån."),
        ("afsnit 2-7", "Aalborg Kommune ansøger om lån.\nBygningen er en ældre, ledig institution."),
        ("afsnit 1-999999", "Aalborg Kommune ansøger om lån.\nBygningen er en ældre, ledig institution."),
        ("Ark1!B4", ""),
    ],
)
def test_the_words_at_a_place_are_found(source: str, quote: str) -> None:
    assert QUOTES.at(source) == quote


def places(number: int, basis: LegalBasis, count: int) -> Proposed:
    group = PlaceGroup(year=2025, legal_basis=basis, origin=Origin.NEW, count=count)
    return proposed(f"projects[0].places[{number}]", group, f"afsnit {number}")


def test_places_that_the_draft_has_stay_when_others_of_their_year_are_taken(form: Round) -> None:
    found = (places(0, LegalBasis.SEL_107, 15), places(1, LegalBasis.SEL_108, 4))
    name = proposed("projects[0].name", NAME, "afsnit 9")
    first = PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=15)
    project = Project(id=drafts.uuid(2), name=NAME, places=(first,))
    made = choices(form, replace(EMPTY, projects=(project,)), Proposal((name, *found)))
    standings = [made.standing(row(made, f"projects[0].places[{number}]")) for number in (0, 1)]
    assert standings == [Standing.SAME, Standing.SURE]
    chosen = made.chosen
    after = taken(chosen.values, made.before, form, lambda: drafts.uuid(3), chosen.targets)
    assert [group.count for group in after.application.projects[0].places] == [15, 4]


def test_undivided_places_of_the_draft_would_be_replaced_and_are_shown(form: Round) -> None:
    undivided = PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107_108, origin=Origin.NEW, count=19)
    project = Project(id=drafts.uuid(2), name=NAME, places=(undivided,))
    name = proposed("projects[0].name", NAME, "afsnit 9")
    proposal = Proposal((name, places(0, LegalBasis.SEL_107, 15)))
    made = choices(form, replace(EMPTY, projects=(project,)), proposal)
    found = row(made, "projects[0].places[0]")
    assert (made.standing(found), found.is_ticked) == (Standing.REPLACES, False)
    assert made.present(found) == (undivided,)


@pytest.mark.parametrize(
    ("field", "value", "typed", "read"),
    [
        ("projects[0].partners", ("787",), "Aalborg; Thisted Kommune", ("851", "787")),
        ("projects[0].partners", ("787",), "Aalborg og Atlantis", None),
        ("projects[0].share_for_others", "100", "33,3 %", "33.3"),
        ("projects[0].places_closed_elsewhere", 4, "0", 0),
        ("projects[0].gross_construction_cost", 22_900, "120,9 mio. kr.", 120_900),
        ("contacts.emails", ("a@b.dk",), "Jensen, Anne <anne@b.dk>; c@d.dk", ("anne@b.dk", "c@d.dk")),
        ("case_number", "1", "2024-2", "2024-2"),
        ("projects[0].name", "A", "", None),
    ],
)
def test_each_kind_of_value_is_corrected_as_it_is_typed_elsewhere(
    form: Round, field: str, value: object, typed: str, read: object
) -> None:
    made = choices(form, proposal=Proposal((proposed(field, value, "afsnit 1"),)))
    [found] = made.rows
    made.correct(found, whole(made, found), typed)
    assert (found.value if found.is_ticked else None) == read


def test_what_is_chosen_from_a_list_offers_what_the_form_knows(form: Round) -> None:
    made = choices(form)
    [code] = made.parts(row(made, "applicant.municipality_code"))
    assert code.options["851"] == "Aalborg Kommune"
    parts = {part.label: part for part in made.parts(row(made, "projects[0].places[0]"))}
    assert list(parts["År"].options) == list(form.years)
    assert parts["Fast plads eller aflastning"].options[None] == "Ikke valgt"
