"""The numbers that applications and projects have in the papers of an agenda item."""

from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.documents.collection.columns import Entry
from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.agenda import NumberedApplication, in_agenda_order
from botilbud_desktop.rules.collection.records import Collection

_LONGEST = 12
"""Characters of a number that the secretariat gives."""


class NumberedEntry(NamedTuple):
    """A project, or an application without any, with its number."""

    number: str
    entry: Entry


def numbered_for_paper(collection: Collection, agenda: Agenda) -> tuple[NumberedApplication, ...]:
    """Returns the applications in the agenda's order, with numbers that stand on one short line."""
    ordered = in_agenda_order(collection, agenda)
    return tuple(each._replace(number=one_line(each.number)[:_LONGEST]) for each in ordered)


def project_number(numbered: NumberedApplication, position: int) -> str:
    """Returns the number of the annex that a project's note is in: that of the application where it is the only one."""
    return numbered.number if len(numbered.application.projects) == 1 else numbered.annex_number(position)


def numbered_entries(applications: Sequence[NumberedApplication], round_: Round) -> list[NumberedEntry]:
    """Returns the projects in order; an application without any has an entry, too."""
    entries: list[NumberedEntry] = []
    for numbered in applications:
        own = numbered.application
        if not own.projects:
            entries.append(NumberedEntry(numbered.number, Entry(own, None, round_)))
        entries += [
            NumberedEntry(project_number(numbered, project.position), Entry(own, project, round_))
            for project in own.projects
        ]
    return entries
