"""A project's places, apart by what they are: new, converted, preserved, and those that the pool does not cover."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.notes.blocks import (
    NOTHING,
    Block,
    Column,
    Paragraphs,
    Table,
    Tone,
    numbers_of,
    texts_of,
)
from botilbud_desktop.domain.application import LegalBasis, Origin, PlaceGroup, Project, Stay
from botilbud_desktop.domain.choice_wording import ORIGINS, STAYS
from botilbud_desktop.domain.quantities import quantities_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import eligible_places, is_eligible_expansion
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.growth import growth_of, left_out_of_growth
from botilbud_desktop.rules.wording import all_of

_OTHER_YEARS = "Pladser i år, som skemaet ikke har, er ikke talt med i summen."
_WORDS = {
    Origin.NEW: ("ny plads", "nye pladser"),
    Origin.CONVERTED_FROM_ABL_105: ("omdannet plads", "omdannede pladser"),
    Origin.PRESERVED: ("bevaret plads", "bevarede pladser"),
}
_OUTSIDE = ("plads", "pladser")


def places_in_words(project: Project, round_: Round) -> str:
    """Returns `1 ny plads efter SEL § 107 og 4 + 2 omdannede pladser efter SEL § 66.`; empty without any.

    Respite places are told where they are: `15 nye pladser efter SEL § 107 (heraf 4 til aflastning)`. Nothing is said
    of numbers below zero.
    """
    groups = [group for group in project.places if group.year in round_.years and group.count]
    if any(group.count < 0 for group in groups):
        return ""
    kinds = [_in_words(of_kind, round_) for of_kind in _by_kind(groups, round_)]
    return f"{all_of(kinds)}." if kinds else ""


def places_table(project: Project, round_: Round) -> Iterator[Block]:
    """Yields the rows of places, new ones that the pool covers first, with their sum; nothing without any."""
    shown = [group for group in project.places if group.count]
    if not shown:
        return
    labels = {choice.code: choice.label for choice in round_.legal_bases}
    rows = [
        (
            ORIGINS[group.origin],
            labels.get(group.legal_basis, group.legal_basis),
            NOTHING if group.stay is None else STAYS[group.stay],
            str(group.year),
            format_number(group.count),
        )
        for of_kind in _by_kind(shown, round_)
        for group in of_kind
    ]
    total = (
        f"Nye pladser efter {round_.eligible_law}",
        "",
        "",
        "",
        format_number(sum(eligible_places(project, round_).values())),
    )
    columns = (
        Column("Pladser", texts_of(168)),
        Column("Lovgrundlag", texts_of(130)),
        Column("Ophold", numbers_of(66)),
        Column("År", numbers_of(36)),
        Column("Antal", numbers_of(48), is_number=True),
    )
    yield Table("Pladser", columns, rows, total)
    if any(group.year not in round_.years for group in shown):
        yield Paragraphs(_OTHER_YEARS, Tone.NOTE)


def growth(project: Project, round_: Round) -> Iterator[Block]:
    """Yields the municipality's places today, and how much the new ones add to them; nothing without any."""
    today = [group for group in project.capacity_today if not group.is_empty]
    if not today:
        return
    labels = {choice.code: choice.label for choice in round_.legal_bases}
    columns = (
        Column("Kommunens pladser i dag", texts_of(150)),
        Column("Område", texts_of(150)),
        Column("Antal", numbers_of(56), is_number=True),
    )
    rows = [
        (labels.get(group.legal_basis, group.legal_basis), group.area, format_number(group.count)) for group in today
    ]
    yield Table("Kommunens pladser i dag", columns, rows)
    quantities = quantities_of(project, round_)
    found = growth_of(project, quantities, round_.eligible_bases)
    # nothing ties the new places to a named area, not even to the only one
    sentences = [(each._replace(is_certain=False) if each.area else each).sentence() for each in found]
    if sentences and (left_out := left_out_of_growth(project, quantities, round_.eligible_bases, round_.years)):
        sentences.append(left_out)
    yield from map(Paragraphs, sentences)


def _by_kind(groups: Sequence[PlaceGroup], round_: Round) -> list[list[PlaceGroup]]:
    """Returns the groups of each kind and law: new ones that the pool covers, converted, preserved, other new ones."""
    kinds: dict[tuple[int, int], list[PlaceGroup]] = {}
    for group in groups:
        kinds.setdefault(_place_of_kind(group, round_), []).append(group)
    return [kinds[key] for key in sorted(kinds)]


def _place_of_kind(group: PlaceGroup, round_: Round) -> tuple[int, int]:
    """Returns what the kind of a group is sorted by."""
    law = tuple(LegalBasis).index(group.legal_basis)
    match group.origin:
        case Origin.NEW:
            return (0, law) if is_eligible_expansion(group, round_) else (3, law)
        case Origin.CONVERTED_FROM_ABL_105:
            return (1, law)
        case Origin.PRESERVED:
            return (2, law)


def _in_words(groups: Sequence[PlaceGroup], round_: Round) -> str:
    first, counts = groups[0], [group.count for group in groups]
    is_outside = first.origin is Origin.NEW and not is_eligible_expansion(first, round_)
    one, more = _OUTSIDE if is_outside else _WORDS[first.origin]
    number, law = " + ".join(map(format_number, counts)), _law(first.legal_basis, round_)
    words = f"{number} {one if sum(counts) == 1 else more} efter {law}"
    respite = sum(group.count for group in groups if group.stay is Stay.RESPITE)
    if not respite:
        return words
    return f"{words} ({'' if respite == sum(counts) else f'heraf {format_number(respite)} '}til aflastning)"


def _law(basis: LegalBasis, round_: Round) -> str:
    return next((choice.law for choice in round_.legal_bases if choice.code is basis), str(basis))
