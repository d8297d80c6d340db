"""Names by which a text introduces its project, looked for where it names none of the table's."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.rules.contradictions.identity.called import NAME, WORD, named_as
from botilbud_desktop.rules.contradictions.names import SpokenOf

_KIND = (
    r"(?:[Bb]otilbud(?:det)?|[Bb]osted(?:et)?|[Bb]ofællesskab(?:et)?|[Dd]øgntilbud(?:det)?|"
    r"[Bb]ogruppen?|[Tt]ilbuddet|"
    r"[Pp]rojekt(?:et)?|[Bb]yggeprojekt(?:et)?|[Aa]nlægsprojekt(?:et)?|[Ee]tableringen af|[Oo]pførelsen af|"
    r"[Bb]yggeriet af|[Uu]dvidelsen af|[Oo]mbygningen af)"
)
_BUILT = (
    r"(?:opføres|bygges|nybygges|etableres|indrettes|ombygges|udvides|udvider|omfatter|rummer|bliver|"
    r"skal (?:rumme|være|"
    r"give|tage|ligge|bygges|opføres|huse)|ligger (?:på|i)|vil (?:ligge|rumme|give)|kommer til at (?:rumme|"
    r"ligge|give|få)|giver plads|giver|får|åbner|"
    r"tages|henvender|vil udvide|består af|er (?:et|en|ni|ti|to|tre|fire|"
    r"fem|seks|syv|otte|"
    r"[0-9]+|til|nyt|nybyg\w*|svaret))"
)
_INTRODUCED = re.compile(
    rf"(?<!\w){_KIND}(?: kaldet| med navnet| ved navn|,|:| (?=\())? \(?[»\"“”„]?(?P<kind>{NAME})"
    rf"|(?<!\w)(?P<ends>(?:{WORD} ){{1,3}}(?:Bo|Botilbud|Botilbuddet|Bosted|Bofællesskab))(?!\w)"
    rf"|(?<!\w)(?:pengene (?:går|bruges) til|om midler til|bygge[rs]?|opføre[rs]?|etablere[rs]?|"
    rf"planlægger|udvide[rs]?|[Mm]ed|[Hh]alvdelen af|ansøgning(?:en)? vedr\.|"
    rf"pladser (?:på|i)|boliger (?:på|i)|hjem på|[Bb]eboerne (?:på|i)|[Mm]ålgruppen (?:for|på|i)|"
    rf"(?:[Oo]pførelse|[Ee]tablering|[Uu]dvidelse|[Oo]mbygning|[Ii]ndretning|[Ii]brugtagning|[Ff]ærdiggørelse) af|"
    rf"[Ll]ån\w* (?:(?:skal )?(?:bruges|gå|går) )?til|vedrører|flytter? ind (?:på|i)|"
    rf"søges? (?:kun )?(?:lån )?til) (?P<object>{NAME})"
)
_QUOTES = '»|"|“|”|„'
_CALLED = PrefilteredPattern(
    rf"(?<!\w)(?:beskrivelse|ansøgning|projektbeskrivelse) (?:for|af|om|vedr\.|"
    rf"vedrørende) [»\"“”„](?P<name>{NAME})(?=[«\"”])",
    literals=_QUOTES,
)
_NAMED = PrefilteredPattern(
    r"(?<!\w)(?:projektnavnet|arbejdstitlen|navnet|kommer til at hedde|skal hedde|skal kaldes|døbt) "
    rf"[»\"“”„]?(?P<name>{NAME})",
    literals="navnet|arbejdstitlen|hedde|kaldes|døbt",
)
_CALLED_BEHIND = re.compile(
    r"[«\"”]?, som (?:huset|tilbuddet|botilbuddet|bostedet|stedet|projektet) "
    r"(?:kommer til at hedde|skal hedde|hedder|kaldes|får navnet)"
)
_NAME_AHEAD = re.compile(rf"(?<!\w)(?P<name>{NAME})\Z")
_HOUSE = re.compile(r" (?:Botilbud|Bosted|Bofællesskab)(?= (?:skal|opføres|bygges|etableres|bliver|giver)(?!\w))")
_HOUSE_AHEAD = re.compile(rf"(?:\A|\n|[.!?] )(?P<name>{WORD} (?:Botilbud|Bosted|Bofællesskab))\Z")
_NUMBERED = PrefilteredPattern(
    r"(?<!\w)[Pp]rojekt [1-9A-D],? [»\"“”„](?P<name>[A-ZÆØÅ][^»«\"“”„\n.!?]{2,40})[«\"“”„]", literals=_QUOTES
)
_PROJECT = re.compile(rf"[Mm]ed projekt(?:et)? (?P<name>{NAME})(?= (?:kan|vil|får|bliver|øger|udvider|sænker))")
_LONGEST = 120
_SUBJECT = re.compile(
    rf"(?:\A|\n|[.!?:] |\d\) |,? (?:mens|samt) |, og |\) og )"
    rf"[ \t#*»\"-]*(?P<name>{NAME})[«\"”]? (?={_BUILT}(?!\w)|\([0-9])"
)
_AT = re.compile(
    rf"(?<!\w)(?:[Pp]å|I) (?P<name>{NAME})(?= (?:får|kommer|vil|skal|bliver|opføres|bygges|etableres|indrettes))"
)
_OWNER = re.compile(
    rf"(?:\A|\n|[.!?:] )(?P<name>{NAME})(?<=s) (?:[0-9]{{1,2}}|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|"
    rf"nye|kommende) "
    r"(?:nye )?(?:plads|bolig)"
)
"""A project with its places: `Birkehusets 18 pladser`."""
_IN_TOWN = re.compile(
    r"(?:\A|\n|[.!?:] |[0-9a-z][.)] )(?:Det (?:nye |kommende )?)?(?:[Bb]otilbud(?:det)?|[Bb]osted(?:et)?|"
    r"[Tt]ilbuddet|"
    rf"[Pp]rojektet|[Bb]ofællesskab(?:et)?) i (?P<name>{WORD})(?= (?:skal|får|bliver|bygges|opføres|etableres|"
    rf"giver|"
    r"omfatter|rummer|er drøftet|tages i brug)(?!\w))"
)
_TOWN_AND_KIND = re.compile(
    r"(?P<town>[A-ZÆØÅ][a-zæøå]{2,})(?<!blik)(?<!minde)(?<!solen) (?:Botilbud|Bosted|Bofællesskab|Døgntilbud)"
)
_QUOTED = re.compile(r"[»\"“”„](?P<name>[A-ZÆØÅ][^»«\"“”„\n.!?]{2,40})[«\"“”„]")
_PROJECT_AHEAD = re.compile(
    r"(?:[Pp]rojekt(?:et)? (?:[0-9A-D][,:]? ?)?|[Bb]o(?:tilbud|sted|fællesskab)(?:det|et)? |"
    r"(?:projekter(?:ne)?|botilbud(?:dene)?|"
    r"steder(?:ne)?)[,:]? (?:nemlig )?(?:[»\"“”„][^»«\"“”„\n]{2,40}[«\"”](?:,| og|, og) ){0,3})\Z"
)
_ONE = rf"{WORD}(?: (?:i |på |ved )?{WORD}){{0,2}}"
_LISTED = re.compile(
    r"(?<!\w)(?:(?:projekter|steder|botilbud|tilbud|byggerier)(?: på én gang| i puljen)?(?:, nemlig|: |, |"
    r" nemlig| er)|"
    rf"(?:projekterne|botilbuddene|tilbuddene|bostederne)(?:, nemlig|:|"
    rf" er)?) ?(?P<names>{_ONE}(?:, {_ONE})* og {_ONE})"
)
_ITEM = r"(?:(?:[Pp]rojekt |[Ss]ted )?(?:[1-9A-Ea-e]|[IVX]{1,4})(?:[.):]|,| [–-]) ?)?"
"""What numbers a project ahead of its name: `B) `, `II: `, `Projekt 2, `."""
_LABEL = re.compile(
    rf"(?:\A|\n)[ \t#*-]*{_ITEM}[»\"“”„]?(?P<name>{NAME})[«\"”]?(?=:| –| -|, er | \((?:§|SEL)|[.,] [0-9]|"
    rf"\. (?:Ny|Om)|"
    r"\n|\Z)"
)
_NUMBERED_LABEL = re.compile(
    rf"(?<!\w)(?:[Pp]rojekt|[Ss]ted) (?:[1-9A-E]|[IVX]{{1,3}})[:.,]? (?:er |[–-] )?(?P<name>{NAME})(?=[.,:;\n(]|"
    rf"\Z| [–-])"
)
_THE_OTHER = re.compile(
    rf"[Dd]et (?:andet|ene|første|sidste)(?: projekt| botilbud| tilbud| hus)? (?:er|hedder) (?P<name>{NAME})"
)
_COLON = re.compile(rf"[.;] (?P<name>{NAME})(?=: )")
_BOTH = re.compile(rf"(?<!\w)(?:[Bb]åde|fordeles på|fordelt på|lån\w* til|mellem) (?P<name>{NAME})")
_CELL = re.compile(rf"\| (?P<name>{NAME})(?= \|)")
_EACH = re.compile(_ONE)
_SEGMENT = re.compile(
    rf"(?:\A|(?<=[,:–—-] )|(?<=edr\. )|(?<=edrørende )|(?<=- )|(?<=lån til )|(?<=låneadgang til )|"
    rf"(?<= om )|(?<=Om ))(?P<name>{NAME})(?=\s*(?:\Z|[,:.(]| [–—-] |\n))"
)
_HEAD = 120
_LIKE_A_NAME = re.compile(
    r"(?:gård(?:en)?|hus(?:e|et|ene)?|haven?|park(?:en)?|vænge[rt]?|bakke[nr]?|bo|bofællesskab(?:et)?|"
    r"botilbud(?:det)?|bosted|"
    r"toften?|lund(?:en)?|høj(?:en)?|enge?n?|hjem(?:met)?|dal(?:en)?|skoven?|mosen?|glimt|vang(?:en)?|"
    r"marken?|kilden?|"
    r"kær(?:et)?|cent(?:er|ret)|kollegi(?:um|et)|mølle|ly|nord|syd|øst|vest|midt|strand|fjord(?:en)?|"
    r"dammen|lyst|ager|"
    r"banke[nr]?|pavillon)\Z"
)
_KIND_IN = re.compile(r"(?<!\w)(?:bo|botilbud(?:det)?|bosted|bofællesskab(?:et)?|døgntilbud)(?!\w)")
_NO_NAME = re.compile(
    r"(?:kommune\w*|ministeri\w*|byråd\w*|region\w*|kkr|danmark|socialtilsyn\w*|indenrigs\w*|social\w*|servicelov\w*|"
    r"uc\w*|via|absalon|politi\w*|erhverv\w*|professions\w*|universitet\w*|job\w*|falck|psykiatri\w*|cvr|"
    r"ansøgning\w*|notat|udkast|projekt\w*|bilag|til|fra|vedr|lån|pris|tid|økonomi|baggrund|botilbud\w*|pladser\w*|"
    r"boliger\w*|beboer\w*|borger\w*|målgruppe\w*|udvalg\w*|bygger\w*|bygning\w*|huset|stedet|"
    r"tilbud\w*|nybyg\w*|ombyg\w*|tilbyg\w*|udvid\w*|indret\w*|vi|der|det|de|den|"
    r"med|på|i|ved|om|for|når|da|hvis|efter|under|her|alle|andre|sel|abl|lov\w*|anlæg\w*|etape|fase|"
    r"formål|januar|februar|marts|april|maj|juni|"
    r"juli|august|september|"
    r"oktober|november|december|stk|kr|mio|prader|downs|korsakoff\w*|huntington\w*|asperger\w*|adhd|"
    r"sjælland|fyn|jylland|"
    r"(?:gården|haven|parken|skoven|marken|centret|centeret|hjemmet|kollegiet|møllen|mosen|dalen|fjorden|"
    r"lunden)(?=\Z|,)|"
    r"midtjylland|nordjylland|syddanmark|hovedstaden|parkinson\w*|alzheimer\w*)\Z"
)
_ELSEWHERE_AHEAD = re.compile(
    r"(?<!\w)(?:tidligere|nuværende|nedlagte?|gamle|gammelt|eksisterende|nabo\w*|over for|købt|køb af|"
    r"besøgt|erfaring\w*|"
    r"i dag|hidtil|(?:kommer|flytter|beboer\w*|borger\w*) fra|deles? med|delt med|fælles med|"
    r"aftale\w*|samarbejd\w*|ikke(?! kun| alene)|"
    r"sammen med|ligesom|dengang|lukke\w*|lukning\w*|privat\w*|selvejende|plejehjem\w*|"
    r"plejecent\w*|skolen?|kro(?:en)?|vandrerhjem\w*|hotel\w*|"
    r"stat(?:ion|s)|fond\w*|firma\w*|arkitekt\w*|rådgiver\w*|hospital\w*|sygehus\w*|forening\w*|vej|"
    r"gade)(?!\w)[^.;]{0,30}\Z",
    re.IGNORECASE,
)
_ELSEWHERE_BEHIND = re.compile(
    r"\A[^.;]{0,50}(?<!\w)(?:blev|fik|lukke[rt]?|i dag|findes|eksisterer|drives af|"
    r"var|havde|har i|bor|ligger i nærheden|fortsætter|uændre\w*|hørt|inddraget|orienteret|skete|revet ned|"
    r"rives ned|nedrives|sælges|i drift|"
    r"åbent?|nabo\w*|indgår|regnes)(?!\w)"
    r"|\A[^.;,]{0,30} ikke(?!\w)"
)
_PLACE = re.compile(r" (?:i|ved|på) ")
_NEAR = 60


def called_in(text: str) -> Iterator[SpokenOf]:
    """Yields the names that a text, as it was typed, says to be that of the project: also beside one of the table's."""
    ahead = chain(
        _ahead_of(text, _CALLED_BEHIND, _NAME_AHEAD, takes_match=False),
        _ahead_of(text, _HOUSE, _HOUSE_AHEAD, takes_match=True),
    )
    found = chain(*(one.finditer(text) for one in (_CALLED, _NAMED, _NUMBERED, _PROJECT)))
    for start, end in chain(ahead, named_as(text), (one.span("name") for one in found)):
        if _is_name(text[start:end]):
            yield from _here(text, start, end)


