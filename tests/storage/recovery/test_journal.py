"""The folder of recovery journals: who writes which journal, and which process owns it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.draft_file import OpenedDraft
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.liveness_lock import LivenessLock
from botilbud_desktop.storage.recovery.journal import Journal, orphaned_journals
from botilbud_desktop.storage.recovery.journal_file import HIGHEST_SEQUENCE, JournalEntry, journal_bytes, parse_journal
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.listing import names_in
from tests.storage.left_journals import NOW, as_written, case_numbers, left_behind, release, with_case_number

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX file systems")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of journals, which does not exist yet."""
    return tmp_path / "state" / "gendannelse"


@pytest.fixture
def entry(aalborg: OpenedDraft) -> JournalEntry:
    """A journal entry with typed text."""
    return JournalEntry(aalborg.application, NOW)


def test_nothing_is_made_before_the_first_write(folder: Path, library: FormLibrary) -> None:
    journal = Journal.begin(folder)
    journal.remove()
    journal.close()
    assert orphaned_journals(folder, library) == []
    assert not folder.exists()


def test_a_journal_is_one_whole_snapshot_that_is_replaced(
    folder: Path, entry: JournalEntry, library: FormLibrary
) -> None:
    journal = Journal.begin(folder)
    for number in range(1, 4):
        journal.write(with_case_number(entry, f"udkast {number}"))
        read = as_written(parse_journal(journal.path.read_bytes(), "x", library))
        assert read == with_case_number(entry, f"udkast {number}")._replace(sequence=number)
    assert names_in(folder) == sorted([journal.path.name, journal.path.with_suffix(".alive").name])
    journal.close()


