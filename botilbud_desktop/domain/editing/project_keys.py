"""Identifies projects by their id, whatever their order, also in a file where an id occurs twice."""

from collections import Counter
from collections.abc import Collection, Iterable

from botilbud_desktop.domain.application import Project

ProjectKey = tuple[str, int]
"""The id, and how many projects before it have the same id (0 except in a file that was assembled by hand)."""


def by_key(projects: Iterable[Project]) -> dict[ProjectKey, Project]:
    """Returns the projects by key, in their order."""
    projects = tuple(projects)
    found = {(project.id, 0): project for project in projects}
    if len(found) == len(projects):
        return found
    found.clear()
    seen: Counter[str] = Counter()
    for project in projects:
        found[project.id, seen[project.id]] = project
        seen[project.id] += 1
    return found


def same_order(some: Collection[ProjectKey], others: Collection[ProjectKey]) -> bool:
    """Whether the projects that both have are in the same order."""
    if list(some) == list(others):
        return True
    return [key for key in some if key in others] == [key for key in others if key in some]
