"""The table of findings: code, severity and field of each, for whole drafts of plain texts."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.rules.contract.draft import MOST_PROJECTS, POOL, Draft
from tests.rules.contract.project_findings import of_project
from tests.rules.contract.text_findings import in_text

REQUIRED_CONTENTS_ARE_MISSING = "description.content_missing"


class Found(NamedTuple):
    code: str
    severity: str
    field: str


def findings(draft: Draft) -> set[Found]:
    return {Found(*each) for each in _all(draft)}


def _all(draft: Draft) -> Iterator[tuple[str, str, str]]:
    projects = draft["projects"]
    if not draft["applicant"]["municipality_code"]:
        yield "applicant.missing", "error", "applicant.municipality_code"
    if not projects:
        yield "projects.none", "error", "projects"
    if len(projects) > MOST_PROJECTS:
        yield "projects.too_many", "error", "projects"
    for year, pool in POOL.items():
        if sum(project["loan"].get(year) or 0 for project in projects) > pool:
            yield "loans.exceed_pool", "warning", "projects"
    yield from _twins(draft)
    for number, project in enumerate(projects):
        for code, severity, field in of_project(project):
            yield code, severity, f"projects[{number}].{field}"
    yield from _description(draft)
    yield from _contacts(draft)


def _twins(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """The second of two projects with the same name, loan and places is asked about."""
    seen: list[object] = []
    for number, project in enumerate(draft["projects"]):
        name = " ".join(project["name"].split()).casefold()
        loans = [project["loan"].get(year) or 0 for year in POOL]
        groups = sorted(
            (each["year"], each["legal_basis"], each["origin"], each["count"]) for each in project["places"]
        )
        if name and [name, loans, groups] in seen:
            yield "project.duplicate", "warning", f"projects[{number}].name"
        seen.append([name, loans, groups])


def _description(draft: Draft) -> Iterator[tuple[str, str, str]]:
    text = draft["description"]
    if not text.strip():
        yield "description.missing", "error", "description"
    else:
        yield REQUIRED_CONTENTS_ARE_MISSING, "warning", "description"
    yield from in_text(text, "description", 4000)


def _contacts(draft: Draft) -> Iterator[tuple[str, str, str]]:
    contacts = draft["contacts"]
    for key in ("names", "phones"):
        if not contacts[key].strip():
            yield "contacts.missing", "error", f"contacts.{key}"
    if not any(each.strip() for each in contacts["emails"]):
        yield "contacts.missing", "error", "contacts.emails"
    if any(each.strip() and "@" not in each for each in contacts["emails"]):
        yield "contacts.email_invalid", "error", "contacts.emails"
