"""Reads the places that sentences tell of: new ones, converted ones, those of today, and those that close."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.application import CapacityToday, LegalBasis, Origin, PlaceGroup, Stay
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.account.wording import IN_TEXT, IS_LATER, OTHER_YEAR
from botilbud_desktop.domain.document_import.prose.counts import Count, counts_in
from botilbud_desktop.domain.document_import.prose.sentences import Sentence
from botilbud_desktop.domain.document_import.prose.spread import (
    IS_OF_BOTH,
    IS_SPREAD,
    by_year,
    is_of_both,
    without_spreads,
)
from botilbud_desktop.domain.document_import.rows.answers import is_postponed
from botilbud_desktop.domain.round import Round

_TODAY = re.compile(
    r"\bfindes der\b|\bi dag\b|\bdet totale antal\b|\bråder (?:i dag )?over\b|\bnuværende (?:kapacitet|antal|"
    r"pladser)\b|"
    r"\bhar (?:i dag |kommunen |allerede |på nuværende tidspunkt )|\beksisterende (?:kapacitet|\d+|pladser)|"
    r"\bder er i dag\b|\baktuelt\b",
    re.IGNORECASE,
)
_SURELY_TODAY = re.compile(r"\bfindes der\b|\bdet totale antal\b|\bråder (?:i dag )?over\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:ca|cirka|omkring|op til|højst|maksimalt|mindst|forventet|muligvis|eventuelt|"
    r"evt)\b\.?",
    re.IGNORECASE,
)
_CONVERTED = re.compile(r"omdann|konverter|ændres fra|overgår fra", re.IGNORECASE)
_PRESERVED = re.compile(r"bevare|opretholde|fastholde|videreføre", re.IGNORECASE)
_CLOSED = re.compile(r"\b(?:luk|nedlægg|nedlagt|nedlæg|bortfald|afvikl)", re.IGNORECASE)
_NOT_CLOSED = re.compile(r"\bikke\b|\bellers\b|\buden renovering\b|\brisiko\b", re.IGNORECASE)
_RESPITE = re.compile(r"aflastning", re.IGNORECASE)
_PARTLY = re.compile(r"\b(?:heraf|deraf|hvoraf|herunder|nogle af|enkelte)\b", re.IGNORECASE)
_NOT = re.compile(r"\bikke\b|\bingen planer\b", re.IGNORECASE)
_NOT_PLANNED = "Sætningen siger ikke, at pladserne kommer."
_ON_TOP = re.compile(r"\b(?:yderligere|derudover|desuden|herudover|endvidere|ekstra|oveni)\b", re.IGNORECASE)

_YEAR_OF_NAME = "Året er taget fra overskriften."
_YEAR_OF_END = "Året er ikke skrevet ved pladserne. Det er taget fra tidspunktet for ibrugtagningen."
_NO_YEAR = "Der står ikke, hvilket år pladserne kommer."
_NOT_DIVIDED = "Der står ikke, hvordan pladserne er delt på årene."
_NO_LAW = "Der står ikke, hvilket lovgrundlag pladserne har."
_RESPITE_OF = "{number} af de {whole} pladser er til aflastning, så de står i to rækker."
_RESPITE_UNKNOWN = "Der er pladser til aflastning, men det er ikke sagt, hvilke af pladserne de er."
_FROM_UNKNOWN = "Pladserne omdannes, men der står ikke, hvad de er i dag."


class YearHint(NamedTuple):
    """The year of a project, where its places do not tell it."""

    year: int
    is_of_name: bool


class _Mention(NamedTuple):
    number: int
    law: LegalBasis
    origin: Origin
    stay: Stay | None
    year: int | None
    sentence: Sentence
    remark: str
    again: tuple[str, ...] = ()
    """Where it is told again."""


def _may_be_same(one: _Mention, other: _Mention) -> bool:
    """Whether another sentence may tell the same places: nothing says that they are of another year, or on top."""
    if (one.law, one.origin) != (other.law, other.origin) or one.sentence is other.sentence:
        return False
    return (one.year == other.year or None in (one.year, other.year)) and not _ON_TOP.search(other.sentence.text)


def _remark(text: str) -> str:
    """Returns that a sentence was read, and its word that makes its numbers uncertain."""
    hedge = _HEDGE.search(text)
    return IN_TEXT if hedge is None else f"{IN_TEXT} Der står »{hedge[0]}«."


class PlacesReader:
    """Reads the places of one project."""

    def __init__(
        self,
        ledger: Ledger,
        project: int,
        hint: YearHint | None,
        round_: Round,
        doubts: Mapping[str, str],
    ) -> None:
        self._ledger = ledger
        self._project = project
        self._hint = hint
        self._round = round_
        self._doubts = doubts
        """What is doubtful about sentences, by their text."""
        self._mentions: list[_Mention] = []
        self.understood: set[tuple[int, str]] = set()
        """The sentences that became values: their line and text."""

    def read(self, sentences: Sequence[Sentence]) -> None:
        """Reads the sentences of the project."""
        for sentence in sentences:
            text, spread = without_spreads(sentence.text)
            if spread:
                self._ledger.leave(sentence.line, IS_SPREAD.format(words=spread), sentence.text)
                if spread.casefold().startswith("fra"):
                    continue  # what else the sentence counts is the difference
            if is_of_both(text) and list(counts_in(text)):
                self._ledger.leave(sentence.line, IS_OF_BOTH, sentence.text)
                continue
            counts = by_year(text, list(counts_in(text)))
            if counts and is_postponed(sentence.text) and any(count.laws for count in counts):
                self._ledger.leave(sentence.line, IS_LATER, sentence.text)
                continue
            is_converted = _CONVERTED.search(sentence.text) is not None
            is_today = (_SURELY_TODAY if is_converted else _TODAY).search(sentence.text) is not None
            for position, count in enumerate(counts):
                self._count(sentence, count, counts[position - 1] if position else None, is_today=is_today)
        self._add_mentions()

    def _count(self, sentence: Sentence, count: Count, before: Count | None, *, is_today: bool) -> None:
        is_converted = _CONVERTED.search(count.words) is not None or (
            _CONVERTED.search(sentence.text) is not None and len(count.laws) > 1
        )
        if _CLOSED.search(count.words) and not _NOT_CLOSED.search(sentence.text):
            self._fact(sentence, "places_closed_elsewhere", count.total, IN_TEXT)
        elif is_today and not is_converted:
            self._today(sentence, count)
        elif count.is_part:
            if before is not None and _RESPITE.search(count.words):
                self._split_respite(sentence, count, before)
        elif _RESPITE.search(count.words) and not count.laws:
            self._ledger.leave(sentence.line, _RESPITE_UNKNOWN, sentence.text)
        elif count.laws and count.total and _NOT.search(count.words):
            self._ledger.leave(sentence.line, _NOT_PLANNED, sentence.text)
        elif count.laws and count.total:
            self._new(sentence, count, is_converted=is_converted)
        elif is_converted and count.total:
            self._ledger.leave(sentence.line, _FROM_UNKNOWN, sentence.text)
        elif count.years and count.total:
            self._ledger.leave(sentence.line, _NO_LAW, sentence.text)

    def _today(self, sentence: Sentence, count: Count) -> None:
        if len(count.laws) == 1:
            today = CapacityToday(legal_basis=count.laws[0], area=count.area, count=count.total)
            self._fact(sentence, "capacity_today", today, IN_TEXT)

    def _new(self, sentence: Sentence, count: Count, *, is_converted: bool) -> None:
        origin, laws = Origin.NEW, count.laws
        if is_converted:
            if LegalBasis.ABL_105 not in laws:
                self._ledger.leave(sentence.line, _FROM_UNKNOWN, sentence.text)
                return
            origin = Origin.CONVERTED_FROM_ABL_105
            laws = tuple(law for law in laws if law is not LegalBasis.ABL_105)
            if not laws:
                self._ledger.leave(sentence.line, _NO_LAW, sentence.text)
                return
        elif _PRESERVED.search(count.words):
            origin = Origin.PRESERVED
        if len(laws) > 1 and count.total:
            self._ledger.leave(sentence.line, _NO_LAW, sentence.text)
            return
        if len(count.years) > 1:
            self._ledger.leave(sentence.line, _NOT_DIVIDED, sentence.text)
            return
        stay = Stay.RESPITE if _RESPITE.search(count.words) and not _PARTLY.search(sentence.text) else None
        year = count.years[0] if len(count.years) == 1 else None
        for number in count.numbers:
            self._mentions.append(_Mention(number, laws[0], origin, stay, year, sentence, _remark(sentence.text)))

    def _split_respite(self, sentence: Sentence, count: Count, before: Count) -> None:
        """Takes `heraf 4 som aflastning` out of the places before it."""
        last = self._mentions[-1] if self._mentions else None
        if last is None or last.sentence is not sentence or not 0 < count.total < last.number:
            self._ledger.leave(sentence.line, _RESPITE_UNKNOWN, sentence.text)
            return
        said = f"{IN_TEXT} {_RESPITE_OF.format(number=count.total, whole=before.total)}"
        self._mentions[-1] = last._replace(number=last.number - count.total, remark=said)
        self._mentions.append(last._replace(number=count.total, stay=Stay.RESPITE, remark=said))

    def _add_mentions(self) -> None:
        for mention in self._told_once():
            year, doubt = self._year(mention)
            if year is None:
                self._ledger.leave(mention.sentence.line, doubt, mention.sentence.text)
                continue
            group = PlaceGroup(
                year=year, legal_basis=mention.law, origin=mention.origin, count=mention.number, stay=mention.stay
            )
            is_addend = self._is_addend(mention)
            remark = f"{mention.remark} {doubt}".strip()
            self._fact(mention.sentence, "places", group, remark, is_addend=is_addend, again=mention.again)

    def _is_addend(self, mention: _Mention) -> bool:
        """Whether others of the same law stand in items of the same list, or beside it in the same sentence."""
        others = [
            other
            for other in self._mentions
            if other is not mention and other.law is mention.law and other.origin is mention.origin
        ]
        of_project = [fact for fact in self._ledger.facts if (fact.project, fact.field) == (self._project, "places")]
        is_structured = any(fact.is_sure for fact in of_project)
        return not is_structured and any(
            _ON_TOP.search(mention.sentence.text)
            or (other.sentence.is_listed and mention.sentence.is_listed)
            or other.sentence is mention.sentence
            for other in others
        )

    def _told_once(self) -> list[_Mention]:
        """Returns the mentions, those that are told again, or that are the sum of others of their law, as one."""
        kept: list[_Mention] = []
        for mention in self._mentions:
            same = [index for index, other in enumerate(kept) if _may_be_same(other, mention)]
            equal = [index for index in same if kept[index].number == mention.number]
            if sum(kept[index].number for index in same) == mention.number:
                equal = same
            elif mention.sentence.is_listed:
                equal = []
            for index in equal:
                kept[index] = kept[index]._replace(again=(*kept[index].again, mention.sentence.place))
            if equal:
                self.understood.add((mention.sentence.line, mention.sentence.text))
            else:
                kept.append(mention)
        return kept

    def _year(self, mention: _Mention) -> tuple[int | None, str]:
        if mention.year is not None:
            is_known = mention.year in self._round.years
            return (mention.year, "") if is_known else (None, OTHER_YEAR.format(year=mention.year))
        structured = {
            fact.value.year
            for fact in self._ledger.facts
            if fact.project == self._project and isinstance(fact.value, PlaceGroup) and fact.is_sure
        }
        if len(structured) == 1:
            return structured.pop(), ""
        if self._hint is None:
            return None, _NO_YEAR
        if self._hint.year not in self._round.years:
            return None, OTHER_YEAR.format(year=self._hint.year)
        return self._hint.year, _YEAR_OF_NAME if self._hint.is_of_name else _YEAR_OF_END

    def _fact(
        self,
        sentence: Sentence,
        field: str,
        value: object,
        remark: str,
        *,
        is_addend: bool = False,
        again: tuple[str, ...] = (),
    ) -> None:
        source = " og ".join(dict.fromkeys((sentence.place, *again)))
        remark = " ".join(filter(None, (remark, self._doubts.get(sentence.text))))
        self._ledger.add(Fact(self._project, field, value, source, False, remark, is_addend))
        self.understood.add((sentence.line, sentence.text))
