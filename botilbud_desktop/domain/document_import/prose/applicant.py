"""Finds the applying municipality by the names in a document."""

import re
from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.municipality import Municipality

_READ = "Kommunen er nævnt i teksten."
_SEVERAL = "Teksten nævner også {names}."


def applicant_of(lines: Sequence[Line], municipalities: Sequence[Municipality]) -> Iterator[Fact]:
    """Yields the municipality that is named most; surely where it is the only one, named again."""
    pattern = _pattern(municipalities)
    named: dict[str, list[Line]] = {}
    codes: dict[str, str | None] = {}
    for line in lines:
        for found in pattern.finditer(line.text):
            if found[0] not in codes:
                codes[found[0]] = _code(found[0], municipalities)
            if code := codes[found[0]]:
                named.setdefault(code, []).append(line)
    if not named:
        return
    names = {each.code: each.official_name for each in municipalities}
    by_number = sorted(named, key=lambda code: -len(named[code]))
    code = by_number[0]
    is_sure = len(named) == 1 and (len(named[code]) > 1 or any(line.level for line in named[code]))
    others = ", ".join(names[other] for other in by_number[1:])
    remark = _SEVERAL.format(names=others) if others else "" if is_sure else _READ
    yield Fact(None, "applicant.municipality_code", code, named[code][0].place, is_sure, remark)


def others_named(
    texts: Sequence[str], applicant: str | None, municipalities: Sequence[Municipality]
) -> dict[str, tuple[str, ...]]:
    """Returns by text the names of other municipalities than the applicant that it names; none without an applicant."""
    if applicant is None:
        return {}
    pattern, found = _pattern(municipalities), dict[str, tuple[str, ...]]()
    names = {each.code: each.official_name for each in municipalities}
    for text in texts:
        codes = [_code(name[0], municipalities) for name in pattern.finditer(text)]
        others = dict.fromkeys(names[code] for code in codes if code is not None and code != applicant)
        if others:
            found[text] = tuple(others)
    return found


def _pattern(municipalities: Sequence[Municipality]) -> re.Pattern[str]:
    names = {name for each in municipalities for name in (each.official_name, f"{each.name} Kommune")}
    older = {name.replace("Å", "Aa").replace("å", "aa") for name in names} | {
        name.replace("Aa", "Å").replace("aa", "å") for name in names
    }
    every = sorted(names | older, key=len, reverse=True)
    words = "|".join(
        re.escape(name).replace("Kommune", "[Kk]ommune").replace("kommune", "[Kk]ommune") for name in every
    )
    return re.compile(rf"\b(?:{words})(?:ns?|s)?(?:\b|(?=s))") if every else re.compile(r"(?!)")


def _code(text: str, municipalities: Sequence[Municipality]) -> str | None:
    return next(codes_of(re.sub(r"kommune(?:ns?|s)?\Z", "kommune", text.casefold()), municipalities), None)


def codes_of(name: str, municipalities: Sequence[Municipality]) -> Iterator[str]:
    """Yields the codes of the municipalities of a name: `Aarhus`, `Århus Kommune`, `Københavns Kommune`."""
    folded = _folded(name)
    for each in municipalities:
        if folded in {_folded(known) for known in (each.name, each.official_name, f"{each.name} Kommune")}:
            yield each.code


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("å", "aa").split())