def _ahead_of(
    text: str, words: re.Pattern[str], name: re.Pattern[str], *, takes_match: bool
) -> Iterator[tuple[int, int]]:
    """Yields where a name ends at words, or with them: names are looked for from words that are rare."""
    for found in words.finditer(text):
        end = found.end() if takes_match else found.start()
        first = max(0, end - _LONGEST)
        if one := name.search(text[first:end]):
            yield first + one.start("name"), end


def introduced_in(text: str) -> Iterator[SpokenOf]:
    """Yields the names by which a text that names none of the table's projects speaks of one."""
    for found in _INTRODUCED.finditer(text):
        group = next(key for key, value in found.groupdict().items() if value)
        name = _without_place(found[group])
        if _is_name(name) and (group == "kind" or _is_like_a_name(name)):
            yield from _here(text, found.start(group), found.start(group) + len(name))
    head = text[:_HEAD].partition("\n\n")[0]
    for found in _OWNER.finditer(text):
        name = found["name"].removesuffix("s")
        if _is_name(name) and _is_like_a_name(name):
            yield from _here(text, found.start("name"), found.start("name") + len(name))
    for found in chain(_SUBJECT.finditer(text), _AT.finditer(text), _QUOTED.finditer(text), _SEGMENT.finditer(head)):
        name = _without_place(found["name"])
        if _is_name(name) and _is_like_a_name(name):
            yield from _here(text, found.start("name"), found.start("name") + len(name))


