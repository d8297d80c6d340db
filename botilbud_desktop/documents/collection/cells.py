"""The words and numbers in the cells of a collection's table."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from botilbud_desktop.documents.values import BLANK, one_line
from botilbud_desktop.domain.application import DailyRate, LegalBasis, Origin, Project, RateTime
from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.collation import danish_key
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.collection.wording import in_tenths
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import CriterionResult, Outcome

type Key = int | Fraction | Decimal | str | None
"""What a cell is sorted by, of one type in a column; None where something is missing, which stands last."""

NO_NUMBER = "–"
"""A number that is missing."""
_LONGEST = 300
"""Characters of a text in a cell."""
_MOST_DECIMALS = 6
_ORIGINS = {
    Origin.NEW: ("ny", "nye"),
    Origin.CONVERTED_FROM_ABL_105: ("omdannet", "omdannede"),
    Origin.PRESERVED: ("bevaret", "bevarede"),
}


class Cell(NamedTuple):
    """One cell."""

    text: str
    key: Key
    plain: str
    """For spreadsheets: numbers with a decimal comma and nothing else; empty where something is missing."""


def text_cell(text: str, missing: str = BLANK) -> Cell:
    """Returns a text on one line, sorted in Danish order."""
    shown = one_line(text[: 2 * _LONGEST])[:_LONGEST]
    return Cell(shown, _key(shown), shown) if shown else Cell(missing, None, "")


@lru_cache(maxsize=1024)
def _key(text: str) -> str:
    """Returns the key of a text; regions and municipalities stand in many rows."""
    return danish_key(text)


def number_cell(number: int | None) -> Cell:
    """Returns a whole number."""
    return Cell(NO_NUMBER, None, "") if number is None else Cell(format_number(number), number, str(number))


def fraction_text(number: Fraction) -> str:
    """Returns a number of places, with one decimal where it is no whole one: `5`, `ca. 4,7`."""
    return in_tenths(number)


def plain_number(number: Fraction) -> str:
    """Returns a number as a spreadsheet reads it: `6,33`. One without end is rounded to six decimals."""
    whole, rest = divmod(round_half_up(abs(number) * 10**_MOST_DECIMALS, 1), 10**_MOST_DECIMALS)
    sign = "-" if number < 0 and (whole or rest) else ""
    return f"{sign}{whole},{rest:0{_MOST_DECIMALS}}".rstrip("0").rstrip(",")


def places_cell(project: Project, round_: Round) -> Cell:
    """Returns the places by law and origin: `15 SEL § 107 nye, 4 SEL § 66 bevarede`, sorted by law."""
    counts: Counter[tuple[LegalBasis, Origin]] = Counter()
    elsewhere = 0
    for group in project.places:
        if group.year in round_.years:
            counts[group.legal_basis, group.origin] += group.count
        else:
            elsewhere += group.count
    said = [
        f"{format_number(counts[choice.code, origin])} {choice.law} {words[counts[choice.code, origin] != 1]}"
        for choice in round_.legal_bases
        for origin, words in _ORIGINS.items()
        if counts[choice.code, origin]
    ]
    if elsewhere:
        said.append(f"{format_number(elsewhere)} i andre år")
    text = ", ".join(said)
    return Cell(text, danish_key(laws_of(project, round_) or "~"), text) if said else Cell(BLANK, None, "")


def laws_of(project: Project, round_: Round) -> str:
    """Returns the laws that places of the round's years are under, `SEL § 107, SEL § 108`; empty without places."""
    found = {group.legal_basis for group in project.places if group.year in round_.years and group.count}
    return ", ".join(choice.law for choice in round_.legal_bases if choice.code in found)


def outcome_cell(results: Sequence[CriterionResult]) -> Cell:
    """Returns what is not met, worst first: `Mangler oplysninger (5), kræver vurdering (4)`. It is sorted by that."""
    worst = worst_outcome(results)
    if worst is None:
        return Cell(BLANK, None, "")
    numbers: dict[Outcome, list[str]] = {outcome: [] for outcome in Outcome}
    for result in results:
        if result.outcome is not Outcome.MET:
            numbers[result.outcome].append(str(result.criterion))
    parts = [f"{OUTCOMES[outcome]} ({', '.join(own)})" for outcome, own in numbers.items() if own]
    first, *others = parts or [OUTCOMES[Outcome.MET]]
    text = ", ".join([first, *(part[:1].lower() + part[1:] for part in others)])
    return Cell(text, list(Outcome).index(worst) * 1_000 - len(numbers[worst]), text)


def worst_outcome(results: Sequence[CriterionResult]) -> Outcome | None:
    """Returns the worst outcome; None without criteria."""
    return min((result.outcome for result in results), key=list(Outcome).index, default=None)


def rates_cell(rates: Sequence[DailyRate], when: RateTime | None) -> Cell:
    """Returns the lowest and the highest daily rate of that time: `1.900–2.300`, sorted by the lowest."""
    own = [rate for rate in rates if rate.when is when and not rate.is_empty]
    if not own:
        return Cell(NO_NUMBER, None, "")
    lowest, highest = min(rate.lowest for rate in own), max(rate.highest for rate in own)
    ends = [lowest] if lowest == highest else [lowest, highest]
    return Cell("–".join(map(format_number, ends)), lowest, " - ".join(map(str, ends)))
