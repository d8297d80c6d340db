"""What the draft holds where a found value would go, and what of it would be replaced; no Qt."""

from collections.abc import Mapping
from typing import Any

from botilbud_desktop.domain.application import PlaceGroup
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.document_import.taking import Replaced, is_undivided, replaced
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.editing.row_changes import eligible_rows, has_places
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.round import Round


class Held:
    """The draft before anything is taken."""

    def __init__(self, before: Snapshot, round_: Round) -> None:
        self._before = before
        self._round = round_
        self._lost: dict[FieldPath, tuple[tuple[Proposed, ...], Replaced | None]] = {}
        """What was worked out before: the same is asked for each line of the list, at each key."""

    def at(self, path: FieldPath) -> Any:
        """Returns the value at a path; None for nothing, and where the draft has no such field yet."""
        try:
            return value_at(self._before.application, path)
        except (LookupError, AttributeError):
            return None

    def rows_like(self, path: FieldPath, value: Any) -> tuple[Any, ...]:
        """Returns the rows of the draft that say the same as a row: it, or places that are divided further."""
        if self.has(path, value):
            return (value,)
        if not isinstance(value, PlaceGroup) or not is_undivided(value, self._round):
            return ()
        index = int(path[1])
        if not has_places(self._before, index, value.year, value.count, self._round):
            return ()
        project = self._before.application.projects[index]
        return tuple(project.places[at] for at in eligible_rows(project, value.year, self._round))

    def has(self, path: FieldPath, value: Any) -> bool:
        """Whether the draft holds a value; a row anywhere in its list."""
        if not isinstance(path[-1], int):
            return bool(self.at(path) == value)
        there = self.at(FieldPath(path[:-1]))
        return isinstance(there, tuple) and value in there

    def lost(self, path: FieldPath, values: tuple[Proposed, ...], targets: Mapping[int, int | None]) -> Replaced | None:
        """Returns what would go if `values` were taken, the first of them into the field at `path`; None for nothing.

        The others are what the draft holds already, and what stays with it.
        """
        known = self._lost.get(path)
        if known is None or known[0] != values:
            found = replaced(values, self._before, self._round, targets)
            known = self._lost[path] = (values, found[0] if found else None)
        return known[1]
