"""The plain text of an application, as the program makes it on the day of the tests."""

from botilbud_desktop.documents.plain_text.make import as_text
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.assessment import assess
from tests.rules.samples import ROUND, TODAY


def plain(application: Application, round_: Round = ROUND) -> str:
    """Returns the text."""
    return as_text(application, round_, assess(application, round_, TODAY))


def blocks(text: str) -> list[list[str]]:
    """Returns the lines of each part between two empty lines."""
    return [block.split("\n") for block in text.rstrip("\n").split("\n\n")]
