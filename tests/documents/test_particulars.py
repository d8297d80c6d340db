"""The receipt's particulars: all outcomes, and every value that the fingerprint covers."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args, get_origin

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.particulars import TITLE
from botilbud_desktop.domain.application import (
    Application,
    Building,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
)
from botilbud_desktop.domain.approval import NOT_FINGERPRINTED, control_code
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.notes.added_keys import ADDED_IN_VERSION_2
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from tests.documents.samples import THISTED, in_order, pages, text_of
from tests.documents.test_receipt import signed
from tests.rules.samples import EMPTY_APPLICATION, EMPTY_PROJECT, ROUND, application, assessed, project

RECEIPT = DocumentKind.RECEIPT
FULL = application(
    project(
        coordination=Coordination.KKR,
        coordination_note="Møde den 1. marts",
        preservation_reason="Bygningen er nedslidt",
        daily_rates=(DailyRate(label="Døgnophold", lowest=2_000, highest=3_000),),
        cost_plan=CostPlan(
            basis=CostBasis(unit=Unit.PLACES, eligible=8, total=50),
            lines=(CostLine(label="Boliger", amount=22_900, treatment=Treatment.DIRECT),),
        ),
    ),
    case_number="2024-017",
)
ANOTHER_ID = "99999999-0000-4000-8000-000000000000"
OTHER_VALUES: dict[str, Any] = {
    "format": "another-application",
    "format_version": 99,
    "id": ANOTHER_ID,
    "round": "LanBotilbud_2027-28",
    "case_number": "2024-018",
    "applicant.municipality_code": "787",
    "projects[].id": ANOTHER_ID,
    "projects[].name": "Søhuset",
    "projects[].loan.2025": 22_901,
    "projects[].gross_construction_cost": 22_901,
    "projects[].places[].year": 2026,
    "projects[].places[].legal_basis": LegalBasis.OTHER,
    "projects[].places[].origin": Origin.PRESERVED,
    "projects[].places[].count": 16,
    "projects[].places_closed_elsewhere": 1,
    "projects[].share_for_others": "100.0",
    "projects[].completion_date": date(2025, 11, 29),
    "projects[].building": Building.EXISTING_BUILDING,
    "projects[].coordination": Coordination.OTHER_INTERMUNICIPAL,
    "projects[].coordination_note": "Møde den 2. marts",
    "projects[].preservation_reason": "Bygningen er for lille",
    "projects[].daily_rates[].label": "Dagtilbud",
    "projects[].daily_rates[].lowest": 2_001,
    "projects[].daily_rates[].highest": 3_001,
    "projects[].description": "Målgruppen er en anden.",
    "projects[].cost_plan.basis.unit": Unit.HOMES,
    "projects[].cost_plan.basis.eligible": 9,
    "projects[].cost_plan.basis.total": 51,
    "projects[].cost_plan.lines[].label": "Arealer",
    "projects[].cost_plan.lines[].amount": 22_902,
    "projects[].cost_plan.lines[].treatment": Treatment.EXCLUDED,
    "projects[].cost_plan.round_to": 10,
    "description": "En anden beskrivelse.",
    "contacts.names": "Bo Bang",
    "contacts.phones": "11 22 33 44",
    "contacts.emails": ("bo@aalborg.dk",),
}
"""Another value for each kind of value in an application."""


def leaves(kind: type[Model], prefix: str = "") -> Iterator[str]:
    """Yields the path in a form of each single value of a model, read off its fields."""
    for name, field in kind.model_fields.items():
        path = f"{prefix}{name}"
        if path in NOT_FINGERPRINTED or path in ADDED_IN_VERSION_2:
            continue
        model = model_in(field.annotation)
        if model is not None:
            yield from leaves(model, f"{path}[]." if get_origin(field.annotation) is tuple else f"{path}.")
        else:
            yield f"{path}.2025" if path == "projects[].loan" else path


def model_in(annotation: Any) -> type[Model] | None:
    """Returns the model that an annotation such as `tuple[Project, ...]` or `CostPlan | None` names, if any."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)


def without_code(draft: Application) -> list[str]:
    """Returns the pages of the receipt of the draft once approved, without the check code."""
    return [page.replace(control_code(draft), "") for page in pages(RECEIPT, signed(draft))]


