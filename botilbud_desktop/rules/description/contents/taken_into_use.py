"""When the places are taken into use."""

import re
from functools import lru_cache

from botilbud_desktop.rules.description.contents.evidence import IT, Reason
from botilbud_desktop.rules.description.contents.matching import KEPT_WORDS, NOTHING, Found, Said
from botilbud_desktop.rules.description.contents.vocabulary import TIME, is_of_other_object

_USE = (
    r"\bibrugtag\w*|\b(?:tages|tage|taget|tager) (?:\w+ ){0,6}?i brug|\bi brug\b|\bindflyt\w*|\b(?:flytte|flytter|"
    r"flyttes|rykke|rykker) (?:\w+ "
    r"){0,4}?ind\b|\bstå(?:r|et)?(?: \w+){0,3}? (?:klar\w*|færdig\w*|parat)\b|\b(?:er|være|bliver|vil|ventes|"
    r"forventes)(?: \w+){0,3}? "
    r"(?:klar(?:e|t)?|indflytningsklar\w*|beboelig\w*|driftsklar\w*|færdig(?:e|t|byg\w*)?|parat(?:e)?|beboet)\b|"
    r"\bindflytningsklar\w*|"
    r"\bklar (?:til|i|den|pr|medio|primo|ultimo)\b|"
    r"\båbne(?:r|s)?(?: \w+){0,2}? dør\w*|\b(?:åbner|åbne|åbnes|åbning(?!st)\w*|slår dørene op|slås dørene op)\b|"
    r"\bindvi(?:es|else\w*|er)|"
    r"\b(?:de )?første (?:beboere?|borgere?|indflyt\w*|lejere)\b|\bmodtage[rs]? (?:\w+ ){0,3}?(?:borgere|beboere)|"
    r"\bi drift\b|\bdriftsstart\w*|\bdrift fra\b|"
    r"\bfærdig(?:gør\w*|meld\w*|byg\w*|e|t)?\b|\bafslut(?:tes|tet|te|ning\w*)\b|\baflever(?:es|ing\w*|et)\b|"
    r"\boverdrag\w*|\btil rådighed fra\b|"
    r"\bkan (?:\w+ )?(?:bebos|benyttes|bruges|tages i anvendelse)\b|\b(?:tages|taget) (?:\w+ ){0,3}?i anvendelse\b|"
    r"\bdriften (?:begynder|starter|går i gang)\b|\b(?:opstart|start) (?:af|i) (?:\w+ )?(?:\w*tilbud|drift|hus)\w*|"
    r"\b(?:bliver|er|får) (?:\w+ ){0,3}(?:flyttet|rykket) ind\b|\b(?:beboer|borger)\w* overtager\b|"
    r"\b(?:flytter|rykker) (?:folk|borgere|beboere)\w* ind\b|"
    r"\bhjemme til\b|\bbelægges\b|\bopstart af (?:tilbud|drift)\w*|\btilbuddet (?:starter|går i gang)|"
    r"\bbegynder (?:tilbud|drift)\w*|\bnøgle(?:r|rne)\b|\bbor der\b|"
    r"\bvil der bo\b|\bbeboet\b|\bsove\b|\bbeboere? ind\b|\bdørene\b"
)
_STEP = (
    r"\bførste spadestik|\brejsegilde|\bbyggestart\w*|\bbyggeri\w* (?:\w+ )?(?:går i gang|begynder|starter|"
    r"igangsættes|påbegyndes)|"
    r"\blicitation\w*|\budbud\w*|\bprojekter(?:es|ing\w*)|\bbyggetilladelse\w*|\blokalplan\w*|\banlægsstart|"
    r"\bigangsæt\w*|"
    r"\b(?:politisk|endelig) (?:behandling|godkendelse|beslutning)\w*|\bkontrakt\w*|\bmyndighed\w*|\bnedrivning\w*|"
    r"\bistandsættelse\w*|"
    r"\bombygning\w*|\brenovering\w*|\bopstart\b|\bansøgning\w*|\btilsagn\w*|\bbygges\b|\bbegynder\b|\bstarter\b|"
    r"\bpåbegynd\w*|\bgrundkøb\w*|"
    r"\bbyrådet?\w*|\bkommunalbestyrelse\w*|\bkkr\b|\bhøring\w*|\bbyggeperiode\w*|\bspaden\b|\bbyggefase\w*|\bpulje\w*"
)
_ANY = re.compile(rf"\b(?=\w)(?:(?P<use>{_USE})|(?P<step>{_STEP}))")
_USE_ONLY = re.compile(_USE)
_SCHEDULE = re.compile(
    r"\btidsplan\w*|\btidshorisont|(?<!nuværende )(?<!dette )(?<!senere )(?<!givet )\btidspunkt\w*|"
    r"\bhvornår\b"
)
_DIGIT = re.compile("[0-9]")
_WEAK = re.compile(r"færdig|afslut|aflever|overdrag|åbn|klar|nøgle|indvi|første (?:beboer|borger)")
_MONEY = re.compile(r"\blån\w*|\bbudget\w*|\bkr\b|\bmio\b|\bpulje\w*")
_BY_HOMES_ONLY = re.compile(r"indvi|afslut|overdrag|klar til\Z|\Ai brug|drift|bor der|sove|dørene")
"""Done to anything: places, a house or the project must stand in the clause."""
_PLACES_OR_PEOPLE = (
    r"plads(?:er|erne|en)?\b|bolig|lejlighed|værelse|tilbud(?:det|dene)?\b|bosted|hus(?:et|ene)?\b|bygning|byggeri|"
    r"\bprojekt(?:et|er|erne|ets)?\b|\blænge|gård(?:en|ene)?\b|\bvilla|fællesskab|beboer|borger|afdeling|udvidelse|"
    r"\betape|fløj|enhed|\bstedet\b"
)
_HOMES = re.compile(rf"{_PLACES_OR_PEOPLE}|indflyt|\bbrug\b|\bdrift|ibrugtag|flytte")
_IN_USE = "i brug"
_SUBJECT_BEHIND = 25
_OTHER_THING = re.compile(
    r"(?<!i )(?<!af )(?<!med )(?<!efter )(?<!ifølge )(?<!ved )(?<!til )(?<!fra )"
    r"(?:\b(?:visitation|venteliste|hjemmeside|regnskab|frist|afleveringsfrist|leder|ledelse|personale|medarbejder|"
    r"håndværker|rekruttering|køkken|inventar|møbler|pårørende|låne(?!r)|lån(?:et|ene)?\b|puljen)\w*|"
    r"\b\w{3,}(?:tilladelse|beskrivelse|forslag|program|regnskab|aftale|model|adgang|frist|materiale|ansøgning|"
    r"strategi|politik|system|ordning)(?:en|et|er|erne|n|r|rne|met)?\b)"
)
"""Neither homes nor the people in them: what opens, is ready or is taken into use there is something else."""
_OTHER_SUBJECT = re.compile(
    r"\b(?:kommunen|(?:den|det) nye? \w+|byrådet|vi(?= (?:\w+ )?(?:er|bliver|står))|"
    r"\w{3,}(?<!ind)(?<!året)(?<!somm)(?<!vint)(?:en|et|erne)"
    r"(?<!inden)(?<!året)(?<!sommeren)(?<!vinteren)(?<!meget)(?<!alt det)(?<!forventet))"
    r"(?: [\w-]+){0,3} \Z"
)
"""What opens or is ready there is something else: »grunden er klar«, »broen åbner«."""
_FOR_A_WHILE = re.compile(
    r"\bpavillon\w*|\bgenhus\w*|\bflytte[rs]? (?:\w+ ){0,4}?ud\b|\bmidlertidige \w+ [^.;]{0,40}, mens\b|"
    r"\bmidlertidigt (?!ophold|botilbud|tilbud)\w+"
)
"""While the house is built, the people live elsewhere."""
_READY_TO = re.compile(
    r"(?:(?<=klar)|(?<=klare)|(?<=færdig)|(?<=færdige)|"
    r"(?<=klar til))(?: til)? (?:byggeri\w*|udbud|nedrivning|projektering|ombygning|behandling|underskrift|afsendelse|"
    r"byggemodning)\b|"
    r"(?:(?<=klar)|(?<=klare)|(?<=færdig)|(?<=færdige)|"
    r"(?<=klar til))(?: (?:med|til))? at (?!(?:blive )?(?:tage|bruge|modtage|flytte ind|rykke ind))"
)
"""Ready to do something else than to move in."""
_OR = re.compile(r"\b20[0-9]{2} eller (?:[\w.]+ ){0,2}20[0-9]{2}\b")
_OUTSIDE = re.compile(r", (?:og|men|når|hvis|efter at|inden|mens)\b|;|\b(?:når|efter at|før) ")
_PREPARING = re.compile(
    r"\blokalplan\w*|\budbud\w*|\bprojektering\w*|\blicitation\w*|\bmyndighed\w*|\bvvm\b|\bhøring\w*|"
    r"\bforhandling\w*|\baftale\w*|\bkontrakt\w*|"
    r"\bbyggetilladelse\w*|\banalyse\w*|\bansøgning\w*|\bpulje\w*|\båbent hus\b|\bvindue\w*|\bskema\w*|"
    r"\btegninger\w*|\bvej\w*|\bplanlægning\w*|"
    r"\bnedrivning\w*|\bråhus\w*|\bskitse\w*|\bprogrammering|\bbudget\w*|\bdagtilbud\w*|\bskole\w*|\bplejehjem\w*|"
    r"\bdrøftelse\w*|\btidsplan\w*|\bvisiter\w*"
)
_TENDERS = re.compile(r"\btilbud(?:dene|ene)? (?:\w+ ){0,2}?\Z")
_TENDERED = re.compile(r"\budbud|\blicitation|\bbyder|\bbydende")
"""Tenders are opened there, and no house."""
_NEXT = re.compile(r", (?:så|og|hvorefter|inden|mens)\b|;")
"""What ends the clause of a step: the time behind it is of something else."""
_PAST = re.compile(r"\b(?:blev|er (?:oprindelig\w*|for nylig|allerede)|oprindelig\w*) (?:\w+ ){0,2}\Z")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])|'([0-9]{2})\b")
_SHORT = re.compile(r"(?:[./ -]|kvartal |halvår )'?([0-9]{2})\Z")


