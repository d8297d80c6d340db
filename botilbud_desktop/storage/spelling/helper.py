"""Asks the process that knows the spelling. Each call waits for its answer: call from a thread that may."""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from botilbud_desktop.storage.spelling.list_paths import LONGEST_LINE, ListPaths
from botilbud_desktop.storage.this_program import this_program

if TYPE_CHECKING:
    import subprocess

COMMAND_WORD = "spelling"
"""With this word, and the paths of the two lists, the program serves spelling instead of opening a window."""
_NO_WINDOW = 0x0800_0000
"""Windows opens no console for the process."""
_SECONDS_TO_END = 1.0


class SpellingFailedError(Exception):
    """The dictionary or the engine is missing or does not work, or the process has ended."""


class Helper:
    """One such process, started by `start`."""

    def __init__(self, paths: ListPaths, command: Sequence[str] = ()) -> None:
        """`command` starts the process; by default it is this program."""
        self.paths = paths
        self._command = tuple(command) or (*this_program(), COMMAND_WORD, str(paths.own), str(paths.placed))
        self._process: subprocess.Popen[bytes] | None = None
        self.own: tuple[str, ...] = ()
        """The words in the user's list."""
        self.problems: tuple[str, ...] = ()
        """A sentence for each list that could not be read."""

    def start(self) -> None:
        """Start the process, and wait until it has read dictionary and lists: about 0,3 s.

        Raises:
            SpellingFailedError: it does not start, or has no dictionary that works.
        """
        import subprocess  # here, in the thread: it takes 8 ms

        flags = _NO_WINDOW if sys.platform == "win32" else 0
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        try:
            self._process = subprocess.Popen(
                self._command, stdin=pipe, stdout=pipe, stderr=nothing, creationflags=flags
            )
        except (OSError, ValueError) as error:
            raise SpellingFailedError from error
        greeting = self._read()
        if greeting.get("failed"):
            raise SpellingFailedError
        self.own, self.problems = tuple(greeting["own"]), tuple(greeting["problems"])

    def wrong_of(self, words: Sequence[str]) -> frozenset[str]:
        """Returns those of the words that are not spelled as the dictionary or a list has them.

        Raises:
            SpellingFailedError: the process has ended; so do the other calls.
        """
        return frozenset(self._ask({"judge": list(words)})["wrong"])

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Returns words that may be meant, the likeliest first."""
        return tuple(self._ask({"suggest": word})["suggestions"])

    def know(self, names: Sequence[str]) -> None:
        """Let these words be right, in place of those given before."""
        self._ask({"names": list(names)})

    def add(self, word: str) -> str:
        """Add a word to the user's list; returns a sentence if it could not be written, else ""."""
        return self._change({"add": word})

    def remove(self, word: str) -> str:
        """Remove a word from the user's list; the rest is as for `add`."""
        return self._change({"remove": [word]})

    def stop(self) -> None:
        """End the process at once; a call that waits for it fails. May be called from any thread."""
        if self._process is not None:
            with suppress(OSError):
                self._process.kill()

    def end(self) -> None:
        """Like `stop`, and wait until the process is gone, at most a second: only then its files can be replaced."""
        process = self._process
        if process is None:
            return
        from subprocess import TimeoutExpired

        self.stop()
        with suppress(TimeoutExpired):
            process.wait(_SECONDS_TO_END)

    def close(self) -> None:
        """End the process once it has answered, and release it."""
        process = self._process
        if process is None:
            return
        with suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()
        from subprocess import TimeoutExpired

        try:
            process.wait(_SECONDS_TO_END)
        except TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
        self._process = None

    def _change(self, question: dict[str, Any]) -> str:
        answer = self._ask(question)
        self.own = tuple(answer["own"])
        return str(answer["problem"])

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        if self._process is None or self._process.stdin is None:
            raise SpellingFailedError
        try:
            self._process.stdin.write(json.dumps(question).encode("ascii") + b"\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise SpellingFailedError from error
        return self._read()

    def _read(self) -> dict[str, Any]:
        if self._process is None or self._process.stdout is None:
            raise SpellingFailedError
        try:
            line = self._process.stdout.readline(LONGEST_LINE)
            answer: dict[str, Any] = json.loads(line)
        except (OSError, ValueError) as error:
            raise SpellingFailedError from error
        return answer
