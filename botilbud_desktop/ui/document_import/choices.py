"""What the user decides about a proposal: which values are taken, corrected, and into which project; no Qt."""

from collections.abc import Hashable, Iterable
from typing import Any

from botilbud_desktop.domain.application import PlaceGroup
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.document_import.taking import Replaced
from botilbud_desktop.domain.document_import.targets import proposed_targets
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import FieldPath, project_path, with_value
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.ui.document_import.held import Held
from botilbud_desktop.ui.document_import.parts import Part, parts_of
from botilbud_desktop.ui.document_import.rows import Chosen, Destination, Row, Standing, Target, in_order
from botilbud_desktop.ui.document_import.together import together

_NOTHING_TO_TAKE = (Standing.SAME, Standing.EMPTY, Standing.NOT_UNDERSTOOD)


class Choices:
    """The decisions about one proposal; nothing of the draft is changed by them."""

    def __init__(self, proposal: Proposal, before: Snapshot, round_: Round) -> None:
        self.proposal = proposal
        self.before = before
        self.round = round_
        self._held = Held(before, round_)
        self.rows = [Row(found, found.value) for found in in_order(proposal.values, round_)]
        """The values in the order of the form; of several for one field the proposed one first."""
        self._rows_of_field: dict[FieldPath, list[Row]] = {}
        for row in self.rows:
            self._rows_of_field.setdefault(row.found.field, []).append(row)
        self._rows_together: dict[Hashable, list[Row]] | None = None
        """The rows that are replaced together; None after one was corrected."""
        self.projects = sorted({path for row in self.rows if (path := row.found.field.project) is not None})
        """The proposed projects, by their numbers in the proposal."""
        proposed = proposed_targets(proposal.values, before.application)
        self.targets: dict[int, Target] = {
            one.proposed: (Destination.NEW if one.project is None else one.project)
            if one.is_certain
            else Destination.ASKED
            for one in proposed
        }
        self.perhaps = {one.proposed: one.project for one in proposed if not one.is_certain}
        """The project of the draft, or None for a new one, that a proposed one may be; nothing is certain of it."""
        for row in self.rows:
            self._tick_as_found(row)

    def rows_of(self, project: int | None) -> list[Row]:
        """Returns the values of a proposed project, or those of the application."""
        return [row for row in self.rows if row.found.field.project == project]

    def name_of(self, project: int) -> str:
        """Returns the name of a proposed project; empty when none was found."""
        return next((str(row.value) for row in self.rows_of(project) if row.found.field[2:] == ("name",)), "")

    def path_of(self, row: Row) -> FieldPath | None:
        """Returns the field of the draft that a value goes into; None in a new project, or while that is not known."""
        path = row.found.field
        if path.project is None:
            return path
        target = self.targets[path.project]
        return FieldPath((*project_path(target), *path[2:])) if isinstance(target, int) else None

    def present(self, row: Row) -> Any:
        """Returns what the draft holds in the field of a value; of rows those that would go. None for nothing."""
        path = self.path_of(row)
        if path is None:
            return None
        if not isinstance(path[-1], int):
            return self._held.at(path)
        return self._held.rows_like(path, row.value) or self._lost_rows(row)

    def half_typed(self, row: Row) -> str:
        """Returns what was half-typed into the field of a value in the draft, and would go; empty for nothing."""
        lost = self._lost(row)
        return "" if lost is None else lost.half_typed

    def standing(self, row: Row) -> Standing:
        """Returns how a value stands."""
        if row.problem:
            return Standing.NOT_UNDERSTOOD
        if row.is_empty:
            return Standing.EMPTY
        path = self.path_of(row)
        if path is not None and self._held.rows_like(path, row.value) and not self.half_typed(row):
            return Standing.SAME
        if not row.found.is_sure and not row.is_corrected:
            return Standing.DOUBTFUL
        if self.is_too_long(row):
            return Standing.TOO_LONG
        if self.replaces(row):
            return Standing.REPLACES
        return Standing.CORRECTED if row.is_corrected else Standing.SURE

    def replaces(self, row: Row) -> bool:
        """Whether a value would replace another one of the draft."""
        return self._lost(row) is not None

    def keeps_basis(self, row: Row) -> bool:
        """Whether undivided places would get the legal basis of those in the draft, which is said nothing of."""
        lost = self._lost(row)
        rows = lost.after if lost is not None else None
        return isinstance(row.value, PlaceGroup) and isinstance(rows, tuple) and row.value not in rows

    def is_too_long(self, row: Row) -> bool:
        """Whether the form would not accept a text."""
        form_field = self.round.field(row.found.field.form_path)
        limit = None if form_field is None else form_field.limit
        return isinstance(row.value, str) and limit is not None and count_characters(row.value).submitted > limit

    def parts(self, row: Row) -> list[Part]:
        """Returns what can be corrected of a value."""
        return parts_of(row.value, row.found.field, self.round)

    def may_tick(self, row: Row) -> bool:
        """Whether a value can be taken at all."""
        return not self.is_out(row) and self.standing(row) not in _NOTHING_TO_TAKE

    def is_out(self, row: Row) -> bool:
        """Whether a value is of a project that is not taken."""
        project = row.found.field.project
        return project is not None and self.targets[project] is Destination.NOWHERE

    def tick(self, row: Row, is_ticked: bool) -> None:
        """Take a value or leave it; of several for the same field only one is taken."""
        row.is_touched = True
        row.is_wanted = is_ticked
        row.is_ticked = is_ticked and self.may_tick(row)
        if row.is_ticked:
            self._untick_rivals(row)

    def tick_all(self, rows: Iterable[Row], is_ticked: bool) -> None:
        """Take several values or leave them; of two for the same field the one that is taken stays, else the first."""
        for row in rows:
            if not is_ticked or not any(other.is_ticked for other in self.rivals(row)):
                self.tick(row, is_ticked)

    def rivals(self, row: Row) -> list[Row]:
        """Returns the other values that were found for the same field."""
        return [other for other in self._rows_of_field[row.found.field] if other is not row]

    def correct(self, row: Row, part: Part, text: str) -> None:
        """Put what was typed into a part of a value; the value is taken from now on if it can be read."""
        try:
            value = part.format.read(text)
        except NotUnderstoodError as error:
            self._refuse(row, part, text, error.message)
            return
        is_nothing = not value.strip() if isinstance(value, str) else value in (None, ())
        if is_nothing and not part.place:
            self._refuse(row, part, text, "")
            return
        self.choose(row, part, value)

    def choose(self, row: Row, part: Part, value: Any) -> None:
        """Put a chosen value into a part of a value."""
        row.typed.pop(part.place, None)
        row.problems.pop(part.place, None)
        row.value = with_value(row.value, part.place, value)
        self._rows_together = None
        self.tick(row, True)

    def aim(self, project: int, target: Target) -> None:
        """Let a proposed project go into another one; a project of the draft takes only one, the last that chose it."""
        if isinstance(target, int):
            for other, theirs in self.targets.items():
                if other != project and theirs == target:
                    self._aim(other, Destination.ASKED)
        self._aim(project, target)

    def _aim(self, project: int, target: Target) -> None:
        self.targets[project] = target
        for row in self.rows_of(project):
            if not row.is_touched:
                self._tick_as_found(row)
            else:
                row.is_ticked = row.is_wanted and self.may_tick(row)
        for row in self.rows_of(project):
            if row.is_touched and row.is_ticked:
                self._untick_rivals(row)

    @property
    def is_touched(self) -> bool:
        """Whether the user has ticked, unticked or corrected anything."""
        return any(row.is_touched or row.typed for row in self.rows)

    @property
    def asked(self) -> list[int]:
        """The proposed projects of which something is ticked, but not where it goes."""
        return [
            project
            for project in self.projects
            if self.targets[project] is Destination.ASKED and any(row.is_ticked for row in self.rows_of(project))
        ]

    @property
    def are_too_many(self) -> bool:
        """Whether the form has no room for the new projects."""
        have = len(self.before.application.projects)
        return bool(self.new_projects) and have + len(self.new_projects) > self.round.max_projects

    @property
    def new_projects(self) -> list[int]:
        """The proposed projects that become new ones, as something of them is ticked."""
        taken = {row.found.field.project for row in self.rows if row.is_ticked}
        return [project for project in self.projects if project in taken and self.targets[project] is Destination.NEW]

    @property
    def chosen(self) -> Chosen:
        """What is taken now, with the rows that the draft has already and that would else be replaced with others."""
        values = tuple(row.as_proposed for row in self.rows if row.is_ticked or self._is_kept(row))
        return Chosen(values, self._targets_of(values))

    @property
    def taken_count(self) -> int:
        """The number of values that are taken."""
        return sum(row.is_ticked for row in self.rows)

    def _targets_of(self, values: Iterable[Proposed]) -> dict[int, int | None]:
        projects = {value.field.project for value in values}
        return {
            project: target if isinstance(target, int) else None
            for project, target in self.targets.items()
            if project in projects
        }

    def _beside(self, row: Row) -> list[Row]:
        """Returns the other rows that are replaced together with a row."""
        if self._rows_together is None:
            self._rows_together = {}
            for other in self.rows:
                if (key := together(other, self.round)) is not None:
                    self._rows_together.setdefault(key, []).append(other)
        return [other for other in self._rows_together.get(together(row, self.round), ()) if other is not row]

    def _is_kept(self, row: Row) -> bool:
        return any(other.is_ticked for other in self._beside(row)) and self._stays(row)

    def _stays(self, row: Row) -> bool:
        """Whether the draft holds just this row, and no other is taken for its field."""
        path = self.path_of(row)
        is_there = path is not None and not row.problem and self._held.has(path, row.value)
        return is_there and not any(other.is_ticked for other in self.rivals(row))

    def _lost(self, row: Row) -> Replaced | None:
        """Returns what of the draft would go if a value were taken; None for nothing."""
        path = self.path_of(row)
        if path is None or row.problem:
            return None
        beside = [other.as_proposed for other in self._beside(row) if self._stays(other)]
        values = (row.as_proposed, *beside)
        return self._held.lost(path, values, self._targets_of(values))

    def _lost_rows(self, row: Row) -> Any:
        lost = self._lost(row)
        if lost is None or not isinstance(lost.before, tuple):
            return None
        return tuple(one for one in lost.before if one not in (lost.after or ())) or None

    def _refuse(self, row: Row, part: Part, text: str, problem: str) -> None:
        row.typed[part.place] = text
        row.problems.pop(part.place, None)
        if problem:
            row.problems[part.place] = problem
        row.is_ticked = False

    def _tick_as_found(self, row: Row) -> None:
        """Tick what is sure and neither replaces anything nor is there already."""
        is_open = self.standing(row) in (Standing.SURE, Standing.TOO_LONG)
        row.is_ticked = row.found.is_sure and is_open and not self.replaces(row) and self.may_tick(row)
        if row.is_ticked and any(other.is_ticked for other in self.rivals(row)):
            row.is_ticked = False

    def _untick_rivals(self, row: Row) -> None:
        for other in self.rivals(row):
            other.is_ticked = other.is_wanted = False
