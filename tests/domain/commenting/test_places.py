"""Where comments stand: at their fields with a label, or nowhere, and then they are still known."""

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.commenting.places import (
    is_at,
    known_field,
    known_fields,
    lost_label,
    open_by_step,
    open_comments,
    place_label,
    placed_comments,
)
from botilbud_desktop.domain.field_path import field_path, project_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.domain.steps import Step, StepKind
from tests.domain.copies import FORM
from tests.domain.for_colleagues import WRITTEN_AT
from tests.domain.merging.drafts import BASE

ONE = f"projects[{BASE.projects[0].id}]"


def commented(*fields: str, done: bool = False) -> Application:
    comments = (
        Comment(id=str(number), field=field, written_at=WRITTEN_AT, done=done) for number, field in enumerate(fields)
    )
    return replace(BASE, comments=tuple(comments))


@pytest.mark.parametrize(
    ("path", "field", "label"),
    [
        ("case_number", "case_number", "Journalnummer"),
        ("projects[0].loan.2025", "projects[0].loan.2025", "B. Lån i 2025"),
        ("projects[0].loan.2026", "projects[0].loan.2026", "C. Lån i 2026"),
        ("projects[0].loan.1999", "projects[0]", "Projekt 1"),
        ("projects[0].places[2].count", "projects[0].places[2].count", "Antal pladser, række 3"),
        ("projects[0].places[9].count", "projects[0].places", "Pladser"),
        ("projects[0].places.1.delete", "projects[0].places[1]", "Pladser, række 2"),
        ("projects[0].description.full_window", "projects[0].description", "Beskrivelse af projektet"),
        ("projects[1]", "projects[1]", "Projekt 2"),
        ("projects[0].id", "projects[0]", "Projekt 1"),
        ("projects.table", "projects", "Projekter"),
        ("cover_note.from", "cover_note.from", "Fra"),
    ],
)
def test_a_field_is_the_nearest_one_that_exists_with_a_label_for_its_page(path: str, field: str, label: str) -> None:
    found = known_field(field_path(path), BASE, FORM)
    assert found == field_path(field)
    assert place_label(found, FORM) == label


@pytest.mark.parametrize(
    "path", ["", "projects[7]x", "__class__", "model_fields", "comments[0].text", "approvals", "id", "approve.name"]
)
def test_what_is_no_field_of_the_draft_is_none(path: str) -> None:
    found = known_field(field_path(path) or None, BASE, FORM)
    assert found in (None, field_path("projects"))
    assert path.startswith("projects") or found is None


def test_a_comment_belongs_to_the_step_of_its_field_and_else_to_kontrol() -> None:
    placed = placed_comments(commented(f"{ONE}.name", f"{ONE}.loan.2025", "description", "projects[gone].name", "[]"))
    assert [one.step for one in placed][:3] == [*[Step(StepKind.PROJECT, 0)] * 2, Step(StepKind.DESCRIPTION)]
    assert open_by_step(placed) == {
        Step(StepKind.PROJECT, 0): 2,
        Step(StepKind.DESCRIPTION): 1,
        Step(StepKind.CHECK): 2,
    }
    assert [lost_label(one.comment) for one in placed[3:]] == [
        "Et projekt, som er slettet",
        "Et felt, som kladden ikke har",
    ]
    assert open_comments(placed_comments(commented("description", done=True))) == ()


@pytest.mark.parametrize(
    ("commented_field", "field", "expected"),
    [
        (f"{ONE}.name", "projects[0].name", True),
        (f"{ONE}.places", "projects[0].places[1].count", True),
        (f"{ONE}.places[1].count", "projects[0].places[1]", False),
        (ONE, "projects[0].name", False),
        (ONE, "projects[0]", True),
        ("projects", "projects[0].name", False),
        ("contacts.emails", "contacts.emails[1]", True),
        ("contacts.emails[3]", "contacts.emails[0]", True),
        (f"{ONE}.places[7].count", "projects[0].places[1].count", True),
        (f"{ONE}.loan.1999", "projects[0]", True),
        ("projects[x", "projects", True),
        ("projects[gone].name", "projects[0].name", False),
    ],
)
def test_a_comment_on_a_list_is_shown_at_its_rows_and_one_on_a_project_only_at_the_project(
    commented_field: str, field: str, expected: bool
) -> None:
    placed = placed_comments(commented(commented_field))
    known = known_fields(placed, BASE, FORM)
    assert is_at(known.get(placed[0].path), field_path(field)) is expected


def test_the_place_follows_the_project() -> None:
    moved = replace(commented(f"{ONE}.name"), projects=BASE.projects[::-1])
    assert placed_comments(moved)[0].path == project_path(len(BASE.projects) - 1) / "name"
