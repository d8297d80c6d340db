"""Makes pytest run chosen tests in a chosen order, and ends a test that takes far too long.

A copy of this file is installed in the environment of the project's copy, so it may use only the standard library.
"""

import faulthandler
import json
import os
from pathlib import Path
from typing import Any

CHOSEN, STARTED = "MUTANTS_CHOSEN", "MUTANTS_STARTED"
LEAST_SECONDS, TIMES = 10.0, 10.0


def pytest_configure(config: Any) -> None:  # pytest's types; pytest may not be loaded
    """Registers the plugin with the chosen tests."""
    chosen = json.loads(Path(os.environ[CHOSEN]).read_text(encoding="utf-8"))
    config.pluginmanager.register(Chosen(dict(chosen), Path(os.environ[STARTED])))


class Chosen:
    """The tests to run, with the seconds that each took on the unchanged package."""

    def __init__(self, seconds: dict[str, float], started: Path) -> None:
        """`seconds` is in the order of running; the test that was started last is written to `started`."""
        self._seconds = seconds
        self._started = started

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Keeps only the chosen tests, in their order."""
        found = {item.nodeid: item for item in items}
        items[:] = [found[name] for name in self._seconds if name in found]

    def pytest_runtest_setup(self, item: Any) -> None:
        """Ends the process when the test takes too long: an endless loop counts like a failing test."""
        self._started.write_text(item.nodeid, encoding="utf-8")
        faulthandler.dump_traceback_later(LEAST_SECONDS + TIMES * self._seconds[item.nodeid], exit=True)

    def pytest_runtest_logfinish(self) -> None:
        """Cancels the time limit after the test."""
        faulthandler.cancel_dump_traceback_later()
