"""Any one system call may fail: the old or the new content stays whole, and the user gets a Danish message."""

import os
from pathlib import Path

import pytest

from botilbud_desktop.storage.errors import SaveFailedError
from tests.faults import calls, failing_window
from tests.faults.failing_calls import TROUBLES, Calls, Fault, When, watched
from tests.faults.pieces_of_work import PIECES, SaveInFile, WriteJournal, content
from tests.faults.sqlite_calls import can_inject, let_all_fail

pytestmark = pytest.mark.slow


def test_no_failing_call_costs_anything_and_all_are_told() -> None:
    outcome = calls.run_calls(quick=True)
    assert outcome.failures == []
    assert outcome.line.endswith(" 0 broken promises")


def test_a_drive_that_goes_on_failing_is_told_in_the_window() -> None:
    assert failing_window.run(quick=True).failures == []


@pytest.mark.skipif(not can_inject(), reason="there is no strace that may let calls fail")
def test_failing_calls_of_sqlite_cost_no_version(tmp_path: Path) -> None:
    found = let_all_fail(tmp_path, only=lambda number: number % 60 == 50)
    assert found.failures == []
    assert found.calls > 40
    assert found.told + found.kept >= 4


def test_the_calls_of_a_save_are_counted(tmp_path: Path) -> None:
    work = SaveInFile(tmp_path)
    work.do()
    with watched(Calls()) as counted:
        work.do()
    work.close()
    assert {"fsync", "replace", "open to write", "open to read", "write", "close"} <= set(counted.names)
    assert counted.names.index("fsync") < counted.names.index("replace")


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.name)
def test_an_injected_error_looks_like_the_systems_own(trouble: object) -> None:
    error = next(each for each in TROUBLES if each == trouble).error()
    assert isinstance(error, OSError)
    if getattr(error, "winerror", None) in (5, 32, 33):
        assert isinstance(error, PermissionError)


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)
def test_each_piece_of_work_is_found_well_when_nothing_fails(piece: type[SaveInFile], tmp_path: Path) -> None:
    work = piece(tmp_path)
    work.do()
    assert work.wrong_after(None) == []
    assert work.left_over() == []


def test_a_file_that_is_not_whole_is_found_out(tmp_path: Path) -> None:
    work = SaveInFile(tmp_path)
    work.do()
    work.path.write_bytes(work.path.read_bytes()[:100])
    assert "neither the old nor the new content is in the file" in work.wrong_after(None)
    work.close()


def test_a_journal_that_was_not_written_is_found_out(tmp_path: Path) -> None:
    assert "said to be in the journal, and is not" in WriteJournal(tmp_path).wrong_after(None)


def test_a_write_that_fails_halfway_has_written_half(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with pytest.raises(OSError, match="Injected"), watched(Calls(Fault(1, TROUBLES[0], When.HALFWAY))):
        path.write_bytes(b"0123456789")
    assert path.read_bytes() == b"01234"


def test_a_call_that_fails_afterwards_has_been_made(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"x")
    with pytest.raises(OSError, match="Injected"), watched(Calls(Fault(0, TROUBLES[0], When.AFTER))):
        os.replace(one, other)  # noqa: PTH105 - the call itself
    assert other.exists()


def test_what_a_user_is_told_must_be_a_danish_sentence() -> None:
    from tests.faults.pieces_of_work import wrong_with_message

    assert wrong_with_message(SaveFailedError("x", "der er ikke mere plads på drevet")) == []
    assert wrong_with_message(OSError(28, "No space left on device"))
    assert wrong_with_message(ValueError(content(1).id))
