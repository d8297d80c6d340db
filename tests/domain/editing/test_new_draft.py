"""New drafts and copies of examples."""

import itertools
import uuid
from datetime import UTC, datetime

import pytest

from botilbud_desktop.domain.approval import Status, approved, status
from botilbud_desktop.domain.editing.new_draft import copy_of, new_application, new_project
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import draft_bytes, parse_draft, read_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.strategies import ROUND

LIBRARY = FormLibrary(forms_folder())


@pytest.fixture
def round_() -> Round:
    return LIBRARY.round(ROUND)


def new_id() -> str:
    return str(uuid.uuid4())


def test_an_empty_draft(round_: Round) -> None:
    application = new_application(round_, new_id)
    assert application.round == ROUND
    assert application.applicant.municipality_code is None
    assert application.projects == ()
    assert parse_draft(draft_bytes(application), "x", LIBRARY).application == application


def test_a_draft_for_a_municipality(round_: Round) -> None:
    assert new_application(round_, new_id, "851").applicant.municipality_code == "851"
    with pytest.raises(ValueError, match="411"):
        new_application(round_, new_id, "411")


def test_an_empty_project_has_a_loan_for_each_year(round_: Round) -> None:
    project = new_project(round_, "00000000-0000-4000-8000-000000000001")
    assert project.loan == {"2025": None, "2026": None}
    assert project.id == "00000000-0000-4000-8000-000000000001"


def test_a_copy_is_a_draft_of_its_own() -> None:
    original = read_draft(example_drafts()[0].path, LIBRARY).application
    original = approved(original, "Åse Ærø", datetime(2024, 5, 10, 9, 12, tzinfo=UTC))
    numbers = itertools.count()
    copy = copy_of(original, lambda: f"00000000-0000-4000-8000-{next(numbers):012}")
    ids = {copy.id, *(project.id for project in copy.projects)}
    assert len(ids) == 3
    assert ids.isdisjoint({original.id, *(project.id for project in original.projects)})
    assert status(copy) is Status.DRAFT
    same = tuple(replace(project, id=was.id) for project, was in zip(copy.projects, original.projects, strict=True))
    assert replace(copy, id=original.id, projects=same, approvals=original.approvals) == original