@lru_cache(KEPT_WORDS)
def _is_of_use(words: str) -> bool:
    return _USE_ONLY.search(words) is not None


@lru_cache(KEPT_WORDS)
def _is_schedule(words: str) -> bool:
    return ("tid" in words or "hvorn" in words) and _SCHEDULE.search(words) is not None


def read(said: Said) -> Found:
    """Returns whether the words tell when places are taken into use."""
    if is_of_other_object(said.words):
        return NOTHING
    steps = list(_ANY.finditer(said.words))
    uses = [found for found in steps if found["use"] and _is_use(said, found)]
    above = not uses and (_is_of_use(said.heading) or _is_schedule(said.heading) or _is_of_use(said.before))
    if not steps and not above and not _is_schedule(said.words):
        return NOTHING
    has_figures = _DIGIT.search(said.words) or _DIGIT.search(said.heading)
    times = [found for found in TIME.finditer(said.words) if _is_ahead(found, said)] if has_figures else []
    if _OR.search(said.words):
        return Found(is_about=True, why=Reason.OPEN)
    if uses:
        hits = _timed(said.words, steps, uses, times)
        if hits:
            return Found(IT, tuple(hits), is_about=True)
        return Found(is_about=True)
    if above and times and not any(found["step"] for found in steps):
        is_only_schedule = not _is_of_use(said.heading) and not _is_of_use(said.before)
        if _is_bare(said.words) or (not is_only_schedule and _is_of_the_project(said)):
            return Found(IT, (times[0].start(),), is_about=True)
        return Found(is_about=True)
    if any(found["use"] for found in steps) and times:
        return Found(is_about=True, why=Reason.OTHER_SENSE)
    if _is_schedule(said.words):
        is_answer = times and not steps and _is_bare(said.words)
        return Found(IT, (times[0].start(),), is_about=True) if is_answer else Found(is_about=True)
    return NOTHING


