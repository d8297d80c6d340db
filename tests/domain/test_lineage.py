"""The lineage of a draft: an ancestor is proven or there is none."""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botilbud_desktop.domain import lineage
from botilbud_desktop.domain.lineage import (
    MOST_SAVES,
    OF_UNKNOWN_ORIGIN,
    Lineage,
    Save,
    Saves,
    ancestor_among,
    common,
    continued,
    is_ancestor,
    joined,
    newest_common,
    session_named,
)
from botilbud_desktop.domain.model import from_json_values, json_values

A, B, C = "a" * 16, "b" * 16, "c" * 16
U = session_named("1" * 16, is_origin_known=False)


def saves(*pairs: tuple[str, int]) -> Saves:
    return tuple(Save(session=session, number=number) for session, number in pairs)


def digest(text: str) -> str:
    return f"sha256:{text:0>64}"


def state(*pairs: tuple[str, int], content: str = "1") -> Lineage:
    return Lineage(saves=saves(*pairs), digest=digest(content))


sessions = st.integers(0, 9).map(lambda number: f"{number:016x}")
some_saves = st.lists(st.tuples(sessions, st.integers(1, 3)), max_size=6, unique_by=lambda pair: pair[0]).map(
    lambda pairs: saves(*pairs)
)


def numbers(found: Saves) -> dict[str, int]:
    return {save.session: save.number for save in found}


@given(some_saves, some_saves)
def test_common_has_the_smaller_number_of_each_session_in_both(some: Saves, other: Saves) -> None:
    mine, theirs = numbers(some), numbers(other)
    assert numbers(common(some, other)) == {key: min(mine[key], theirs[key]) for key in mine.keys() & theirs.keys()}


@given(some_saves, some_saves)
def test_joined_has_the_larger_number_of_each_session(some: Saves, other: Saves) -> None:
    mine, theirs = numbers(some), numbers(other)
    assert numbers(joined(some, other)) == {
        key: max(mine.get(key, 0), theirs.get(key, 0)) for key in mine.keys() | theirs.keys()
    }


@given(some_saves, some_saves)
def test_a_state_is_an_ancestor_when_the_other_has_each_of_its_saves(some: Saves, other: Saves) -> None:
    mine, theirs = numbers(some), numbers(other)
    assert is_ancestor(some, other) == (bool(some) and all(theirs.get(key, 0) >= mine[key] for key in mine))


@given(some_saves, some_saves)
def test_both_sides_are_ancestors_of_what_continues_their_merge(some: Saves, other: Saves) -> None:
    merged = continued(joined(some, other), "f" * 16, 1)
    assert all(is_ancestor(side, merged) for side in (some, other) if side)


def test_nothing_is_made_from_a_content_without_saves() -> None:
    assert not is_ancestor((), saves((A, 1)))
    assert newest_common(state(), state()) is None
    assert newest_common(state(), state((A, 1))) is None


def test_the_newest_session_is_last_and_raised() -> None:
    assert continued(saves((A, 3), (B, 1)), B, 2) == saves((A, 3), (B, 2))
    assert continued(saves((A, 3)), B, 1) == saves((A, 3), (B, 1))


def test_the_newest_200_saves_are_kept() -> None:
    found: Saves = ()
    for number in range(MOST_SAVES + 5):
        found = continued(found, f"{number:016x}", 1)
    assert len(found) == MOST_SAVES
    assert [found[0].session, found[-1].session] == [f"{5:016x}", f"{MOST_SAVES + 4:016x}"]


def test_two_copies_have_what_both_grew_out_of_as_their_ancestor() -> None:
    before, mine, theirs = state((A, 2)), state((A, 2), (B, 1)), state((A, 2), (C, 4))
    assert ancestor_among([state((A, 1)), before, mine, theirs], mine, theirs) is before


def test_an_older_content_does_not_stand_in_for_a_missing_ancestor() -> None:
    assert ancestor_among([state((A, 1))], state((A, 2), (B, 1)), state((A, 2), (C, 1))) is None


def test_after_both_have_merged_the_same_two_copies_there_is_no_ancestor() -> None:
    mine, theirs = state((A, 1), (B, 1), ("d" * 16, 1)), state((B, 1), (A, 1), ("e" * 16, 1))
    assert ancestor_among([state((A, 1)), state((B, 1))], mine, theirs) is None


def test_two_contents_with_the_same_saves_prove_nothing() -> None:
    mine, theirs = state((A, 2), (B, 1)), state((A, 2), (C, 1))
    both = [state((A, 2), content="1"), state((A, 2), content="2")]
    assert ancestor_among(both, mine, theirs) is None
    assert newest_common(state((A, 2), content="1"), state((A, 2), content="2")) is None


def test_a_copy_of_unknown_origin_may_include_more_than_its_lineage_names() -> None:
    """Somebody edited `(A, 2), (B, 1)` by other means; (U, 1) goes on from that, and was merged with `(A, 2)`."""
    before, mine = state((A, 2)), state((A, 2), (B, 1))
    theirs = state((U, 1), (A, 2), (C, 1))
    assert ancestor_among([before, mine, theirs], mine, theirs) is None
    assert ancestor_among([before, mine, theirs], theirs, mine) is None


