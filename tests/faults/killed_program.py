"""The real program under a scripted user, who reports each change, until somebody kills it.

`run_program` starts it as `python -m botilbud_desktop` does, with folders of its own. Nothing of it is imitated: the
window, the journal, the saving, the locks and their pace are the program's, and keys go through Qt's own events.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from botilbud_desktop.__main__ import main
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.storage.draft.draft_file import digest_of as digest_of_file
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui import app
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.widgets.standing_notices import Topic
from tests.faults.reports import Content, Happened, Order, Report, json_line

ROUND, MUNICIPALITY = "LanBotilbud_2025-26", "851"

_TEXTS = ("internal_notes", "case_number", "description", "contacts.names")
_OF_PROJECTS = ("projects[0].name", "projects[0].description", "projects[1].description")
_AMOUNTS = ("projects[0].loan.2025", "projects[1].loan.2026")
_WORDS = ("ansøgning", "pladser", "støtte", "døgn", "nærmiljø", "år", "§ 107", "Ærø", "kommunens")
_RESTORING = ("Gendan ændringerne", "Gendan kladden", "Fortsæt, hvor du slap")
_DECLINING = ("Behold den gemte kladde", "Skjul")
_EVERY_MS, _LONGEST_MS = 20, 3_000
_SECURED_AFTER_MS = 1_500
"""What was typed in a draft without a file is in the journal by then; whoever kills the program looks."""
_BETWEEN_KEYS_MS = (4, 40)
_PAUSES_MS = (200, 1_600)
_TROUBLE = (Topic.ERROR_IN_PROGRAM, Topic.CHANGED_ELSEWHERE, Topic.NOT_SAVED, Topic.NOT_JOURNALLED, Topic.LOCKED)

Tell = Callable[[Report], None]


def folders_of(folder: Path) -> UserFolders:
    """The user's folders in the folder of everything."""
    return UserFolders.below(folder / "user")


def run_program(order: Order, channel: int) -> int:
    """Run the program to its end, if it is let; reports go to the file descriptor `channel`. Its exit code."""
    folder = Path(order.folder)
    folders = folders_of(folder)
    os.environ.update(_environment(folder))

    def tell(report: Report) -> None:
        os.write(channel, json_line(report))

    def watched_window(repository: DraftRepository) -> MainWindow:
        window = MainWindow(repository)
        user = _Typist(window, order, tell) if order.is_typing else _Looker(window, order, tell)
        window.first_painted.connect(user.begin)
        return window

    with ExitStack() as stack:
        stack.enter_context(patch.object(UserFolders, "of_this_user", lambda: folders))
        stack.enter_context(patch.object(app, "MainWindow", watched_window))
        files = [order.file] if order.file is not None and order.is_started_with_file else []
        return main(["--debug", *files])


def _environment(folder: Path) -> dict[str, str]:
    """What keeps Qt and its helpers out of the real user's folders."""
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(folder))
    xdg = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("STATE", "CONFIG", "DATA", "CACHE")}
    return {**homes, **xdg, "QT_QPA_PLATFORM": "offscreen"}


