"""Tells what a sentence withdraws of all that stands above it: »Alt ovenfor er et eksempel«, »Svaret ad 2 bortfalder«.

Patterns read small letters (`parts.small`) and are linear: each gap in them is bounded.
"""

import re

from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.rules.description.language.denials import denial_of, is_stale, is_weakened

_NONE = frozenset[int]()
EVERYTHING = 0
"""Stands for all points."""
_ABOVE = PrefilteredPattern(
    r"\b(?:alt|intet|ingenting|det hele|teksten|beskrivelsen|tallene|oplysningerne|svarene|punkterne)"
    r"(?: af (?:det|dette))?(?: her)? ?(?:ovenfor|ovenstående|herover|foroven)\b|\bovenstående\b",
    literals="ovenfor|ovenst|herover|foroven",
)
_NOTHING_OF_IT = PrefilteredPattern(
    r"\b(?:intet|ingenting) af (?:det|dette|ovenstående) (?:er (?:vores|rigtigt|korrekt|gældende|aktuelt)|gælder|"
    r"holder|passer)\b",
    literals="intet af |ingenting af ",
)
_POINT = PrefilteredPattern(
    r"\b(?:ad|punkt|pkt\.?) ?(?P<number>[1-9])(?![0-9.,]*[0-9])(?P<behind>[^.;:]{0,60})", literals="ad |punkt|pkt"
)
_FALLS = re.compile(
    r"\b(?:bortfalder|falder (?:bort|væk)|udgår|slettes|ligeså|frafaldes|gælder (?:\w+ )?ikke|holder (?:\w+ )?ikke|"
    r"er (?:\w+ )?(?:forældet|trukket|bortfaldet|frafaldet|annulleret)|trækkes|skal (?:slettes|ændres|rettes|ud))\b"
)


def withdrawn_by(words: str) -> frozenset[int]:
    """Returns the numbers of the points whose answers above a sentence withdraws; `EVERYTHING` stands for all."""
    if _NOTHING_OF_IT.search(words):
        return frozenset({EVERYTHING})
    if _ABOVE.search(words) and (is_weakened(words) or is_stale(words) or denial_of(words) is not None):
        return frozenset({EVERYTHING})
    if not _POINT.may_match(words):
        return _NONE
    return frozenset(int(found["number"]) for found in _POINT.finditer(words) if _FALLS.search(found["behind"]))
