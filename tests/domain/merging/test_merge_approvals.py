"""Approvals of both sides are kept; they are events and never in conflict."""

from datetime import timedelta, timezone

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.merging.merge import merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.domain.merging.drafts import (
    BASE,
    approval,
)


def test_approvals_of_both_are_kept_the_oldest_first() -> None:
    first, second, third = approval(0, "a"), approval(1, "b"), approval(2, "c")
    base = replace(BASE, approvals=(first,))
    found = merge(base, replace(BASE, approvals=(first, third)), replace(BASE, approvals=(first, second)))
    assert (found.merged.approvals, found.conflicts) == ((first, second, third), ())
    assert found.taken == (field_path("approvals"),)
    alone = merge(None, replace(BASE, approvals=(first, third)), replace(BASE, approvals=(second, third)))
    assert (alone.merged.approvals, alone.conflicts) == ((first, second, third), ())


def test_an_approval_that_a_side_removed_is_gone_where_a_base_shows_it() -> None:
    first, second, third = approval(0, "a"), approval(1, "b"), approval(2, "c")
    base = replace(BASE, approvals=(first, second))
    mine, theirs = replace(BASE, approvals=(first,)), replace(BASE, approvals=(first, second, third))
    for found in (merge(base, mine, theirs), merge(base, theirs, mine)):
        assert (found.merged.approvals, found.conflicts) == ((first, third), ())
        assert found.taken == found.kept == (field_path("approvals"),)
    assert merge(None, mine, theirs).merged.approvals == (first, second, third)


def test_an_approval_written_in_another_time_zone_is_not_exchanged_unnoticed() -> None:
    first = approval(0, "a")
    moved = replace(first, approved_at=first.approved_at.astimezone(timezone(timedelta(hours=2))))
    base, theirs = replace(BASE, approvals=(first,)), replace(BASE, approvals=(moved,))
    assert draft_bytes(merge(base, base, theirs).merged) == draft_bytes(theirs)
    assert draft_bytes(merge(base, theirs, base).merged) == draft_bytes(theirs)


def test_approvals_of_the_same_moment_and_content_by_two_people_are_both_kept() -> None:
    first = approval(0, "a")
    second = replace(first, approved_by="Ida")
    found = merge(BASE, replace(BASE, approvals=(first,)), replace(BASE, approvals=(second,)))
    assert found.merged.approvals == (first, second)
