"""A draft with three projects for the tests of merging, and changed copies of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from botilbud_desktop.domain.application import (
    Application,
    Approval,
    LegalBasis,
    Origin,
    PlaceGroup,
    Project,
)
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.merging.merge import Choice, Conflict, Merge, resolved
from botilbud_desktop.domain.model import replace
from tests.domain.copies import project_id
from tests.strategies import ROUND

States = tuple[Application, Application, Application]


def places(*counts: int) -> tuple[PlaceGroup, ...]:
    """Returns rows of places with these counts."""
    return tuple(
        PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107, origin=Origin.NEW, count=count) for count in counts
    )


PLAN = CostPlan(
    basis=CostBasis(unit=Unit.PLACES, eligible=8, total=50),
    lines=tuple(CostLine(label=label, amount=1, treatment=Treatment.DIRECT) for label in "abc"),
)

ONE = Project(
    id=project_id(1), name="Vejgården", loan={"2025": 22_900, "2026": None}, places=places(1, 2, 3), cost_plan=PLAN
)

TWO, THREE, FOUR, FIVE = (
    Project(id=project_id(number), name=str(number), loan={"2025": None, "2026": None}) for number in range(2, 6)
)

BASE = Application(id=project_id(0), round=ROUND, description="tekst", projects=(ONE, TWO, THREE))


def changed(path: str, value: Any, application: Application = BASE) -> Application:
    """Returns the application with one value changed."""
    result: Application = with_value(application, field_path(path), value)
    return result


def with_projects(*projects: Project) -> Application:
    """Returns the application with these projects."""
    return replace(BASE, projects=projects)


def ids(application: Application) -> list[str]:
    """Returns the projects' ids in order."""
    return [project.id for project in application.projects]


def only_conflict(found: Merge) -> Conflict:
    """Returns the only conflict; fails if there are more or none."""
    (conflict,) = found.conflicts
    return conflict


def all_of(found: Merge, choice: Choice) -> Application:
    """Returns the merged application with the same choice for every conflict."""
    return resolved(found, dict.fromkeys(range(len(found.conflicts)), choice))


def approval(days: int, digit: str) -> Approval:
    """Returns an approval `days` days after 1 May 2024, with `digit` repeated as its fingerprint."""
    when = datetime(2024, 5, 1, 12, tzinfo=UTC) + timedelta(days=days)
    return Approval(approved_at=when, approved_by="Bo", fingerprint="sha256:" + digit * 64)
