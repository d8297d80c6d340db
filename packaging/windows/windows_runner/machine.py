"""The Windows that the packages are tried on: runs programs, each with a time limit, and sees what runs."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from windows_rig import end_program
from windows_runner.restart_manager import User, users_of


class Ran(NamedTuple):
    """The result of a program."""

    code: int
    text: str
    """Standard output and standard error."""


class Machine:
    """The computer that runs this."""

    def folder(self, variable: str) -> Path:
        """The folder that a variable of the environment names.

        Raises:
            KeyError: there is no such variable.
        """
        return Path(os.environ[variable])

    def run(self, command: Sequence[str], *, seconds: float = 120, environment: Mapping[str, str] | None = None) -> Ran:
        """Runs a program to its end; one that takes longer is ended, and its code is -1."""
        extra = {**os.environ, **(environment or {})}
        try:
            done = subprocess.run(
                command, capture_output=True, check=False, timeout=seconds, env=extra, stdin=subprocess.DEVNULL
            )
        except subprocess.TimeoutExpired as late:
            heard = (late.stdout or b"") + (late.stderr or b"")
            return Ran(-1, f"not done after {seconds:.0f} s\n{heard.decode('utf-8', 'replace')}")
        return Ran(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"))

    def start(self, command: Sequence[str]) -> None:
        """Starts a program and lets it run."""
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def processes(self, file: str) -> list[int]:
        """The ids of the running processes of a program's file."""
        return end_program.processes(file)

    def wait_for_processes(self, file: str, count: int) -> bool:
        """Waits until so many run, but not for ever; 0 waits until none does. Returns whether it came true."""

        def is_so() -> bool:
            running = len(end_program.processes(file))
            return running >= count if count else running == 0

        end_program.until(is_so)
        return is_so()

    def press_f7(self, file: str) -> None:
        """Presses F7 in the windows of a program, which asks its spelling about all words."""
        for process in end_program.processes(file):
            for window in end_program.windows_of(process):
                end_program.press(window, end_program.F7)

    def users_of(self, program: Path) -> list[User]:
        """The processes that Windows' Restart Manager would end before it replaces a file."""
        return users_of(program)

    def end(self, file: str) -> None:
        """Ends a program as Restart Manager does."""
        running = end_program.processes(file)
        end_program.ask_windows(running)
        end_program.tell_windows(running)
        end_program.until(lambda: not end_program.processes(file))
