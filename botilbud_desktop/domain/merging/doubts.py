"""Where the common ancestor of two copies is only guessed: which of theirs may undo a change of mine.

Theirs is taken where I changed nothing since both parted. When it is not sure from which version on that is, I changed
nothing for sure only where all versions of my file say the same. Everywhere else the user has to be asked.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.project_keys import by_key
from botilbud_desktop.domain.field_path import value_at
from botilbud_desktop.domain.merging.parts import ABSENT, Place


class Doubts:
    """The places where something of theirs may not be taken without a question."""

    def __init__(self, earlier: Sequence[Application]) -> None:
        """`earlier` is what my file said from its beginning on; nothing is doubtful when it is empty."""
        self._earlier = [(version, by_key(version.projects)) for version in earlier]
        self._found: set[Place] = set()

    @property
    def found(self) -> frozenset[Place]:
        """Those that were asked about and are doubtful."""
        return frozenset(self._found)

    def arise(self, place: Place, is_same: Callable[[Any], bool]) -> bool:
        """Whether `is_same` is False of what any earlier version said at `place`.

        It gets `ABSENT` where a version has no such project or no cost plan. A version without the project cannot be
        what theirs grew out of when theirs has it, so for what is *in* a project that version is not asked.
        """
        if all(is_same(value) for value in self._values(place)):
            return False
        self._found.add(place)
        return True

    def _values(self, place: Place) -> Iterator[Any]:
        for version, projects in self._earlier:
            if place.project is None:
                yield _value_or_absent(version, place)
            elif place.project in projects:
                yield _value_or_absent(projects[place.project], place)
            elif not place.path:
                yield ABSENT


def _value_or_absent(model: Any, place: Place) -> Any:
    try:
        return value_at(model, place.path)
    except AttributeError:
        return ABSENT
