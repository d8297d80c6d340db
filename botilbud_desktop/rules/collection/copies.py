"""Finds drafts that are copies of each other. Only what is proven is left out; the rest is told.

Only drafts of the same municipality are left out as copies: a secretariat may have mailed one draft to all of them. One
without a municipality may be what the others grew out of.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.approval import fingerprint, valid_approval
from botilbud_desktop.domain.collection.source import LeftOut, Source
from botilbud_desktop.domain.lineage import is_ancestor
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.collection import copied_files
from botilbud_desktop.rules.collection.copied_files import with_elsewhere, with_files_said
from botilbud_desktop.rules.collection.records import Copies, CopyKind
from botilbud_desktop.rules.wording import all_of

_MOST_NAMES = 5
BOTH_COUNTED, ALL_COUNTED = "Begge er talt med.", "De er alle talt med."
"""The last sentence of the message of what may be counted twice."""
_NO_ID = "00000000-0000-4000-8000-000000000000"


class Sorted(NamedTuple):
    """The drafts of one round without proven copies."""

    kept: tuple[Source, ...]
    copies: tuple[Copies, ...]
    left_out: tuple[LeftOut, ...]


def without_copies(sources: Iterable[Source]) -> Sorted:
    """Sorts out what is proven to be a copy, or the older version, of another draft."""
    kept: list[Source] = []
    copies: list[Copies] = []
    twins: dict[str, str] = {}
    everyone = tuple(sources)
    relatives = {key: tuple(group) for key, group in groupby(sorted(everyone, key=_id), _id)}
    for group in _groups(everyone):
        newest, older = _without_older(group, relatives)
        different, same = _without_equal(newest)
        copies += [*older, *same, *_doubts(different)]
        kept += different
        twins |= {each.files[1]: each.files[0] for each in same}
    copies = [_for_twin(each, twins) if each.kind is CopyKind.OLDER else each for each in copies]
    copies = [with_files_said(each, everyone) for each in copies]
    names = {source.file: municipality_of(source) for source in everyone}
    left_out = [
        LeftOut(each.files[1], each.message, names[each.files[1]], _BRIEF[each.kind])
        for each in copies
        if not each.is_doubtful
    ]
    kept = list(with_elsewhere(kept, copies, everyone))
    return Sorted(tuple(kept), (*copies, *_under_two_municipalities(kept)), tuple(left_out))


_BRIEF = {
    CopyKind.OLDER: "En nyere udgave af kommunens ansøgning er talt med.",
    CopyKind.SAME: "Den samme ansøgning er talt med fra en anden fil.",
}
"""Why a copy is left out, without names of files."""


def municipality_of(source: Source) -> str:
    """Returns the short name of a draft's municipality; empty where it is not chosen."""
    known = source.round.municipality(source.application.applicant.municipality_code)
    return "" if known is None else known.name


def _id(source: Source) -> str:
    return source.application.id


def _groups(sources: Iterable[Source]) -> list[list[Source]]:
    """Returns the drafts by municipality; those without one by the draft that they are copies of."""
    ordered = sorted(sources, key=_key)
    return [list(group) for _, group in groupby(ordered, _key)]


def _key(source: Source) -> tuple[str, str]:
    code = source.application.applicant.municipality_code
    return (code, "") if code else ("", source.application.id)


def _without_older(
    group: Sequence[Source], relatives: Mapping[str, Sequence[Source]]
) -> tuple[list[Source], list[Copies]]:
    """Returns those of the group that are no older versions; `relatives` are all drafts by the id of their application.

    A draft is left out in favour of one that is itself the newest. Where there is none, nothing is proven: lineages
    that were cut may seem to be older than each other.
    """
    kept: list[Source] = []
    copies: list[Copies] = []
    for source in group:
        code = source.application.applicant.municipality_code
        related = [
            each
            for each in relatives[source.application.id]
            if not code or each.application.applicant.municipality_code == code
        ]
        newer = [other for other in related if _is_older(source, other)]
        newest = next((other for other in newer if not any(_is_older(other, each) for each in related)), None)
        if newest is None:
            kept.append(source)
        else:
            copies.append(_older(source.file, newest.file))
    return kept, copies


def _for_twin(copies: Copies, twins: Mapping[str, str]) -> Copies:
    """Returns copies that name a draft in the collection; `twins` tells the one for a draft left out as equal."""
    newer, older = copies.files
    return _older(older, twins.get(newer, newer))


