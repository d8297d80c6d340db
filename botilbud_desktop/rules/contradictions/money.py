"""Loans and costs that the table has not: `der søges 22,9 mio. kr. i 2025`, `bruttoanlægsudgiften er 24,6 mio. kr.`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.facts.amounts import Amount
from botilbud_desktop.domain.facts.times import Grain, Time
from botilbud_desktop.rules.contradictions.context import Context, is_item
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import cost_said, loan_said

_LOAN = re.compile(
    r"(?<!\w)(?:lån(?!epulje)\w*|låner|søge[rs]?|søgt|ansøge[rs]?|ansøgt|ansøgning\w*|bede[rs]? om|"
    r"beder om)(?!\w)|(?<=\w)(?<!service)(?<!realkredit)(?<!bolig)(?<!bank)(?<!kredit)(?:lån|låne\w*)(?!\w)"
)
_COST = re.compile(
    r"(?<!\w)(?:brutto|brutto?anlægs\w*|anlægsudgift\w*|anlægssum\w*|anlægsøkonomi\w*|byggesum\w*|projektsum\w*|"
    r"entreprisesum\w*|"
    r"samlede (?:\w+ )?(?:udgift\w*|omkostning\w*|pris|økonomi|budget|ramme\w*|investering\w*|"
    r"anlæg\w*)|anlæg(?=:| [0-9])|"
    r"projektøkonomi\w*|byggeriet løber op i|prisen for (?:byggeriet|projektet)|"
    r"investeringen (?:er|bliver|udgør|løber)|byggeriets (?:samlede )?pris|anlægsbudget\w*|anlægsramme\w*|"
    r"rammebeløb\w*|byggeudgift\w*|projektet koster|byggeriet koster|koster i alt|udgifterne? (?:til|ved|"
    r"forbundet|er|bliver|udgør)\w*)(?!\w)"
)
_OTHER = re.compile(
    r"(?<!\w)(?:takst\w*|døgn\w*|døgnpris\w*|prisen?|priser|egenfinansier\w*|kontant|resten|resterende|øvrige|"
    r"de sidste|kommunen (?:selv )?(?:betaler|afholder|finansierer)|"
    r"(?:renten?|ydelsen?|afdrag\w*) (?:af|på) lån\w*|"
    r"rente\w*|afdrag\w*|ydelsen?|realkredit\w*|kommunegaranti|grundkapital\w*|beboerindskud|"
    r"grundkøb\w*|grunden|købt|købte|køber|købes|"
    r"købesum\w*|afsat|oplæring|inventar\w*|"
    r"drift\w*|rater|årlig\w*|om året|tilskud\w*|besparelse\w*|sparer?|afslag|herberg\w*|"
    r"bogført|værdi|husleje\w*|løn\w*|"
    r"pr|per|kvadratmeter\w*|m2|tilbygning\w*|puljen (?:er|udgør|rummer)|lånepulje\w* (?:er|udgør|på)|pulje på|"
    r"realiser\w*|almene boliger|"
    r"håndværker\w*|nedrivning\w*|projektering\w*|rådgiver\w*|uforudsete|moms|heraf til|garanti\w*|fond\w*|"
    r"bortset fra|undtagen|bud|byggetilladelse\w*|koste(?! i alt)|kostede|på markedet|"
    r"(?:haven|grunden|vejen|huslejen|stolen|det|som|der|hvad der) koster|finansierer (?:selv|kommunen|vi)|lægger selv|"
    r"puljemidler|andre sager|andre formål|rammen? (?:til|for) lån\w*|låneramme\w*|boliger efter almen\w*)(?!\w)"
)
_EARLIER = re.compile(
    r"(?<!\w)(?:fik|fået|bevilg(?:et|ede)|meddelt|imødekommet|ansøgte|søgte|optog|optaget|modtog|modtaget|"
    r"tidligere|sidste år|oprindelig\w*|dengang|"
    r"skitse\w*|første overslag|hidtidige?|[0-9]{4}-runden|forrige|afslag|afvist|frafaldet|opgivet|"
    r"en senere runde|efter det oplyste|"
    r"kommunens (?:samlede )?(?:lån|låneramme|gæld|anlægsramme|anlægsbudget)\w*|"
    r"har (?:i [0-9]{4} )?lån for|lån på markedet|"
    r"(?:to|tre|fire|andre|øvrige) (?:andre )?lån|tidligere lån|lød (?:først|oprindeligt)|restgæld\w*|"
    r"løbetid\w*|til sammenligning|(?:et andet|to andre|andre) (?:projekt|byggeri)\w*|takst\w* (?:er |"
    r"bliver )?(?:udregnet|beregnet|regnet)|"
    r"fordelt på(?! (?:20|år|de |to |både))|fordeler sig på(?! (?:20|år|de |to |både))|"
    r"drøftet|forkastet|andre steder|på området|i området|(?:i|for) hele området|over (?:ti|fem|otte|"
    r"[0-9]+) år|besparelsen svarer|"
    r"(?:reducer|ste|fald|forhøj|nedsat|nedsæt|hæv|øg|vokse|stig|spar|"
    r"mindske)[a-zæøå]* (?:\w+ )?med(?= (?:ca\. |knap |godt )?\Z)|"
    r"scenarie|valgt fra|reguleret fra|justeret fra|nedjusteret fra|opjusteret fra|budgetoverslag|herunder|"
    r"heraf til)(?!\w)"
)
_PART_OF_COST = re.compile(
    r"(?<!\w)(?:heraf|deraf|hvoraf|herunder|resten|resterende|de sidste|inkl\.?|inklusive|ekskl\.?|plus|dertil|"
    r"hertil|derudover)(?!\w)[^.;]*\Z"
)
_WHOLE_HOUSE = re.compile(
    r"(?<!\w)(?:hele|samlede) (?:huset|bygningen|ejendommen|centeret|centret|området|plejehjemmet|byggeriet|"
    r"kompleks\w*|bostedet)(?!\w)"
)
_NOT = re.compile(r"(?<!\w)(?:ikke|ingen)(?! (?:kun|alene|blot))(?!\w)[^,;]{0,50}\Z")
_BEHIND = re.compile(
    r",?[ )]{0,2}(?:kr\.? )?(?:(?:og |der |som |, der )(?=optages|lånes|søges|ligger|falder|"
    r"hjemtages))?(?:lånes |søges |ansøges |er |ligger |falder |bruges |"
    r"optages )?\(?(?:til (?:arbejder|brug) )?(?:i|for|til|vedrør\w*|alene|alt|år)?(?: (?:i|for|år|alene))* ?$"
)
_PER = re.compile(
    r"(?:\A ?(?:(?:pr\.?|per|om|/) ?[a-zæøå]|i timen|i døgnet|i gennemsnit|om året|årligt|billigere|"
    r"dyrere|lavere|højere|mere|mindre|i besparelse)|\A[^.;,]{0,25}(?<!\w)ikke(?! (?:alene|kun|over))(?!\w))"
)


_OF_YEAR = re.compile(r"(?<!\w)i (?:år |året )?20[0-9]{2}(?![0-9])")
_BETWEEN = re.compile(r",? (?:fordi|som|der|da|når|hvor|idet) [^,;.]{0,80}, ")
"""A clause in between, whose words say nothing of the amount behind it."""


_ITEMS_START = 60
"""How far from the start of an item its amount stands, when the line above says what of."""
_NEAR_YEAR = 40
_REST = re.compile(r"(?<!\w)(?:resten|differencen|det øvrige|det resterende)(?!\w)")
_AND = re.compile(r" ?(?:,|/|og|samt|hhv\.?|mio\.?|kr\.?|t\.|i|for| )* ?")
_PER_CENT_OF = ("pct. af ", "% af ", "procent af ")
_WORD = re.compile(r"[a-zæøå]+")
_REACH = 120
_PLAIN = frozenset(
    (
        *("i", "år", "året", "årene", "for", "til", "på", "og", "samt", "hhv", "henholdsvis", "alt"),
        *("ialt", "samlet", "sum", "total", "totalt", "det", "den", "første", "andet", "anden", "næste", "følgende"),
        *("ca", "kr", "mio", "mill", "t", "tkr", "først", "siden", "derefter", "dernæst", "begge", "tilsammen"),
        *("med", "falder", "ligger", "søges", "lånes", "optages", "nemlig", "altså", "dvs", "efter", "er", "om"),
        *("de", "to", "projekter", "projekterne", "dertil", "der", "så"),
    )
)
"""Words that say nothing of what an amount is of."""
_BESIDE = 8
_IN = re.compile(r",? ?\(?(?:i |den |til |pr\. )?")
_LEVEL = 16
_LEVEL_AHEAD = re.compile(
    r"(?<!\w)(?:priser|prisniveau|pris- og lønniveau|p/l|pl|runden?|runde for|"
    r"pulje for) (?:i |for )?\Z"
)
_WHOLE = re.compile(r"(?<!\w)(?:hele|alt|alle|alene)(?!\w)")
_WEAK_COST = re.compile(r"(?<!\w)(?:byggeriet koster|byggeudgift\w*|projektet koster|udgifterne? (?:til|ved))(?!\w)")
_OTHER_PARTS = re.compile(
    r"(?<!\w)(?:rådgivning\w*|rådgiver\w*|jorden|grunden|hvortil|dertil|hertil|"
    r"plus|inventar\w*)(?!\w)[^.;]*[0-9]"
)
_BESIDE_THE_LOAN = ("ud over ", "udover ", "foruden ", "uden for ", "oven i ", "ved siden af ", "bortset fra ", "uden ")
_IN_BRACKETS = re.compile(r"(?:\b(?!lån|låneadgang|lånet|brutto|anlæg)[a-zæøå]+) \(\Z")
"""A noun right ahead of the bracket says what its amount is of: `haven (1,5 mio. kr.)`."""
_MOST_TIMES = 4
"""An amount that is so many times all of the table's is of something else."""
_LEAST_OF_ALL = 100_000
"""In kr.; less than that is a rate or a price by its size, but where it is called a loan or the cost right there."""
_RIGHT_AHEAD = re.compile(rf"(?:{_LOAN.pattern}|{_COST.pattern})[^,;.:]{{0,30}}[: ]\Z")


