"""E-mail addresses as people have them: typed, or copied from the recipients of a mail."""

import re
from collections.abc import Iterator

_BETWEEN_RECIPIENTS = re.compile(r"[;\n\t]")
_IN_BRACKETS = re.compile(r"<([^<>]*)>|\[([^\[\]]*)\]|\(([^()]*)\)")
_LINK = "mailto:"
_QUOTES = " '\"“”‘’"


def parse_addresses(text: str) -> tuple[str, ...]:
    """Returns the addresses: separated by semicolons, commas or lines, or each in brackets behind a name.

    `Jensen, Anne <anne@by.dk>; Bo <bo@by.dk>` are `anne@by.dk` and `bo@by.dk`: a name may hold a comma. What is no
    address is kept, so that it can be seen and mended; a name with an `@` in it is, too, unless it repeats the address.
    """
    parts = (part for recipient in _BETWEEN_RECIPIENTS.split(text) for part in _addresses_of(recipient.strip()))
    return tuple(part for part in parts if part)


def _addresses_of(recipient: str) -> Iterator[str]:
    """Yields the addresses in a text without semicolons."""
    rest = 0
    for found in _IN_BRACKETS.finditer(recipient):
        address = _bare(next(group for group in found.groups() if group is not None))
        if "@" not in address:
            continue
        *others, name = recipient[rest : found.start()].split(",")
        yield from (bare for other in others if "@" in (bare := _bare(other)))
        repeated = _bare(name)
        if "@" in repeated and repeated.casefold() != address.casefold():
            yield recipient[rest : found.end()].strip(" ,")
        else:
            yield address
        rest = found.end()
    yield from map(_bare, recipient[rest:].split(","))


def _bare(text: str) -> str:
    stripped = text.strip(_QUOTES)
    return stripped[len(_LINK) :] if stripped.casefold().startswith(_LINK) else stripped
