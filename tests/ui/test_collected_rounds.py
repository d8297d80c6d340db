"""Drafts of several rounds: the user chooses which round is shown, and the drafts of the others are listed."""

from pathlib import Path

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.added_rounds import NEXT, library_of, write_round
from tests.ui import drafts
from tests.ui.collected_drafts import AALBORG, THISTED, Collect, collect, folder, of
from tests.ui.collector import Collector

__all__ = ["collect", "folder"]


@pytest.fixture
def later(library: FormLibrary, tmp_path: Path) -> Application:
    """A draft of a round that was added."""
    write_round(tmp_path / "user")
    library.try_out(library_of(tmp_path / "machine", tmp_path / "user").round(NEXT))
    return of(replace(drafts.complete(), round=NEXT, projects=()), "101", 7)


def choose_other(there: Collector, words: str) -> None:
    there.choose(there.window.summary.rounds.choice, words)
    there.wait()


def test_another_round_is_chosen_from_the_list_beside_its_name(collect: Collect, later: Application) -> None:
    there = collect(a=AALBORG, b=THISTED, c=later)
    choice = there.window.summary.rounds.choice
    offered = [choice.itemText(row) for row in range(choice.count())]
    assert [words.rpartition(" (")[2] for words in offered] == ["1 kladde)", "2 kladder)"]
    assert choice.currentText() == offered[1]
    assert choice.accessibleName() == "Vis runde"
    assert there.doubts()[0].startswith("Ikke med: c.botilbud: Kladden hører til en anden ansøgningsrunde: ")
    there.go_to_row(0)
    choose_other(there, offered[0])
    assert there.column("Kommune") == ["København"]
    assert NEXT in there.window.summary.round.text()
    assert [doubt.partition(": K")[0] for doubt in there.doubts()] == [
        "Ikke med: a.botilbud",
        "Ikke med: b.botilbud",
    ]
    assert choice.hasFocus()
    there.read_again()
    assert there.column("Kommune") == ["København"]
    choose_other(there, offered[1])
    assert there.column("Kommune") == ["Thisted", "Aalborg", "Aalborg"]
    there.close()


def test_ticks_are_kept_while_another_round_is_shown(collect: Collect, later: Application) -> None:
    there = collect(a=AALBORG, b=THISTED, c=later)
    there.click_cell(0, 0)
    choice = there.window.summary.rounds.choice
    there.choose(choice, choice.itemText(0))
    there.wait()
    there.choose(choice, choice.itemText(1))
    there.wait()
    assert there.column("Tæller med") == ["nej", "ja", "ja"]
    there.close()


def test_a_round_whose_drafts_are_gone_gives_way_to_the_one_that_is_left(
    collect: Collect, later: Application, folder: Path
) -> None:
    there = collect(a=AALBORG, c=later)
    choice = there.window.summary.rounds.choice
    there.choose(choice, choice.itemText(0))
    there.wait()
    (folder / "c.botilbud").unlink()
    there.read_again()
    assert there.column("Kommune") == ["Aalborg", "Aalborg"]
    assert not there.window.summary.rounds.isVisible()
    there.close()


def test_with_one_round_there_is_nothing_to_choose(collect: Collect) -> None:
    there = collect(a=AALBORG)
    assert not there.window.summary.rounds.isVisible()
    there.close()