class _Kind(NamedTuple):
    is_loan: bool
    is_cost: bool


def money_contradictions(context: Context) -> Iterator[Found]:
    """Yields amounts that are said to be the loan or the cost, and are not."""
    kind, block_end = _Kind(False, False), -1
    at = 0
    amounts = context.facts.amounts
    for sentence in context.sentences:
        while at < len(amounts) and amounts[at].start < sentence.start:
            at += 1
        last = at
        while last < len(amounts) and amounts[last].start < sentence.end:
            last += 1
        own = amounts[at:last]
        if not own:
            continue
        carried = (
            kind
            if context.text[block_end : sentence.start].count("\n") == 1 and block_end >= 0
            else _Kind(False, False)
        )
        yield from _of_sentence(context, sentence, own, carried)
        text = context.facts.masked[sentence.start : sentence.end]
        kind = _kind(text, "", sentence.heading, carried)
        block_end, at = sentence.end, last


def _of_sentence(context: Context, sentence: Sentence, amounts: Sequence[Amount], carried: _Kind) -> Iterator[Found]:
    if sentence.is_deleted or context.facts.text[sentence.end - 1] == "?":
        return
    masked, known = context.facts.masked, context.scope(sentence)
    times = _between(context.facts.times, sentence.start, sentence.end)
    times = [one for one in times if one.grain is Grain.YEAR and not _is_level(context, one)]
    years = _years_of(context, amounts, times)
    kind = carried
    for position, amount in enumerate(amounts):
        before = context.before(sentence, amount.start)
        last = amounts[position - 1].end if position else sentence.start
        own = masked[max(last, amount.start - len(before)) : amount.start]
        following = amounts[position + 1].start if position + 1 < len(amounts) else sentence.end
        behind = context.behind(sentence, amount.end)[: following - amount.end]
        own = _BETWEEN.sub(" ", own)
        is_labelled = not position and is_item(before, _ITEMS_START)
        is_named = bool(_loans(own) or list(_costs(own)))
        kind = _kind(own, behind, sentence.heading if is_labelled else "", kind)
        is_of_others_unit = not amount.has_unit and any(one.has_unit for one in amounts)
        if is_of_others_unit or _is_other(context, sentence, amount, before, own, behind):
            kind = kind if _PART_OF_COST.search(own) else _Kind(False, False)
            continue
        year = years.get(position)
        if _is_of_some_weeks(context, amount) or _has_other_parts(own, context.behind(sentence, amount.end)):
            continue
        if (not is_named and not _is_plain(context, own)) or _IN_BRACKETS.search(own):
            continue
        if kind.is_loan:
            yield from _loan(context, known, amount, year)
        elif (
            kind.is_cost
            and not position_is_part(own, position)
            and not _PART_OF_COST.search(own)
            and not _is_of_a_year(own, year)
        ):
            yield from _cost(context, known, amount)


