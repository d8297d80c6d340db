"""What a merge is made of: choices, conflicts, and the record of both while two copies are put together."""

from collections.abc import Callable
from enum import Enum, StrEnum
from typing import Any, Final, NamedTuple

from botilbud_desktop.domain.editing.project_keys import ProjectKey
from botilbud_desktop.domain.field_path import FieldPath


class Choice(StrEnum):
    """How a conflict is decided."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """Mine, a line break, theirs: for long texts alone."""


class ConflictKind(StrEnum):
    """What two people changed differently."""

    VALUE = "value"
    """One value: an amount, a date, a choice, a name."""
    TEXT = "text"
    """A long text, which can also be decided as `Choice.BOTH`."""
    ROWS = "rows"
    """A whole list of rows, whose same place both changed."""
    COST_PLAN = "cost_plan"
    """A whole cost plan, which one side has and the other has not."""
    PROJECT = "project"
    """A whole project, which one side has and the other has not."""
    ORDER = "order"
    """The order of the projects; only where there is no base to tell for sure who moved them."""


class Conflict(NamedTuple):
    """One thing that has to be decided. A project or a value that a side lacks is None there."""

    kind: ConflictKind
    path: FieldPath
    """Leads to it in `Merge.merged`; for a project that mine lacks, to the project in theirs."""
    base: Any
    """None too where there is no base."""
    mine: Any
    theirs: Any

    @property
    def choices(self) -> tuple[Choice, ...]:
        """How it can be decided."""
        return tuple(Choice) if self.kind is ConflictKind.TEXT else (Choice.MINE, Choice.THEIRS)


class _Absent(Enum):
    """The one value of this type says that there is nothing to compare with."""

    ABSENT = "absent"


ABSENT: Final = _Absent.ABSENT


class Place(NamedTuple):
    """Where something is, before it is known at which index its project ends up."""

    path: FieldPath = FieldPath()
    """Below the project, or from the top."""
    project: ProjectKey | None = None

    def below(self, part: str) -> "Place":
        """The place one step further."""
        return Place(self.path / part, self.project)


class Clash(NamedTuple):
    """A conflict before its path is known."""

    kind: ConflictKind
    place: Place
    base: Any
    mine: Any
    theirs: Any


type Doubt = Callable[[Place, Callable[[Any], bool]], bool]
"""Says of a place whether taking theirs there may undo a change of mine; see `Doubts.arise`."""


class Record:
    """What was found so far: the conflicts in their order, and what was taken from theirs."""

    def __init__(self, choose: Callable[[int], Choice], is_doubtful: Doubt) -> None:
        """`choose` gets the number of a conflict, counted from 0, and says how it is decided."""
        self._choose = choose
        self.is_doubtful = is_doubtful
        self.clashes: list[Clash] = []
        self.taken: list[Place] = []

    def decide(self, clash: Clash) -> Choice:
        """Note a conflict, and how it is decided."""
        self.clashes.append(clash)
        return self._choose(len(self.clashes) - 1)

    def take[Value](self, place: Place, theirs: Value) -> Value:
        """Note that `theirs` is taken without a question."""
        self.taken.append(place)
        return theirs
