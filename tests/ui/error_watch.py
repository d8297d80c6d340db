"""Injects one error into each function of a window that Qt calls, and checks the consequences."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtWidgets import QApplication

from botilbud_desktop.ui.platform.error_reporter import ErrorReporter
from botilbud_desktop.ui.widgets.standing_notices import Topic
from tests.storage.scripted_errors import TEXT
from tests.ui.called_points import Point, all_points
from tests.ui.injected_errors import LiveObjects, call_directly, injected, trigger
from tests.ui.user import User, settle


@contextmanager
def taking_errors(user: User) -> Iterator[ErrorReporter]:
    """Reports unexpected errors as the program does; use it inside the test, so that it replaces pytest-qt's hooks."""
    current = user.window.drafts
    error_reporter = ErrorReporter(user.window.notices, current.secure, current.what_is_saved)
    try:
        yield error_reporter
    finally:
        settle()
        error_reporter.close()


def reported(error_reporter: ErrorReporter) -> str:
    """Returns the report of the errors so far."""
    settle()
    return error_reporter.report()


def fail(*_anything: Any, **_options: Any) -> Any:
    raise ValueError(TEXT)


def failing_once(real: Callable[..., Any]) -> Callable[..., Any]:
    """Returns a function that fails at the first call and then does what `real` does."""
    calls = iter([fail])

    def call(*arguments: Any, **options: Any) -> Any:
        return next(calls, real)(*arguments, **options)

    return call


class Watch:
    """Injects errors into the points of some modules while one window is open, and collects what went wrong."""

    def __init__(self, user: User, modules: tuple[str, ...]) -> None:
        self.user = user
        self.remaining = [point for point in all_points() if point.is_in(*modules)]
        """The points that have had no error yet."""
        self.wrong: list[str] = []

    def inject_all(self) -> None:
        """Injects an error into each remaining point that Qt could call now."""
        objects = LiveObjects()
        for point in list(self.remaining):
            if (one := objects.holder_of(point)) is not None:
                self.remaining.remove(point)
                self._inject(one, point)

    def expect_all(self) -> None:
        """Asserts that nothing went wrong and that every point had an error."""
        assert self.wrong == [], "\n".join(self.wrong)
        assert self.remaining == [], "\n".join(map(str, self.remaining))

    def _inject(self, one: object, point: Point) -> None:
        lines: list[int | None] = [None]
        if point.name == "closeEvent":
            lines = [*point.lines[1:-1]]
        elif not point.is_slot:
            lines += point.lines
        for line in lines:
            self._inject_at(one, point, line)

    def _inject_at(self, one: object, point: Point, line: int | None) -> None:
        notices = self.user.window.notices
        before, shown = self._state(), self._shown()
        error_reporter = ErrorReporter(notices, lambda: True, lambda: "Alt er gemt.")
        with injected(point.code, line) as shot:
            if trigger(one, point):
                settle()
            if not shot.fired and line is None:
                call_directly(one, point)
                settle()
        error_reporter.close()
        where = f"{point}{'' if line is None else f':{line}'}"
        if not shot.fired:
            if line is None:
                self.wrong.append(f"{where}: was never called")
            return
        if not notices.is_standing(Topic.ERROR_IN_PROGRAM) or not notices.bar.isVisible():
            self.wrong.append(f"{where}: nothing was told")
        if self._state() != before:
            self.wrong.append(f"{where}: the draft is another")
        if self._shown() != shown:
            self.wrong.append(f"{where}: {self._shown()} is shown instead of {shown}")
        notices.clear(Topic.ERROR_IN_PROGRAM)
        settle()

    def _state(self) -> object:
        controller = self.user.window.controller
        return None if controller is None else (controller.editor.application, dict(controller.editor.half_typed))

    def _shown(self) -> list[str]:
        """Returns the class names of the visible windows, menus and dialogs."""
        return sorted(type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible())
