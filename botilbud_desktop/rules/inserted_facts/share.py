"""The share for other municipalities in a sentence: per cent, and the number of places where it is whole."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.domain.values.amounts import for_number, format_number, format_percent
from botilbud_desktop.rules.inserted_facts.made import UNREAD, Made, Told, told_of
from botilbud_desktop.rules.inserted_facts.rows import Row
from botilbud_desktop.rules.wording import all_of, places

_FIELD = "share_for_others"
_EXPECTED = "forventes stillet til rådighed for andre kommuner."
_ALL = 100


def share_sentence(rows: Sequence[Row]) -> Made:
    """Returns the share of each project."""
    told = told_of(rows, _why_not)
    shares = [row.project.share or Decimal(0) for row in told.rows]
    wholes = [_whole(row, share) for row, share in zip(told.rows, shares, strict=True)]
    if not told.rows:
        return told.made("")
    return told.made(_words(told, shares, wholes), _doubt(told.rows, wholes))


def _why_not(row: Row) -> str:
    share = row.project.share
    if row.is_half_typed(_FIELD):
        return UNREAD.format("Andelen")
    if share is None:
        return "Andelen er ikke udfyldt endnu"
    return "" if 0 <= share <= _ALL else "Andelen skal først rettes i tabellen"


def _words(told: Told, shares: Sequence[Decimal], wholes: Sequence[int | None]) -> str:
    rows = told.rows
    total = _total(rows, wholes)
    if told.is_single:
        return f"{_share_of(rows[0], shares[0])}{_corresponding(wholes[0], total[1], ',')} {_EXPECTED}"
    if len(rows) > 1 and len(set(shares)) == 1 and all(_which(row) == _which(rows[0]) for row in rows):
        names = all_of([row.name for row in rows])
        return f"{_share_of(rows[0], shares[0])} i {names}{_corresponding(*total, ' i alt,')} {_EXPECTED}"
    parts = [
        f"{_share_of(row, share)} i {row.name}{_corresponding(whole, row.quantities.places_to_share, ',')}"
        for row, share, whole in zip(rows, shares, wholes, strict=True)
    ]
    in_all = "" if told.is_part or total[0] is None else f" I alt svarer det til {_part(total[0], total[1])}."
    return f"{_in_a_row(parts)} {_EXPECTED}{in_all}"


def _in_a_row(parts: Sequence[str]) -> str:
    """Returns shares in a row; one that ends with a comma needs no other."""
    *first, last = parts
    if not first:
        return last
    return f"{' '.join(f'{part.removesuffix(",")},' for part in first[:-1])} {first[-1]} og {last}".lstrip()


def _share_of(row: Row, share: Decimal) -> str:
    return f"{format_percent(share)} pct. af {_which(row)}"


def _which(row: Row) -> str:
    """Returns the places that the share is of; where the project has others too, which of them."""
    found = row.quantities
    if not row.has_sound_places or found.places == found.places_to_share or found.places_to_share <= 0:
        return "pladserne"
    if found.loan_places == 0:
        return "de omdannede pladser"
    kinds = [word for word, number in (("nye", found.expansion), ("bevarede", found.preserved_within)) if number]
    return f"de {all_of(kinds)} pladser efter {row.round.eligible_law}"


def _whole(row: Row, share: Decimal) -> int | None:
    """Returns the share as a whole number of places, where it is one to two decimals: 33,33 pct. of 9 is 3."""
    number = row.quantities.places_to_share
    if not row.has_sound_places or number <= 0:
        return None
    part = round_half_up(number * Fraction(share) / _ALL, 1)
    return part if round_half_up(Fraction(part * 10_000, number), 1) == share * 100 else None


def _total(rows: Sequence[Row], wholes: Sequence[int | None]) -> tuple[int | None, int]:
    """Returns the places for others, None where some project has no whole number of them, and the places in all."""
    known = [whole for whole in wholes if whole is not None]
    in_all = sum(row.quantities.places_to_share for row in rows)
    return (sum(known) if len(known) == len(rows) else None), in_all


def _corresponding(part: int | None, in_all: int, ending: str) -> str:
    return f", svarende til {_part(part, in_all)}{ending}" if part else ""


def _part(part: int, in_all: int) -> str:
    if part == in_all:
        return for_number(in_all, places(in_all), f"alle {places(in_all)}")
    return f"{format_number(part)} af {places(in_all)}"


def _doubt(rows: Sequence[Row], wholes: Sequence[int | None]) -> str:
    if any(_which(row) != "pladserne" for row in rows):
        return "Andelen er regnet af de pladser, som kriteriet gælder. Kontrollér, at det også er dem, I mener."
    if None in wholes:
        return "Antallet af pladser er ikke med, for andelen svarer ikke til et helt antal."
    return ""