def test_there_is_another_value_for_everything_that_the_fingerprint_covers() -> None:
    assert set(leaves(Application)) == OTHER_VALUES.keys()


@pytest.mark.parametrize("path", OTHER_VALUES)
def test_any_other_value_is_seen_on_the_paper_beside_the_code(path: str) -> None:
    changed = with_value(FULL, field_path(path.replace("[]", "[0]")), OTHER_VALUES[path])
    assert control_code(changed) != control_code(FULL)
    assert without_code(changed) != without_code(FULL)


@pytest.mark.parametrize(
    "path", [path for path in OTHER_VALUES if path.startswith("projects[].") and not path.endswith((".id", ".name"))]
)
def test_a_projects_values_stand_under_the_labels_of_the_form(path: str) -> None:
    field = ROUND.field(path)
    assert field is not None
    label = field.lettered_label.removesuffix(" (frivilligt)")
    particulars = " ".join(pages(RECEIPT, FULL)).partition(TITLE)[2]
    assert label in particulars


def test_all_six_outcomes_of_each_project_stand_there_with_their_sentences() -> None:
    draft = application(project(), EMPTY_PROJECT, project(share_for_others="10"))
    text = text_of(RECEIPT, draft).partition(TITLE)[2]
    for index in range(3):
        results = [result for result in assessed(draft).criteria if result.project == index]
        assert [result.criterion for result in results] == [1, 2, 3, 4, 5, 6]
        parts = [f"{OUTCOMES[result.outcome]} {result.message}" for result in results]
        assert in_order(text, f"Projekt {index + 1}:", *parts), index


def test_a_row_stands_as_a_line_of_its_table() -> None:
    text = text_of(RECEIPT, FULL)
    assert in_order(
        text, "Pladser År Lovgrundlag Oprindelse Antal pladser", "2025 SEL § 107 (midlertidigt ophold)", "15"
    )
    assert in_order(text, "Takster Hvad taksten gælder Laveste takst", "Døgnophold 2.000 3.000")
    assert in_order(text, "Udgifter Post Udgift (hele 1.000 kr.) Behandling", "Boliger 22.900 Medregnes helt")


def test_a_project_without_anything_reads_not_stated() -> None:
    text = text_of(RECEIPT, application(EMPTY_PROJECT)).partition(TITLE)[2]
    for label in ("Pladser", "Takster", "Fordeling af udgifter", "Bruttoanlægsudgift (hele 1.000 kr.)"):
        assert f"{label} Ikke angivet" in text


def test_a_loan_in_a_year_that_the_form_lacks_is_shown() -> None:
    text = text_of(RECEIPT, application(project(loan={"2025": 22_900, "1999": 17})))
    assert "Lån i 1999 (hele 1.000 kr.) 17" in text


def test_an_application_without_projects_says_so() -> None:
    assert in_order(text_of(RECEIPT, EMPTY_APPLICATION), TITLE, "Der er ingen projekter i ansøgningen.")


def test_they_stand_on_pages_of_their_own_after_form_and_remarks() -> None:
    text = pages(RECEIPT, THISTED)
    (first,) = (number for number, page in enumerate(text) if TITLE in page)
    (remarks,) = (number for number, page in enumerate(text) if "Bemærkninger Programmet" in page)
    (last_of_form,) = (number for number, page in enumerate(text) if ROUND.contacts_heading in page)
    assert last_of_form < remarks < first


@pytest.mark.parametrize("lines", range(0, 30, 3))
def test_a_small_table_stays_with_its_heading_on_one_page(lines: int) -> None:
    reason = "\n".join(["Linje."] * lines)
    draft = with_value(FULL, field_path("projects[0].preservation_reason"), reason)
    found = pages(RECEIPT, draft)
    for first, last in (
        ("Takster Hvad taksten gælder", "Døgnophold 2.000 3.000"),
        ("Fordeling af udgifter Fordeles efter", "Afrunding af hver udgift"),
        ("Udgifter Post", "Boliger 22.900"),
        ("Ansøgningen og dens fil", "Id for projekt 1"),
    ):
        (page,) = (page for page in found if first in page)
        assert last in page, first