def _older(file: str, newer: str) -> Copies:
    return Copies(CopyKind.OLDER, (newer, file), 1, f"»{file}« er en ældre udgave af »{newer}«.")


def _is_older(source: Source, other: Source) -> bool:
    """Whether the lineages prove that `other` grew out of `source`."""
    if source.lineage is None or other.lineage is None or source.application.id != other.application.id:
        return False
    mine, theirs = source.lineage.saves, other.lineage.saves
    return is_ancestor(mine, theirs) and not is_ancestor(theirs, mine)


def _without_equal(sources: Sequence[Source]) -> tuple[list[Source], list[Copies]]:
    """Returns one of each that hold the same, an approved one first, then one with attachments."""
    kept: dict[tuple[str, str], Source] = {}
    copies: list[Copies] = []
    for source in sorted(sources, key=_rank):
        same = kept.setdefault(_held(source), source)
        if same is not source:
            copies.append(Copies(CopyKind.SAME, (same.file, source.file), 1, _how_same(source, same)))
    return list(kept.values()), copies


def _rank(source: Source) -> tuple[bool, bool]:
    """Returns what drafts that hold the same are sorted by."""
    return valid_approval(source.application) is None, not source.attachments.attachments


def _held(source: Source) -> tuple[str, str]:
    """Returns what drafts that hold the same have in common; notes and comments, which nobody sends, aside."""
    return source.application.id, fingerprint(source.application)


def _how_same(source: Source, same: Source) -> str:
    has_same_files = copied_files.has_same_files(source, same)
    if source.application == same.application:
        if source.number is not None and source.number == same.number:
            return f"»{source.file}« og »{same.file}« er to navne for den samme fil."
        told = f"»{source.file}« er den samme ansøgning som »{same.file}«"
        return f"{told}, uden forskelle." if has_same_files else f"{told}. {copied_files.DIFFERENT}"
    told = (
        f"»{source.file}« har samme svar som »{same.file}«. Godkendelsen, notatet til KKR, noter eller kommentarer er "
        "forskellige."
    )
    return told if has_same_files else f"{told} {copied_files.DIFFERENT}"


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
                f"der er nyest. {_all_counted(files)}"
            )
            doubts.append(Copies(CopyKind.DIVERGED, files, len(files), message))
    files = tuple(source.file for source in kept)
    if not doubts or len(doubts[0].files) < len(files):
        message = f"{_named(files)} er fra samme kommune. {_all_counted(files)}"
        doubts.append(Copies(CopyKind.SAME_MUNICIPALITY, files, len(files), message))
    return doubts


def _under_two_municipalities(kept: Sequence[Source]) -> Iterator[Copies]:
    """Yields copies of one draft under several municipalities, or none, that still hold the same project."""
    by_id = sorted(kept, key=lambda source: source.application.id)
    for _, same_id in groupby(by_id, lambda source: source.application.id):
        sharing = _sharing_a_project(list(same_id))
        if sharing:
            files = tuple(source.file for source in sharing)
            message = (
                f"{_named(files)} er kopier af én kladde og har samme projekt, men ikke samme kommune. "
                f"{_all_counted(files)}"
            )
            yield Copies(CopyKind.OTHER_MUNICIPALITY, files, len(files), message)


def _sharing_a_project(group: Sequence[Source]) -> list[Source]:
    """Returns those of the group that hold the same named project as one of another municipality."""
    if len({source.application.applicant.municipality_code for source in group}) < 2:
        return []
    codes: dict[str, set[str | None]] = {}
    projects = [{_content(each) for each in source.application.projects if each.name.strip()} for source in group]
    for source, contents in zip(group, projects, strict=True):
        for content in contents:
            codes.setdefault(content, set()).add(source.application.applicant.municipality_code)
    return [
        source
        for source, contents in zip(group, projects, strict=True)
        if any(len(codes[content]) > 1 for content in contents)
    ]


def _content(project: Project) -> str:
    return replace(project, id=_NO_ID).model_dump_json()


def _all_counted(files: Sequence[str]) -> str:
    return BOTH_COUNTED if len(files) == 2 else ALL_COUNTED


def _named(files: Sequence[str]) -> str:
    """Returns the names of the files, of many the first ones."""
    named = [f"»{file}«" for file in files]
    if len(named) <= _MOST_NAMES:
        return all_of(named)
    return all_of([*named[:_MOST_NAMES], counted(len(named) - _MOST_NAMES, "fil mere", "filer mere")])