def test_a_journal_is_forced_to_the_disk(folder: Path, entry: JournalEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal.begin(folder)
    forced: list[int] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        forced.append(handle)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    journal.write(entry)
    assert forced
    journal.close()


def test_a_living_journal_is_offered_to_nobody(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    journal = Journal.begin(folder)
    journal.write(entry)
    assert orphaned_journals(folder, library) == []
    journal.close()
    found = orphaned_journals(folder, library)
    assert [as_written(each.entry) for each in found] == [entry._replace(sequence=1)]
    release(found)


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.recovery.journal import Journal
from botilbud_desktop.storage.recovery.journal_file import JournalEntry
from botilbud_desktop.storage.recovery.position import Position
from botilbud_desktop.storage.paths import forms_folder
application = read_draft(example_drafts()[0].path, FormLibrary(forms_folder())).application
journal = Journal.begin(Path(sys.argv[1]))
journal.write(JournalEntry(application, datetime(2024, 5, 10, tzinfo=UTC), position=Position("page.approve")))
print("written", flush=True)
sys.stdin.read()
"""


def test_the_journal_of_another_process_is_offered_once_that_is_killed(folder: Path, library: FormLibrary) -> None:
    command = [sys.executable, "-c", _WRITER, str(folder)]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"written"
        while_it_lives = orphaned_journals(folder, library)
        process.kill()
        process.wait()
    assert while_it_lives == []
    found = orphaned_journals(folder, library)
    assert [journal.entry.position.page for journal in found] == ["page.approve"]
    release(found)


def test_what_was_found_is_locked_until_it_is_released(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    left_behind(folder, entry, "x")
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["x"]
    assert orphaned_journals(folder, library) == []
    release(found)
    again = orphaned_journals(folder, library)
    assert case_numbers(again) == ["x"]
    release(again)


def test_an_adopted_journal_goes_on(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    old = left_behind(folder, entry, "a", "b", "c")
    later = left_behind(folder, entry, "later")
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["later", "c"]
    mine = found[1].adopt()
    found[0].release()
    found[1].release()
    found[1].discard()
    assert mine.path == old.path
    mine.write(with_case_number(entry, "d"))
    assert parse_journal(mine.path.read_bytes(), "x", library).sequence == 5
    with pytest.raises(ValueError, match="adopted"):
        found[1].adopt()
    mine.close()
    again = orphaned_journals(folder, library)
    assert case_numbers(again) == ["d", "later"]
    release(again)
    assert later.path.exists()


def test_a_discarded_journal_is_gone(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    left_behind(folder, entry)
    (found,) = orphaned_journals(folder, library)
    found.discard()
    found.discard()
    assert names_in(folder) == []


def test_a_removed_journal_is_gone_and_can_be_taken_up_again(
    folder: Path, entry: JournalEntry, library: FormLibrary
) -> None:
    journal = Journal.begin(folder)
    journal.write(with_case_number(entry, "a"))
    journal.remove()
    journal.remove()
    assert names_in(folder) == []
    journal.write(with_case_number(entry, "b"))
    assert orphaned_journals(folder, library) == []
    journal.close()
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["b"]
    assert found[0].entry.sequence == 2
    release(found)


def test_a_journal_survives_the_folder(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    journal = Journal.begin(folder)
    journal.write(with_case_number(entry, "a"))
    journal.close()  # Windows cannot remove an open file
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.parent.rmdir()
    journal.write(with_case_number(entry, "b"))
    assert orphaned_journals(folder, library) == []
    journal.close()
    found = orphaned_journals(folder, library)
    assert case_numbers(found) == ["b"]
    release(found)


@posix
def test_a_mark_that_vanished_is_put_back(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    journal = Journal.begin(folder)
    journal.write(entry)
    journal.path.with_suffix(".alive").unlink()
    journal.write(entry)
    assert orphaned_journals(folder, library) == []
    journal.remove()
    assert names_in(folder) == []


def test_a_journal_that_somebody_else_adopted_is_not_written_over(
    folder: Path, entry: JournalEntry, library: FormLibrary
) -> None:
    journal = left_behind(folder, entry, "a")
    old = journal.path
    (found,) = orphaned_journals(folder, library)
    journal.remove()
    assert old.exists()
    journal.write(with_case_number(entry, "b"))
    assert journal.path != old
    assert parse_journal(old.read_bytes(), "x", library).application.case_number == "a"
    assert parse_journal(journal.path.read_bytes(), "x", library).application.case_number == "b"
    found.discard()
    journal.remove()
    assert names_in(folder) == []


@pytest.mark.parametrize("is_discarded", [False, True])
def test_a_journal_under_its_new_name_is_offered_to_nobody_and_gone_when_it_is_removed(
    folder: Path, entry: JournalEntry, library: FormLibrary, is_discarded: bool
) -> None:
    journal = left_behind(folder, entry, "a")
    (found,) = orphaned_journals(folder, library)
    journal.write(with_case_number(entry, "b"))
    assert orphaned_journals(folder, library) == []
    journal.write(with_case_number(entry, "c"))
    if is_discarded:
        found.discard()
    assert orphaned_journals(folder, library) == []
    assert parse_journal(journal.path.read_bytes(), "x", library).application.case_number == "c"
    journal.close()
    (offered,) = orphaned_journals(folder, library)
    assert offered.entry.application.case_number == "c"
    offered.discard()
    found.release()


def test_a_failing_write_keeps_the_last_one(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    journal = Journal.begin(folder)
    journal.write(with_case_number(entry, "a"))
    with pytest.raises(SaveFailedError, match="mere end 5 MB"):
        journal.write(with_case_number(entry, "x" * 5_000_000))
    assert parse_journal(journal.path.read_bytes(), "x", library).application.case_number == "a"
    journal.remove()


def test_a_folder_that_cannot_be_is_told_and_nothing_else_fails(tmp_path: Path, entry: JournalEntry) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below", tmp_path / "\x00"):
        journal = Journal.begin(folder)
        with pytest.raises(SaveFailedError, match="Filen »gendannelseskopi« blev ikke gemt: "):
            journal.write(entry)
        journal.remove()
        journal.close()


def test_the_last_sequence_number_is_never_exceeded(folder: Path, entry: JournalEntry, library: FormLibrary) -> None:
    folder.mkdir(parents=True)
    last = journal_bytes(entry._replace(sequence=HIGHEST_SEQUENCE))
    (folder / "0123456789abcdef.journal").write_bytes(last)
    journal = Journal.begin(folder)
    journal.write(entry)
    journal.write(entry)
    assert parse_journal(journal.path.read_bytes(), "x", library).sequence == HIGHEST_SEQUENCE
    journal.remove()


def test_a_held_file_is_removed_when_it_is_let_go(
    folder: Path, entry: JournalEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal.begin(folder)
    journal.write(entry)
    real, waits = Path.unlink, [0.0]

    def held(path: Path, missing_ok: bool = False) -> None:
        if len(waits) < 3:
            raise PermissionError(13, "held")
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    journal.remove(sleep=waits.append)
    assert names_in(folder) == []


@posix
def test_nobody_else_can_read_the_journals(folder: Path, entry: JournalEntry) -> None:
    journal = Journal.begin(folder)
    journal.write(entry)
    assert folder.stat().st_mode & 0o077 == 0
    journal.remove()


def test_names_do_not_tell_what_is_in_them(folder: Path) -> None:
    journal = Journal.begin(folder)
    assert re.fullmatch(r"[0-9a-f]{16}\.journal", journal.path.name)
    assert Journal.begin(folder).path != journal.path


def test_a_lock_that_vanishes_again_and_again_is_not_said_to_be_somebodys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LivenessLock, "_is_in_place", lambda _lock: False)
    lock = LivenessLock(tmp_path / "x.alive")
    assert lock.hold()
    lock.remove()
