"""Laws that the table's places are not established under: `16 nye pladser efter servicelovens § 108`."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.facts.laws import Paragraph
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.counted.cues import CREATING
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.identity.whole_laws import is_of_all, is_of_some_only, is_only, laws_of
from botilbud_desktop.rules.contradictions.known import Known, allowed_bases
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import laws_said

_CUE = re.compile(
    rf"(?<!\w)(?:{CREATING}|etableret|oprettet|opført|drives|driftes|efter|jf|[a-zæøå]*pladser(?:ne)?|"
    rf"boliger(?:ne)?)(?!\w)"
)
_PLACES = re.compile(r"(?<!\w)[a-zæøå¤-]*(?:plads|bolig|lejlighed|hjem|værelse|tilbud|bosted|ophold)\w*")
_OTHER = re.compile(
    r"(?<!\w)(?:omdan\w*|konverter\w*|ændre\w*|overgå\w*|nedlæg\w*|luk\w*|erstat\w*|støtte efter|hjælp efter|"
    r"lokalplan\w*|"
    r"eller om|enten|medregnet|foruden|"
    r"bestående|færdige? med|afslutter?|udskrives|udskrevet|til sammenligning|sammenlignet|seneste byggeri|ligesom|"
    r"ikke|overgangen fra|uden for|supplement|suppler\w*|modsætning|frem for|i stedet for|hverken|"
    r"visiter\w* fra|kommer fra|"
    r"flytter fra|videre til|flytte hertil|kombiner\w*|også|sammen med|"
    r"ved siden af|nabo\w*|sammenhæng med|krisecent\w*|herberg\w*|uafklaret|afklar\w*|fordeling\w*|fastlagt|"
    r"overveje\w*|deles? med|(?:lavere|højere) takst\w*|findes (?:i|hos|kun)|puljen|lånepulje\w*|kriteri\w*)(?!\w)"
)
_HOMES = r"(?:døgn|botilbuds)?(?:plads\w*|bolig\w*|ophold\w*|botilbud\w*|tilbud)"
_ARE = r"plads(?:er(?:ne)?) (?:er|bliver)(?: alle)?"
_STAYS = {
    LegalBasis.SEL_107: re.compile(rf"(?<!\w)midlertidig\w* {_HOMES}|{_ARE} midlertidige(?!\w)"),
    LegalBasis.SEL_108: re.compile(
        rf"(?<!\w)(?:længerevarende|varige?) {_HOMES}|{_ARE} (?:længerevarende|varige)(?!\w)"
    ),
}
"""What the law calls the places of each."""
_ONE_IS_MADE = re.compile(r"(?<!\w)der (?:etableres|oprettes|opføres|bygges|indrettes) et (?:nyt )?\Z")
_CUE_OF_STAY = re.compile(r"(?<!\w)(?:drejer sig om|tale om|pladser(?:ne)? (?:er|bliver)|er et|bliver et)(?!\w)")
_STAY_WORDS = {LegalBasis.SEL_107: "midlertidig", LegalBasis.SEL_108: "var"}
"""Letters that all words of each have."""
_ALL_STAY = re.compile(
    r"(?<!\w)(?:alle|samtlige|begge)(?: i| til| er| bliver| som|,| [a-zæøå]*(?:form|plads|"
    r"bolig)\w*){0,4} ?(?:til )?\Z"
)
_LABEL = re.compile(
    r"(?<!\w)(?:(?:rets|lov)grundlag\w*|pladstype|tilbudstype|type|art|lovhjemmel|hjemmel|hjemlen|"
    r"bestemmelse\w*|paragraf\w*|lov|efter)"
    r"(?:(?: er|:| =| \||,)+ ?(?:efter |sel |lov om social service |servicelovens? )*)\Z"
)
"""What stands ahead of the law of the project: `Retsgrundlag: SEL § 107`."""
_ALONE = re.compile(r"\W*(?:sel |lov om social service |servicelovens? |efter )*")
_WHO = "unge|voksne|borgere|mennesker|personer|ældre|udslusning|udredning"
_ALONE_BEHIND = re.compile(rf"\A(?:[.;:✔✓)|]*\s*\Z|, (?:til |for )?(?:\w+ )?(?:{_WHO})(?!\w))")
_VISITED = re.compile(
    r"(?<!\w)(?:borgerne|beboerne|målgruppen|de unge) (?:visiteres|indskrives|optages|henvises|bliver visiteret)"
    r"(?: til (?:tilbuddet|pladserne|botilbuddet))? (?:efter|under|i henhold til|i medfør af) (?:sel |"
    r"servicelovens? )?\Z"
)
_KIND_ALONE = re.compile(
    r"\W*(?:nyt )?(?:botilbud|bosted|døgntilbud|bofællesskab|boform)(?:,| -|:| efter| \() ?(?:sel |servicelovens? )?"
)
_LIVES = re.compile(
    r"(?<!\w)(?:bor? (?:der|her|på stedet|i huset)|blive(?:r)? boende|midlertidigt|varigt|fast|livet|"
    r"længerevarende ophold|(?:det|de|den) er|derfor er det)(?!\w)[^;.]{0,50}?(?:\(|, |jf\. |efter )"
    r"(?:sel |servicelovens? |jf\. )*\Z"
)
"""How people live there, ahead of its law: `De bor der et par år (servicelovens § 107)`."""
_STANDS_AT = re.compile(
    r"\A[- ]?(?:boliger(?:ne)?|pladser(?:ne)?|tilbud(?:det)?|botilbud(?:det)?) (?:på|i|ved) (?P<name>[A-ZÆØÅ]\w+)"
)
"""Where homes of a law are: `§ 105-boligerne på Vejlegården`."""
_BRACKET = re.compile(r"(?<!\w)(?P<word>[^\W\d_]+) \((?:efter )?(?:sel )?\Z")
_NAMED_BEHIND = re.compile(
    r"\A[- ]?(?:tilbud(?:det)?|botilbud(?:det)?|bosted(?:et)?|bofællesskab(?:et)?|projekt(?:et)?),? [»\"“]?"
    r"(?P<name>[A-ZÆØÅ]\w+)"
)
"""A project named right behind a law: `§ 108-tilbuddet Elmely`."""
_BUILT_UNDER = re.compile(
    r"(?<!\w)(?:opføres|etableres|oprettes|drives|driftes|bygges|indrettes|godkendes|bliver|skal drives)"
    r"(?: (?:udelukkende|alene|kun|helt|fuldt|ud|som|et|ét|[a-zæøå]*botilbud|tilbud|bosted|og|drives))* "
    r"(?:efter|under) (?:sel |servicelovens? |lov om social service )?\Z"
)
"""What a project named ahead is built under: `Elmely opføres udelukkende efter servicelovens § 108`."""
_A_HOUSE = re.compile(
    r"(?<!\w)(?:der (?:opføres|bygges|etableres|indrettes|oprettes) (?:en |et )?(?:helt )?(?:ny |nyt )?"
    r"(?:bygning|hus|byggeri|botilbud|bosted|tilbud)|\A\W*(?:huset|byggeriet|bygningen|stedet) (?:opføres|"
    r"bygges|etableres|"
    r"indrettes|oprettes|drives))(?!\w)[^.;,]{0,30}? (?:efter|under) (?:sel |servicelovens? )?\Z"
)
_IS_A = re.compile(r"(?<!\w)(?:er|bliver) (?:et|ét) (?:nyt |rent )?(?:sel )?\Z")
_KIND_BEHIND = re.compile(r"\A-(?:tilbud|botilbud|bosted)(?!\w)")
_CLAUSE = re.compile(r", (?:og|men|hvor|mens|så)(?!\w)|;")
_FROM = re.compile(r"(?<!\w)fra (?:[\wæøå-]+ ){1,3}efter (?:sel |servicelovens? )?\Z")
_LIVE_NOW = re.compile(r"(?<!\w)bor (?:[0-9a-zæøå]+ ){0,3}(?:hos|i|på)(?!\w)")
_FOR_A_TIME = re.compile(r"pavillon|barak|genhus|byggeperiode|imens|mens der bygges|under ombygning")
_WITH_SUPPORT = re.compile(r" (?:med|og) støtte efter (?:visitation|behov|servicelov\w*|en)?")
_NEAR_LAW = 60
_BEGIN = 6
_CHILDREN = frozenset((LegalBasis.SEL_66,))


def law_contradictions(context: Context) -> Iterator[Found]:
    """Yields laws that new places are said to be established under, of which the table has none."""
    for paragraph in context.facts.paragraphs:
        sentence = context.sentence_at(paragraph.start)
        known = context.scope(sentence)
        if (
            not paragraph.bases
            or not known.bases
            or LegalBasis.OTHER in known.bases
            or (set(paragraph.bases) & known.bases and not is_of_some_only(context, sentence, paragraph, known))
        ):
            continue
        is_bare = set(paragraph.bases) == _CHILDREN and not paragraph.numbers
        if is_bare and not context.before(sentence, paragraph.start).endswith("efter "):
            continue
        if _is_meant(context, sentence, paragraph, known):
            yield laws_said(context, known, paragraph.start, paragraph.end)


def stay_contradictions(context: Context) -> Iterator[Found]:
    """Yields places for temporary stays where the table has only those for longer ones, and the other way."""
    for basis, other in ((LegalBasis.SEL_107, LegalBasis.SEL_108), (LegalBasis.SEL_108, LegalBasis.SEL_107)):
        if _STAY_WORDS[basis] not in context.facts.masked:
            continue
        for found in _STAYS[basis].finditer(context.facts.masked):
            sentence = context.sentence_at(found.start())
            known = context.scope(sentence)
            own = f"{context.before(sentence, found.start())} {context.behind(sentence, found.end())}"
            if (
                (known.bases == {other} or _is_said_of_all(context, sentence, found.start(), basis, known))
                and (context.counted[sentence.start] or _is_the_project(context, sentence, found))
                and not any(one.start <= found.start() < one.end + _NEAR_LAW for one in laws_of(context, sentence))
                and not (_STAYS[other].search(own) or _OTHER.search(own) or _FOR_A_TIME.search(own))
                and (_CUE.search(own) or _CUE_OF_STAY.search(f"{own}{found[0]}") or _is_row(context, sentence, known))
                and not context.is_elsewhere(sentence, found.start(), found.end())
            ):
                yield laws_said(context, known, found.start(), found.end())


def _is_the_project(context: Context, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether a stay without a number is the project's: `Der etableres et midlertidigt botilbud`."""
    before = context.before(sentence, found.start())
    if found[0].endswith(("botilbud", "tilbud")):
        return _ONE_IS_MADE.search(before) is not None or (
            before.endswith((" er et ", " bliver et ")) and context.names.is_named_in(before[-_NEAR_LAW:])
        )
    return found[0].startswith("pladserne")


