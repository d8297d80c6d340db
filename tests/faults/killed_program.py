"""The real program with a scripted user who reports each change, until it is killed.

`run_program` starts it as `python -m botilbud_desktop` does, with its own folders. Nothing is imitated: window,
journal, saving, locks and timing are the program's, and keys go through Qt's events.
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
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.storage.draft.draft_file import digest_of, draft_bytes
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
"""Milliseconds after which text typed in a draft without a file is in the journal; the killing process checks it."""
_BETWEEN_KEYS_MS = (4, 40)
_PAUSES_MS = (200, 1_600)
_TROUBLE = (Topic.ERROR_IN_PROGRAM, Topic.CHANGED_ELSEWHERE, Topic.NOT_SAVED, Topic.NOT_JOURNALLED, Topic.LOCKED)

Tell = Callable[[Report], None]


def folders_of(folder: Path) -> UserFolders:
    """The user's folders below the folder of the draft."""
    return UserFolders.below(folder / "user")


def run_program(order: Order, channel: int) -> int:
    """Runs the program until it ends or is killed; writes reports to the file descriptor `channel`. Returns its exit
    code.
    """
    folder = Path(order.folder)
    folders = folders_of(folder)
    os.environ.update(_environment(folder))

    def tell(report: Report) -> None:
        os.write(channel, json_line(report))

    def watched_window(repository: DraftRepository) -> MainWindow:
        window = MainWindow(repository)
        user = _Typist(window, order, tell) if order.is_typing else _Checker(window, order, tell)
        window.first_painted.connect(user.begin)
        return window

    with ExitStack() as stack:
        stack.enter_context(patch.object(UserFolders, "of_this_user", lambda: folders))
        stack.enter_context(patch.object(app, "MainWindow", watched_window))
        files = [order.file] if order.file is not None and order.is_started_with_file else []
        return main(["--debug", *files])


def _environment(folder: Path) -> dict[str, str]:
    """Environment that keeps Qt and its helpers out of the real user's folders."""
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(folder))
    xdg = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("STATE", "CONFIG", "DATA", "CACHE")}
    return {**homes, **xdg, "QT_QPA_PLATFORM": "offscreen"}


