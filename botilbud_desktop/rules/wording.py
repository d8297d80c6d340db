"""Danish wording that several rules share: counted places, lists, the names of the law."""

from collections.abc import Sequence

from botilbud_desktop.domain.round_parts import RoundContact
from botilbud_desktop.domain.values.amounts import counted, for_number, format_number

_LONGEST_QUOTE = 60


def places(number: int) -> str:
    """Returns `1 plads`, `19 pladser`."""
    return counted(number, "plads", "pladser")


def new_places(number: int) -> str:
    """Returns `1 ny plads`, `19 nye pladser`."""
    return places_of_kind(number, "ny", "nye")


def places_of_kind(number: int, one: str, more: str) -> str:
    """Returns `1 ny plads` or `7 omdannede pladser`, with the words for one and for several."""
    return counted(number, f"{one} plads", f"{more} pladser")


def part_of_places(part: int, whole: int) -> str:
    """Returns `4 af 19 pladser`; of all of them `alle 19 pladser`, or `den ene plads`."""
    if part != whole:
        return f"{format_number(part)} af {places(whole)}"
    return for_number(whole, "den ene plads", f"alle {places(whole)}")


def it_or_they(number: int) -> str:
    """Returns the pronoun for a number of places as a subject: `den` for one, else `de`."""
    return for_number(number, "den", "de")


def it_or_them(number: int) -> str:
    """Returns the pronoun for a number of places after a preposition: `den` for one, else `dem`."""
    return for_number(number, "den", "dem")


def person(contact: RoundContact) -> str:
    """Returns `Dorthe Skov Jeppesen (dos@sbst.dk, 41 93 25 12)`; without a phone number, the address alone."""
    return f"{contact.name} ({', '.join(filter(None, (contact.email, contact.phone)))})"


def all_of(items: Sequence[str]) -> str:
    """Returns `a`, `a og b`, `a, b og c`."""
    return _joined(items, "og")


def any_of(items: Sequence[str]) -> str:
    """Returns `a`, `a eller b`, `a, b eller c`."""
    return _joined(items, "eller")


def quoted(text: str) -> str:
    """Returns a user's text in quotation marks on one line, cut after 60 characters."""
    cut = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]} …"
    return f"»{''.join(character if character.isprintable() else ' ' for character in cut)}«"


def _joined(items: Sequence[str], conjunction: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"
