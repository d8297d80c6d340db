"""Where the comments of a draft stand: their fields as paths, with labels for people.

A project is found by its id, so its comments move with it. A field may be gone: its project was deleted, or the form
does not ask for it. Then the comment belongs to no field, and only *Kontrol* lists it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.model import Model, attribute_of, field_names
from botilbud_desktop.domain.notes.commented_field import commented_path, project_id_of
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.steps import Step, StepKind, step_of_field

_PROJECTS = FieldPath(("projects",))
_CHECK = Step(StepKind.CHECK)


class PlacedComment(NamedTuple):
    """A comment with its place in the draft."""

    number: int
    """Its index in the list of the draft."""
    comment: Comment
    path: FieldPath | None
    """The field as the comment names it, which need not exist any more; None when its project is gone."""

    @property
    def step(self) -> Step:
        """The step that the comment belongs to; *Kontrol* when it belongs to no field."""
        return _CHECK if self.path is None else step_of_field(self.path)


Placed = tuple[PlacedComment, ...]


def placed_comments(application: Application) -> Placed:
    """Returns the comments in the order of the draft's list."""
    ids = tuple(project.id for project in application.projects)
    return tuple(
        PlacedComment(index, comment, commented_path(comment.field, ids))
        for index, comment in enumerate(application.comments)
    )


def open_comments(placed: Placed) -> Placed:
    """Returns those that are not ticked off."""
    return tuple(one for one in placed if not one.comment.done)


def open_by_step(placed: Placed) -> Mapping[Step, int]:
    """Returns how many open comments each step has."""
    counts: dict[Step, int] = {}
    for one in open_comments(placed):
        counts[one.step] = counts.get(one.step, 0) + 1
    return counts


def known_field(path: FieldPath | None, application: Application, round_: Round) -> FieldPath | None:
    """Returns the field at `path`, or the nearest above it that exists; None when the draft has no such field.

    A row that is gone leads to its list, and what a button or table is called leads to the field that it belongs to.
    """
    existing = FieldPath(_existing(path or (), application, round_))
    if existing[:1] in (("comments",), ("approvals",)):
        return None
    while existing and not _is_named(existing, round_):
        existing = FieldPath(existing[:-1])
    return existing or None


def place_label(path: FieldPath, round_: Round) -> str:
    """Returns the label of the field for a page that shows its project already: `Antal pladser, række 3`."""
    if path == _PROJECTS or (path.project is not None and len(path) == 2):
        return step_of_field(path).title
    start = 0 if path.project is None else 2
    row = next((part for part in path[start:] if isinstance(part, int)), None)
    label = own_label(path, round_)
    return label if row is None else f"{label}, række {row + 1}"


def lost_label(comment: Comment) -> str:
    """Returns what to call the field of a comment that belongs to no field."""
    return "Et felt, som kladden ikke har" if project_id_of(comment) is None else "Et projekt, som er slettet"


def known_fields(placed: Placed, application: Application, round_: Round) -> Mapping[FieldPath | None, FieldPath]:
    """Returns the field that each path of the comments leads to; a path that leads to none is left out."""
    paths = dict.fromkeys(one.path for one in placed)
    fields = ((path, known_field(path, application, round_)) for path in paths)
    return {path: field for path, field in fields if field is not None}


def is_at(commented: FieldPath | None, field: FieldPath) -> bool:
    """Whether a comment at `commented`, a field that exists, is about `field` or about the list that it is a row of."""
    if commented is None or not field.starts_with(commented):
        return False
    return commented == field or len(commented) > 2 or (commented.project is None and commented != _PROJECTS)


def _existing(path: Iterable[str | int], application: Application, round_: Round) -> tuple[str | int, ...]:
    """Returns the beginning of the path that leads to a value of the model: no other attribute is looked at."""
    found: tuple[str | int, ...] = ()
    model: Any = application
    for part in path:
        if isinstance(model, Model) and isinstance(part, str) and part in field_names(model):
            model = getattr(model, attribute_of(part))
        elif isinstance(model, dict) and isinstance(part, str):
            if part not in model and round_.field(FieldPath((*found, part)).form_path) is None:
                return found
            model = model.get(part)
        elif isinstance(model, tuple) and isinstance(part, int) and part < len(model):
            model = model[part]
        else:
            return found
        found = (*found, part)
    return found


def _is_named(path: FieldPath, round_: Round) -> bool:
    if path == _PROJECTS or (path.project is not None and len(path) == 2):
        return True
    return round_.nearest_field(path) is not None
