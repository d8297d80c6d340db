"""What the merge dialog shows, worked out before it opens: with long texts that takes seconds. No Qt."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from botilbud_desktop.domain.merging.difference import Difference, differences
from botilbud_desktop.domain.merging.merge import Merge
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.merging.merged_texts import MergedTexts


class WorkOut(Protocol):
    """Returns the result of a computation that may take long; raises `GivenUpError` when the user gives up."""

    def __call__[Result](self, work: Callable[[], Result], /) -> Result: ...


class PreparedMerge(NamedTuple):
    """A merge with all that takes long."""

    merge: Merge
    taken: tuple[Difference, ...]
    """What is taken over from theirs, in words."""
    texts: MergedTexts


def prepared(merge: Merge, round_: Round) -> PreparedMerge:
    """Returns the merge with what the dialog shows of it."""
    return PreparedMerge(merge, _taken(merge, round_), MergedTexts(merge, round_))


def at_once[Result](work: Callable[[], Result], /) -> Result:
    """A `WorkOut` that waits."""
    return work()


def _taken(merge: Merge, round_: Round) -> tuple[Difference, ...]:
    """Returns what is taken over, in words. A text with a conflict is not named: its conflict tells of the rest."""
    asked = {text.path for text in merge.texts if text.conflicts}
    return tuple(taken for taken in differences(merge.mine, merge.merged, round_) if taken.path not in asked)
