"""The lists of a draft whose rows know their past: each row is made of one number, and shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from botilbud_desktop.domain.application import (
    Application,
    CapacityToday,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
    RateTime,
    Stay,
)
from botilbud_desktop.domain.notes.records import InsertedFact, Milestone

RATES, STAGES, AREAS, SETS = "/daily_rates", "/milestones", "/capacity_today", "/partners"
"""What follows the id of a project in the name of an owner; its places are of the id alone."""
ROWS_OF_A_PROJECT = ("", RATES, STAGES, AREAS)

_STAYS = (None, *Stay)
_TIMES = (None, *RateTime)
_LAWS = tuple(LegalBasis)[:3]


def owned(owner: str) -> str:
    """Returns the project of an owner of rows; an owner that is no project's is itself."""
    return owner.partition("/")[0]


def list_name(owner: str) -> str:
    """Returns the name of the list in the model."""
    if owner in ("emails", "facts"):
        return {"emails": "emails", "facts": "inserted_facts"}[owner]
    return owner.partition("/")[2] or "places"


def owner_of(name: str, project: str | None) -> str:
    """Returns the owner of the list with this name."""
    if project is None:
        return {"emails": "emails", "inserted_facts": "facts"}[name]
    return project if name == "places" else f"{project}/{name}"


def row_owners(projects: Sequence[str]) -> Iterator[str]:
    """Yields all owners of rows in a draft with these projects."""
    yield "emails"
    for project in projects:
        yield from (project + name for name in ROWS_OF_A_PROJECT)


def set_owners(projects: Sequence[str]) -> Iterator[str]:
    """Yields all owners of lists without an order."""
    yield "facts"
    yield from (project + SETS for project in projects)


def row(owner: str, value: Any) -> Any:
    """Returns the row that a value makes: two numbers that follow each other differ in a choice alone."""
    match list_name(owner):
        case "emails":
            return value
        case "daily_rates":
            return DailyRate(label=f"t{value // 3}", lowest=1, highest=2, when=_TIMES[value % 3])
        case "milestones":
            return Milestone(label=f"m{value // 3}", when=f"{value % 3}")
        case "capacity_today":
            return CapacityToday(legal_basis=_LAWS[value % 3], area="a", count=value // 3 + 1)
        case _:
            return PlaceGroup(
                year=2025,
                legal_basis=LegalBasis.SEL_107,
                origin=Origin.NEW,
                count=value // 3 + 1,
                stay=_STAYS[value % 3],
            )


def item(owner: str, value: str) -> Any:
    """Returns the item that a value makes."""
    return InsertedFact(content=1, text=value) if owner == "facts" else value


def rows_in(owner: str, model: Application | Project) -> list[Any]:
    """Returns the values of an owner's rows or items, in order."""
    if isinstance(model, Application):
        return list(model.contacts.emails) if owner == "emails" else [fact.text for fact in model.inserted_facts]
    match list_name(owner):
        case "partners":
            return list(model.partners)
        case "daily_rates":
            return [int(rate.label[1:]) * 3 + _TIMES.index(rate.when) for rate in model.daily_rates]
        case "milestones":
            return [int(one.label[1:]) * 3 + int(one.when) for one in model.milestones]
        case "capacity_today":
            return [(group.count - 1) * 3 + _LAWS.index(group.legal_basis) for group in model.capacity_today]
        case _:
            return [(group.count - 1) * 3 + _STAYS.index(group.stay) for group in model.places]
