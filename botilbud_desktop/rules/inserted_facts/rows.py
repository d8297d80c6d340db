"""The rows of the table of projects as sentences need them: a short name, the quantities, and what can be relied on."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, PlaceGroup, Project
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.quantities import Quantities, quantities_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.sentences import sentences as split_into_sentences

_LONGEST_NAME = 40
_READ_OF_A_NAME = 200
"""Characters: a name may be a text of any length."""
_MARKS = str.maketrans({"»": " ", "«": " ", "<": " ", ">": " ", "[": " ", "]": " "})
"""Marks of quotations, and those that look like a gap to be filled in or like markup of the web."""
_AT_THE_END = " .,;:!?-–—…"


class Row(NamedTuple):
    """One project of the table."""

    name: str
    """Within a sentence: `»Solgården«`, or `projekt 2` where no short name tells it from the others."""
    project: Project
    round: Round
    quantities: Quantities
    half_typed: frozenset[str]
    """The fields of the project, without its own path, whose text is not understood: `loan.2025`."""

    @property
    def subject(self) -> str:
        """The project as the subject of a sentence: `projektet »Solgården«`, `projekt 2`."""
        return f"projektet {self.name}" if self.name.startswith("»") else self.name

    def is_half_typed(self, field: str) -> bool:
        """Whether the field, or one below it, holds a text that is not understood."""
        return any(path == field or path.startswith((f"{field}.", f"{field}[")) for path in self.half_typed)

    @property
    def places(self) -> tuple[PlaceGroup, ...]:
        """The groups of places that are not empty."""
        return tuple(group for group in self.project.places if not group.is_empty)

    @property
    def has_sound_places(self) -> bool:
        """Whether each number of places can be taken as it stands: none is negative or of a year without a column."""
        return not self.is_half_typed("places") and all(
            group.count > 0 and group.year in self.round.years for group in self.places
        )


def rows_of(application: Application, round_: Round, half_typed: Mapping[str, str]) -> tuple[Row, ...]:
    """Returns the rows of the table; `half_typed` holds half-typed text by path."""
    names = _names(application.projects)
    return tuple(
        Row(name, project, round_, quantities_of(project, round_), frozenset(_below(index, half_typed)))
        for index, (name, project) in enumerate(zip(names, application.projects, strict=True))
    )


def _below(index: int, half_typed: Mapping[str, str]) -> Iterator[str]:
    prefix = f"{project_path(index)}."
    return (path.removeprefix(prefix) for path in half_typed if path.startswith(prefix))


def _names(projects: Sequence[Project]) -> list[str]:
    short = [_short(project.name) for project in projects]
    times = Counter(name.casefold() for name in short)
    return [
        f"»{name}«" if name and times[name.casefold()] == 1 else f"projekt {number}"
        for number, name in enumerate(short, start=1)
    ]


def _short(name: str) -> str:
    """Returns a name of at most one sentence, on one line, cut after a word where it is long."""
    shown = "".join(letter if letter.isprintable() else " " for letter in name[:_READ_OF_A_NAME]).translate(_MARKS)
    first = split_into_sentences(" ".join(shown.split()))
    whole = (first.units[1] if len(first.units) > 2 else "").strip(_AT_THE_END)
    if len(whole) <= _LONGEST_NAME:
        return whole
    cut = whole[: _LONGEST_NAME + 1]
    cut = cut[: cut.rfind(" ")] if " " in cut else whole[:_LONGEST_NAME]
    return f"{cut.rstrip(_AT_THE_END)}…"
