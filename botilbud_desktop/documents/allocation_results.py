"""What an allocation comes to: the costs, the eligible amount and the loan, held against each other, as printed.

Amounts are whole 1.000 kr.; differences are told in kr.
"""

from fractions import Fraction

from botilbud_desktop.documents.values import BLANK, loan_of
from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.cost_plan import Allocation, CostLine, Treatment, round_half_up
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_fraction, format_millions, format_number

type Pair = tuple[str, str]
"""A label and its value, empty while not filled in."""


def results_of(allocation: Allocation, project: Project, round_: Round) -> list[tuple[str, list[Pair]]]:
    """Returns all of it: three tables, each with its heading."""
    return [
        (
            "Udgifterne sammenholdt med bruttoanlægsudgiften",
            against_gross_cost(allocation, project.gross_construction_cost),
        ),
        ("Det låneberettigede beløb", eligible_amounts(allocation)),
        ("Lånet sammenholdt med det låneberettigede beløb", against_loan(allocation, project, round_)),
    ]


def against_gross_cost(allocation: Allocation, cost: int | None) -> list[Pair]:
    """Returns the sum of all lines held against the gross construction cost (*bruttoanlægsudgift*)."""
    total = sum(line.line.amount for line in allocation.lines)
    return [
        ("Udgifter i alt", _amount(total)),
        ("Bruttoanlægsudgift", "" if cost is None else _amount(cost)),
        ("Forskel", _difference_of_costs(total, cost)),
    ]


def eligible_amounts(allocation: Allocation) -> list[Pair]:
    """Returns the eligible amount, rounded and exact, and what the loan does not cover."""
    excluded = [line.line for line in allocation.lines if line.line.treatment is Treatment.EXCLUDED]
    return [
        ("Låneberettiget i alt, afrundet", _amount(allocation.eligible)),
        ("Låneberettiget i alt, præcist", format_fraction(allocation.exact)),
        ("Forskel ved afrunding", _signed(allocation.eligible - allocation.exact)),
        ("Holdt helt uden for lånet", _excluded(excluded)),
        ("Den del af de fælles udgifter, lånet ikke dækker", format_fraction(shared_not_covered(allocation))),
    ]


def shared_not_covered(allocation: Allocation) -> Fraction:
    """Returns the part of the shared costs that the loan does not cover."""
    shared = (line for line in allocation.lines if line.line.treatment is Treatment.SHARED)
    return sum((line.line.amount - line.exact for line in shared), Fraction(0))


def against_loan(allocation: Allocation, project: Project, round_: Round) -> list[Pair]:
    """Returns the proposed loan, and the loan applied for held against the exact eligible amount."""
    has_loan = any(amount is not None for amount in project.loan.values())
    return [
        proposed_loan(allocation),
        *((f"Ansøgt lån i {year}", loan_of(project, year)) for year in round_.year_keys),
        ("Ansøgt lån i alt", _amount(project.total_loan) if has_loan else ""),
        comparison(allocation, project),
    ]


def proposed_loan(allocation: Allocation) -> Pair:
    """Returns the proposed loan."""
    return "Foreslået lån", _amount(allocation.proposed_loan)


def comparison(allocation: Allocation, project: Project) -> Pair:
    """Returns the loan applied for held against the exact eligible amount, in words."""
    has_loan = any(amount is not None for amount in project.loan.values())
    words = _comparison(allocation, project.total_loan) if has_loan else "Lånet er ikke angivet endnu."
    return "Sammenholdt", words


def _comparison(allocation: Allocation, loan: int) -> str:
    if loan == allocation.proposed_loan:
        return "Lånet svarer til det foreslåede lån."
    difference = loan - allocation.exact
    if not difference:
        return "Lånet svarer til det låneberettigede beløb."
    how = "højere" if difference > 0 else "lavere"
    return f"Lånet er {_kroner(abs(difference))} {how} end det låneberettigede beløb."


def _difference_of_costs(total: int, cost: int | None) -> str:
    if cost is None:
        return "Bruttoanlægsudgiften er ikke angivet endnu."
    if total == cost:
        return "Ingen. Udgifterne svarer til bruttoanlægsudgiften."
    how = "højere" if total > cost else "lavere"
    return f"Udgifterne er {_kroner(Fraction(abs(total - cost)))} {how} end bruttoanlægsudgiften."


def _amount(thousands: int) -> str:
    return f"{format_number(thousands)} ({format_millions(thousands)})"


def _kroner(thousands: Fraction) -> str:
    """Returns an exact amount in whole kr.: `296.000 kr.`, `ca. 667 kr.`."""
    exact = thousands * 1000
    whole = round_half_up(exact, 1)
    return f"{'' if whole == exact else 'ca. '}{format_number(whole)} kr."


def _signed(value: Fraction) -> str:
    if not value:
        return "0"
    return f"{'+' if value > 0 else '−'}{format_fraction(abs(value))}"


def _excluded(lines: list[CostLine]) -> str:
    if not lines:
        return "0"
    names = ", ".join(line.label.strip() or BLANK for line in lines)
    return f"{format_number(sum(line.amount for line in lines))} ({names})"