def _is_of_the_project(said: Said) -> bool:
    """Whether a sentence below »Ibrugtagning« is of the places, and of no plan, loan or other house."""
    is_of_homes = said.is_named or _HOMES.search(said.words) is not None
    return is_of_homes and not _PREPARING.search(said.words) and not _MONEY.search(said.words)


def _is_bare(words: str) -> bool:
    """Whether a sentence is a time and little more: »1. kvartal 2026.«"""
    return len(TIME.sub("", words).split()) <= 4


def _is_use(said: Said, found: re.Match[str]) -> bool:
    """Whether words tell of places taken into use, and not of a plan that is finished or a house of long ago."""
    words = said.words
    ahead = words[max(found.start() - 50, 0) : found.start()]
    if _PAST.search(ahead) or _FOR_A_WHILE.search(words):
        return False
    if _READY_TO.match(words, found.end()):
        return False
    if _TENDERS.search(ahead) and _TENDERED.search(words):
        return False
    if _WEAK.search(found[0]) and _PREPARING.search(f"{ahead[-45:]}{found[0]}{words[found.end() : found.end() + 25]}"):
        return False
    start = max(words.rfind(mark, 0, found.start()) for mark in ",;:") + 1
    end = min(at for mark in ",;" if (at := words.find(mark, found.end())) >= 0 or (at := len(words)))
    if _OTHER_THING.search(words[start : min(found.end() + _SUBJECT_BEHIND, end)]):
        return False
    if found[0] == _IN_USE and not words[start : found.start()].strip():
        return True
    if said.is_named or _HOMES.search(words[start:end]):
        return True
    return not (_BY_HOMES_ONLY.search(found[0]) or _OTHER_SUBJECT.search(words[start : found.start()]))