def _is_row(context: Context, sentence: Sentence, known: Known) -> bool:
    """Whether a sentence begins with the number of all places: `Ti længerevarende pladser til unge`."""
    return any(
        one.number_start - sentence.start < _BEGIN and int(one.size.lowest) in known.wholes
        for one in context.facts.counts
        if sentence.start <= one.number_start < sentence.end
    )


def _is_said_of_all(context: Context, sentence: Sentence, start: int, basis: LegalBasis, known: Known) -> bool:
    """Whether a stay is said to be that of all places, and some of the table's are under the other paragraph."""
    is_of_some = any(basis not in allowed_bases(group) for group in known.groups)
    return is_of_some and _ALL_STAY.search(context.before(sentence, start)) is not None


def _is_of_named(context: Context, sentence: Sentence, paragraph: Paragraph) -> bool:
    """Whether a law stands in brackets right behind a word of a project's name: `Elmely (§ 105-tilbud)`."""
    before = context.before(sentence, paragraph.start)
    ahead = _BRACKET.search(before)
    behind = _NAMED_BEHIND.match(context.text[paragraph.end : paragraph.end + _NEAR_LAW])
    kind_behind = _KIND_BEHIND.match(context.behind(sentence, paragraph.end))
    is_built_under = _A_HOUSE.search(before) is not None or (
        context.names.is_named_in(before)
        and (_BUILT_UNDER.search(before) is not None or (kind_behind is not None and _IS_A.search(before) is not None))
    )
    is_of_one = sentence.is_named or len(context.each) == 1
    is_of_named = (
        (ahead is not None and context.names.has_word(ahead["word"]))
        or (behind is not None and context.names.has_telling(behind["name"].lower()))
        or (is_of_one and is_built_under and not _OTHER.search(before[-_NEAR_LAW:]))
    )
    if not is_of_named:
        return False
    return not context.is_elsewhere(sentence, paragraph.start, paragraph.end)


