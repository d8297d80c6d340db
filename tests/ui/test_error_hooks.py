"""What reaches Python's own hooks: exceptions that are no errors, such as Ctrl+C; with --debug, everything."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from botilbud_desktop.ui.platform.error_reporter import ErrorReporter
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices
from tests.ui.user import settle

Passed = list[type[BaseException]]
"""The types of the exceptions that reached the previous hooks."""


@contextmanager
def reporting(monkeypatch: pytest.MonkeyPatch, *, debug: bool) -> Iterator[tuple[ErrorReporter, Passed]]:
    """Sets the program's hooks above recording ones. All are gone before pytest-qt looks at its own after the test."""
    passed: Passed = []
    notices = StandingNotices()
    notices.bar.show()  # without a visible window an error ends the event loop, for all later tests too
    with monkeypatch.context() as patch:
        patch.setattr(sys, "excepthook", lambda kind, _error, _traceback: passed.append(kind))
        patch.setattr(threading, "excepthook", lambda failed: passed.append(failed.exc_type))
        patch.setattr(sys, "unraisablehook", lambda failed: passed.append(failed.exc_type))
        reporter = ErrorReporter(notices, lambda: True, lambda: "Alt er gemt.", debug=debug)
        try:
            yield reporter, passed
        finally:
            reporter.close()
            settle()
            notices.bar.deleteLater()
            settle()


def failed(kind: type[BaseException]) -> Any:
    return SimpleNamespace(exc_type=kind, exc_value=kind(), exc_traceback=None, err_msg=None, object=None, thread=None)


def raise_everywhere(kind: type[BaseException]) -> None:
    """Raises as in the window, in a thread and in a destructor."""
    sys.excepthook(kind, kind(), None)
    threading.excepthook(failed(kind))
    sys.unraisablehook(failed(kind))
    settle()


@pytest.mark.usefixtures("qapp")
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
    monkeypatch: pytest.MonkeyPatch,
    kind: type[BaseException],
    debug: bool,
    is_passed_on: bool,
    is_described: bool,
) -> None:
    with reporting(monkeypatch, debug=debug) as (reporter, passed):
        raise_everywhere(kind)
        assert passed == ([kind] * 3 if is_passed_on else [])
        assert len(reporter.descriptions) == (3 if is_described else 0)


@pytest.mark.usefixtures("qapp")
def test_the_description_says_where_it_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    with reporting(monkeypatch, debug=False) as (reporter, _passed):
        raise_everywhere(ValueError)
    locations = [text.splitlines()[0].partition("(")[2] for text in reporter.descriptions]
    assert locations == ["i vinduet)", "i en tråd)", "under oprydning)"]
