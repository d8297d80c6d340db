"""A new building where the table says an existing one, and the other way: only where the words leave no doubt."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.application import Building
from botilbud_desktop.domain.choice_wording import BUILDINGS
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.wording import building_said

_ONLY = r"(?:(?:alene|udelukkende|kun|helt|fuldt ud|rent) )"
_SAYS = (
    (
        Building.NEW_BUILDING,
        re.compile(rf"der er {_ONLY}?tale om {_ONLY}?(?:et )?(?:nybyggeri|nyt byggeri|nyopførelse)(?!\w)"),
    ),
    (
        Building.EXISTING_BUILDING,
        re.compile(
            rf"der er {_ONLY}?tale om {_ONLY}?(?:en )?(?:ombygning|renovering|istandsættelse) af (?:en |"
            rf"et )?eksisterende (?:bygning\w*|ejendom\w*)"
        ),
    ),
)


def building_contradictions(context: Context) -> Iterator[Found]:
    """Yields that all is built anew, or all in existing buildings, where the table says the opposite of all."""
    for building, pattern in _SAYS:
        for found in pattern.finditer(context.facts.text):
            sentence = context.sentence_at(found.start())
            known = context.scope(sentence)
            is_doubted = context.is_elsewhere(sentence, found.start(), found.end())
            if len(known.buildings) == 1 and building not in known.buildings and not is_doubted:
                (other,) = known.buildings
                yield building_said(context, known, found.start(), found.end(), BUILDINGS[other])
