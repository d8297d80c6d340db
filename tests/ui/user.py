"""A person at the window: finds inputs by name, clicks and types with real events, and reads what is on the screen."""

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
_NONE = Qt.KeyboardModifier.NoModifier


class User:
    """Works in one window; whatever it does goes through Qt's own events."""

    def __init__(self, window: MainWindow, path: Path | None = None) -> None:
        self.window = window
        self.path = path
        """The file that the window was opened on."""

    # what is open

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
        """The page that is shown, with what is built a moment later already there."""
        page = self.workspace.page
        if not page.is_complete:
            page.complete()
            settle()
        return page

    @property
    def notices(self) -> tuple[NoticeBar, NoticeBar]:
        """The bar above the page, and the one below it for what stays until it is settled."""
        return self.workspace.notice, self.window.notices.bar

    def value(self, path: str) -> object:
        """What the model holds at a path."""
        return self.controller.editor.value(field_path(path))

    # finding

    def widget[Kind: QWidget](self, name: str, kind: type[Kind]) -> Kind:
        """The input of that name on the page that is shown."""
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
        """What stands in the lines below the field of that name."""
        holder = self.widget(name, QWidget).parentWidget()
        assert holder is not None
        _label, *others = said_in(holder)
        return "\n".join(others)

    def links(self, inside: QWidget | None = None) -> list[LinkButton]:
        """The links in view or within reach by scrolling."""
        return [link for link in (inside or self.page).findChildren(LinkButton) if link.isVisible()]

    def texts(self) -> list[str]:
        """All labels that are shown on the page."""
        return said_in(self.page)

    def notice_text(self) -> str:
        """What the bars say; nothing while they are hidden."""
        return "\n".join(bar.message.text() for bar in self.notices if bar.isVisible())

    def standing_text(self) -> str:
        """What the bar says that stays until the matter is settled."""
        bar = self.window.notices.bar
        return bar.message.text() if bar.isVisible() else ""

    # doing

    def click(self, target: QWidget | str) -> None:
        """Scroll a widget into view and click in the middle of it."""
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
        """Click a button of the bars."""
        settle()
        buttons = [button for bar in self.notices for button in bar.findChildren(QPushButton) if button.isVisible()]
        matching = [button for button in buttons if button.text() == words]
        assert len(matching) == 1, [button.text() for button in buttons]
        self.click(matching[0])

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(focused(self.window), key, modifiers)
        self._until_all_follows()

    def control(self, key: Qt.Key) -> None:
        """Press a key with Ctrl held."""
        self.press(key, _CONTROL)

    def keys(self, text: str) -> None:
        """Type text where the focus is, key by key."""
        target = focused(self.window)
        for line_number, line in enumerate(text.split("\n")):
            if line_number:
                QTest.keyClick(target, Qt.Key.Key_Return)
            for character in line:
                _key_click(target, character)
        self._until_all_follows()

    def write(self, name: str, text: str) -> None:
        """Replace what stands in a field by typing, and stay in it."""
        self.click(name)
        self.control(Qt.Key.Key_A)
        self.press(Qt.Key.Key_Delete)
        self.keys(text)

    def write_and_leave(self, name: str, text: str) -> None:
        """Replace what stands in a field by typing, and go on with Tab."""
        self.write(name, text)
        self.press(Qt.Key.Key_Tab)

    def paste(self, text: str) -> None:
        """Put text on the clipboard and press Ctrl+V."""
        QApplication.clipboard().setText(text)
        self.control(Qt.Key.Key_V)

    def choose(self, name: str, words: str) -> None:
        """Choose from a list with the keyboard, by the arrow keys."""
        combo = self.combo(name)
        self.click_into_combo(combo)
        target = combo.findText(words)
        assert target >= 0, [combo.itemText(row) for row in range(combo.count())]
        while combo.currentIndex() != target:
            self.press(Qt.Key.Key_Down if combo.currentIndex() < target else Qt.Key.Key_Up)

    def click_into_combo(self, combo: QComboBox) -> None:
        """Give a list the focus without opening it."""
        scroll_to(combo)
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        settle()

    def turn_wheel(self, widget: QWidget, notches: int) -> bool:
        """Turn the mouse wheel above a widget. Whether the widget took it; else Qt gives it to the page."""
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
        """Go to a page by clicking its step in the list."""
        steps = self.workspace.steps
        names = step_names(self.application)
        item = steps.item(names.index(page))
        spot = steps.visualItemRect(item).center()
        QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, _NONE, spot)
        settle()
        assert self.page.objectName() == page

    def _until_all_follows(self) -> None:
        """Wait out the moment by which panes and notes follow the typing of a long text."""
        settle()
        controller = self.window.controller
        timers = controller.findChildren(QTimer) if controller else []
        for _attempt in range(400):
            if not any(timer.isActive() for timer in timers):
                return
            QTest.qWait(5)
        raise AssertionError("the panes never followed")

    def action(self, words: str) -> QAction:
        """The command of the menus with these words, mnemonic included."""
        actions = [action for menu in self.window.findChildren(QMenu) for action in menu.actions()]
        return next(action for action in actions if action.text() == words)

    def use_menu(self, words: str) -> None:
        """Choose a command from the menus."""
        action = self.action(words)
        assert action.isEnabled(), words
        action.trigger()
        settle()

    def status_bar(self) -> list[str]:
        """What stands at the bottom of the window."""
        return said_in(self.window.statusBar())

    def undo(self) -> None:
        self.control(Qt.Key.Key_Z)

    def redo(self) -> None:
        self.control(Qt.Key.Key_Y)

    def save(self) -> None:
        self.control(Qt.Key.Key_S)


def said_in(top: QWidget) -> list[str]:
    """The texts that are shown below a widget, inputs and buttons left out."""
    labels = [widget for widget in top.findChildren(QWidget) if isinstance(widget, QLabel | StillText)]
    return [label.text() for label in labels if label.isVisible() and label.text()]


def step_names(application: Application) -> list[str]:
    """The names of the pages in the order of the list."""
    projects = [f"page.project.{index}" for index in range(len(application.projects))]
    pages = ("description", "contacts", "check", "approve", "transfer")
    return ["page.applicant", "page.projects", *projects, *(f"page.{page}" for page in pages)]


def settle() -> None:
    """Let Qt do what is due now, and what follows from that (layouts ask for layouts); no waiting."""
    for _round in range(3):
        QCoreApplication.processEvents()


def focused(window: QWidget) -> QWidget:
    """Where keys go: a menu or list that is open, else the widget with the focus."""
    popup = QApplication.activePopupWidget()
    return (popup.focusWidget() or popup) if popup else QApplication.focusWidget() or window


def scroll_to(widget: QWidget) -> None:
    """Scroll the areas around a widget until it can be clicked; what was just added is laid out first."""
    settle()
    for area in reversed(list(_areas_around(widget))):
        content = area.widget()
        assert content is not None
        spot = widget.mapTo(content, widget.rect().center())
        area.ensureVisible(spot.x(), spot.y(), widget.width() // 2, widget.height() // 2)
    settle()


def is_in_view(widget: QWidget) -> bool:
    """Whether the whole widget can be seen without scrolling."""
    return (
        widget.isVisible()
        and not widget.visibleRegion().isEmpty()
        and (widget.visibleRegion().boundingRect().size() == widget.size())
    )


def _key_click(target: QWidget, character: str) -> None:
    """A key click as from a Danish keyboard; `QTest` itself knows the characters of Latin-1 only."""
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