def _is_level(context: Context, time: Time) -> bool:
    """Whether a year is that of prices or of a round: `22,9 mio. kr. i 2025-priser`."""
    behind = context.facts.masked[time.end : time.end + 2]
    before = context.facts.masked[max(0, time.start - _LEVEL) : time.start]
    return (behind[:1] == "-" and behind[1:].isalpha()) or _LEVEL_AHEAD.search(before) is not None


def _is_of_some_weeks(context: Context, amount: Amount) -> bool:
    """Whether an amount is of a part of a year: `5 mio. kr. i november 2025`."""
    times = _between(context.facts.times, amount.end, amount.end + _BESIDE)
    return (
        bool(times)
        and times[0].grain is not Grain.YEAR
        and _IN.fullmatch(context.facts.masked, amount.end, times[0].start) is not None
    )


def _has_other_parts(own: str, behind: str) -> bool:
    """Whether an amount is of the building alone, and others are named: `byggeriet koster 22 mio. kr., grunden 3`."""
    return _WEAK_COST.search(own) is not None and _OTHER_PARTS.search(behind) is not None


def _is_plain(context: Context, own: str) -> bool:
    """Whether only years and little words stand ahead of an amount: then it is of what the words before it are of."""
    words = _WORD.findall(own[-_REACH:])
    return all(word in _PLAIN or context.names.has_word(word) for word in words)


