"""The data types of a merge: choices, conflicts, and the record of both during the merge."""

from collections.abc import Callable, Mapping
from enum import Enum, StrEnum
from typing import Any, Final, NamedTuple

from botilbud_desktop.domain.editing.project_keys import ProjectKey
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.merging.rows import MOST_ROWS, rows_of_both


class Choice(StrEnum):
    """How a conflict is decided."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """Of a piece of a long text: mine, then theirs, without repeating what both have. Of rows: mine, with those that
    only theirs has."""


class ConflictKind(StrEnum):
    """What both sides changed differently."""

    VALUE = "value"
    """One value: an amount, a date, a choice, a name."""
    TEXT = "text"
    """A piece of a long text, which can also be decided as `Choice.BOTH`. A text can have several."""
    ROWS = "rows"
    """A whole list of rows, of which both changed the same part; can also be decided as `Choice.BOTH`."""
    COST_PLAN = "cost_plan"
    """A whole cost plan, which one side has and the other has not."""
    PROJECT = "project"
    """A whole project, which one side has and the other has not."""
    ORDER = "order"
    """The order of the projects, which both changed."""


class TypedTexts(NamedTuple):
    """The half-typed texts of both sides, by paths as those of the conflicts: a field shows them instead of a value."""

    mine: Mapping[str, str] = {}
    theirs: Mapping[str, str] = {}


class Conflict(NamedTuple):
    """One conflict to decide. A project or a value that a side lacks is None on that side.

    Of a long text, `base`, `mine` and `theirs` are the piece alone, `""` where a version has nothing there.
    """

    kind: ConflictKind
    path: FieldPath
    """The path in `Merge.merged`; for a project that mine lacks, its path in theirs."""
    base: Any
    """None also where there is no base."""
    mine: Any
    theirs: Any
    typed: TypedTexts = TypedTexts()
    """What is half-typed at `path` or below it."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The possible decisions. Both are offered where that is something else than one of them."""
        has_both = False
        if self.kind is ConflictKind.TEXT:
            has_both = self.mine not in self.theirs and self.theirs not in self.mine
        elif self.kind is ConflictKind.ROWS:
            has_both = self._rows_can_be_joined
        return tuple(Choice) if has_both else (Choice.MINE, Choice.THEIRS)

    @property
    def _rows_can_be_joined(self) -> bool:
        both = rows_of_both(self.mine, self.theirs)
        return len(both) <= MOST_ROWS and both not in (self.mine, self.theirs)


class LongText(NamedTuple):
    """A long text that was merged by paragraph and sentence, or will be when its pieces are decided."""

    path: FieldPath
    """Like `Conflict.path`; relative to the project while the text is merged."""
    base: str | None
    """None when it is not known."""
    mine: str
    theirs: str
    conflicts: range
    """The indices of its conflicts."""


class _Absent(Enum):
    """The type of `ABSENT`, which stands for a value that does not exist."""

    ABSENT = "absent"


ABSENT: Final = _Absent.ABSENT


class PendingPath(NamedTuple):
    """The path of a value, before the final index of its project is known."""

    path: FieldPath = FieldPath()
    """Relative to the project, or to the application where `project` is None."""
    project: ProjectKey | None = None

    def below(self, part: str) -> "PendingPath":
        """Returns the path extended by one part."""
        return PendingPath(self.path / part, self.project)

    def at(self, index: int) -> "PendingPath":
        """Returns the path of an item of the list."""
        return PendingPath(self.path / index, self.project)

    def is_below(self, other: "PendingPath") -> bool:
        """Whether it is `other` or leads into it."""
        return self.project == other.project and self.path.starts_with(other.path)


class UnlocatedConflict(NamedTuple):
    """A conflict before its path is known."""

    kind: ConflictKind
    place: PendingPath
    base: Any
    mine: Any
    theirs: Any


class HalfTyped(NamedTuple):
    """What each side has typed that is no value yet, by its place. It counts as a change of that side."""

    mine: Mapping[PendingPath, str] = {}
    theirs: Mapping[PendingPath, str] = {}


class Record:
    """Records the conflicts in their order, and what was taken from which side."""

    def __init__(self, choose: Callable[[int], Choice], half_typed: HalfTyped) -> None:
        """`choose` gets the number of a conflict, counted from 0, and returns the decision."""
        self._choose = choose
        self._half_typed = half_typed
        self.clashes: list[UnlocatedConflict] = []
        self.taken: list[PendingPath] = []
        self.kept: list[PendingPath] = []
        self.emptied: list[PendingPath] = []
        self.texts: list[tuple[PendingPath, LongText]] = []

    def decide(self, clash: UnlocatedConflict) -> Choice:
        """Records a conflict, and returns the decision."""
        self.clashes.append(clash)
        return self._choose(len(self.clashes) - 1)

    def take[Value](self, place: PendingPath, theirs: Value) -> Value:
        """Records that `theirs` is taken without asking, and returns it."""
        self.taken.append(place)
        return theirs

    def keep[Value](self, place: PendingPath, mine: Value) -> Value:
        """Records that `mine`, which I alone changed, stays without asking, and returns it."""
        self.kept.append(place)
        return mine

    def i_am_typing(self, place: PendingPath) -> bool:
        """Whether I have a half-typed text at `place` or below it."""
        return any(typed.is_below(place) for typed in self._half_typed.mine)

    def they_are_typing(self, place: PendingPath) -> bool:
        """Whether they have a half-typed text at `place` or below it."""
        return any(typed.is_below(place) for typed in self._half_typed.theirs)
