"""What the spelling has not looked up it says nothing about, and what was asked for comes too late in another place."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.spelling.helper import Helper
from botilbud_desktop.storage.spelling.list_paths import ListPaths
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.spelling.verdicts import BROKEN
from botilbud_desktop.ui.style.states import State
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.spelled import FailingHelper, begin, placed_list, quiet, real_helper
from tests.ui.test_spelling import chosen_in_menu
from tests.ui.test_spelling_that_fails import DyingHelper
from tests.ui.user import User, said_in, settle

_F7 = Qt.Key.Key_F7
_NEXT = "Sta&vekontrol: næste ukendte ord"
_SLIP = "Der er botræning i aftenvagten."


class SlowHelper(Helper):
    """A process that takes its time for each question."""

    def wrong_of(self, words: Sequence[str]) -> frozenset[str]:
        time.sleep(0.3)
        return super().wrong_of(words)


def lists_of(folders: UserFolders) -> ListPaths:
    return ListPaths(folders.words, placed_list(folders))


@pytest.fixture(autouse=True)
def looked_up(repository: DraftRepository, folders: UserFolders) -> None:
    repository.make_helper = partial(real_helper, folders)


def described(text: str) -> Application:
    return replace(drafts.complete(), description=text)


def at_the_description(user: User) -> TextInput:
    user.go_to("page.description")
    area = user.area("description")
    area.setFocus()
    return area


def told(user: User) -> str:
    quiet(user)
    return "\n".join(said_in(user.notices[0]))


def test_in_an_approved_draft_f7_does_not_say_that_all_words_are_known(open_draft: OpenDraft) -> None:
    user = open_draft(approved(described(_SLIP), "Åse", datetime(2024, 5, 10, tzinfo=UTC)))
    at_the_description(user)
    begin(user)
    user.use_menu(_NEXT)
    assert told(user).startswith("Kladden kan ikke ændres nu, så stavekontrollen ser ikke på den.")
    user.use_menu("Forslag til or&det")
    assert not QToolTip.isVisible()


def test_where_nothing_is_written_f7_does_not_say_that_all_words_are_known(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_empty_project())
    at_the_description(user)
    user.use_menu(_NEXT)
    assert told(user) == "Der er ingen ord i teksterne endnu."


def test_in_the_full_window_f7_speaks_of_that_text_alone(open_draft: OpenDraft) -> None:
    application = described("Kommunen har mangel på pladser.")
    first = replace(application.projects[0], description=_SLIP)
    user = open_draft(replace(application, projects=(first, *application.projects[1:])))
    at_the_description(user)
    user.press(Qt.Key.Key_F11)
    user.use_menu(_NEXT)
    assert told(user) == "Stavekontrollen kender alle ord i teksten."


def test_what_could_not_be_looked_up_is_not_said_to_be_known(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders
) -> None:
    repository.make_helper = partial(DyingHelper, lists_of(folders))
    user = open_draft(described("Der er qvax."))
    area = at_the_description(user)
    begin(user)
    user.use_menu(_NEXT)
    assert told(user) == "Stavekontrollen kunne ikke slå alle ord op. Stavekontrollen kender de andre."
    area.moveCursor(QTextCursor.MoveOperation.End)
    area.moveCursor(QTextCursor.MoveOperation.PreviousCharacter)
    user.use_menu("Forslag til or&det")
    assert QToolTip.text() == "Stavekontrollen har ikke kunnet slå ordet op. Prøv igen om lidt."
    QToolTip.hideText()


def test_each_f7_tells_that_nothing_works(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders
) -> None:
    repository.make_helper = partial(FailingHelper, lists_of(folders))
    user = open_draft(described(_SLIP))
    at_the_description(user)
    for _turn in range(4):
        user.use_menu(_NEXT)
        quiet(user)
    user.window.say("Noget andet.", State.INFORMATION)
    user.use_menu(_NEXT)
    assert told(user) == BROKEN


def test_suggestions_are_there_by_key_while_nothing_is_marked(
    open_draft: OpenDraft, repository: DraftRepository
) -> None:
    repository.settings.change(replace(repository.settings.current, spelling=False))
    user = open_draft(described("Vi er naturligvsi klar."))
    entries = chosen_in_menu(at_the_description(user), "naturligvsi", "naturligvis", how="Ctrl+.")
    assert entries[0] == "1 naturligvis"
    assert user.value("description") == "Vi er naturligvis klar."


@pytest.mark.parametrize("deed", ["type", "go"])
def test_who_has_gone_on_meanwhile_is_not_taken_away_from_there(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders, deed: str
) -> None:
    repository.make_helper = partial(SlowHelper, lists_of(folders))
    user = open_draft(described(_SLIP))
    area = at_the_description(user)
    area.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(area, _F7)
    if deed == "type":
        QTest.keyClicks(area, " Og")
    else:
        user.go_to("page.contacts")
    quiet(user)
    if deed == "type":
        QTest.keyClicks(area, " mere")
        settle()
        assert user.value("description") == f"{_SLIP} Og mere"
    else:
        assert user.page.objectName() == "page.contacts"


def test_a_search_that_takes_long_says_so(
    open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("botilbud_desktop.ui.spelling.next_word._LONGEST_WAIT_MS", 50)
    repository.make_helper = partial(SlowHelper, lists_of(folders))
    user = open_draft(described(_SLIP))
    at_the_description(user)
    user.use_menu(_NEXT)
    assert told(user) == "Stavekontrollen er ikke færdig med teksterne. Tryk F7 igen om lidt."
