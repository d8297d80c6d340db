"""A few kills of the real program; `python3 dev.py faults kills window` does thousands."""

import re
import sys
from pathlib import Path

import pytest

from botilbud_desktop.storage.files.atomic_write import TEMPORARY_PREFIX, TEMPORARY_SUFFIX
from tests.faults import __main__ as command
from tests.faults import growth, kills, window_kills, writers
from tests.faults.draft_at_work import Draft
from tests.faults.heard import Heard
from tests.faults.killed_program import folders_of
from tests.faults.ledger import Ledger
from tests.faults.left_behind import Journalled, LeftBehind, look_at
from tests.faults.outcome import Outcome
from tests.faults.program import Program
from tests.faults.reports import Content, Happened, Report

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="not tried there"),
    pytest.mark.slow,
]


def typed(at: float, digest: str) -> Report:
    return Report(Happened.TYPED, at, content=Content(digest))


def test_kills_leave_everything_whole() -> None:
    outcome = kills.run(quick=True, kills=4)
    assert outcome.failures == []
    assert outcome.line.startswith("kills: 4 kills (")


def test_a_killed_window_offers_what_was_typed() -> None:
    outcome = window_kills.run(quick=True, kills=2, seed=3)
    assert outcome.failures == []
    assert "2 kills of the window, recovery offered 2 times" in outcome.line


def test_a_program_started_from_nothing_can_be_killed_too(tmp_path: Path) -> None:
    draft = Draft.in_folder(tmp_path / "all", has_file=True)
    heard = Heard(Program(draft.order(1, is_started_with_file=True), is_forked=False), draft.ledger)
    assert heard.until_it(Happened.TYPED) is not None
    heard.program.kill()
    heard.the_rest()
    assert heard.trouble == []
    assert look_at(folders_of(draft.folder), draft.file, draft.ledger).wrong == ()


def test_what_was_typed_more_than_two_seconds_before_counts_as_lost() -> None:
    ledger = Ledger(Content("saved"))
    for at, digest in ((10.0, "a"), (11.0, "b"), (12.0, "c")):
        ledger.note(typed(at, digest))
    assert ledger.place_of(Content("b")) == 2
    assert ledger.lost_seconds(2, killed_at=12.5) == 0.5
    assert ledger.lost_seconds(0, killed_at=12.5) == 2.5
    assert ledger.lost_seconds(3, killed_at=12.5) == 0.0
    ledger.go_on_from(2)
    assert ledger.place_of(Content("c")) is None
    assert ledger.was_typed("c")


def test_a_file_that_lacks_what_was_half_typed_is_older_than_that() -> None:
    ledger = Ledger(Content("saved"))
    ledger.note(typed(10.0, "a"))
    ledger.note(Report(Happened.TYPED, 11.0, content=Content("b", {"projects[0].loan.2025": "22,9"})))
    assert ledger.place_of_file(Content("b")) == 1
    assert ledger.place_of_file(Content("b", {"projects[0].loan.2025": "22,9"})) == 2
    assert ledger.place_of_file(Content("never")) is None


def test_a_journal_is_older_than_a_file_that_holds_what_came_later() -> None:
    ledger = Ledger(Content("saved"))
    for at, digest in ((10.0, "a"), (11.0, "b"), (12.0, "a")):
        ledger.note(typed(at, digest))
    assert ledger.is_older(Content("saved"), Content("b"))
    assert ledger.is_older(Content("of an earlier program"), Content("a"))
    assert not ledger.is_older(Content("b"), Content("a")), "the file was saved before b was typed, or after"
    assert not ledger.is_older(Content("a"), Content("b"))


