"""The errors that end a command with exit code 2; the text of each is one Danish sentence."""

from collections.abc import Iterator
from contextlib import contextmanager


class CommandError(Exception):
    """The command cannot be carried out."""


class UsageError(CommandError):
    """The command line is wrong."""

    def __init__(self, problem: str, usage: str) -> None:
        """`problem` is a Danish clause without a full stop, `usage` the syntax of the command."""
        super().__init__(f"{problem}: Skriv »botilbud-desktop {usage}«.")


@contextmanager
def readable_fonts() -> Iterator[None]:
    """Tells that the program's fonts cannot be read, when a document is made.

    Raises:
        CommandError: in place of an OSError.
    """
    try:
        yield
    except OSError as error:
        raise CommandError("Programmets skrifttyper kan ikke læses. Installér programmet igen.") from error
