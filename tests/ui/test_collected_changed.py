"""A draft, or what is attached to it, that was changed since the drafts were read is noticed before a paper is made."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui.agenda_user import AgendaUser
from tests.ui.collected_drafts import AALBORG, THISTED, Collect, collect, folder
from tests.ui.collector import Collector

__all__ = ["collect", "folder"]

ONE = "1 kladde er ændret, siden den blev læst. Tryk »Opdatér«."


def change(folder: Path, name: str = "b") -> None:
    (folder / f"{name}.botilbud").write_bytes(draft_bytes(replace(THISTED, case_number="2024-99-123")))


def attach(folder: Path) -> None:
    (folder / "b bilag").mkdir(exist_ok=True)
    (folder / "b bilag" / "Referat.pdf").write_bytes(b"%PDF-1.4")


def come_back(there: Collector) -> None:
    """The window becomes active again."""
    QCoreApplication.sendEvent(there.window, QEvent(QEvent.Type.WindowActivate))


def stale(there: Collector) -> str:
    bar = there.window.stale
    return bar.message.text() if bar.isVisible() else ""


@pytest.mark.parametrize("act", [change, attach, lambda folder: (folder / "b.botilbud").unlink()])
def test_a_change_is_told_of_when_the_window_becomes_active_until_it_is_read(
    collect: Collect, folder: Path, act: object
) -> None:
    assert callable(act)
    there = collect(a=AALBORG, b=THISTED)
    user = AgendaUser(there)
    act(folder)
    come_back(there)
    user.wait_until(lambda: stale(there))
    assert stale(there) == ONE
    there.read_again()
    assert stale(there) == ""
    come_back(there)
    user.wait_until(lambda: True)
    assert stale(there) == ""
    there.close()


def test_several_are_counted_and_what_was_changed_back_is_not_told_of(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    user = AgendaUser(there)
    paths = [folder / "a.botilbud", folder / "b.botilbud"]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths]
    change(folder, "a")
    change(folder)
    come_back(there)
    user.wait_until(lambda: stale(there))
    assert stale(there) == "2 kladder er ændret, siden de blev læst. Tryk »Opdatér«."
    for path, (data, time) in zip(paths, before, strict=True):
        path.write_bytes(data)
        os.utime(path, ns=(time, time))
    come_back(there)
    user.wait_until(lambda: not stale(there))
    there.close()


def test_a_paper_of_changed_drafts_is_asked_about_and_made_when_the_user_wants(
    collect: Collect, folder: Path, tmp_path: Path
) -> None:
    user = AgendaUser(collect(a=AALBORG, b=THISTED))
    attach(folder)
    user.there.questions.will_answer("back")
    user.choose_paper("Excel …")
    assert user.there.questions.last.keys == ("again", "go_on", "back")
    assert user.there.questions.last.text.startswith("1 kladde er ændret, siden den blev læst. ")
    assert not user.there.collecting.papers.is_making
    assert stale(user.there) == ONE
    user.there.questions.will_answer("go_on", tmp_path / "d.xlsx")
    user.choose_paper("Excel …")
    user.wait_until_made()
    assert (tmp_path / "d.xlsx").exists()
    user.there.close()


def test_the_drafts_are_read_again_with_their_ticks_when_the_user_wants_that_first(
    collect: Collect, folder: Path
) -> None:
    user = AgendaUser(collect(a=AALBORG, b=THISTED))
    user.there.window.content.setCurrentIndex(0)
    user.there.click_cell(1, 0)
    user.show()
    shown = user.lines()
    change(folder)
    user.there.questions.will_answer("again")
    user.choose_paper("Excel …")
    user.there.wait()
    assert stale(user.there) == ""
    assert user.lines() == shown
    assert not user.there.collecting.papers.is_making
    user.there.close()
