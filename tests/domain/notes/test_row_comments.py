"""A comment on a row follows the row, whatever is added, removed or merged around it; it never ends at another one."""

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Editor
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.merging.merge import Choice, merge, resolved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment
from tests.domain.copies import project_id
from tests.domain.for_colleagues import WRITTEN_AT
from tests.domain.merging.drafts import BASE, places
from tests.rules.samples import application, project

FIRST = f"projects[{project_id(1)}]"
PLACES = field_path("projects[0].places")


def on(*fields: str) -> tuple[Comment, ...]:
    return tuple(Comment(id=str(number), field=field, written_at=WRITTEN_AT) for number, field in enumerate(fields))


def commented(*fields: str) -> Application:
    one = replace(project(), id=project_id(1), places=places(1, 2, 3))
    two = replace(project(), id=project_id(2), places=places(4, 5))
    return replace(application(one, two), comments=on(*fields))


def fields_of(application: Application) -> list[str]:
    return [comment.field for comment in application.comments]


def test_a_row_that_is_deleted_leaves_its_comment_on_the_list_and_the_others_follow_theirs() -> None:
    rows = [f"{FIRST}.places[{row}].count" for row in range(3)]
    others = [f"projects[{project_id(2)}].places[1]", f"{FIRST}.places", f"{FIRST}.name", "projects", "[]"]
    editor = Editor(commented(*rows, *others))
    editor.remove(PLACES, 1)
    assert fields_of(editor.application) == [rows[0], f"{FIRST}.places", rows[1], *others]
    editor.undo()
    assert fields_of(editor.application) == [*rows, *others]
    editor.redo()
    assert fields_of(editor.application)[2] == rows[1]


def test_a_row_in_front_and_a_move_take_the_comments_along() -> None:
    editor = Editor(commented(f"{FIRST}.places[0].count", f"{FIRST}.places[2]"))
    editor.insert(PLACES, 0, places(9)[0])
    assert fields_of(editor.application) == [f"{FIRST}.places[1].count", f"{FIRST}.places[3]"]
    editor.move(PLACES, 1, 3)
    assert fields_of(editor.application) == [f"{FIRST}.places[3].count", f"{FIRST}.places[2]"]
    editor.keep(PLACES, [0, 3])
    assert fields_of(editor.application) == [f"{FIRST}.places[1].count", f"{FIRST}.places"]


def test_projects_take_their_comments_along_by_id_and_one_that_is_deleted_keeps_them() -> None:
    fields = [f"{FIRST}.name", f"projects[{project_id(2)}].places[0]"]
    editor = Editor(commented(*fields))
    editor.move(field_path("projects"), 0, 1)
    editor.remove(field_path("projects"), 0)
    assert fields_of(editor.application) == fields


def test_without_comments_a_change_of_rows_shares_the_rest() -> None:
    editor = Editor(commented())
    editor.remove(PLACES, 1)
    assert editor.application.comments == ()


@pytest.mark.parametrize(
    ("their_rows", "row", "merged"),
    [
        ((1, 2, 3), 1, ".places[1]"),
        ((9, 1, 2, 3), 1, ".places[2]"),
        ((9, 1, 2, 3), 5, ".places"),
        ((2, 3), 1, ".places[0]"),
        ((1, 3), 1, ".places"),
        ((1, 8, 3), 1, ".places[1]"),
        ((1, 8, 3), 2, ".places[2]"),
        ((1, 2, 3, 4), 1, ".places[1]"),
        ((9, 1, 2, 2, 3), 1, ".places"),
        ((), 0, ".places"),
        ((1,), 1, ".places"),
    ],
)
def test_after_a_merge_a_comment_is_at_its_row_or_where_that_is_not_certain_at_the_list(
    their_rows: tuple[int, ...], row: int, merged: str
) -> None:
    mine = replace(BASE, comments=on(f"{FIRST}.places[{row}].count"))
    first = replace(BASE.projects[0], places=places(*their_rows))
    theirs = replace(BASE, projects=(first, *BASE.projects[1:]))
    expected = f"{FIRST}{merged}" if merged.endswith("places") else f"{FIRST}{merged}.count"
    for one, other in ((mine, theirs), (theirs, mine)):
        assert fields_of(merge(BASE, one, other).merged) == [expected]


def test_after_a_merge_a_comment_on_anything_but_a_row_is_where_it_was() -> None:
    fields = [f"{FIRST}.name", f"projects[{project_id(9)}].places[1]", "[]", "case_number", "contacts.emails[7]"]
    mine = replace(BASE, comments=on(*fields))
    theirs = replace(BASE, case_number="2024-1")
    assert fields_of(merge(BASE, mine, theirs).merged) == fields


def with_rows(counts: tuple[int, ...], field: str, *, done: bool = False) -> Application:
    """Returns a copy with these rows and one comment."""
    first = replace(BASE.projects[0], places=places(*counts))
    comment = Comment(id="a", field=f"{FIRST}{field}", written_at=WRITTEN_AT, done=done)
    return replace(BASE, projects=(first, *BASE.projects[1:]), comments=(comment,))


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        (((9, 1, 2, 3), ".places[2]"), ((1, 2, 3, 8), ".places[1]"), ".places[2]"),
        (((9, 1, 2, 3), ".places[2]"), ((1, 3), ".places"), ".places"),
        (((9, 1, 2, 3), ".places[2]"), ((2, 3), ".places[0]"), ".places[1]"),
    ],
)
def test_where_both_moved_the_row_of_a_comment_nothing_is_asked(
    mine: tuple[tuple[int, ...], str], theirs: tuple[tuple[int, ...], str], merged: str
) -> None:
    base = with_rows((1, 2, 3), ".places[1]")
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merge(base, with_rows(*one), with_rows(*other))
        assert (fields_of(found.merged), found.conflicts) == ([f"{FIRST}{merged}"], ())


def test_a_comment_that_one_deleted_stays_deleted_when_the_other_moved_its_row() -> None:
    base, moved = with_rows((1, 2, 3), ".places[1]"), with_rows((9, 1, 2, 3), ".places[2]")
    for one, other in ((replace(base, comments=()), moved), (moved, replace(base, comments=()))):
        assert merge(base, one, other).merged.comments == ()
    ticked = with_rows((9, 1, 2, 3), ".places[2]", done=True)
    assert fields_of(merge(base, replace(base, comments=()), ticked).merged) == [f"{FIRST}.places[2]"]


def test_without_a_base_a_comment_is_at_the_row_of_the_chosen_list() -> None:
    mine, theirs = with_rows((1, 2), ".places[1]"), with_rows((2, 3), ".places[0]")
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merge(None, one, other)
        assert [str(conflict.path) for conflict in found.conflicts] == ["projects[0].places"]
        assert found.merged.comments == one.comments
        assert resolved(found, {0: Choice.THEIRS}).comments == other.comments


def test_a_comment_on_a_row_of_a_project_that_its_copy_has_not_got_is_on_the_list() -> None:
    """They deleted the project, and their comment on its row stayed; I have other rows and keep the project."""
    theirs = with_rows((1, 2), ".places[1]")
    theirs = replace(theirs, projects=theirs.projects[1:])
    mine = replace(with_rows((), ".places"), comments=())
    for one, other, choice in ((mine, theirs, Choice.MINE), (theirs, mine, Choice.THEIRS)):
        found = merge(None, one, other)
        assert fields_of(resolved(found, {0: choice})) == [f"{FIRST}.places"]
