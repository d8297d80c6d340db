"""Finds drafts that are copies of each other. Only what is proven is left out; the rest is told.

Only drafts of the same municipality are compared: a secretariat may have mailed one draft to all of them. One without
a municipality may be what the others grew out of.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from botilbud_desktop.domain.approval import fingerprint
from botilbud_desktop.domain.collection.source import LeftOut, Source
from botilbud_desktop.domain.lineage import is_ancestor
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.collection.records import Copies, CopyKind
from botilbud_desktop.rules.wording import all_of

_MOST_NAMES = 5

ALL_COUNTED = "De er alle talt med."
"""How the sentence about drafts ends that may be counted twice."""


class Sorted(NamedTuple):
    """The drafts of one round without proven copies."""

    kept: tuple[Source, ...]
    copies: tuple[Copies, ...]
    left_out: tuple[LeftOut, ...]


def without_copies(sources: Iterable[Source]) -> Sorted:
    """Sorts out what is proven to be a copy, or the older version, of another draft."""
    kept: list[Source] = []
    copies: list[Copies] = []
    left_out: list[LeftOut] = []
    everyone = tuple(sources)
    for group in _groups(everyone):
        has_municipality = bool(group[0].application.applicant.municipality_code)
        newest = _without_proven_copies(group, group if has_municipality else everyone, copies, left_out)
        copies += _doubts(newest)
        kept += newest
    return Sorted(tuple(kept), tuple(copies), tuple(left_out))


def _groups(sources: Iterable[Source]) -> list[list[Source]]:
    """Returns the drafts by municipality; those without one by the draft that they are copies of."""
    ordered = sorted(sources, key=_key)
    return [list(group) for _, group in groupby(ordered, _key)]


def _key(source: Source) -> tuple[str, str]:
    code = source.application.applicant.municipality_code
    return (code, "") if code else ("", source.application.id)


def _without_proven_copies(
    group: Sequence[Source], grown: Sequence[Source], copies: list[Copies], left_out: list[LeftOut]
) -> list[Source]:
    """Returns those of the group that are no copies; `grown` are the drafts that may have grown out of them."""
    kept: list[Source] = []
    for source in group:
        newer = next((other for other in grown if _is_older(source, other)), None)
        same = next((other for other in kept if _is_same(source, other)), None)
        if newer is not None:
            message = f"»{source.file}« er en ældre udgave af »{newer.file}«."
            copies.append(Copies(CopyKind.OLDER, (newer.file, source.file), 1, message))
        elif same is not None:
            message = f"»{source.file}« er den samme ansøgning som »{same.file}«, uden forskelle."
            copies.append(Copies(CopyKind.SAME, (same.file, source.file), 1, message))
        else:
            kept.append(source)
            continue
        left_out.append(LeftOut(source.file, message))
    return kept


def _is_older(source: Source, other: Source) -> bool:
    """Whether the lineages prove that `other` grew out of `source`."""
    if source.lineage is None or other.lineage is None or source.application.id != other.application.id:
        return False
    mine, theirs = source.lineage.saves, other.lineage.saves
    return is_ancestor(mine, theirs) and not is_ancestor(theirs, mine)


def _is_same(source: Source, other: Source) -> bool:
    """Whether two drafts of one application hold the same; notes and comments, which nobody sends, aside."""
    return source.application.id == other.application.id and fingerprint(source.application) == fingerprint(
        other.application
    )


def _doubts(kept: Sequence[Source]) -> list[Copies]:
    """Returns what may be counted twice among the drafts of one municipality."""
    if len(kept) < 2:
        return []
    by_id = sorted(kept, key=lambda source: source.application.id)
    doubts = []
    for _, same_id in groupby(by_id, lambda source: source.application.id):
        files = tuple(source.file for source in same_id)
        if len(files) > 1:
            message = (
                f"{_named(files)} er kopier af én kladde, men de er forskellige, og programmet kan ikke se, hvilken "
                f"der er nyest. {ALL_COUNTED}"
            )
            doubts.append(Copies(CopyKind.DIVERGED, files, len(files), message))
    files = tuple(source.file for source in kept)
    if not doubts or len(doubts[0].files) < len(files):
        message = f"{_named(files)} er fra samme kommune. {ALL_COUNTED}"
        doubts.append(Copies(CopyKind.SAME_MUNICIPALITY, files, len(files), message))
    return doubts


def _named(files: Sequence[str]) -> str:
    """Returns the names of the files, of many the first ones."""
    named = [f"»{file}«" for file in files]
    if len(named) <= _MOST_NAMES:
        return all_of(named)
    return all_of([*named[:_MOST_NAMES], counted(len(named) - _MOST_NAMES, "fil mere", "filer mere")])
