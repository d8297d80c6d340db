"""F6 and Shift+F6 go round the parts of the window: the notices, the steps, the page and the guidance."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from botilbud_desktop.ui.widgets.announcing import Voice
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.workspace.workspace import Workspace


class _Pane(NamedTuple):
    """One part of the window."""

    name: str
    """What screen readers say."""
    parts: tuple[QWidget, ...]
    """It has the focus when one of these has it or holds what has it."""
    focus: Callable[[], object]
    """Gives the focus to its beginning."""
    is_page: bool = False
    """Whether it is the page, which comes back when another part stands in its place."""


class Panes:
    """Goes from part to part, and to where the cursor was in each."""

    def __init__(self, workspace: Workspace, standing: NoticeBar) -> None:
        """`standing` is the window's bar for notices that stay until they are resolved."""
        self._workspace = workspace
        self._standing = standing
        self._voice = Voice(workspace)
        self._left: dict[str, QWidget] = {}
        """What had the focus when a part was left, by the name of the part."""

    def go(self, by: int) -> None:
        """Go to the next part (1) or the one before (-1) that is shown."""
        panes = self._shown()
        focused = QApplication.focusWidget()
        here = next((index for index, pane in enumerate(panes) if _holds(pane, focused)), None)
        if here is not None and focused is not None:
            self._left[panes[here].name] = focused
        pane = panes[(here + by) % len(panes) if here is not None else 0]
        if not (pane.is_page and self._workspace.show_page_again()):  # then the focus is where it was
            self._come_to(pane)
        self._voice.forget()
        self._voice.say(pane.name)

    def _come_to(self, pane: _Pane) -> None:
        left = self._left.get(pane.name)
        if left is not None and isValid(left) and left.isVisible() and _holds(pane, left):
            left.setFocus()
        else:
            pane.focus()

    def _shown(self) -> list[_Pane]:
        """Returns the parts that are shown; those that are folded are shown by their buttons below the page."""
        there = self._workspace
        aside, pane = there.shown_aside, there.pane
        page = there.page if aside is None else aside
        title = there.page.heading.text() if aside is None else aside.title.text()
        notices = tuple(
            _Pane("Besked", (bar,), button.setFocus)
            for bar in (there.notice, self._standing)
            if (button := _first_button(bar)) is not None
        )
        parts = (
            *notices,
            _Pane("Trin", (there.steps,), there.steps.setFocus),
            _Pane(f"Siden: {title}", (page, there.navigation), there.focus_first, is_page=True),
            _Pane("Kriterier og vejledning", (pane,), partial(_focus_first, there)),
        )
        return [part for part in parts if part.is_page or part.parts[0].isVisible()]


def _focus_first(workspace: Workspace) -> None:
    first = workspace.pane.first_stop
    if first is not None:
        first.setFocus()


def _holds(pane: _Pane, widget: QWidget | None) -> bool:
    return widget is not None and any(part is widget or part.isAncestorOf(widget) for part in pane.parts)


def _first_button(bar: NoticeBar) -> QPushButton | None:
    """Returns what takes the focus in a bar; None while it is not shown or has no button."""
    return next((button for button in bar.findChildren(QPushButton) if button.isVisible()), None)
