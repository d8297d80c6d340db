"""The status of each step of the window, and how much is open in it, from the application and its assessment."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.steps import Step, StepKind, step_of_field
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.results import Assessment, Finding, Outcome, Severity


class StepStatus(StrEnum):
    """The status of a step."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    LOOK_AGAIN = "look_again"
    DONE = "done"
    HAS_PROBLEMS = "has_problems"

    @property
    def words(self) -> str:
        """The wording shown in the window."""
        return _WORDS[self]


_WORDS = {
    StepStatus.NOT_STARTED: "Ikke startet",
    StepStatus.IN_PROGRESS: "I gang",
    StepStatus.LOOK_AGAIN: "Kontrollér",
    StepStatus.DONE: "Færdig",
    StepStatus.HAS_PROBLEMS: "Der er problemer",
}


SEPARATOR = " · "
"""Between the numbers of what is open in a step."""


class StepPoints(NamedTuple):
    """The numbers of what is open in one step."""

    missing: int = 0
    """Fields that lack something that the form or a criterion asks for."""
    problems: int = 0
    """Errors in what is filled in."""
    doubts: int = 0
    """Warnings, and criteria that are not met or that a person must judge."""

    @property
    def words(self) -> str:
        """What is open in a few words, such as `3 felter mangler · 2 problemer`; empty when nothing is."""
        said = (
            counted(self.missing, "felt mangler", "felter mangler") if self.missing else "",
            counted(self.problems, "problem", "problemer") if self.problems else "",
            counted(self.doubts, "ting at se på", "ting at se på") if self.doubts else "",
        )
        return SEPARATOR.join(part for part in said if part)


def points_by_step(assessment: Assessment) -> Mapping[Step, StepPoints]:
    """Returns how much is open in each step that holds fields; a step in which nothing is open is left out."""
    lacking: dict[Step, set[str]] = {}
    problems: Counter[Step] = Counter()
    doubts: Counter[Step] = Counter()
    for step, findings in assessment.findings_by_step.items():
        for finding in findings:
            if finding.severity is Severity.ERROR and finding.is_missing:
                lacking.setdefault(step, set()).add(finding.field)
            elif finding.severity is Severity.ERROR:
                problems[step] += 1
            elif finding.severity is Severity.WARNING:
                doubts[step] += 1
    for result in assessment.criteria:
        if result.outcome is Outcome.MISSING_INFORMATION:
            lacking.setdefault(step_of_field(result.field), set()).add(result.field)
        elif result.outcome is not Outcome.MET:
            doubts[Step(StepKind.PROJECT, result.project)] += 1
    return {
        step: StepPoints(len(lacking.get(step, ())), problems[step], doubts[step])
        for step in {**lacking, **problems, **doubts}
    }


def all_points(points: Iterable[StepPoints]) -> StepPoints:
    """Returns the sums of what is open in all steps."""
    every = tuple(points)
    return StepPoints(
        sum(each.missing for each in every), sum(each.problems for each in every), sum(each.doubts for each in every)
    )


def status_of(
    step: Step,
    application: Application,
    assessment: Assessment,
    *,
    approval: Status,
    transfer: StepStatus = StepStatus.NOT_STARTED,
) -> StepStatus:
    """Returns the status of one step. It is `DONE` when nothing is open in it.

    A missing value leaves it in progress. A warning, or a criterion that is not met or must be judged, is to be looked
    at. What is merely worth knowing (`Severity.INFO`) is nothing open.

    Args:
        step: the step.
        application: the application.
        assessment: the assessment of the application.
        approval: the approval status of the application; passed in, since computing it is slow.
        transfer: the status of the transfer to the web form, which is not part of the application.
    """
    match step.kind:
        case StepKind.APPROVE:
            return _status_of_approval(approval)
        case StepKind.TRANSFER:
            return transfer
        case StepKind.CHECK:
            return _status_from(
                assessment.findings,
                is_started=True,
                lacks=bool(assessment.projects_lacking_information),
                doubts=bool(assessment.projects_in_doubt),
            )
        case StepKind.PROJECTS:
            return _status_of_projects(step, application, assessment)
        case _:
            return _status_of_page(step, application, assessment)


def _status_of_page(step: Step, application: Application, assessment: Assessment) -> StepStatus:
    return _status_from(
        _findings_in(step, assessment),
        is_started=_is_started(step, application),
        lacks=step.project in assessment.projects_lacking_information,
        doubts=step.project in assessment.projects_in_doubt,
    )


def _status_from(findings: tuple[Finding, ...], *, is_started: bool, lacks: bool, doubts: bool) -> StepStatus:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if not all(finding.is_missing for finding in errors):
        return StepStatus.HAS_PROBLEMS
    if not is_started:
        return StepStatus.NOT_STARTED
    if lacks or errors:
        return StepStatus.IN_PROGRESS
    if doubts or any(finding.severity is Severity.WARNING for finding in findings):
        return StepStatus.LOOK_AGAIN
    return StepStatus.DONE


def _status_of_approval(approval: Status) -> StepStatus:
    match approval:
        case Status.APPROVED:
            return StepStatus.DONE
        case Status.CHANGED_SINCE_APPROVAL:
            return StepStatus.IN_PROGRESS
        case Status.DRAFT:
            return StepStatus.NOT_STARTED


def _status_of_projects(step: Step, application: Application, assessment: Assessment) -> StepStatus:
    """Returns `DONE` when each project is done; a project's problems show in its own step only."""
    projects = {
        _status_of_page(Step(StepKind.PROJECT, index), application, assessment)
        for index in range(len(application.projects))
    }
    return _status_from(
        _findings_in(step, assessment),
        is_started=_is_started(step, application),
        lacks=not projects <= {StepStatus.DONE, StepStatus.LOOK_AGAIN},
        doubts=StepStatus.LOOK_AGAIN in projects,
    )


def _findings_in(step: Step, assessment: Assessment) -> tuple[Finding, ...]:
    return assessment.findings_by_step.get(step, ())


def _is_started(step: Step, application: Application) -> bool:
    match step.kind:
        case StepKind.APPLICANT:
            return bool(
                application.applicant.municipality_code
                or application.case_number.strip()
                or application.internal_notes.strip()
                or application.document_number.strip()
                or application.cover_note
            )
        case StepKind.PROJECTS:
            return bool(application.projects)
        case StepKind.PROJECT:
            return step.project is not None and _is_filled_in(application.projects[step.project])
        case StepKind.DESCRIPTION:
            return bool(application.description.strip())
        case StepKind.CONTACTS:
            contacts = application.contacts
            return any(text.strip() for text in (contacts.names, contacts.phones, *contacts.emails))
        case _:
            return True


def _is_filled_in(project: Project) -> bool:
    """Whether anything in the project is filled in; new rows are empty."""
    texts = (
        project.name,
        project.coordination_note,
        project.preservation_reason,
        project.description,
        project.purpose,
        project.target_group,
        project.economy_note,
    )
    values = (
        *project.loan.values(),
        project.gross_construction_cost,
        project.places_closed_elsewhere,
        project.share_for_others,
        project.completion_date,
        project.building,
        project.coordination,
        project.cost_plan,
    )
    return (
        any(text.strip() for text in texts)
        or any(value is not None for value in values)
        or not all(group.is_empty for group in project.places)
        or not all(rate.is_empty for rate in project.daily_rates)
        or not all(milestone.is_empty for milestone in project.milestones)
        or not all(group.is_empty for group in project.capacity_today)
        or bool(project.partners)
    )
