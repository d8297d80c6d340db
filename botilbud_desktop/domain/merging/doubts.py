"""Finds the values of theirs that may undo a change of mine, where the common ancestor is only guessed.

Their value is taken where I changed nothing after the common ancestor. When that version is uncertain, I certainly
changed nothing only where all versions of my file have the same value. Everywhere else the user is asked.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.project_keys import by_key
from botilbud_desktop.domain.field_path import value_at
from botilbud_desktop.domain.merging.parts import ABSENT, PendingPath


class Doubts:
    """The fields in which a value of theirs may not be taken without asking."""

    def __init__(self, earlier: Sequence[Application]) -> None:
        """`earlier` is all versions of my file from the first on; nothing is doubtful when it is empty."""
        self._earlier = [(version, by_key(version.projects)) for version in earlier]
        self._found: set[PendingPath] = set()

    @property
    def found(self) -> frozenset[PendingPath]:
        """The fields that `arise` found doubtful."""
        return frozenset(self._found)

    def arise(self, place: PendingPath, is_same: Callable[[Any], bool]) -> bool:
        """Whether `is_same` is False for the value of any earlier version at `place`; if so, `place` is recorded.

        `is_same` gets `ABSENT` where a version has no such project or no cost plan. A version without the project
        cannot be the ancestor of theirs when theirs has it, so that version is skipped for values *in* a project.
        """
        if all(is_same(value) for value in self._values(place)):
            return False
        self._found.add(place)
        return True

    def _values(self, place: PendingPath) -> Iterator[Any]:
        for version, projects in self._earlier:
            if place.project is None:
                yield _value_or_absent(version, place)
            elif place.project in projects:
                yield _value_or_absent(projects[place.project], place)
            elif not place.path:
                yield ABSENT


def _value_or_absent(model: Any, place: PendingPath) -> Any:
    try:
        return value_at(model, place.path)
    except AttributeError:
        return ABSENT
