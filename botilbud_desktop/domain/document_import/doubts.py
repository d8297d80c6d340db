"""What is doubtful of the values in a draft, as comments on their fields, so that the draft itself says it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.document_import.taking import chosen, moved, place_of
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.commented_field import comment_field
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.value_formatter import ValueFormatter

AUTHOR = "Botilbud Desktop"


def with_doubts(
    before: Application,
    after: Application,
    values: Sequence[Proposed],
    index: Mapping[int, int],
    file: str,
    round_: Round,
    now: datetime,
    new_id: Callable[[], str],
) -> Application:
    """Returns the draft with a comment on each field whose value is not sure, unless it stood there before.

    Args:
        before: the draft without the values.
        after: the draft with the values in it.
        values: all that were found, also those that contradict the ones taken.
        index: the index in the draft of each proposed project.
        file: the name of the file that they come from, fit to be shown.
        round_: the round.
        now: the time, with a time zone.
        new_id: makes a new UUID as text.
    """
    formatter = ValueFormatter(round_)
    ids = [project.id for project in after.projects]
    comments = []
    for value in chosen(values):
        place = place_of(moved(value, index).field)
        if value.is_sure or _at(before, place) == _at(after, place):
            continue
        others = [
            f"{other.source}: {formatter.text(other.value, other.field)}."
            for other in values
            if other.field == value.field and other.value != value.value
        ]
        text = " ".join(filter(None, (f"Hentet fra »{file}«, {value.source}.", value.remark, *others)))
        field = comment_field(place, ids)
        comments.append(Comment(id=new_id(), field=field, text=text, author=AUTHOR, written_at=now))
    return replace(after, comments=(*after.comments, *comments))


def _at(application: Application, path: FieldPath) -> Any:
    try:
        return value_at(application, path)
    except (LookupError, AttributeError):
        return None
