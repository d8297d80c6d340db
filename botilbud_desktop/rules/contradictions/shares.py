"""Shares for other municipalities that the table has not: `50 pct. af pladserne til andre kommuner`."""

import re
from collections.abc import Iterator
from fractions import Fraction

from botilbud_desktop.domain.facts.shares import Kind, Share
from botilbud_desktop.domain.facts.size import Hedge
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known, share_of
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import share_said

_OTHERS = re.compile(
    r"(?<!\w)(?:(?:andre|øvrige|omkringliggende|fremmede|omegns\w*|nabo\w*|de (?:to|tre|fire|fem|seks|syv)|"
    r"nordjyske|sønderjyske|fynske|"
    r"nordsjællandske|sjællandske|midtjyske|østjyske|vestjyske|samarbejds\w*|"
    r"partner\w*) (?:[\wæøå]+ )?kommuner\w*|kommuner uden for|nabokommune\w*|"
    r"omegnskommune\w*|gæstekommune\w*|naboer\w*|kommunerne (?:i|på|omkring|rundt)|udenbys|udefra|"
    r"til rådighed|råderet\w*|"
    r"øremærke\w*|reserver\w*|forbehold\w*|"
    r"kan de (?:råde|disponere|købe|bruge)|udbydes|sælges|solgt ud af|ud af huset|andel til andre|til andre|"
    r"for andre|købes af andre|mellemkommunal\w*|eksterne|"
    r"visiteres fra andre|en anden kommune|"
    r"samtlige kommuner)(?!\w)"
)
_OF_PLACES = re.compile(
    r"(?<!\w)(?:[a-zæøå]*plads\w*|[a-zæøå]*bolig\w*|lejlighed\w*|kapacitet\w*|udvidelse\w*|værelse\w*|det nye|"
    r"tilbuddet|botilbuddet|døgn\w*plads\w*)"
)
_OTHER = re.compile(
    r"(?<!\w)(?:vokset|vokser|steget|stiger|stigning\w*|stige|faldet|falder|billigere|dyrere|lavere|højere|"
    r"under (?:de|det|gennemsnit\w*|landsgennemsnit\w*|de private)|"
    r"over landsgennemsnit\w*|takst\w*|pris\w*|besparelse\w*|udgift\w*|belægning\w*|løn\w*|budget\w*|lån\w*|"
    r"beløb\w*|brugerne|borgerne|ansatte|"
    r"byråd\w*|behovet|efterspørgsel\w*|efterspørg\w*|fravær|vækst\w*|forøgelse|øges med|sparer?|"
    r"tilbagefald|moms|moment|"
    r"effektiv\w*|overhead|af året|årligt|"
    r"flere|færre|mere|mindre|indlæggelser|kriteri\w*|kravet|krav om|puljens|ministeriets|"
    r"mindstekrav\w*|timen|kvarter)(?!\w)"
)
_OWN = re.compile(
    r"(?<!\w)(?:kommunens egne|egne borgere|egen kommune|egne|selv|vores eget|vores egne|kommunens borgere|"
    r"vi beholder|fortrinsret)(?!\w)"
)
_KEPT = re.compile(
    r"(?<!\w)(?:kommunens egne borgere|egne borgere|[a-zæøå]+s borgere (?:får|har) (?:fortrinsret|førsteret)|"
    r"vi beholder|vi selv|vi bruger selv|(?:kommunen|vi) skal selv|kommunen (?:selv|beholder|bruger selv|"
    r"benytter selv)|fortrinsret)(?!\w)"
)
"""What says for certain that a share is the municipality's own."""
_CLAUSE_END = re.compile(r"[,;]|\.(?=\s)| og | mens ")
_LIKE_PLACES = re.compile(
    r"\A ?(?:\Z|[.,;:)|\n=-]|\(|(?:ud )?af (?:de |alle |vores |projektets |samtlige |disse |i alt |"
    r"[0-9]+ |[a-zæøå]+ |nye ){0,3}?"
    r"(?:[a-zæøå¤-]*(?:plads|bolig|lejlighed|kapacitet|værelse|dør|udvidelse|tilbud|hus)|dem|det|den|[0-9]+)"
    r"|(?:af )?(?:de |vores |alle |samtlige |nye |[0-9a-zæøå]+ ){0,3}[a-zæøå¤-]*(?:plads|bolig|"
    r"lejlighed|dør|værelse|tilbuddet)|"
    r"(?:til|for|er|går|bliver|stilles|skal|kan|vil|udbydes|sælges|reserveres|forbeholdes|øremærkes|"
    r"tilbydes|deles|og|eller|hhv|"
    r"ligger|kapaciteten|udefra|udenbys|står|i|på|ved|henholdsvis|andre|selv|vi|har|der|som|"
    r"disponeres|holdes|gælder|lyder|råder)(?!\w))"
)
"""What stands behind a share whose noun is a place, or is left out; `80 pct. af henvendelserne` is of others."""
_BARE = re.compile(
    r"\W*(?:(?:ad )?[0-9a-z]{1,2}[.):] ?)?(?:andel(?:en)?(?: af pladser(?:ne)?)?[:=] ?|"
    r"(?P<label>[^\W\d_][^.:;,\n]{1,30}): )?"
)
_BARE_BEHIND = re.compile(r" ?(?:(?:af )?(?:de nye )?pladser(?:ne)?)?[ .;]*")
"""A share that stands alone, as in an item or an answer, is the one that is asked for: `2) 8 af de 18`."""
_MUST = " skal være til rådighed"
_LIVE = re.compile(r"(?<!\w)(?:bor|boede|opholder sig|anbragt) \Z")
_AS_A_RULE = re.compile(
    r"(?<!\w)(?:princip\w*|betingelse\w*|puljen|kræver|krævet|krav\w*|anbefal\w*|retningslinje\w*|"
    r"reglen|ministeriet|mål|enige om)(?!\w)"
)
_TAKEN = re.compile(r"(?<!\w)(?:besat|belagt|optaget|beboet|allerede)(?!\w)")
_OCCUPIED = re.compile(r"(?<!\w)(?:besat|belagt|beboet)(?!\w)")
_PER_CENT = re.compile(r"pct|%|procent")
_MANY = 3
_LONGEST = 400
_OF_ONE = re.compile(r"(?<!\w)(?:heraf|deraf|hvoraf|af dem|af disse)(?!\w)[^.;]{0,30}\Z")
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:sine (?:egne )?plads\w*|alle botilbudsplads\w*|(?<!kommuner )råder (?:i dag |allerede )?over|"
    r"i 20(?:1[0-9]|2[0-3]))(?!\w)"
)
_SELLS = re.compile(r"\A\W*(?P<name>[A-ZÆØÅ][a-zæøå-]+)(?: [Kk]ommune)? sælger(?!\w)")
_KNOWN_SELLERS = frozenset(["Kommunen", "Vi", "Tilbuddet", "Botilbuddet", "Bostedet", "Huset", "Stedet", "Projektet"])
_NOT_THESE = re.compile(
    r"(?<!\w)(?:ikke|hvis|såfremt|i dag|hidtil|blev(?! (?:det|der) )|tidligere|eksisterende|nuværende|beboerne|"
    r"borgerne|medlemmer\w*)(?!\w)"
)
_IS_TODAY = re.compile(
    r"(?<!\w)(?:borgere fra andre|andel af borgere|erfaring\w*|vores egne tilbud|har solgt|solgte|andre år|plejer|"
    r"vores (?:nuværende )?tilbud)(?!\w)"
)
_THOSE_WE_HAVE = re.compile(
    r"\A (?:ud )?af (?:de |alle )?pladser(?:ne)?,? (?:som |der )?(?:vi|kommunen) (?:har|driver)(?!\w)"
)
_OF_THOSE_THERE = re.compile(
    r"\A (?:ud )?af (?:de |vores |kommunens )?(?:nuværende )?(?:beboere|beboerne|borgere|borgerne|indskrevne|"
    r"pladser(?:ne)? (?:i|på) (?:vores|kommunens) (?:øvrige|andre|nuværende|egne|tilbud|botilbud))(?!\w)[^;]{0,60}?"
    r"(?<!\w)(?:kommer|kom|er|bor|stammer) (?:(?:i dag|allerede|oprindelig\w*) )?(?:fra|i|på)(?!\w)"
)
"""Those who live somewhere today: `24 pct. af beboerne på kommunens tilbud kommer fra nabokommuner`."""
_IS_SOLD = re.compile(r"\A[^,;.]{0,30}(?<!\w)(?:er|var) solgt(?!\w)")
_OF_OTHER_HOUSE = re.compile(
    r"(?<![\w»-])(?P<name>[A-ZÆØÅ][a-zæøå-]{3,}) (?:[0-9]+|to|tre|fire|fem|seks|syv|otte|ni|ti|"
    r"tolv) (?:nye )?pladser[^,;.]{0,40}\Z"
)
_NEXT_CLAUSE = re.compile(r", (?:og|men|mens) |;")
_BETWEEN_TWO = re.compile(r"(?<!\w)mellem (?:[a-zæøå0-9 ]{0,20} og )?\Z")
_RECKONS = re.compile(
    r"\W*(?:[0-9]+[.:)] )?(?:det (?:er|svarer til|giver|udgør)|altså|dvs\.|svar:) (?:i alt )?(?:[a-zæøå]+ )?\Z"
)
_PLACE = re.compile(r" (?:i|på) (?P<name>[A-ZÆØÅ][a-zæøå]+)")
_NEAR = 90
_TEN = 10
"""`Fire ud af ti` tells a share, and no number of places."""
_COARSE = 3
"""Points by which a fraction in words may differ: `en fjerdedel` of 11 places are 27,27 pct."""


