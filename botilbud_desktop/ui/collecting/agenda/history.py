"""The steps of an agenda that can be undone and redone."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key, adopted
from botilbud_desktop.domain.collection.following import Carry, carried

_MOST_STEPS = 500


class Place(NamedTuple):
    """Where a change was made, so that undoing it leads there."""

    key: Key | None = None
    project: str | None = None
    field: str = ""
    """What was typed into; what is typed there in one go is one step. Empty for a deed that is a step of its own."""


class _Step(NamedTuple):
    before: Agenda
    after: Agenda
    place: Place


class AgendaHistory:
    """Holds the agenda as it is now."""

    def __init__(self, agenda: Agenda) -> None:
        self.current = agenda
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._is_open = False
        """Whether the next change of the same place belongs to the last step."""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._done)

    def change(self, agenda: Agenda, place: Place) -> bool:
        """Make a change. Returns False when there is none."""
        if agenda == self.current:
            return False
        last = self._done[-1] if self._done else None
        if last is not None and self._is_open and place.field and last.place == place:
            self._done[-1] = last._replace(after=agenda)
        else:
            self._done = [*self._done, _Step(self.current, agenda, place)][-_MOST_STEPS:]
        self._undone.clear()
        self._is_open = True
        self.current = agenda
        return True

    def follow(self, carry: Carry) -> None:
        """What is kept of one file belongs to another, as if it always had: undoing a step leaves it there."""
        self._rewrite(partial(carried, carry=carry), carry.source, carry.target)

    def adopt(self, keys: Sequence[Key]) -> None:
        """What was kept before a municipality was known has that of the file that is here, as if it always had."""
        if adopted(self.current, keys) is not self.current:
            self._rewrite(partial(adopted, keys=keys))

    def _rewrite(
        self, rewrite: Callable[[Agenda], Agenda], source: Key | None = None, target: Key | None = None
    ) -> None:
        self.current = rewrite(self.current)
        for steps in (self._done, self._undone):
            found = [
                _Step(rewrite(before), rewrite(after), place._replace(key=target) if place.key == source else place)
                for before, after, place in steps
            ]
            steps[:] = [step for step in found if step.before != step.after]

    def end_step(self) -> None:
        """What is typed from now on is another step."""
        self._is_open = False

    def undo(self) -> Place | None:
        """Undo the last step. Returns where it was; None without one."""
        return self._go(self._done, self._undone, is_back=True)

    def redo(self) -> Place | None:
        """Do the last step that was undone again. Returns where it was; None without one."""
        return self._go(self._undone, self._done, is_back=False)

    def _go(self, source: list[_Step], target: list[_Step], *, is_back: bool) -> Place | None:
        self.end_step()
        if not source:
            return None
        step = source.pop()
        target.append(step)
        self.current = step.before if is_back else step.after
        return step.place