def _is_ahead(found: re.Match[str], said: Said) -> bool:
    """Whether a time has a year, of its own or in the sentence, that is not over before the round begins."""
    years = _years(found[0]) or _years(said.words) or _years(said.heading)
    first = min(said.years, default=0) - 1
    return any(year >= first for year in years)


def _years(words: str) -> list[int]:
    years = [int(found[1]) if found[1] else 2000 + int(found[2]) for found in _YEAR.finditer(words)]
    if not years and (short := _SHORT.search(words)):
        years = [2000 + int(short[1])]
    return years


def _timed(words: str, steps: list[re.Match[str]], uses: list[re.Match[str]], times: list[re.Match[str]]) -> list[int]:
    """Returns where the times of the uses stand: the next one behind, else the last ahead that no other step has."""
    used: set[int] = set()
    hits = []
    for number, step in enumerate(steps):
        following = steps[number + 1].start() if number + 1 < len(steps) else None
        behind = [
            time
            for time in times
            if time.start() >= step.end()
            and (following is None or time.start() < following)
            and time.start() not in used
            and (step in uses or not _NEXT.search(words, step.end(), time.start()))
        ]
        ahead = [
            time
            for time in times
            if time.end() <= step.start()
            and time.start() not in used
            and (step not in uses or not _OUTSIDE.search(words, time.end(), step.start()))
        ]
        match = behind[0] if behind else ahead[-1] if ahead else None
        if match is None:
            continue
        used.add(match.start())
        if step in uses:
            hits.append(match.start())
    return hits