def share_contradictions(context: Context) -> Iterator[Found]:
    """Yields shares that are said to be for others, and are not."""
    for share in context.facts.shares:
        sentence = context.sentence_at(share.start)
        known = _scope(context, sentence, share)
        if not known.shares or not _is_for_others(context, sentence, share):
            continue
        if not _agrees(context, sentence, share, known):
            yield share_said(context, known, share.start, _with_noun(context, share))


def _scope(context: Context, sentence: Sentence, share: Share) -> Known:
    """Returns what a share may be of: of a sentence that names several projects, that whose place stands behind it."""
    place = _PLACE.match(context.text, _with_noun(context, share))
    if place is None or sentence.project is not None or sentence.is_of_all or len(context.each) == 1:
        return context.scope(sentence)
    found = [one for one in context.each if context.names.has_word_in(one.projects[0], place["name"].lower())]
    return found[0] if len(found) == 1 else context.scope(sentence)


def _is_for_others(context: Context, sentence: Sentence, share: Share) -> bool:
    if sentence.is_deleted or context.facts.text[sentence.end - 1] == "?":
        return False
    before = context.before(sentence, share.start)[-_NEAR:]
    behind = context.behind(sentence, share.end)[:_NEAR]
    if _OTHER.search(re.split(r"[;]|, (?:og|som|der|men) ", before)[-1]) or _OTHER.search(
        re.split(r"[,;.]", behind)[0]
    ):
        return False
    if _NOT_THESE.search(before.rsplit(";", 1)[-1]) or _is_of_another(context, sentence, share, before, behind):
        return False
    if (
        _BETWEEN_TWO.search(before)
        or _BETWEEN_TWO.search(before + behind[:2])
        or _is_elsewhere_in(context, sentence, share)
    ):
        return False
    if _LIVE.search(before) or (share.size.hedge is Hedge.AT_LEAST and behind.startswith(_MUST)):
        return False
    if (
        _IS_TODAY.search(before)
        or _IS_SOLD.match(behind)
        or _THOSE_WE_HAVE.match(behind)
        or _OF_THOSE_THERE.match(behind)
    ):
        return False
    if _is_bare(context, sentence, share):
        return True
    ahead = _before_it(context, sentence, share)
    behind = _NEXT_CLAUSE.split(behind)[0] if share.kind is Kind.OF else behind
    around = f"{ahead}{before} | {behind}"
    is_own = _is_own(before, behind)
    says = is_own or _OTHERS.search(around) or sentence.start in context.named
    if share.kind is Kind.OF:
        words = context.facts.masked[share.start : share.end + 25]
        return bool(says) and not re.search(
            r"af (?:de |vores |landets )?[0-9a-zæøå]+ (?:kommuner|regioner|borgere|unge|beboere|steder|tilbud|"
            r"forslag)",
            words,
        )
    if share.kind is Kind.ALL:
        if re.search(r"(?<!\w)(?:på nær|undtagen|bortset fra)(?!\w)", behind[:60]):
            return False
        return bool(_OTHERS.search(behind[:70])) and bool(
            _OF_PLACES.search(context.facts.masked[share.start : share.end + 40])
        )
    is_of_places = _OF_PLACES.search(behind[:40]) or _OF_PLACES.search(before[-45:]) or "|" in before
    if is_own:
        return bool(is_of_places)
    has_label = re.search(r"andre(?: kommuner)?[^.;]{0,40}[:=] ?\Z", before) is not None
    is_reckoned = bool(ahead) and _OTHERS.search(ahead) is not None
    return bool(says) and (
        bool(is_of_places)
        or has_label
        or is_reckoned
        or bool(_OTHERS.search(behind[:60]))
        or bool(_OTHERS.search(before[-60:]))
    )


