"""Every finding code: present where it should be, absent in a complete application."""

from datetime import UTC, date, datetime

import pytest

from botilbud_desktop.domain.application import (
    Applicant,
    Application,
    Approval,
    Contacts,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
    Project,
)
from botilbud_desktop.domain.cost_plan import CostLine, Treatment
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import InsertedFact
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.results import Finding
from tests.rules.codes import ALL_CODES, SEVERITIES
from tests.rules.samples import (
    EMPTY_APPLICATION,
    EMPTY_PROJECT,
    ROUND,
    TODAY,
    application,
    assessed,
    converted,
    findings,
    group,
    outside,
    plan,
    preserved,
    project,
    separating_plan,
)

NO_CONTACTS = Contacts()
NEGATIVE_LINE = CostLine(label="Tilskud", amount=-1, treatment=Treatment.EXCLUDED)

EARLIER = "Der søges om låneadgang på 19,7 mio. kr. i 2025. Der søges ikke om lån i 2026."
ALTERED = Approval(
    approved_at=datetime(2024, 5, 10, tzinfo=UTC),
    approved_by="Bo",
    fingerprint="sha256:" + "a" * 64,
    seal="sha256:" + "b" * 64,
)
PRESENT: list[tuple[str, Application | Project, str]] = [
    ("applicant.missing", application(applicant=Applicant()), "applicant.municipality_code"),
    ("projects.none", application(projects=()), "projects"),
    ("projects.too_many", application(*[project()] * 6), "projects"),
    ("project.name_missing", project(name=" "), "projects[0].name"),
    ("project.description_missing", project(description=" \n"), "projects[0].description"),
    ("loan.missing", project(loan={"2025": None, "2026": None}), "projects[0].loan"),
    ("loan.missing", project(loan={}), "projects[0].loan"),
    ("loan.missing", project(loan={"2025": 0, "2026": None}), "projects[0].loan"),
    ("loan.negative", project(loan={"2025": 22_900, "2026": -1}), "projects[0].loan.2026"),
    ("loan.exceeds_pool", project(loan={"2025": 600_001}), "projects[0].loan.2025"),
    ("loan.exceeds_pool", project(loan={"2026": 700_001}), "projects[0].loan.2026"),
    ("loan.exceeds_cost", project(gross_construction_cost=22_899), "projects[0].loan"),
    ("loan.differs_from_cost_plan", project(cost_plan=plan(22_901)), "projects[0].loan"),
    ("loan.after_completion", project(loan={"2025": 22_899, "2026": 1}), "projects[0].loan.2026"),
    ("gross_cost.negative", project(gross_construction_cost=-1), "projects[0].gross_construction_cost"),
    ("gross_cost.exceeds_pool", project(gross_construction_cost=1_300_001), "projects[0].gross_construction_cost"),
    (
        "places.before_completion",
        project(completion_date=date(2026, 1, 1), places=(group(9, year=2026), group(1))),
        "projects[0].places[1].year",
    ),
    ("places.negative", project(places=(group(9), group(-1))), "projects[0].places[1].count"),
    ("places.closed_negative", project(places_closed_elsewhere=-1), "projects[0].places_closed_elsewhere"),
    (
        "places.year_outside_round",
        project(places=(group(9), group(1, year=2024))),
        "projects[0].places[1].year",
    ),
    ("share.out_of_range", project(share_for_others="-0.01"), "projects[0].share_for_others"),
    ("share.out_of_range", project(share_for_others="100.01"), "projects[0].share_for_others"),
    ("weighting.unanswered", project(coordination=None), "projects[0].coordination"),
    ("weighting.unanswered", project(building=None), "projects[0].building"),
    ("weighting.unanswered", project(daily_rates=()), "projects[0].daily_rates"),
    ("weighting.unanswered", project(daily_rates=(DailyRate(),)), "projects[0].daily_rates"),
    ("coordination.note_missing", project(coordination=Coordination.KKR), "projects[0].coordination_note"),
    (
        "coordination.note_missing",
        project(coordination=Coordination.OTHER_INTERMUNICIPAL, coordination_note=" "),
        "projects[0].coordination_note",
    ),
    *(
        (
            "coordination.differs_from_note",
            project(coordination=how, coordination_note=note),
            "projects[0].coordination",
        )
        for how, note in (
            (Coordination.NONE, "x"),
            (None, "Aftale med Mors"),
            (Coordination.OTHER_INTERMUNICIPAL, "KKR"),
            (Coordination.OTHER_INTERMUNICIPAL, "Drøftet på KKR-mødet den 3. maj"),
            (Coordination.OTHER_INTERMUNICIPAL, "I KKR's regi, punkt 3.5"),
            (Coordination.OTHER_INTERMUNICIPAL, "KKRs møde"),
        )
    ),
    ("project.duplicate", application(project(), project(name=" 19  BOTILBUDSPLADSER")), "projects[1].name"),
    ("loan.unit_suspect", project(loan={"2025": 1}), "projects[0].loan.2025"),
    ("loan.unit_suspect", project(loan={"2025": 22_000, "2026": 999}), "projects[0].loan.2026"),
    ("gross_cost.unit_suspect", project(gross_construction_cost=1), "projects[0].gross_construction_cost"),
    ("gross_cost.unit_suspect", project(gross_construction_cost=999), "projects[0].gross_construction_cost"),
    ("loans.exceed_pool", application(project(loan={"2025": 600_000}), project(loan={"2025": 1_000})), "projects"),
    ("loan.per_place_unlikely", project(places=(group(229),), loan={"2025": 22_899}), "projects[0].loan"),
    ("loan.per_place_unlikely", project(places=(group(2),), loan={"2025": 20_001}), "projects[0].loan"),
    ("completion.before_window", project(completion_date=date(2024, 4, 30)), "projects[0].completion_date"),
    ("completion.before_window", project(completion_date=date(1925, 11, 30)), "projects[0].completion_date"),
    (
        "places.after_completion",
        project(places=(group(9), group(1, year=2026))),
        "projects[0].places[1].year",
    ),
    ("places.closed_not_subtracted", project(places_closed_elsewhere=1), "projects[0].places_closed_elsewhere"),
    ("places.not_counted", project(places=(group(8), converted(1))), "projects[0].places"),
    ("places.not_counted", project(places=(group(8), group(6, LegalBasis.SEL_66))), "projects[0].places"),
    ("places.not_counted", project(places=(group(8), group(6, LegalBasis.OTHER))), "projects[0].places"),
    (
        "places.converted_to_same_law",
        project(places=(group(8), group(1, LegalBasis.ABL_105, Origin.CONVERTED_FROM_ABL_105))),
        "projects[0].places[1].legal_basis",
    ),
    ("building.new_cannot_preserve", project(places=(preserved(1),)), "projects[0].building"),
    (
        "cost_plan.basis_differs_from_places",
        project(places=(group(8), outside(42)), cost_plan=plan(22_900, eligible=9)),
        "projects[0].cost_plan.basis",
    ),
    (
        "cost_plan.sum_differs_from_gross_cost",
        project(cost_plan=separating_plan(22_900, excluded=1)),
        "projects[0].cost_plan.lines",
    ),
    (
        "cost_plan.nothing_separated",
        project(places=(group(8), converted(1)), cost_plan=plan(22_900)),
        "projects[0].cost_plan.lines",
    ),
    (
        "cost_plan.rounding_above_exact",
        project(cost_plan=replace(plan(22_950), round_to=100)),
        "projects[0].cost_plan.round_to",
    ),
    ("share.too_few_whole_places", project(share_for_others="26.31"), "projects[0].share_for_others"),
    ("share.too_few_whole_places", project(places=(group(9),), share_for_others="25"), "projects[0].share_for_others"),
    (
        "daily_rate.reversed",
        project(daily_rates=(DailyRate(lowest=1, highest=1), DailyRate(lowest=901, highest=900))),
        "projects[0].daily_rates[1].lowest",
    ),
    ("daily_rate.negative", project(daily_rates=(DailyRate(lowest=-1),)), "projects[0].daily_rates[0].lowest"),
    (
        "contacts.phone_doubtful",
        application(contacts=Contacts(names="Åse", phones="99 31 31 31 / +45 99 31 31 3", emails=("a@b.dk",))),
        "contacts.phones",
    ),
    ("approval.altered", application(approvals=(ALTERED,)), "approvals"),
    ("coordination.document_to_send", project(coordination=Coordination.KKR), "projects[0].coordination"),
    (
        "coordination.document_to_send",
        project(coordination=Coordination.OTHER_INTERMUNICIPAL),
        "projects[0].coordination",
    ),
    (
        "cost_plan.total_not_positive",
        project(cost_plan=plan(22_900, eligible=0, total=0)),
        "projects[0].cost_plan.basis.total",
    ),
    (
        "cost_plan.eligible_negative",
        project(cost_plan=plan(22_900, eligible=-1)),
        "projects[0].cost_plan.basis.eligible",
    ),
    (
        "cost_plan.eligible_exceeds_total",
        project(cost_plan=plan(22_900, eligible=51)),
        "projects[0].cost_plan.basis.eligible",
    ),
    (
        "cost_plan.amount_negative",
        project(cost_plan=replace(plan(22_900), lines=(*plan(22_900).lines, NEGATIVE_LINE))),
        "projects[0].cost_plan.lines[1].amount",
    ),
    ("text.too_long", project(description="a" * 1001), "projects[0].description"),
    ("text.too_long", application(description="a" * 4001), "description"),
    ("text.at_risk", project(description="a" * 998 + "\n\n"), "projects[0].description"),
    ("text.at_risk", application(description="a" * 3999 + "\n"), "description"),
    ("text.unsupported_characters", project(name="Øst → vest"), "projects[0].name"),
    ("text.unsupported_characters", project(description="≥ 5"), "projects[0].description"),
    ("text.unsupported_characters", application(description="≥ 5"), "description"),
    (
        "text.unsupported_characters",
        application(contacts=Contacts(names="Zoë Łuk", phones="1", emails=("a@b.dk",))),
        "contacts.names",
    ),
    (
        "text.unsupported_characters",
        application(contacts=Contacts(names="Åse", phones="☎ 1", emails=("a@b.dk",))),
        "contacts.phones",
    ),
    ("text.markup_like", project(name="<b>Nyt bosted"), "projects[0].name"),
    ("text.markup_like", project(description="5 &#60; 6"), "projects[0].description"),
    ("text.markup_like", application(description="a </p>"), "description"),
    ("text.no_break_spaces", project(description="Vi\u00a0udvider\u00a0nu."), "projects[0].description"),
    ("text.no_break_spaces", application(description="Ja. Vi\u202fudvider\u202fnu\u00a0alt"), "description"),
    ("description.missing", application(description="\n "), "description"),
    (
        "description.fact_stale",
        application(description=f"Ja. {EARLIER} Nej.", inserted_facts=(InsertedFact(content=4, text=EARLIER),)),
        "inserted_facts[0]",
    ),
    ("description.content_missing", application(description="Vi søger."), "description"),
    ("text.contradicts", application(description="Vi udvider med 28 nye pladser."), "description"),
    ("text.contradicts", project(purpose="Vi udvider med 28 nye pladser."), "projects[0].purpose"),
    ("contacts.missing", application(contacts=Contacts(phones="1", emails=("a@b.dk",))), "contacts.names"),
    ("contacts.missing", application(contacts=Contacts(names="Åse", emails=("a@b.dk",))), "contacts.phones"),
    (
        "contacts.missing",
        application(contacts=Contacts(names="Åse", phones="1", emails=(" ",))),
        "contacts.emails",
    ),
    (
        "contacts.email_invalid",
        application(contacts=Contacts(names="Åse", phones="1", emails=("a@b.dk", "aase"))),
        "contacts.emails",
    ),
]


