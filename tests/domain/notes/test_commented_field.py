"""The field of a comment names its project by id, so that the comment follows the project."""

import pytest

from botilbud_desktop.domain.editing.new_draft import copy_of
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.commented_field import comment_field, commented_path, project_id_of
from botilbud_desktop.domain.notes.records import Comment
from tests.domain.copies import project_id
from tests.domain.for_colleagues import WRITTEN_AT
from tests.rules.samples import application, project

IDS = (project_id(1), project_id(2))


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("case_number", "case_number"),
        ("cover_note.from", "cover_note.from"),
        ("contacts.emails[1]", "contacts.emails[1]"),
        ("projects[1]", f"projects[{IDS[1]}]"),
        ("projects[1].loan.2025", f"projects[{IDS[1]}].loan.2025"),
        ("projects[0].places[2].count", f"projects[{IDS[0]}].places[2].count"),
    ],
)
def test_it_is_the_path_with_the_id_of_the_project(path: str, field: str) -> None:
    assert comment_field(field_path(path), IDS) == field
    assert commented_path(field, IDS) == field_path(path)


def test_it_follows_the_project() -> None:
    assert commented_path(f"projects[{IDS[0]}].name", (IDS[1], IDS[0])) == field_path("projects[1].name")


@pytest.mark.parametrize("field", [f"projects[{project_id(3)}].name", "", "[]"])
def test_a_project_that_is_gone_and_what_is_no_field_have_no_path(field: str) -> None:
    assert commented_path(field, IDS) is None


def test_in_a_copy_of_the_draft_comments_have_the_new_ids() -> None:
    new_ids = iter(project_id(number) for number in range(10, 20))
    comments = tuple(
        Comment(id=str(number), field=field, written_at=WRITTEN_AT)
        for number, field in enumerate((f"projects[{IDS[1]}].name", "case_number", f"projects[{project_id(9)}].name"))
    )
    first, second = (replace(project(), id=one) for one in IDS)
    copy = copy_of(replace(application(first, second), comments=comments), lambda: next(new_ids))
    assert [comment.field for comment in copy.comments] == [
        f"projects[{copy.projects[1].id}].name",
        "case_number",
        f"projects[{project_id(9)}].name",
    ]
    assert [project_id_of(comment) for comment in copy.comments] == [copy.projects[1].id, None, project_id(9)]
    assert {comment.id for comment in copy.comments}.isdisjoint({"0", "1", "2"})
