"""The steps of the window: their order, names and fields."""

import pytest

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.steps import Step, StepKind, step_of_field, steps_of
from tests.rules.samples import EMPTY_APPLICATION, ROUND, application, project


def test_the_steps_follow_the_form() -> None:
    steps = steps_of(application(project(), project()))
    assert [step.page for step in steps] == [
        "page.applicant",
        "page.projects",
        "page.project.0",
        "page.project.1",
        "page.description",
        "page.contacts",
        "page.check",
        "page.approve",
        "page.transfer",
    ]
    assert [step.title for step in steps] == [
        "Ansøger",
        "Projekter",
        "Projekt 1",
        "Projekt 2",
        "Samlet beskrivelse",
        "Kontaktoplysninger",
        "Kontrol",
        "Vis og godkend",
        "Overfør til webformularen",
    ]
    assert [step.title_in(ROUND) for step in steps][-2:] == ["Vis og godkend", "Overfør til indtast.dk"]


def test_without_projects_there_is_none_of_theirs() -> None:
    assert not any(step.kind is StepKind.PROJECT for step in steps_of(EMPTY_APPLICATION))


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("applicant.municipality_code", "page.applicant"),
        ("case_number", "page.applicant"),
        ("internal_notes", "page.applicant"),
        ("round", "page.applicant"),
        ("projects", "page.projects"),
        ("projects[0].name", "page.project.0"),
        ("projects[0].loan", "page.project.0"),
        ("projects.1.loan.2025", "page.project.1"),
        ("projects[4].places[0].count", "page.project.4"),
        ("projects[4].cost_plan.lines[0].amount", "page.project.4"),
        ("projects[0].description", "page.project.0"),
        ("description", "page.description"),
        ("contacts.names", "page.contacts"),
        ("contacts.emails[0]", "page.contacts"),
        ("approvals[0].approved_by", "page.approve"),
        ("", "page.check"),
        ("unknown", "page.check"),
    ],
)
def test_every_field_lies_in_a_step(path: str, page: str) -> None:
    assert step_of_field(path).page == page
    assert step_of_field(field_path(path)).page == page


def test_every_field_of_the_form_lies_in_a_step_of_its_own() -> None:
    for field in ROUND.fields:
        step = step_of_field(field.path.replace("[]", "[0]"))
        assert step.kind not in (StepKind.CHECK, StepKind.APPROVE, StepKind.TRANSFER)


def test_a_step_is_a_value() -> None:
    assert step_of_field("projects[0].name") == Step(StepKind.PROJECT, 0)
    assert {Step(StepKind.CHECK): 1}[step_of_field("")] == 1
