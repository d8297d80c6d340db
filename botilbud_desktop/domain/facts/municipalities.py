"""The names of municipalities in a text."""

import re
from collections.abc import Iterator, Sequence

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
