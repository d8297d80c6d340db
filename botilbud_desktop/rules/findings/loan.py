"""Findings about the loan: missing, in the wrong unit, too large, or not what the other figures lead to."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from botilbud_desktop.domain.values.amounts import format_exact_millions, format_kroner, format_millions
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.findings.making import amount_instead, as_if_millions, as_thousands, error, warning
from botilbud_desktop.rules.results import Finding, Suggestion
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import any_of, new_places


def loan_findings(subject: Subject) -> Iterator[Finding]:
    """Yields the findings about the loan of each year and of all years."""
    if not subject.has_loan:
        years = any_of(subject.round.year_keys)
        yield error("loan.missing", subject.field("loan"), f"Angiv lånebeløbet i {years}.")
    for year, amount in subject.loans.items():
        yield from _findings_of_year(subject, year, amount)
    yield from _against_cost(subject)
    yield from _against_places(subject)
    yield from _against_plan(subject)


def _findings_of_year(subject: Subject, year: str, amount: int) -> Iterator[Finding]:
    field, pool = subject.field(f"loan.{year}"), subject.round.pool_of(year)
    least, completion = subject.round.plausibility.least_amount, subject.project.completion_date
    if amount < 0:
        yield error("loan.negative", field, f"Lånet i {year} må ikke være under 0.")
    if least is not None and 0 < amount < least:
        yield warning(
            "loan.unit_suspect",
            field,
            f"Lånet i {year} er kun {format_kroner(amount)} Har du skrevet millioner? Skriv beløbet i hele 1.000 kr.",
            as_if_millions(field, amount),
        )
    if pool is not None and amount > pool:
        yield error(
            "loan.exceeds_pool",
            field,
            "Har du skrevet beløbet i kroner? Skriv det i hele 1.000 kr.",
            as_thousands(field, amount),
        )
    if completion is not None and amount > 0 and int(year) > completion.year:
        yield warning(
            "loan.after_completion",
            field,
            f"I søger om lån i {year}, men projektet afsluttes den {format_date(completion)}.",
        )


def _against_cost(subject: Subject) -> Iterator[Finding]:
    cost, loan = subject.quantities.cost, subject.quantities.loan
    if cost is not None and cost < loan:
        yield error(
            "loan.exceeds_cost",
            subject.field("loan"),
            f"Lånet på {format_millions(loan)} er større end bruttoanlægsudgiften på {format_millions(cost)}",
        )


def _against_places(subject: Subject) -> Iterator[Finding]:
    loan, new, limits = subject.quantities.loan, subject.quantities.expansion, subject.round.plausibility
    least, most = limits.least_loan_per_place, limits.most_loan_per_place
    if loan <= 0 or new <= 0:
        return
    is_low = least is not None and loan < least * new
    is_high = most is not None and loan > most * new
    if is_low or is_high:
        unlikely = "lavt" if is_low else "højt"
        yield warning(
            "loan.per_place_unlikely",
            subject.field("loan"),
            f"Lånet på {format_millions(loan)} til {new_places(new)} er {_per_place(loan, new)} pr. plads, "
            f"og det er usædvanligt {unlikely}. Er både beløb og pladser rigtige?",
        )


def _per_place(loan: int, number: int) -> str:
    return format_exact_millions(Fraction(loan, number))


def _against_plan(subject: Subject) -> Iterator[Finding]:
    allocation, loan = subject.quantities.allocation, subject.quantities.loan
    if allocation is None or loan in (allocation.eligible, floor(allocation.exact)):
        return
    stated = f"I søger om {format_millions(loan)}" if subject.has_loan else "lånet er ikke angivet."
    yield warning(
        "loan.differs_from_cost_plan",
        subject.field("loan"),
        f"Fordelingen giver en låneberettiget udgift på {format_millions(allocation.eligible)}, men {stated}",
        *_proposed(subject, allocation.proposed_loan),
    )


def _proposed(subject: Subject, amount: int) -> tuple[Suggestion, ...]:
    """Returns the offer of the plan's loan where all of it belongs to one year; else the split must be chosen."""
    years = [year for year, loan in subject.loans.items() if loan]
    return (amount_instead(subject.field(f"loan.{years[0]}"), amount),) if len(years) == 1 and amount > 0 else ()
