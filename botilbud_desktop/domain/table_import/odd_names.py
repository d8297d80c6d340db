"""Asks about rows whose names tell that they may be no projects of their own: *heraf grund*, *Gennemsnit*."""

import re
from collections.abc import Collection, Sequence

from botilbud_desktop.domain.table_import.headings import plain_words
from botilbud_desktop.domain.table_import.said import UNTICK
from botilbud_desktop.domain.table_import.sums import SumCandidate

_PART = f"Rækken er måske en del af rækken over den. Er det et projekt? {UNTICK}"
_NO_PROJECT = f"Rækken ligner ikke et projekt. Er det et projekt? {UNTICK}"
_TWICE = f"Navnet står også ved en række over den. Er det et andet projekt? {UNTICK}"

_PART_WORDS = re.compile(r"[\s\W]*(?:heraf|deraf|heri|hvoraf|inkl|inklusiv|inklusive|ekskl|eksklusiv|eksklusive)\b")
_OTHER_WORDS = re.compile(
    r"\W*(?:gennemsnit\w*|gns|middel|median|minimum|maksimum|budget\w*|afvigelse\w*|difference|forskel|rest|restbeløb"
    r"|maks|max|snit|netto|ufordelt\w*|reserve\w*|korrektion\w*|pl-regulering|regulering|fremskrivning|buffer|uforudset\w*"
    r"|egenfinansiering|egenbetaling|overført\w*|øvrige|diverse|andre|andet"
    r"|restramme|ramme|rammen|pulje|puljen|kontrol|kontrolsum|forbrug|regnskab|uforbrugt|mangler|til rådighed)\b"
)


def odd_names(rows: Sequence[SumCandidate], sums: Collection[int]) -> dict[int, str]:
    """Returns what is asked about rows that are not left out as sums, by their index in the table."""
    doubts: dict[int, str] = {}
    seen: set[str] = set()
    for row in rows:
        if row.source in sums or not row.has_name:
            continue
        name = row.name.casefold()
        plain = plain_words(name)
        if _PART_WORDS.match(name):
            doubts[row.source] = _PART
        elif _OTHER_WORDS.match(name):
            doubts[row.source] = _NO_PROJECT
        elif plain and plain in seen:
            doubts[row.source] = _TWICE
        seen.add(plain)
    return doubts
