"""Injects errors into the program's slots and overridden methods, one at a time, where Qt calls them."""

import gc
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from types import CodeType, FunctionType
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QPlainTextEdit, QWidget

from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.storage.scripted_errors import TEXT
from tests.ui.called_points import OWN, Point

_TOOL_ID = 4
"""Tool id of `sys.monitoring` that no debugger, profiler or coverage tool uses."""
_NONE = Qt.KeyboardModifier.NoModifier


class InjectedError(Exception):
    """The error that is injected."""


class LiveObjects:
    """The objects that exist now: one of each class; of widgets a visible one, if possible not scrolled out of view."""

    def __init__(self) -> None:
        everything = gc.get_objects()
        used = [one for one in everything if type(one).__module__.startswith(OWN) and _is_in_use(one)]
        self._objects: dict[type, Any] = {}
        for one in sorted(used, key=_is_out_of_view):
            for kind in type(one).__mro__:
                self._objects.setdefault(kind, one)
        functions = (one for one in everything if isinstance(one, FunctionType) and _is_own(one))
        self._functions = {function.__code__: function for function in functions}

    def holder_of(self, point: Point) -> Any | None:
        """Returns the object whose method Qt could call now, or the function itself if it is nested in a method."""
        return self._functions.get(point.code) if point.is_nested else self._objects.get(point.kind)


def _is_own(function: FunctionType) -> bool:
    return str(function.__module__).startswith(OWN)


def _is_in_use(one: Any) -> bool:
    if isinstance(one, QObject) and not shiboken6.isValid(one):
        return False
    return not isinstance(one, QWidget) or one.isVisible()


def _is_out_of_view(one: Any) -> bool:
    return isinstance(one, QWidget) and one.visibleRegion().isEmpty()


class Shot:
    """Records whether the error was raised."""

    fired = False


@contextmanager
def lines_run(codes: Iterable[CodeType]) -> Iterator[set[tuple[CodeType, int]]]:
    """Collects the lines of `codes` that run inside the `with` block."""
    codes, found = list(codes), set[tuple[CodeType, int]]()
    with _monitored(codes, sys.monitoring.events.LINE, lambda code, line: found.add((code, line))):
        yield found


@contextmanager
def injected(code: CodeType, line: int | None) -> Iterator[Shot]:
    """Makes `code` raise once, at its start or at `line`."""
    shot = Shot()

    def shoot(_code: CodeType, at: int) -> None:
        if not shot.fired and (line is None or at == line):
            shot.fired = True
            raise InjectedError(TEXT)

    events = sys.monitoring.events
    with _monitored([code], events.PY_START if line is None else events.LINE, shoot):
        yield shot


@contextmanager
def _monitored(codes: list[CodeType], event: int, callback: Callable[[CodeType, int], object]) -> Iterator[None]:
    monitoring = sys.monitoring
    monitoring.use_tool_id(_TOOL_ID, "injected errors")
    try:
        monitoring.register_callback(_TOOL_ID, event, callback)
        for code in codes:
            monitoring.set_local_events(_TOOL_ID, code, event)
        yield
    finally:
        for code in codes:
            monitoring.set_local_events(_TOOL_ID, code, 0)
        monitoring.register_callback(_TOOL_ID, event, None)
        monitoring.free_tool_id(_TOOL_ID)


def trigger(one: Any, point: Point) -> bool:
    """Makes Qt call the method soon, as it does when the user works in the window; returns False if it cannot."""
    name = point.name
    if isinstance(one, QAbstractItemDelegate):
        view = one.parent()
        assert isinstance(view, QAbstractItemView)
        view.scheduleDelayedItemsLayout()
        view.viewport().update()
    elif point.is_slot or not isinstance(one, QWidget):
        return False
    elif name == "paintEvent":
        one.update()
    elif name == "closeEvent":
        QTimer.singleShot(0, one, one.close)
    elif "ForWidth" in name or "izeHint" in name:
        one.updateGeometry()
    elif isinstance(one, QPlainTextEdit) and name.endswith("FromMimeData"):
        QTimer.singleShot(0, one, one.paste)
    elif isinstance(one, QPlainTextEdit) and name == "createMimeDataFromSelection":
        one.selectAll()
        QTimer.singleShot(0, one, one.copy)
    elif (event := _event_for(one, name)) is not None:
        target = one.viewport() if isinstance(one, QAbstractItemView) and isinstance(event, QMouseEvent) else one
        QCoreApplication.postEvent(target, event)
    else:
        return False
    return True


def call_directly(one: Any, point: Point) -> None:
    """Calls the method from the event loop with None for each argument: it raises before it uses them."""
    method = one if point.is_nested else getattr(one, point.name)
    needed = [
        parameter
        for parameter in inspect.signature(method).parameters.values()
        if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_POSITIONAL
    ]
    given = [None for parameter in needed if parameter.kind is not parameter.KEYWORD_ONLY]
    named = {parameter.name: None for parameter in needed if parameter.kind is parameter.KEYWORD_ONLY}
    QTimer.singleShot(0, partial(method, *given, **named))


def _event_for(widget: QWidget, name: str) -> QEvent | None:
    centre = QPointF(widget.rect().center())
    spot = widget.mapToGlobal(widget.rect().center())
    match name:
        case "event":
            return QEvent(QEvent.Type.User)
        case "changeEvent":
            return QEvent(QEvent.Type.PaletteChange)
        case "resizeEvent":
            return QResizeEvent(widget.size(), widget.size())
        case "showEvent":
            return QShowEvent()
        case "focusOutEvent":
            return QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason)
        case "keyPressEvent":
            key = Qt.Key.Key_Enter if isinstance(widget, LinkButton) else Qt.Key.Key_F12
            return QKeyEvent(QEvent.Type.KeyPress, key, _NONE)
        case "contextMenuEvent":
            return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, widget.rect().center(), spot)
        case "mousePressEvent" | "mouseDoubleClickEvent":
            is_single = name == "mousePressEvent"
            kind = QEvent.Type.MouseButtonPress if is_single else QEvent.Type.MouseButtonDblClick
            left = Qt.MouseButton.LeftButton
            return QMouseEvent(kind, centre, QPointF(spot), left, left, _NONE)
        case "wheelEvent":
            turned, scrolling = QPoint(0, 120), Qt.ScrollPhase.NoScrollPhase
            return QWheelEvent(
                centre, QPointF(spot), QPoint(), turned, Qt.MouseButton.NoButton, _NONE, scrolling, False
            )
    return None
