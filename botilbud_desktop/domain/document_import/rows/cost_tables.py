"""Reads budgets: rows of a label and an amount with its unit become lines of a cost plan, their sum is checked."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, Treatment, Unit
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.rows.arithmetic import stated_step
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role
from botilbud_desktop.domain.document_import.structure.lines import Line, plain
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.amount_cells import amount_in, plain_amount, says_kroner, states_unit
from botilbud_desktop.domain.table_import.figures import is_figure
from botilbud_desktop.domain.table_import.headings import is_total
from botilbud_desktop.domain.table_import.units import Unit as MoneyUnit
from botilbud_desktop.domain.table_import.units import units_in
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

_LONGEST_LABEL = 80
_IN_TEXT = re.compile(
    r"(?P<label>[^\W\d_§].*?|§.*?)[ .:]+(?P<amount>[0-9][0-9.,]*(?: [0-9]{3})* ?(?:(?:mio|mia|mill|t)\.? ?kr\.?|"
    r"kr\.?|,-))"
)
_SENTENCE = re.compile(
    r"\b(?:på|for|til|er|om|set|være|udgør|udgøre|med|af|ca\.?|cirka|knap|i alt|over|mellem|og|kommune|søges?|"
    r"ansøges?)\Z",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"låneberettig|lånebeløb|ansøgt lån|\bandel af\b|[0-9]+ ?/ ?[0-9]+(?:-?dele?\b| ?(?:\\cdot|[·*×x]))", re.IGNORECASE
)
FRACTION = re.compile(
    r"(?<![0-9/])(?P<eligible>[0-9]{1,4}) ?/ ?(?P<total>[0-9]{1,4})(?: ?-? ?dele?\b| af (?:de )?(?:fælles|"
    r"service)| ?(?:\\cdot|[·*×x] ))",
    re.IGNORECASE,
)
_TREATMENTS = (
    (Treatment.SHARED, re.compile(r"fælles|service|delt\b|udenoms|udearealer|grund\b|byggemodning", re.IGNORECASE)),
    (Treatment.DIRECT, re.compile(r"\b10[78]\b", re.IGNORECASE)),
    (Treatment.EXCLUDED, re.compile(r"\balmen|\babl\b|\b105\b|plejebolig|ældrebolig", re.IGNORECASE)),
)
_TREATMENT_BY_LABEL = "Behandlingen er foreslået efter postens navn."
_TREATMENT_UNKNOWN = "Det er ikke sagt, om lånet kan dække posten."
_COST = "Det er summen af udgifterne. Der står ikke, hvilke år den gælder; den skal være den i {years}."
_WRONG_SUM = "Summen er {stated}, men rækkerne giver {counted} (hele 1.000 kr.)."
_ARITHMETIC = "Rækken regner lånet ud af udgifterne og er ikke en post."
_CHECKED = f"{_ARITHMETIC} Den passer med fordelingen."
_SECOND = "Der står et budget mere. Det er ikke læst som poster."
_NO_UNIT = "Beløbets enhed er ikke skrevet."
_FROM_WORDS = "Fordelingen er læst af brøken i teksten."
_STEP = "Beløbene i regnestykket er afrundet til {step}.000 kr."


class BudgetRow(NamedTuple):
    """A row with an amount in 1.000 kr."""

    line: int
    label: str
    amount: int
    written: str


def read_cost_tables(ledger: Ledger, divided: Divided, round_: Round) -> None:
    """Reads all budgets of a document."""
    plans: dict[int, list[BudgetRow]] = {}
    for rows in _groups(ledger, divided, round_):
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


def _groups(ledger: Ledger, divided: Divided, round_: Round) -> list[list[BudgetRow]]:
    """Returns the rows of each budget: at least two beside each other."""
    groups: list[list[BudgetRow]] = []
    last, unit, table = -2, None, -1
    for index, line in enumerate(ledger.lines):
        spot = divided.spots[index]
        if spot.role is not Role.CONTENT or spot.row is not None or not ledger.is_open(index):
            continue
        if line.table != table or line.table < 0:
            unit, table = None, line.table
        if line.is_row and (units := _heading_unit(line)) is not None and not _row_of(index, line, None):
            unit = units
            ledger.close(index)
            last = index
            groups.append([])
            continue
        row = _row_of(index, line, unit)
        if row is None:
            continue
        is_next = (
            index == last + 1 and groups and (not groups[-1] or ledger.lines[groups[-1][-1].line].table == line.table)
        )
        if is_next:
            groups[-1].append(row)
        else:
            groups.append([row])
        last = index
    return [group for group in groups if len(group) > 1]


def _heading_unit(line: Line) -> MoneyUnit | None:
    """Returns the unit that a row of headings states."""
    cells = [line.cells[index] for index in line.filled]
    if any(map(is_figure, cells)) or len(line.text) > 100:
        return None
    units = units_in(" ".join(cells))
    return units[0] if len(units) == 1 else None


def _row_of(index: int, line: Line, unit: MoneyUnit | None) -> BudgetRow | None:
    if line.is_row:
        filled = line.filled
        if len(filled) != 2:
            return None
        label, written = line.cells[filled[0]], line.cells[filled[1]]
        if is_figure(label) and "§" not in label:
            return None
    else:
        found = _IN_TEXT.fullmatch(plain(line.text))
        if found is None or line.level or len(found["label"]) > _LONGEST_LABEL or _SENTENCE.search(found["label"]):
            return None
        label, written = found["label"], found["amount"]
    text = plain_amount(written)
    if unit is None and not states_unit(text) and not says_kroner(written):
        return None
    own = MoneyUnit.KRONER if unit is None and says_kroner(written) else unit
    try:
        return BudgetRow(index, label, amount_in(written, own), written)
    except NotUnderstoodError:
        return None


def _lines(ledger: Ledger, project: int, rows: Sequence[BudgetRow], round_: Round) -> list[BudgetRow]:
    """Takes the rows as lines of a cost plan, and their sum as the cost; returns the lines."""
    kept = [row for row in rows if not _is_sum(row, rows, round_)]
    counted = sum(row.amount for row in kept)
    problem = ""
    for row in rows:
        if row in kept:
            continue
        if row.amount == counted:
            remark = _COST.format(years=" og ".join(round_.year_keys))
            ledger.add(Fact(project, "gross_construction_cost", counted, ledger.lines[row.line].place, False, remark))
            ledger.close(row.line)
        else:
            problem = _WRONG_SUM.format(stated=format_number(row.amount), counted=format_number(counted))
            ledger.leave(row.line, problem)
    for row in kept:
        treatment = treatment_of(row.label)
        said = _TREATMENT_UNKNOWN if treatment is None else _TREATMENT_BY_LABEL
        line = CostLine(label=row.label, amount=row.amount, treatment=treatment or Treatment.DIRECT)
        remark = f"{said} {problem}".strip()
        ledger.add(Fact(project, "cost_plan.lines", line, ledger.lines[row.line].place, False, remark))
        ledger.close(row.line)
    return kept


def _is_sum(row: BudgetRow, rows: Sequence[BudgetRow], round_: Round) -> bool:
    others = [other.amount for other in rows if other is not row and not is_total(other.label, round_)]
    is_last = row is rows[-1] and len(others) > 1
    return is_total(row.label, round_) or (is_last and sum(others) == row.amount)


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
