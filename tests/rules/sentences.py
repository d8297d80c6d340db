"""The rules' messages as readable lines, for projects that each differ from a complete one in one way."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from botilbud_desktop.domain.application import (
    Application,
    Contacts,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
    Project,
)
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.cost_plan import CostLine, Treatment, Unit
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import InsertedFact
from botilbud_desktop.rules.assessment import assess
from tests.rules.samples import (
    EMPTY_APPLICATION,
    EMPTY_PROJECT,
    ROUND,
    TODAY,
    application,
    converted,
    group,
    outside,
    plan,
    preserved,
    project,
    shared_plan,
    stenumgaard,
)

KEPT = Path(__file__).with_name("sentences.txt")
APPROVAL = approved(application(), "Åse", datetime(2024, 5, 10, tzinfo=UTC)).approvals[0]
HALF_TYPED = {
    "projects[0].loan.2025": "22,9",
    "projects[0].share_for_others": "25,123",
    "projects[0].completion_date": "31.02.2026",
    "projects[0].places[0].count": "fire",
    "projects[0].places[0].year": "2025",
    "projects[0].gross_construction_cost": "x",
    "projects[0].name": "noget",
    "projects[9].name": "borte",
}
NO_LOAN = {"2025": None, "2026": None}
OF_AN_EARLIER_TABLE = {
    2: "50 pct. af pladserne, svarende til 4 af 8 pladser, forventes at være til rådighed for andre kommuner.",
    4: "Der søges om låneadgang på 19,7 mio. kr. i 2025. Der søges ikke om lån i 2026.",
    5: "Projektet giver 8 nye pladser i 2025 og forventes afsluttet den 30. november 2025.",
    6: "Projektet medfører nyetablering af 8 pladser i nybyggeri.",
}
BOTH = {"2025": 10_000, "2026": 12_900}

PROJECTS: Mapping[str, Project] = {
    "complete": project(),
    "empty": EMPTY_PROJECT,
    "one place": project(places=(group(1),), places_closed_elsewhere=0),
    "places outside": project(places=(group(8), outside(42))),
    "places outside alone": project(places=(outside(42),)),
    "places outside with a plan": project(places=(group(8), outside(42)), cost_plan=plan(22_900), loan=BOTH),
    "loan over the plan": project(places=(group(8), outside(42)), cost_plan=plan(22_899)),
    "loan under the plan": project(places=(group(8), outside(42)), cost_plan=plan(22_901)),
    "plan without a loan": project(cost_plan=plan(22_900), loan=NO_LOAN),
    "plan of nothing without a loan": project(cost_plan=plan(), loan=NO_LOAN),
    "plan under the limit": project(cost_plan=plan(20_000), loan={"2025": 20_000, "2026": None}),
    "plan over the limit": project(cost_plan=plan(20_001), loan={"2025": 20_001, "2026": None}),
    "seven groups": project(places=tuple(group(number) for number in range(1, 8))),
    "six groups": project(places=tuple(group(number) for number in range(1, 7))),
    "groups of other years and none": project(places=(group(4), group(0), group(3, year=2024), group(2, year=2026))),
    "negative places": project(places=(group(4), group(-1))),
    "preserved without a reason": project(places=(preserved(5),)),
    "preserved with a reason": project(places=(preserved(5),), preservation_reason="De lukker ellers."),
    "preserved and new": project(places=(group(3), preserved(1)), preservation_reason="De lukker ellers."),
    "converted": project(places=(converted(5),)),
    "converted and new": project(places=(group(3), converted(1))),
    "converted with a plan": project(places=(group(3), converted(1)), cost_plan=plan(22_900)),
    "converted with too small a plan": project(places=(group(3), converted(1)), cost_plan=plan(22_000)),
    "converted with an unusable plan": project(places=(group(3), converted(1)), cost_plan=plan(1, total=0, eligible=0)),
    "nothing known of others that close": project(places_closed_elsewhere=None),
    "one other closes": project(places_closed_elsewhere=1),
    "as many close": project(places_closed_elsewhere=19),
    "more close": project(places_closed_elsewhere=1_020),
    "a negative number closes": project(places_closed_elsewhere=-2),
    "in time": project(completion_date=date(2026, 12, 31)),
    "too late": project(completion_date=date(2027, 1, 1)),
    "loan after the completion": project(completion_date=date(2025, 12, 31), loan=BOTH),
    "places before the completion": project(completion_date=date(2026, 1, 1)),
    "no date": project(completion_date=None),
    "cost at the limit": project(gross_construction_cost=20_000, loan={"2025": 20_000, "2026": None}),
    "cost over the limit": project(gross_construction_cost=20_001, loan={"2025": 20_000, "2026": None}),
    "cost unknown, loan at the limit": project(gross_construction_cost=None, loan={"2025": 20_000, "2026": None}),
    "cost unknown, loan over the limit": project(gross_construction_cost=None, loan={"2025": 20_001, "2026": None}),
    "negative cost": project(gross_construction_cost=-1),
    "cost and loan in kroner": project(gross_construction_cost=22_900_000, loan={"2025": 22_900_000, "2026": None}),
    "loan over the cost": project(gross_construction_cost=22_899),
    "negative loan": project(loan={"2025": -1, "2026": None}),
    "share at the least": project(share_for_others="25"),
    "share below the least": project(share_for_others="24.99"),
    "share of no whole places": project(share_for_others="33.33"),
    "share of half a place": project(share_for_others="50", places=(group(5),)),
    "share too large": project(share_for_others="100.01"),
    "share unknown": project(share_for_others=None),
    "share of preserved places": project(places=(preserved(4), converted(4)), share_for_others="25"),
    "coordinated by KKR": project(coordination=Coordination.KKR),
    "coordinated by others": project(coordination=Coordination.OTHER_INTERMUNICIPAL),
    "coordination unknown": project(coordination=None),
    "not coordinated, with a note": project(coordination=Coordination.NONE, coordination_note="Aftale"),
    "coordination unknown, with a note": project(coordination=None, coordination_note="Aftale"),
    "coordinated by others, with a note on KKR": project(
        coordination=Coordination.OTHER_INTERMUNICIPAL, coordination_note="KKR Nordjylland, punkt 3.5"
    ),
    "without a name": project(name=" \n "),
    "without a description": project(description=" \n "),
    "name of odd characters": project(name="Øst → vest <b>fed</b>"),
    "words between no-break spaces": project(description="Vi\u00a0udvider\u00a0nu."),
    "six odd characters": project(description="→ ≤ ≥ \u200b ☎ ∞"),
    "description at the limit": project(description="a" * 1000),
    "description over the limit": project(description="a" * 1001),
    "description at risk": project(description="a" * 999 + "\n"),
    "description over the limit with lines": project(description="a\n" * 1000),
    "plan of nothing": project(cost_plan=plan(1, total=0, eligible=0)),
    "plan with more than all": project(cost_plan=plan(1, total=1_000, eligible=1_001)),
    "plan with a negative part": project(cost_plan=plan(1, eligible=-1)),
    "plan with a negative line": project(
        cost_plan=replace(
            plan(1),
            lines=(CostLine(amount=1, treatment=Treatment.DIRECT), CostLine(amount=-1, treatment=Treatment.SHARED)),
        )
    ),
    "Stenumgård": stenumgaard(),
    "Stenumgård in a plan of 8/14": stenumgaard(cost_plan=shared_plan(28_000, eligible=8, total=14)),
    "Stenumgård in a plan of 1/14": stenumgaard(cost_plan=shared_plan(28_000, eligible=1, total=14)),
    "only places for children": project(places=(group(6, LegalBasis.SEL_66), group(1, LegalBasis.OTHER))),
    "converted to the same law": project(places=(group(8, LegalBasis.ABL_105, Origin.CONVERTED_FROM_ABL_105),)),
    "preserved with a full reason": project(
        places=(preserved(1),), preservation_reason="Bygningen er nedslidt og lukkes ellers i 2027."
    ),
    "preserved and as many close": project(places=(group(2), preserved(5)), places_closed_elsewhere=3),
    "millions typed": project(loan={"2025": 23}, gross_construction_cost=23),
    "no loan": project(loan={"2025": 0, "2026": 0}),
    "little loan for each place": project(loan={"2025": 1_000}, places=(group(11),)),
    "finished before the window": project(completion_date=date(1925, 11, 30)),
    "finished before the first year": project(completion_date=date(2024, 12, 31)),
    "rounded above the cost": project(cost_plan=shared_plan(68_702, eligible=1, total=3)),
    "a loan over a broken amount": project(loan={"2025": 22_901}, cost_plan=shared_plan(68_702, eligible=1, total=3)),
    "a quarter of nine": project(places=(group(9),), share_for_others="25"),
    "rates reversed and negative": project(
        daily_rates=(DailyRate(label="I dag", lowest=1_644, highest=0), DailyRate(lowest=-2, highest=-1))
    ),
    "plan by area": project(
        cost_plan=replace(plan(1), basis=replace(plan(1).basis, unit=Unit.OTHER, total=0, eligible=0))
    ),
}
APPLICATIONS: Mapping[str, Application] = {
    "empty": EMPTY_APPLICATION,
    "six projects": application(*(project(id=f"00000000-0000-4000-8000-{n:012}") for n in range(6))),
    "without a municipality": application(applicant=replace(application().applicant, municipality_code=None)),
    "without a description": application(description=" \n "),
    "a description that tells nothing": application(description="Vi søger."),
    "sentences from an earlier table": application(
        description=" ".join(OF_AN_EARLIER_TABLE.values()),
        inserted_facts=tuple(InsertedFact(content=number, text=text) for number, text in OF_AN_EARLIER_TABLE.items()),
    ),
    "a sentence from the table, and nothing there now": application(
        project(share_for_others=None),
        description=OF_AN_EARLIER_TABLE[2],
        inserted_facts=(InsertedFact(content=2, text=OF_AN_EARLIER_TABLE[2]),),
    ),
    "two small projects": application(
        *(project(name=name, gross_construction_cost=12_000, loan={"2025": 12_000}) for name in "AB")
    ),
    "more than the pool": application(*(project(name=name, loan={"2026": 400_000}) for name in "AB")),
    "a phone number of seven digits": application(
        contacts=Contacts(names="Å", phones="99 31 31 3", emails=("a@b.dk",))
    ),
    "without contacts": application(contacts=Contacts()),
    "an approval that was changed in the file": application(approvals=(replace(APPROVAL, approved_by="Bo"),)),
    "addresses": application(contacts=Contacts(names="Å", phones="1", emails=("a@b.dk", "aase", "", "x" * 80))),
}
DAYS = (date(2024, 1, 1), ROUND.window.opens, date(2024, 5, 14), ROUND.window.closes, date(2024, 5, 16))


def sentences() -> list[str]:
    """Returns all the lines."""
    return [*_of_projects(), *_of_applications(), *_of_days(), *_of_half_typed()]


def _of_projects() -> Iterator[str]:
    usual: set[str] = set()
    for name, one in PROJECTS.items():
        messages = list(_messages(application(one)))
        yield f"# project: {name}"
        yield from (line for line in messages if line not in usual)
        usual = usual or set(messages)


def _of_applications() -> Iterator[str]:
    usual = set(_messages(application()))
    for name, one in APPLICATIONS.items():
        yield f"# application: {name}"
        yield from (line for line in _messages(one) if line not in usual)


def _of_days() -> Iterator[str]:
    for day in DAYS:
        yield f"# {day}"
        yield from (line for line in _messages(application(), day) if line.startswith("info round"))


def _of_half_typed() -> Iterator[str]:
    yield "# half-typed"
    yield from _messages(application(), TODAY, {"projects[0].completion_date": "ultimo 2025"})
    yield from _messages(application(project(loan=NO_LOAN)), TODAY, HALF_TYPED)


def _messages(one: Application, day: date = TODAY, half_typed: Mapping[str, str] | None = None) -> Iterator[str]:
    assessment = assess(one, ROUND, day, half_typed or {})
    for result in assessment.criteria:
        if result.project == 0:
            yield f"{result.criterion}. {result.outcome} at {result.field}: {result.message}"
    for finding in assessment.findings:
        yield f"{finding.severity} {finding.code} at {finding.field or 'nothing'}: {finding.message}"


if __name__ == "__main__":
    KEPT.write_text("\n".join(sentences()) + "\n", encoding="utf-8", newline="\n")
