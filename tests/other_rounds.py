"""Three made-up rounds that have nothing in common with the shipped one but the model, and a draft for each.

The larger one has three years, eight projects, other column letters and other limits; the smaller one has a single
year, two projects and no project sheet; the third has five criteria of its own, one of which no program can judge,
and covers places under another law. Their files are in `tests/rounds`.
"""

from datetime import date
from functools import cache
from pathlib import Path

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
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.rounds.form_library import FormLibrary

FOLDER = Path(__file__).with_name("rounds")
LARGER = "Anlaegspulje_2027-29"
SMALLER = "Smaapulje_2031"
OWN_CRITERIA = "Aeldreboliger_2031-33"
OTHERS = (LARGER, SMALLER, OWN_CRITERIA)
OPEN_DAY = {LARGER: date(2027, 2, 20), SMALLER: date(2030, 9, 10), OWN_CRITERIA: date(2030, 5, 6)}
"""A day in each round's window."""


@cache
def library() -> FormLibrary:
    """Returns the library of these rounds."""
    return FormLibrary(FOLDER)


def other_round(round_id: str) -> Round:
    """Returns one of these rounds."""
    return library().round(round_id)


@cache
def draft_of(round_id: str) -> Application:
    """Returns a draft that fills the form of a round and can be approved: as many projects as it has room for."""
    round_ = other_round(round_id)
    has_sheet = round_.project_sheet is not None
    projects = tuple(_project(index, round_, has_sheet) for index in range(round_.max_projects))
    years = " og ".join(round_.year_keys)
    return Application(
        id="00000000-0000-4000-8000-000000000900",
        round=round_id,
        case_number="27-11-42",
        applicant=Applicant(municipality_code="787"),
        projects=projects,
        description=f"Målgruppen er borgere med autisme. De nye pladser tages i brug i {years}.\nVi søger i {years}.",
        contacts=Contacts(names="Ida Prøve", phones="97 11 22 33", emails=("ida@thisted.dk", "social@thisted.dk")),
    )


def _laws(round_: Round) -> tuple[tuple[tuple[LegalBasis, int], ...], LegalBasis]:
    """Returns the eight places that the pool covers, by law, and the law of those that it does not."""
    if LegalBasis.SEL_107 in round_.eligible_bases:
        return ((LegalBasis.SEL_107, 3), (LegalBasis.SEL_108, 5)), LegalBasis.ABL_105
    return ((LegalBasis.ABL_105, 8),), LegalBasis.SEL_108


def _project(index: int, round_: Round, has_sheet: bool) -> Project:
    year = round_.years[index % len(round_.years)]
    last = round_.last_day
    done = min(date(year, 4, 1 + index), last)
    amount = max(14_000, round_.thresholds.gross_cost.amount) + 100 * index
    own, besides = _laws(round_)
    eligible = CostLine(label="Boliger", amount=amount, treatment=Treatment.DIRECT)
    others = CostLine(label="Almene boliger", amount=7_300, treatment=Treatment.EXCLUDED)
    plan = CostPlan(basis=CostBasis(unit=Unit.PLACES, eligible=8, total=12), lines=(eligible, others))
    return Project(
        id=f"00000000-0000-4000-8000-{index + 1:012}",
        name=f"Botilbuddet på Skolevej {index + 1}",
        loan={key: amount if key == str(year) else None for key in round_.year_keys},
        gross_construction_cost=amount + 7_300,
        places=(
            *(PlaceGroup(year=year, legal_basis=law, origin=Origin.NEW, count=count) for law, count in own),
            PlaceGroup(year=year, legal_basis=besides, origin=Origin.NEW, count=4),
        ),
        places_closed_elsewhere=0,
        share_for_others="50",
        completion_date=done,
        building=Building.NEW_BUILDING,
        coordination=Coordination.KKR,
        coordination_note="Mødet i KKR den 3. maj",
        daily_rates=(DailyRate(label="Skovbo", lowest=2_100, highest=2_400),),
        description="Til voksne med autisme." if has_sheet else "",
        cost_plan=plan,
    )
