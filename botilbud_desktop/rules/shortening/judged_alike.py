"""Replacements after which a text is judged as before: its required contents, and what contradicts the form."""

from collections.abc import Callable, Iterable, Sequence

from botilbud_desktop.rules.results import Assessment
from botilbud_desktop.rules.shortening.saving import Saving, SavingKind, shortened

LONGEST_JUDGED = 12_000
"""A longer text, which no form takes, is not judged again and again."""
_MOST_JUDGED = 40
"""So many times a text is judged; what is not tried by then is not offered."""
UNASKED = (SavingKind.REPEATED, SavingKind.BLANK_LINE)
"""Kinds applied only when somebody has looked at them: they change the look of the text, or leave out words."""

type Judge = Callable[[str], object]
"""Returns what is said of a text, to be compared."""


def what_is_said(assessment: Assessment) -> object:
    """Returns how the required contents are judged, and which values the texts contradict."""
    return (
        tuple((one.number, one.coverage) for one in assessment.contents),
        tuple((one.field, one.other) for one in assessment.contradictions),
    )


def judged_alike(text: str, savings: Iterable[Saving], judge: Judge) -> tuple[Saving, ...]:
    """Returns the replacements but those that, together with the others, change what `judge` says of `text`.

    Those of the kinds `UNASKED` are not tried.
    """
    every = tuple(savings)
    tried = [one for one in every if one.kind not in UNASKED]
    if not tried or len(text) > LONGEST_JUDGED:
        return every
    alike: list[Saving] = []
    before, left = judge(text), _MOST_JUDGED
    waiting: list[Sequence[Saving]] = [tried]
    while waiting and left:
        group = waiting.pop()
        left -= 1
        if judge(shortened(text, (*alike, *group))) == before:
            alike += group
        elif len(group) > 1:
            middle = len(group) // 2
            waiting += (group[middle:], group[:middle])
    found = frozenset(alike)
    return tuple(one for one in every if one.kind in UNASKED or one in found)
