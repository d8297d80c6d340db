"""Where the user is in a draft, and the way back there: page, field, cursor, selection and scrolling."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.steps import Step, StepKind, steps_of
from botilbud_desktop.storage.recovery.position import UNKNOWN, Position
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.workspace.workspace import Workspace

_MOST_ROWS = 100
"""Rows before a missing one that are looked for."""
_MOST_TURNS = 10
"""Turns of the event loop that a page may take to be as long as it was."""


def position_in(workspace: Workspace) -> Position:
    """Returns where the user is, also while another program is in front."""
    page = workspace.step.page
    focus: QWidget | None = workspace.window().focusWidget()
    alone = workspace.controller.full_window_field
    if alone is not None:
        return Position(page, alone.object_name, *_cursor_in(focus))
    scroll = workspace.page.verticalScrollBar().value()
    if focus is None or not workspace.page.isAncestorOf(focus):
        return Position(page, scroll=scroll)
    field_scroll = focus.verticalScrollBar().value() if isinstance(focus, QPlainTextEdit) else UNKNOWN
    return Position(page, focus.objectName(), *_cursor_in(focus), scroll, field_scroll)


def return_to(workspace: Workspace, position: Position) -> None:
    """Go to a position; where its page or field is gone, to the nearest one."""
    step = _nearest_step(steps_of(workspace.controller.application), position.page)
    if step is None:
        return
    workspace.show_step(step)
    page = workspace.page
    page.complete()
    field = _nearest_input(page, position.field)
    if field is not None:
        page.show_whole(field)
        focus_visibly(field)
        if field.objectName() == position.field:
            _put_cursor(field, position)
    if step.page == position.page:
        QTimer.singleShot(0, page, lambda: _scroll(page, field, position))  # once the page is laid out


def _scroll(page: Page, field: QWidget | None, position: Position, turns: int = _MOST_TURNS) -> None:
    """Scroll as far as before; the field and the cursor stay in view, as the window may be smaller now.

    A page whose parts fill in as they are first shown is laid out over some `turns` of the event loop.
    """
    if position.scroll != UNKNOWN:
        page.verticalScrollBar().setValue(position.scroll)
    if turns and page.verticalScrollBar().maximum() < position.scroll:
        QTimer.singleShot(0, page, lambda: _scroll(page, field, position, turns - 1))
        return
    if field is not None and field.visibleRegion().isEmpty():
        page.show_whole(field)
    if isinstance(field, QPlainTextEdit) and field.objectName() == position.field:
        field.ensureCursorVisible()  # Qt lays the text out only as far as it has been shown
        if position.field_scroll != UNKNOWN:
            field.verticalScrollBar().setValue(position.field_scroll)
        if not field.viewport().rect().intersects(field.cursorRect()):
            field.ensureCursorVisible()


def _nearest_step(steps: Sequence[Step], page: str) -> Step | None:
    exact = next((step for step in steps if step.page == page), None)
    if exact is not None or not page.startswith(Step(StepKind.PROJECT, 0).page.removesuffix("0")):
        return exact
    projects = [step for step in steps if step.kind is StepKind.PROJECT]
    return projects[-1] if projects else Step(StepKind.PROJECTS)


def _nearest_input(page: Page, name: str) -> QWidget | None:
    """Returns the input of that name, else the same one in the row or project before, else one of the same part."""
    if not name:
        return None
    path = field_path(name)
    page.unfold(path)
    for near in _nearby(path):
        found = page.findChild(QWidget, near.object_name)
        if isinstance(found, QWidget) and _takes_focus(page, found):
            return found
    return page.input_near(path)


def _nearby(path: FieldPath) -> Iterator[FieldPath]:
    yield path
    for place in reversed(range(len(path))):
        index = path[place]
        if isinstance(index, int):
            for lower in reversed(range(min(index, _MOST_ROWS))):
                yield FieldPath((*path[:place], lower, *path[place + 1 :]))


def _takes_focus(page: Page, widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(page) and widget.isEnabled()


def _cursor_in(widget: QWidget | None) -> tuple[int, int]:
    """Returns the cursor and the start of the selection."""
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().position(), widget.textCursor().anchor()
    if isinstance(widget, QLineEdit):
        cursor, start = widget.cursorPosition(), widget.selectionStart()
        if start == UNKNOWN:
            return cursor, cursor
        return cursor, widget.selectionEnd() if cursor == start else start
    return UNKNOWN, UNKNOWN


def _put_cursor(widget: QWidget, position: Position) -> None:
    """Put the cursor where it was, as far as the text still reaches."""
    if position.cursor == UNKNOWN:
        return
    anchor = position.cursor if position.anchor == UNKNOWN else position.anchor
    if isinstance(widget, QPlainTextEdit):
        end, cursor = widget.document().characterCount() - 1, widget.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position.cursor, end), QTextCursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
    elif isinstance(widget, QLineEdit):
        end = len(widget.text())
        start, stop = min(anchor, end), min(position.cursor, end)
        widget.setCursorPosition(stop)
        if start != stop:
            widget.setSelection(start, stop - start)