def of_another_town(text: str, names: Sequence[str]) -> Iterator[SpokenOf]:
    """Yields towns that a text has the project in, where the projects are called by a town: `Aars Botilbud`."""
    if all(_is_of_a_town(name) for name in names):
        for found in _IN_TOWN.finditer(text):
            yield from _here(text, *found.span("name"))


def _is_of_a_town(name: str) -> bool:
    found = _TOWN_AND_KIND.fullmatch(name)
    return found is not None and not _is_like_a_name(found["town"])


def listed_in(text: str) -> Iterator[SpokenOf]:
    """Yields the names by which a text tells several projects apart: `to projekter, »Galten Bymidte« og »Ry Bo«`."""
    for found in _QUOTED.finditer(text):
        is_project = _PROJECT_AHEAD.search(text[max(0, found.start() - _NEAR) : found.start()]) is not None
        if is_project and _is_name(found["name"]):
            yield from _here(text, *found.span("name"))
    for found in chain(
        *(one.finditer(text) for one in (_SUBJECT, _LABEL, _CELL, _NUMBERED_LABEL, _AT, _THE_OTHER, _COLON, _BOTH))
    ):
        for start, end in _each_of(found["name"], found.start("name")):
            if _is_name(text[start:end]) and _is_like_a_name(text[start:end]):
                yield from _here(text, start, end)
    for found in _LISTED.finditer(text):
        for one in _EACH.finditer(text, *found.span("names")):
            if _is_name(one[0]):
                yield from _here(text, *one.span())


