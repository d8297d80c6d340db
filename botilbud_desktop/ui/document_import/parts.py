"""The parts of a proposed value that can be corrected one by one: a line, a choice or a long text each; no Qt."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from botilbud_desktop.domain.choice_wording import (
    BUILDINGS,
    COORDINATIONS,
    NOT_CHOSEN,
    ORIGINS,
    PROVIDERS,
    RATE_TIMES,
    STAYS,
    TREATMENTS,
    UNITS,
)
from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.model import Model, field_names, value_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.ui.fields.value_format import (
    COUNT,
    EMAILS,
    PERCENT,
    ROW_COUNT,
    ROW_THOUSANDS,
    TEXT,
    THOUSANDS,
    ValueFormat,
    date_format,
)

_LONG = ("description", "purpose", "target_group", "economy_note", "text", "preservation_reason", "internal_notes")
_BETWEEN_NAMES = re.compile(r"[;,\n]| og ")
_MOST_PARTS = 60
"""The most parts of one value that are offered for correction."""
_CHOICES: Mapping[str, Mapping[Any, str]] = {
    "origin": ORIGINS,
    "building": BUILDINGS,
    "coordination": COORDINATIONS,
    "treatment": TREATMENTS,
    "unit": UNITS,
    "stay": {None: NOT_CHOSEN, **STAYS},
    "provider": {None: NOT_CHOSEN, **PROVIDERS},
    "round_to": {step: f"{format_number(step * 1000)} kr." for step in (1, 10, 100, 1000)},
}
_FORMATS = {
    "gross_construction_cost": THOUSANDS,
    "amount": ROW_THOUSANDS,
    "places_closed_elsewhere": COUNT,
    "count": ROW_COUNT,
    "eligible": ROW_COUNT,
    "total": ROW_COUNT,
    "lowest": ROW_COUNT,
    "highest": ROW_COUNT,
    "share_for_others": PERCENT,
    "emails": EMAILS,
}


class Part(NamedTuple):
    """One part of a value, or the whole of it."""

    place: FieldPath
    """Where the part is below the value; empty for the whole."""
    label: str
    value: Any
    options: Mapping[Any, str] = {}
    """The words of each value that can be chosen; empty for what is typed."""
    format: ValueFormat = TEXT
    """How a typed text is read."""
    limit: int | None = None
    """The most characters that the form accepts."""
    is_long: bool = False

    @property
    def text(self) -> str:
        """The value as it stands in an input."""
        if self.options:
            return self.options.get(self.value, str(self.value))
        return self.format.show(self.value)


def parts_of(value: Any, path: FieldPath, round_: Round) -> list[Part]:
    """Returns what can be corrected of the value of the field at `path`, in the order of the models."""
    found = _parts(value, path, FieldPath(), round_)
    return [part for _number, part in zip(range(_MOST_PARTS), found, strict=False)]


def _parts(value: Any, path: FieldPath, place: FieldPath, round_: Round) -> Iterator[Part]:
    if isinstance(value, Model):
        for name in field_names(value):
            yield from _parts(value_of(value, name), path / name, place / name, round_)
    elif isinstance(value, tuple) and any(isinstance(row, Model) for row in value):
        for index, row in enumerate(value):
            yield from _parts(row, path / index, place / index, round_)
    else:
        yield _part(value, path, place, round_)


def _part(value: Any, path: FieldPath, place: FieldPath, round_: Round) -> Part:
    name = str(path[-1])
    label = own_label(path, round_)
    field = round_.field(path.form_path)
    limit = None if field is None else field.limit
    if options := _options(name, value, path, round_):
        return Part(place, label, value, options)
    if name == "partners":
        return Part(place, label, value, format=_partners_format(round_))
    if path[-2:-1] in (("loan",), ("expansion",)):
        return Part(place, label, value, format=THOUSANDS if path[-2] == "loan" else COUNT)
    if name == "completion_date" or isinstance(value, date):
        return Part(place, label, value, format=date_format(round_))
    if known := _FORMATS.get(name):
        return Part(place, label, value, format=known)
    return Part(place, label, value, limit=limit, is_long=name in _LONG)


def _options(name: str, value: Any, path: FieldPath, round_: Round) -> Mapping[Any, str]:
    """Returns what can be chosen for a field, also the value that is there; empty for what is typed."""
    options: dict[Any, str] = {}
    if name == "municipality_code":
        options = {known.code: known.official_name for known in round_.municipalities}
    elif name == "legal_basis":
        options = {choice.code: choice.label for choice in round_.legal_bases}
    elif name == "year":
        options = {year: str(year) for year in round_.years}
    elif name == "when" and "daily_rates" in path:
        options = {None: NOT_CHOSEN, **RATE_TIMES}
    else:
        options = dict(_CHOICES.get(name, {}))
    if options and value not in options:
        options[value] = NOT_CHOSEN if value is None else str(value)
    return options


def _partners_format(round_: Round) -> ValueFormat:
    """Returns the format of municipalities on a line: `Aalborg; Thisted`."""
    codes = {_key(name): known.code for known in round_.municipalities for name in (known.name, known.official_name)}
    names = {known.code: known.name for known in round_.municipalities}

    def read(text: str) -> tuple[str, ...]:
        typed = [name for name in _BETWEEN_NAMES.split(text) if name.strip()]
        unknown = [name.strip() for name in typed if _key(name) not in codes]
        if unknown:
            raise NotUnderstoodError(f"»{unknown[0]}« er ikke en kommune i runden. Skriv fx Aalborg; Thisted.")
        return tuple(dict.fromkeys(codes[_key(name)] for name in typed))

    return ValueFormat(read, lambda value: "; ".join(names.get(code, str(code)) for code in value), ())


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
