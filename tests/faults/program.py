"""Starts the real program in its own process, reads its reports, and kills it.

Where `fork` is available, the program is forked from a process that has loaded everything but created no Qt
application, which takes a tenth of the time of a normal start.
"""

import gc
import importlib
import os
import pkgutil
import queue
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

import botilbud_desktop
from tests.faults.reports import Order, Report, json_line, report_from

ROOT = Path(__file__).parents[2]
ERRORS = "stderr.txt"
"""File in the draft's folder with the program's standard error."""

_EXPECTED = ("This plugin does not support",)
"""Messages of Qt's offscreen platform about what it does not support."""
_LONGEST = 3600.0
_CAN_FORK = sys.platform != "win32"


class _Process(Protocol):
    """A process, forked or spawned."""

    def kill(self) -> None: ...

    def wait(self) -> int:
        """Waits for its end. Returns the exit code, or minus the signal that ended it."""


class Program:
    """The running program. Its reports are read one after another; None marks the end."""

    def __init__(self, order: Order, *, is_forked: bool = _CAN_FORK) -> None:
        """Starts it."""
        self.exit_code: int | None = None
        self._errors = Path(order.folder, ERRORS)
        self._process, stream = _forked(order, self._errors) if is_forked else _spawned(order, self._errors)
        self._reports: queue.SimpleQueue[Report | None] = queue.SimpleQueue()
        self._has_ended = False
        self._listener = threading.Thread(target=self._listen, args=(stream,))
        self._listener.start()

    def next_report(self, until: float) -> Report | None:
        """Returns the next report that comes before `until` (of `time.monotonic`).

        Raises:
            TimeoutError: none came.
        """
        if self._has_ended:
            return None
        try:
            report = self._reports.get(timeout=min(max(until - time.monotonic(), 0), _LONGEST))
        except queue.Empty:
            raise TimeoutError from None
        self._has_ended = report is None
        return report

    def kill(self) -> float:
        """Kills it, as a power cut would, and waits for its end. Returns the time just before, of `time.monotonic`."""
        killed_at = time.monotonic()
        self._process.kill()
        self.end()
        return killed_at

    def end(self) -> None:
        """Waits for its end, which must be near."""
        self.exit_code = self._process.wait()
        self._listener.join()

    def rest(self) -> Iterator[Report]:
        """Yields the unread reports, after its end."""
        while (report := self.next_report(float("inf"))) is not None:
            yield report

    def errors(self) -> str:
        """What it has printed to standard error."""
        with suppress(FileNotFoundError):
            lines = self._errors.read_text(encoding="utf-8", errors="replace").splitlines()
            return "\n".join(line for line in lines if not line.startswith(_EXPECTED))
        return ""

    def _listen(self, stream: IO[bytes]) -> None:
        with stream:
            for line in stream:
                if line.endswith(b"\n"):
                    self._reports.put(report_from(line))
        self._reports.put(None)


def warm_up() -> None:
    """Loads the whole program, so that forks load nothing: its files may change during the run."""
    for module in pkgutil.walk_packages(botilbud_desktop.__path__, "botilbud_desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    importlib.import_module("platformdirs")
    gc.collect()
    gc.freeze()


class _Spawned:
    """A program started as a new process."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def kill(self) -> None:
        self._process.kill()

    def wait(self) -> int:
        return self._process.wait()


def _spawned(order: Order, errors: Path) -> tuple[_Process, IO[bytes]]:
    command = [sys.executable, "-P", "-m", "tests.faults.killed_program"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with errors.open("ab") as file:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=file
        )
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin as stdin:
        stdin.write(json_line(order))
    return _Spawned(process), process.stdout


if sys.platform == "win32":

    def _forked(order: Order, errors: Path) -> tuple[_Process, IO[bytes]]:
        raise NotImplementedError("there is no fork here")

else:

    class _Forked:
        """A program forked from this process."""

        def __init__(self, process: int) -> None:
            self._process = process

        def kill(self) -> None:
            os.kill(self._process, signal.SIGKILL)

        def wait(self) -> int:
            return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])

    def _forked(order: Order, errors: Path) -> tuple[_Process, IO[bytes]]:
        from tests.faults.killed_program import run_program

        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            code = 70
            try:
                os.close(reading)
                handle = os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
                os.dup2(handle, 2)
                code = run_program(order, writing)
            finally:  # run none of the parent's cleanup in the child
                if sys.exception() is not None:
                    traceback.print_exc()
                os._exit(code)
        os.close(writing)
        return _Forked(process), os.fdopen(reading, "rb")