class _User(QObject):
    """Somebody at the window, who takes what is offered and then goes on."""

    def __init__(self, window: MainWindow, order: Order, tell: Tell) -> None:
        super().__init__(window)
        self.window = window
        self.order = order
        self.chance = random.Random(order.seed)
        self._tell = tell
        self._is_open = False
        self._trouble: set[Topic] = set()
        self._waited_ms = 0
        window.drafts.opened.connect(self._on_opened)

    def begin(self) -> None:
        """The window stands."""
        if self.window.controller is not None and not self._is_open:
            self._on_opened(self.window.controller)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_place)
        self._look()

    def go_on(self) -> None:
        """What was offered is dealt with, and a draft is open."""
        raise NotImplementedError

    def tell(self, happened: Happened, *, words: tuple[str, ...] = (), content: Content | None = None) -> None:
        """Report it, with where the user is."""
        page, field = self.place()
        report = Report(happened, time.monotonic(), content=content, page=page, field=field, words=words)
        self._tell(report)

    def place(self) -> tuple[str, str]:
        """The page and the field with the focus, by their names."""
        workspace = self.window.workspace
        if workspace is None:
            return "", ""
        focus = QApplication.focusWidget()
        is_field = focus is not None and workspace.page.isAncestorOf(focus)
        return workspace.page.objectName(), focus.objectName() if focus is not None and is_field else ""

    def content(self) -> Content:
        """What is open."""
        assert self.window.controller is not None
        snapshot = self.window.controller.editor.snapshot
        return Content(digest_of_file(draft_bytes(snapshot.application)), dict(snapshot.half_typed))

    def click(self, button: QPushButton) -> None:
        """Click in the middle of a button."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, character: str) -> None:
        """Press a character's key where the focus is."""
        target = QApplication.focusWidget() or self.window
        if character.isascii():
            QTest.keyClicks(target, character)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))

    def control(self, key: Qt.Key) -> None:
        """Press a key with Ctrl held."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, Qt.KeyboardModifier.ControlModifier)

    def notice_trouble(self) -> None:
        """Report what the bar says and should not."""
        for topic in _TROUBLE:
            if topic not in self._trouble and self.window.notices.is_standing(topic):
                self._trouble.add(topic)
                self.tell(Happened.NOTICE, words=(topic.name, self.window.notices.bar.message.text()))

    def _look(self) -> None:
        """Wait for an offer; after three seconds there is none."""
        if self.window.notices.is_standing(Topic.RECOVERY):
            self._take_offer()
        elif self._waited_ms >= _LONGEST_MS or self._has_looked():
            self.tell(Happened.NOTHING_OFFERED)
            self._open()
        else:
            self._waited_ms += _EVERY_MS
            QTimer.singleShot(_EVERY_MS, self, self._look)

    def _has_looked(self) -> bool:
        """Whether the program has looked for what was left, which it does a moment after the window stands."""
        return self.window.drafts._recovery is not None

    def _take_offer(self) -> None:
        bar = self.window.notices.bar
        buttons = {button.text(): button for button in bar.findChildren(QPushButton) if button.isVisible()}
        self.tell(Happened.OFFERED, words=(bar.message.text(), *buttons))
        wanted = next((buttons[words] for words in _RESTORING if words in buttons), None)
        if wanted is not None:
            self.click(wanted)
        QTimer.singleShot(_EVERY_MS, self, self._on_offer_taken)

    def _on_offer_taken(self) -> None:
        if self.window.controller is not None:
            self.tell(Happened.FOUND, content=self.content())
        self._decline_the_rest()

    def _decline_the_rest(self) -> None:
        """What was left besides, by a kill in the middle of a recovery, has been taken with the newest."""
        bar = self.window.notices.bar
        buttons = [button for button in bar.findChildren(QPushButton) if button.text() in _DECLINING]
        if self.window.notices.is_standing(Topic.RECOVERY) and buttons:
            self.click(buttons[0])
            QTimer.singleShot(_EVERY_MS, self, self._decline_the_rest)
        else:
            self._open()

    def _open(self) -> None:
        current = self.window.drafts
        if self.window.controller is None and self.order.file is not None:
            current.open_path(Path(self.order.file))
        elif self.window.controller is None:
            current.open_new(ROUND, MUNICIPALITY)
        self.notice_trouble()
        QTimer.singleShot(_EVERY_MS, self, self.go_on)

    def _on_opened(self, controller: DraftController) -> None:
        self._is_open = True
        controller.edited.connect(self._on_edited)
        controller.save_state_changed.connect(self._on_place_changed)
        self.tell(Happened.OPENED, content=self.content())

    def _on_edited(self) -> None:
        self.tell(Happened.TYPED, content=self.content())

    def _on_place_changed(self) -> None:
        """Also when it was saved; then the digest is that of what was written."""
        controller = self.window.controller
        if controller is not None and controller.state.saved_at is not None and controller.location.digest is not None:
            self.tell(Happened.SAVED, content=Content(controller.location.digest))

    def _on_place(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.tell(Happened.PLACE)


class _Typist(_User):
    """Types words and amounts, moves about, saves, takes back, pauses."""

    def __init__(self, window: MainWindow, order: Order, tell: Tell) -> None:
        super().__init__(window, order, tell)
        self._waiting: list[str] = []

    def go_on(self) -> None:
        self._move()
        self._type()

    def _type(self) -> None:
        if not self._waiting:
            self._think()
        if self._waiting:
            self.key(self._waiting.pop(0))
        self.notice_trouble()
        pause = self.chance.randint(*_PAUSES_MS) if self.chance.random() < 0.02 else None
        QTimer.singleShot(pause or self.chance.randint(*_BETWEEN_KEYS_MS), self, self._type)

    def _think(self) -> None:
        """What to do next: mostly another word."""
        deed = self.chance.random()
        if deed < 0.06 and self.order.file is not None:
            self.control(Qt.Key.Key_S)
        elif deed < 0.10:
            self.control(Qt.Key.Key_Z)
        elif deed < 0.14:
            QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Tab)
        elif deed < 0.25:
            self._move()
        self._say_something()

    def _move(self) -> None:
        """Go to another field."""
        assert self.window.workspace is not None
        has_projects = bool(self.window.workspace.controller.application.projects)
        fields = (*_TEXTS, *(_OF_PROJECTS + _AMOUNTS if has_projects else ()))
        self.window.workspace.show_field(field_path(self.chance.choice(fields)))

    def _say_something(self) -> None:
        if ".loan." in self.place()[1]:
            self.control(Qt.Key.Key_A)
            self._waiting = list(self.chance.choice(("22,9", "23000", "1.234", str(self.chance.randint(1, 99_999)))))
        else:
            self.control(Qt.Key.Key_End)
            self._waiting = list(f" {self.chance.choice(_WORDS)}{self.chance.randint(1, 999)}")


class _Looker(_User):
    """Looks at what came back, types one digit, and waits until that is saved."""

    def go_on(self) -> None:
        assert self.window.workspace is not None
        self.window.workspace.show_field(field_path("case_number"))
        self.control(Qt.Key.Key_End)
        self.key("7")
        self._waited_ms = 0
        self._wait_for_save()

    def _wait_for_save(self) -> None:
        controller = self.window.controller
        assert controller is not None
        self.notice_trouble()
        self._waited_ms += _EVERY_MS
        is_safe = self._waited_ms >= _SECURED_AFTER_MS if controller.file is None else not controller.editor.is_modified
        if not (is_safe or self._trouble) and self._waited_ms < 2 * _LONGEST_MS:
            QTimer.singleShot(_EVERY_MS, self, self._wait_for_save)
            return
        self.tell(Happened.DONE, words=("safe" if is_safe else "not safe",))
        if self.order.ends_by_itself:
            QTimer.singleShot(0, self.window, self.window.close)


def start_as_asked() -> int:
    """Where a program that is not forked begins: the order comes on standard input, reports go to standard output."""
    order = Order(*json.loads(sys.stdin.buffer.readline()))
    return run_program(order, os.dup(sys.stdout.fileno()))


if __name__ == "__main__":
    sys.exit(start_as_asked())
