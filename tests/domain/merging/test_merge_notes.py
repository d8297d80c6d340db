"""What a draft holds for colleagues is merged like the rest: comments by their id, sets item by item."""

from datetime import timedelta
from typing import Any

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.merging.merge import Choice, Conflict, ConflictKind, merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment, ContentVerdict, InsertedFact
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.domain.for_colleagues import WRITTEN_AT
from tests.domain.merging.drafts import BASE, all_of, changed, only_conflict

COVERED, NOT_COVERED = ContentVerdict.COVERED, ContentVerdict.NOT_COVERED


def comment(name: str, text: str = "Hvorfor?", *, done: bool = False) -> Comment:
    return Comment(id=name, text=text, written_at=WRITTEN_AT + timedelta(days=ord(name)), done=done)


def with_comments(*comments: Comment) -> Application:
    return replace(BASE, comments=comments)


A, B, C = (comment(name) for name in "abc")


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ((A, B), (A, C), (A, B, C)),
        ((A, C), (A, B), (A, B, C)),
        ((), (A, B), (B,)),
        ((A,), (), ()),
        ((), (comment("a", "Fordi."),), (comment("a", "Fordi."),)),
        ((comment("a", done=True), B), (comment("a", "Fordi."),), (comment("a", "Fordi.", done=True), B)),
    ],
)
def test_comments_of_both_come_together(mine: Any, theirs: Any, merged: Any) -> None:
    base = with_comments(A)
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merge(base, with_comments(*one), with_comments(*other))
        assert (found.merged.comments, found.conflicts) == (merged, ())


def test_a_comment_that_both_changed_is_asked_about_at_its_place() -> None:
    mine, theirs = with_comments(A, comment("b", "mit")), with_comments(comment("b", "deres"), C)
    found = merge(with_comments(B), mine, theirs)
    assert only_conflict(found) == Conflict(
        ConflictKind.TEXT, field_path("comments[1].text"), "Hvorfor?", "mit", "deres"
    )
    assert all_of(found, Choice.THEIRS).comments == (A, comment("b", "deres"), C)
    assert all_of(found, Choice.BOTH).comments[1].text == "mit\nderes"


def test_without_a_base_no_comment_is_lost_and_none_asked_about_that_only_one_has() -> None:
    found = merge(None, with_comments(A), with_comments(C, B))
    assert (found.merged.comments, found.conflicts) == ((A, B, C), ())
    assert field_path("comments") in found.taken
    assert field_path("comments") in found.kept
    asked = merge(None, with_comments(A), with_comments(comment("a", done=True)))
    assert only_conflict(asked).path == field_path("comments[0].done")


def test_two_comments_with_one_id_are_both_kept() -> None:
    twin = replace(A, text="Og hvornår?")
    assert merge(with_comments(A, twin), with_comments(A, twin, B), with_comments(A, twin, C)).merged.comments == (
        A,
        twin,
        B,
        C,
    )


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        (("101",), ("101", "851"), ("101", "787"), ("101", "787", "851")),
        (("101", "787"), ("101",), ("787",), ()),
        (("101", "787"), ("787",), ("101", "787", "851"), ("787", "851")),
        (("101", "787"), ("787", "101"), ("101", "787", "851"), ("101", "787", "851")),
    ],
)
def test_partners_are_merged_one_by_one(base: Any, mine: Any, theirs: Any, merged: Any) -> None:
    path = "projects[0].partners"
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merge(changed(path, base), changed(path, one), changed(path, other))
        assert (found.merged.projects[0].partners, found.conflicts) == (merged, ())


def test_partners_without_a_base_are_asked_about() -> None:
    path = "projects[0].partners"
    conflict = only_conflict(merge(None, changed(path, ("101",)), changed(path, ("787",))))
    assert (conflict.kind, str(conflict.path)) == (ConflictKind.ROWS, path)
    assert Choice.BOTH in conflict.choices


def test_sentences_that_both_put_in_are_all_kept() -> None:
    one, other = (InsertedFact(content=number, text="I alt 19.") for number in (1, 2))
    found = merge(BASE, replace(BASE, inserted_facts=(other,)), replace(BASE, inserted_facts=(one,)))
    assert (found.merged.inserted_facts, found.conflicts) == ((one, other), ())


def test_judged_contents_are_merged_by_their_number() -> None:
    base = replace(BASE, judged_contents={"1": COVERED, "2": COVERED})
    mine = replace(BASE, judged_contents={"2": COVERED, "3": COVERED})
    theirs = replace(BASE, judged_contents={"1": COVERED, "2": NOT_COVERED})
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merge(base, one, other)
        assert (found.merged.judged_contents, found.conflicts) == ({"2": NOT_COVERED, "3": COVERED}, ())
        assert draft_bytes(found.merged)


def test_a_content_that_both_judged_differently_is_asked_about() -> None:
    mine, theirs = (replace(BASE, judged_contents={"3": verdict}) for verdict in (COVERED, NOT_COVERED))
    for base, judged_before in ((BASE, None), (None, None)):
        found = merge(base, mine, theirs)
        assert only_conflict(found) == Conflict(
            ConflictKind.VALUE, field_path("judged_contents.3"), judged_before, COVERED, NOT_COVERED
        )
        assert all_of(found, Choice.THEIRS).judged_contents == {"3": NOT_COVERED}
    gone = merge(None, mine, BASE)
    assert all_of(gone, Choice.THEIRS).judged_contents == {}
