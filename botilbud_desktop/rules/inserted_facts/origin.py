"""Where the places come from in a sentence: new ones, existing ones that are renovated, or converted ones."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.application import Building, Origin
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.inserted_facts.made import UNREAD, Made, Told, listed, sentence, told_of
from botilbud_desktop.rules.inserted_facts.rows import Row
from botilbud_desktop.rules.wording import all_of, places, places_of_kind

_WHERE = {Building.NEW_BUILDING: " i nybyggeri", Building.EXISTING_BUILDING: " i en eksisterende bygning"}


def origin_sentence(rows: Sequence[Row]) -> Made:
    """Returns whether each project makes new places or renovates existing ones; converted places are said to be so."""
    told = told_of(rows, _why_not)
    if not told.rows:
        return told.made("")
    if told.is_single:
        return told.made(sentence(f"projektet medfører {_works(told.rows[0])}"))
    return told.made(sentence(listed([f"{row.subject} medfører {_works(row)}" for row in told.rows])) + _in_all(told))


def _why_not(row: Row) -> str:
    if row.is_half_typed("places"):
        return UNREAD.format("Pladserne")
    if not row.places:
        return "Pladserne er ikke udfyldt endnu"
    return "" if row.has_sound_places else "Pladserne skal først rettes i tabellen"


def _works(row: Row) -> str:
    return all_of(list(_kinds(row)))


def _kinds(row: Row) -> Iterator[str]:
    new = _new_places(row)
    if new:
        only = row.quantities.preserved == row.quantities.converted == 0
        building = row.project.building
        yield f"nyetablering af {new}{_WHERE[building] if only and building is not None else ''}"
    for number, what, end in (
        (row.quantities.preserved, "bevarelse af", " ved renovering"),
        (row.quantities.converted, "omdannelse af", " fra ABL § 105"),
    ):
        if number:
            yield f"{what} {places_of_kind(number, 'eksisterende', 'eksisterende')}{end}"


def _new_places(row: Row) -> str:
    """Returns the new places; by law where some of them are not covered by the pool."""
    by_law: dict[str, int] = {}
    for group in row.places:
        if group.origin is Origin.NEW:
            law = _law(group.legal_basis, row.round)
            by_law[law] = by_law.get(law, 0) + group.count
    if set(by_law) <= {row.round.eligible_law}:
        return "".join(places(number) for number in by_law.values())
    (first, number), *others = by_law.items()
    return " samt ".join(
        (f"{places(number)} efter {first}", *(f"{format_number(more)} efter {law}" for law, more in others))
    )


def _law(basis: str, round_: Round) -> str:
    if basis in round_.eligible_bases:
        return round_.eligible_law
    return next(choice.law for choice in round_.legal_bases if choice.code == basis)


def _in_all(told: Told) -> str:
    """Returns the sum of the new places, where there are no others and nothing is missing."""
    total = sum(row.quantities.expansion for row in told.rows)
    if told.is_part or any(row.quantities.places != row.quantities.expansion for row in told.rows):
        return ""
    return f" I alt nyetableres {places(total)}."
