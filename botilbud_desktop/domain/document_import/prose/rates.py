"""Reads the daily rates that sentences tell of: `mellem 1.644 og 7.140 kr. pr. døgn`."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.application import DailyRate, Provider, RateTime
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.prose.sentences import Sentence
from botilbud_desktop.domain.values.amounts import parse_count
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

_NUMBER = r"[0-9]{1,3}(?:[. ]?[0-9]{3})*(?:,[0-9]{2})?"
_KR = r"(?: ?(?:kr\.?|kroner|dkk|,-))?"
_PER_DAY = r"(?:kr\.?|kroner|dkk|,-) ?(?:pr\.?|per|om|i|/) ?(?:plads(?:en)? (?:pr\.?|per) )?(?:døgn(?:et)?|dag(?:en)?)"
_RATE = re.compile(
    rf"(?<![0-9.,])(?P<lowest>{_NUMBER})(?:{_KR} ?(?:og|til|-|–|—) ?(?:kr\.? ?)?(?P<highest>{_NUMBER}))? ?{_PER_DAY}",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"\bnuværende\b|\bi dag\b|\baktuel|\bbetaler\b|\bp\.?t\.|\beksisterende\b", re.IGNORECASE)
_EXPECTED = re.compile(
    r"\bforvent|\bventes\b|\bvil (?:blive|ligge|være|udgøre|få)|\bkommende\b|\bberegnet\b|\bbudgetter", re.IGNORECASE
)
_PROVIDERS = (
    (Provider.PRIVATE, re.compile(r"\bprivat", re.IGNORECASE)),
    (Provider.MUNICIPAL, re.compile(r"\bkommunal|\bkommunens (?:eg|til|bo)|\begne tilbud", re.IGNORECASE)),
    (Provider.REGIONAL, re.compile(r"\bregional", re.IGNORECASE)),
)
_READ = "Det er læst af teksten. Skriv selv, hvad taksten gælder."


def rates_of(sentence: Sentence) -> Iterator[Fact]:
    """Yields the rates of a sentence; none of them is sure."""
    if sentence.project is None:
        return
    found = list(_RATE.finditer(sentence.text))
    for position, match in enumerate(found):
        start = found[position - 1].end() if position else 0
        words = sentence.text[start : match.end()] if len(found) > 1 else sentence.text
        try:
            lowest = _kroner(match["lowest"])
            highest = _kroner(match["highest"]) if match["highest"] else lowest
        except NotUnderstoodError:
            continue
        rate = DailyRate(lowest=lowest, highest=highest, when=_when(words), provider=_provider(words))
        yield Fact(sentence.project, "daily_rates", rate, sentence.place, is_sure=False, remark=_READ)


def _kroner(text: str) -> int:
    return parse_count(re.sub(r",00\Z", "", text))


def _when(words: str) -> RateTime | None:
    is_present, is_expected = _PRESENT.search(words) is not None, _EXPECTED.search(words) is not None
    if is_present is is_expected:
        return None
    return RateTime.PRESENT if is_present else RateTime.EXPECTED


def _provider(words: str) -> Provider | None:
    found = [provider for provider, pattern in _PROVIDERS if pattern.search(words)]
    return found[0] if len(found) == 1 else None