def test_an_unknown_origin_that_both_have_is_in_their_ancestor() -> None:
    before, mine, theirs = state((U, 2)), state((U, 3), (B, 1)), state((U, 2), (C, 1))
    assert ancestor_among([state((U, 1)), before, mine, theirs], mine, theirs) is before


def test_a_copy_that_continues_another_has_it_as_its_ancestor_whatever_it_has_taken_in() -> None:
    before, after = state((A, 2)), state((A, 2), (U, 1), (B, 1))
    assert ancestor_among([before, after], after, before) is before


@given(st.text("0123456789abcdef", min_size=16, max_size=16) | st.just(OF_UNKNOWN_ORIGIN * 4), st.booleans())
def test_only_a_session_of_unknown_origin_bears_the_mark(drawn: str, is_origin_known: bool) -> None:
    name = session_named(drawn, is_origin_known=is_origin_known)
    assert name.startswith(OF_UNKNOWN_ORIGIN) != is_origin_known
    assert name[4:] == drawn[4:]
    assert Save(session=name, number=1).session == name


def test_a_lineage_is_the_same_after_writing_and_reading() -> None:
    written = Lineage(saves=saves((A, 3), (B, 1)), digest="sha256:" + "0" * 64)
    assert from_json_values(Lineage, json_values(written)) == written


@pytest.mark.parametrize(
    "values",
    [
        {"session": "A" * 16, "number": 1},
        {"session": "a" * 15, "number": 1},
        {"session": A, "number": 0},
        {"session": A, "number": True},
        {"session": A, "number": 1.0},
        {"session": A, "number": 10**15},
        {"session": A},
        {"session": A, "number": 1, "more": 1},
    ],
)
def test_a_save_that_cannot_be_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="Save"):
        from_json_values(Save, values)


@pytest.mark.parametrize(
    "change",
    [
        {"saves": [{"session": A, "number": 1}, {"session": A, "number": 2}]},
        {"saves": [{"session": f"{number:016x}", "number": 1} for number in range(MOST_SAVES + 1)]},
        {"digest": "0" * 64},
        {"digest": "sha256:" + "0" * 63},
        {"digest": None},
    ],
)
def test_a_lineage_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="Lineage"):
        from_json_values(Lineage, {"saves": [], "digest": "sha256:" + "0" * 64, **change})


class Copy(NamedTuple):
    """A copy in a random history: its saves, and all contents that it truly grew out of, itself included."""

    state: Lineage
    past: frozenset[str]


@settings(max_examples=400)
@given(st.data())
def test_a_found_ancestor_is_the_newest_content_that_both_grew_out_of(data: st.DataObject) -> None:
    """Copies are made, saved and merged at random, some by programs that lose the lineage.

    Lineages are cut at 6 instead of 200 saves.
    """
    with pytest.MonkeyPatch.context() as patch:
        is_cut = data.draw(st.booleans())
        if is_cut:
            patch.setattr(lineage, "MOST_SAVES", 6)
        _check_random_history(data, is_cut=is_cut, loses_lineages=data.draw(st.booleans()))


def _check_random_history(data: st.DataObject, *, is_cut: bool, loses_lineages: bool) -> None:
    contents: dict[str, Copy] = {}

    def kept(found: Saves, past: frozenset[str]) -> Copy:
        name = digest(str(len(contents)))
        contents[name] = Copy(Lineage(saves=found, digest=name), past | {name})
        return contents[name]

    copies = [kept(saves((f"{0:016x}", 1)), frozenset())]
    for step in range(1, data.draw(st.integers(1, 25))):
        copy = data.draw(st.sampled_from(copies))
        found, past = copy.state.saves, copy.past
        is_lost = loses_lineages and data.draw(st.integers(0, 3)) == 0
        if is_lost:
            found = continued((), session_named(f"{step + 99:016x}", is_origin_known=False), 1)
        if data.draw(st.booleans()):
            other = data.draw(st.sampled_from(copies))
            found, past = joined(found, other.state.saves), past | other.past
        if data.draw(st.booleans()):
            copies.remove(copy)
        for number in range(1, data.draw(st.integers(1, 3)) + 1):
            copy = kept(continued(found, f"{step:016x}", number), past)
            found, past = copy.state.saves, copy.past
            copies.append(copy)
    some, other = data.draw(st.sampled_from(copies)), data.draw(st.sampled_from(copies))
    candidates = [copy.state for copy in contents.values() if data.draw(st.integers(0, 5))]
    ancestor = ancestor_among(candidates, some.state, other.state)
    shared = some.past & other.past
    if ancestor is not None:
        assert ancestor.digest in shared
        assert shared <= contents[ancestor.digest].past
    elif len(candidates) == len(contents) and not is_cut and not loses_lineages:
        assert not any(shared <= contents[name].past for name in shared)
