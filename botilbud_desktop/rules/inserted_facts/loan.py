"""The loan of each year in a sentence, exact to 1.000 kr."""

from collections.abc import Mapping, Sequence

from botilbud_desktop.domain.values.amounts import format_millions
from botilbud_desktop.rules.inserted_facts.made import UNREAD, Made, Told, sentence, told_of
from botilbud_desktop.rules.inserted_facts.rows import Row
from botilbud_desktop.rules.wording import all_of, any_of

_ASKED = "Der søges om låneadgang på"
_ASKED_IN_ALL = "Der søges samlet om låneadgang på"


def loan_sentence(rows: Sequence[Row]) -> Made:
    """Returns the loan of each year, in all and for each project; a year or a project without one is said to have none.

    While the loan of some project is missing, there are no sums, and no year is said to have none.
    """
    told = told_of(rows, _why_not)
    with_loan = [row for row in told.rows if any(row.quantities.loans.values())]
    if not told.rows:
        return told.made("")
    if not with_loan:
        return told._replace(rows=(), missing=_no_loan(told)).made("")
    without = [row.name for row in told.rows if row not in with_loan]
    said = [f"{_ASKED} {_divided(with_loan)}."] if told.is_part else list(_in_full(told, with_loan))
    if without:
        said.append(f"Der søges ikke om lån til {any_of(without)}.")
    none = [] if told.is_part else [year for year, amount in _totals(told.rows).items() if amount == 0]
    if none:
        said.append(f"Der søges ikke om lån i {any_of(none)}.")
    return told.made(" ".join(said), _doubt(told.rows, none))


def _why_not(row: Row) -> str:
    amounts = [row.project.loan.get(year) for year in row.round.year_keys]
    if row.is_half_typed("loan"):
        return UNREAD.format("Lånet")
    if all(amount is None for amount in amounts):
        return "Lånet er ikke udfyldt endnu"
    return "Lånet er negativt" if any(amount is not None and amount < 0 for amount in amounts) else ""


def _no_loan(told: Told) -> str:
    """Returns what is missing where no project has a loan."""
    where = "" if told.is_single else f" for {all_of([row.name for row in told.rows])}"
    return f"{told.missing} Lånet er 0 kr. i alle år{where}.".lstrip()


def _in_full(told: Told, with_loan: Sequence[Row]) -> Sequence[str]:
    totals = _totals(told.rows)
    if told.is_single:
        return (sentence(f"{_ASKED} {_by_year(totals)}{_in_all(totals)}"),)
    if len(with_loan) == 1:
        in_all = f"{in_all}," if (in_all := _in_all(totals)) else ""
        return (f"{_ASKED} {_by_year(totals)}{in_all} til {with_loan[0].name}.",)
    asked = sentence(f"{_ASKED_IN_ALL} {_by_year(totals)}{_in_all(totals)}")
    return (asked, f"Låneadgangen fordeler sig på {_divided(with_loan)}.")


def _totals(rows: Sequence[Row]) -> Mapping[str, int]:
    return {year: sum(row.quantities.loans[year] for row in rows) for year in rows[0].round.year_keys}


def _by_year(loans: Mapping[str, int]) -> str:
    return all_of([f"{format_millions(amount)} i {year}" for year, amount in loans.items() if amount])


def _in_all(totals: Mapping[str, int]) -> str:
    several = sum(amount != 0 for amount in totals.values()) > 1
    return f", i alt {format_millions(sum(totals.values()))}" if several else ""


def _divided(rows: Sequence[Row]) -> str:
    parts = [f"{_by_year(row.quantities.loans)} til {row.name}" for row in rows]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} samt {parts[-1]}"


def _doubt(rows: Sequence[Row], none: Sequence[str]) -> str:
    """Returns the years that are said to have no loan, and that are not filled in for some project."""
    empty = [year for year in none if any(row.project.loan.get(year) is None for row in rows)]
    if not empty:
        return ""
    return f"Lånet i {all_of(empty)} er ikke udfyldt i tabellen, så sætningen siger, at der ikke søges om lån."
