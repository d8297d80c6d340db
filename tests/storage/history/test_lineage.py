"""Which versions are ancestors of a file when a computer has several files of one draft."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.history.lineage import lineage
from botilbud_desktop.storage.history.versions import History, Reason, Version
from tests.storage.histories import DRAFT, ME, START


def version(number: int, place: str, digest: str, reason: Reason = Reason.SAVED) -> Version:
    return Version(number, digest, START, ME, reason, 1, place)


def numbers(versions: list[Version], place: str) -> list[int]:
    return [found.number for found in lineage(reversed(versions), place)]


def test_what_stood_in_another_file_is_no_part_of_it() -> None:
    versions = [version(1, "A", "a"), version(2, "B", "x"), version(3, "A", "b"), version(4, "B", "y")]
    assert numbers(versions, "A") == [1, 3]
    assert numbers(versions, "B") == [2, 4]
    assert numbers(versions, "C") == []


def test_a_copy_goes_on_with_the_file_that_it_was_made_from_up_to_where_they_part() -> None:
    versions = [version(1, "A", "a"), version(2, "A", "b"), version(3, "A", "c"), version(4, "B", "b")]
    versions += [version(5, "B", "d"), version(6, "A", "e"), version(7, "C", "d"), version(8, "B", "f")]
    assert numbers(versions, "B") == [1, 2, 4, 5, 8]
    assert numbers(versions, "C") == [1, 2, 4, 5, 7]
    assert numbers(versions, "A") == [1, 2, 3, 6]


def test_a_file_that_later_says_the_same_is_not_where_it_comes_from() -> None:
    assert numbers([version(1, "A", "a"), version(2, "B", "a")], "A") == [1]


def test_what_was_discarded_was_never_in_the_file() -> None:
    versions = [version(1, "A", "a"), version(2, "A", "b", Reason.DISCARDED), version(3, "B", "b")]
    assert numbers(versions, "A") == [1]
    assert numbers(versions, "B") == [3]


def test_the_same_content_is_kept_for_each_file_and_again_when_it_was_discarded(tmp_path: Path) -> None:
    history = History(tmp_path, DRAFT)
    kept = [("A", Reason.OPENED), ("A", Reason.SAVED), ("B", Reason.SAVED), ("B", Reason.DISCARDED)]
    kept += [("C", Reason.DISCARDED), ("C", Reason.DISCARDED), ("C", Reason.SAVED)]
    for place, reason in kept:
        history.keep(b"a", START + timedelta(seconds=1), ME, reason, place)
    assert [(found.place, found.reason) for found in reversed(history.versions())] == [
        ("A", Reason.OPENED),
        ("B", Reason.SAVED),
        ("C", Reason.DISCARDED),
        ("C", Reason.SAVED),
    ]


def test_the_contents_of_some_versions_come_in_their_order_each_once(tmp_path: Path) -> None:
    history = History(tmp_path, DRAFT)
    for content, place in ((b"a", "A"), (b"x", "B"), (b"b", "A"), (b"a", "A")):
        history.keep(content, START, ME, Reason.SAVED, place)
    assert list(history.contents(lineage(history.versions(), "A"))) == [b"a", b"b"]
    assert list(history.contents(history.versions())) == [b"a", b"b", b"x"]
    assert list(history.contents([])) == []


def test_a_file_has_one_place_whatever_links_lead_to_it(tmp_path: Path) -> None:
    assert place_of(tmp_path / "x" / ".." / "å.botilbud") == place_of(tmp_path / "å.botilbud")


@pytest.mark.skipif(sys.platform == "win32", reason="names there are always Unicode")
def test_a_file_whose_name_is_no_unicode_has_a_history(tmp_path: Path) -> None:
    place = place_of(tmp_path / "\udcff.botilbud")
    history = History(tmp_path, DRAFT)
    history.keep(b"a", START, ME, Reason.SAVED, place)
    assert [found.place for found in history.versions()] == [place]
