"""A copy of a project within its draft: another project, whose name says that it is a copy."""

import re
from collections.abc import Callable, Sequence
from itertools import count

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.model import replace

_MARK = re.compile(r"\s*\(kopi(?: [0-9]{1,6})?\)\s*\Z", re.IGNORECASE)
"""What the name of a copy ends in."""


def copied_project(project: Project, others: Sequence[Project], new_id: Callable[[], str]) -> Project:
    """Returns a copy with a new id and a name that none of the `others` has: `19 pladser (kopi 2)`, also of a copy.

    Comments belong to the id of a project, so none comes along.
    """
    taken = {other.name.strip().casefold() for other in others}
    marks = ("kopi" if number == 1 else f"kopi {number}" for number in count(1))
    original = _MARK.sub("", project.name).strip()
    names = (f"{original} ({mark})".strip() for mark in marks)
    name = next(name for name in names if name.casefold() not in taken)
    return replace(project, id=new_id(), name=name)
