"""A draft of which each value knows its whole past, so that it is certain which side changed it after the other.

The program sees the application alone. The record beside it holds, for each *fact* (a field, a row, whether a project
exists), the number of the edit that made its value and the numbers of all edits of it that this copy has ever included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Applicant, Application, Contacts, Project
from botilbud_desktop.domain.cost_plan import CostBasis, CostPlan, Unit
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import CoverNote
from tests.faults.merging.known_comments import comments_of, seen_in_comment
from tests.faults.merging.lists import AREAS, RATES, SETS, STAGES, item, owned, row, rows_in

type Key = tuple[str, ...]
"""A fact: `("case_number",)`, `("project", id)` for whether it exists, `("project", id, "loan")`, `("row", owner, id)`.

The owner of a row is `emails`, the id of the project whose places it is in, or one of `lists.owned`. An item of a list
without an order is `("item", owner, item)`; a comment `("comment", id)`, its text `("comment", id, "text")` and its
place `("comment", id, "at")`, which is the key of a fact. `("order",)` is the projects' order.
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


SCALARS = (
    "case_number",
    "municipality",
    "names",
    "description",
    "internal_notes",
    "document_number",
    "to",
    "copy_to",
    "from",
    "text",
    "3",
    "4",
)
"""The last two are the user's verdicts on two required contents."""
ADDED = ("document_number", "to", "copy_to", "from", "text", "3", "4", "purpose", "target_group", "economy_note")
"""What version 2 of the format added."""
OF_A_PROJECT = ("name", "loan", "closed", "note", "plan", "purpose", "target_group", "economy_note")


def application_of(draft: Draft, draft_id: str, round_: str) -> Application:
    """Returns what the program sees."""
    value = {name: draft.fact((name,)).value for name in SCALARS}
    application = Application(
        id=draft_id,
        round=round_,
        case_number=value["case_number"] or "",
        applicant=Applicant(municipality_code=value["municipality"]),
        projects=tuple(_project(draft, one) for one in draft.lists["projects"]),
        description=value["description"] or "",
        contacts=Contacts(names=value["names"] or "", emails=_rows(draft, "emails")),
        internal_notes=value["internal_notes"] or "",
        document_number=value["document_number"] or "",
        cover_note=CoverNote.model_validate(
            {name: value[name] or "" for name in ("to", "copy_to", "from", "text")}, strict=True
        ),
        judged_contents={name: value[name] for name in ("3", "4") if value[name] is not None},
        inserted_facts=tuple(item("facts", one) for one in draft.lists["facts"]),
    )
    return replace(application, comments=comments_of(draft))


def _project(draft: Draft, one: str) -> Project:
    value = {name: draft.fact(("project", one, name)).value for name in OF_A_PROJECT}
    plan = value["plan"]
    return Project(
        id=one,
        name=value["name"] or "",
        loan={"2025": value["loan"], "2026": None},
        places_closed_elsewhere=value["closed"],
        coordination_note=value["note"] or "",
        places=_rows(draft, one),
        cost_plan=None if plan is None else CostPlan(basis=CostBasis(unit=Unit.PLACES, eligible=1, total=plan)),
        daily_rates=_rows(draft, one + RATES),
        milestones=_rows(draft, one + STAGES),
        capacity_today=_rows(draft, one + AREAS),
        partners=tuple(draft.lists[one + SETS]),
        purpose=value["purpose"] or "",
        target_group=value["target_group"] or "",
        economy_note=value["economy_note"] or "",
    )


def _rows(draft: Draft, owner: str) -> tuple[Any, ...]:
    return tuple(row(owner, draft.fact(("row", owner, one)).value) for one in draft.lists[owner])


def is_of(key: Key, project: str) -> bool:
    """Whether a fact is of a project: a field, or a row of one of its lists."""
    return len(key) == 3 and key[0] in ("project", "row", "item") and owned(key[1]) == project


def seen(application: Application, key: Key) -> Any:
    """Returns the value of a fact in an application; None for a row or a project that is not there.

    A fact of a project that is not there is None too.
    """
    if key[0] in ("row", "item"):
        return next((one for one in rows_of(application, key[1]) if one == key[2]), None)
    if key[0] == "comment":
        return seen_in_comment(application, key)
    if key[0] != "project":
        return _scalar(application, key[0])
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
        "purpose": project.purpose or None,
        "target_group": project.target_group or None,
        "economy_note": project.economy_note or None,
    }[key[2]]


def _scalar(application: Application, name: str) -> Any:
    note = application.cover_note
    return {
        "case_number": application.case_number or None,
        "municipality": application.applicant.municipality_code,
        "names": application.contacts.names or None,
        "description": application.description or None,
        "internal_notes": application.internal_notes or None,
        "document_number": application.document_number or None,
        "to": note.to or None,
        "copy_to": note.copy_to or None,
        "from": note.from_ or None,
        "text": note.text or None,
        "3": application.judged_contents.get("3"),
        "4": application.judged_contents.get("4"),
    }[name]


def project_of(application: Application, one: str) -> Project | None:
    """Returns the project with this id."""
    return next((project for project in application.projects if project.id == one), None)


def rows_of(application: Application, owner: str) -> list[Any]:
    """Returns the values of the rows, or the items, of an owner, in order."""
    if owner in ("emails", "facts"):
        return rows_in(owner, application)
    project = project_of(application, owned(owner))
    return [] if project is None else rows_in(owner, project)