def _is_told(context: Context, sentence: Sentence, paragraph: Paragraph, known: Known) -> bool:
    """Whether a law is the project's by its label, by standing alone, by how people live, or by the places' number."""
    before, behind = context.before(sentence, paragraph.start), context.behind(sentence, paragraph.end)
    if is_only(context, before, known) or _VISITED.search(before) or _KIND_ALONE.fullmatch(before):
        return True
    if _LABEL.search(before) or (_ALONE.fullmatch(before) and _ALONE_BEHIND.match(behind)):
        return True
    if _LIVES.search(before):
        return True
    return any(
        count.bases == paragraph.bases and count.noun and int(count.size.lowest) in known.wholes
        for count in context.facts.counts
        if sentence.start <= count.number_start < sentence.end
    )


def _is_meant(context: Context, sentence: Sentence, paragraph: Paragraph, known: Known) -> bool:
    before, behind = context.before(sentence, paragraph.start), context.behind(sentence, paragraph.end)
    if _is_of_named(context, sentence, paragraph):
        return True
    if (
        context.is_elsewhere(sentence, paragraph.start, paragraph.end)
        or _OTHER.search(before[-70:])
        or _LIVE_NOW.search(before)
        or _OTHER.search(_WITH_SUPPORT.sub("", _CLAUSE.split(behind[:60])[0][:40]))
        or _FROM.search(before)
        or before.endswith(("fra ", "fra en ", "fra sel "))
    ):
        return False
    if any(
        count.bases == paragraph.bases and not count.noun and count.size.lowest > context.all.total
        for count in context.facts.counts
        if sentence.start <= count.number_start < paragraph.start
    ):
        return False
    place = _STANDS_AT.match(context.text[paragraph.end : paragraph.end + 60])
    if place is not None and not context.names.knows(place["name"]):
        return False
    own = f"{before[-90:]} {behind[:40]}"
    is_counted = context.counted[sentence.start] > 0
    is_of_homes = is_counted or _PLACES.search(own) is not None or is_of_all(before, behind)
    is_made = is_of_homes and _CUE.search(own) is not None
    return is_made or _is_told(context, sentence, paragraph, known)
