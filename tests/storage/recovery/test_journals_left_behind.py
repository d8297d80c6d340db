"""Journals found when the program starts: which are offered, set aside or left alone."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.draft_file import OpenedDraft
from botilbud_desktop.storage.files.os_lock import LockOutcome
from botilbud_desktop.storage.recovery.journal import Journal, orphaned_journals
from botilbud_desktop.storage.recovery.journal_file import JournalEntry, journal_bytes
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.listing import names_in
from tests.storage.left_journals import NOW, case_numbers, left_behind, release, with_case_number


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of journals, which does not exist yet."""
    return tmp_path / "state" / "gendannelse"


@pytest.fixture
def entry(aalborg: OpenedDraft) -> JournalEntry:
    """A journal entry with typed text."""
    return JournalEntry(aalborg.application, NOW)


def test_the_newest_comes_first_whatever_the_clock_says(
    folder: Path, entry: JournalEntry, library: FormLibrary
) -> None:
    for number in range(5):
        left_behind(folder, entry._replace(written_at=NOW - timedelta(days=number)), f"nr. {number}")
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["nr. 4", "nr. 3", "nr. 2", "nr. 1", "nr. 0"]
    assert [journal.entry.sequence for journal in found] == [5, 4, 3, 2, 1]
    release(found)


def test_no_journals_are_found_where_none_can_be_read(tmp_path: Path, library: FormLibrary) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path, tmp_path / "file", tmp_path / "gone", tmp_path / "\x00"):
        assert orphaned_journals(folder, library) == []
    assert names_in(tmp_path) == ["file"]


def test_damaged_journals_are_set_aside_and_in_nobodys_way(
    folder: Path, entry: JournalEntry, library: FormLibrary
) -> None:
    left_behind(folder, entry, "whole")
    damaged = {}
    for content in (b"", b"\x00" * 4096, journal_bytes(entry)[:-1], b"x" * 5_000_001):
        path = left_behind(folder, entry).path
        path.write_bytes(content)
        damaged[path.stem] = content
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["whole"]
    release(found)
    aside = {path.name.partition("-")[0]: path.read_bytes() for path in (folder / "beskadiget").iterdir()}
    assert aside == damaged
    assert len(names_in(folder)) == 3
    again = orphaned_journals(folder, library)
    assert case_numbers(again) == ["whole"]
    release(again)


def test_journals_set_aside_under_one_name_are_all_kept(
    folder: Path, entry: JournalEntry, library: FormLibrary
) -> None:
    path = left_behind(folder, entry).path
    for number in range(3):
        path.write_bytes(b"damaged %d" % number)
        assert orphaned_journals(folder, library) == []
    contents = sorted(each.read_bytes() for each in (folder / "beskadiget").iterdir())
    assert contents == [b"damaged 0", b"damaged 1", b"damaged 2"]


def test_a_damaged_journal_that_cannot_be_moved_is_passed_over(
    folder: Path, entry: JournalEntry, library: FormLibrary
) -> None:
    left_behind(folder, entry, "whole")
    path = left_behind(folder, entry).path
    path.write_bytes(b"damaged")
    (folder / "beskadiget").write_bytes(b"a file in the way")
    for _ in range(2):
        found = orphaned_journals(folder, library)
        assert case_numbers(found) == ["whole"]
        release(found)
    assert path.read_bytes() == b"damaged"


def test_a_journal_of_a_newer_program_is_left_alone(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    path = left_behind(folder, entry).path
    newer = path.read_bytes().replace(b"journal 1", b"journal 2", 1)
    path.write_bytes(newer)
    for _ in range(2):
        assert orphaned_journals(folder, library) == []
    assert path.read_bytes() == newer
    assert not (folder / "beskadiget").exists()


def test_missing_forms_cost_no_journal(folder: Path, entry: JournalEntry, library: FormLibrary, tmp_path: Path) -> None:
    left_behind(folder, entry, "x")
    assert orphaned_journals(folder, FormLibrary(tmp_path / "no forms")) == []
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["x"]
    release(found)


def test_a_journal_that_cannot_be_read_now_is_not_taken_for_damaged(
    folder: Path, entry: JournalEntry, library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(folder, entry, "x")
    real = Path.open

    def held(path: Path, mode: str = "r") -> object:
        if path.suffix == ".journal":
            raise PermissionError(13, "held by an antivirus program")
        return real(path, mode)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", held)
        assert orphaned_journals(folder, library) == []
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["x"]
    release(found)


def test_a_missing_mark_means_that_the_owner_is_gone(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    path = left_behind(folder, entry, "x").path
    path.with_suffix(".alive").unlink()
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["x"]
    release(found)


def test_where_there_are_no_locks_the_owner_is_taken_for_gone(
    folder: Path, entry: JournalEntry, library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("botilbud_desktop.storage.files.liveness_lock.try_lock", lambda _: LockOutcome.UNSUPPORTED)
    journal = Journal.begin(folder)
    journal.write(with_case_number(entry, "x"))
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["x"]
    release(found)
    journal.remove()
    assert names_in(folder) == []


def test_a_mark_without_a_journal_is_tidied_away_unless_it_is_alive(
    folder: Path, entry: JournalEntry, library: FormLibrary
) -> None:
    journal = left_behind(folder, entry)
    journal.path.unlink()
    living = Journal.begin(folder)
    living.write(entry)
    living.path.unlink()
    assert orphaned_journals(folder, library) == []
    assert names_in(folder) == [living.path.with_suffix(".alive").name]
    living.close()


def test_only_so_many_are_offered_and_those_are_the_newest(
    folder: Path, entry: JournalEntry, library: FormLibrary
) -> None:
    folder.mkdir(parents=True)
    for number in range(1, 61):
        name = os.urandom(8).hex()
        (folder / f"{name}.journal").write_bytes(journal_bytes(entry._replace(sequence=number)))
    found = orphaned_journals(folder, library)
    assert [journal.entry.sequence for journal in found] == list(range(60, 10, -1))
    release(found)


def test_what_is_not_ours_is_not_touched(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    folder.mkdir(parents=True)
    (folder / "noter.journal").write_text("mine")
    (folder / "0123456789abcdef.txt").write_text("mine")
    (folder / "0123456789abcdef.journal").mkdir()
    if os.name != "nt":
        (folder / "fedcba9876543210.journal").symlink_to(folder / "noter.journal")
    before = names_in(folder)
    assert orphaned_journals(folder, library) == []
    assert names_in(folder) == before
