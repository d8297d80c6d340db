"""Findings that compare the projects of an application: the pool that they share, and twins among them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import loans
from botilbud_desktop.domain.values.amounts import format_millions
from botilbud_desktop.rules.findings.making import warning
from botilbud_desktop.rules.results import Finding


class Likeness(NamedTuple):
    """What two projects have in common when they are probably the same one."""

    name: str
    loans: tuple[int, ...]
    places: tuple[tuple[int, str, str, int], ...]
    """Year, legal basis, origin and number of each row, in any order."""


def likeness_of(project: Project, round_: Round) -> Likeness | None:
    """Returns what the project is recognised by, case and spaces of its name aside; None without a name."""
    name = " ".join(project.name.split()).casefold()
    if not name:
        return None
    rows = sorted((group.year, group.legal_basis, group.origin, group.count) for group in project.places)
    return Likeness(name, tuple(loans(project, round_).values()), tuple(rows))


def pool_findings(total_loans: dict[str, int], round_: Round) -> Iterator[Finding]:
    """Yields a warning for each year in which the projects together ask for more than the pool."""
    for year, total in total_loans.items():
        pool = round_.pool_of(year)
        if pool is not None and total > pool:
            yield warning(
                "loans.exceed_pool",
                "projects",
                f"Lånene for {year} er tilsammen {format_millions(total)}, men hele puljen er {format_millions(pool)}",
            )


def duplicate_findings(likenesses: Sequence[Likeness | None]) -> Iterator[Finding]:
    """Yields a warning for each project that is like an earlier one."""
    first: dict[Likeness, int] = {}
    for index, likeness in enumerate(likenesses):
        if likeness is not None and (earlier := first.setdefault(likeness, index)) != index:
            yield warning(
                "project.duplicate",
                f"{project_path(index)}.name",
                f"Projektet har samme navn, lån og pladser som projekt {earlier + 1}. Er det med to gange?",
            )
