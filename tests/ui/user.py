"""A simulated user of the window: finds inputs by name, clicks and types with real events, and reads the screen."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.workspace.workspace import Workspace

_CONTROL = Qt.KeyboardModifier.ControlModifier
_DEEPEST_LAYOUT = 8
"""Layouts of a page inside each other."""
_NONE = Qt.KeyboardModifier.NoModifier


class User:
    """Works in one window, only through Qt's own events."""

    def __init__(self, window: MainWindow, path: Path | None = None) -> None:
        self.window = window
        self.path = path
        """The file that was opened with the window."""

    # the open draft

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None, "no draft is open"
        return self.window.workspace

    @property
    def controller(self) -> DraftController:
        return self.workspace.controller

    @property
    def view(self) -> View:
        return self.controller.view

    @property
    def application(self) -> Application:
        return self.controller.application

    @property
    def page(self) -> Page:
        """The page that is shown, with its delayed parts completed."""
        page = self.workspace.page
        if not page.is_complete:
            page.complete()
            settle()
        return page

    @property
    def notices(self) -> tuple[NoticeBar, NoticeBar]:
        """The bar above the page, and the bar for notices that stay until they are resolved."""
        return self.workspace.notice, self.window.notices.bar

    def value(self, path: str) -> object:
        """Returns the model's value at a path."""
        return self.controller.editor.value(field_path(path))

    # finding

    def widget[Kind: QWidget](self, name: str, kind: type[Kind]) -> Kind:
        """Returns the input of that name on the page that is shown."""
        found = [widget for widget in self.page.findChildren(kind, name) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} visible inputs are called {name} on {self.page.objectName()}"
        return found[0]

    def line(self, name: str) -> QLineEdit:
        return self.widget(name, QLineEdit)

    def area(self, name: str) -> TextInput:
        return self.widget(name, TextInput)

    def combo(self, name: str) -> QComboBox:
        return self.widget(name, QComboBox)

    def button(self, name: str) -> QAbstractButton:
        return self.widget(name, QAbstractButton)

    def note_at(self, name: str) -> str:
        """Returns the texts of the notes at the field of that name."""
        holder = self.widget(name, QWidget).parentWidget()
        assert holder is not None
        _label, *others = said_in(holder)
        return "\n".join(others)

    def links(self, inside: QWidget | None = None) -> list[LinkButton]:
        """Returns the links that are visible, also after scrolling."""
        return [link for link in (inside or self.page).findChildren(LinkButton) if link.isVisible()]

    def texts(self) -> list[str]:
        """Returns the texts of all visible labels of the page."""
        return said_in(self.page)

    def notice_text(self) -> str:
        """Returns the texts of the bars; "" while they are hidden."""
        return "\n".join(bar.message.text() for bar in self.notices if bar.isVisible())

    def standing_text(self) -> str:
        """Returns the text of the bar for notices that stay until they are resolved."""
        bar = self.window.notices.bar
        return bar.message.text() if bar.isVisible() else ""

    # acting

    def click(self, target: QWidget | str) -> None:
        """Scrolls a widget into view and clicks its centre."""
        widget = self.widget(target, QWidget) if isinstance(target, str) else target
        scroll_to(widget)
        assert widget.isVisible(), f"{widget.objectName()} is not shown"
        spot = widget.rect().center()
        hit = widget.window().childAt(widget.mapTo(widget.window(), spot))
        assert hit is widget or (hit is not None and widget.isAncestorOf(hit)), (
            f"{hit} lies above {widget.objectName()}"
        )
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NONE, spot)
        settle()

    def click_notice(self, words: str) -> None:
        """Clicks a button of the bars."""
        settle()
        buttons = [button for bar in self.notices for button in bar.findChildren(QPushButton) if button.isVisible()]
        matching = [button for button in buttons if button.text() == words]
        assert len(matching) == 1, [button.text() for button in buttons]
        self.click(matching[0])

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Presses a key in the widget with the focus."""
        QTest.keyClick(focused(self.window), key, modifiers)
        self._wait_for_panes()

    def control(self, key: Qt.Key) -> None:
        """Presses Ctrl and a key."""
        self.press(key, _CONTROL)

    def keys(self, text: str) -> None:
        """Types text in the widget with the focus, key by key."""
        target = focused(self.window)
        for line_number, line in enumerate(text.split("\n")):
            if line_number:
                QTest.keyClick(target, Qt.Key.Key_Return)
            for character in line:
                _key_click(target, character)
        self._wait_for_panes()

    def write(self, name: str, text: str) -> None:
        """Replaces the content of a field by typing, and stays in it."""
        self.click(name)
        self.control(Qt.Key.Key_A)
        self.press(Qt.Key.Key_Delete)
        self.keys(text)

    def write_and_leave(self, name: str, text: str) -> None:
        """Replaces the content of a field by typing, and leaves it with Tab."""
        self.write(name, text)
        self.press(Qt.Key.Key_Tab)

    def paste(self, text: str) -> None:
        """Puts text on the clipboard and presses Ctrl+V."""
        QApplication.clipboard().setText(text)
        self.control(Qt.Key.Key_V)

    def choose(self, name: str, words: str) -> None:
        """Chooses from a list with the arrow keys."""
        combo = self.combo(name)
        self.click_into_combo(combo)
        target = combo.findText(words)
        assert target >= 0, [combo.itemText(row) for row in range(combo.count())]
        while combo.currentIndex() != target:
            self.press(Qt.Key.Key_Down if combo.currentIndex() < target else Qt.Key.Key_Up)

    def click_into_combo(self, combo: QComboBox) -> None:
        """Gives a list the focus without opening it."""
        scroll_to(combo)
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        settle()

    def choose_from_menu(self, words: str) -> None:
        """Chooses from the menu that is open, with the arrow keys."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        assert words in [action.text() for action in menu.actions()]
        for _action in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            if menu.activeAction().text() == words:
                break
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self._wait_for_panes()

    def add_cost_line(self, project: int = 0, treatment: str = "Medregnes helt") -> None:
        """Adds a line to a project's cost plan, and says how the loan treats it."""
        self.click(f"projects.{project}.cost_plan.lines.add")
        self.choose_from_menu(treatment)

    def turn_wheel(self, widget: QWidget, notches: int) -> bool:
        """Turns the wheel over a widget; returns whether the widget used it (otherwise Qt passes it to the page)."""
        centre = QPointF(widget.rect().center())
        event = QWheelEvent(
            centre,
            QPointF(widget.mapToGlobal(centre)),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            _NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
        settle()
        return event.isAccepted()

    def go_to(self, page: str) -> None:
        """Goes to a page by clicking its step in the list."""
        steps = self.workspace.steps
        names = step_names(self.application)
        item = steps.item(names.index(page))
        spot = steps.visualItemRect(item).center()
        QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, _NONE, spot)
        settle()
        assert self.page.objectName() == page

    def _wait_for_panes(self) -> None:
        """Waits until panes and notes are updated: they follow typing in a long text with a delay."""
        settle()
        controller = self.window.controller
        timers = controller.findChildren(QTimer) if controller else []
        for _attempt in range(400):
            if not any(timer.isActive() for timer in timers):
                return
            QTest.qWait(5)
        raise AssertionError("the panes never followed")

    def action(self, words: str) -> QAction:
        """Returns the menu command with this text, mnemonic included."""
        actions = [action for menu in self.window.findChildren(QMenu) for action in menu.actions()]
        return next(action for action in actions if action.text() == words)

    def use_menu(self, words: str) -> None:
        """Triggers a menu command."""
        action = self.action(words)
        assert action.isEnabled(), words
        action.trigger()
        settle()

    def status_bar(self) -> list[str]:
        """Returns the text of the status bar."""
        return said_in(self.window.statusBar())

    def undo(self) -> None:
        self.control(Qt.Key.Key_Z)

    def redo(self) -> None:
        self.control(Qt.Key.Key_Y)

    def save(self) -> None:
        self.control(Qt.Key.Key_S)


