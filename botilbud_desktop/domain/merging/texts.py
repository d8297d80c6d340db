"""Merges both sides' versions of a long text field, and tells the record what is to be decided."""

from typing import Any

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.merging.parts import Choice, ConflictKind, LongText, PendingPath, Record, UnlocatedConflict
from botilbud_desktop.domain.merging.text_merge import TextMerge, merged_text

LONG_TEXTS = (
    "description",
    "internal_notes",
    "preservation_reason",
    "coordination_note",
    "purpose",
    "target_group",
    "economy_note",
    "text",
)
"""The fields that are merged by paragraph and sentence."""
_OF_ONE_LINE = ("coordination_note",)


def is_long_text(path: FieldPath) -> bool:
    """Whether the field is merged by paragraph and sentence."""
    return path[-1] in LONG_TEXTS


def text_merge(text: LongText) -> TextMerge:
    """Returns the merge of one field."""
    return merged_text(text.base, text.mine, text.theirs, is_line=text.path[-1] in _OF_ONE_LINE)


def merged_long_text(base: Any, mine: str, theirs: str, place: PendingPath, record: Record) -> str:
    """Returns the merged text. Each piece that both changed is a conflict of its own.

    A `base` that is no text is not known.
    """
    first = len(record.clashes)
    text = LongText(place.path, base if isinstance(base, str) else None, mine, theirs, range(first, first))
    found = text_merge(text)
    record.texts.append((place, text._replace(conflicts=range(first, first + len(found.pieces)))))
    choices = [
        record.decide(UnlocatedConflict(ConflictKind.TEXT, place, piece.base, piece.mine, piece.theirs))
        for piece in found.pieces
    ]
    if found.text() != mine:
        record.take(place, theirs)
    if found.text([Choice.THEIRS] * len(found.pieces)) != theirs:
        record.keep(place, mine)
    return found.text(choices)
