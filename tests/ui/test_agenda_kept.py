"""What is typed of an agenda is never lost without a word: failing drives, other windows, broken files."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.collection import agenda_store
from botilbud_desktop.storage.collection.agenda_store import AgendaStore
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.json.state_file import write_state_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.collecting.agenda.desk import BROKEN, CHANGED_ELSEWHERE, NOT_SAVED
from tests.added_rounds import NEXT
from tests.ui import drafts
from tests.ui.agenda_user import AgendaUser
from tests.ui.collected_drafts import AALBORG, THISTED, Collect, collect, folder
from tests.ui.collector import Collector
from tests.ui.test_collected_rounds import choose_other, later
from tests.ui.user import settle

__all__ = ["collect", "folder", "later"]

FIRST = "Lånepulje til botilbud 2025-26"

type Kept = Callable[[], Agenda]


@pytest.fixture
def there(collect: Collect) -> AgendaUser:
    return AgendaUser(collect(b=THISTED))


@pytest.fixture
def kept(folders: UserFolders) -> Kept:
    """Returns a function that reads what is kept, as another program would."""
    return lambda: AgendaStore(folders.agendas).read(drafts.ROUND).agenda


def change_elsewhere(folders: UserFolders, title: str) -> None:
    """Another program changes the title."""
    store = AgendaStore(folders.agendas)
    stored = store.read(drafts.ROUND)
    store.write(drafts.ROUND, replace(stored.agenda, title=title), stored.digest)


def fail_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, _data: bytes) -> None:
        raise SaveFailedError(path.name, "disken er fuld")

    monkeypatch.setattr(agenda_store, "write_state_bytes", fail)


def notice_of(there: AgendaUser) -> str:
    notice = there.page.notice
    return notice.message.text() if notice.isVisible() else ""


def click_notice(there: AgendaUser, words: str) -> None:
    buttons = there.page.notice.findChildren(QPushButton)
    there.click(next(button for button in buttons if button.text() == words and button.isVisible()))


def test_it_is_saved_soon_after_each_change(there: AgendaUser, kept: Kept) -> None:
    there.type_remark(1, "Anbefales")
    there.wait_until_saved()
    assert [remark.text for remark in kept().remarks] == ["Anbefales"]
    there.there.close()


def test_what_was_typed_just_before_the_window_closes_is_saved(there: AgendaUser, kept: Kept) -> None:
    there.type_remark(1, "Anbefales")
    there.there.close()
    assert [remark.text for remark in kept().remarks] == ["Anbefales"]


def test_what_was_typed_just_before_the_program_ends_is_saved(there: AgendaUser, kept: Kept) -> None:
    there.type_remark(1, "Anbefales")
    there.user.window.close()
    settle()
    assert not there.there.window.isVisible()
    assert [remark.text for remark in kept().remarks] == ["Anbefales"]


def test_a_number_that_is_still_being_typed_as_the_window_closes_is_saved(there: AgendaUser, kept: Kept) -> None:
    there.click_row(1)
    there.press(Qt.Key.Key_F2)
    there.user.keys("7")
    there.there.close()
    assert [entry.number for entry in kept().entries] == ["7"]


def test_what_is_typed_while_it_is_being_saved_is_saved_next(
    there: AgendaUser, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun = Event(), Event()
    write = write_state_bytes

    def slow(path: Path, data: bytes) -> None:
        begun.set()
        go_on.wait(60)
        write(path, data)

    monkeypatch.setattr(agenda_store, "write_state_bytes", slow)
    there.type_remark(1, "to")
    there.wait_until(begun.is_set)
    there.type_remark(1, "et ")
    go_on.set()
    there.wait_until_saved()
    assert [remark.text for remark in kept().remarks] == ["et to"]
    there.there.close()


def test_a_drive_that_hangs_as_the_window_closes_can_be_given_up(
    there: AgendaUser, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    write = write_state_bytes
    monkeypatch.setattr(agenda_store, "write_state_bytes", lambda *asked: go_on.wait(60) and write(*asked))
    monkeypatch.setattr(there.user.window.repository.drive, "_wait", lambda _is_done, _seconds: False)
    there.type_remark(1, "Anbefales")
    there.there.questions.will_answer("leave")
    there.there.close()
    assert "Drevet svarer ikke" in there.there.questions.last.text
    go_on.set()
    there.wait_until_saved()
    assert [remark.text for remark in kept().remarks] == ["Anbefales"], "it is saved as soon as the drive answers"


def test_a_drive_that_fails_is_told_of_and_tried_again(
    there: AgendaUser, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_to_write(monkeypatch)
    there.type_remark(1, "Anbefales")
    there.wait_until(lambda: notice_of(there))
    assert notice_of(there) == f"{NOT_SAVED}: Disken er fuld. Programmet prøver igen."
    assert not there.keeper.is_saved
    monkeypatch.undo()
    click_notice(there, "Prøv igen")
    there.wait_until_saved()
    assert notice_of(there) == ""
    assert [remark.text for remark in kept().remarks] == ["Anbefales"]
    there.there.close()


def test_closing_asks_when_it_cannot_be_saved_and_tries_as_often_as_the_user_wants(
    there: AgendaUser, kept: Kept, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    fail_to_write(monkeypatch)
    there.type_remark(1, "Anbefales")
    questions = there.there.questions
    questions.will_answer("again", "leave")
    there.there.close()
    assert questions.last.title == NOT_SAVED
    assert "Disken er fuld" in questions.last.text
    assert questions.last.keys == ("again", "leave")
    assert not there.there.window.isVisible()
    assert kept() == Agenda()
    questions.will_answer(folder)
    again = AgendaUser(Collector(there.user, questions))
    assert again.remarks()[1] == "Anbefales", "it is not forgotten before the program ends"
    monkeypatch.undo()
    again.there.close()
    assert [remark.text for remark in kept().remarks] == ["Anbefales"]


def test_what_another_window_has_saved_is_not_written_over_unseen(
    there: AgendaUser, kept: Kept, folders: UserFolders
) -> None:
    there.type_remark(1, "Min")
    there.wait_until_saved()
    change_elsewhere(folders, "Deres")
    there.type_remark(1, "Nu ")
    there.wait_until(lambda: notice_of(there))
    assert notice_of(there) == CHANGED_ELSEWHERE
    assert kept().title == "Deres"
    click_notice(there, "Hent den anden")
    there.wait_until(lambda: there.page.title.text() == "Deres")
    assert there.remarks()[1] == "Min"
    assert notice_of(there) == ""
    there.click(there.page.undo_button)
    assert there.remarks()[1] == "Nu Min", "what was typed here can be had back"
    there.there.close()
    assert kept().title == ""


def test_the_user_may_save_over_what_another_window_has_saved(
    there: AgendaUser, kept: Kept, folders: UserFolders
) -> None:
    there.type_remark(1, "Min")
    there.wait_until_saved()
    change_elsewhere(folders, "Deres")
    there.type_remark(1, "Nu ")
    there.wait_until(lambda: notice_of(there))
    click_notice(there, "Gem min i stedet")
    there.wait_until_saved()
    assert [remark.text for remark in kept().remarks] == ["Nu Min"]
    assert list(folders.agendas.glob("*.broken")), "the other one is set aside"
    there.there.close()


def test_closing_over_what_another_window_has_saved_asks_first(
    there: AgendaUser, kept: Kept, folders: UserFolders
) -> None:
    there.type_remark(1, "Min")
    there.wait_until_saved()
    change_elsewhere(folders, "Deres")
    there.type_remark(1, "Nu ")
    there.there.questions.will_answer("over")
    there.there.close()
    assert there.there.questions.last.text.startswith(CHANGED_ELSEWHERE)
    assert [remark.text for remark in kept().remarks] == ["Nu Min"]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_file_name_that_is_not_unicode_keeps_nothing_from_being_saved(
    collect: Collect, folder: Path, kept: Kept
) -> None:
    try:
        (folder / os.fsdecode(b"th\xe6.botilbud")).write_bytes(draft_bytes(THISTED))
    except OSError:
        pytest.skip("this drive has Unicode names only")
    there = AgendaUser(collect(a=AALBORG))
    there.type_remark(1, "Anbefales")
    there.type_number(2, "7")
    there.wait_until_saved()
    there.there.close()
    assert [remark.text for remark in kept().remarks] == ["Anbefales"]
    there.there.questions.will_answer(folder)
    again = AgendaUser(Collector(there.user, there.there.questions))
    assert again.remarks()[1] == "Anbefales"
    assert again.lines()[2].startswith("7 | Aalborg")
    again.there.close()


def test_reading_again_shows_what_another_window_has_saved(there: AgendaUser, folders: UserFolders) -> None:
    change_elsewhere(folders, "Deres")
    there.there.read_again()
    there.wait_until(lambda: there.page.title.text() == "Deres")
    there.there.close()


def test_each_round_has_its_own_agenda(
    collect: Collect, later: Application, monkeypatch: pytest.MonkeyPatch, kept: Kept
) -> None:
    there = AgendaUser(collect(a=AALBORG, b=THISTED, c=later))
    choice, content = there.there.window.summary.rounds.choice, there.there.window.content
    fail_to_write(monkeypatch)
    there.user.click(there.page.title)
    there.user.keys("Den første")
    there.wait_until(lambda: notice_of(there))
    content.setCurrentIndex(0)
    choose_other(there.there, choice.itemText(0))
    there.show()
    assert there.page.title.text() == ""
    assert there.page.title.placeholderText() == later_title(there)
    assert notice_of(there) == f"Dagsordenen for »{FIRST}« er ikke gemt: Disken er fuld. Programmet prøver igen."
    content.setCurrentIndex(0)
    choose_other(there.there, choice.itemText(1))
    there.show()
    assert there.page.title.text() == "Den første", "what could not be saved is not forgotten"
    monkeypatch.undo()
    there.there.close()
    assert kept().title == "Den første"


def later_title(there: AgendaUser) -> str:
    round_ = there.there.collecting.papers.gathered.round
    assert round_ is not None
    assert round_.id == NEXT
    return round_.short_title


def test_a_broken_file_is_told_of_and_the_agenda_begins_anew(
    there: AgendaUser, folders: UserFolders, folder: Path, kept: Kept
) -> None:
    there.type_remark(1, "Min")
    there.there.close()
    (path,) = folders.agendas.glob("*.agenda")
    path.write_bytes(b"{")
    there.there.questions.will_answer(folder)
    again = AgendaUser(Collector(there.user, there.there.questions))
    assert notice_of(again) == BROKEN
    assert again.remarks()[1] == ""
    again.type_remark(1, "Igen")
    again.there.close()
    assert [remark.text for remark in kept().remarks] == ["Igen"]


def test_a_file_that_cannot_be_read_is_told_of_and_nothing_can_be_typed_over_it(
    there: AgendaUser, folders: UserFolders, folder: Path
) -> None:
    there.type_remark(1, "Min")
    there.there.close()
    (path,) = folders.agendas.glob("*.agenda")
    data = path.read_bytes()
    path.unlink()
    path.mkdir()
    there.there.questions.will_answer(folder)
    other = Collector(there.user, there.there.questions)
    page = other.window.agenda
    there.wait_until(page.notice.message.text)
    other.window.content.setCurrentIndex(1)
    assert notice_of(there) == "Den gemte dagsorden kan ikke læses: Det er en mappe. Derfor kan den heller ikke rettes."
    assert page.title.isReadOnly()
    assert not page.save_button.isEnabled()
    path.rmdir()
    path.write_bytes(data)
    click_notice(there, "Prøv igen")
    there.wait_until(lambda: not page.is_held)
    assert there.remarks()[1] == "Min"
    other.close()
