"""What should stand at a place in a file, and what stands there, in Danish."""

import types
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Meta, Struct

from botilbud_desktop.domain import application as application_model
from botilbud_desktop.domain import round as round_model
from botilbud_desktop.storage.files.printable import printable

_NULL = type(None)
_LONGEST_FOUND = 40


def _pattern(annotated: Any) -> str:
    (meta,) = annotated.__metadata__
    pattern: str = meta.pattern
    return pattern


_BY_PATTERN = {
    _pattern(application_model.Uuid): "et id som 0b6f1c2d-0000-4000-8000-000000000000",
    _pattern(application_model.PercentText): 'en procent som tekst med højst to decimaler som "33.33"',
    _pattern(application_model.FingerprintText): "et fingeraftryk, der begynder med sha256:",
    _pattern(round_model.FileName): "et filnavn uden mappe",
    _pattern(round_model.YearText): "et årstal med fire cifre",
}


def expected(hint: Any) -> str:
    """What a value of the type `hint` is, as a Danish noun phrase: `et helt tal eller null`."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _expected_with_limits(hint)
    if origin in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not _NULL]
        if len(kinds) == 1 and isinstance(kinds[0], type) and issubclass(kinds[0], Enum):
            return _one_of([*(_quoted(member.value) for member in kinds[0]), "null"])
        return f"{' eller '.join(expected(kind) for kind in kinds)} eller null"
    if origin is Literal:
        return _one_of([_quoted(value) for value in get_args(hint)])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _one_of([_quoted(member.value) for member in hint])
    if isinstance(hint, type) and issubclass(hint, Struct):
        return "et objekt i krølleparenteser"
    if origin is tuple:
        return "en liste"
    if origin is not None:
        return "et objekt i krølleparenteser"
    return {
        int: "et helt tal",
        str: "en tekst",
        bool: "true eller false",
        date: "en dato i kalenderen som 2025-11-30",
        datetime: "et tidspunkt med tidszone som 2024-05-10T09:12:00+02:00",
    }.get(hint, "noget andet")


def found(value: Any) -> str:
    """What stands there, as a Danish noun phrase: `teksten »abc«`."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"tallet {printable(str(value), _LONGEST_FOUND)}"
    if isinstance(value, str):
        return f"teksten »{printable(value, _LONGEST_FOUND)}«" if value else "en tom tekst"
    return "en liste" if isinstance(value, list) else "et objekt"


def _expected_with_limits(hint: Any) -> str:
    kind, *notes = get_args(hint)
    meta = next(note for note in notes if isinstance(note, Meta))
    if meta.pattern is not None:
        return _BY_PATTERN.get(meta.pattern, "en tekst i et bestemt mønster")
    if meta.ge is not None and meta.le is not None:
        low, high = int(meta.ge), int(meta.le)
        digits = len(str(high))
        return f"et helt tal på højst {digits} cifre" if low == -high else f"et helt tal fra {low} til {high}"
    if meta.ge is not None:
        return f"et helt tal på mindst {int(meta.ge)}"
    if meta.min_length is None:
        return expected(kind)
    least = meta.min_length
    if kind is str:
        return "en tekst, der ikke er tom"
    exactly = "" if meta.max_length == least else "mindst "
    return f"{expected(kind)} med {exactly}{least} {'element' if least == 1 else 'elementer'}"


def _quoted(value: Any) -> str:
    return f"»{value}«" if isinstance(value, str) else str(value)


def _one_of(choices: list[str]) -> str:
    return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} eller {choices[-1]}"
