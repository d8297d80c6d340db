"""The output of a command: its result to standard output, messages to the user to standard error."""

import errno
from typing import TextIO

from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.printable import printable

_LONGEST_LINE = 20_000


class Console:
    """The two streams of a command."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err

    def say(self, line: str = "") -> None:
        """Writes one line of the result. Control characters are replaced, so that texts cannot control the terminal."""
        self.write(_one_line(line) + "\n")

    def write(self, text: str) -> None:
        """Writes a part of the result unchanged.

        Raises:
            BrokenPipeError: the reader has closed the pipe.
            CommandError: the result cannot be written.
        """
        try:
            self._out.write(text)
        except OSError as error:
            raise _output_error(error) from error

    def flush(self) -> None:
        """Ensures that the result is written.

        Raises:
            BrokenPipeError: the reader has closed the pipe.
            CommandError: the result cannot be written.
        """
        try:
            self._out.flush()
        except OSError as error:
            raise _output_error(error) from error

    def tell(self, sentence: str) -> None:
        """Writes a message to the user."""
        self._err.write(_one_line(sentence) + "\n")


def _one_line(text: str) -> str:
    return printable(text, _LONGEST_LINE)


def _output_error(error: OSError) -> BrokenPipeError | CommandError:
    if isinstance(error, BrokenPipeError) or error.errno == errno.EINVAL:  # Windows reports a closed pipe like this
        return BrokenPipeError()
    return CommandError(f"Svaret kunne ikke skrives: {capitalised(saving_problem(error))}.")
