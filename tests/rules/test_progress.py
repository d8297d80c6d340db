"""The progress of each step."""

from datetime import UTC, datetime

import pytest

from botilbud_desktop.domain.application import (
    Applicant,
    Application,
    CapacityToday,
    Contacts,
    DailyRate,
    LegalBasis,
    Project,
)
from botilbud_desktop.domain.approval import approved, status
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.domain.steps import Step, StepKind, steps_of
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.progress import StepStatus, status_of
from tests.domain.for_colleagues import FOR_COLLEAGUES, with_all_of_them
from tests.rules.samples import (
    EMPTY_APPLICATION,
    EMPTY_PROJECT,
    ROUND,
    TODAY,
    application,
    example,
    group,
    plan,
    project,
    separating_plan,
)

NOW = datetime(2024, 5, 10, 9, 12, tzinfo=UTC)
APPLICANT, PROJECTS, DESCRIPTION, CONTACTS, CHECK, APPROVE, TRANSFER = (
    Step(kind) for kind in StepKind if kind is not StepKind.PROJECT
)
FIRST_PROJECT = Step(StepKind.PROJECT, 0)
WITH_EMPTY_PROJECT = replace(EMPTY_APPLICATION, projects=(EMPTY_PROJECT,))


def places_today(count: int) -> CapacityToday:
    return CapacityToday(legal_basis=LegalBasis.SEL_107, count=count)


def status_in(draft: Application, step: Step, half_typed: dict[str, str] | None = None) -> StepStatus:
    return status_of(step, draft, assess(draft, ROUND, TODAY, half_typed or {}), approval=status(draft))


@pytest.mark.parametrize("step", [APPLICANT, PROJECTS, DESCRIPTION, CONTACTS, APPROVE, TRANSFER])
def test_in_an_empty_draft_nothing_is_started(step: Step) -> None:
    assert status_in(EMPTY_APPLICATION, step) is StepStatus.NOT_STARTED


def test_in_an_empty_draft_the_check_is_in_progress() -> None:
    assert status_in(EMPTY_APPLICATION, CHECK) is StepStatus.IN_PROGRESS


@pytest.mark.parametrize("step", [APPLICANT, PROJECTS, FIRST_PROJECT, DESCRIPTION, CONTACTS, CHECK])
def test_in_a_complete_application_all_is_done(step: Step) -> None:
    assert status_in(application(), step) is StepStatus.DONE


def test_the_words() -> None:
    words = [status.words for status in StepStatus]
    assert words == ["Ikke startet", "I gang", "Kontrollér", "Færdig", "Der er problemer"]


class TestApplicant:
    def test_a_case_number_alone_is_a_beginning(self) -> None:
        draft = replace(EMPTY_APPLICATION, case_number="2024-1")
        assert status_in(draft, APPLICANT) is StepStatus.IN_PROGRESS

    def test_the_municipality_is_all_it_takes(self) -> None:
        draft = replace(EMPTY_APPLICATION, applicant=Applicant(municipality_code="851"))
        assert status_in(draft, APPLICANT) is StepStatus.DONE

    @pytest.mark.parametrize("path", ["document_number", "cover_note.from"])
    def test_a_number_or_a_note_is_a_beginning(self, path: str) -> None:
        begun: Application = with_value(EMPTY_APPLICATION, field_path(path), "x")
        assert status_in(begun, APPLICANT) is StepStatus.IN_PROGRESS

    def test_nobody_must_fill_in_what_is_for_colleagues(self) -> None:
        rates = "projects[0].daily_rates"
        without: Application = with_value(application(project()), field_path(rates), FOR_COLLEAGUES[rates])
        full = with_all_of_them(without)
        steps = steps_of(without)
        assert [status_in(full, step) for step in steps] == [status_in(without, step) for step in steps]
        judged, expected = (assess(draft, ROUND, TODAY) for draft in (full, without))
        assert (judged.criteria, judged.findings) == (expected.criteria, expected.findings)


