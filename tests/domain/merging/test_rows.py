"""Rows of both sides: an exact model in which each row has an identity, all small cases and many larger ones."""

from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.merging.rows import merged_rows, rows_of_both


class Row(NamedTuple):
    """A row that can be told from all others: which one it is, and what stands in it."""

    identity: str
    text: str


class Edit(NamedTuple):
    """One edit of a list: its kind, the row it is done to, and where to."""

    kind: str
    at: int
    to: int = 0


List = tuple[Row, ...]


def edited(rows: List, edit: Edit, who: str) -> List:
    """Returns the list after one edit by `who`."""
    if edit.kind == "add":
        to = edit.to % (len(rows) + 1)
        return (*rows[:to], Row(f"{who}{edit.at}", f"new {who}{edit.at}"), *rows[to:])
    if not rows:
        return rows
    at = edit.at % len(rows)
    row, others = rows[at], (*rows[:at], *rows[at + 1 :])
    if edit.kind == "remove":
        return others
    if edit.kind == "change":
        return (*rows[:at], row._replace(text=f"{row.text}{who}"), *rows[at + 1 :])
    to = edit.to % len(rows)
    return (*others[:to], row, *others[to:])


def texts(rows: List) -> tuple[str, ...]:
    """Returns what the program sees of the rows."""
    return tuple(row.text for row in rows)


def fates(base: List, side: List) -> dict[str, str | None]:
    """Returns the text of each row of the base in the list of a side, None where it is gone."""
    now = {row.identity: row.text for row in side}
    return {row.identity: now.get(row.identity) for row in base}


def expected(base: List, mine: List, theirs: List) -> list[str] | None:
    """Returns the rows that the merged list must have, whatever their order; None when a row is in conflict."""
    before, my, their = ({row.identity: row.text for row in side} for side in (base, mine, theirs))
    found = []
    for key in dict.fromkeys((*before, *my, *their)):
        old, one, other = before.get(key), my.get(key), their.get(key)
        if one != other and old not in (one, other):
            return None
        text = other if one == old else one
        if text is not None:
            found.append(text)
    return sorted(found)


def moved(base: List, side: List) -> bool:
    """Whether the rows that stayed are in another order."""
    old = [row.identity for row in base]
    kept = [row.identity for row in side if row.identity in old]
    return kept != [key for key in old if key in kept]


def assert_right(base: List, mine: List, theirs: List) -> None:
    """Checks a merge: nothing is lost, nothing is doubled, and it is asked where rows are in conflict."""
    merged = merged_rows(texts(base), texts(mine), texts(theirs))
    assert merged == merged_rows(texts(base), texts(theirs), texts(mine))
    if merged is None:
        assert base not in (mine, theirs)
        assert mine != theirs
        return
    wanted = expected(base, mine, theirs)
    assert wanted is not None or mine == theirs
    if wanted is not None:
        assert sorted(merged) == wanted
    for one, other in ((mine, theirs), (theirs, mine)):
        if not moved(base, other):
            stays = [text for text in texts(one) if text in merged]
            assert [text for text in merged if text in stays] == stays


BASE = tuple(Row(letter, letter) for letter in "abcd")


def _edits(size: int) -> Iterator[Edit]:
    for at in range(size):
        yield Edit("remove", at)
        yield Edit("change", at)
        yield from (Edit("move", at, to) for to in range(size) if to != at)
    yield from (Edit("add", 0, to) for to in range(size + 1))


@pytest.mark.parametrize("size", range(5))
def test_all_pairs_of_one_edit_each(size: int) -> None:
    base = BASE[:size]
    for my, their in product(_edits(size), _edits(size)):
        assert_right(base, edited(base, my, "m"), edited(base, their, "t"))


@pytest.mark.parametrize("size", range(2, 5))
def test_edits_of_different_rows_need_no_question(size: int) -> None:
    base = BASE[:size]
    done = [edit for edit in _edits(size) if edit.kind in ("remove", "change")]
    for my, their in product(done, done):
        if my.at != their.at:
            first, last = sorted((my, their), key=lambda edit: edit.at)
            merged = merged_rows(texts(base), texts(edited(base, my, "x")), texts(edited(base, their, "x")))
            assert merged == texts(edited(edited(base, last, "x"), first, "x"))


EDITS = st.builds(
    Edit, st.sampled_from(["remove", "change", "change", "move", "add"]), st.integers(0, 9), st.integers(0, 9)
)


@given(st.integers(0, 8), st.lists(EDITS, max_size=4), st.lists(EDITS, max_size=4))
def test_any_edits_of_longer_lists(size: int, mine: list[Edit], theirs: list[Edit]) -> None:
    base = tuple(Row(letter, letter) for letter in "abcdefgh"[:size])
    sides = []
    for who, edits in (("m", mine), ("t", theirs)):
        side = base
        for number, edit in enumerate(edits):
            side = edited(side, edit._replace(at=number) if edit.kind == "add" else edit, who)
        sides.append(side)
    assert_right(base, *sides)


FEW = st.lists(st.sampled_from("ab"), max_size=5).map(tuple)


@given(FEW, FEW, FEW)
def test_of_equal_rows_none_comes_or_goes_unasked(base: Any, mine: Any, theirs: Any) -> None:
    merged = merged_rows(base, mine, theirs)
    assert merged == merged_rows(base, theirs, mine)
    assert merged_rows(base, mine, base) == merged_rows(base, base, mine) == merged_rows(base, mine, mine) == mine
    if merged is None:
        return
    for row in "ab":
        counts = {rows.count(row) for rows in (mine, theirs)} - {base.count(row)}
        assert len(counts) <= 1
        changed_into = max(mine.count(row), theirs.count(row)) - base.count(row)
        assert merged.count(row) in ({*counts} or {base.count(row)}) or changed_into > 0


@given(FEW, FEW)
def test_both_are_all_rows_of_either(mine: Any, theirs: Any) -> None:
    both = rows_of_both(mine, theirs)
    assert sorted(both) == sorted(rows_of_both(theirs, mine))
    for row in "ab":
        assert both.count(row) == max(mine.count(row), theirs.count(row))
    assert rows_of_both(mine, mine) == mine


@pytest.mark.parametrize(("moved", "left"), [("bac", "bc"), ("bac", "ac"), ("bca", "bc"), ("cab", "ab")])
def test_a_row_that_one_side_removed_and_the_other_may_have_moved_is_asked_about(moved: str, left: str) -> None:
    assert merged_rows(tuple("abc"), tuple(moved), tuple(left)) is None
    assert merged_rows(tuple("abc"), tuple(left), tuple(moved)) is None


def test_a_row_that_stayed_while_another_was_moved_can_be_removed() -> None:
    assert merged_rows(tuple("abcd"), tuple("bcda"), tuple("acd")) == tuple("cda")
