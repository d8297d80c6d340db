"""Names of projects in headings and lists, and whether two of them name the same project."""

import re
from typing import NamedTuple

from botilbud_desktop.domain.table_import.headings import plain_words

_AHEAD = re.compile(r"(?:bilag|projekt|skema) ?[0-9]{1,2}[.:)]? *[-–:]? *|projekt: *|[-–*•] +", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"\s*\((?P<words>[^()]*?\b(?P<year>20[0-9]{2})[^()]*)\)\s*\Z")
_WORDS = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    {"i", "af", "på", "til", "med", "og", "for", "ved", "et", "en", "den", "det", "de", "nye", "nyt", "ny"}
)
_LEAST_OF_SHORTENED = 30


class ProjectName(NamedTuple):
    """A name as it stands in a heading or a list."""

    name: str
    year: int | None = None
    """The year in parentheses behind it: `(etablering i 2026)`."""
    year_words: str = ""


def project_name(text: str) -> ProjectName:
    """Returns the name without `Bilag 1:`, a hyphen ahead, marks of bold, and the year behind."""
    name = text.replace("**", "").strip()
    while found := _AHEAD.match(name):
        name = name[found.end() :].strip()
    behind = _YEAR_BEHIND.search(name)
    if behind is None:
        return ProjectName(name)
    return ProjectName(name[: behind.start()].strip(), int(behind["year"]), behind["words"])


def is_same_project(one: str, other: str) -> bool:
    """Whether two names are of one project: alike but for small words, and the same numbers.

    One of them may say less: `19 pladser til borgere med komplekse behov` and `… komplekse støttebehov`.
    """
    left, right = plain_words(one), plain_words(other)
    if left == right:
        return bool(left)
    for whole, short in ((other, one), (one, other)):
        if (
            short.endswith("…")
            and len(short) > _LEAST_OF_SHORTENED
            and plain_words(whole).startswith(plain_words(short))
        ):
            return True
    first, second = _words(one), _words(other)
    if {each for each in first if each.isdigit()} != {each for each in second if each.isdigit()}:
        return False
    fewer, more = sorted((first, second), key=len)
    return len(fewer) > 2 and len(more) <= 2 * len(fewer) and all(any(_alike(a, b) for b in more) for a in fewer)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and (one.endswith(other) or other.endswith(one)))


def _words(text: str) -> set[str]:
    return {word for word in _WORDS.findall(text.casefold()) if word not in _SMALL}