class TestProjects:
    def test_an_empty_project_is_not_started_and_the_list_in_progress(self) -> None:
        assert status_in(WITH_EMPTY_PROJECT, FIRST_PROJECT) is StepStatus.NOT_STARTED
        assert status_in(WITH_EMPTY_PROJECT, PROJECTS) is StepStatus.IN_PROGRESS

    @pytest.mark.parametrize(
        "empty",
        [
            replace(EMPTY_PROJECT, loan={"2025": None, "2026": None}),
            replace(EMPTY_PROJECT, places=(group(0),), daily_rates=(DailyRate(),), name=" "),
            replace(EMPTY_PROJECT, purpose=" ", milestones=(Milestone(),), capacity_today=(places_today(0),)),
        ],
    )
    def test_empty_rows_and_spaces_are_no_beginning(self, empty: Project) -> None:
        assert status_in(application(empty), FIRST_PROJECT) is StepStatus.NOT_STARTED

    @pytest.mark.parametrize(
        "begun",
        [
            replace(EMPTY_PROJECT, name="Nyt"),
            replace(EMPTY_PROJECT, loan={"2025": 0}),
            replace(EMPTY_PROJECT, places=(group(1),)),
            replace(EMPTY_PROJECT, places_closed_elsewhere=0),
            replace(EMPTY_PROJECT, daily_rates=(DailyRate(lowest=1644),)),
            replace(EMPTY_PROJECT, cost_plan=plan(1)),
            replace(EMPTY_PROJECT, target_group="Unge"),
            replace(EMPTY_PROJECT, milestones=(Milestone(when="2024"),)),
            replace(EMPTY_PROJECT, partners=("787",)),
            replace(EMPTY_PROJECT, capacity_today=(places_today(11),)),
        ],
    )
    def test_anything_filled_in_is_a_beginning(self, begun: Project) -> None:
        assert status_in(application(begun), FIRST_PROJECT) is StepStatus.IN_PROGRESS

    def test_a_criterion_that_lacks_information_keeps_it_from_being_done(self) -> None:
        assert status_in(application(project(share_for_others=None)), FIRST_PROJECT) is StepStatus.IN_PROGRESS

    def test_another_projects_missing_information_does_not(self) -> None:
        draft = application(project(), project(name="B", share_for_others=None))
        assert status_in(draft, FIRST_PROJECT) is StepStatus.DONE

    @pytest.mark.parametrize(
        "doubtful",
        [
            project(gross_construction_cost=20_000, loan={"2025": 20_000}),
            project(cost_plan=separating_plan(19_000), loan={"2025": 19_000}, gross_construction_cost=69_000),
            project(description=""),
        ],
    )
    def test_what_is_not_met_or_in_doubt_is_to_be_looked_at_in_the_project_the_list_and_the_check(
        self, doubtful: Project
    ) -> None:
        for step in (FIRST_PROJECT, PROJECTS, CHECK):
            assert status_in(application(doubtful), step) is StepStatus.LOOK_AGAIN

    def test_another_projects_doubts_are_its_own(self) -> None:
        draft = application(project(), project(name="B", description=""))
        assert status_in(draft, FIRST_PROJECT) is StepStatus.DONE
        assert status_in(draft, PROJECTS) is StepStatus.LOOK_AGAIN

    def test_what_is_worth_knowing_is_nothing_open(self) -> None:
        assert status_in(application(project(building=None, daily_rates=())), FIRST_PROJECT) is StepStatus.DONE

    def test_an_error_is_a_problem_at_the_project_but_not_at_the_list(self) -> None:
        draft = example("aalborg")
        assert status_in(draft, FIRST_PROJECT) is StepStatus.HAS_PROBLEMS
        assert status_in(draft, PROJECTS) is StepStatus.IN_PROGRESS

    def test_a_half_typed_value_is_a_problem(self) -> None:
        half_typed = {"projects[0].loan.2025": "22,9"}
        assert status_in(WITH_EMPTY_PROJECT, FIRST_PROJECT, half_typed) is StepStatus.HAS_PROBLEMS

    def test_a_sixth_project_is_a_problem_of_the_list(self) -> None:
        assert status_in(application(*[project()] * 6), PROJECTS) is StepStatus.HAS_PROBLEMS


class TestDescriptionAndContacts:
    def test_a_description_whose_contents_are_not_recognised_is_to_be_looked_at(self) -> None:
        assert status_in(application(description="Hej"), DESCRIPTION) is StepStatus.LOOK_AGAIN

    def test_a_description_that_is_too_long_is_a_problem(self) -> None:
        assert status_in(application(description="a" * 4001), DESCRIPTION) is StepStatus.HAS_PROBLEMS

    def test_one_contact_of_three_is_in_progress(self) -> None:
        assert status_in(application(contacts=Contacts(names="Åse")), CONTACTS) is StepStatus.IN_PROGRESS

    def test_what_is_no_address_is_a_problem(self) -> None:
        contacts = Contacts(names="Åse", phones="1", emails=("aase",))
        assert status_in(application(contacts=contacts), CONTACTS) is StepStatus.HAS_PROBLEMS


class TestCheckAndApproval:
    def test_the_check_has_every_problem(self) -> None:
        assert status_in(application(description="a" * 4001), CHECK) is StepStatus.HAS_PROBLEMS

    def test_the_check_is_in_progress_while_any_criterion_lacks_information(self) -> None:
        assert status_in(application(project(completion_date=None)), CHECK) is StepStatus.IN_PROGRESS

    def test_approval_is_done_when_approved_and_begun_again_by_a_change(self) -> None:
        draft = application()
        assert status_in(draft, APPROVE) is StepStatus.NOT_STARTED
        done = approved(draft, "Åse Ørsted", NOW)
        assert status_in(done, APPROVE) is StepStatus.DONE
        assert status_in(replace(done, case_number="1"), APPROVE) is StepStatus.IN_PROGRESS
