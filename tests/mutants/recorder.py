"""Notes which lines of a package each test runs.

A copy of this file lies in the environment of the project's copy, so it needs nothing but the standard library. There
it is a plugin of pytest. What a shared fixture runs counts for every test that uses it. A process that a test starts
loads it too, and writes each line when it is first run, since such a process may be killed.
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
    """What lies beside this file, as JSON."""

    package: str
    folder: str


def settings() -> Settings:
    """Those of this environment."""
    return Settings(**json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8")))


def first_numbers(package: Path) -> dict[str, int]:
    """The number of each module's line 0, when all lines of the package are counted through."""
    numbers, following = {}, 0
    for path in sorted(package.rglob("*.py")):
        numbers[str(path)] = following
        following += path.read_bytes().count(b"\n") + 2
    return numbers


def listen(package: str, hear: Callable[[int], None]) -> None:
    """Call `hear` when a line of the package is run for the first time since the events were restarted."""
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
    """Writes what each test runs, when it has ended."""

    def __init__(self, folder: str) -> None:
        """Write into a file of this process."""
        self._path = Path(folder, f"tests-{os.getpid()}")
        self._seen = set[int]()
        self._shared: dict[str, set[int]] = {}
        self._at_work: str | None = None
        self._fixtures: list[str] = []
        self._seconds, self._has_passed, self._is_here = 0.0, True, False

    def hear(self, line: int) -> None:
        """A line was run."""
        (self._seen if self._at_work is None else self._shared[self._at_work]).add(line)

    def pytest_runtest_setup(self, item: Any) -> None:  # here and below: pytest's types, and it may not be loaded
        """A test begins."""
        self._go_on_with(None)
        self._seen = set()
        self._fixtures = item.fixturenames
        self._seconds, self._has_passed, self._is_here = 0.0, True, True

    def pytest_fixture_setup(self, fixturedef: Any) -> None:
        """A fixture begins; those that it uses have ended."""
        self._go_on_with(None if fixturedef.scope == "function" else fixturedef.argname)

    def pytest_runtest_call(self) -> None:
        """The fixtures have ended."""
        self._go_on_with(None)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """A part of the test ended."""
        self._seconds += report.duration
        self._has_passed = self._has_passed and report.passed

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """The test ended."""
        if not self._is_here:  # it ran in another process
            return
        seen = self._seen.union(*(self._shared.get(name, ()) for name in self._fixtures))
        told = {"test": nodeid, "seconds": self._seconds, "passed": self._has_passed, "lines": pack(bits_of(seen))}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")

    def _go_on_with(self, fixture: str | None) -> None:
        self._at_work = fixture
        if fixture is not None:
            self._shared.setdefault(fixture, set())
        sys.monitoring.restart_events()


class Child:
    """Writes what a process runs that a test started."""

    def __init__(self, folder: str, test: str) -> None:
        """Nothing is written before a line is run."""
        self._folder, self._test = folder, test
        self._file: tuple[int, int] = (0, 0)

    def hear(self, line: int) -> None:
        """A line was run."""
        process = os.getpid()  # another one after a fork
        if self._file[0] != process:
            path = Path(self._folder, f"child-{process}-{os.urandom(4).hex()}")
            self._file = process, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.write(self._file[1], f"{self._test}\n".encode())
        os.write(self._file[1], f"{line}\n".encode())


def bits_of(numbers: set[int]) -> int:
    """A set of numbers as the bits of one."""
    whole = bytearray(max(numbers, default=0) // 8 + 1)
    for number in numbers:
        whole[number // 8] |= 1 << number % 8
    return int.from_bytes(whole, "little")


def pack(bits: int) -> str:
    """The bits of a number as a short text."""
    return base64.b85encode(zlib.compress(bits.to_bytes(bits.bit_length() // 8 + 1, "little"))).decode()


def unpacked(text: str) -> int:
    """The number again."""
    return int.from_bytes(zlib.decompress(base64.b85decode(text)), "little")


def pytest_configure(config: Any) -> None:
    """Listen in a process of pytest."""
    here = settings()
    plugin = Plugin(here.folder)
    config.pluginmanager.register(plugin)
    listen(here.package, plugin.hear)


def start() -> None:
    """Listen in a process that a test started. Each such process of the environment calls this at its start."""
    if sys.monitoring.get_tool(sys.monitoring.COVERAGE_ID) is not None:  # Python reads a .pth file twice at times
        return
    here = settings()
    listen(here.package, Child(here.folder, os.environ[STARTED_BY].rpartition(" ")[0]).hear)
