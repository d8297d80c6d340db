"""Reads a date that is given on the command line."""

import re
from datetime import date

from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.storage.files.printable import printable

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def day(text: str) -> date:
    """Returns the date in `text`, such as `2024-05-15`.

    Raises:
        CommandError: it is no date.
    """
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"»{printable(text)}« er ikke en dato: Skriv den som ÅÅÅÅ-MM-DD.") from None
