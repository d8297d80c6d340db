"""Spelling that fails costs nothing but the marks: a calm sentence, and the text is written as before."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.spelling.helper import Helper, SpellingFailedError
from botilbud_desktop.storage.spelling.list_paths import ListPaths
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.spelling.verdicts import BROKEN
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.drive_calls import watched_drive
from tests.ui.spelled import FailingHelper, begin, marked, quiet, real_helper, spelling_of, until
from tests.ui.user import said_in, settle


class DyingHelper(Helper):
    """A process that dies of the word »qvax«."""

    def wrong_of(self, words: Sequence[str]) -> frozenset[str]:
        if "qvax" in words:
            self.stop()
            raise SpellingFailedError
        return super().wrong_of(words)


def lists_of(folders: UserFolders) -> ListPaths:
    return ListPaths(folders.words, folders.words.with_name("ingen.txt"))


def test_without_a_dictionary_one_sentence_says_so_and_typing_goes_on(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders
) -> None:
    repository.make_helper = partial(FailingHelper, lists_of(folders))
    user = open_draft(replace(drafts.complete(), description="Der er botræning."))
    user.go_to("page.description")
    begin(user)
    area = user.area("description")
    for _turn in range(8):
        for text in spelling_of(user).texts:
            text.look()
        quiet(user)
    assert said_in(user.notices[0]) == [BROKEN]
    assert marked(area) == []
    area.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(area, " Og mere")
    QTest.keyClick(area, Qt.Key.Key_F7)
    settle()
    assert user.value("description") == "Der er botræning. Og mere"


def test_a_word_that_ends_the_process_is_passed_over_and_the_rest_is_marked(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders
) -> None:
    repository.make_helper = partial(DyingHelper, lists_of(folders))
    user = open_draft(replace(drafts.complete(), description="Der er qvax."))
    user.go_to("page.description")
    begin(user)
    area = user.area("description")
    area.setFocus()
    area.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(area, " Der er botræning ")
    quiet(user)
    until(lambda: marked(area) == ["botræning"])
    assert said_in(user.notices[0]) == []


def test_a_process_that_is_ended_from_outside_is_started_again(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders
) -> None:
    made: list[Helper] = []

    def make() -> Helper:
        made.append(real_helper(folders))
        return made[-1]

    repository.make_helper = make
    user = open_draft(replace(drafts.complete(), description="Der er botræning."))
    user.go_to("page.description")
    begin(user)
    area = user.area("description")
    assert marked(area) == ["botræning"]
    made[0].stop()
    area.setFocus()
    area.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(area, " Naturligvsi og nogt ")
    quiet(user)
    until(lambda: marked(area) == ["botræning", "Naturligvsi", "nogt"])
    assert len(made) == 2
    assert said_in(user.notices[0]) == []


def test_a_list_that_cannot_be_read_is_told_once(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders
) -> None:
    folders.words.parent.mkdir(parents=True, exist_ok=True)
    folders.words.write_bytes(b"\xff\xfe")
    repository.make_helper = partial(real_helper, folders)
    user = open_draft(replace(drafts.complete(), description="Der er botræning."))
    user.go_to("page.description")
    begin(user)
    (said,) = said_in(user.notices[0])
    assert "ordliste.txt" in said
    assert marked(user.area("description")) == ["botræning"]
    assert folders.words.read_bytes() == b"\xff\xfe"


def test_the_window_touches_no_file_itself(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders
) -> None:
    repository.make_helper = partial(real_helper, folders)
    user = open_draft(replace(drafts.complete(), description="Der er botræning."))
    user.go_to("page.description")
    assert repository.settings.current.spelling  # read once, before the window is shown
    with watched_drive(folders.data.parent) as calls:
        begin(user)
        spelling_of(user).verdicts.add("botræning")
        quiet(user)
    assert marked(user.area("description")) == []
    assert calls.in_the_window == []
