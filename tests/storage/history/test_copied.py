"""Versions that copies of the draft were made from: marked, kept at any age, and the last to go for want of space."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.user.person import Person
from tests.storage.histories import DRAFT, ME, START, keep

LATER = START + timedelta(days=40)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path, DRAFT)


def left(history: History) -> list[bytes]:
    """Returns the contents that are left a month later, after more was written each day."""
    for day in range(39):
        keep(history, f"day {day}".encode(), at=START + timedelta(days=day, hours=5))
    history.apply_retention(LATER)
    return list(history.contents())


def test_what_was_copied_or_found_in_the_file_is_kept_and_the_rest_of_its_day_is_not(history: History) -> None:
    history.keep(b"mailed to me", START, Person("Bo Bang", ""), Reason.OPENED)
    keep(history, b"a", at=START + timedelta(minutes=1))
    history.keep(b"copied", START + timedelta(minutes=2), ME, Reason.COPIED)
    keep(history, b"b", at=START + timedelta(minutes=3))
    kept = left(history)
    assert kept[:2] == [b"mailed to me", b"copied"]
    assert not {b"a", b"b"} & set(kept)
    assert history.versions()[-1].by == Person("Bo Bang", "")


def test_the_newest_version_is_marked_when_it_is_copied(history: History) -> None:
    keep(history, b"a")
    history.keep(b"a", START, ME, Reason.COPIED)
    assert [version.reason for version in history.versions()] == [Reason.COPIED]


@pytest.mark.parametrize("reason", [Reason.MERGED, Reason.RESTORED, Reason.OPENED, Reason.DISCARDED])
def test_a_reason_that_says_more_is_left(history: History, reason: Reason) -> None:
    history.keep(b"a", START, ME, reason)
    history.keep_copied(b"a")
    assert [version.reason for version in history.versions()] == [reason]


def test_an_exported_version_is_kept(history: History) -> None:
    keep(history, b"exported", b"b")
    history.keep_copied(b"exported")
    history.keep_copied(b"never a version")
    assert [version.reason for version in history.versions()] == [Reason.AUTOMATIC, Reason.COPIED]
    assert b"exported" in left(history)


def test_for_want_of_space_the_others_go_first_and_the_newest_never(tmp_path: Path) -> None:
    history = History(tmp_path, DRAFT, most_bytes=200_000)
    random = Random(5)
    copied = random.randbytes(20_000)
    history.keep(copied, START, ME, Reason.COPIED)
    contents = [random.randbytes(20_000) for _number in range(20)]
    keep(history, *contents)
    history.apply_retention(START)
    kept = list(history.contents())
    assert kept[0] == copied
    assert kept[1:] == contents[-len(kept) + 1 :]
    assert 4 <= len(kept) < 12
