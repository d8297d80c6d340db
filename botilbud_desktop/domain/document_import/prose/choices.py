"""Reads what sentences tell of building, coordination and share; their words only suggest it."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.application import Building, Coordination
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.wording import IN_TEXT
from botilbud_desktop.domain.document_import.prose.sentences import Sentence

_BUILDINGS = (
    (
        Building.EXISTING_BUILDING,
        re.compile(
            r"\beksisterende (?:\w+ ){0,2}(?:rammer|bygning|ejendom|bygninger|matrikel)|\btidligere (?:rammer|"
            r"plejehjem|skole|botilbud)|"
            r"\bistandsæt|\brenover|\bombyg|\bledig \w+|\bnyindret|\btom(?:me)? bygning",
            re.IGNORECASE,
        ),
    ),
    (
        Building.NEW_BUILDING,
        re.compile(
            r"\bnybyg|\bnyopfør|\bopføres\b|\bopførelse|\bnyt byggeri|\bførste spadestik|\bbyggeprocess|"
            r"\bbygges (?:nyt|et nyt)|\brejsegilde",
            re.IGNORECASE,
        ),
    ),
)
_KKR = re.compile(r"\bkkr\b|kommunekontaktråd", re.IGNORECASE)
_COORDINATED = re.compile(r"koordiner|drøft|behandl|forelagt|godkend|aftal|præsenter|prioriter", re.IGNORECASE)
_NOT = re.compile(r"\bikke\b|\bendnu\b|\bingen\b", re.IGNORECASE)
_FUTURE = re.compile(r"\bvil blive\b|\bskal\b|\bforvent|\bventes\b|\bplanlagt\b|\bsenere\b", re.IGNORECASE)
_SHARE = re.compile(
    r"(?<![0-9.,])(?P<share>[0-9]{1,3}(?:,[0-9]{1,2})?) ?(?:pct\.?|procent|%)[^.;]{0,80}?\b(?:andre|øvrige|"
    r"nordjyske|omkringliggende) kommuner|"
    r"\b(?:andre|øvrige) kommuner\b[^.;]{0,60}?(?<![0-9.,])(?P<behind>[0-9]{1,3}(?:,[0-9]{1,2})?) ?(?:pct\.?|"
    r"procent|%)",
    re.IGNORECASE,
)
_NOT_CHOSEN = re.compile(r"\bikke\b|[☐□](?:\s\w+){0,2}\s*\Z", re.IGNORECASE)
"""What stands ahead of a choice that is not made: `ikke`, or an empty box."""
_SUGGESTED = "Teksten tyder på det: »{words}«."
_NOT_YET = "Teksten siger det om noget, der skal ske."


def choices_of(sentence: Sentence) -> Iterator[Fact]:
    """Yields what a sentence suggests; none of it is sure."""
    if sentence.project is None:
        return
    for building, pattern in _BUILDINGS:
        found = pattern.search(sentence.text)
        ahead = sentence.text[: found.start()][-30:] if found else ""
        if found and not _NOT_CHOSEN.search(ahead):
            remark = _SUGGESTED.format(words=found[0])
            yield Fact(sentence.project, "building", building, sentence.place, is_sure=False, remark=remark)
    if _KKR.search(sentence.text) and _COORDINATED.search(sentence.text) and not _NOT.search(sentence.text):
        remark = _NOT_YET if _FUTURE.search(sentence.text) else IN_TEXT
        yield Fact(sentence.project, "coordination", Coordination.KKR, sentence.place, is_sure=False, remark=remark)
    share = _SHARE.search(sentence.text)
    if share and not _NOT.search(sentence.text):
        number = (share["share"] or share["behind"]).replace(",", ".")
        if float(number) <= 100:
            text = number.rstrip("0").rstrip(".") if "." in number else number
            yield Fact(sentence.project, "share_for_others", text, sentence.place, is_sure=False, remark=IN_TEXT)