def test_a_journal_with_less_than_the_saved_file_is_found_out(tmp_path: Path) -> None:
    draft = Draft.in_folder(tmp_path / "all", has_file=True)
    found, saved = Content("what was recovered"), Content("what was saved before")
    draft.ledger = Ledger(found)
    draft.ledger.note(Report(Happened.TYPED, 10.0, content=saved))
    journal = Journalled(found, draft.file, "page.contacts", "")
    left = LeftBehind(saved, (journal,), versions=0, temporary=(), wrong=())
    (sentence,) = kills.loss(draft, left, 10.5, kills.Tally(), is_saved=True)
    assert sentence == "the journal that the next start offers holds less than the file (0 and 1 of 2)"
    draft.ledger = Ledger(found)
    draft.ledger.note(Report(Happened.TYPED, 10.0, content=saved))
    assert list(kills.loss(draft, left, 10.5, kills.Tally(), is_saved=False)) == [], "undo brought the saved one back"


def test_damage_is_found_out(tmp_path: Path) -> None:
    draft = Draft.in_folder(tmp_path / "all", has_file=True)
    folders = folders_of(draft.folder)
    assert draft.file is not None
    assert look_at(folders, draft.file, draft.ledger).wrong == ()
    folders.recovery.mkdir(parents=True)
    (folders.recovery / "0123456789abcdef.journal").write_bytes(b"half a jour")
    (folders.state / "what is this").touch()
    (draft.file.parent / f"{TEMPORARY_PREFIX}0123456789abcdef{TEMPORARY_SUFFIX}").touch()
    draft.file.write_bytes(draft.file.read_bytes()[:-20])
    left = look_at(folders, draft.file, draft.ledger)
    assert sorted(sentence[:22] for sentence in left.wrong) == [
        "a journal was damaged:",
        "an unknown file 012345",
        "an unknown file what i",
        "the file does not open",
    ]
    assert len(left.temporary) == 1


def test_a_file_that_holds_what_nobody_typed_is_found_out(tmp_path: Path) -> None:
    draft = Draft.in_folder(tmp_path / "all", has_file=True)
    assert draft.file is not None
    (wrong,) = look_at(folders_of(draft.folder), draft.file, Ledger(None)).wrong
    assert wrong.startswith(f"{draft.file.name} holds what was never typed: ")
    assert wrong.endswith("expected one of 0, most recently none")


def test_a_save_of_what_nobody_typed_is_found_out() -> None:
    ledger = Ledger(Content("saved"))
    assert ledger.note(typed(10.0, "a")) == []
    assert ledger.note(Report(Happened.SAVED, 11.0, content=Content("a"))) == []
    assert ledger.promised == 1
    assert ledger.note(Report(Happened.SAVED, 12.0, content=Content("b"))) == [
        "»gemt« of what was never typed: b, expected one of 2, most recently saved, a"
    ]


def test_the_instant_of_a_kill_is_told(tmp_path: Path) -> None:
    draft = Draft.in_folder(tmp_path / "all", has_file=True)
    heard = Heard(Program(draft.order(1, is_started_with_file=True)), draft.ledger)
    assert heard.until_it(Happened.TYPED) is not None
    killed_at = heard.program.kill()
    heard.the_rest()
    assert re.fullmatch(
        r"killed \d\.\d{3} s after the first key, \d\.\d{3} s after »\w+« at page\..*", heard.instant(killed_at)
    )


@pytest.mark.usefixtures("qapp")
def test_growth_is_measured() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growth, "QUICK_SAVES", 8)
        patch.setattr(growth, "QUICK_VERSIONS", 60)
        patch.setattr(growth, "QUICK_OPENINGS", 2)
        assert growth.run(quick=True).line.startswith("growth: 8 saves of a draft of 20 KB")


def test_two_writers_are_a_part() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writers, "QUICK_SAVES", 3)
        assert writers.run(quick=True).failures == []


def test_a_broken_promise_gives_1_and_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writers, "run", lambda quick: Outcome(f"writers: {quick}", ["one update was lost"]))
        assert command.main(["writers", "--quick"]) == 1
    assert capsys.readouterr().out.splitlines() == ["  BROKEN: one update was lost", "writers: True"]


def test_a_part_that_is_not_there_is_refused() -> None:
    with pytest.raises(SystemExit):
        command.main(["nothing"])
