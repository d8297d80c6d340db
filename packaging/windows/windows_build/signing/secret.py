"""PINs and passwords: read where the release person keeps them, and shown nowhere."""

import os
import stat
import warnings
from collections.abc import Callable
from getpass import GetPassWarning, getpass
from pathlib import Path

from windows_build.errors import BuildError

ASK, FILE, VARIABLE = "ask", "file:", "variable:"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Secret:
    """A text that goes to a program's standard input only, never to its command line, to a file or to a log."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "Secret(…)"

    @property
    def data(self) -> bytes:
        """What the program reads."""
        return self._text.encode()

    def is_in(self, text: str) -> bool:
        """Whether a text holds it."""
        return self._text in text

    def hidden_in(self, text: str) -> str:
        """The text without it."""
        return text.replace(self._text, "…")


def at_the_terminal(question: str) -> str:
    """Asks, without showing what is typed.

    Raises:
        BuildError: there is no terminal.
    """
    with warnings.catch_warnings():
        # What is typed would be shown.
        warnings.simplefilter("error", GetPassWarning)
        try:
            return getpass(question)
        except (EOFError, GetPassWarning) as error:
            raise BuildError(f"{question.rstrip(': ')}: there is no terminal to ask at") from error


def read_secret(where: str, folder: Path, what: str, ask: Callable[[str], str] = at_the_terminal) -> Secret:
    """Reads a secret.

    Args:
        where: `ask` at the terminal, `file:PATH`, or `variable:NAME` of the environment, which is taken out of it.
        folder: the folder that a path is relative to.
        what: what to call it when it is asked for or missing.
        ask: asks at the terminal, without showing what is typed.

    Raises:
        BuildError: it is not there, or others can read it.
    """
    if where == ASK:
        text = ask(f"{what}: ")
    elif where.startswith(FILE):
        text = _from_file(folder / where.removeprefix(FILE), what)
    elif where.startswith(VARIABLE):
        text = os.environ.pop(where.removeprefix(VARIABLE), "")
    else:
        raise BuildError(f"the {what} must be ask, file:PATH or variable:NAME, never itself in the settings")
    if not text:
        raise BuildError(f"there is no {what}" if where == ASK else f"there is no {what} in {where}")
    return Secret(text)


def _from_file(path: Path, what: str) -> str:
    if not path.is_file():
        raise BuildError(f"{path} with the {what} is not there")
    if path.stat().st_mode & _OTHERS:
        raise BuildError(f"others can read {path} with the {what}: chmod 600")
    return path.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
