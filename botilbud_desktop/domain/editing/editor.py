"""The editor: the one place where a draft changes.

It holds the current application (frozen) and its history. A widget sets a value at a path; the editor replaces the
model, records an undo step and notifies its listeners. Half-typed values (such as `22,9` in a field of whole 1.000 kr.)
are kept beside the model, by path, and are part of the history too.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at, with_value
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment

MOST_REMEMBERED = 20_000_000
"""Characters of text in the history: thousands of steps in any form, a hundred in the longest text of a file."""
_LONG_TEXT = 10_000
Listener = Callable[["Change"], None]


class Snapshot(NamedTuple):
    """The content of a draft at one moment."""

    application: Application
    half_typed: Mapping[str, str]
    """Half-typed text by path; the model holds the empty value there."""


class Change(NamedTuple):
    """A change as reported to listeners: the snapshots before and after, and what changed."""

    before: Snapshot
    after: Snapshot
    path: FieldPath
    """The field, or the list, that changed."""
    structural: bool
    """Whether rows or projects were added, removed or moved, so that indices have changed."""
    typing: bool = False
    """Whether the user is typing in a field, so that the next change will probably follow at once."""


class _Step(NamedTuple):
    """One entry of the history: the snapshot to return to, and what changed after it."""

    snapshot: Snapshot
    path: FieldPath
    structural: bool

    @property
    def length(self) -> int:
        """The characters of the text that the step keeps; 0 for anything else."""
        try:
            value = value_at(self.snapshot.application, self.path)
        except (LookupError, AttributeError):
            return 0
        return len(value) if isinstance(value, str) else 0


class Editor:
    """The current draft and its history."""

    def __init__(self, application: Application, half_typed: Mapping[str, str] | None = None) -> None:
        self._current = Snapshot(application, dict(half_typed or {}))
        self._saved: Snapshot | None = self._current
        self._is_modified: bool | None = False
        """None until the current snapshot has been compared with the saved one."""
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._merging: FieldPath | None = None
        self._listeners: list[Listener] = []

    @property
    def application(self) -> Application:
        """The current application."""
        return self._current.application

    @property
    def half_typed(self) -> Mapping[str, str]:
        """Half-typed text by path."""
        return self._current.half_typed

    @property
    def is_modified(self) -> bool:
        """Whether anything differs from what was last saved."""
        if self._is_modified is None:
            self._is_modified = self._current is not self._saved and self._current != self._saved
        return self._is_modified

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._undo)

    @property
    def undo_path(self) -> FieldPath | None:
        """What the step that undo would take back has changed; None when there is none."""
        return self._undo[-1].path if self._undo else None

    @property
    def redo_path(self) -> FieldPath | None:
        """What the step that redo would repeat has changed; None when there is none."""
        return self._redo[-1].path if self._redo else None

    @property
    def steps(self) -> int:
        """The number of steps that can be undone."""
        return len(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return bool(self._redo)

    def subscribe(self, listener: Listener) -> None:
        """Calls `listener` after each change."""
        self._listeners.append(listener)

    def value(self, path: FieldPath) -> Any:
        """Returns the value at `path`."""
        return value_at(self.application, path)

    def set_value(self, path: FieldPath, value: Any, *, merge: bool = False) -> None:
        """Sets the value at `path`. With `merge`, continued typing in the same field is one step of the history."""
        self._put(path, value, None, merge=merge)

    def set_values(self, values: Mapping[FieldPath, Any]) -> None:
        """Sets each value at its path in one step of the history, which has the first of the paths."""
        application = self.application
        for path, value in values.items():
            application = with_value(application, path, value)
        if application != self.application:
            self._step(Snapshot(application, self.half_typed), next(iter(values)), structural=False)

    def set_half_typed(self, path: FieldPath, text: str, empty: Any, *, merge: bool = False) -> None:
        """Stores half-typed `text` of the field at `path`; the model gets the value `empty` there."""
        self._put(path, empty, text, merge=merge)

    def end_merge(self) -> None:
        """Makes the next change a separate step, even in the same field."""
        self._merging = None

    def insert(self, path: FieldPath, index: int, item: Any) -> None:
        """Inserts `item` at `index` of the list at `path`."""
        items = self.value(path)
        order = [*range(index), None, *range(index, len(items))]
        self._restructure(path, (*items[:index], item, *items[index:]), order)

    def duplicate(self, path: FieldPath, index: int, item: Any) -> None:
        """Inserts `item`, made from the one at `index` of the list at `path`, after that, with its half-typed text."""
        items = self.value(path)
        order = [*range(index + 1), None, *range(index + 1, len(items))]
        self._restructure(path, (*items[: index + 1], item, *items[index + 1 :]), order, copied=index)

    def remove(self, path: FieldPath, index: int) -> None:
        """Removes the item at `index` of the list at `path`."""
        items = self.value(path)
        order = [position for position in range(len(items)) if position != index]
        self._restructure(path, tuple(items[position] for position in order), list(order))

    def keep(self, path: FieldPath, indices: Sequence[int], *, gone: Collection[Comment] = ()) -> None:
        """Keeps only the items at `indices`, in ascending order, of the list at `path`, as one step of the history.

        The comments in `gone` go with the others.
        """
        items = self.value(path)
        self._restructure(path, tuple(items[index] for index in indices), list(indices), gone=gone)

    def move(self, path: FieldPath, index: int, to: int) -> None:
        """Moves the item at `index` of the list at `path` to index `to`."""
        order = list(range(len(self.value(path))))
        order.insert(to, order.pop(index))
        items = self.value(path)
        self._restructure(path, tuple(items[position] for position in order), list(order))

    def replace_structure(self, path: FieldPath, value: Any) -> None:
        """Sets a whole structure, such as a cost plan or None, at `path`; half-typed text below it is dropped."""
        half_typed = {key: text for key, text in self.half_typed.items() if not field_path(key).starts_with(path)}
        application = with_value(self.application, path, value)
        self._step(Snapshot(application, half_typed), path, structural=True)

    def replace_all(self, content: Snapshot, path: FieldPath | None = None) -> None:
        """Replaces the whole content, such as by an earlier version or a merged one, as one step of the history.

        `path` is the field that undo shows; without one, undo shows no particular field.

        Approvals are no part of the history: undoing the step keeps those of `content`.
        """
        self._step(content, path or FieldPath(()), structural=True)

    def undo(self) -> Change | None:
        """Undoes the last step; returns None when there is none."""
        return self._move_through_history(self._undo, self._redo)

    def redo(self) -> Change | None:
        """Redoes the last undone step; returns None when there is none."""
        return self._move_through_history(self._redo, self._undo)

    def approve(self, application: Application) -> None:
        """Replaces the application with `application`, which has other approvals. This is no step of the history."""
        self._merging = None
        self._announce(self._current._replace(application=application), field_path("approvals"), structural=False)

    def restore_half_typed(self, half_typed: Mapping[str, str]) -> None:
        """Restores half-typed text that was stored with the saved draft. This is no step and no modification.

        A field that was edited after the draft was saved keeps its value.
        """
        if self._saved is None:
            return
        saved = self._saved.application

        def restored(snapshot: Snapshot) -> Snapshot:
            back = {
                key: text
                for key, text in half_typed.items()
                if key not in snapshot.half_typed and _is_as_saved(field_path(key), snapshot.application, saved)
            }
            return snapshot._replace(half_typed={**snapshot.half_typed, **back})

        for history in (self._undo, self._redo):
            history[:] = [step._replace(snapshot=restored(step.snapshot)) for step in history]
        self._saved = restored(self._saved)
        self._announce(restored(self._current), FieldPath(()), structural=False)

    @property
    def saved(self) -> Snapshot | None:
        """The content that is known to be on disk; None when there is none, or while it is unknown."""
        return self._saved

    def mark_unsaved(self) -> None:
        """Records that the content is not on disk, or that it is unknown what is."""
        self._saved, self._is_modified = None, True

    def mark_saved(self, snapshot: Snapshot | None = None) -> None:
        """Records that the current content, or that of `snapshot`, is on disk."""
        self._saved, self._is_modified = snapshot or self._current, None

    @property
    def snapshot(self) -> Snapshot:
        """The current content."""
        return self._current

    def _put(self, path: FieldPath, value: Any, text: str | None, *, merge: bool) -> None:
        key = str(path)
        if self.half_typed.get(key) == text and self.value(path) == value:
            return
        half_typed = self.half_typed
        if text is not None:
            half_typed = {**half_typed, key: text}
        elif key in half_typed:
            half_typed = {other: kept for other, kept in half_typed.items() if other != key}
        merging = merge and self._merging == path
        snapshot = Snapshot(with_value(self.application, path, value), half_typed)
        self._step(snapshot, path, structural=False, merging=merging, typing=merge)
        self._merging = path if merge else None

    def _restructure(
        self,
        path: FieldPath,
        items: tuple[Any, ...],
        order: list[int | None],
        copied: int | None = None,
        gone: Collection[Comment] = (),
    ) -> None:
        """Replaces the list at `path`; `order` has the former index of each item, None for a new one.

        The half-typed text of the item `copied` is also that of the item after it.
        """
        half_typed = self.half_typed
        if half_typed:
            from botilbud_desktop.domain.editing.half_typed import at_moved_rows

            half_typed = at_moved_rows(half_typed, path, order, copied)
        application = with_value(self.application, path, items)
        if application.comments:
            from botilbud_desktop.domain.notes.row_comments import at_moved_rows as comments_at_moved_rows

            ids = [project.id for project in application.projects]
            comments = tuple(comment for comment in application.comments if comment not in gone)
            application = replace(application, comments=comments_at_moved_rows(comments, path, ids, order))
        self._step(Snapshot(application, half_typed), path, structural=True)

    def _step(
        self, snapshot: Snapshot, path: FieldPath, *, structural: bool, merging: bool = False, typing: bool = False
    ) -> None:
        if not merging:
            self._undo.append(_Step(self._current, path, structural))
            self._forget_oldest()
        self._redo.clear()
        self._merging = None
        self._announce(snapshot, path, structural=structural, typing=typing)

    def _forget_oldest(self) -> None:
        """Drop the oldest steps when those since then hold too much text: each keeps the whole of what it changed."""
        if self._undo[-1].length < _LONG_TEXT:
            return
        kept = 0
        for position in range(len(self._undo) - 1, -1, -1):
            kept += self._undo[position].length
            if kept > MOST_REMEMBERED:
                del self._undo[: position + 1]
                return

    def _move_through_history(self, source: list[_Step], target: list[_Step]) -> Change | None:
        if not source:
            return None
        step = source.pop()
        target.append(_Step(self._current, step.path, step.structural))
        self._merging = None
        approvals = self.application.approvals
        application = replace(step.snapshot.application, approvals=approvals)
        return self._announce(step.snapshot._replace(application=application), step.path, structural=step.structural)

    def _announce(self, snapshot: Snapshot, path: FieldPath, *, structural: bool, typing: bool = False) -> Change:
        change = Change(self._current, snapshot, path, structural, typing)
        self._current, self._is_modified = snapshot, None
        for listener in self._listeners:
            listener(change)
        return change


def _is_as_saved(path: FieldPath, application: Application, saved: Application) -> bool:
    try:
        return bool(value_at(application, path) == value_at(saved, path))
    except (LookupError, AttributeError):
        return False
