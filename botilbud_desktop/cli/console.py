"""Where a command writes: its answer to standard output, messages for people to standard error."""

import errno
from typing import TextIO

from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.printable import printable

_LONGEST_LINE = 20_000


class Console:
    """The two streams of a command."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err

    def say(self, line: str = "") -> None:
        """Write one line of the answer. Users' texts cannot steer the terminal: control characters are replaced."""
        self.write(_one_line(line) + "\n")

    def write(self, text: str) -> None:
        """Write a part of the answer exactly as it is.

        Raises:
            BrokenPipeError: nobody reads it any more.
            CommandError: it cannot be written.
        """
        try:
            self._out.write(text)
        except OSError as error:
            raise _output_error(error) from error

    def flush(self) -> None:
        """Make sure that the answer is written.

        Raises:
            BrokenPipeError: nobody reads it any more.
            CommandError: it cannot be written.
        """
        try:
            self._out.flush()
        except OSError as error:
            raise _output_error(error) from error

    def tell(self, sentence: str) -> None:
        """Tell the user something."""
        self._err.write(_one_line(sentence) + "\n")


def _one_line(text: str) -> str:
    return printable(text, _LONGEST_LINE)


def _output_error(error: OSError) -> BrokenPipeError | CommandError:
    if isinstance(error, BrokenPipeError) or error.errno == errno.EINVAL:  # what Windows says of a closed pipe
        return BrokenPipeError(errno.EPIPE, "nobody reads the output")
    return CommandError(f"Svaret kunne ikke skrives: {saving_problem(error)}.")