def position_is_part(own: str, position: int) -> bool:
    """Whether an amount behind another is only a part of it, or beside it."""
    return position > 0 and not _COST.search(own)


def _is_of_a_year(own: str, year: Time | None) -> bool:
    """Whether an amount of the cost is what is spent in one year: `anlægsudgiften i 2025 er 9,6 mio. kr.`."""
    return year is not None or _OF_YEAR.search(own) is not None


def _kind(own: str, behind: str, heading: str, carried: _Kind) -> _Kind:
    """Returns what an amount is of: by the nearest word ahead of it, else behind it, else above it, else as before."""
    loans, costs = _loans(own), list(_costs(own))
    if loans or costs:
        is_loan = bool(loans) and (not costs or loans[-1].start() > costs[-1].start())
        return _Kind(is_loan, not is_loan)
    clause = re.split(r"[;.]|, (?:og |heraf|hvoraf)| ikke | og er ", behind)[0]
    if _loans(clause[:50]):
        return _Kind(True, False)
    if carried.is_loan or carried.is_cost:
        return carried
    if _LOAN.search(heading):
        return _Kind(True, False)
    return _Kind(False, _COST.search(heading) is not None)


def _loans(own: str) -> list[re.Match[str]]:
    """Returns the words for the loan, but not where something beside it is meant: `ud over lånet`."""
    return [found for found in _LOAN.finditer(own) if not own[: found.start()].endswith(_BESIDE_THE_LOAN)]


def _costs(own: str) -> Iterator[re.Match[str]]:
    """Yields the words for the cost, but not where only a share of it is meant: `10 pct. af anlægssummen`."""
    return (found for found in _COST.finditer(own) if not own[: found.start()].endswith(_PER_CENT_OF))


def _is_other(context: Context, sentence: Sentence, amount: Amount, before: str, own: str, behind: str) -> bool:
    if context.is_of_past_year(sentence, amount.start, amount.end):
        return True
    if _PER.match(behind) or context.is_of_another(sentence, amount.start) or _is_no_amount(context, amount, own):
        return True
    others = [found.end() for found in _OTHER.finditer(own)]
    if others and not any(found.end() > others[-1] for found in (*_loans(own), *_costs(own))):
        return True
    if _OTHER.search(re.split(r"[;.,]| og ", behind)[0][:40]) or _EARLIER.search(before) or _NOT.search(before):
        return True
    return _EARLIER.search(behind[:60]) is not None or _WHOLE_HOUSE.search(before) is not None


def _is_no_amount(context: Context, amount: Amount, own: str) -> bool:
    """Whether it is a number of an account, or one in a table's row: only the words above its column say what of."""
    is_account = not amount.has_unit and (own.endswith("-") or not own.strip())
    line = context.text[context.text.rfind("\n", 0, amount.start) + 1 : amount.start]
    is_small = 0 < amount.size.highest < _LEAST_OF_ALL and not _RIGHT_AHEAD.search(own)
    return is_account or is_small or "|" in line or "\t" in line


