"""The differences between two states of a draft, described in words."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from botilbud_desktop.domain.application import (
    Applicant,
    Application,
    Approval,
    Building,
    CapacityToday,
    Contacts,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.field_labels import full_label
from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at, with_value
from botilbud_desktop.domain.merging.difference import Difference, differences
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment, ContentVerdict, InsertedFact, Milestone
from tests.domain.copies import FORM, fields_of, project_id, two_copies
from tests.strategies import ROUND

PLACES = (
    PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=15),
    PlaceGroup(year=2026, legal_basis=LegalBasis.ABL_105, origin=Origin.PRESERVED, count=4),
)
PLAN = CostPlan(
    basis=CostBasis(unit=Unit.PLACES, eligible=8, total=50),
    lines=(
        CostLine(label="§ 107/108-boliger", amount=14_600, treatment=Treatment.DIRECT),
        CostLine(label="Fælles", amount=31_900, treatment=Treatment.SHARED),
    ),
    round_to=100,
)
FIRST = Project(id=project_id(1), name="Vejgården", loan={"2025": 22_900, "2026": None}, places=PLACES, cost_plan=PLAN)
SECOND = Project(id=project_id(2), name="Engen", loan={"2025": None, "2026": 20_700})
DRAFT = Application(
    id=project_id(0),
    round=ROUND,
    projects=(FIRST, SECOND),
    description="En tekst",
    contacts=Contacts(names="Ida Holm", emails=("a@b.dk",)),
)
PLACES_TEXT = (
    "2025 · SEL § 107 (midlertidigt ophold) · Nye pladser · 15\n"
    "2026 · ABL § 105 (almene boliger) · Eksisterende, bevares ved renovering · 4"
)
PLAN_TEXT = (
    "Fordeles efter: pladser\nHeraf efter SEL §§ 107 og 108: 8\nI alt: 50\n"
    "Afrunding af hver udgift: 100.000 kr.\n"
    "Udgifter:\n§ 107/108-boliger · 14.600 · Medregnes helt\nFælles · 31.900 · Deles forholdsmæssigt"
)
APPROVAL = Approval(
    approved_at=datetime(2024, 5, 10, 9, 12, tzinfo=UTC),
    approved_by="Bo",
    fingerprint="sha256:" + "3f2a91bc07de" + "0" * 52,
)
TODAY = CapacityToday(legal_basis=LegalBasis.OTHER, count=11)
OTHER_LAW = next(choice.label for choice in FORM.legal_bases if choice.code is LegalBasis.OTHER)
MILESTONE = Milestone(label="Spadestik", when="2024")
COMMENT = Comment(id="1", text="Hvorfor?", author="Bo", written_at=APPROVAL.approved_at, done=True)
CONTENTS = "Egen vurdering af de krævede oplysninger"
FACTS = "Sætninger sat ind i den samlede beskrivelse"
THIRD = f"3. {FORM.required_contents[2].title}"
RATE = DailyRate(label="Skovly", lowest=1644, highest=7140)
BUILDING = "Nybyggeri eller eksisterende bygning"
ONE_FIELD = [
    ("applicant.municipality_code", "851", "Kommune", "", "Aalborg Kommune"),
    ("case_number", "2024-5", "Journalnummer", "", "2024-5"),
    ("document_number", "2024-5-1", "Dokumentnummer", "", "2024-5-1"),
    ("projects[1].name", "Ny", "Projekt 2 · A. Projektets navn", "Engen", "Ny"),
    ("projects[0].loan.2025", 22_700, "Projekt 1 · B. Lån i 2025", "22.900", "22.700"),
    ("projects[1].loan.2026", None, "Projekt 2 · C. Lån i 2026", "20.700", ""),
    ("projects[0].share_for_others", "33.33", "Projekt 1 · F. Andel til andre kommuner", "", "33,33"),
    ("projects[0].completion_date", date(2025, 11, 30), "Projekt 1 · G. Forventet afslutning", "", "30.11.2025"),
    ("projects[0].places", (), "Projekt 1 · Pladser", PLACES_TEXT, ""),
    ("projects[0].gross_construction_cost", 0, "Projekt 1 · Bruttoanlægsudgift", "", "0"),
    ("projects[0].building", Building.NEW_BUILDING, f"Projekt 1 · {BUILDING}", "", "Nybyggeri"),
    ("projects[0].coordination", Coordination.KKR, "Projekt 1 · Koordinering med andre kommuner", "", "I regi af KKR"),
    ("projects[0].daily_rates", (RATE,), "Projekt 1 · Takster", "", "Skovly · 1.644–7.140 kr. pr. døgn"),
    ("projects[0].description", "a\nb", "Projekt 1 · Beskrivelse af projektet", "", "a\nb"),
    ("projects[0].cost_plan", None, "Projekt 1 · Fordeling af udgifter", PLAN_TEXT, ""),
    ("projects[0].purpose", "Ro", "Projekt 1 · Formål", "", "Ro"),
    ("projects[0].milestones", (MILESTONE,), "Projekt 1 · Milepæle", "", "Spadestik · 2024"),
    ("projects[0].partners", ("787",), "Projekt 1 · Andre kommuner i projektet", "", "Thisted Kommune"),
    ("projects[0].capacity_today", (TODAY,), "Projekt 1 · Pladser i dag", "", f"{OTHER_LAW} · 11"),
    ("description", "To tekster", "Samlet beskrivelse", "En tekst", "To tekster"),
    ("contacts.phones", "12 34", "Kontaktoplysninger · Telefonnumre", "", "12 34"),
    ("contacts.emails", ("a@b.dk", "c@d.dk"), "Kontaktoplysninger · E-mailadresser", "a@b.dk", "a@b.dk\nc@d.dk"),
    ("internal_notes", "Husk", "Interne noter", "", "Husk"),
    ("approvals", (APPROVAL,), "Godkendelser", "", "10. maj 2024 kl. 09.12 · Bo · 3F2A-91BC-07DE"),
    ("cover_note.from", "Job", "Notat til KKR · Fra", "", "Job"),
    ("judged_contents", {"3": ContentVerdict.COVERED}, CONTENTS, "", f"{THIRD}: Dækket"),
    ("inserted_facts", (InsertedFact(content=3, text="I alt 19."),), FACTS, "", f"{THIRD} · I alt 19."),
    ("comments", (COMMENT,), "Kommentarer", "", "10. maj 2024 kl. 09.12 · Bo · Hvorfor? · Afsluttet"),
]  # fmt: skip


def test_nothing_differs_from_itself() -> None:
    assert differences(DRAFT, DRAFT, FORM) == ()
    half_typed = {"projects[0].loan.2026": "22,9"}
    assert differences(DRAFT, DRAFT, FORM, half_typed, dict(half_typed)) == ()


@pytest.mark.parametrize(("path", "value", "label", "before", "after"), ONE_FIELD)
def test_one_changed_field_is_one_difference_in_words(
    path: str, value: Any, label: str, before: str, after: str
) -> None:
    changed = with_value(DRAFT, field_path(path), value)
    assert differences(DRAFT, changed, FORM) == (Difference(field_path(path), label, before, after),)
    assert differences(changed, DRAFT, FORM) == (Difference(field_path(path), label, after, before),)


def test_the_differences_come_in_the_order_of_the_form() -> None:
    changed = DRAFT
    for path, value, *_rest in reversed(ONE_FIELD):
        changed = with_value(changed, field_path(path), value)
    found = [str(difference.path) for difference in differences(DRAFT, changed, FORM)]
    in_projects = [path for path, *_rest in ONE_FIELD if path.startswith("projects[0]")]
    in_projects += [path for path, *_rest in ONE_FIELD if path.startswith("projects[1]")]
    others = [path for path, *_rest in ONE_FIELD if not path.startswith("projects")]
    assert found == [*others[:3], *in_projects, *others[3:]]


def test_an_added_project_is_one_difference_with_all_that_it_says() -> None:
    found = differences(replace(DRAFT, projects=(SECOND,)), DRAFT, FORM)
    text = (
        f"A. Projektets navn: Vejgården\nB. Lån i 2025: 22.900\nPladser:\n{PLACES_TEXT}\n"
        f"Fordeling af udgifter:\n{PLAN_TEXT}"
    )
    assert found == (Difference(field_path("projects[0]"), "Projekt 1 · Tilføjet", "", text),)


def test_a_removed_project_is_one_difference_that_leads_to_where_it_was() -> None:
    found = differences(DRAFT, replace(DRAFT, projects=(FIRST,)), FORM)
    text = "A. Projektets navn: Engen\nC. Lån i 2026: 20.700"
    assert found == (Difference(field_path("projects[1]"), "Projekt 2 · Slettet", text, ""),)


def test_an_empty_project_that_was_added_says_so() -> None:
    found = differences(DRAFT, replace(DRAFT, projects=(FIRST, SECOND, Project(id=project_id(3)))), FORM)
    assert [(difference.label, difference.after) for difference in found] == [("Projekt 3 · Tilføjet", "Ikke angivet")]


def test_moved_projects_are_one_difference_and_keep_their_fields() -> None:
    found = differences(DRAFT, replace(DRAFT, projects=(SECOND, FIRST)), FORM)
    before, after = "1. Vejgården\n2. Engen", "1. Engen\n2. Vejgården"
    assert found == (Difference(field_path("projects"), "Projekternes rækkefølge", before, after),)


def test_a_project_is_known_by_its_id_wherever_it_stands() -> None:
    found = differences(DRAFT, replace(DRAFT, projects=(replace(SECOND, name="Ny"),)), FORM)
    assert [(str(difference.path), difference.label) for difference in found] == [
        ("projects[0].name", "Projekt 1 · A. Projektets navn"),
        ("projects[0]", "Projekt 1 · Slettet"),
    ]


def test_a_half_typed_text_is_shown_as_it_was_typed() -> None:
    typed = {"projects[1].loan.2025": "22,9"}
    path, label = field_path("projects[1].loan.2025"), "Projekt 2 · B. Lån i 2025"
    assert differences(DRAFT, DRAFT, FORM, {}, typed) == (Difference(path, label, "", "22,9"),)
    assert differences(DRAFT, with_value(DRAFT, path, 22_900), FORM, typed) == (
        Difference(path, label, "22,9", "22.900"),
    )


def test_a_half_typed_text_follows_its_project() -> None:
    moved = replace(DRAFT, projects=(SECOND, FIRST))
    before, after = {"projects[1].loan.2025": "22,9"}, {"projects[0].loan.2025": "22,9"}
    assert [difference.path for difference in differences(DRAFT, moved, FORM, before, after)] == [("projects",)]


def test_a_half_typed_text_in_a_row_stands_in_its_row() -> None:
    (found,) = differences(DRAFT, DRAFT, FORM, {}, {"projects[0].places[1].count": "4 eller 5"})
    assert found.label == "Projekt 1 · Pladser"
    assert found.after == PLACES_TEXT.removesuffix("4") + "4 eller 5"


def test_half_typed_text_of_a_field_that_is_gone_is_no_difference() -> None:
    gone = {"projects[7].name": "x", "projects[0].places[9].count": "x", "unknown": "x"}
    assert differences(DRAFT, DRAFT, FORM, {}, gone) == ()


def test_what_is_not_on_the_form_is_shown_as_it_stands() -> None:
    unknown = replace(DRAFT, applicant=Applicant(municipality_code="999"))
    assert [difference.after for difference in differences(DRAFT, unknown, FORM)] == ["999"]
    bare = replace(FORM, fields=(), municipalities=(), legal_bases=())
    paths = {str(difference.path) for difference in differences(DRAFT, replace(unknown, projects=()), bare)}
    assert paths == {"applicant.municipality_code", "projects[0]", "projects[1]"}


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("projects[2]", "Projekt 3"),
        ("projects[0].cost_plan.basis.unit", "Projekt 1 · Fordeling af udgifter · Fordeles efter"),
        ("projects[0].places[1].count", "Projekt 1 · Pladser · Antal pladser"),
        ("contacts.names", "Kontaktoplysninger · Navn(e) og titel"),
        ("unknown", "Kontrol"),
    ],
)
def test_every_path_has_a_danish_label(path: str, label: str) -> None:
    assert full_label(field_path(path), FORM) == label


@given(two_copies())
def test_each_field_that_differs_is_told_and_no_other(
    states: tuple[Application, Application, Application],
) -> None:
    _base, before, after = states
    found = differences(before, after, FORM)
    assert len({difference.path for difference in found if not difference.label.endswith("Slettet")}) == sum(
        not difference.label.endswith("Slettet") for difference in found
    )
    old, new = fields_of(before), fields_of(after)
    expected = {key for key in old.keys() & new.keys() if old[key] != new[key]}
    merged_otherwise = ("approvals", "judged_contents", "comments")
    expected |= {(name,) for name in merged_otherwise if getattr(before, name) != getattr(after, name)}
    assert {_name(difference.path, after) for difference in found if _is_field(difference)} == expected
    lost = [project for project in before.projects if project.id not in {other.id for other in after.projects}]
    assert sum(difference.label.endswith("Slettet") for difference in found) == len(lost)


def _is_field(difference: Difference) -> bool:
    return difference.path != ("projects",) and not difference.label.endswith(("Slettet", "Tilføjet"))


def _name(path: FieldPath, application: Application) -> tuple[Any, ...]:
    """Returns the path in the notation of `fields_of`."""
    if path.project is None:
        return ("applicant",) if path[0] == "applicant" else path[-1:]
    return (value_at(application, FieldPath(path[:2])).id, *path[2:])


def test_what_a_copy_is_and_belongs_to_is_no_difference() -> None:
    other = replace(DRAFT, id=project_id(9), round="LanBotilbud_2027-28")
    assert differences(DRAFT, other, FORM) == ()
