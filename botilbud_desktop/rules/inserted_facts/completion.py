"""The time of completion in a sentence, with the new places of each year.

The table does not hold the day on which places are taken into use, so no sentence tells it.
"""

from collections.abc import Sequence

from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.rules.inserted_facts.made import UNREAD, Made, listed, sentence, told_of
from botilbud_desktop.rules.inserted_facts.rows import Row
from botilbud_desktop.rules.wording import all_of, new_places

_FIELD = "completion_date"
_DOUBT = "Tabellen siger ikke, hvornår pladserne tages i brug. Skriv det til, hvis det er en anden dag."


def completion_sentence(rows: Sequence[Row]) -> Made:
    """Returns when each project is expected to be completed, and the years that its new places belong to."""
    told = told_of(rows, _why_not)
    if not told.rows:
        return told.made("")
    if told.is_single:
        return told.made(sentence(f"projektet {_clause(told.rows[0])}"), _DOUBT)
    return told.made(sentence(listed([f"{row.subject} {_clause(row)}" for row in told.rows])), _DOUBT)


def _why_not(row: Row) -> str:
    if row.is_half_typed(_FIELD):
        return UNREAD.format("Datoen for afslutning")
    return "Datoen for afslutning er ikke udfyldt endnu" if row.project.completion_date is None else ""


def _clause(row: Row) -> str:
    day = row.project.completion_date
    completed = "" if day is None else f"forventes afsluttet den {format_long_date(day)}"
    given = {year: number for year, number in eligible_places(row.project, row.round).items() if number}
    if not given or not row.has_sound_places:
        return completed
    (first, number), *later = given.items()
    by_year = [f"{_places(number, row)} i {first}", *(f"{format_number(more)} i {year}" for year, more in later)]
    return f"giver {all_of(by_year)} og {completed}"


def _places(number: int, row: Row) -> str:
    others = any(group.legal_basis not in row.round.eligible_bases for group in row.places)
    return f"{new_places(number)} efter {row.round.eligible_law}" if others else new_places(number)
