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
    assert (found.merged.comments, found.conflicts) == ((A, C, B), ()), "C stands before B in theirs"
    assert field_path("comments") in found.taken
    assert field_path("comments") in found.kept
    asked = merge(None, with_comments(A), with_comments(comment("a", done=True)))
    assert only_conflict(asked).path == field_path("comments[0].done")


def test_two_comments_with_one_id_are_both_kept_and_get_ids_of_their_own() -> None:
    twin = replace(A, text="Og hvornår?")
    found = merge(with_comments(A, twin), with_comments(A, twin, B), with_comments(A, twin, C))
    assert found.merged.comments == (A, replace(twin, id="a~2"), B, C)


def test_two_new_comments_that_differ_in_being_done_alone_come_in_the_same_order_from_either_side() -> None:
    mine, theirs = comment("a"), comment("a", done=True)
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merge(BASE, with_comments(one), with_comments(other))
        assert (found.merged.comments, found.conflicts) == ((mine, replace(theirs, id="a~2")), ())


def test_two_new_comments_that_happen_to_have_one_id_are_two_comments() -> None:
    mine, theirs = comment("a", "Hvorfor?"), replace(comment("a", "Hvornår?"), author="Bo")
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merge(BASE, with_comments(one), with_comments(other))
        assert (found.merged.comments, found.conflicts) == ((mine, replace(theirs, id="a~2")), ())
    assert merge(BASE, with_comments(mine), with_comments(mine)).merged.comments == (mine,)


def test_who_wrote_and_when_goes_with_the_words() -> None:
    later = timedelta(hours=1)
    mine = replace(A, text="Hvorfor ikke?", author="Bo", written_at=A.written_at + later)
    theirs = replace(A, text="Hvornår?", author="Åse", written_at=A.written_at + 2 * later)
    ticked = replace(A, done=True)
    assert merge(with_comments(A), with_comments(mine), with_comments(ticked)).merged.comments == (
        replace(mine, done=True),
    )
    for base in (with_comments(A), None):
        found = merge(base, with_comments(mine), with_comments(theirs))
        assert [str(conflict.path) for conflict in found.conflicts] == ["comments[0].text"]
        assert found.merged.comments == (mine,)
        assert all_of(found, Choice.THEIRS).comments == (theirs,)
        (both,) = all_of(found, Choice.BOTH).comments
        assert (both.author, both.written_at) == (theirs.author, theirs.written_at)


def test_a_comment_with_newer_words_stays_before_its_answer() -> None:
    answer = comment("b")
    reworded = replace(A, text="Hvorfor ikke?", written_at=C.written_at)
    for base in (with_comments(A, answer), None):
        found = merge(base, with_comments(reworded, answer), with_comments(A, answer, C))
        assert [one.id for one in found.merged.comments] == ["a", "b", "c"]


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
