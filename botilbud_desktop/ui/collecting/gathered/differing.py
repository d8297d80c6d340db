"""Says what differs between copies of one draft, so that the user can see which one counts."""

from collections.abc import Mapping, Sequence

from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.merging.difference import ADDED, REMOVED, Difference, differences
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.collection.records import CollectedApplication, Copies, CopyKind
from botilbud_desktop.storage.files.printable import printable

_MOST_SHOWN = 3
_MOST_COPIES = 4
_LONGEST_VALUE, _LONGEST_LABEL, _LONGEST_NAME = 40, 80, 60
_KINDS = (CopyKind.DIVERGED, CopyKind.OTHER_MUNICIPALITY)


def differing_said(copies: Copies, applications: Mapping[str, CollectedApplication], round_: Round) -> str:
    """Returns how many fields differ from the first copy, and the first ones with both values; empty if not copies."""
    if copies.kind not in _KINDS or not copies.is_doubtful:
        return ""
    first, *others = copies.files[: min(copies.counted, _MOST_COPIES)]
    said = []
    for other in others:
        found = differences(applications[first].application, applications[other].application, round_)
        if found:
            said.append(f"{_head(first, other, len(others))}{counted(len(found), 'felt', 'felter')}: {_shown(found)}.")
    return " ".join(said)


def _head(first: str, other: str, pairs: int) -> str:
    if pairs == 1:
        return "Forskel i "
    return f"»{printable(first, _LONGEST_NAME)}« og »{printable(other, _LONGEST_NAME)}«: Forskel i "


def _shown(found: Sequence[Difference]) -> str:
    shown = "; ".join(_one(each) for each in found[:_MOST_SHOWN])
    return f"{shown}; …" if len(found) > _MOST_SHOWN else shown


def _one(difference: Difference) -> str:
    label = printable(one_line(difference.label), _LONGEST_LABEL)
    if difference.label.endswith((ADDED, REMOVED)):
        return label
    before, after = _value(difference.before), _value(difference.after)
    return label if before == after else f"{label}: {before} / {after}"


def _value(text: str) -> str:
    return printable(one_line(text), _LONGEST_VALUE) or NOT_STATED.lower()
