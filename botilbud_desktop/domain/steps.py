"""The steps of the window as data: their order, their titles, and which step holds a field."""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.round import Round


class StepKind(StrEnum):
    """The kinds of steps, in the order of the ministry's form."""

    APPLICANT = "applicant"
    PROJECTS = "projects"
    PROJECT = "project"
    DESCRIPTION = "description"
    CONTACTS = "contacts"
    CHECK = "check"
    APPROVE = "approve"
    TRANSFER = "transfer"


_TITLES = {
    StepKind.APPLICANT: "Ansøger",
    StepKind.PROJECTS: "Projekter",
    StepKind.PROJECT: "Projekt",
    StepKind.DESCRIPTION: "Samlet beskrivelse",
    StepKind.CONTACTS: "Kontaktoplysninger",
    StepKind.CHECK: "Kontrol",
    StepKind.APPROVE: "Vis og godkend",
    StepKind.TRANSFER: "Overfør til webformularen",
}
_KIND_OF_FIRST_PART = {
    "id": StepKind.APPLICANT,
    "round": StepKind.APPLICANT,
    "case_number": StepKind.APPLICANT,
    "document_number": StepKind.APPLICANT,
    "cover_note": StepKind.APPLICANT,
    "applicant": StepKind.APPLICANT,
    "internal_notes": StepKind.APPLICANT,
    "projects": StepKind.PROJECTS,
    "description": StepKind.DESCRIPTION,
    "judged_contents": StepKind.DESCRIPTION,
    "inserted_facts": StepKind.DESCRIPTION,
    "contacts": StepKind.CONTACTS,
    "approvals": StepKind.APPROVE,
    "transfer": StepKind.TRANSFER,
}


class Step(NamedTuple):
    """One step; a project's own step has the project's index, counted from 0."""

    kind: StepKind
    project: int | None = None

    @property
    def page(self) -> str:
        """The name of its page in the window, such as `page.project.0`."""
        return f"page.{self.kind}" if self.project is None else f"page.{self.kind}.{self.project}"

    @property
    def title(self) -> str:
        """The title in the window, such as `Projekt 1`."""
        return _TITLES[self.kind] if self.project is None else f"{_TITLES[self.kind]} {self.project + 1}"

    def title_in(self, round_: Round) -> str:
        """The title where the round is known: the transfer names its web site."""
        return f"Overfør til {round_.site}" if self.kind is StepKind.TRANSFER else self.title


def steps_of(application: Application) -> tuple[Step, ...]:
    """Returns all steps of the application, in order."""
    return (
        Step(StepKind.APPLICANT),
        Step(StepKind.PROJECTS),
        *(Step(StepKind.PROJECT, index) for index in range(len(application.projects))),
        Step(StepKind.DESCRIPTION),
        Step(StepKind.CONTACTS),
        Step(StepKind.CHECK),
        Step(StepKind.APPROVE),
        Step(StepKind.TRANSFER),
    )


def step_of_field(path: FieldPath | str) -> Step:
    """Returns the step that holds the field at `path`; *Kontrol* for what belongs to no field (`""`)."""
    return _step_of(path if isinstance(path, FieldPath) else field_path(path))


@lru_cache(maxsize=4096)
def _step_of(path: FieldPath) -> Step:
    if path.project is not None:
        return Step(StepKind.PROJECT, path.project)
    return Step(_KIND_OF_FIRST_PART.get(str(path[0]), StepKind.CHECK) if path else StepKind.CHECK)
