"""Changes of the list of comments: each changes one comment and leaves the others as they are."""

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.comment_list import (
    MOST_COMMENTS,
    first_difference,
    is_about_comments,
    ticked,
    with_own_ids,
    without,
    written,
)
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.storage.draft.size_limits import MOST_ITEMS
from tests.domain.for_colleagues import WRITTEN_AT


def comment(name: str, text: str = "Hvorfor?", *, done: bool = False) -> Comment:
    return Comment(id=name, field="description", text=text, written_at=WRITTEN_AT, done=done)


A, B = comment("a"), comment("b")


def test_a_new_comment_comes_last_and_one_that_is_known_is_replaced() -> None:
    assert written((A,), B) == (A, B)
    changed = comment("a", "Fordi.")
    assert written((A, B), changed) == (changed, B)


def test_a_comment_without_words_is_removed() -> None:
    assert written((A, B), comment("a", " \n")) == (B,)
    assert written((B,), comment("a", "")) == (B,)


def test_a_comment_that_gets_words_again_is_where_it_stood() -> None:
    emptied = written((A, B), comment("a", ""))
    assert written(emptied, A, 0) == (A, B)
    assert written((), A, 7) == (A,)


def test_each_comment_has_an_id_of_its_own() -> None:
    assert with_own_ids((A, B)) == (A, B)
    twins = with_own_ids((A, A, comment("a~2"), A, B))
    assert [one.id for one in twins] == ["a", "a~3", "a~2", "a~4", "b"]
    assert [one.text for one in twins] == ["Hvorfor?"] * 5


def test_one_is_ticked_off_and_reopened_and_deleted() -> None:
    done = replace(A, done=True)
    assert ticked((A, B), A, done=True) == (done, B)
    assert ticked((done, B), done, done=False) == (A, B)
    assert without((A, B), A) == (B,)


def test_the_first_difference_is_what_was_changed_else_what_is_gone() -> None:
    changed = comment("b", "Fordi.")
    assert first_difference((A, B), (A, changed)) == changed
    assert first_difference((A, B), (A,)) == B
    assert first_difference((A, B), (A, B)) is None


def test_changes_of_comments_are_told_from_others() -> None:
    assert is_about_comments(field_path("comments"))
    assert is_about_comments(field_path("comments[3].done"))
    assert not is_about_comments(field_path("description"))
    assert not is_about_comments(None)


def test_there_may_be_as_many_as_a_file_holds() -> None:
    assert MOST_COMMENTS == MOST_ITEMS