def _years_of(context: Context, amounts: Sequence[Amount], times: Sequence[Time]) -> dict[int, Time]:
    """Returns the year that each amount is of, by its position."""
    if len(times) == len(amounts) > 1 and _alternate(context.facts.masked, amounts, times):
        return dict(enumerate(times))
    found: dict[int, Time] = {}
    used = -1
    for position, amount in enumerate(amounts):
        following = amounts[position + 1].start if position + 1 < len(amounts) else len(context.text)
        behind = [one for one in _between(times, amount.end, following) if context.text[one.end : one.end + 1] != ":"]
        if len(behind) == 2 and _REST.search(context.facts.masked, behind[0].end, behind[1].start):
            behind = behind[:1]  # `8 mio. kr. i 2025 og resten i 2026`
        before = amounts[position - 1].end if position else 0
        ahead = [one for one in _between(times, before, amount.start) if one.start > used]
        if len(behind) == 1 and _BEHIND.match(context.facts.masked, amount.end, behind[0].start):
            found[position] = behind[0]
        elif not behind and len(ahead) == 1 and (position == 0 or position - 1 in found):
            found[position] = ahead[0]  # behind an amount without a year it may as well be that one's
        used = found[position].start if position in found else used
    return found


def _between(times: Sequence[Time], start: int, end: int) -> Sequence[Time]:
    """Returns the times that begin between two places."""
    return times[bisect_left(times, start, key=_start) : bisect_left(times, end, key=_start)]


def _start(time: Time) -> int:
    return time.start


def _alternate(masked: str, amounts: Sequence[Amount], times: Sequence[Time]) -> bool:
    """Whether amounts and years take turns, or all years stand behind all amounts: `hhv. 9 og 14 i 2025 og 2026`."""
    if times[0].start > amounts[-1].end:
        return times[0].start - amounts[-1].end < 30 and _is_list(masked, amounts) and _is_list(masked, times)
    order = sorted([(one.start, 0) for one in amounts] + [(one.start, 1) for one in times])
    kinds = [kind for _, kind in order]
    return kinds in ([0, 1] * len(amounts), [1, 0] * len(amounts))


def _is_list(masked: str, figures: Sequence[Amount | Time]) -> bool:
    """Whether only little words stand between figures: `9 og 14`, and not `22,9, heraf 8`."""
    ends, starts = [one.end for one in figures[:-1]], [one.start for one in figures[1:]]
    return all(_AND.fullmatch(masked, end, start) for end, start in zip(ends, starts, strict=True))


def _loan(context: Context, known: Known, amount: Amount, year: Time | None) -> Iterator[Found]:
    filled = [value for _year, value in known.loans if value]
    size = amount.size
    if not filled or size.lowest > _MOST_TIMES * max(known.amounts):
        return
    if year is None:
        if size.highest and not any(size.may_be(value) for value in known.amounts):
            yield loan_said(context, known, amount.start, amount.end, None)
        return
    key = str(year.first.year)
    of_year = known.loans_of(key)
    if any(size.may_be(value) for value in of_year) or (year.first.year != year.last.year):
        return
    is_whole = len(filled) > 1 and size.may_be(sum(filled))
    if year.end <= amount.start and is_whole and not _WHOLE.search(context.facts.masked[year.end : amount.start]):
        return  # `kommunen søger i 2025 om 22,9 mio. kr.`: the year may be that of the application
    start, end = _with_year(context, amount, year)
    if key not in context.round.year_keys:
        if any(size.may_be(value) for value in known.amounts):
            yield loan_said(context, known, start, end, None)
        return
    if of_year or any(size.may_be(value) for value in known.amounts):
        has_whole = not of_year and not any(size.may_be(value) for value in filled)
        if not has_whole:
            yield loan_said(context, known, start, end, key)


def _with_year(context: Context, amount: Amount, year: Time) -> tuple[int, int]:
    """Returns where an amount and its year stand, where they stand near each other: both are what contradicts."""
    if year.start >= amount.end:
        return amount.start, year.end if year.start - amount.end <= _NEAR_YEAR else amount.end
    return year.start if amount.start - year.end <= _NEAR_YEAR else amount.start, amount.end


def _cost(context: Context, known: Known, amount: Amount) -> Iterator[Found]:
    if not known.costs or amount.size.lowest > _MOST_TIMES * max(known.costs):
        return
    if not any(amount.size.may_be(value) for value in known.amounts | known.costs):
        yield cost_said(context, known, amount.start, amount.end)
