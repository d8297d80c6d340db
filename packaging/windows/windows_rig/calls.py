"""Running programs that may hang: each call has its time, and what is left of it then is ended.

What a program prints is read from a pipe by a thread. Wine's own helpers inherit that pipe and keep it open for
minutes after the program itself has ended, so its end is awaited, not that of the pipe.
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

_LAST_WORDS = 1.0
"""Seconds for what an ended program has printed to arrive."""


class RigError(Exception):
    """The rig cannot go on; the text says why."""


class Finished(NamedTuple):
    """How a program ended."""

    code: int
    out: str
    """What it wrote to standard output and standard error."""
    seconds: float
    """From its start to its end, whatever of its output arrives later."""


class Running:
    """A program that was started, in a group of processes of its own."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], cwd: Path | None = None) -> None:
        self._command = command
        self._began = self._ended = perf_counter()
        self._process = subprocess.Popen(
            command,
            env=environment,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self._heard: list[bytes] = []
        assert self._process.stdout is not None
        self._ear = Thread(target=_listen, args=(self._process.stdout, self._heard), daemon=True)
        self._ear.start()
        self._waiter = Thread(target=self._await_end, daemon=True)
        self._waiter.start()

    @property
    def has_ended(self) -> bool:
        """Whether it ended by itself."""
        return not self._waiter.is_alive()

    @property
    def heard(self) -> str:
        """What it has printed so far."""
        return b"".join(self._heard).decode("utf-8", "replace").replace("\r\n", "\n")

    def wait(self, seconds: float) -> Finished:
        """Wait for its end.

        Raises:
            RigError: it took longer than that, and was ended.
        """
        self._waiter.join(seconds)
        if not self.has_ended:
            self.end()
            raise RigError(f"not done after {seconds:.0f} s: {' '.join(self._command)}\n{self.heard}")
        self._ear.join(_LAST_WORDS)
        return Finished(self._process.returncode, self.heard, self._ended - self._began)

    def end(self) -> None:
        """End it at once, unless it has ended."""
        with suppress(ProcessLookupError):
            if self.has_ended:
                return
            os.killpg(self._process.pid, signal.SIGKILL)
        self._waiter.join(10)

    def _await_end(self) -> None:
        """Without a time limit, since Python looks only now and then when there is one."""
        self._process.wait()
        self._ended = perf_counter()


def call(
    command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Finished:
    """Run a program to its end.

    Raises:
        RigError: it took longer than that.
    """
    return Running(command, os.environ if environment is None else environment, cwd).wait(seconds)


def must(
    command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> str:
    """What the program prints.

    Raises:
        RigError: it took longer than that, or its exit code is not 0.
    """
    done = call(command, seconds=seconds, environment=environment, cwd=cwd)
    if done.code != 0:
        raise RigError(f"exit code {done.code}: {' '.join(command)}\n{done.out}")
    return done.out


def must_silently(command: Sequence[str], *, seconds: float, environment: Mapping[str, str]) -> None:
    """As `must`, for what leaves helpers behind: they get no pipe of ours to keep open.

    Raises:
        RigError: it took longer than that, or its exit code is not 0.
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


def _listen(pipe: IO[bytes], heard: list[bytes]) -> None:
    with suppress(OSError, ValueError), pipe:
        while piece := os.read(pipe.fileno(), 65_536):
            heard.append(piece)
