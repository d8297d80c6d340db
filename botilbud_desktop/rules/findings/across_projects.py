"""Findings that compare the projects of an application: the pool that they share, and twins among them."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import loans
from botilbud_desktop.domain.values.amounts import format_millions
from botilbud_desktop.rules.findings.making import warning
from botilbud_desktop.rules.results import Finding


def pool_findings(total_loans: dict[str, int], round_: Round) -> Iterator[Finding]:
    """Yields a warning for each year in which the projects together ask for more than the pool."""
    for year, total in total_loans.items():
        pool = round_.pool_of(year)
        if pool is not None and total > pool:
            yield warning(
                "loans.exceed_pool",
                "projects",
                f"Lånene i {year} er tilsammen {format_millions(total)}, men hele puljen er {format_millions(pool)}",
            )


def folded_name(project: Project) -> str:
    """Returns the project's name without regard to case and spaces."""
    return " ".join(project.name.split()).casefold()


def duplicate_findings(names: Sequence[str], projects: Sequence[Project], round_: Round) -> Iterator[Finding]:
    """Yields a warning for each project with the name, loans and places of an earlier one; `names` are folded."""
    if len(set(names)) == len(names):
        return
    first: dict[object, int] = {}
    for index, (name, project) in enumerate(zip(names, projects, strict=True)):
        rows = sorted((group.year, group.legal_basis, group.origin, group.count) for group in project.places)
        likeness = (name, tuple(loans(project, round_).values()), tuple(rows))
        if name and (earlier := first.setdefault(likeness, index)) != index:
            yield warning(
                "project.duplicate",
                f"{project_path(index)}.name",
                f"Projektet har samme navn, lån og pladser som projekt {earlier + 1}. Er det med to gange?",
            )
