"""Runs programs that may hang: each call has a time limit, after which all its processes are killed.

A thread reads the output from a pipe. Wine's helpers inherit that pipe and keep it open for minutes after the program
has ended, so the code waits for the end of the program, not of the pipe.
"""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import perf_counter
from typing import IO, NamedTuple

_OUTPUT_TIMEOUT = 1.0
"""Seconds to wait for the remaining output of an ended program."""


class RigError(Exception):
    """The test cannot continue; the text says why."""


class Finished(NamedTuple):
    """The result of a program."""

    code: int
    out: str
    """Standard output and standard error."""
    seconds: float
    """From its start to its end, even if output arrives later."""
    until_heard: float
    """Seconds from its start to its first output, or to its end if there was none."""
    peak: int
    """The most memory that it had at a time until then, in bytes; 0 if there was no output."""


class Running:
    """A started program, in its own process group."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], cwd: Path | None = None) -> None:
        self._command = command
        self._began = self._ended = perf_counter()
        self._peak = 0
        self._process = subprocess.Popen(
            command,
            env=environment,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self._output: list[bytes] = []
        self._heard_at: list[float] = []
        assert self._process.stdout is not None
        self._reader = Thread(target=self._read_output, args=(self._process.stdout,), daemon=True)
        self._reader.start()
        self._waiter = Thread(target=self._await_end, daemon=True)
        self._waiter.start()

    @property
    def has_ended(self) -> bool:
        """Whether it has ended."""
        return not self._waiter.is_alive()

    @property
    def heard(self) -> str:
        """Its output so far."""
        return b"".join(self._output).decode("utf-8", "replace").replace("\r\n", "\n")

    def wait(self, seconds: float) -> Finished:
        """Waits for its end.

        Raises:
            RigError: it took longer, and was killed.
        """
        self._waiter.join(seconds)
        if not self.has_ended:
            self.end()
            raise RigError(f"not done after {seconds:.0f} s: {' '.join(self._command)}\n{self.heard}")
        self._reader.join(_OUTPUT_TIMEOUT)
        heard_at = min([self._ended, *self._heard_at])
        until_end, until_heard = self._ended - self._began, heard_at - self._began
        return Finished(self._process.returncode, self.heard, until_end, until_heard, self._peak)

    def end(self) -> None:
        """Kills it, unless it has ended."""
        with suppress(ProcessLookupError):
            if self.has_ended:
                return
            os.killpg(self._process.pid, signal.SIGKILL)
        self._waiter.join(10)

    def _await_end(self) -> None:
        """Waits without a time limit, since with one Python only polls at intervals."""
        self._process.wait()
        self._ended = perf_counter()

    def _read_output(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError), pipe:
            while piece := os.read(pipe.fileno(), 65_536):
                self._heard_at.append(perf_counter())
                self._output.append(piece)
                self._peak = self._peak or _peak_of(self._process.pid)


def call(
    command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Finished:
    """Runs a program to its end.

    Raises:
        RigError: it took longer than `seconds`.
    """
    return Running(command, os.environ if environment is None else environment, cwd).wait(seconds)


def must(
    command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> str:
    """Runs a program and returns its output.

    Raises:
        RigError: it took longer than `seconds`, or its exit code is not 0.
    """
    return output_of(call(command, seconds=seconds, environment=environment, cwd=cwd), command)


def output_of(done: Finished, command: Sequence[str]) -> str:
    """The output of a program that ended well.

    Raises:
        RigError: its exit code is not 0.
    """
    if done.code != 0:
        raise RigError(f"exit code {done.code}: {' '.join(command)}\n{done.out}")
    return done.out


def must_silently(command: Sequence[str], *, seconds: float, environment: Mapping[str, str]) -> None:
    """Like `must`, for programs that leave helpers running: they inherit no pipe to keep open.

    Raises:
        RigError: it took longer than `seconds`, or its exit code is not 0.
    """
    null = subprocess.DEVNULL
    try:
        done = subprocess.run(
            command, env=environment, stdin=null, stdout=null, stderr=null, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise RigError(f"not done after {seconds:.0f} s: {' '.join(command)}") from None
    if done.returncode != 0:
        raise RigError(f"exit code {done.returncode}: {' '.join(command)}")


def _peak_of(process: int) -> int:
    """The most memory that a running process had at a time, in bytes; 0 if it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0
