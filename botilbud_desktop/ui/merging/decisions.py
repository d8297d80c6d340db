"""The user's decisions so far, and the current page of the dialog; no Qt."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging.merge import Choice, Conflict, Merge, resolved


class Decisions(NamedTuple):
    """The choices for the conflicts of a merge; there are none at first."""

    merge: Merge
    choices: Mapping[int, Choice] = {}
    """By the index of the conflict."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All conflicts of the merge."""
        return self.merge.conflicts

    @property
    def undecided(self) -> tuple[int, ...]:
        """The indices of the undecided conflicts."""
        return tuple(index for index in range(len(self.conflicts)) if index not in self.choices)

    def chosen(self, index: int, choice: Choice) -> "Decisions":
        """Returns the decisions with one conflict decided, or decided anew."""
        return self._with((index,), choice)

    def rest_chosen(self, choice: Choice) -> "Decisions":
        """Returns the decisions with all undecided conflicts decided alike."""
        return self._with(self.undecided, choice)

    def result(self) -> Application | None:
        """Returns the merged application; None while a conflict is undecided."""
        return None if self.undecided else resolved(self.merge, self.choices)

    def _with(self, indices: Iterable[int], choice: Choice) -> "Decisions":
        return Decisions(self.merge, {**self.choices, **dict.fromkeys(indices, choice)})


class Visit(Enum):
    """Why a conflict is shown."""

    IN_TURN = "in turn"
    FROM_SUMMARY = "from summary"
    """Opened from the summary, this one alone."""
    UNDECIDED = "undecided"
    """The user pressed »Flet«, but this one is undecided."""


class DialogPage(NamedTuple):
    """A page of the dialog: 0 is the opening, then come the conflicts, the merged texts, and the summary.

    Without conflicts there is no summary, and without merged texts no page of them.
    """

    conflicts: int
    """The number of conflicts."""
    number: int = 0
    visit: Visit = Visit.IN_TURN
    has_texts: bool = False
    """Whether there is a page of merged texts."""

    @property
    def conflict(self) -> int | None:
        """The index of the shown conflict; None on the other pages."""
        return self.number - 1 if 0 < self.number <= self.conflicts else None

    @property
    def is_opening(self) -> bool:
        """Whether it is the first page."""
        return self.number == 0

    @property
    def is_texts(self) -> bool:
        """Whether it is the page of the merged texts."""
        return self.has_texts and self.number == self.conflicts + 1

    @property
    def is_last(self) -> bool:
        """Whether it is the page with »Flet«."""
        return self.number == self._last

    def at(self, conflict: int, visit: Visit) -> "DialogPage":
        """Returns the page of the conflict with this index."""
        return self._replace(number=conflict + 1, visit=visit)

    def back(self) -> "DialogPage":
        """Returns the page before this one."""
        return self._in_turn(max(self.number - 1, 0))

    def texts(self) -> "DialogPage":
        """Returns the page of the merged texts, or else the last page."""
        return self._in_turn(self.conflicts + 1) if self.has_texts else self.summary()

    def summary(self) -> "DialogPage":
        """Returns the last page."""
        return self._in_turn(self._last)

    def forward(self, undecided: Iterable[int], *, changed_text: bool = False) -> "DialogPage":
        """Returns the next page: the next in turn, or after a visit the next undecided conflict or the summary.

        With `changed_text` the merged texts come before the summary.
        """
        if self.visit is Visit.IN_TURN or self.conflict is None:
            return self._in_turn(min(self.number + 1, self._last))
        if self.visit is Visit.UNDECIDED:
            for index in undecided:
                if index > self.conflict:
                    return self.at(index, Visit.UNDECIDED)
        return self.texts() if changed_text else self.summary()

    @property
    def _last(self) -> int:
        return self.conflicts + self.has_texts + (self.conflicts > 0)

    def _in_turn(self, number: int) -> "DialogPage":
        return self._replace(number=number, visit=Visit.IN_TURN)
