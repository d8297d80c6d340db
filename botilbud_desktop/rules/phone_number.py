"""Finds telephone numbers that are probably a digit short: Danish numbers have eight digits."""

import re

_DIGITS_OF_A_SHORT_NUMBER = 7
_NUMBER = re.compile(r"(?:(?:\+|00)45[ ]?)?(?P<own>[0-9](?:[ .-]?[0-9])*)", re.ASCII)


def doubtful_numbers(phones: str) -> tuple[str, ...]:
    """Returns the numbers of seven digits, the country code of Denmark aside, as they are written.

    Numbers stand apart by anything but single spaces, dots and hyphens.
    """
    numbers = (match["own"] for match in _NUMBER.finditer(phones))
    return tuple(number for number in numbers if sum(map(str.isdigit, number)) == _DIGITS_OF_A_SHORT_NUMBER)
