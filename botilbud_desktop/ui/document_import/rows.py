"""One found value with what the user made of it, and how values can stand; no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.field_order import application_fields, project_fields
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round import Round


class Destination(StrEnum):
    """Where a proposed project goes, unless it is a project of the draft."""

    NEW = "new"
    ASKED = "asked"
    """Not known: the user has to say."""
    NOWHERE = "nowhere"


type Target = int | Destination
"""A project of the draft, counted from 0, or another destination."""


class Standing(StrEnum):
    """How one value stands now."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    CORRECTED = "corrected"
    REPLACES = "replaces"
    """The draft holds another value, which would be replaced."""
    SAME = "same"
    """The draft holds just this value."""
    TOO_LONG = "too_long"
    NOT_UNDERSTOOD = "not_understood"
    """What the user typed cannot be read."""
    EMPTY = "empty"
    """The user has emptied it, so that there is nothing to take."""


@dataclass
class Row:
    """One proposed value with what the user made of it."""

    found: Proposed
    value: Any
    is_ticked: bool = False
    is_touched: bool = False
    """Whether the user has set or removed the tick."""
    is_wanted: bool = False
    """Whether the user has set it last; it comes back when the value can be taken again."""
    typed: dict[FieldPath, str] = field(default_factory=dict)
    """Texts that are no value, by the place of their part."""
    problems: dict[FieldPath, str] = field(default_factory=dict)
    """Why those that are not empty could not be read, as Danish sentences."""

    @property
    def problem(self) -> str:
        """Why a typed text could not be read; empty when all could."""
        return next(iter(self.problems.values()), "")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left of the value: the text, or the row, is empty."""
        return (bool(self.typed) and not self.problems) or bool(getattr(self.value, "is_empty", False))

    @property
    def as_proposed(self) -> Proposed:
        """The value as it is now, in the field that it was found for."""
        return self.found._replace(value=self.value)

    @property
    def is_corrected(self) -> bool:
        """Whether the value is another one than was found."""
        return bool(self.value != self.found.value)


class Chosen(NamedTuple):
    """What »Hent ind« carries out."""

    values: tuple[Proposed, ...]
    """The values as corrected; projects count as in the proposal."""
    targets: Mapping[int, int | None]
    """The project of the draft, counted from 0, that each proposed project goes into; None for a new one."""


def in_order(values: Iterable[Proposed], round_: Round) -> list[Proposed]:
    """Returns the values in the order of the form: those of the application, then project by project."""
    inside = {str(path): place for place, path in enumerate(project_fields(round_))}
    outside = {str(path): place for place, path in enumerate(application_fields(round_))}

    def place_of(value: Proposed) -> tuple[int, int]:
        path = value.field
        below, places = (path, outside) if path.project is None else (FieldPath(path[2:]), inside)
        known = (places.get(str(FieldPath(below[:length]))) for length in range(len(below), 0, -1))
        place = next((found for found in known if found is not None), len(places))
        return (-1 if path.project is None else path.project, place)

    return sorted(values, key=place_of)
