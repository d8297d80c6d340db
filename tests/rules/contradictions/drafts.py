"""A draft of two projects, and what is found in a text of it."""

from datetime import date
from typing import Any

from botilbud_desktop.domain.application import Application, Building, LegalBasis, Project
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.contradictions.checking import TextChecker
from botilbud_desktop.rules.text_results import Contradiction
from tests.rules.samples import ROUND, application, group, project

SEL_108 = LegalBasis.SEL_108


def elmely(**changes: Any) -> Project:
    """Returns a project of 12 + 6 places in 2026, with a loan in both years."""
    one = project(
        name="Botilbuddet Elmely",
        loan={"2025": 8_000, "2026": 14_900},
        gross_construction_cost=27_500,
        places=(replace(group(12), year=2026), replace(group(6, SEL_108), year=2026)),
        share_for_others="33.33",
        completion_date=date(2026, 9, 30),
        building=Building.NEW_BUILDING,
        description="",
    )
    return replace(one, **changes)


def askely(**changes: Any) -> Project:
    """Returns another project: 5 places in 2025, the whole loan in that year."""
    one = project(
        id="00000000-0000-4000-8000-0000000000aa",
        name="Askely Bo",
        loan={"2025": 20_500, "2026": None},
        gross_construction_cost=21_000,
        places=(group(5),),
        share_for_others="40",
        completion_date=date(2025, 12, 1),
        building=Building.EXISTING_BUILDING,
        description="",
    )
    return replace(one, **changes)


def draft(description: str, *projects: Project, **changes: Any) -> Application:
    """Returns a draft of Aalborg with a description, of `elmely()` where no projects are given."""
    return application(*(projects or (elmely(),)), description=description, **changes)


def contradictions(draft_: Application) -> tuple[Contradiction, ...]:
    """Returns what contradicts in all texts of a draft."""
    return TextChecker(ROUND).contradictions(draft_)


def words(description: str, *projects: Project, **changes: Any) -> list[str]:
    """Returns the words of the description that contradict."""
    return [found.words for found in contradictions(draft(description, *projects, **changes))]