@pytest.mark.parametrize(("code", "subject", "field"), PRESENT)
def test_the_finding_is_there(code: str, subject: Application | Project, field: str) -> None:
    found = findings(subject, code)
    assert [finding.field for finding in found] == [field] * len(found)
    assert len(found) == (6 if code == "description.content_missing" else 1)
    assert {finding.severity for finding in found} == {SEVERITIES[code]}


@pytest.mark.parametrize("code", sorted(ALL_CODES - {"round.closing"}))
def test_a_complete_application_has_no_such_finding(code: str) -> None:
    assert findings(application(), code) == []


def test_every_code_is_tested() -> None:
    tested = {code for code, _, _ in PRESENT}
    elsewhere = {"field.not_understood", "round.not_open", "round.closing", "round.closed"}
    assert tested | elsewhere == ALL_CODES


def all_findings() -> list[Finding]:
    subjects = [subject for _, subject, _ in PRESENT]
    half_typed = assess(application(), ROUND, TODAY, {"projects[0].loan.2025": "22,9"}).findings
    closed = assess(application(), ROUND, date(2026, 11, 23)).findings
    early = assess(application(), ROUND, date(2024, 4, 30)).findings
    return [
        *half_typed,
        *closed,
        *early,
        *(each for subject in subjects for each in assessed(subject).findings),
    ]


def test_messages_are_plain_danish_sentences() -> None:
    for finding in all_findings():
        message = finding.message
        assert message.endswith((".", "?")), message
        assert message[0] in "»0123456789" or message[0].isupper(), message
        assert ".." not in message, message
        assert "_" not in message, message
        assert not any(word in message.lower() for word in ("ugyldig", "udfyld", "fejl", "please", "none")), message


def test_fields_are_paths_that_the_application_has() -> None:
    for _, subject, _ in PRESENT:
        whole = subject if isinstance(subject, Application) else application(subject)
        for finding in assessed(whole).findings:
            value_at(whole, field_path(finding.field))


class TestEmptyDraft:
    def test_all_that_is_missing_is_merely_missing(self) -> None:
        for empty in (EMPTY_APPLICATION, replace(EMPTY_APPLICATION, projects=(EMPTY_PROJECT,))):
            result = assess(empty, ROUND, TODAY)
            assert all(each.is_missing for each in result.errors)

    def test_each_contact_that_is_missing_has_its_own_line(self) -> None:
        found = findings(application(contacts=NO_CONTACTS), "contacts.missing")
        assert [each.field for each in found] == ["contacts.names", "contacts.phones", "contacts.emails"]
