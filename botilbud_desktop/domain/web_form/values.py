"""The value of each field of the form, taken from a draft, and the notations for it."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Building, Coordination, Project
from botilbud_desktop.domain.choice_wording import BUILDINGS, COORDINATIONS
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.domain.values.amounts import format_number, format_percent
from botilbud_desktop.domain.values.dates import format_date, format_form_date
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT, FieldKind, kind_of, year_of

type FormValue = str | int | Decimal | date | Building | Coordination | None
"""None while nothing is filled in."""


class Notation(NamedTuple):
    """How numbers, shares and dates are written."""

    number: Callable[[int], str]
    share: Callable[[Decimal], str]
    date: Callable[[date], str]


AS_TYPED = Notation(str, format_percent, format_form_date)
"""Exactly what the web form accepts: `22900`, `33,33`, `30/11/2025`."""
AS_PRINTED = Notation(format_number, format_percent, format_form_date)
"""As printed on paper: `22.900`, `33,33`, `30/11/2025`."""
ON_SCREEN = Notation(format_number, format_percent, format_date)
"""As shown in the window: `22.900`, `33,33`, `30.11.2025`."""


def written(value: FormValue, notation: Notation) -> str:
    """Returns `value` as text; empty for None."""
    match value:
        case None:
            return ""
        case Building():
            return BUILDINGS[value]
        case Coordination():
            return COORDINATIONS[value]
        case str():
            return value
        case int():
            return notation.number(value)
        case Decimal():
            return notation.share(value)
        case date():
            return notation.date(value)


def project_value(field: FormField, project: Project, round_: Round) -> FormValue:
    """Returns the value in a column of a project's row. New places are None until the project has places."""
    match kind_of(field.path):
        case FieldKind.EXPANSION:
            return eligible_places(project, round_)[year_of(field.path)] if project.places else None
        case FieldKind.SHARE:
            return project.share
        case _:
            value: FormValue = value_at(project, field_path(field.path.removeprefix(IN_A_PROJECT)))
            return value


def application_value(field: FormField, application: Application, round_: Round) -> FormValue:
    """Returns the value of a field outside the table."""
    value = value_at(application, field_path(field.path))
    if field.path == "applicant.municipality_code":
        municipality = round_.municipality(value)
        return None if municipality is None else municipality.official_name
    return joined_addresses(value) if isinstance(value, tuple) else str(value)


def totals_row(round_: Round, loans: Mapping[str, int], places: Mapping[str, int]) -> tuple[str | int | None, ...]:
    """Returns the total below each column of the table: the word for totals, the sum of a year, else None."""

    def below(column: FormField) -> str | int | None:
        match kind_of(column.path):
            case FieldKind.NAME:
                return round_.totals_wording
            case FieldKind.LOAN:
                return loans[year_of(column.path)]
            case FieldKind.EXPANSION:
                return places[year_of(column.path)]
            case _:
                return None

    return tuple(map(below, round_.columns))


def joined_addresses(addresses: tuple[str, ...]) -> str:
    """Joins the e-mail addresses with semicolons, as the form requires."""
    return "; ".join(address for address in addresses if address.strip())
