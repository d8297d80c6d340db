"""The columns of a collection's table. The years are those of the round; a row is a project.

An application without projects has a row, too, so that it is seen.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from botilbud_desktop.documents.collection.cells import (
    NO_NUMBER,
    Cell,
    fraction_text,
    number_cell,
    outcome_cell,
    places_cell,
    plain_number,
    rates_cell,
    text_cell,
)
from botilbud_desktop.documents.collection.errors import in_short
from botilbud_desktop.documents.values import BLANK, share_in_places, share_of
from botilbud_desktop.domain.application import Coordination, RateTime
from botilbud_desktop.domain.approval import status
from botilbud_desktop.domain.choice_wording import BUILDINGS, COORDINATIONS, status_words
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted, format_percent
from botilbud_desktop.rules.collection.records import CollectedApplication, CollectedProject, Collection

NO_PROJECTS = "Ingen projekter"
MUNICIPALITY, PROJECT, CRITERIA, REGION, SHARED = "municipality", "project", "criteria", "region", "shared"
ERRORS = "errors"
COORDINATION, NOTE, COST, BUILDING, SHARE = "coordination", "note", "cost", "building", "share"
LOAN, RATE = "loan", "rate"
"""Of each year, or each time: their names go on after a dot."""


class Entry(NamedTuple):
    """What a row is about: a project, or an application without any."""

    application: CollectedApplication
    project: CollectedProject | None
    round: Round


class Column(NamedTuple):
    """A column of the table."""

    name: str
    heading: str
    """Short, with a line break."""
    spoken: str
    """With its unit."""
    cell: Callable[[Entry], Cell]
    is_number: bool = False
    is_summed: bool = False


def columns_of(collection: Collection) -> tuple[Column, ...]:
    """Returns the columns; rates without a time have one only where a draft has such rates."""
    if collection.round is None:
        return ()
    years = collection.round.year_keys
    projects = [project.project for application in collection.applications for project in application.projects]
    is_undated = any(rate.when is None and not rate.is_empty for project in projects for rate in project.daily_rates)
    return (
        Column(MUNICIPALITY, "Kommune", "Kommune", _municipality),
        Column(PROJECT, "Projekt", "Projekt", _name),
        *map(_loan_column, years),
        *map(_places_column, years),
        Column("bases", "Lovgrundlag\nog oprindelse", "Lovgrundlag og oprindelse", _bases),
        Column("size", "Pladser\ni alt", "Pladser i alt", _size, *_SUM),
        Column(SHARE, "Andel\n(pct.)", "Andel til andre kommuner (pct.)", _share, is_number=True),
        Column(SHARED, "Andel\ni pladser", "Andel til andre kommuner i pladser", _shared, *_SUM),
        Column(CRITERIA, "Kriterier", "Kriterier", _criteria),
        Column(ERRORS, "Skal\nrettes", "Problemer, der skal løses", _errors),
        Column(COORDINATION, "Koordinering", "Koordinering", _coordination),
        Column(NOTE, "Møde eller\naftale", "Møde i KKR eller aftale mellem kommuner", _note),
        Column(COST, "Bruttoudgift\n(1.000 kr.)", "Bruttoanlægsudgift (hele 1.000 kr.)", _cost, *_SUM),
        Column(BUILDING, "Bygning", "Bygning", _building),
        Column(f"{RATE}.present", "Takst nu\n(kr. pr. døgn)", "Nuværende takst (kr. pr. døgn)", _present_rate, True),
        Column(
            f"{RATE}.expected",
            "Forventet takst\n(kr. pr. døgn)",
            "Forventet takst (kr. pr. døgn)",
            _expected_rate,
            True,
        ),
        *([Column(RATE, "Takst uden tid\n(kr. pr. døgn)", _UNDATED, _undated_rate, True)] if is_undated else ()),
        Column(REGION, "Region", "Region", _region),
        Column("status", "Status", "Status", _status),
        Column("file", "Fil", "Fil", _file),
    )


def _loan_column(year: str) -> Column:
    return Column(
        f"{LOAN}.{year}", f"Lån {year}\n(1.000 kr.)", f"Lån {year} (hele 1.000 kr.)", partial(_loan, year), *_SUM
    )


def _places_column(year: str) -> Column:
    return Column(f"places.{year}", f"Nye pladser\n{year}", f"Nye pladser {year}", partial(_new_places, year), *_SUM)


_SUM = (True, True)
"""A number that is summed."""
_UNDATED = "Takst, hvor kladden ikke siger, om den er nuværende eller forventet (kr. pr. døgn)"
_NOTHING = Cell("", None, "")


def sum_cell(column: Column, numbers: Sequence[int | Fraction]) -> Cell:
    """Returns a sum of cells of a column that is summed; a dash when all are missing.

    Shares in places are summed as they are, while each row tells whole places; the sum says so.
    """
    if not numbers:
        return Cell(NO_NUMBER, None, "")
    total = Fraction(sum(numbers))
    text = f"{fraction_text(total)} ({_summed(numbers)})" if column.name == SHARED else fraction_text(total)
    return Cell(text, total, plain_number(total))


def _summed(numbers: Sequence[int | Fraction]) -> str:
    negative = sum(number < 0 for number in numbers)
    return "præcise andele" + (f", heraf {counted(negative, 'negativ', 'negative')}" if negative else "")


def _municipality(entry: Entry) -> Cell:
    cell = text_cell(entry.application.name)
    return cell if entry.application.municipality is not None else Cell(cell.text, None, "")


def _name(entry: Entry) -> Cell:
    return Cell(NO_PROJECTS, None, "") if entry.project is None else text_cell(entry.project.project.name)


def _loan(year: str, entry: Entry) -> Cell:
    return number_cell(None if entry.project is None else entry.project.project.loan.get(year))


def _new_places(year: str, entry: Entry) -> Cell:
    return number_cell(None if entry.project is None else entry.project.places[year])


def _bases(entry: Entry) -> Cell:
    return _NOTHING if entry.project is None else places_cell(entry.project.project, entry.round)


def _size(entry: Entry) -> Cell:
    return number_cell(None if entry.project is None else entry.project.quantities.places)


def _share(entry: Entry) -> Cell:
    share = None if entry.project is None else entry.project.project.share
    if entry.project is None or share is None:
        return Cell(NO_NUMBER, None, "")
    return Cell(share_of(entry.project.project), share, f"{format_percent(share)}%")


def _shared(entry: Entry) -> Cell:
    number = None if entry.project is None else entry.project.shared_places
    if entry.project is None or number is None:
        return Cell(NO_NUMBER, None, "")
    text = share_in_places(entry.project.project, entry.round).removeprefix("(").removesuffix(")")
    return Cell(text or fraction_text(number), number, plain_number(number))


def _criteria(entry: Entry) -> Cell:
    return _NOTHING if entry.project is None else outcome_cell(entry.project.criteria)


def _errors(entry: Entry) -> Cell:
    """Returns how many errors the project and its application have, sorted by their number."""
    text = in_short(entry.application, entry.project)
    own = 0 if entry.project is None else len(entry.project.errors)
    return Cell(text, own + len(entry.application.errors), text) if text else _NOTHING


def _coordination(entry: Entry) -> Cell:
    """Returns the choice, sorted as the ministry gives priority: in KKR, otherwise with other municipalities, none."""
    chosen = None if entry.project is None else entry.project.project.coordination
    if chosen is None:
        return _choice(entry, "")
    return Cell(COORDINATIONS[chosen], list(Coordination).index(chosen), COORDINATIONS[chosen])


def _note(entry: Entry) -> Cell:
    """Returns the meeting or the agreement; it is missing only where there is one."""
    if entry.project is None:
        return _NOTHING
    project = entry.project.project
    is_asked_for = project.coordination in (Coordination.KKR, Coordination.OTHER_INTERMUNICIPAL)
    return text_cell(project.coordination_note, BLANK if is_asked_for else "")


def _cost(entry: Entry) -> Cell:
    return number_cell(None if entry.project is None else entry.project.project.gross_construction_cost)


def _building(entry: Entry) -> Cell:
    chosen = None if entry.project is None else entry.project.project.building
    return _choice(entry, "" if chosen is None else BUILDINGS[chosen])


def _present_rate(entry: Entry) -> Cell:
    return _rates(entry, RateTime.PRESENT)


def _expected_rate(entry: Entry) -> Cell:
    return _rates(entry, RateTime.EXPECTED)


def _undated_rate(entry: Entry) -> Cell:
    return _rates(entry, None)


def _rates(entry: Entry, when: RateTime | None) -> Cell:
    return rates_cell(() if entry.project is None else entry.project.project.daily_rates, when)


def _region(entry: Entry) -> Cell:
    municipality = entry.application.municipality
    return text_cell("" if municipality is None else municipality.region)


def _status(entry: Entry) -> Cell:
    application = entry.application.application
    return text_cell(status_words(status(application), application))


def _file(entry: Entry) -> Cell:
    return text_cell(entry.application.file)


def _choice(entry: Entry, words: str) -> Cell:
    return _NOTHING if entry.project is None else text_cell(words, BLANK)
