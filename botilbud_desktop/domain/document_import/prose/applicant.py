"""Finds the applying municipality by the names in a document."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.facts.municipalities import code_of, pattern_of
from botilbud_desktop.domain.municipality import Municipality

_READ = "Kommunen er nævnt i teksten."
_SEVERAL = "Teksten nævner også {names}."


def applicant_of(lines: Sequence[Line], municipalities: Sequence[Municipality]) -> Iterator[Fact]:
    """Yields the municipality that is named most; surely where it is the only one, named again."""
    pattern = pattern_of(municipalities)
    named: dict[str, list[Line]] = {}
    codes: dict[str, str | None] = {}
    for line in lines:
        for found in pattern.finditer(line.text):
            if found[0] not in codes:
                codes[found[0]] = code_of(found[0], municipalities)
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
    pattern, found = pattern_of(municipalities), dict[str, tuple[str, ...]]()
    names = {each.code: each.official_name for each in municipalities}
    for text in texts:
        codes = [code_of(name[0], municipalities) for name in pattern.finditer(text)]
        others = dict.fromkeys(names[code] for code in codes if code is not None and code != applicant)
        if others:
            found[text] = tuple(others)
    return found
