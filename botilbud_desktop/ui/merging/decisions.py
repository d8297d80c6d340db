"""What the user has decided so far, and where in the dialog they are; no Qt."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging.merge import Choice, Conflict, Merge, resolved


class Decisions(NamedTuple):
    """The choices for the conflicts of a merge. Nothing is chosen to begin with."""

    merge: Merge
    choices: Mapping[int, Choice] = {}
    """By the index of the conflict."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What there is to decide."""
        return self.merge.conflicts

    @property
    def undecided(self) -> tuple[int, ...]:
        """The indices of what is left to decide."""
        return tuple(index for index in range(len(self.conflicts)) if index not in self.choices)

    def chosen(self, index: int, choice: Choice) -> "Decisions":
        """With one conflict decided, or decided anew."""
        return self._with((index,), choice)

    def rest_chosen(self, choice: Choice) -> "Decisions":
        """With all that was undecided decided alike."""
        return self._with(self.undecided, choice)

    def result(self) -> Application | None:
        """The merged application; None while anything is undecided."""
        return None if self.undecided else resolved(self.merge, self.choices)

    def _with(self, indices: Iterable[int], choice: Choice) -> "Decisions":
        return Decisions(self.merge, {**self.choices, **dict.fromkeys(indices, choice)})


class Visit(Enum):
    """Why a conflict is on the screen."""

    IN_TURN = "in turn"
    FROM_SUMMARY = "from summary"
    """The summary led to this one alone."""
    UNDECIDED = "undecided"
    """The user wanted to merge, but this one is undecided."""


class Station(NamedTuple):
    """A page of the dialog. The opening is 0, then come the conflicts, then the summary; without conflicts there is
    the opening alone.
    """

    conflicts: int
    """How many there are."""
    number: int = 0
    visit: Visit = Visit.IN_TURN

    @property
    def conflict(self) -> int | None:
        """The index of the conflict that is shown."""
        return self.number - 1 if 0 < self.number <= self.conflicts else None

    @property
    def is_opening(self) -> bool:
        """Whether it is the first page."""
        return self.number == 0

    @property
    def is_last(self) -> bool:
        """Whether it is the page that merges."""
        return self.number > self.conflicts or not self.conflicts

    def at(self, conflict: int, visit: Visit) -> "Station":
        """The page of the conflict of that index."""
        return Station(self.conflicts, conflict + 1, visit)

    def back(self) -> "Station":
        """The page before this one."""
        return Station(self.conflicts, max(self.number - 1, 0))

    def summary(self) -> "Station":
        """The last page."""
        return Station(self.conflicts, self.conflicts + 1 if self.conflicts else 0)

    def forward(self, undecided: Iterable[int]) -> "Station":
        """The page that follows: the next in turn, or from a visit the next undecided one or the summary."""
        if self.visit is Visit.IN_TURN or self.conflict is None:
            return Station(self.conflicts, min(self.number + 1, self.summary().number))
        if self.visit is Visit.UNDECIDED:
            for index in undecided:
                if index > self.conflict:
                    return self.at(index, Visit.UNDECIDED)
        return self.summary()
