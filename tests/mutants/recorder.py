"""Records which lines of a package each test runs.

A copy of this file is installed in the environment of the project's copy, so it may use only the standard library.
There it is a pytest plugin. Lines run by a shared fixture count for every test that uses it. A process started by a
test loads it too, and writes each line at its first run, since such a process may be killed.
"""

import base64
import json
import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

STARTED_BY = "PYTEST_CURRENT_TEST"


class Settings(NamedTuple):
    """The JSON file beside this module."""

    package: str
    folder: str


def settings() -> Settings:
    """Reads the settings of this environment."""
    return Settings(**json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8")))


def first_numbers(package: Path) -> dict[str, int]:
    """The number of each module's line 0 in a numbering of all lines of the package."""
    numbers, following = {}, 0
    for path in sorted(package.rglob("*.py")):
        numbers[str(path)] = following
        following += path.read_bytes().count(b"\n") + 2
    return numbers


def listen(package: str, hear: Callable[[int], None]) -> None:
    """Calls `hear` when a line of the package runs for the first time since the events were restarted."""
    numbers = first_numbers(Path(package))

    def line_is_run(code: CodeType, line: int) -> object:
        first = numbers.get(code.co_filename)
        if first is not None:
            hear(first + line)
        return monitoring.DISABLE

    monitoring = sys.monitoring
    monitoring.use_tool_id(monitoring.COVERAGE_ID, "mutants")
    monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.LINE, line_is_run)
    monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.LINE)


class Plugin:
    """Writes the lines that each test ran, after the test."""

    def __init__(self, folder: str) -> None:
        """Writes to a file of this process in `folder`."""
        self._path = Path(folder, f"tests-{os.getpid()}")
        self._seen = set[int]()
        self._shared: dict[str, set[int]] = {}
        self._fixture: str | None = None
        self._fixtures: list[str] = []
        self._seconds, self._has_passed, self._runs_here = 0.0, True, False

    def hear(self, line: int) -> None:
        """Records a line that was run."""
        (self._seen if self._fixture is None else self._shared[self._fixture]).add(line)

    def pytest_runtest_setup(self, item: Any) -> None:  # here and below: pytest's types; pytest may not be loaded
        """Starts recording for a test."""
        self._switch_to(None)
        self._seen = set()
        self._fixtures = item.fixturenames
        self._seconds, self._has_passed, self._runs_here = 0.0, True, True

    def pytest_fixture_setup(self, fixturedef: Any) -> None:
        """Starts recording for a fixture; the fixtures that it uses have ended."""
        self._switch_to(None if fixturedef.scope == "function" else fixturedef.argname)

    def pytest_runtest_call(self) -> None:
        """Records for the test itself; its fixtures have ended."""
        self._switch_to(None)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Adds the duration and result of a phase of the test."""
        self._seconds += report.duration
        self._has_passed = self._has_passed and report.passed

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Writes the record of the test."""
        if not self._runs_here:  # it ran in another process
            return
        seen = self._seen.union(*(self._shared.get(name, ()) for name in self._fixtures))
        told = {"test": nodeid, "seconds": self._seconds, "passed": self._has_passed, "lines": pack(bits_of(seen))}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")

    def _switch_to(self, fixture: str | None) -> None:
        self._fixture = fixture
        if fixture is not None:
            self._shared.setdefault(fixture, set())
        sys.monitoring.restart_events()


class Child:
    """Writes the lines run by a process that a test started."""

    def __init__(self, folder: str, test: str) -> None:
        """Creates no file before a line is run."""
        self._folder, self._test = folder, test
        self._file: tuple[int, int] = (0, 0)

    def hear(self, line: int) -> None:
        """Writes a line that was run."""
        process = os.getpid()  # differs after a fork
        if self._file[0] != process:
            path = Path(self._folder, f"child-{process}-{os.urandom(4).hex()}")
            self._file = process, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.write(self._file[1], f"{self._test}\n".encode())
        os.write(self._file[1], f"{line}\n".encode())


def bits_of(numbers: set[int]) -> int:
    """Returns a set of numbers as the bits of an integer."""
    whole = bytearray(max(numbers, default=0) // 8 + 1)
    for number in numbers:
        whole[number // 8] |= 1 << number % 8
    return int.from_bytes(whole, "little")


def pack(bits: int) -> str:
    """Returns the bits of a number as a short text."""
    return base64.b85encode(zlib.compress(bits.to_bytes(bits.bit_length() // 8 + 1, "little"))).decode()


def unpacked(text: str) -> int:
    """Reverses `pack`."""
    return int.from_bytes(zlib.decompress(base64.b85decode(text)), "little")


def pytest_configure(config: Any) -> None:
    """Starts recording in a pytest process."""
    here = settings()
    plugin = Plugin(here.folder)
    config.pluginmanager.register(plugin)
    listen(here.package, plugin.hear)


def start() -> None:
    """Starts recording in a process that a test started. Every such process of the environment calls this when it
    starts.
    """
    if sys.monitoring.get_tool(sys.monitoring.COVERAGE_ID) is not None:  # Python sometimes reads a .pth file twice
        return
    here = settings()
    listen(here.package, Child(here.folder, os.environ[STARTED_BY].rpartition(" ")[0]).hear)
