"""The shipped table of shorter words."""

from functools import cache
from pathlib import Path

from botilbud_desktop.rules.shortening.finding import LongText, Shortening, shortening
from botilbud_desktop.rules.shortening.saving import Saving, SavingKind, shortened
from botilbud_desktop.rules.shortening.shorter_words import ShorterWords, Table, read_table

FILE = Path(__file__).parents[3] / "resources" / "shortening" / "kortere.txt"


@cache
def table() -> Table:
    """Returns the table."""
    return read_table(FILE.read_text(encoding="utf-8"))


def entries() -> list[ShorterWords]:
    """Returns all its entries."""
    return [entry for of_word in table().values() for entry in of_word]


def found(text: str, *, names: tuple[str, ...] = (), others: tuple[tuple[str, str], ...] = ()) -> Shortening:
    """Returns what can be made shorter in a text."""
    return shortening(LongText("description", text, others, names), table())


def of_kind(text: str, kind: SavingKind) -> list[Saving]:
    """Returns the savings of one kind."""
    return [one for one in found(text).savings if one.kind is kind]


def made_shorter(text: str) -> str:
    """Returns a text with all that is offered but the removal of blank lines."""
    return shortened(text, [one for one in found(text).savings if one.kind is not SavingKind.BLANK_LINE])
