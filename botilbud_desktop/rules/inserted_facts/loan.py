"""The loan of each year in a sentence, exact to 1.000 kr."""

from collections.abc import Mapping, Sequence

from botilbud_desktop.domain.values.amounts import format_millions
from botilbud_desktop.rules.inserted_facts.made import UNREAD, Made, lacking, sentence
from botilbud_desktop.rules.inserted_facts.rows import Row
from botilbud_desktop.rules.wording import all_of, any_of


def loan_sentence(rows: Sequence[Row]) -> Made:
    """Returns the loan of each year, in all and for each project; a year without one is said to have none."""
    if missing := lacking(rows, _why_not):
        return missing
    totals = {year: sum(row.quantities.loans[year] for row in rows) for year in rows[0].round.year_keys}
    asked = [sentence(f"der søges om låneadgang på {_by_year(totals)}{_in_all(totals)}")]
    if len(rows) > 1:
        asked.append(f"Låneadgangen fordeler sig på {_divided(rows)}.")
    if none := [year for year, amount in totals.items() if amount == 0]:
        asked.append(f"Der søges ikke om lån i {any_of(none)}.")
    return Made(" ".join(asked), doubt=_doubt(rows, none))


def _why_not(row: Row) -> str:
    amounts = [row.project.loan.get(year) for year in row.round.year_keys]
    if row.is_half_typed("loan"):
        return UNREAD.format("Lånet")
    if all(amount is None for amount in amounts):
        return "Lånet er ikke udfyldt endnu"
    if any(amount is not None and amount < 0 for amount in amounts):
        return "Lånet er negativt"
    return "" if any(amounts) else "Lånet er 0 kr. i alle år"


def _by_year(loans: Mapping[str, int]) -> str:
    return all_of([f"{format_millions(amount)} i {year}" for year, amount in loans.items() if amount])


def _in_all(totals: Mapping[str, int]) -> str:
    several = sum(amount != 0 for amount in totals.values()) > 1
    return f", i alt {format_millions(sum(totals.values()))}" if several else ""


def _divided(rows: Sequence[Row]) -> str:
    parts = [f"{_by_year(row.quantities.loans)} til {row.name}" for row in rows]
    return f"{', '.join(parts[:-1])} samt {parts[-1]}"


def _doubt(rows: Sequence[Row], none: Sequence[str]) -> str:
    """Returns the years that are said to have no loan, and that are not filled in for some project."""
    empty = [year for year in none if any(row.project.loan.get(year) is None for row in rows)]
    if not empty:
        return ""
    return f"Lånet i {all_of(empty)} er ikke udfyldt i tabellen, så sætningen siger, at der ikke søges om lån."