def _is_bare(context: Context, sentence: Sentence, share: Share) -> bool:
    """Whether a share stands alone, behind no more than its number or the project that it is of."""
    if share.kind is Kind.ALL or not _BARE_BEHIND.fullmatch(context.behind(sentence, share.end)):
        return False
    found = _BARE.fullmatch(context.before(sentence, share.start))
    return found is not None and (not found["label"] or context.names.is_named_in(found["label"]))


def _before_it(context: Context, sentence: Sentence, share: Share) -> str:
    """Returns the sentence ahead of one that only reckons: `Andre kommuner får fire pladser. Det er 25 pct.`."""
    own = context.before(sentence, share.start)
    if not sentence.start or not _RECKONS.fullmatch(own):
        return ""
    last = context.sentence_at(sentence.start - 1)
    return f"{context.before(last, last.end)[-_NEAR:]} | "


def _is_elsewhere_in(context: Context, sentence: Sentence, share: Share) -> bool:
    """Whether a share is of a place that the project's name has not: `halvdelen i Vig og to pladser i Rørvig`."""
    place = _PLACE.match(context.text, share.end)
    if place is None or sentence.project is None:
        return False
    return not context.names.has_word_in(sentence.project, place["name"].lower())


def _is_of_another(context: Context, sentence: Sentence, share: Share, before: str, behind: str) -> bool:
    """Whether a share is of something else than the new places, of places elsewhere, or one that is only asked for."""
    if share.kind in (Kind.PERCENT, Kind.FRACTION) and not _LIKE_PLACES.match(behind):
        return True
    clause = re.split(r"[,;.]", behind)[0]
    around = f"{before} | {clause}"
    if _OCCUPIED.search(before) or _is_one_of_many(context, sentence):
        return True
    if _AS_A_RULE.search(before) or _TAKEN.search(clause) or _ELSEWHERE.search(around):
        return True
    counted = [count for count in context.facts.counts if sentence.start <= count.number_start < share.start]
    if (
        counted
        and _OF_ONE.search(before)
        and not any(map(counted[-1].size.may_be, context.all.wholes | context.all.places))
    ):
        return True
    house = _OF_OTHER_HOUSE.search(context.text, max(sentence.start, share.start - _NEAR), share.start)
    if house and house["name"] not in _KNOWN_SELLERS and not context.names.knows(house["name"]):
        return not context.is_applicant(house["name"])
    seller = _SELLS.match(context.text, sentence.start, share.start)
    if seller and seller["name"] not in _KNOWN_SELLERS and not context.is_applicant(seller["name"]):
        return True
    return context.is_of_another_house(sentence, share.start) or _is_of_one_partner(context, sentence, share)


