"""Some random histories, and bad merges that the judge must notice; `merge` plays 20.000."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging import values
from botilbud_desktop.domain.merging.merge import Merge, merge
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Comment
from tests.faults.merge import figures, main, play
from tests.faults.merging import story
from tests.faults.merging.oracle import certainly_moved

SEED = 1848


@pytest.mark.slow
def test_nothing_is_lost_or_asked_needlessly_in_some_histories() -> None:
    told = play(SEED, range(150))
    assert told.faults == []
    assert told.counted["proven"] > 75
    assert told.counted["without an ancestor"] > 15


def test_what_an_unknown_origin_brought_is_not_passed_over() -> None:
    """A file changed by other means was merged with an older copy; later the newer one stood in this history."""
    assert play(2027, range(18843, 18844)).faults == []


def _kinds(told: Iterable[str]) -> set[str]:
    return {fault.partition(":")[0] for fault in told}


def _found_with(monkeypatch: pytest.MonkeyPatch, name: str, by: Callable[..., Any], most: int = 40) -> set[str]:
    """Returns the kinds of faults found when a function of the program is replaced."""
    monkeypatch.setattr(story, name, by)
    return _kinds(play(SEED, range(1, most)).faults)


def test_a_merge_that_always_takes_theirs_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def takes_theirs(base: Application | None, mine: Application, theirs: Application) -> Merge:
        return merge(mine, mine, theirs)

    found = _found_with(monkeypatch, "merge", takes_theirs)
    assert found >= {"one-sided lost", "two-sided unasked", "unasked without an ancestor", "asymmetry"}


def test_a_merge_that_asks_for_everything_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def asks(_base: Application | None, mine: Application, theirs: Application) -> Merge:
        return merge(None, mine, theirs)

    assert "needless question" in _found_with(monkeypatch, "merge", asks)


def test_a_merge_that_drops_a_row_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def drops(base: Application | None, mine: Application, theirs: Application) -> Merge:
        found = merge(base, mine, theirs)
        contacts = replace(found.merged.contacts, emails=found.merged.contacts.emails[1:])
        return found._replace(merged=replace(found.merged, contacts=contacts))

    found = _found_with(monkeypatch, "merge", drops)
    assert found >= {"one-sided lost", "equal values", "merge(x, x) is not x"}


def _changing_comments(change: Callable[[tuple[Comment, ...]], tuple[Comment, ...]]) -> Callable[..., Merge]:
    def changes(base: Application | None, mine: Application, theirs: Application) -> Merge:
        found = merge(base, mine, theirs)
        if any(conflict.path[0] == "comments" for conflict in found.conflicts):
            return found
        return found._replace(merged=replace(found.merged, comments=change(found.merged.comments)))

    return changes


def test_a_merge_that_drops_doubles_or_misplaces_a_comment_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def drop(comments: tuple[Comment, ...]) -> tuple[Comment, ...]:
        return comments[1:]

    def double(comments: tuple[Comment, ...]) -> tuple[Comment, ...]:
        return (*comments, *comments[:1])

    def misplace(comments: tuple[Comment, ...]) -> tuple[Comment, ...]:
        return tuple(replace(one, field=one.field.replace("[0]", "[1]")) for one in comments)

    for change, kind in ((drop, "one-sided lost"), (double, "equal values"), (misplace, "one-sided lost")):
        assert kind in _found_with(monkeypatch, "merge", _changing_comments(change))


def test_a_merge_that_takes_an_empty_number_for_a_deletion_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "may_be_half_typed", lambda *_values: False)
    found = play(SEED, range(1, 60)).faults
    assert any("half-typed" in fault for fault in found)
    assert _kinds(found) == {"one-sided lost"}


def test_a_merge_that_asks_about_partners_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "is_set", lambda _path: False)
    found = play(SEED, range(1, 150)).faults
    assert any("items of" in fault for fault in found)


def test_an_ancestor_that_is_guessed_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def guesses(_mine: object, _theirs: object, contents: list[bytes]) -> bytes:
        return contents[0]

    assert "wrong ancestor" in _found_with(monkeypatch, "common_ancestor", guesses)


def test_the_same_seed_gives_the_same_history() -> None:
    assert play(SEED, range(3, 9)).counted == play(SEED, range(3, 9)).counted


def test_one_history_can_be_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--seed", str(SEED), "--case", "7"]) == 0
    assert "merge: 1 histories" in capsys.readouterr().out
    assert main(["--seed", str(SEED), "--count", "2"]) == 0
    assert "merge: 2 histories" in capsys.readouterr().out


def test_the_figures_are_one_line() -> None:
    assert "\n" not in figures(play(SEED, range(1, 3)), 1.0)


@pytest.mark.parametrize(("after", "moved"), [("bca", "a"), ("cab", "c"), ("abc", ""), ("bac", ""), ("ba", "")])
def test_what_certainly_moved(after: str, moved: str) -> None:
    assert "".join(one for one in after if certainly_moved("abc", after, one)) == moved
