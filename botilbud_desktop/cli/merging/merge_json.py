"""The output of `merge --json`. The keys and their order are a contract with other programs."""

from typing import Any

from botilbud_desktop.cli.plain_values import plain
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging.merge import Conflict, ConflictKind, Merge


def as_json(merge: Merge) -> dict[str, Any]:
    """Returns what was taken from which copy, and the conflicts.

    A path counts projects as in the merged draft; for a project that is not in it, as in the copy that has it. The
    order of the projects is given as the list of their ids.
    """
    sides = (("mine", merge.kept), ("theirs", merge.taken))
    return {
        "base": "none" if merge.base is None else "given",
        "taken": [{"field": str(path), "from": side} for side, paths in sides for path in paths],
        "conflicts": [_conflict(conflict, merge) for conflict in merge.conflicts],
    }


def _conflict(conflict: Conflict, merge: Merge) -> dict[str, Any]:
    values = (conflict.base, conflict.mine, conflict.theirs)
    if conflict.kind is ConflictKind.ORDER:
        values = (_order(merge.base), _order(merge.mine), _order(merge.theirs))
    base, mine, theirs = map(plain, values)
    return {"field": str(conflict.path), "base": base, "mine": mine, "theirs": theirs}


def _order(application: Application | None) -> list[str] | None:
    return None if application is None else [project.id for project in application.projects]