class _User(QObject):
    """A scripted user who accepts what recovery offers and then continues."""

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
        """Starts the script when the window is painted."""
        if self.window.controller is not None and not self._is_open:
            self._on_opened(self.window.controller)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self._poll_for_offer()

    def go_on(self) -> None:
        """Continues after the offer was handled and a draft is open."""
        raise NotImplementedError

    def tell(self, happened: Happened, *, words: tuple[str, ...] = (), content: Content | None = None) -> None:
        """Writes a report with the user's current page and field."""
        page, field = self.place()
        report = Report(happened, time.monotonic(), content=content, page=page, field=field, words=words)
        self._tell(report)

    def place(self) -> tuple[str, str]:
        """The names of the page and of the focused field."""
        workspace = self.window.workspace
        if workspace is None:
            return "", ""
        focus = QApplication.focusWidget()
        is_field = focus is not None and workspace.page.isAncestorOf(focus)
        return workspace.page.objectName(), focus.objectName() if focus is not None and is_field else ""

    def content(self) -> Content:
        """The content of the open draft."""
        assert self.window.controller is not None
        return _content_of(self.window.controller.editor.snapshot)

    def click(self, button: QPushButton) -> None:
        """Clicks the middle of a button."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, character: str) -> None:
        """Sends a character's key to the focused widget."""
        target = QApplication.focusWidget() or self.window
        if character.isascii():
            QTest.keyClicks(target, character)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))

    def control(self, key: Qt.Key) -> None:
        """Sends a key with Ctrl."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, Qt.KeyboardModifier.ControlModifier)

    def notice_trouble(self) -> None:
        """Reports messages of the bar that must not occur."""
        for topic in _TROUBLE:
            if topic not in self._trouble and self.window.notices.is_standing(topic):
                self._trouble.add(topic)
                self.tell(Happened.NOTICE, words=(topic.name, self.window.notices.bar.message.text()))

    def _poll_for_offer(self) -> None:
        """Polls for a recovery offer; gives up after three seconds."""
        if self.window.notices.is_standing(Topic.RECOVERY):
            self._take_offer()
        elif self._waited_ms >= _LONGEST_MS or self._has_searched():
            self.tell(Happened.NOTHING_OFFERED)
            self._open()
        else:
            self._waited_ms += _EVERY_MS
            QTimer.singleShot(_EVERY_MS, self, self._poll_for_offer)

    def _has_searched(self) -> bool:
        """Whether the program has looked for unsaved work, which it does shortly after the window is painted."""
        recovery = self.window.drafts._recovery
        return recovery is not None and not recovery._work.is_busy

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
        """Declines further offers: what a kill during a recovery left besides has been taken with the newest."""
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
        controller.save_state_changed.connect(self._on_save_state_changed)
        self.tell(Happened.OPENED, content=self.content())

    def _on_edited(self) -> None:
        self.tell(Happened.TYPED, content=self.content())

    def _on_save_state_changed(self) -> None:
        """Also called after a save; then the editor knows what the file holds."""
        controller = self.window.controller
        if controller is not None and controller.state.saved_at is not None and controller.editor.saved is not None:
            self.tell(Happened.SAVED, content=_content_of(controller.editor.saved))

    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.tell(Happened.PLACE)


class _Typist(_User):
    """Types words and amounts, changes fields, saves, undoes and pauses."""

    def __init__(self, window: MainWindow, order: Order, tell: Tell) -> None:
        super().__init__(window, order, tell)
        self._waiting: list[str] = []

    def go_on(self) -> None:
        self._move()
        self._type()

    def _type(self) -> None:
        if not self._waiting:
            self._choose_action()
        if self._waiting:
            self.key(self._waiting.pop(0))
        self.notice_trouble()
        pause = self.chance.randint(*_PAUSES_MS) if self.chance.random() < 0.02 else None
        QTimer.singleShot(pause or self.chance.randint(*_BETWEEN_KEYS_MS), self, self._type)

    def _choose_action(self) -> None:
        """Chooses the next action: mostly another word."""
        deed = self.chance.random()
        if deed < 0.06 and self.order.file is not None:
            self.control(Qt.Key.Key_S)
        elif deed < 0.10:
            self.control(Qt.Key.Key_Z)
        elif deed < 0.14:
            QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Tab)
        elif deed < 0.25:
            self._move()
        self._choose_keys()

    def _move(self) -> None:
        """Goes to another field."""
        assert self.window.workspace is not None
        has_projects = bool(self.window.workspace.controller.application.projects)
        fields = (*_TEXTS, *(_OF_PROJECTS + _AMOUNTS if has_projects else ()))
        self.window.workspace.show_field(field_path(self.chance.choice(fields)))

    def _choose_keys(self) -> None:
        if ".loan." in self.place()[1]:
            self.control(Qt.Key.Key_A)
            self._waiting = list(self.chance.choice(("22,9", "23000", "1.234", str(self.chance.randint(1, 99_999)))))
        else:
            self.control(Qt.Key.Key_End)
            self._waiting = list(f" {self.chance.choice(_WORDS)}{self.chance.randint(1, 999)}")


class _Checker(_User):
    """Checks what came back, types one digit, and waits until it is saved."""

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


def _content_of(snapshot: Snapshot) -> Content:
    """Returns the content without its lineage, which nobody typed."""
    return Content(digest_of(draft_bytes(snapshot.application)), dict(snapshot.half_typed))


def start_as_asked() -> int:
    """Entry point without fork: reads the order from standard input, writes reports to standard output."""
    order = Order(*json.loads(sys.stdin.buffer.readline()))
    return run_program(order, os.dup(sys.stdout.fileno()))


if __name__ == "__main__":
    sys.exit(start_as_asked())
