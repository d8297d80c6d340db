"""Every finding code: present where it should be, absent in a complete application."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import Applicant, Application, Contacts, Coordination, Project
from botilbud_desktop.domain.cost_plan import CostLine, Treatment
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.results import Finding, Severity
from tests.rules.codes import ALL_CODES, SEVERITIES
from tests.rules.samples import (
    EMPTY_APPLICATION,
    EMPTY_PROJECT,
    ROUND,
    TODAY,
    application,
    assessed,
    example,
    findings,
    group,
    plan,
    project,
)

NO_CONTACTS = Contacts()
NEGATIVE_LINE = CostLine(label="Tilskud", amount=-1, treatment=Treatment.EXCLUDED)

PRESENT: list[tuple[str, Application | Project, str]] = [
    ("applicant.missing", application(applicant=Applicant()), "applicant.municipality_code"),
    ("projects.none", application(projects=()), "projects"),
    ("projects.too_many", application(*[project()] * 6), "projects"),
    ("project.name_missing", project(name=" "), "projects[0].name"),
    ("project.description_missing", project(description=" \n"), "projects[0].description"),
    ("loan.missing", project(loan={"2025": None, "2026": None}), "projects[0].loan"),
    ("loan.missing", project(loan={}), "projects[0].loan"),
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
    ("coordination.missing", project(coordination=None), "projects[0].coordination"),
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
    ("description.missing", application(description="\n "), "description"),
    ("description.content_missing", application(description="Vi søger."), "description"),
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


class TestBoundaries:
    @pytest.mark.parametrize(
        ("code", "subject"),
        [
            ("loan.missing", project(loan={"2025": 0, "2026": None})),
            ("loan.negative", project(loan={"2025": 0})),
            ("loan.exceeds_pool", project(loan={"2025": 600_000, "2026": 700_000})),
            ("loan.exceeds_cost", project(gross_construction_cost=22_900)),
            ("loan.exceeds_cost", project(gross_construction_cost=None)),
            ("loan.differs_from_cost_plan", project(cost_plan=plan(22_900))),
            ("loan.differs_from_cost_plan", project(cost_plan=plan(1, total=0))),
            ("loan.after_completion", project(loan={"2026": 1}, completion_date=date(2026, 1, 1))),
            ("loan.after_completion", project(loan={"2026": 1}, completion_date=None)),
            ("loan.after_completion", project(loan={"2025": 1, "2026": 0})),
            ("places.before_completion", project(completion_date=date(2025, 12, 31))),
            ("places.before_completion", project(places=(group(0),), completion_date=date(2026, 1, 1))),
            ("places.year_outside_round", project(places=(group(0, year=2024),))),
            ("places.negative", project(places=(group(0),))),
            ("share.out_of_range", project(share_for_others="0")),
            ("share.out_of_range", project(share_for_others="100")),
            ("projects.too_many", application(*[project()] * 5)),
            ("text.too_long", project(description="a" * 1000)),
            ("text.at_risk", project(description="a" * 998 + "\n")),
            ("text.unsupported_characters", project(description="»æøå – …« €")),
            ("text.markup_like", project(description="4 < 5 <3 a<-b R&D & # 7")),
            ("coordination.document_to_send", project(coordination=Coordination.NONE)),
            ("contacts.missing", application()),
            ("description.content_missing", application(description="  ")),
        ],
    )
    def test_just_within_is_fine(self, code: str, subject: Application | Project) -> None:
        assert findings(subject, code) == []

    def test_a_text_is_too_long_or_at_risk_but_never_both(self) -> None:
        for length in range(995, 1003):
            codes = {finding.code for finding in assessed(project(description="a" * length + "\n\n")).findings}
            assert len(codes & {"text.too_long", "text.at_risk"}) == (length > 996)
            assert ("text.too_long" in codes) == (length > 998)


class TestWording:
    def message(self, code: str, subject: Application | Project) -> str:
        return findings(subject, code)[0].message

    def test_too_long_says_how_much_and_what_word_shows(self) -> None:
        assert self.message("text.too_long", example("aalborg")) == (
            "Du har skrevet 3 tegn for meget. Grænsen er 1.000 tegn. Word viser 999, fordi Word ikke tæller linjeskift."
        )

    def test_too_long_without_line_breaks_does_not_speak_of_word(self) -> None:
        expected = "Du har skrevet 1 tegn for meget. Grænsen er 4.000 tegn."
        assert self.message("text.too_long", application(description="a" * 4001)) == expected

    def test_at_risk_shows_both_numbers(self) -> None:
        assert self.message("text.at_risk", project(description="a" * 998 + "\n\n")) == (
            "Teksten fylder 1.002 tegn, hvis hvert linjeskift tæller 2, og grænsen er 1.000. "
            "Word viser 998, fordi Word ikke tæller linjeskift."
        )

    def test_a_loan_larger_than_the_pool_asks_whether_kroner_were_typed(self) -> None:
        expected = "Har du skrevet beløbet i kroner? Det skal angives i hele 1.000 kr."
        assert self.message("loan.exceeds_pool", project(loan={"2025": 22_900_000})) == expected

    def test_too_many_projects_says_whom_to_contact(self) -> None:
        message = self.message("projects.too_many", application(*[project()] * 6))
        assert message.startswith("Der er kun plads til 5 projekter, og du har 6.")
        assert "Tonny Pedersen (top@im.dk, " in message

    def test_too_many_projects_without_a_known_contact_quotes_the_form(self) -> None:
        result = assess(application(*[project()] * 6), replace(ROUND, contacts=()), TODAY)
        (found,) = [each for each in result.findings if each.code == "projects.too_many"]
        assert ROUND.more_projects in found.message

    def test_unsupported_characters_are_named(self) -> None:
        message = self.message("text.unsupported_characters", project(name="Øst → vest"))
        assert message == ("Webformularen kan måske ikke vise → pil mod højre (U+2192). Skriv noget andet i stedet.")

    def test_invisible_characters_are_named_in_words(self) -> None:
        message = self.message("text.unsupported_characters", project(name="Øst\u200bvest"))
        assert "usynligt mellemrum" in message
        assert "\u200b" not in message

    def test_many_unsupported_characters_are_not_all_named(self) -> None:
        message = self.message("text.unsupported_characters", project(name="αβγδεζηθ"))
        assert "og 3 andre" in message

    def test_an_address_that_is_none_is_quoted_and_cut(self) -> None:
        contacts = Contacts(names="Åse", phones="1", emails=("aase\n" + "x" * 100_000,))
        message = self.message("contacts.email_invalid", application(contacts=contacts))
        assert message.startswith("»aase xxx")
        assert len(message) < 200

    def test_several_addresses_in_one_are_told_apart(self) -> None:
        contacts = Contacts(names="Åse", phones="1", emails=("a@b.dk, c@d.dk",))
        expected = "»a@b.dk, c@d.dk« er flere e-mailadresser. Adskil dem med semikolon."
        assert self.message("contacts.email_invalid", application(contacts=contacts)) == expected

    def test_the_documentation_goes_to_the_rounds_address(self) -> None:
        message = self.message("coordination.document_to_send", project(coordination=Coordination.KKR))
        assert message == "Send referatet fra KKR med e-mail til tilskudsforvaltning@sbst.dk."

    def test_too_large_a_part_names_both_numbers(self) -> None:
        message = self.message("cost_plan.eligible_exceeds_total", project(cost_plan=plan(1, eligible=60)))
        assert message == "Der kan ikke være 60 pladser efter SEL §§ 107 og 108, når der kun er 50 i alt."


class TestRoundWindow:
    def message(self, today: date) -> tuple[str, str]:
        (found,) = [each for each in assess(application(), ROUND, today).findings if each.code.startswith("round.")]
        assert found.severity is Severity.INFO
        assert found.field == ""
        return found.code, found.message

    @pytest.mark.parametrize(
        ("today", "expected"),
        [
            (date(2024, 4, 30), ("round.not_open", "Ansøgningsvinduet åbner 1. maj 2024.")),
            (date(2024, 5, 1), ("round.closing", "Ansøgningsvinduet lukker om 14 dage, 15. maj 2024.")),
            (date(2024, 5, 13), ("round.closing", "Ansøgningsvinduet lukker om 2 dage, 15. maj 2024.")),
            (date(2024, 5, 14), ("round.closing", "Ansøgningsvinduet lukker i morgen, 15. maj 2024.")),
            (date(2024, 5, 15), ("round.closing", "Ansøgningsvinduet lukker i dag, 15. maj 2024.")),
            (date(2024, 5, 16), ("round.closed", "Ansøgningsvinduet lukkede 15. maj 2024.")),
            (date(2026, 11, 23), ("round.closed", "Ansøgningsvinduet lukkede 15. maj 2024.")),
        ],
    )
    def test_each_day_says_where_it_stands(self, today: date, expected: tuple[str, str]) -> None:
        assert self.message(today) == expected


class TestEmptyDraft:
    def test_all_that_is_missing_is_merely_missing(self) -> None:
        for empty in (EMPTY_APPLICATION, replace(EMPTY_APPLICATION, projects=(EMPTY_PROJECT,))):
            result = assess(empty, ROUND, TODAY)
            assert all(each.is_missing for each in result.errors)

    def test_each_contact_that_is_missing_has_its_own_line(self) -> None:
        found = findings(application(contacts=NO_CONTACTS), "contacts.missing")
        assert [each.field for each in found] == ["contacts.names", "contacts.phones", "contacts.emails"]