def _each_of(names: str, start: int) -> Iterator[tuple[int, int]]:
    """Yields where the names stand that `og` joins: `Elmely og Birkehuset`."""
    for one in names.split(" og "):
        yield start, start + len(one)
        start += len(one) + len(" og ")


def _here(text: str, start: int, end: int) -> Iterator[SpokenOf]:
    """Yields a name, unless the words beside it say that it is of something else, or of before."""
    if not _ELSEWHERE_AHEAD.search(text[max(0, start - _NEAR) : start]) and not _ELSEWHERE_BEHIND.match(
        text[end : end + _NEAR]
    ):
        yield SpokenOf(start, end, is_called=True)


def _without_place(name: str) -> str:
    """Returns a name without the town behind it: `Strandgården ved Ebeltoft`."""
    first = _PLACE.split(name, maxsplit=1)[0]
    return first if first != name and _is_like_a_name(first) else name


def _is_name(name: str) -> bool:
    """Whether capital letters begin a name, and not a sentence or the word for someone else."""
    words = [word.strip(".") for word in name.lower().split()]
    return _NO_NAME.match(words[0]) is None or _is_kind(words[0], len(words))


def _is_kind(word: str, words: int) -> bool:
    return words > 1 and _KIND_IN.fullmatch(word) is not None


def _is_like_a_name(name: str) -> bool:
    """Whether a name is like that of a house: `Strandgården`, `Haslev Nord`, `Botilbud Digevej`."""
    lower = name.lower()
    return _KIND_IN.search(lower) is not None or _LIKE_A_NAME.search(lower.split()[-1]) is not None
