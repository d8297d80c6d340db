"""A new draft from an earlier one, of another round or the same: what goes on comes along, nothing moves by itself.

Amounts and places belong to years. Which year they go on in is asked about; without an answer they stay behind.
Approvals, ticks of the transfer, lineage, comments and what was judged of the contents belong to the earlier draft.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.editing.new_draft import new_application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round


class Wishes(NamedTuple):
    """What is to come along."""

    projects: tuple[int, ...]
    """The indices of the projects that go on, in their order."""
    years: Mapping[str, str | None]
    """By each year of the earlier draft the year of the new round that its loans and places go on in, or None."""
    dates: bool = False
    """Dates of completion and milestones."""
    amounts: bool = False
    """What is of no single year: the gross construction cost and the cost plan."""
    contacts: bool = True
    description: bool = True
    numbers: bool = False
    """The case number and the document number."""
    notes: bool = False
    """The internal notes and the cover note."""


def years_in_use(application: Application) -> tuple[str, ...]:
    """Returns the years in which the draft has a loan or places, in order."""
    loans = {year for project in application.projects for year, loan in project.loan.items() if loan is not None}
    places = {str(group.year) for project in application.projects for group in project.places if not group.is_empty}
    return tuple(sorted(loans | places))


def proposed_wishes(application: Application, round_: Round) -> Wishes:
    """Returns what is proposed: all projects, and of the years those that the new round has too."""
    years = {year: year if year in round_.year_keys else None for year in years_in_use(application)}
    return Wishes(tuple(range(len(application.projects))), years)


def years_meeting(wishes: Wishes) -> tuple[str, ...]:
    """Returns the years of the new round that two earlier years would go on in: their amounts would be mixed."""
    targets = [year for year in wishes.years.values() if year is not None]
    return tuple(sorted({year for year in targets if targets.count(year) > 1}))


def carried_over(application: Application, round_: Round, wishes: Wishes, new_id: Callable[[], str]) -> Application:
    """Returns a new draft for `round_` with what comes along of `application`; it shares no id with that.

    Raises:
        ValueError: two years would go on in the same one.
    """
    if years_meeting(wishes):
        raise ValueError("the amounts of two years would be mixed")
    code = application.applicant.municipality_code
    new = new_application(round_, new_id, code if round_.municipality(code) is not None else None)
    projects = tuple(_carried(application.projects[index], round_, wishes, new_id()) for index in wishes.projects)
    return replace(
        new,
        projects=projects,
        description=application.description if wishes.description else "",
        contacts=application.contacts if wishes.contacts else new.contacts,
        case_number=application.case_number if wishes.numbers else "",
        document_number=application.document_number if wishes.numbers else "",
        internal_notes=application.internal_notes if wishes.notes else "",
        cover_note=application.cover_note if wishes.notes else new.cover_note,
    )


def _carried(project: Project, round_: Round, wishes: Wishes, project_id: str) -> Project:
    """Returns the project with its new id; what is not asked about comes along as it is."""
    loans = {new: project.loan.get(old) for old, new in wishes.years.items() if new is not None}
    places = tuple(
        replace(group, year=int(year))
        for group in project.places
        if (year := wishes.years.get(str(group.year))) is not None
    )
    carried = replace(
        project,
        id=project_id,
        loan={year: loans.get(year) for year in round_.year_keys},
        places=places,
        partners=tuple(code for code in project.partners if round_.municipality(code) is not None),
    )
    if not wishes.dates:
        carried = replace(carried, completion_date=None, milestones=())
    return carried if wishes.amounts else replace(carried, gross_construction_cost=None, cost_plan=None)
