"""Numbers of places that are not one number of one year: those divided by years, and those from one to another."""

import re
from collections.abc import Sequence

from botilbud_desktop.domain.document_import.prose.counts import Count

_IN_YEAR = re.compile(
    r"(?<![0-9.,/-])(?P<number>[0-9]{1,4}) (?:[\wæøå]*pladser(?:ne)? )?(?:(?:klar|ibrugtages|åbner|etableres) )?i "
    r"(?P<year>20[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:alle|samtlige)\b(?! (?:andre|øvrige|kommuner))", re.IGNORECASE)
_YEAR_IN_PARENTHESES = re.compile(r" ?\((?:i |fra |klar i )?(20[0-9]{2})\)")
_FROM_TO = re.compile(
    r"\b(?:fra|mellem) [0-9]{1,4} (?:[\wæøå]*pladser )?(?:til|og) [0-9]{1,4}(?= [\wæøå]*pladser)|"
    r"(?<![0-9.,/-])(?!20[0-9]{2} )[0-9]{1,3} ?(?:-|–|til|x|×|gange) ?[0-9]{1,3}(?= [\wæøå]*pladser)",
    re.IGNORECASE,
)
IS_SPREAD = "Der står to tal, »{words}«, så antallet af nye pladser er ikke læst."
_OF_BOTH = re.compile(
    r"\berstat|\b(?:mod|frem for|i stedet for) (?:de )?[0-9]{1,4} (?:[\wæøå]*pladser )?(?:i dag|nu|tidligere)\b",
    re.IGNORECASE,
)
IS_OF_BOTH = "Der står ikke, hvor mange af pladserne der er nye."


def is_of_both(text: str) -> bool:
    """Whether a sentence counts new places together with those of today: some replace others, or `25 mod 19 i dag`."""
    return _OF_BOTH.search(text) is not None


def without_spreads(text: str) -> tuple[str, str]:
    """Returns a sentence without `fra 20 til 32` and `8-10` ahead of places, and the first such words or "".

    A year in parentheses stands in the sentence itself.
    """
    text = _YEAR_IN_PARENTHESES.sub(r" i \1", text)
    found = _FROM_TO.search(text)
    return _FROM_TO.sub(lambda spread: "_" * len(spread[0]), text), "" if found is None else found[0]


def by_year(text: str, counts: Sequence[Count]) -> list[Count]:
    """Returns the numbers of a sentence, divided by the years that it tells.

    `16 pladser efter § 108, heraf 6 i 2025 og 10 i 2026` are two numbers with the law, and so are
    `4 pladser i 2025 og 4 pladser i 2026, alle efter § 107`.
    """
    with_law = [count for count in counts if count.laws and not count.is_part]
    parts = [(int(found["number"]), int(found["year"])) for found in _IN_YEAR.finditer(text)]
    if len(with_law) != 1 or len(with_law[0].numbers) != 1 or len(parts) < 2:
        return list(counts)
    whole = with_law[0]
    is_whole = sum(number for number, _ in parts) == whole.total
    is_of_all = _ALL.search(whole.words) is not None and (whole.total, *whole.years) in parts
    if len({year for _, year in parts}) < len(parts) or not (is_whole or is_of_all):
        return list(counts)
    return [whole._replace(numbers=(number,), years=(year,), is_part=False) for number, year in parts if number]
