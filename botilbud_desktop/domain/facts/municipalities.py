"""The names of municipalities in a text: `Brønderslev Kommune`, `Kommunen i Vejen`, `Thy-Mors`, `Aarhus'`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.municipality import Municipality


def pattern_of(municipalities: Sequence[Municipality]) -> re.Pattern[str]:
    """Returns a pattern of their names with `Kommune` behind, also as they were written before."""
    names = {name for each in municipalities for name in (each.official_name, f"{each.name} Kommune")}
    older = {name.replace("Å", "Aa").replace("å", "aa") for name in names} | {
        name.replace("Aa", "Å").replace("aa", "å") for name in names
    }
    every = sorted(names | older, key=len, reverse=True)
    words = "|".join(
        re.escape(name).replace("Kommune", "[Kk]ommune").replace("kommune", "[Kk]ommune") for name in every
    )
    return re.compile(rf"\b(?:{words})(?:ns?|s)?(?:\b|(?=s))") if every else re.compile(r"(?!)")


def code_of(text: str, municipalities: Sequence[Municipality]) -> str | None:
    """Returns the code of a name that `pattern_of` found."""
    return next(codes_of(re.sub(r"kommune(?:ns?|s)?\Z", "kommune", text.casefold()), municipalities), None)


def codes_of(name: str, municipalities: Sequence[Municipality]) -> Iterator[str]:
    """Yields the codes of the municipalities of a name: `Aarhus`, `Århus Kommune`, `Københavns Kommune`."""
    folded = _folded(name)
    for each in municipalities:
        if folded in {_folded(known) for known in (each.name, each.official_name, f"{each.name} Kommune")}:
            yield each.code


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("å", "aa").split())


class Named(NamedTuple):
    """A municipality that a text names."""

    start: int
    end: int
    code: str
    is_municipality: bool
    """Whether `Kommune` stands with the name; the bare name may be the town, an island or a word."""
    is_genitive: bool = False


_KOMMUNE = re.compile(
    r"(?P<s>s|')?[ \u00a0\n-](?:(?:[Rr]egions)?[Kk]ommune(?P<case>n?s)?|Byråd|Kommunalbestyrelse)(?!\w)"
)
_AHEAD = re.compile(r"(?<!\w)(?:[Kk]ommunen i|[Bb]yrådet i|[Kk]ommunalbestyrelsen i) \Z")
_OTHER_NAMES = {
    "Kbh.": "København",
    "Bornholms": "Bornholm",
    "Vesthimmerland": "Vesthimmerlands",
    "Nordfyn": "Nordfyns",
}


class MunicipalityNames:
    """The names of a register, prepared for searching many texts."""

    def __init__(self, municipalities: Sequence[Municipality]) -> None:
        self._codes: dict[str, str] = {}
        for each in municipalities:
            for name in (each.name, each.name.replace("-", " "), each.official_name.rsplit(" ", 1)[0]):
                for spelt in (
                    name,
                    name.replace("Aa", "Å").replace("aa", "å"),
                    name.replace("Å", "Aa").replace("å", "aa"),
                ):
                    self._codes.setdefault(spelt, each.code)
        for other, name in _OTHER_NAMES.items():
            if name in self._codes:
                self._codes.setdefault(other, self._codes[name])
        every = sorted(self._codes, key=len, reverse=True)
        # without a look behind first, the search jumps from capital letter to capital letter
        self._pattern = re.compile("|".join(map(re.escape, every)) if every else r"(?!)")

    def found_in(self, text: str) -> Iterator[Named]:
        """Yields the names in a text as it was typed, since some are also words: `Vejen`, `Greve`, `Skive`."""
        for found in self._pattern.finditer(text):
            start, end = found.span()
            if start and (text[start - 1].isalnum() or text[start - 1] == "-"):
                continue
            code = self._codes[found[0]]
            if behind := _KOMMUNE.match(text, end):
                yield Named(start, behind.end(), code, is_municipality=True, is_genitive=bool(behind["case"]))
                continue
            is_genitive = text[end : end + 1] in ("s", "'", "’")
            last = end + 1 if is_genitive else end
            if last < len(text) and (text[last].isalnum() or text[last] == "-"):
                continue
            if ahead := _AHEAD.search(text[max(0, start - 28) : start]):
                yield Named(
                    max(0, start - 28) + ahead.start(), last, code, is_municipality=True, is_genitive=is_genitive
                )
            else:
                yield Named(start, last, code, is_municipality=False, is_genitive=is_genitive)
