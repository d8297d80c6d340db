"""The words that say what an amount is of: the loan, the cost, or something beside them."""

import re
from collections.abc import Iterator

from botilbud_desktop.rules.contradictions.names import ProjectNames

_LOAN = re.compile(
    r"(?<!\w)(?:lån(?!epulje)\w*|låner|søge[rs]?|søgt|ansøge[rs]?|ansøgt|ansøgning\w*|bede[rs]? om|ønskes(?= ?\Z)|"
    r"beder om|ønskes(?= (?:i |for |til |lån|optaget|fordelt|udnyttet)))(?!\w)|"
    r"(?<=\w)(?<!service)(?<!energi)(?<!realkredit)(?<!bolig)(?<!bank)(?<!kredit)(?:lån|låne(?!pulje)\w*)(?!\w)"
)
_BRUTTO = r"brutto(?!areal|etage)\w*|anlægsudgift\w*|anlægssum\w*"
_COST = re.compile(
    rf"(?<!\w)(?:{_BRUTTO}|anlægsøkonomi\w*|byggesum\w*|projektsum\w*|entreprisesum\w*|"
    r"samle(?:t|de) (?!årlig)(?:\w+ )?(?:udgift\w*|omkostning\w*|pris|økonomi|budget|ramme\w*|investering\w*|"
    r"anlæg\w*|byggeri)|anlæg(?=:| [0-9(]| ?\Z)|anlæg i alt|"
    r"projektøkonomi\w*|byggeriet løber op i|prisen for (?:byggeriet|projektet)|"
    r"investeringen (?:er|bliver|udgør|løber)|byggeriets (?:samlede )?pris|anlægsbudget\w*|anlægsramme\w*|"
    r"rammebeløb\w*|byggeudgift\w*|projektet koster|byggeriet koster|koster i alt|udgifterne? (?:til|ved|"
    r"forbundet|er|bliver|udgør)\w*)(?!\w)"
)
STRONG_COST = re.compile(rf"(?<!\w)(?:{_BRUTTO})(?!\w)")
"""What is the gross cost and nothing less."""
_WEAK_COST = re.compile(
    r"(?<!\w)(?:udgift(?:en|er|erne)?|(?<!hvilket )(?<!som )(?<!der )koste[rt]?|pris(?:en)?(?= (?:er|"
    r"bliver|på|til|for|sat|vurder|opg)|:)|"
    r"(?:kalkuleret|prissat|sat|anslået|budgetteret|opgjort|beregnet) til|[a-zæøå]*overslag(?:et)?(?! fra)|"
    r"anlægsbevilling\w*|budgettet|finansiering(?:en)? af|økonomi|"
    r"løber (?:samlet |alt i alt )?op i|"
    r"løber det (?:samlet )?op i|projektet i alt|hele (?:anlægget|projektet)|"
    r"det hele|(?:renoveres|bygges|opføres|ombygges|indrettes) for|investering\w*|investerer|investeres|(?:projektet|"
    r"byggeriet|huset) til(?= ?\Z)|bruge[rs]?)(?!\w)"
)
"""What tells the cost only where an amount is about as large."""
_OF = re.compile(
    r"\W*(?:i alt )?(?:til(?:stræk\w*)? )?(?:ud )?af (?:de |i alt |en |et |den )?"
    r"(?:(?:samlet |samlede |total )?\w+ )?(?:på |der er opgjort til )?(?:i alt )?"
)
"""What stands between the loan and the cost: `23,8 mio. kr. af 27,9 mio. kr.`."""
_COST_BEHIND = re.compile(
    r"\A,? ?(?:som det hele koster|(?:er det,? )?(?:det )?(?:hele|projektet|byggeriet) koster|"
    r"i (?:samlet |samlede )?(?:udgift(?:er)?|anlæg\w*)|brutto)(?!\w)"
)
_OTHER = re.compile(
    r"(?<!\w)(?:takst\w*|døgn\w*|døgnpris\w*|egenfinansier\w*|egenbetal\w*|medfinansier\w*|kontant|"
    r"øvrige|egne midler|"
    r"kommunen (?:selv )?(?:betaler|afholder|finansierer)|"
    r"(?:renten?|ydelse\w*|afdrag\w*) (?:af|på) lån\w*|"
    r"rente\w*|afdrag\w*|ydelse\w*|realkredit\w*|kommunegaranti|grundkapital\w*|beboerindskud|"
    r"grundkøb\w*|grunden|købt|købte|køber|købes|"
    r"købesum\w*|anskaffelsessum\w*|foreningen|afsat|oplæring|inventar\w*|"
    r"drift\w*|rater|årlig\w*|om året|tilskud\w*|besparelse\w*|sparer?|afslag|herberg\w*|"
    r"bogført|værdi|husleje\w*|løn\w*|"
    r"pr(?!\.? år:)|per|kvadratmeter\w*|m2|tilbygning\w*|puljen (?:er|udgør|rummer)|"
    r"lånepulje\w* (?:er|udgør|på)|pulje på|"
    r"realiser\w*|almene boliger|"
    r"håndværker\w*|nedrivning\w*|projektering\w*|(?<!af )rådgiver(?!e? (?:har|vurderer|oplyser|regner))\w*|"
    r"uforudsete|moms|"
    r"heraf til|garanti\w*|fond\w*|"
    r"bortset fra|undtagen|bud|byggetilladelse\w*|kostede|på markedet|"
    r"(?:haven|grunden|vejen|huslejen|stolen) koster|finansierer (?:selv|kommunen|vi)|lægger selv|"
    r"puljemidler|andre sager|andre formål|rammen? (?:til|for) lån\w*|(?<!om en )(?<!ansøgt )låneramme\w*|"
    r"boliger efter almen\w*)(?!\w)"
)
_PRICE = re.compile(r"(?<!\w)(?:prisen?|priser|koste(?! i alt)|(?:det|som|der|hvad der) koster)(?!\w)")
"""What is a price of anything, but where an amount is as large as the cost."""
_REST = re.compile(r"(?<!\w)(?:resten|resterende|de sidste|differencen)(?!\w)")
_OWN_MONEY = re.compile(
    r"(?<!\w)(?:kommunen (?:selv|betaler|afholder|finansierer)|selv|kontant\w*|egen\w*|egne|kassen?|likvid\w*|"
    r"opsparing\w*|budget\w*|fond\w*|gave|tilskud|skattefinans\w*)(?!\w)"
)
_EARLIER = re.compile(
    r"(?<!\w)(?:fik|fået|bevilg(?:et|ede)|meddelt|imødekommet|ansøgte|søgte|optog|optaget(?! med )|modtog|modtaget|"
    r"tidligere|sidste år|oprindelig\w*|dengang|"
    r"skitse(?!niveau)\w*|første overslag|hidtidige?|[0-9]{4}-runden|forrige|afslag|afvist|frafaldet|opgivet|"
    r"en senere runde|efter det oplyste|"
    r"kommunens (?:samlede )?(?:lån|låneramme|gæld|anlægsramme|anlægsbudget|budget|udgift)\w*|"
    r"(?:er )?(?:steget|faldet|vokset)|(?:budget|udgift)\w* (?:på|til|for) [a-zæøå-]*område\w*|"
    r"kommunen har (?:i [0-9]{4} )?(?:et|en) [^.;]{0,60}?(?:budget|ramme)\w*|"
    r"uden for (?:denne )?(?:ansøgning|pulje|projekt)\w*|ville(?= (?:koste|blive|være))|(?:andre|flere|øvrige|"
    r"nabo) ?kommuner (?:har|søger|fik|søgte)|"
    r"har (?:i [0-9]{4} )?lån for|lån på markedet|"
    r"(?:to|tre|fire|andre|øvrige) (?:andre )?lån\w*|i forvejen|også søgt|desuden søgt|søgt (?!om|"
    r"lån)[a-zæøå]{4,}(?! kommune) (?:[a-zæøå]+ )?om|tidligere lån|lød (?:først|oprindeligt)|restgæld\w*|"
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
PART_OF_COST = re.compile(
    r"(?<!\w)(?:heraf|deraf|hvoraf|herunder|resten|resterende|de sidste|inkl\.?|inklusive|ekskl\.?|plus|dertil|"
    r"hertil|derudover)(?!\w)[^.;]*\Z"
)
_WHOLE_HOUSE = re.compile(
    r"(?<!\w)(?:hele|samlede) (?:huset|bygningen|ejendommen|centeret|centret|området|plejehjemmet|byggeriet|"
    r"kompleks\w*|bostedet)(?!\w)"
)
_NOT = re.compile(r"(?<!\w)(?:ikke|ingen)(?! (?:kun|alene|blot))(?!\w)[^,;]{0,50}\Z")
_PER = re.compile(
    r"(?:\A ?(?:(?:pr\. ?|pr |per |om )[a-zæøå]|/ ?(?:døgn|dag|plads|bolig|år|m|borger|beboer|md|uge|"
    r"time)|i timen|i døgnet|i gennemsnit|om året|årligt|billigere|"
    r"dyrere|lavere|højere|mere|mindre|i besparelse)|\A[^.;,]{0,25}(?<!\w)ikke(?! (?:alene|kun|over))(?!\w))"
)
_GOES_ON = re.compile(
    r"(?:det (?:er|giver|bliver|samlede)|tilsammen|sammenlagt|samlet|i alt|summen|sum|fordelingen|"
    r"fordelt|heraf|deraf|hvoraf|"
    r"resten|de (?:resterende|sidste)|den (?:resterende|sidste) del|pengene|beløbe(?:t|ne)|(?:i |"
    r"for )?20[0-9]{2})(?!\w)"
)
_APPLYING = re.compile(r"(?<!\w)(?:søger|ansøger|beder|ansøgning\w*)(?!\w)[^,;:]{0,30}\Z")
_WHOLE = re.compile(r"(?<!\w)(?:hele|alt|alle|alene|udelukkende)(?!\w)")
_OF_YEAR = re.compile(r"(?<!\w)i (?:år |året )?20[0-9]{2}(?![0-9]|-(?:pris|niveau|pl)|,? ?(?:og|-|/) ?20)")
_YEAR_OF_LAST = re.compile(r"\A \(?(?:i |for )20[0-9]{2}(?=[,;)])")
CLAUSE_BETWEEN = re.compile(r",? (?:fordi|som|der|da|når|hvor|idet) [^,;.]{0,80}, ")
"""A clause in between, whose words say nothing of the amount behind it."""
_BRACKETS = re.compile(r" \((?![^()]*(?:brutto|lån))[^()]{0,80}\)(?=[ ,;.])")
PER_CENT_OF = ("pct. af ", "% af ", "procent af ")
_AMOUNT_FOLLOWS = re.compile(r"(?:, der er opgjort til| på)? (?:ca\. )?\Z")
_LIMIT_BEHIND = re.compile(r" (?:er|ligger|holder sig) (?:inden for|under|i) ")
_WITHOUT_TAX = re.compile(r"(?: |\A|\()(?:uden|ekskl\.?|eksklusive) moms(?!\w)")
_RECKONED = re.compile(r" ?\([0-9,]+ (?:mio\. ?(?:kr\. ?)?)?\+ [0-9]")
"""An amount that is a sum of others: `53 mio. kr. (22 + 31)`."""
_ASKED = re.compile(r"[^.;,)]{0,24}\?")
_INCLUDED = re.compile(r"(?<!\w)(?:inkl\.?|inklusive|omfatter|indeholder|inkluderer)(?!\w)[^.;,)]{0,60}")
_INCLUDED_AHEAD = re.compile(r",? (?:inkl\.?|inklusive) [^.;:()]{0,60}, ?\Z")
_PAID_BY_ITSELF = re.compile(
    r"(?: i 20[0-9]{2})?,? (?:som|der|hvilket) (?:kommunen|vi) (?:selv )?(?:betaler|afholder|finansierer)(?!\w)"
)
_PART_OF_LOAN = re.compile(r"(?<!\w)af (?:lån\w*|beløbet|de) [^.;]{0,30}?(?:går|bruges|anvendes)(?!\w)")
_FOR_WHAT = re.compile(r"(?<=20[0-9][0-9]) til ")
_LIMIT_OF_LOAN = re.compile(r"(?<!\w)lånerammen? (?:\w+ )?(?:udnyttes|søges|fordeles|på)(?!\w)[^,;]{0,30}\Z")
_LOAN_ITSELF = re.compile(
    r"(?<!\w)(?:(?:søger|søges|søgt|ansøger|ansøges|ansøgt|beder) (?:der |vi )?(?:nu |samlet |"
    r"hermed )?om (?:i alt |lån på )?"
    r"|lånet (?:er|udgør|bliver)(?: på)? |lånebehovet (?:er|udgør) |lånebeløb(?:et)? (?:er|på) )\Z"
)
_SUM = re.compile(r"= ?\Z|(?<!\w)(?:i alt|ialt|til ?sammen|sammenlagt|samlet|summen|sum|total\w*|dvs\.|altså)(?!\w)")
_PARTS = re.compile(
    r"(?<!\w)(?:grund(?!lag|et|ig|e |s)\w*|jord\w*|købt|købes|købesum\w*|inventar\w*|rådgivning\w*|haven|"
    r"det giver|privat\w*|dyreste)(?!\w)"
)
_NOT_THE_COST = re.compile(
    r"(?<!\w)(?:hvilket|bor ude|kommunens|kommunerne\w*|har|stod|gamle|pr|fuldt|døgn\w*|havde|var|blev|fik|ville|kunne|"
    r"brugt|brugte|køb\w*|sælge\w*|solgt\w*|"
    r"salg\w*|"
    r"drift\w*|løn\w*|år|årlig\w*|år(?:ene|et|s)|private?|region\w*|andre|andet|anden|plejehjem\w*|pulje\w*|gæld\w*|"
    r"rente\w*|entreprenør\w*|entreprise\w*|model\w*|scenarie\w*|håbe\w*|drøfte\w*|valgt|fravalgt|[a-zæøå-]*område\w*|"
    r"grund(?:en|køb)?|jord\w*|håndværk\w*|budget\w*|hertil|dertil|heraf|hvoraf|deraf|plus|dyrere|billigere|spar\w*|"
    r"besparelse\w*|mer\w*|nabo\w*|etape\w*|fase\w*|lån\w*|lånes|ansøg\w*|søge[rs]?|pladserne|takst\w*|gevinst\w*|hvis|"
    r"ikke|uden|ud over|først|siden|tidligere|oprindelig\w*|hidtil|i dag|resten|egen\w*|selv|kassen?|pct|almene?|"
    r"boligforening\w*|"
    r"heri|herunder|inventar|rådgivning|indtægt\w*|tilskud\w*|fond\w*|hvad|likvid\w*|afsat|næste)(?!\w)|%|\?"
)
_SAME_ORDER = re.compile(r" ?(?:mio\. ?)?(?:kr\. ?)?(?:hhv\.|henholdsvis|og|/|\+|samt) ?")
_WORD = re.compile(r"[a-zæøå]+")
_PLAIN_REACH = 120
_PLAIN = frozenset(
    (
        *("i", "år", "året", "årene", "for", "til", "på", "og", "samt", "hhv", "henholdsvis", "alt", "hvert", "af"),
        *("ialt", "samlet", "sum", "total", "totalt", "det", "den", "første", "andet", "anden", "næste", "følgende"),
        *("ca", "kr", "mio", "mill", "t", "tkr", "først", "siden", "derefter", "dernæst", "begge", "tilsammen"),
        *("med", "falder", "ligger", "søges", "lånes", "optages", "nemlig", "altså", "dvs", "efter", "er", "om"),
        *("de", "to", "projekter", "projekterne", "dertil", "der", "så", "hvoraf", "heraf", "deraf", "brug", "bruges"),
        *("halvdelen", "halvdel", "tredjedel", "tredjedele", "fjerdedel", "fjerdedele", "femtedel", "femtedele"),
        *("dobbelte", "en", "et", "tre", "fire", "knap", "godt", "lige", "meget", "eller", "ad", "giver", "bliver"),
        *("fordelingen", "fordelt", "beløb", "beløbet", "sammenlagt", "summen", "pr", "hver", "deles", "op"),
        *("arbejder", "alene", "kun", "udelukkende", "hele", "fuldt", "ud", "brugt"),
        *("sammen", "ligeligt", "delt", "mellem", "fordeler", "sig", "rækkefølge", "nu", "hvis"),
        *("svar", "samme"),
        *("periode", "perioden", "resten", "resterende", "del", "sidste", "vedkommende", "s", "andelen", "udgør"),
        *("vedrører", "vedrørende", "slutbetaling", "rate"),
    )
)
"""Words that say nothing of what an amount is of."""
_OTHER_PARTS = re.compile(
    r"(?<!\w)(?:rådgivning\w*|rådgiver\w*|jorden|grunden|hvortil|dertil|hertil|"
    r"plus|inventar\w*)(?!\w)[^.;]*[0-9]"
)
_BUILDING_ALONE = re.compile(
    r"(?<!\w)(?:byggeriet koster|byggeudgift\w*|projektet koster|entreprisesum\w*|udgifterne? (?:til|ved))(?!\w)"
)
_BESIDE_THE_LOAN = ("ud over ", "udover ", "foruden ", "uden for ", "oven i ", "ved siden af ", "bortset fra ", "uden ")
IN_BRACKETS = re.compile(r"(?:\b(?!lån|låneadgang|lånet|brutto|anlæg)[a-zæøå]+) \(\Z")
"""A noun right ahead of the bracket says what its amount is of: `haven (1,5 mio. kr.)`."""
RIGHT_AHEAD = re.compile(rf"(?:{_LOAN.pattern}|{_COST.pattern})[^,;.:]{{0,30}}[: ]\Z")
_CLAUSE_END = re.compile(r";|, (?:og |heraf|hvoraf)| ikke | og er ")
_SHORT_CLAUSE_END = re.compile(r"[;.,]| og ")
_BEHIND_REACH, _SHORT_REACH, _EARLIER_REACH = 50, 40, 60


def without_asides(words: str) -> str:
    """Returns the words between two amounts without clauses in between and brackets, which tell of others."""
    return _BRACKETS.sub(" ", _INCLUDED_AHEAD.sub(" ", CLAUSE_BETWEEN.sub(" ", words)))


def loans(own: str) -> list[re.Match[str]]:
    """Returns the words for the loan, but not where something beside it is meant: `ud over lånet`."""
    return [found for found in _LOAN.finditer(own) if not own[: found.start()].endswith(_BESIDE_THE_LOAN)]


def costs(own: str) -> Iterator[re.Match[str]]:
    """Yields the words for the cost, but not where only a share of it is meant: `10 pct. af anlægssummen`."""
    return (
        found
        for found in _COST.finditer(own)
        if not own[: found.start()].endswith(PER_CENT_OF) or _AMOUNT_FOLLOWS.match(own, found.end())
    )


def has_loan(words: str) -> bool:
    """Whether words name the loan, or the applying for it."""
    return _LOAN.search(words) is not None


def has_cost(words: str) -> bool:
    """Whether words name the cost."""
    return _COST.search(words) is not None


def has_role(own: str) -> bool:
    """Whether words ahead of an amount name the loan or the cost."""
    return bool(loans(own)) or any(True for _ in costs(own))


def goes_on(masked: str, start: int) -> bool:
    """Whether a sentence goes on with what the one before it speaks of: `Tilsammen er det 21,8 mio. kr.`."""
    return _GOES_ON.match(masked, start) is not None


def is_applying(words: str) -> bool:
    """Whether words say that someone applies, and not for what."""
    return _APPLYING.search(words) is not None


def is_loan_itself(own: str) -> bool:
    """Whether the words right ahead of an amount leave no doubt that it is the loan: `der søges om 23 mio. kr.`."""
    return _LOAN_ITSELF.search(own) is not None


def is_whole(words: str) -> bool:
    """Whether words say that all of the loan is meant."""
    return _WHOLE.search(words) is not None


def names_loan_behind(behind: str) -> bool:
    """Whether the words behind an amount say that it is lent: `10 mio. kr. i 2025 søges som lån`."""
    return bool(loans(_CLAUSE_END.split(behind)[0][:_BEHIND_REACH]))


def may_be_cost(own: str, behind: str) -> bool:
    """Whether words around an amount may call it the cost, where it is as large as one."""
    if _COST_BEHIND.match(behind):
        return True
    found = list(_WEAK_COST.finditer(own))
    last_loan = max((one.end() for one in loans(own)), default=-1)
    return (bool(found) and found[-1].end() > last_loan) or _OF.fullmatch(own) is not None


def is_plain(own: str, names: ProjectNames) -> bool:
    """Whether only years and little words stand ahead of an amount: then it is of what the words before it are of."""
    return all(word in _PLAIN or names.has_word(word) for word in _WORD.findall(own[-_PLAIN_REACH:]))


def is_other(before: str, own: str, behind: str, *, is_rest_of_loan: bool, is_weak_cost: bool) -> bool:
    """Whether the words around an amount say that it is of something beside the loan and the cost."""
    if _PER.match(behind):
        return True
    vetoes = [_OTHER, *([] if is_rest_of_loan else [_REST]), *([] if is_weak_cost else [_PRICE])]
    others = [found.end() for veto in vetoes for found in veto.finditer(own)]
    roles = [found.end() for found in (*loans(own), *costs(own))]
    if others and not any(end > max(others) for end in roles) and not _LIMIT_OF_LOAN.search(own):
        return True
    clause = _SHORT_CLAUSE_END.split(behind if behind.startswith(" (") else _BRACKETS.sub("", behind))[0][:_SHORT_REACH]
    clause = (
        clause if _PART_OF_LOAN.search(own) else _FOR_WHAT.split(clause)[0]
    )  # `8 mio. kr. i 2025 til grundkøb` are of the loan all the same
    if any(veto.search(clause) for veto in vetoes):
        return True
    if _PAID_BY_ITSELF.match(behind):
        return True
    if _EARLIER.search(_since_label(before, own, roles)) or _NOT.search(before):
        return True
    if _EARLIER.search(_LIMIT_BEHIND.split(behind)[0][:_EARLIER_REACH]):
        return True
    return _RECKONED.match(behind) is not None or _ASKED.match(behind) is not None


def is_without_tax(before: str, behind: str) -> bool:
    """Whether an amount is told without its tax."""
    return _WITHOUT_TAX.search(before) is not None or _WITHOUT_TAX.match(behind) is not None


def is_of_whole_house(before: str) -> bool:
    """Whether an amount may be that of a house of which the project is only a part."""
    return _WHOLE_HOUSE.search(before) is not None


def without_what_is_in_it(behind: str) -> str:
    """Returns the words behind an amount without those that tell what is reckoned in: `inkl. grund og inventar`."""
    return _INCLUDED.sub("", behind)


def _since_label(before: str, own: str, roles: list[int]) -> str:
    """Returns the words ahead of an amount, but of a label only what says its role: `tallene er fået: lån i 2025:`."""
    colon = own.rfind(": ", 0, min(roles, default=0))
    return own[colon:] if colon >= 0 else before


def is_of_year(own: str) -> bool:
    """Whether the words ahead of an amount give it a year; one right behind the amount before is that one's."""
    return _OF_YEAR.search(_YEAR_OF_LAST.sub("", own)) is not None


def is_sum(own: str) -> bool:
    """Whether an amount is called the sum of those before it."""
    return _SUM.search(own) is not None


def says_nothing_else(words: str) -> bool:
    """Whether no word around an amount that is as large as the cost says that it is of anything else."""
    return _NOT_THE_COST.search(words) is None


def has_other_parts(words: str) -> bool:
    """Whether a sentence tells of parts of the cost: an amount of it may be one of the building alone."""
    return _PARTS.search(words) is not None


def is_in_same_order(own: str) -> bool:
    """Whether an amount follows another as the next of the same kind: `26,2 mio. kr. henholdsvis 21,7 mio. kr.`."""
    return _SAME_ORDER.fullmatch(own) is not None


def is_rest(own: str) -> bool:
    """Whether an amount is called the rest of one before it."""
    return _REST.search(own) is not None


def is_of_own_money(words: str) -> bool:
    """Whether words tell of what the municipality pays itself."""
    return _OWN_MONEY.search(words) is not None


def is_of_building_alone(own: str, behind: str) -> bool:
    """Whether an amount is of the building alone, and others are named: `byggeriet koster 22 mio. kr., grunden 3`."""
    return _BUILDING_ALONE.search(own) is not None and _OTHER_PARTS.search(behind) is not None
