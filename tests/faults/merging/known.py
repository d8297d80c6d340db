"""A draft of which each value knows its whole past, so that it is certain which side changed it after the other.

The program sees the application alone. The record beside it holds, for each *fact* (a field, a row, whether a project
exists), the number of the edit that made its value and the numbers of all edits of it that this copy has ever included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import (
    Applicant,
    Application,
    Contacts,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostPlan, Unit

type Key = tuple[str, ...]
"""A fact: `("case_number",)`, `("project", id)` for whether it exists, `("project", id, "loan")`, `("row", owner, id)`.

The owner of a row is `emails` or the id of the project whose places it is in. `("order",)` is the projects' order.
"""


class Fact(NamedTuple):
    """A value with its past."""

    value: Any
    """None for a row or a project that was removed."""
    head: int
    """The edit that made it."""
    known: frozenset[int]
    """All edits of it that this copy includes."""

    def is_after(self, other: Fact) -> bool:
        """Whether this copy includes the edit that made the other's value."""
        return other.head in self.known


NEVER = Fact(None, 0, frozenset({0}))
"""A fact that a copy knows nothing of."""


class Draft(NamedTuple):
    """A draft with the past of its values. `lists` holds the order of projects and rows that exist."""

    facts: Mapping[Key, Fact]
    lists: Mapping[str, tuple[str, ...]]

    def fact(self, key: Key) -> Fact:
        """Returns a fact; `NEVER` when this copy knows nothing of it."""
        return self.facts.get(key, NEVER)

    def set(self, key: Key, value: Any, edit: int) -> Draft:
        """Returns the draft with one fact changed by an edit."""
        fact = Fact(value, edit, self.fact(key).known | {edit})
        return self._replace(facts={**self.facts, key: fact})

    def ordered(self, owner: str, ids: Iterable[str]) -> Draft:
        """Returns the draft with one list in another order, or with other members."""
        return self._replace(lists={**self.lists, owner: tuple(ids)})


SCALARS = ("case_number", "municipality", "names", "description", "internal_notes")
OF_A_PROJECT = ("name", "loan", "closed", "note", "plan")


def application_of(draft: Draft, draft_id: str, round_: str) -> Application:
    """Returns what the program sees."""
    value = {name: draft.fact((name,)).value for name in SCALARS}
    return Application(
        id=draft_id,
        round=round_,
        case_number=value["case_number"] or "",
        applicant=Applicant(municipality_code=value["municipality"]),
        projects=tuple(_project(draft, one) for one in draft.lists["projects"]),
        description=value["description"] or "",
        contacts=Contacts(
            names=value["names"] or "",
            emails=tuple(draft.fact(("row", "emails", row)).value for row in draft.lists["emails"]),
        ),
        internal_notes=value["internal_notes"] or "",
    )


def _project(draft: Draft, one: str) -> Project:
    value = {name: draft.fact(("project", one, name)).value for name in OF_A_PROJECT}
    plan = value["plan"]
    return Project(
        id=one,
        name=value["name"] or "",
        loan={"2025": value["loan"], "2026": None},
        places_closed_elsewhere=value["closed"],
        coordination_note=value["note"] or "",
        places=tuple(_place(draft.fact(("row", one, row)).value) for row in draft.lists[one]),
        cost_plan=None if plan is None else CostPlan(basis=CostBasis(unit=Unit.PLACES, eligible=1, total=plan)),
    )


def _place(count: int) -> PlaceGroup:
    return PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=count)


def seen(application: Application, key: Key) -> Any:
    """Returns the value of a fact in an application; None for a row or a project that is not there.

    A fact of a project that is not there is None too.
    """
    if key[0] == "row":
        return next((row for row in rows_of(application, key[1]) if row == key[2]), None)
    if key[0] != "project":
        return {
            "case_number": application.case_number or None,
            "municipality": application.applicant.municipality_code,
            "names": application.contacts.names or None,
            "description": application.description or None,
            "internal_notes": application.internal_notes or None,
        }[key[0]]
    project = project_of(application, key[1])
    if project is None:
        return None
    if len(key) == 2:
        return True
    plan = project.cost_plan
    return {
        "name": project.name or None,
        "loan": project.loan.get("2025"),
        "closed": project.places_closed_elsewhere,
        "note": project.coordination_note or None,
        "plan": None if plan is None else plan.basis.total,
    }[key[2]]


def project_of(application: Application, one: str) -> Project | None:
    """Returns the project with this id."""
    return next((project for project in application.projects if project.id == one), None)


def rows_of(application: Application, owner: str) -> list[Any]:
    """Returns the values of the rows of an owner, in order."""
    if owner == "emails":
        return list(application.contacts.emails)
    project = project_of(application, owner)
    return [] if project is None else [row.count for row in project.places]
