"""Findings about the gross construction cost (*bruttoanlægsudgift*): negative, or in the wrong unit."""

from collections.abc import Iterator

from botilbud_desktop.domain.values.amounts import format_kroner
from botilbud_desktop.rules.findings.making import as_if_millions, as_thousands, error, warning
from botilbud_desktop.rules.results import Finding
from botilbud_desktop.rules.subject import Subject


def gross_cost_findings(subject: Subject) -> Iterator[Finding]:
    """Yields what is wrong with the cost itself; the loan and the cost plan are compared with it elsewhere."""
    cost, least = subject.quantities.cost, subject.round.plausibility.least_amount
    if cost is None:
        return
    field = subject.field("gross_construction_cost")
    if cost < 0:
        yield error("gross_cost.negative", field, "Bruttoanlægsudgiften må ikke være under 0.")
    if least is not None and 0 < cost < least:
        yield warning(
            "gross_cost.unit_suspect",
            field,
            f"Bruttoanlægsudgiften er kun {format_kroner(cost)} Har du skrevet millioner? "
            "Skriv beløbet i hele 1.000 kr.",
            as_if_millions(field, cost),
        )
    if cost > sum(subject.round.pool.values()):
        yield warning(
            "gross_cost.exceeds_pool",
            field,
            "Har du skrevet beløbet i kroner? Skriv det i hele 1.000 kr.",
            as_thousands(field, cost),
        )
