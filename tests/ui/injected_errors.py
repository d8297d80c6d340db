"""Errors put into the program's slots and overridden methods, one at a time, where Qt calls them."""

import gc
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemDelegate, QAbstractItemView, QPlainTextEdit, QWidget

import botilbud_desktop.ui
from tests.storage.scripted_errors import TEXT

_TOOL = 4
"""A number of `sys.monitoring` that no debugger, profiler or measure of coverage uses."""
_OWN = botilbud_desktop.ui.__name__
_CONNECTED = re.compile(r"(?:connect|singleShot)\([^()]*\bself\.(\w+)\s*[,)]")
_NONE = Qt.KeyboardModifier.NoModifier


class InjectedError(Exception):
    """What was put in."""


class Point(NamedTuple):
    """A method that Qt calls."""

    kind: type
    name: str
    is_slot: bool
    """Whether a signal or a timer calls it; else it overrides a method of Qt."""

    @property
    def code(self) -> CodeType:
        """What runs."""
        function = vars(self.kind)[self.name]
        assert isinstance(function, FunctionType)
        return function.__code__

    @property
    def lines(self) -> list[int]:
        """The lines of its body."""
        return sorted({line for _start, _end, line in self.code.co_lines() if line} - {self.code.co_firstlineno})

    def is_in(self, *modules: str) -> bool:
        """Whether it belongs to one of these modules or packages of the window."""
        own = self.kind.__module__.removeprefix(f"{_OWN}.")
        return any(own == module or own.startswith(f"{module}.") for module in modules)

    def __str__(self) -> str:
        return f"{self.kind.__module__.removeprefix(f'{_OWN}.')}.{self.kind.__qualname__}.{self.name}"


def all_points() -> list[Point]:
    """Each slot and each method that overrides one of Qt's, in all modules of the window."""
    package = botilbud_desktop.ui
    modules = [import_module(found.name) for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    kinds = [
        kind
        for module in modules
        for kind in vars(module).values()
        if inspect.isclass(kind) and kind.__module__ == module.__name__
    ]
    return [point for kind in kinds for point in _points_of(kind)]


def _points_of(kind: type) -> Iterator[Point]:
    connected = set(_CONNECTED.findall(inspect.getsource(kind)))
    for name, member in vars(kind).items():
        is_slot = name.startswith("_on_") or name in connected
        if isinstance(member, FunctionType) and (is_slot or _overrides_qt(kind, name)):
            yield Point(kind, name, is_slot)


def _overrides_qt(kind: type, name: str) -> bool:
    own = not name.startswith("_")
    return own and any(base.__module__.startswith("PySide6.") and hasattr(base, name) for base in kind.__mro__)


def alive() -> dict[type, Any]:
    """One of each kind of object that there is now; of widgets one that is shown, if possible without scrolling."""
    found: dict[type, Any] = {}
    used = [one for one in gc.get_objects() if type(one).__module__.startswith(_OWN) and _is_in_use(one)]
    for one in sorted(used, key=_is_out_of_view):
        for kind in type(one).__mro__:
            found.setdefault(kind, one)
    return found


def _is_in_use(one: Any) -> bool:
    if isinstance(one, QObject) and not shiboken6.isValid(one):
        return False
    return not isinstance(one, QWidget) or one.isVisible()


def _is_out_of_view(one: Any) -> bool:
    return isinstance(one, QWidget) and one.visibleRegion().isEmpty()


class Shot:
    """Whether the error was raised."""

    fired = False


@contextmanager
def injected(code: CodeType, line: int | None) -> Iterator[Shot]:
    """Let `code` raise once, at its beginning or where `line` begins."""
    monitoring, shot = sys.monitoring, Shot()

    def shoot(_code: CodeType, at: int) -> None:
        if not shot.fired and (line is None or at == line):
            shot.fired = True
            raise InjectedError(TEXT)

    event = monitoring.events.PY_START if line is None else monitoring.events.LINE
    monitoring.use_tool_id(_TOOL, "injected errors")
    try:
        monitoring.register_callback(_TOOL, event, shoot)
        monitoring.set_local_events(_TOOL, code, event)
        yield shot
    finally:
        monitoring.set_local_events(_TOOL, code, 0)
        monitoring.register_callback(_TOOL, event, None)
        monitoring.free_tool_id(_TOOL)


def trigger(one: Any, point: Point) -> bool:
    """Have Qt call the method soon, as it does when somebody works in the window; False if this does not know how."""
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
    elif (event := _event_for(one, name)) is not None:
        QCoreApplication.postEvent(one, event)
    else:
        return False
    return True


def call_directly(one: Any, point: Point) -> None:
    """Call it from the event loop; what it is given does not matter where it raises at once."""
    method = getattr(one, point.name)
    given = [
        None for parameter in inspect.signature(method).parameters.values() if parameter.default is parameter.empty
    ]
    QTimer.singleShot(0, partial(method, *given))


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
            key = Qt.Key.Key_Enter if isinstance(widget, QAbstractButton) else Qt.Key.Key_F12
            return QKeyEvent(QEvent.Type.KeyPress, key, _NONE)
        case "contextMenuEvent":
            return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, widget.rect().center(), spot)
        case "wheelEvent":
            turned, scrolling = QPoint(0, 120), Qt.ScrollPhase.NoScrollPhase
            return QWheelEvent(
                centre, QPointF(spot), QPoint(), turned, Qt.MouseButton.NoButton, _NONE, scrolling, False
            )
    return None