def said_in(top: QWidget) -> list[str]:
    """Returns the texts shown below a widget, without inputs and buttons."""
    labels = [widget for widget in top.findChildren(QWidget) if isinstance(widget, QLabel | StillText)]
    return [label.text() for label in labels if label.isVisible() and label.text()]


def step_names(application: Application) -> list[str]:
    """Returns the names of the pages in the order of the list."""
    projects = [f"page.project.{index}" for index in range(len(application.projects))]
    pages = ("description", "contacts", "check", "approve", "transfer")
    return ["page.applicant", "page.projects", *projects, *(f"page.{page}" for page in pages)]


def settle() -> None:
    """Processes all pending events and their follow-up events; does not wait for timers.

    A part that needs another height asks the layout around it in one round, and that one the next in the next round.
    """
    for _round in range(_DEEPEST_LAYOUT):
        QCoreApplication.processEvents()


def focused(window: QWidget) -> QWidget:
    """Returns the widget that receives keys: an open menu or list, otherwise the one with the focus."""
    popup = QApplication.activePopupWidget()
    return (popup.focusWidget() or popup) if popup else QApplication.focusWidget() or window


def scroll_to(widget: QWidget) -> None:
    """Scrolls the areas around a widget until it can be clicked; lays out newly added widgets first."""
    settle()
    for area in reversed(list(_areas_around(widget))):
        content = area.widget()
        assert content is not None
        spot = widget.mapTo(content, widget.rect().center())
        half = area.viewport().size() / 2
        area.ensureVisible(
            spot.x(), spot.y(), min(widget.width() // 2, half.width() - 1), min(widget.height() // 2, half.height() - 1)
        )
    settle()


def is_in_view(widget: QWidget) -> bool:
    """Whether the whole widget is visible without scrolling."""
    return (
        widget.isVisible()
        and not widget.visibleRegion().isEmpty()
        and (widget.visibleRegion().boundingRect().size() == widget.size())
    )


def _key_click(target: QWidget, character: str) -> None:
    """Sends a key click as from a Danish keyboard; `QTest` itself only supports Latin-1 characters."""
    if character.isascii():
        QTest.keyClicks(target, character)
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, 0, _NONE, character))


def _areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            yield parent
        parent = parent.parentWidget()
