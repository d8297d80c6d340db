"""Windows whose words are looked up, in a process of its own or by a stand-in that answers at once."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTextEdit

from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.spelling.helper import Helper, SpellingFailedError
from botilbud_desktop.storage.spelling.list_paths import ListPaths
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.platform.waiting import wait_quietly
from botilbud_desktop.ui.spelling.window_spelling import WindowSpelling
from tests.ui.user import User, settle

_TURN_SECONDS = 0.2
_TURNS = 4
"""One answer may let other words be asked about: their verdicts first, then suggestions for one of them at a time."""


def placed_list(folders: UserFolders) -> Path:
    """Returns the path of the municipality's list in tests."""
    return folders.data.parent / "maskinen" / "ordliste.txt"


def real_helper(folders: UserFolders) -> Helper:
    return Helper(ListPaths(folders.words, placed_list(folders)))


class FailingHelper(Helper):
    """A process that ends at once, as often as it is started."""

    def start(self) -> None:
        raise SpellingFailedError


def spelling_of(user: User) -> WindowSpelling:
    found = user.window.findChild(WindowSpelling)
    assert isinstance(found, WindowSpelling)
    return found


def until(is_so: Callable[[], bool], seconds: float = 20.0) -> None:
    """Waits while the window lives, in short turns: the end of an earlier test's last window may end one of them."""
    assert any(wait_quietly(is_so, _TURN_SECONDS) for _turn in range(int(seconds / _TURN_SECONDS)))


def begin(user: User) -> None:
    """Lets the words of what is shown be looked up, without the wait after the draft was opened."""
    user.window.settings_changed.emit()
    if user.window.repository.settings.current.spelling:
        until(lambda: bool(spelling_of(user).texts))
    quiet(user)


def quiet(user: User) -> None:
    """Waits until everything asked is answered and shown."""
    spelling = spelling_of(user)
    for _turn in range(_TURNS):
        until(lambda: not spelling.verdicts.is_waiting)
        for text in spelling.texts:
            text.look()
    settle()


def marked(area: TextInput) -> Sequence[str]:
    """Returns the words with a wavy line."""
    wave = QTextEdit.ExtraSelection().format.UnderlineStyle.WaveUnderline
    QCoreApplication.sendPostedEvents()
    return [one.cursor.selectedText() for one in area.extraSelections() if one.format.underlineStyle() == wave]
