"""Asks Windows to start the program again after an upgrade or a restart of the computer that ended it.

Windows adds the program's file to the arguments, and forgets them with the process. It starts only what has run for a
minute; and an installer of another session, such as one that runs as SYSTEM, neither ends nor starts it.
"""

import sys
from pathlib import Path
from typing import Protocol

_LONGEST = 1023
"""The most characters of a command line that Windows keeps (`RESTART_MAX_CMD_LINE`, with the null at the end)."""
_WITHOUT_FILE = "--"
"""No file follows. No word at all would mean to Windows that there is no command line."""


class Restarts(Protocol):
    """Whoever starts the program again."""

    def ask(self, arguments: str) -> None:
        """Start the program again with these arguments, in place of what was asked before."""

    def take_back(self) -> None:
        """Do not start the program again."""


class WindowsRestarts:
    """Windows itself: its installer's Restart Manager, and its own start where the user has chosen that.

    What Windows answers is not looked at: nothing in the program depends on it.
    """

    def ask(self, arguments: str) -> None:
        """See `Restarts`."""
        if sys.platform == "win32":
            import ctypes

            not_after_a_crash, not_after_a_hang = 1, 2
            flags = not_after_a_crash | not_after_a_hang  # the user starts it then, and is offered what was typed
            ctypes.windll.kernel32.RegisterApplicationRestart(ctypes.c_wchar_p(arguments), flags)

    def take_back(self) -> None:
        """See `Restarts`."""
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.UnregisterApplicationRestart()


def restart_arguments(file: Path | None) -> str:
    """The arguments that open a file; those that open the window without one if there is none, or its path is too long.

    A path has no quotation mark and does not end in a backslash, so quotation marks around it are enough.
    """
    arguments = f'"{file}"'
    length = len(arguments.encode("utf-16-le", "surrogatepass")) // 2
    return arguments if file is not None and length <= _LONGEST else _WITHOUT_FILE
