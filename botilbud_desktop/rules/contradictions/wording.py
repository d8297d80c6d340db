"""What the form says otherwise, in words, with the path of the value."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.values.amounts import counted_or_none, format_millions, format_percent
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.wording import all_of, quoted

_PLACES = ("plads", "pladser")
_NO_NAME = "projekt {number}"


def places_said(
    context: Context, known: Known, start: int, end: int, number: object, bases: Sequence[LegalBasis] = ()
) -> Found:
    """Returns that the table has another number of places."""
    has = sum(group.count for group in known.groups)
    law = ""
    if bases:
        names = [choice.law for choice in context.round.legal_bases if choice.code in bases]
        has = max(known.places_of(bases), default=0)
        law = f" efter {all_of(names)}"
    says = f"{_whose(context, known)} har {counted_or_none(has, *_PLACES)}{law} i tabellen"
    return Found(
        start, end, _path(known, "places"), says, ("places", number, tuple(bases), context.facts.text[start:end])
    )


def places_of_year_said(context: Context, known: Known, start: int, end: int, year: int) -> Found:
    """Returns how many places the table has of a year."""
    has = sum(group.count for group in known.groups if group.year == year)
    says = f"{_whose(context, known)} har {counted_or_none(has, *_PLACES)} i {year} i tabellen"
    return Found(start, end, _path(known, "places"), says, ("places of year", year, context.words(start, end)))


def kept_said(context: Context, known: Known, start: int, end: int) -> Found:
    """Returns that the table has new places only."""
    says = f"{_whose(context, known)} har kun nye pladser i tabellen"
    return Found(start, end, _path(known, "places"), says, ("kept", known.projects))


def closed_said(context: Context, known: Known, start: int, end: int) -> Found:
    """Returns how many places close elsewhere by the table."""
    closed = sum(number or 0 for number in known.closed)
    of = "" if len(context.each) == 1 else f" for {_whose(context, known)}"
    says = f"ifølge skemaet lukkes {counted_or_none(closed, *_PLACES)} andre steder i kommunen{of}"
    return Found(start, end, _path(known, "places_closed_elsewhere"), says, ("closed", known.projects))


def loan_said(context: Context, known: Known, start: int, end: int, year: str | None) -> Found:
    """Returns what loan the table has, of a year or in all."""
    if year is not None:
        amount = sum(value or 0 for key, value in known.loans if key == year)
        of_year = f"et lån på {format_millions(amount // 1000)}" if amount else "intet lån"
        says = f"{_whose(context, known)} har {of_year} i {year} i tabellen"
        return Found(start, end, _path(known, f"loan.{year}"), says, ("loan", year, context.words(start, end)))
    by_year = {key: sum(value or 0 for one, value in known.loans if one == key) for key in context.round.year_keys}
    parts = [f"{format_millions(amount // 1000)} i {key}" for key, amount in by_year.items() if amount]
    says = f"{_whose(context, known)} har et lån på {all_of(parts)} i tabellen"
    first = context.round.year_keys[0]
    return Found(start, end, _path(known, f"loan.{first}"), says, ("loan", context.words(start, end)))


def cost_said(context: Context, known: Known, start: int, end: int) -> Found:
    """Returns the gross construction cost of the form."""
    cost = format_millions(max(known.costs) // 1000)
    says = f"{_whose(context, known)} har en bruttoanlægsudgift på {cost}"
    return Found(start, end, _path(known, "gross_construction_cost"), says, ("cost", context.words(start, end)))


def share_said(context: Context, known: Known, start: int, end: int) -> Found:
    """Returns the share for other municipalities of the form."""
    shares = all_of([f"{_percent(share)} pct." for share in dict.fromkeys(known.shares[: len(known.projects)])])
    says = f"andelen til andre kommuner er {shares} {_in_table(context, known)}"
    return Found(start, end, _path(known, "share_for_others"), says, ("share", context.words(start, end)))


def completion_said(context: Context, known: Known, start: int, end: int) -> Found:
    """Returns the completion date of the form."""
    days = all_of([f"den {format_date(day)}" for day in known.completions])
    says = f"{_whose(context, known)} afsluttes {days} ifølge tabellen"
    return Found(start, end, _path(known, "completion_date"), says, ("completion", context.words(start, end)))


def years_said(context: Context, known: Known, start: int, end: int) -> Found:
    """Returns the years in which the table has places."""
    says = f"{_whose(context, known)} har pladser i {all_of([str(year) for year in sorted(known.years)])} i tabellen"
    return Found(start, end, _path(known, "places"), says, ("years", context.words(start, end)))


def laws_said(context: Context, known: Known, start: int, end: int) -> Found:
    """Returns the legal bases of the table's places."""
    chosen = {group.legal_basis for group in known.groups}
    laws = all_of([choice.law for choice in context.round.legal_bases if choice.code in chosen])
    says = f"{_whose(context, known)} har pladser efter {laws} i tabellen"
    return Found(start, end, _path(known, "places"), says, ("law", context.facts.text[start:end]))


def building_said(context: Context, known: Known, start: int, end: int, label: str) -> Found:
    """Returns whether the table says a new building or an existing one."""
    says = f"{_whose(context, known)} står som »{label}« i skemaet"
    return Found(start, end, _path(known, "building"), says, ("building",))


def names_said(start: int, end: int, name: str, names: Iterable[str]) -> Found:
    """Returns the names of the table's projects."""
    shown = all_of([quoted(one) for one in names])
    return Found(start, end, f"{project_path(0)}.name", f"tabellen har kun {shown}", ("name", name))


def municipality_said(start: int, end: int, code: str, applicant: str) -> Found:
    """Returns who applies."""
    return Found(start, end, "applicant.municipality_code", f"{applicant} står som ansøger", ("municipality", code))


def _whose(context: Context, known: Known) -> str:
    if len(context.each) == 1:
        return "projektet"
    if len(known.projects) > 1:
        return "projekterne tilsammen"
    index = known.projects[0]
    name = context.names.names[index]
    return f"projektet {quoted(name)}" if name.strip() else _NO_NAME.format(number=index + 1)


def _in_table(context: Context, known: Known) -> str:
    return "i tabellen" if len(context.each) == 1 or len(known.projects) > 1 else f"for {_whose(context, known)}"


def _path(known: Known, name: str) -> str:
    return f"{project_path(known.projects[0])}.{name}"


def _percent(share: Fraction) -> str:
    return format_percent(Decimal(share.numerator) / Decimal(share.denominator))
