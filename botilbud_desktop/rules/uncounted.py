"""The places that do not count as expansion: outside the capacity, or converted. Sentences name them.

Papers name those, too, that the form's columns of new places leave out.
"""

from collections import Counter

from botilbud_desktop.domain.application import LegalBasis, Origin, Project
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import is_eligible_expansion
from botilbud_desktop.rules.wording import all_of, places, places_of_kind

_CONVERTED = Origin.CONVERTED_FROM_ABL_105
_NOT_NEW = {_CONVERTED: ("omdannet", "omdannede"), Origin.PRESERVED: ("bevaret", "bevarede")}


def uncounted_places(project: Project, round_: Round) -> tuple[str, ...]:
    """Returns them in words, by kind: `7 omdannede pladser`, `6 pladser efter SEL § 66`."""
    counting, years = round_.capacity_bases, round_.years
    groups = [
        group
        for group in project.places
        if (group.legal_basis not in counting or group.origin is _CONVERTED) and group.year in years and group.count > 0
    ]
    if not groups:
        return ()
    converted = sum(group.count for group in groups if group.origin is _CONVERTED)
    kinds = [places_of_kind(converted, "omdannet", "omdannede")] if converted else []
    for choice in round_.legal_bases:
        if choice.code in counting:
            continue
        count = sum(
            group.count for group in groups if group.legal_basis is choice.code and group.origin is not _CONVERTED
        )
        if count:
            kinds.append(f"{places(count)} efter {choice.law}")
    return tuple(kinds)


def places_beside_the_columns(project: Project, round_: Round) -> tuple[str, ...]:
    """Returns the places that the columns of new places do not show, by kind: also preserved ones, and ABL § 105."""
    groups = [group for group in project.places if group.year in round_.years and group.count > 0]
    of_origin: Counter[Origin] = Counter()
    new: Counter[LegalBasis] = Counter()
    for group in groups:
        if group.origin is not Origin.NEW:
            of_origin[group.origin] += group.count
        elif not is_eligible_expansion(group, round_):
            new[group.legal_basis] += group.count
    others = [places_of_kind(of_origin[origin], *words) for origin, words in _NOT_NEW.items() if of_origin[origin]]
    outside = [f"{places(new[choice.code])} efter {choice.law}" for choice in round_.legal_bases if new[choice.code]]
    return (*others, *outside)


def do_not_count(kinds: tuple[str, ...]) -> str:
    """Returns ` (7 omdannede pladser og 6 pladser efter SEL § 66 tæller ikke med)`; nothing when all count."""
    return f" ({all_of(kinds)} tæller ikke med)" if kinds else ""
