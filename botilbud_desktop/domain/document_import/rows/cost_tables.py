"""Reads budgets: rows of a label and an amount with its unit become lines of a cost plan, their sum is checked."""

import re
from collections.abc import Sequence

from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, Treatment, Unit
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.rows.arithmetic import stated_step
from botilbud_desktop.domain.document_import.rows.budgets import BudgetRow, budgets
from botilbud_desktop.domain.document_import.structure.dividing import Divided
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import is_total
from botilbud_desktop.domain.text.sentences import enumerated
from botilbud_desktop.domain.values.amounts import format_number

_CHECK = re.compile(
    r"låneberettig|lånebeløb|ansøgt lån|\bandel af\b|[0-9]+ ?/ ?[0-9]+(?:-?dele?\b| ?(?:\\cdot|[·*×x]))", re.IGNORECASE
)
FRACTION = re.compile(
    r"(?<![0-9/])(?P<eligible>[0-9]{1,4}) ?/ ?(?P<total>[0-9]{1,4})(?: ?-? ?dele?\b| af (?:de )?(?:fælles|"
    r"service)| ?(?:\\cdot|[·*×x] ))",
    re.IGNORECASE,
)
_TREATMENTS = (
    (Treatment.SHARED, re.compile(r"fælles|service|delt\b|udenoms|udearealer", re.IGNORECASE)),
    (Treatment.DIRECT, re.compile(r"\b10[78]\b", re.IGNORECASE)),
    (Treatment.EXCLUDED, re.compile(r"\balmen|\babl\b|\b105\b|plejebolig|ældrebolig", re.IGNORECASE)),
)
_TREATMENT_BY_LABEL = "Behandlingen er foreslået efter postens navn."
_TREATMENT_UNKNOWN = "Det er ikke sagt, om posten er låneberettiget."
_COST = "Det er summen af udgifterne. Der står ikke, hvilke år den gælder. Den skal gælde {years}."
_WRONG_SUM = "Summen er {stated}, men rækkerne giver {counted} (hele 1.000 kr.)."
_ARITHMETIC = "Rækken regner lånet ud af udgifterne og er ikke en post."
_CHECKED = f"{_ARITHMETIC} Den passer med fordelingen."
_PART = re.compile(r"(?:heraf|deraf|hvoraf|herunder)\b", re.IGNORECASE)
_IS_PART = "Beløbet er en del af et andet."
_ROUNDED = "Beløbet er afrundet til hele 1.000 kr."
_SECOND = "Der står et budget mere. Det er ikke læst som poster."
_FROM_WORDS = "Fordelingen er læst af brøken i teksten."
_STEP = "Beløbene i regnestykket er afrundet til {step}.000 kr."


def read_cost_tables(ledger: Ledger, divided: Divided, round_: Round) -> None:
    """Reads all budgets of a document."""
    plans: dict[int, list[BudgetRow]] = {}
    for rows in budgets(ledger, divided, round_):
        project = divided.spots[rows[0].line].project
        if project is None:
            continue
        if any(_CHECK.search(row.label) for row in rows):
            _check(ledger, project, rows, plans.get(project, []), round_)
        elif project in plans:
            for row in rows:
                ledger.leave(row.line, _SECOND)
        else:
            plans[project] = _lines(ledger, project, rows, round_)
    _bases(ledger, divided)


def _lines(ledger: Ledger, project: int, rows: Sequence[BudgetRow], round_: Round) -> list[BudgetRow]:
    """Takes the rows as lines of a cost plan, and their sum as the cost; returns the lines."""
    parts = [row for row in rows if _PART.match(row.label)]
    kept = [row for row in rows if row not in parts and not _is_sum(row, rows, round_)]
    counted = sum(row.amount for row in kept)
    slack = len(rows) if any(row.is_rounded for row in rows) else 0
    problem = ""
    for row in (row for row in rows if row not in kept and row not in parts):
        place = ledger.lines[row.line].place
        if abs(row.amount - counted) <= slack:
            remark = _COST.format(years=enumerated(round_.year_keys)) + (f" {_ROUNDED}" if row.is_rounded else "")
            ledger.add(Fact(project, "gross_construction_cost", row.amount, place, False, remark))
            ledger.close(row.line)
        else:
            problem = _WRONG_SUM.format(stated=format_number(row.amount), counted=format_number(counted))
            ledger.leave(row.line, problem)
    for row in parts:
        ledger.leave(row.line, _IS_PART)
    for row in kept:
        treatment = treatment_of(row.label)
        said = (_TREATMENT_UNKNOWN if treatment is None else _TREATMENT_BY_LABEL, _ROUNDED if row.is_rounded else "")
        line = CostLine(label=row.label, amount=row.amount, treatment=treatment or Treatment.DIRECT)
        remark = " ".join(filter(None, (*said, problem)))
        ledger.add(Fact(project, "cost_plan.lines", line, ledger.lines[row.line].place, False, remark))
        ledger.close(row.line)
    return kept


def _is_sum(row: BudgetRow, rows: Sequence[BudgetRow], round_: Round) -> bool:
    if is_total(row.label, round_) or row is not rows[-1]:
        return is_total(row.label, round_)
    others = [other.amount for other in rows if other is not row and not is_total(other.label, round_)]
    return len(others) > 1 and sum(others) == row.amount


def treatment_of(label: str) -> Treatment | None:
    """Returns the treatment that a line's label tells, or None."""
    return next((treatment for treatment, pattern in _TREATMENTS if pattern.search(label)), None)


def _check(ledger: Ledger, project: int, rows: Sequence[BudgetRow], lines: Sequence[BudgetRow], round_: Round) -> None:
    """Compares how a note works the loan out with the program's own allocation; its rows are no lines."""
    basis = next((found for row in rows if (found := FRACTION.search(row.label))), None)
    step = None
    if basis is not None and int(basis["eligible"]) <= int(basis["total"]) and int(basis["total"]):
        place = ledger.lines[next(row.line for row in rows if FRACTION.search(row.label))].place
        ledger.add(_basis(project, basis, place))
        costs = [(row.amount, treatment_of(row.label)) for row in lines]
        step = stated_step(
            costs, int(basis["eligible"]), int(basis["total"]), [(row.amount, row.written) for row in rows]
        )
    if step is not None:
        remark = _STEP.format(step=step)
        place = ledger.lines[rows[-1].line].place
        ledger.add(Fact(project, "cost_plan.round_to", step, place, is_sure=False, remark=remark))
    for row in rows:
        ledger.leave(row.line, _CHECKED if step is not None else _ARITHMETIC)


def _basis(project: int, found: re.Match[str], place: str) -> Fact:
    basis = CostBasis(unit=Unit.PLACES, eligible=int(found["eligible"]), total=int(found["total"]))
    return Fact(project, "cost_plan.basis", basis, place, is_sure=False, remark=_FROM_WORDS)


def _bases(ledger: Ledger, divided: Divided) -> None:
    """Takes the fraction that the text names, where there is a budget to share."""
    with_plans = {fact.project for fact in ledger.facts if fact.field == "cost_plan.lines"}
    for index, line in enumerate(ledger.lines):
        project = divided.spots[index].project
        if project not in with_plans or project is None or line.is_row:
            continue
        for found in FRACTION.finditer(line.text):
            if 0 < int(found["eligible"]) <= int(found["total"]):
                ledger.add(_basis(project, found, line.place))
