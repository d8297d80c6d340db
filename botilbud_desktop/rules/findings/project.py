"""Findings about one project, in the order of its fields."""

from collections.abc import Iterator
from itertools import chain

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.values.amounts import format_millions, format_number, format_percent
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.findings.cost_plan import cost_plan_findings
from botilbud_desktop.rules.findings.making import error, info, warning
from botilbud_desktop.rules.findings.texts import character_findings, length_findings
from botilbud_desktop.rules.results import Finding, LimitedText
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import all_of, any_of, places


def project_findings(subject: Subject, texts: tuple[LimitedText, ...]) -> tuple[Finding, ...]:
    """Returns all findings about the project; `texts` are the counts of its limited texts."""
    return tuple(
        chain(
            _name_findings(subject),
            _loan_findings(subject),
            _cost_findings(subject),
            _places_findings(subject),
            _share_findings(subject),
            _coordination_findings(subject),
            _description_findings(subject),
            chain.from_iterable(length_findings(text) for text in texts),
            cost_plan_findings(subject),
        )
    )


def _name_findings(subject: Subject) -> Iterator[Finding]:
    field = subject.field("name")
    if not subject.project.name.strip():
        yield error("project.name_missing", field, "Angiv projektets navn.")
    yield from character_findings(field, subject.project.name)


def _loan_findings(subject: Subject) -> Iterator[Finding]:
    round_, completion = subject.round, subject.project.completion_date
    if not subject.has_loan:
        years = any_of(round_.year_keys)
        yield error("loan.missing", subject.field("loan"), f"Angiv det lån, du ansøger om for {years}.")
    for year, amount in subject.loans.items():
        field, pool = subject.field(f"loan.{year}"), round_.pool_of(year)
        if amount < 0:
            yield error("loan.negative", field, f"Lånet for {year} må ikke være under 0.")
        if pool is not None and amount > pool:
            yield error(
                "loan.exceeds_pool",
                field,
                "Har du skrevet beløbet i kroner? Det skal angives i hele 1.000 kr.",
            )
        if completion is not None and amount > 0 and int(year) > completion.year:
            yield warning(
                "loan.after_completion",
                field,
                f"Du ansøger om lån for {year}, men projektet bliver afsluttet {format_date(completion)}.",
            )


def _cost_findings(subject: Subject) -> Iterator[Finding]:
    cost, loan, amount = subject.project.gross_construction_cost, subject.loan, subject.eligible_amount
    if cost is not None and cost < 0:
        yield error(
            "gross_cost.negative",
            subject.field("gross_construction_cost"),
            "Bruttoanlægsudgiften må ikke være under 0.",
        )
    if cost is not None and cost > sum(subject.round.pool.values()):
        yield warning(
            "gross_cost.exceeds_pool",
            subject.field("gross_construction_cost"),
            "Har du skrevet beløbet i kroner? Det skal angives i hele 1.000 kr.",
        )
    if cost is not None and cost < loan:
        yield error(
            "loan.exceeds_cost",
            subject.field("loan"),
            f"Lånet på {format_millions(loan)} er større end bruttoanlægsudgiften på {format_millions(cost)}",
        )
    if amount is not None and loan != amount:
        stated = f"du ansøger om {format_millions(loan)}" if subject.has_loan else "lånet er ikke angivet."
        yield warning(
            "loan.differs_from_cost_plan",
            subject.field("loan"),
            f"Fordelingen giver en låneberettiget udgift på {format_millions(amount)}, men {stated}",
        )


def _places_findings(subject: Subject) -> Iterator[Finding]:
    round_, project = subject.round, subject.project
    for index, group in enumerate(project.places):
        row = subject.field(f"places[{index}]")
        if group.count < 0:
            yield error("places.negative", f"{row}.count", "Antallet af pladser må ikke være under 0.")
        if group.is_empty:
            continue
        if group.year not in round_.years:
            yield error(
                "places.year_outside_round",
                f"{row}.year",
                f"Skemaet har kun plads til {all_of(round_.year_keys)}, "
                f"så {places(group.count)} i {group.year} kommer ikke med.",
            )
        elif project.completion_date is not None and group.year < project.completion_date.year:
            yield warning(
                "places.before_completion",
                f"{row}.year",
                f"Du har angivet {places(group.count)} i {group.year}, men projektet bliver først afsluttet "
                f"{format_date(project.completion_date)}.",
            )
    closed = project.places_closed_elsewhere
    if closed is not None and closed < 0:
        yield error(
            "places.closed_negative",
            subject.field("places_closed_elsewhere"),
            f"Antallet af pladser, der lukker, må ikke være under 0. Du har angivet {format_number(closed)}.",
        )


def _share_findings(subject: Subject) -> Iterator[Finding]:
    share = subject.project.share
    if share is not None and not 0 <= share <= 100:
        yield error(
            "share.out_of_range",
            subject.field("share_for_others"),
            f"Andelen skal være mellem 0 og 100 pct. Du har angivet {format_percent(share)} pct.",
        )


def _coordination_findings(subject: Subject) -> Iterator[Finding]:
    field, coordination = subject.field("coordination"), subject.project.coordination
    if coordination is None:
        yield info(
            "coordination.missing",
            field,
            "Angiv, om projektet er koordineret i KKR eller med andre kommuner. "
            "Ministeriet prioriterer koordinerede projekter.",
        )
    elif coordination is not Coordination.NONE:
        document = "referatet fra KKR" if coordination is Coordination.KKR else "aftalen mellem kommunerne"
        yield info(
            "coordination.document_to_send",
            field,
            f"Send {document} med e-mail til {subject.round.documentation_email}.",
        )


def _description_findings(subject: Subject) -> Iterator[Finding]:
    field = subject.field("description")
    if not subject.project.description.strip():
        yield warning(
            "project.description_missing",
            field,
            "Beskriv kort projektet. Beskrivelsen skal bruges i projektskemaet.",
        )
    yield from character_findings(field, subject.project.description)