def _is_one_of_many(context: Context, sentence: Sentence) -> bool:
    """Whether so many shares stand in a sentence that it tells how something is divided today."""
    words = context.facts.masked[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
    return len(_PER_CENT.findall(words)) >= _MANY


def _is_of_one_partner(context: Context, sentence: Sentence, share: Share) -> bool:
    """Whether a part is what one of the partners gets: `Rebild køber 2 af de 18 pladser`; others may get more."""
    if share.kind is not Kind.OF or share.part is None or not context.all.for_others:
        return False
    is_less = share.part <= max(context.all.for_others)
    subject = context.subjects.get(sentence.start)
    return is_less and subject is not None and subject < share.start


def _agrees(context: Context, sentence: Sentence, share: Share, known: Known) -> bool:
    before = context.before(sentence, share.start)[-_NEAR:]
    behind = context.behind(sentence, share.end)[:_NEAR]
    others = [100 - one for one in known.shares]
    is_own = _is_own(before, behind)
    is_unclear = not is_own and _OWN.search(_clause(before, behind))
    shares = others if is_own else [*known.shares, *others] if is_unclear else [*known.shares]
    if share.kind is Kind.OF and share.whole == _TEN and _TEN not in known.places and behind.startswith(" plads"):
        return any(abs(share.size.lowest - one) <= _COARSE for one in shares)
    if share.kind is Kind.OF:
        return _agrees_of(share, known, shares)
    if share.kind is Kind.FRACTION:
        reach = _COARSE if share.size.hedge is Hedge.NONE else 2 * _COARSE
        if share.size.hedge in (Hedge.JUST_OVER, Hedge.JUST_UNDER):
            least = share.size.lowest if share.size.hedge is Hedge.JUST_OVER else share.size.lowest - 2 * _COARSE
            return any(least <= one <= least + 2 * _COARSE for one in shares)
        if share.size.hedge in (Hedge.NONE, Hedge.ABOUT):
            return any(abs(share.size.lowest - one) <= reach for one in shares)
    if any(
        share.size.may_be(one) or (share.size.hedge is Hedge.ABOUT and abs(share.size.lowest - one) <= _COARSE)
        for one in shares
    ):
        return True
    exact = [Fraction(part * 100, whole) for one in shares for whole in known.wholes for part in share_of(whole, one)]
    return share.size.hedge is Hedge.NONE and any(share.size.may_be(one) for one in exact)


def _is_own(before: str, behind: str) -> bool:
    """Whether a share is what the municipality keeps, and no other is named beside it."""
    clause = _clause(before, behind)
    return _KEPT.search(clause) is not None and _OTHERS.search(clause) is None


def _clause(before: str, behind: str) -> str:
    return f"{_CLAUSE_END.split(before)[-1]} | {_CLAUSE_END.split(behind)[0]}"


def _agrees_of(share: Share, known: Known, shares: list[Fraction]) -> bool:
    """Whether `5 af 19` is the share of the table, in whole places."""
    if share.whole is None or share.part is None or share.whole not in known.places:
        return True  # another whole: that is told by itself
    return any(share.part in share_of(share.whole, one) for one in shares)


def _with_noun(context: Context, share: Share) -> int:
    """Returns where a share ends with what it is of: `50 pct. af pladserne`."""
    found = re.match(
        r" (?:af )?(?:de |vores )?(?:nye )?(?:[a-zæøå]*(?:plads|bolig|lejlighed)[a-zæøå]*)",
        context.facts.masked[share.end : share.end + 50],
    )
    return share.end + found.end() if found else share.end
