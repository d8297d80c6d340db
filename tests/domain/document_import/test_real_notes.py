"""Four notes that two municipalities published: each field as they say it, and nothing that they do not say."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import (
    Application,
    Building,
    CapacityToday,
    LegalBasis,
    Origin,
    PlaceGroup,
    Stay,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, Treatment, Unit
from botilbud_desktop.domain.notes.records import Milestone
from tests.domain.document_import.documents import (
    Form,
    doubtful,
    has,
    note,
    one,
    proposal,
    sure,
    values,
    why_left_out,
)
from tests.rules.samples import example

FORMS = pytest.mark.parametrize("form", list(Form), ids=lambda form: form.value)


def _places(year: int, law: LegalBasis, count: int, stay: Stay | None = None) -> PlaceGroup:
    return PlaceGroup(year=year, legal_basis=law, origin=Origin.NEW, count=count, stay=stay)


@FORMS
def test_two_sheets_are_two_projects(form: Form) -> None:
    found = proposal(note("aalborg-3"), form)
    expected = example("aalborg")
    assert sure(found, "applicant.municipality_code") == expected.applicant.municipality_code
    assert sure(found, "case_number") == expected.case_number
    assert one(found, "document_number").value == "2024-005657-15"
    for index, project in enumerate(expected.projects):
        at = f"projects[{index}]"
        assert one(found, f"{at}.name").value == project.name
        year = "2025" if index == 0 else "2026"
        assert sure(found, f"{at}.loan.{year}") == project.loan[year]
        assert values(found, f"{at}.places") == list(project.places)
        assert sure(found, f"{at}.share_for_others") == project.share_for_others
        assert sure(found, f"{at}.completion_date") == project.completion_date
        assert doubtful(found, f"{at}.building") == project.building
        description = one(found, f"{at}.description")
        assert str(description.value).split() == project.description.split()
        assert description.is_sure == (description.value == project.description)
        for unsaid in ("gross_construction_cost", "places_closed_elsewhere", "coordination", "cost_plan", "purpose"):
            assert not has(found, f"{at}.{unsaid}"), unsaid
    assert not has(found, "projects[2].name")
    assert not has(found, "projects[0].loan.2026")
    assert not has(found, "projects[1].loan.2025")


@FORMS
def test_what_a_sheet_says_without_a_field_is_told(form: Form) -> None:
    found = proposal(note("aalborg-3"), form)
    assert why_left_out(found, "Indtast Kopi til") == "Det er skabelonens egen tekst, ikke et svar."
    assert not has(found, "cover_note.to")
    assert not has(found, "cover_note.from")
    assert "summen" in why_left_out(found, "I alt")
    assert "0 pladser" in why_left_out(found, "§ 108 i 2026")
    assert "aflastning" in why_left_out(found, "4 pladser etableres som aflastningsboliger")
    assert "1.003" in one(found, "projects[0].description").remark
    assert "støttebehov" not in one(found, "projects[0].name").remark
    text = one(found, "cover_note.text")
    assert not text.is_sure
    assert str(text.value).startswith(("Aalborg Kommune har i 2024", "Lånepulje til udvidelse"))


def test_a_note_on_nineteen_places() -> None:
    found = proposal(note("aalborg-3a"))
    assert str(doubtful(found, "projects[0].name")).startswith("Etablering af botilbud bestående af 19 pladser")
    assert values(found, "projects[0].places") == [
        _places(2025, LegalBasis.SEL_107, 11),
        _places(2025, LegalBasis.SEL_107, 4, Stay.RESPITE),
        _places(2025, LegalBasis.SEL_108, 4),
    ]
    assert doubtful(found, "projects[0].gross_construction_cost") == 22900
    assert doubtful(found, "projects[0].building") is Building.EXISTING_BUILDING
    assert doubtful(found, "projects[0].completion_date") == date(2025, 12, 31)
    assert str(sure(found, "projects[0].target_group")).endswith("jf. Servicelovens § 108.")
    assert str(sure(found, "projects[0].economy_note")).startswith("Der opleves stigende")
    assert "1.265" in one(found, "projects[0].description").remark
    assert doubtful(found, "projects[0].milestones[0]") == Milestone(
        label="Istandsættelsen og indflytning", when="i løbet af 2025"
    )
    assert not has(found, "projects[0].loan.2025")
    assert not has(found, "projects[1].name")


@FORMS
def test_a_budget_that_is_superseded_and_a_loan_without_a_year(form: Form) -> None:
    found = proposal(note("aalborg-3b"), form)
    assert str(doubtful(found, "projects[0].name")).startswith("Etablering af 9 fritliggende boliger")
    assert not has(found, "projects[0].gross_construction_cost")
    assert not has(found, "projects[0].loan.2026")
    assert why_left_out(found, "18,3 mio.") == "Beløbet er et tidligere overslag."
    assert why_left_out(found, "20,7 mio.") == "Der står ikke, hvilket år lånet er i."
    assert not has(found, "projects[0].places")
    assert doubtful(found, "projects[0].completion_date") == date(2026, 12, 31)
    assert "kravfrit miljø" in str(one(found, "projects[0].target_group").value)


@FORMS
def test_a_building_of_which_the_loan_may_pay_a_part(form: Form) -> None:
    found = proposal(note("thisted-1"), form)
    expected = _plan_of(example("thisted"))
    lines = values(found, "projects[0].cost_plan.lines")
    assert sorted(map(str, lines)) == sorted(map(str, expected))
    assert doubtful(found, "projects[0].cost_plan.basis") == CostBasis(unit=Unit.PLACES, eligible=8, total=50)
    assert doubtful(found, "projects[0].cost_plan.round_to") == 100
    assert doubtful(found, "projects[0].gross_construction_cost") == 120_900
    assert not has(found, "projects[0].loan.2026")
    assert why_left_out(found, "samlet set 19,7 mio. kr.") == "Der står ikke, hvilket år lånet er i."
    assert "passer" in why_left_out(found, "Låneberettigede udgifter")
    assert sure(found, "applicant.municipality_code") == "787"


@FORMS
def test_places_of_several_laws_and_those_of_today(form: Form) -> None:
    found = proposal(note("thisted-1"), form)
    assert values(found, "projects[0].places") == [
        _places(2026, LegalBasis.SEL_107_108, 8),
        _places(2026, LegalBasis.ABL_105, 36),
        _places(2026, LegalBasis.ABL_105, 6),
    ]
    assert all(not each.is_sure for each in found.values if "places" in str(each.field))
    assert values(found, "projects[0].capacity_today") == [
        CapacityToday(legal_basis=LegalBasis.SEL_107, area="handicapområdet", count=11),
        CapacityToday(legal_basis=LegalBasis.SEL_108, area="handicapområdet", count=0),
        CapacityToday(legal_basis=LegalBasis.SEL_107, area="voksenområdet", count=75),
        CapacityToday(legal_basis=LegalBasis.SEL_108, area="voksenområdet", count=17),
    ]
    assert doubtful(found, "projects[0].completion_date") == date(2026, 3, 31)
    assert values(found, "projects[0].milestones") == [
        Milestone(label="Første spadestik", when="sommeren 2024"),
        Milestone(label="Ibrugtagen", when="første kvartal 2026"),
    ]
    assert doubtful(found, "projects[0].building") is Building.NEW_BUILDING
    assert "1.315" in one(found, "projects[0].description").remark


def _plan_of(application: Application) -> list[CostLine]:
    plan = application.projects[0].cost_plan
    assert plan is not None
    assert {line.treatment for line in plan.lines} == set(Treatment)
    return list(plan.lines)
