"""Drafts for tests: the shipped examples, one that can be approved, and empty ones."""

from functools import cache
from pathlib import Path

from botilbud_desktop.domain.application import Application, Contacts
from botilbud_desktop.domain.editing.new_draft import new_application, new_project
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.paths import forms_folder, resources_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

ROUND = "LanBotilbud_2025-26"

OVERALL = (
    "Kommunen udvider den samlede kapacitet af botilbudspladser efter serviceloven §§ 107 og 108.\n"
    "Alle pladser er til andre kommuner."
)


def uuid(number: int) -> str:
    """Returns a fixed UUID that ends in `number`."""
    return f"00000000-0000-4000-8000-{number:012d}"


@cache
def example(name: str) -> Application:
    """Returns a shipped example unchanged."""
    return read_draft(resources_folder() / "examples" / f"{name}.botilbud", FormLibrary(forms_folder())).application


@cache
def complete() -> Application:
    """Returns Aalborg's draft with short descriptions and nothing missing: it can be approved."""
    draft = example("aalborg")
    return replace(
        draft,
        projects=tuple(replace(project, description="Til borgere med særlige behov.") for project in draft.projects),
        description=OVERALL,
        contacts=Contacts(names="Åse Ørsted, konsulent", phones="99 31 31 31", emails=("aase@aalborg.dk",)),
    )


@cache
def with_empty_project() -> Application:
    """Returns a draft of Aalborg with one empty project."""
    form = FormLibrary(forms_folder()).round(ROUND)
    draft = new_application(form, lambda: uuid(1), "851")
    return replace(draft, projects=(new_project(form, uuid(2)),))


@cache
def with_projects(count: int) -> Application:
    """Returns a complete draft with `count` projects."""
    draft = complete()
    projects = tuple(
        replace(draft.projects[0], id=uuid(100 + number), name=f"Projekt nummer {number + 1}")
        for number in range(count)
    )
    return replace(draft, projects=projects)


def content_of(path: Path) -> bytes:
    """Returns the draft in a file as bytes without its lineage, which is different for each run of the program."""
    return draft_bytes(read_draft(path, FormLibrary(forms_folder())).application)
