"""What reaches Python's own hooks: exceptions that are no errors, such as Ctrl+C; with --debug, everything."""

import sys
import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.platform.error_reporter import ErrorReporter
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices
from tests.ui.user import settle

Start = Callable[[bool], ErrorReporter]


@pytest.fixture
def passed_on(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """Records the types of the exceptions that reach the previous hooks."""
    found: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _traceback: found.append(kind))
    monkeypatch.setattr(threading, "excepthook", lambda failed: found.append(failed.exc_type))
    monkeypatch.setattr(sys, "unraisablehook", lambda failed: found.append(failed.exc_type))
    return found


@pytest.fixture
def start(qtbot: QtBot, passed_on: list[type[BaseException]]) -> Iterator[Start]:
    """Returns a function that sets the program's hooks, with --debug or without."""
    made: list[ErrorReporter] = []

    def start_(debug: bool) -> ErrorReporter:
        notices = StandingNotices()
        qtbot.addWidget(notices.bar)
        made.append(ErrorReporter(notices, lambda: True, lambda: "Alt er gemt.", debug=debug))
        return made[-1]

    yield start_
    for reporter in made:
        reporter.close()
    settle()


def failed(kind: type[BaseException]) -> Any:
    return SimpleNamespace(exc_type=kind, exc_value=kind(), exc_traceback=None, err_msg=None, object=None, thread=None)


def raise_everywhere(kind: type[BaseException]) -> None:
    """Raises as in the window, in a thread and in a destructor."""
    sys.excepthook(kind, kind(), None)
    threading.excepthook(failed(kind))
    sys.unraisablehook(failed(kind))
    settle()


@pytest.mark.parametrize(
    ("kind", "debug", "is_passed_on", "is_described"),
    [
        (ValueError, False, False, True),
        (ValueError, True, True, True),
        (KeyboardInterrupt, False, True, False),
        (KeyboardInterrupt, True, True, False),
    ],
)
def test_what_is_no_error_and_with_debug_everything_reaches_pythons_own_hooks(
    start: Start,
    passed_on: list[type[BaseException]],
    kind: type[BaseException],
    debug: bool,
    is_passed_on: bool,
    is_described: bool,
) -> None:
    reporter = start(debug)
    raise_everywhere(kind)
    assert passed_on == ([kind] * 3 if is_passed_on else [])
    assert len(reporter.descriptions) == (3 if is_described else 0)


def test_the_description_says_where_it_happened(start: Start) -> None:
    reporter = start(False)
    raise_everywhere(ValueError)
    locations = [text.splitlines()[0].partition("(")[2] for text in reporter.descriptions]
    assert locations == ["i vinduet)", "i en tråd)", "under oprydning)"]
