"""What is not saved of one round's agenda is told, answered and saved as that round's, whichever round is shown."""

import pytest
from PySide6.QtWidgets import QPushButton

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.storage.collection.agenda_store import AgendaStore
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.collecting.agenda.desk import CHANGED_ELSEWHERE
from tests.added_rounds import NEXT
from tests.ui.agenda_user import AgendaUser
from tests.ui.collected_drafts import AALBORG, THISTED, Collect, collect, folder
from tests.ui.test_agenda_kept import FIRST, Kept, change_elsewhere, click_notice, kept, notice_of
from tests.ui.test_collected_rounds import choose_other, later

__all__ = ["collect", "folder", "kept", "later"]


@pytest.fixture
def two_rounds(collect: Collect, later: Application) -> AgendaUser:
    """The agenda of the first of two rounds, with a remark that is saved."""
    there = AgendaUser(collect(a=AALBORG, b=THISTED, c=later))
    there.type_remark(1, "Min")
    there.wait_until_saved()
    return there


def choose_round(there: AgendaUser, row: int) -> None:
    there.there.window.content.setCurrentIndex(0)
    choose_other(there.there, there.there.window.summary.rounds.choice.itemText(row))
    there.show()


def other_kept(folders: UserFolders) -> Agenda:
    return AgendaStore(folders.agendas).read(NEXT).agenda


def test_what_another_window_has_saved_is_still_asked_about_while_another_round_is_shown(
    two_rounds: AgendaUser, kept: Kept, folders: UserFolders
) -> None:
    there = two_rounds
    change_elsewhere(folders, "Deres")
    there.type_remark(1, "Nu ")
    there.wait_until(lambda: notice_of(there))
    choose_round(there, 0)
    assert notice_of(there).startswith(f"Dagsordenen for »{FIRST}« er også rettet i et andet vindue")
    there.there.questions.will_answer("over")
    there.there.close()
    assert there.there.questions.last.text.startswith(f"Dagsordenen for »{FIRST}« er også rettet i et andet vindue")
    assert there.there.questions.last.keys == ("over", "leave")
    assert [remark.text for remark in kept().remarks] == ["Nu Min"]
    assert other_kept(folders) == Agenda()


def test_the_answer_goes_to_the_round_that_was_changed_elsewhere(
    two_rounds: AgendaUser, kept: Kept, folders: UserFolders
) -> None:
    there = two_rounds
    change_elsewhere(folders, "Deres")
    there.type_remark(1, "Nu ")
    choose_round(there, 0)
    there.wait_until(lambda: notice_of(there))
    buttons = [each.text() for each in there.page.notice.findChildren(QPushButton) if each.isVisible()]
    assert buttons == ["Gem min i stedet"], "the other one is fetched only where undoing brings one's own back"
    click_notice(there, "Gem min i stedet")
    there.wait_until_saved()
    assert notice_of(there) == ""
    assert [remark.text for remark in kept().remarks] == ["Nu Min"]
    assert other_kept(folders) == Agenda()
    there.there.close()


def test_back_at_the_round_the_other_one_can_be_fetched(
    two_rounds: AgendaUser, kept: Kept, folders: UserFolders
) -> None:
    there = two_rounds
    change_elsewhere(folders, "Deres")
    there.type_remark(1, "Nu ")
    there.wait_until(lambda: notice_of(there))
    choose_round(there, 0)
    choose_round(there, 1)
    assert notice_of(there) == CHANGED_ELSEWHERE
    assert there.remarks()[1] == "Nu Min"
    click_notice(there, "Hent den anden")
    there.wait_until(lambda: there.page.title.text() == "Deres")
    there.there.close()
    assert [remark.text for remark in kept().remarks] == ["Min"]


def test_a_round_that_cannot_be_saved_stops_no_other(two_rounds: AgendaUser, kept: Kept, folders: UserFolders) -> None:
    there = two_rounds
    (path,) = folders.agendas.glob("*.agenda")
    path.unlink()
    path.mkdir()
    there.type_remark(1, "Nu ")
    there.wait_until(lambda: notice_of(there))
    choose_round(there, 0)
    there.user.click(there.page.title)
    there.user.keys("Den anden")
    there.wait_until(lambda: other_kept(folders).title)
    there.there.questions.will_answer("leave")
    there.there.close()
    assert there.there.questions.last.text.startswith(f"Dagsordenen for »{FIRST}« er ikke gemt: Det er en mappe.")
    assert other_kept(folders).title == "Den anden"
