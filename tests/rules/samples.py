"""A complete application, and short helpers that change one thing in it."""

from datetime import date
from typing import Any

from botilbud_desktop.domain.application import (
    Applicant,
    Application,
    Building,
    Contacts,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.results import Assessment, CriterionResult, Finding
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.paths import forms_folder, resources_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

_ID = "00000000-0000-4000-8000-00000000000"
_LIBRARY = FormLibrary(forms_folder())
ROUND = _LIBRARY.round("LanBotilbud_2025-26")
TODAY = date(2024, 5, 3)
DESCRIPTION = (
    "De 19 nye pladser udvider kapaciteten for borgere med et komplekst støttebehov.\n"
    "100 pct. af pladserne er til rådighed for andre kommuner.\n"
    "Taksten bliver lavere end i dag. Vi søger om lån på 22,9 mio. kr. i 2025 og 0 kr. i 2026.\n"
    "Pladserne tages i brug i 4. kvartal 2025. De er nyetablerede."
)


def example(name: str) -> Application:
    """Returns a shipped example."""
    return read_draft(resources_folder() / "examples" / f"{name}.botilbud", _LIBRARY).application


def group(
    count: int,
    legal_basis: LegalBasis = LegalBasis.SEL_107,
    origin: Origin = Origin.NEW,
    year: int = 2025,
) -> PlaceGroup:
    """Returns a group of places."""
    return PlaceGroup(year=year, legal_basis=legal_basis, origin=origin, count=count)


def converted(count: int) -> PlaceGroup:
    """Returns places converted from ABL § 105 to SEL § 108."""
    return group(count, LegalBasis.SEL_108, Origin.CONVERTED_FROM_ABL_105)


def preserved(count: int) -> PlaceGroup:
    """Returns existing places kept by renovation."""
    return group(count, origin=Origin.PRESERVED)


def outside(count: int) -> PlaceGroup:
    """Returns new places outside SEL §§ 107 and 108."""
    return group(count, LegalBasis.ABL_105)


def plan(*amounts: int, eligible: int = 8, total: int = 50) -> CostPlan:
    """Returns a cost plan whose lines are all directly eligible."""
    lines = tuple(CostLine(label="Boliger", amount=amount, treatment=Treatment.DIRECT) for amount in amounts)
    return CostPlan(basis=CostBasis(unit=Unit.PLACES, eligible=eligible, total=total), lines=lines)


def shared_plan(*amounts: int, eligible: int = 8, total: int = 50) -> CostPlan:
    """Returns a cost plan whose lines are all shared."""
    direct = plan(*amounts, eligible=eligible, total=total)
    return replace(direct, lines=tuple(replace(line, treatment=Treatment.SHARED) for line in direct.lines))


def separating_plan(amount: int, excluded: int = 50_000) -> CostPlan:
    """Returns a cost plan with one line that the loan may pay for, and one that is kept out of it."""
    line = CostLine(label="Almene boliger", amount=excluded, treatment=Treatment.EXCLUDED)
    return replace(plan(amount), lines=(*plan(amount).lines, line))


UNUSABLE_PLAN = plan(30_000, total=0, eligible=0)


def project(**changes: Any) -> Project:
    """Returns a project that meets every criterion and gives no error or warning."""
    complete = Project(
        id=f"{_ID}1",
        name="19 botilbudspladser",
        loan={"2025": 22_900, "2026": None},
        gross_construction_cost=22_900,
        places=(group(15), group(4, LegalBasis.SEL_108)),
        places_closed_elsewhere=0,
        share_for_others="100",
        completion_date=date(2025, 11, 30),
        building=Building.NEW_BUILDING,
        daily_rates=(DailyRate(label="I dag", lowest=1_644, highest=7_140),),
        coordination=Coordination.NONE,
        description="Målgruppen er borgere med et komplekst støttebehov.",
    )
    return replace(complete, **changes)


def stenumgaard(**changes: Any) -> Project:
    """Returns Brønderslev's Stenumgård: 1 new place of § 108, 7 converted to it, and 6 for children (§ 66)."""
    places = (group(1, LegalBasis.SEL_108), converted(7), group(6, LegalBasis.SEL_66))
    return replace(project(name="Stenumgård", places=places), **changes)


EMPTY_PROJECT = Project(id=f"{_ID}2")


def application(*projects: Project, **changes: Any) -> Application:
    """Returns a complete application from Aalborg with `projects`, or with one project that meets every criterion."""
    complete = Application(
        id=f"{_ID}3",
        round=ROUND.id,
        applicant=Applicant(municipality_code="851"),
        projects=projects or (project(),),
        description=DESCRIPTION,
        contacts=Contacts(names="Åse Ørsted, konsulent", phones="99 31 31 31", emails=("aase@aalborg.dk",)),
    )
    return replace(complete, **changes)


EMPTY_APPLICATION = Application(id=f"{_ID}4", round=ROUND.id)


def assessed(subject: Application | Project) -> Assessment:
    """Returns the assessment of an application, or of a complete one with this project alone."""
    return assess(subject if isinstance(subject, Application) else application(subject), ROUND, TODAY)


def criterion(number: int, **changes: Any) -> CriterionResult:
    """Returns the result of one criterion for the complete project with `changes`."""
    return next(result for result in assessed(project(**changes)).criteria if result.criterion == number)


def findings(subject: Application | Project, code: str) -> list[Finding]:
    """Returns the findings with `code`."""
    return [finding for finding in assessed(subject).findings if finding.code == code]


def the_finding(subject: Application | Project, code: str) -> Finding:
    """Returns the only finding with `code`."""
    (only,) = findings(subject, code)
    return only
