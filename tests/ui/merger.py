"""A simulated user of the merge dialog."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging.merge import Choice, Merge
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.merging.conflict_page import ConflictPage
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.merging.prepared import prepared
from botilbud_desktop.ui.merging.summary_page import SummaryPage
from botilbud_desktop.ui.merging.texts_page import TextsPage
from tests.ui.user import focused, said_in, scroll_to, settle

MINE, THEIRS = "Din kladde", "Filen fra den 23.11.2026 kl. 14.02"


class Merger:
    """Works in the merge dialog with real clicks and keys, and records its signals."""

    def __init__(self, dialog: MergeDialog) -> None:
        self.dialog = dialog
        self.merged: list[Application] = []
        self.results: list[int] = []
        dialog.merged.connect(self.merged.append)
        dialog.finished.connect(self.results.append)

    @property
    def conflict(self) -> ConflictPage:
        page = self.dialog.page
        assert isinstance(page, ConflictPage), page
        return page

    @property
    def page_of_texts(self) -> TextsPage:
        page = self.dialog.page
        assert isinstance(page, TextsPage), page
        return page

    @property
    def summary(self) -> SummaryPage:
        page = self.dialog.page
        assert isinstance(page, SummaryPage), page
        return page

    def texts(self) -> list[str]:
        """Returns the texts of the page's labels."""
        return said_in(self.dialog.page)

    def chosen(self) -> Choice | None:
        """Returns the choice that is selected on the page."""
        return next((choice for choice, button in self.conflict.group.buttons.items() if button.isChecked()), None)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(focused(self.dialog), key, modifiers)
        settle()

    def click(self, widget: QWidget) -> None:
        scroll_to(widget)
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def choose(self, choice: Choice) -> None:
        """Clicks the radio button of a choice."""
        button = self.conflict.group.buttons[choice]
        scroll_to(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
        settle()

    def go_on(self, times: int = 1) -> None:
        for _time in range(times):
            self.click(self.dialog.forward)

    def go_back(self) -> None:
        self.click(self.dialog.back)


Open = Callable[[Merge], Merger]


@pytest.fixture
def open_merge(qtbot: QtBot, form: Round) -> Iterator[Open]:
    """Returns a function that opens the merge dialog above a window."""
    window = QWidget()
    window.resize(1200, 700)
    window.show()

    def open_(merge: Merge) -> Merger:
        dialog = MergeDialog(window, prepared(merge, form), form, MINE, THEIRS)
        person = Merger(dialog)
        dialog.open()
        dialog.activateWindow()
        settle()
        if not dialog.isActiveWindow():
            qtbot.waitUntil(dialog.isActiveWindow)
        return person

    yield open_
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
