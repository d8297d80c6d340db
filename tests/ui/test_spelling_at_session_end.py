"""The system ends the program: the process that knows the spelling is gone before the system gets its answer."""

import signal
import sys

import pytest
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.spelling.helper import Helper
from botilbud_desktop.ui.draft.repository import DraftRepository
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.spelled import begin, marked, quiet, real_helper, spelling_of, until
from tests.ui.user import User


class Processes:
    """The processes that a window starts."""

    def __init__(self, folders: UserFolders) -> None:
        self._folders = folders
        self.started: list[Helper] = []

    def make(self) -> Helper:
        self.started.append(real_helper(self._folders))
        return self.started[-1]

    @property
    def are_gone(self) -> bool:
        """Whether none of them is running, seen without waiting for any."""
        running = [helper._process for helper in self.started if helper._process is not None]
        return all(process.poll() is not None for process in running)


@pytest.fixture
def processes(repository: DraftRepository, folders: UserFolders) -> Processes:
    made = Processes(folders)
    repository.make_helper = made.make
    return made


@pytest.fixture
def user(open_draft: OpenDraft, processes: Processes) -> User:
    user = open_draft(replace(drafts.complete(), description="Der er botræning."))
    user.go_to("page.description")
    begin(user)
    assert marked(user.area("description")) == ["botræning"]
    return user


def system_ends_the_session() -> None:
    """Emits what Qt emits while Windows waits for the answer to WM_QUERYENDSESSION."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.commitDataRequest.emit(None)


def test_the_process_is_gone_when_the_system_gets_its_answer(user: User, processes: Processes) -> None:
    assert not processes.are_gone
    system_ends_the_session()
    assert processes.are_gone


def test_none_is_started_again_by_what_still_happens_in_the_window(user: User, processes: Processes) -> None:
    system_ends_the_session()
    user.keys(" Naturligvsi og ")
    for text in spelling_of(user).texts:
        text.look()
    quiet(user)
    assert len(processes.started) == 1
    assert processes.are_gone


def test_a_session_that_goes_on_after_all_has_its_marks_again(user: User, processes: Processes) -> None:
    spelling_of(user).verdicts._rest.setInterval(100)
    system_ends_the_session()
    user.click("description")
    user.keys(" Naturligvsi og ")
    until(lambda: sorted(marked(user.area("description"))) == ["Naturligvsi", "botræning"])
    assert len(processes.started) == 2
    assert user.notices[0].isHidden()


def test_a_word_that_is_being_listed_is_listed(user: User, processes: Processes, folders: UserFolders) -> None:
    spelling_of(user).verdicts.add("botræning")
    system_ends_the_session()
    assert processes.are_gone
    assert folders.words.read_text(encoding="utf-8") == "botræning\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that halts a process")
def test_a_process_that_hangs_is_not_waited_for(user: User, processes: Processes) -> None:
    process = processes.started[0]._process
    assert process is not None
    if sys.platform != "win32":
        process.send_signal(signal.SIGSTOP)
    user.keys(" Naturligvsi ")
    spelling_of(user).verdicts.ask(["Naturligvsi"])
    system_ends_the_session()
    assert processes.are_gone


def test_a_window_that_asked_about_nothing_ends_nothing(user: User, processes: Processes) -> None:
    spelling_of(user).verdicts.close()
    quiet(user)
    system_ends_the_session()
    assert processes.are_gone
    assert len(processes.started) == 1
