"""Times of completion and of taking into use that the table has not: `afsluttes den 30. november 2026`."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from botilbud_desktop.domain.facts.times import Bound, Grain, Time
from botilbud_desktop.rules.contradictions.context import Context, clause_before, clause_behind
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.identity.capacity_years import is_of_places, may_be_in
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.loose_times import SaidTime, all_times
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.subjects import is_of_project
from botilbud_desktop.rules.contradictions.wording import completion_said, years_said

_FINISHED = (
    r"afslut\w*|færdigt byggeri(?=:)|byggeafslutning\w*|projektafslutning\w*|færdig\w*|aflever\w*|fuldfør\w*|"
    r"overdrag\w*|gennemført|er slut|slutter|afsluttet|"
    r"håndværkerne er ude|håndværkerne slipper|tilendebragt\w*|tilendebringes|slutdato\w*|"
    r"deadline for (?:byggeriet|projektet|ombygningen)|sluttidspunkt\w*|i mål|"
    r"byggeriet overtages"
)
_USED = (
    r"ibrugtag\w*|tages i brug|tage i brug|taget i brug|i brug|indflyt\w*|flytter (?:[\wæøå]+ ){0,5}ind|"
    r"flytte (?:[\wæøå]+ ){0,2}ind|flyttes ind|flytter(?= til| over| hertil)|åbne[rst]?|åbning\w*|indvie(?:s|"
    r"lse|lsen)(?! af)|"
    r"slår dørene op|rykker? (?:[\wæøå]+ ){0,3}ind|tager? (?:[\wæøå]+ ){1,4}i brug|"
    r"(?:kan|kunne) (?:bruges|benyttes)(?= fra)|beboerne overtager|bebos|beboet|nøgle\w*|"
    r"modtager? (?:de|sine) første|første (?:beboere|borgere)|i drift|idriftsæt\w*|"
    r"klart? til (?:brug|indflytning|ibrugtagning)|klart?|velkommen"
)
_WORD = re.compile(rf"(?<!\w)(?:(?P<finished>{_FINISHED})|(?P<used>{_USED}))(?!\w)")
_STEP = re.compile(
    r"(?<!\w)(?:første spadestik|spadestik\w*|rejsegilde\w*|bygge(?:start|riet (?:begynder|starter|påbegyndes|"
    r"igangsættes|går i gang))\w*|igangsæt\w*|begynder|starter|påbegynd\w*|"
    r"licitation\w*|udbud\w*|projektering\w*|byggetilladelse\w*|lokalplan\w*|nedrivning\w*|nedrives|støbning|"
    r"kontrakt\w*|vedtog\w*|vedtaget|besluttede|"
    r"besluttet|godkend\w*|behandlede?|behandlet|behandles|drøftet|drøftede|møde\w*|opsagt|fraflyt\w*|råhus\w*|"
    r"ansættes|rekrutter\w*|ansøgningsfrist|lån\w*|søges|"
    r"købes|byggemodn\w*|projekteres|tegnes|ryddes|"
    r"mio|kr|finansier\w*|betales|forfalder|købt|overtog|overtaget|renoveret|opført i|fra 1[0-9]{3}|takst\w*|"
    r"pris\w*)(?!\w)"
)
_OTHER_THING = re.compile(
    r"(?<!\w)(?:journalsystem|system\w*|vagtcentral\w*|vejen|adgangsvej\w*|skole(?:n|start)?|dagtilbud\w*|"
    r"stikvej\w*|tilkørsel\w*|parkeringsplads\w*|børnehave\w*|plejecenter|plejehjem\w*|bane\w*|bro\w*|"
    r"cykelsti\w*|aktivitetshus\w*|"
    r"carport\w*|multihal\w*|herberg\w*|lejemål\w*|kloster|projekt(?:et)? (?:havre|fra)|et andet projekt|"
    r"tidligere projekt|krisecent\w*|frist\w*|ansøgning\w*|hovedbygning\w*|"
    r"forundersøg\w*|analyse\w*|udredning\w*|lokalplan\w*|udbud\w*|rådgiver\w*|kontrakt\w*|aftale\w*|"
    r"projektering\w*|rapport\w*|pavillon\w*|barak\w*|genhus\w*|ud i (?:midlertidige|lejede))(?!\w)"
)
_SO = re.compile(
    r"\A\W*(?:og )?(?:det|dette|hvilket) (?:sker|forventes|ventes|skal ske|kan ske|bliver)(?: at ske|"
    r" ske)?(?: \w+)? ?"
    r"(?:den |i |fra )?\Z"
)
_AND_USED = re.compile(r",? og (?:alle |de )?(?:pladser(?:ne)? |boliger(?:ne)? |det |den |huset |kan |klar til )*")
_THING = re.compile(
    r"(?:\A|(?<= og )|(?<= mens ))\W*(?!forventet|ventet|planlagt)[a-zæøå]{3,}(?:en|et|erne) "
    r"(?:(?:er|bliver|kan|skal|forventes|ventes|vil|står|stå|være) )*\Z"
)
_MOVING_ENDS = re.compile(
    r"(?<!\w)(?:indflytning|overflytning|flytning|indfasning)(?:en)?(?: (?!byggeri|projekt)[^ ;:]{1,20}){0,14}"
    r" (?:afsluttet|afsluttes|færdig|slut|tilendebragt) (?:den |i |inden )?\Z"
)
"""What ends then is that people move in, and not the building."""
_LASTS = re.compile(
    r"(?<!\w)(?:bygge|anlægs|udførelses)?(?:perioden|riet|tiden|arbejdet|ombygningen|renoveringen|projektet) "
    r"(?:løber|varer|strækker sig|pågår|foregår)"
    r" (?:fra [^;:.]{2,40} )?(?:frem )?til (?:og med )?(?:den |ca\. |medio |ultimo |primo )?\Z"
)
"""Until when it is built: `byggeperioden løber fra januar til oktober 2026`."""
_SAME = re.compile(
    r",? ?\(?(?:nærmere bestemt|helt præcist|mere præcist|præcis|det vil sige|dvs\.|altså|konkret|forventeligt) "
    r"(?:til |fra |pr\. )?(?:den )?"
)
"""What stands ahead of the same time told more exactly."""
_EXPECTED = re.compile(r"(?:forventet|forventelig\w*|ventet|planlagt|endelig|senest|dato for|tidspunkt for)?")
_ITEM = re.compile(r"\A\s*(?:ad )?[0-9a-z]{1,2}[.):] ")
_DASHES = " -–•*:|."
_LEADS = re.compile(r"[\s:|-]*(?:(?:den|i|fra|pr\.|til|omkring|ved|senest|forventes|ventes|forventet)[ :]?)*")
_OTHER_PROJECT = re.compile(
    r"(?<!\w)(?:(?:kommunens|vores|et) (?:øvrige|andet|andre) (?:projekt|byggeri)(?:er)?(?!\w)|[a-zæøå]+-projektet )"
    r"[^;\n]{0,80}\Z"
)
_PARTLY = re.compile(
    r"(?<!\w)(?:de første|den første|første etape|etape (?:1|i|ét)|[1-3]\. etape|de sidste|de øvrige|"
    r"de resterende|delvis\w*|den ene|det ene|det første|det nordlige|det sydlige|hus (?:\w|[0-9])|"
    r"[0-9a-zæøå]{1,30}fløjen|(?:fløj|blok|længe|afsnit|afdeling) (?:\w|[0-9]{1,2})|"
    r"[0-9a-zæøå]{1,30} af (?:de|pladserne|boligerne|husene)|bygning \w|dele af|del af|enkeltvis|"
    r"[0-9]+ af|to pladser|tre pladser|fire pladser)(?!\w)"
)
_OTHERS_TOO = re.compile(
    r",? (?:og |mens |samt )?(?:de|den|det) (?:øvrige|sidste|resterende|andre|næste|anden|"
    r"andet)(?: (?!er|bliver|skal)[\wæøå]+){0,3}?"
    r"(?: (?:i|den|til|først i|fra|pr\.))? ?"
)
_NOT = re.compile(r"(?<!\w)(?:ikke|hvis|såfremt|tidligst hvis|endnu|skulle|uden (?:lån\w*|tilsagn|puljen))(?!\w)")
_UNTOUCHED = re.compile(r"\A[^,;.]{0,30}?(?:påvirkes|berøres|ændres|rykkes|udskydes) ikke")
_WHOLE_ENDS = re.compile(
    r"(?<!\w)(?:projektet|byggeriet|byggeprojektet|ombygningen|huset|botilbuddet|arbejdet|renoveringen|det hele|alt|"
    r"nybyggeriet) [^,;.]{0,40}?(?:afslut\w*|færdig\w*|tilendebragt|aflever\w*|overdrag\w*)(?: endeligt| helt)? "
    r"(?:den |i )?\Z"
)
_BY_THEN = re.compile(r"(?<!\w)(?:når|førend) (?:[a-zæøå]+ )?\Z")
"""What is said is so when that time comes: `taget i brug, når sommerferien 2026 begynder`."""
_LATEST = timedelta(days=75)
"""How long after completion places may be taken into use."""
_DAY = timedelta(days=1)
_REACH = 90
_BESIDE = 12
_FAR = 300


def time_contradictions(context: Context) -> Iterator[Found]:
    """Yields times at which the project is said to be finished or taken into use, and cannot be."""
    found: list[tuple[Sentence, SaidTime, Known, bool]] = []
    said = all_times(context)
    times = [one.time for one in said]
    is_finish: bool | None = None
    for one, last, time, following in zip(said, (None, *times), times, (*times[1:], None), strict=False):
        sentence = context.sentence_at(time.start)
        known = context.scope_at(sentence, time.start)
        is_finish = (
            is_finish if _goes_on(context, sentence, last, time) else _kind(context, sentence, last, time, following)
        )
        if is_finish is not None and not _is_elsewhere(context, sentence, time, last.end if last else 0):
            found.append((sentence, one, known, is_finish))
        elif (
            is_finish is None
            and known.years
            and is_of_places(context, sentence, time)
            and not may_be_in(time, known, context.before(sentence, time.start))
            and not _is_of_a_step(context, sentence, time)
        ):
            yield years_said(context, known, _with_preposition(context, time), time.end)
    agrees = {known.projects for _, one, known, is_finish in found if is_finish and _may_be_completion(one, known)}
    told = agrees | {
        known.projects
        for _, one, known, _is_finish in found
        if one.time.grain in (Grain.DAY, Grain.MONTH) and _may_be_completion(one, known)
    }
    for sentence, one, known, is_finish in found:
        if known.completions and all(
            _is_wrong(context, sentence, time, known, is_finish, agrees, told) for time in one.meant
        ):
            yield completion_said(context, known, one.time.start, one.time.end)


def _may_be_completion(one: SaidTime, known: Known) -> bool:
    return len(one.meant) == 1 and any(map(one.time.may_be, known.completions))


def _is_wrong(
    context: Context,
    sentence: Sentence,
    time: Time,
    known: Known,
    is_finish: bool,
    agrees: Collection[tuple[int, ...]],
    told: Collection[tuple[int, ...]],
) -> bool:
    before = context.before(sentence, time.start)
    if _lasts_until(before):
        time = time._replace(bound=Bound.AT)
    if _is_a_stage(context, sentence, time, known, told):
        return False
    if is_finish:
        return not _finishes(time, known, before)
    if _BY_THEN.search(before) and time.last >= min(known.completions):
        return False
    return not _is_used(time, known, has_finish=known.projects in agrees)


def _is_a_stage(
    context: Context, sentence: Sentence, time: Time, known: Known, told: Collection[tuple[int, ...]]
) -> bool:
    """Whether a time ahead of the completion may be that of some of the places: not all come at once."""
    if time.last >= max(known.completions):
        return False
    if known.years and time.last.year < min(known.years):
        return False
    before = context.before(sentence, time.start)
    if _WHOLE_ENDS.search(before) and not _PARTLY.search(before):
        return False
    numbers = [one.size.highest for one in context.facts.counts if sentence.start <= one.number_start < time.start]
    is_part = any(number < known.total for number in numbers)
    return known.projects in told or is_part or _PARTLY.search(context.before(sentence, time.start)) is not None


def _goes_on(context: Context, sentence: Sentence, last: Time | None, time: Time) -> bool:
    """Whether a time has the verb of the one before it: `de første åbner i maj 2026 og de øvrige i juni 2026`."""
    if last is None or last.end < sentence.start or time.start - last.end > _REACH:
        return False
    return any(one.fullmatch(context.facts.masked, last.end, time.start) for one in (_OTHERS_TOO, _SAME))


def _kind(context: Context, sentence: Sentence, last: Time | None, time: Time, following: Time | None) -> bool | None:
    """Whether a time is said to be of the completion (True) or of the taking into use (False)."""
    before_end = max(sentence.start, last.end if last is not None else 0)
    before = context.facts.masked[max(before_end, time.start - _REACH) : time.start]
    after_end = min(sentence.end, following.start if following is not None else sentence.end)
    behind = context.facts.masked[time.end : min(after_end, time.end + 50)]
    words = list(_WORD.finditer(before))
    if _SO.search(before):
        return _kind_above(context, sentence.heading)
    if (
        words
        and _EXPECTED.fullmatch(_ITEM.sub("", before[: words[-1].start()]).strip(_DASHES))
        and _LEADS.fullmatch(before, words[-1].end())
    ):
        return words[-1]["finished"] is not None  # `I brug september 2026`
    if len(words) > 1 and words[-2]["finished"] and _AND_USED.fullmatch(before, words[-2].end(), words[-1].start()):
        words.pop()  # `projektet afsluttes og tages i brug den 1. november 2026`
    if words and words[-1]["finished"] and _MOVING_ENDS.search(context.before(sentence, time.start)):
        return False
    if _lasts_until(context.before(sentence, time.start)):
        return True
    if words and _is_only_spoken_of(before, words[-1]):
        return None
    if words and _is_of_a_thing(context, before[: words[-1].start()]):
        return None
    own = context.facts.masked[max(sentence.start, time.start - _FAR) : min(sentence.end, time.end + 60)]
    if words and not _STEP.search(before[words[-1].end() :]):
        return words[-1]["finished"] is not None if is_of_project(own, context.names) else None
    if _STEP.search(before):
        return None
    behind = re.split(r"[;.]|, (?:og|hvorefter|hvor|mens)", behind)[0]
    step, word = _STEP.search(behind), _WORD.search(behind)
    is_of_next = (
        word is not None
        and following is not None
        and following.start < sentence.end
        and following.start - time.end - word.end() < _BESIDE  # `9 pladser i 2025 og afsluttes den 1. maj 2026`
    )
    if word and not is_of_next and not (step and step.start() < word.start()):
        return word["finished"] is not None if is_of_project(own, context.names) else None
    if before_end == sentence.start and len(before) < 12 and (label := _label(sentence.heading)):
        return label["finished"] is not None
    return None


def _kind_above(context: Context, above: str) -> bool | None:
    """Returns what `det sker` is of: what the sentence ahead tells."""
    words = list(_WORD.finditer(above[-_REACH:]))
    return words[-1]["finished"] is not None if words and is_of_project(above, context.names) else None


def _is_of_a_thing(context: Context, before: str) -> bool:
    """Whether what is taken into use is a thing of the project, and not all of it: `varmepumpen tages i brug`."""
    found = _THING.search(clause_before(before))
    return found is not None and not is_of_project(f"{found[0].strip()} er", context.names)


def _is_only_spoken_of(before: str, word: re.Match[str]) -> bool:
    """Whether an opening is what others talk of, or what a plan leads to: `KKR drøftede åbningen den 12. april`."""
    behind = before[word.end() :]
    is_led_to = ":" in behind and len(behind) > _BESIDE
    return is_led_to or ("ing" in word[0] and _STEP.search(clause_before(before[: word.start()])) is not None)


def _lasts_until(before: str) -> bool:
    """Whether it is built until a time: `byggeperioden løber fra januar 2026 til`."""
    return "til" in before[-_BESIDE:] and _LASTS.search(before) is not None


def _label(heading: str) -> re.Match[str] | None:
    """Returns what the words above a time say that it is of, where they are a label and no sentence."""
    return None if heading.endswith(".") or len(heading) > _REACH else _WORD.search(heading)


def _is_elsewhere(context: Context, sentence: Sentence, time: Time, since: int = 0) -> bool:
    """Whether a time is of another thing, denied, or earlier; `since` is where the time ahead of it ends."""
    if sentence.is_deleted or context.facts.text[sentence.end - 1] == "?":
        return True
    before, behind = context.before(sentence, time.start), context.behind(sentence, time.end)
    if (
        context.is_of_another(sentence, time.start)
        or _OTHER_PROJECT.search(before)
        or _NOT.search(before[-_REACH:])
        or _OTHER_THING.search(before[-min(_REACH, max(1, time.start - since)) :])
    ):
        return True
    if re.search(
        r"(?<!\w)(?:blev|fik|dengang|tidligere|oprindelig\w*|i 20(?:1[0-9]|2[0-3])|slettet|scenarie|siden)(?!\w)",
        before,
    ):
        return True
    if _UNTOUCHED.search(behind[:60]):
        return True
    return time.last.year < context.round.years[0] - 1 or _OTHER_THING.search(clause_behind(behind)[:40]) is not None


def _finishes(time: Time, known: Known, before: str) -> bool:
    if any(
        time.may_be(day) or (time.grain is Grain.DAY and abs(day - time.first) <= _DAY) for day in known.completions
    ):
        return True
    if time.bound is not Bound.AT and time.grain is Grain.YEAR:
        return time.last.year >= min(known.completions).year
    return _is_a_part(time, known, before)


def _is_a_part(time: Time, known: Known, before: str) -> bool:
    """Whether a time before the completion may be that of places of another year, or of the first of them."""
    if _WHOLE_ENDS.search(before) and not _PARTLY.search(before):
        return False
    is_before = any(time.first <= day for day in known.completions)
    has_year = time.first.year in known.years or time.last.year in known.years
    return (
        is_before
        and has_year
        and ((len(known.years) > 1 and time.first.year < max(known.years)) or _PARTLY.search(before) is not None)
    )


def _is_used(time: Time, known: Known, *, has_finish: bool) -> bool:
    """Whether places may be taken into use then: at the completion or soon after, or in a year that has places."""
    latest = [day + _LATEST for day in known.completions]
    if time.bound is Bound.BY:
        return (
            any(day <= time.last + _DAY for day in known.completions)
            and time.last.year <= max(_years(latest, known)) + 1
        )
    for day, last in zip(known.completions, latest, strict=True):
        if time.first <= last and time.last >= day - _DAY:
            return True
    if len(known.years) > 1 and time.first.year in known.years and time.first <= max(known.completions):
        return True
    return has_finish and time.first.year in known.years and time.first >= min(known.completions)


def _years(days: Sequence[date], known: Known) -> set[int]:
    return {day.year for day in days} | known.years


def _is_of_a_step(context: Context, sentence: Sentence, time: Time) -> bool:
    """Whether a year is that of a step ahead of the places, or of something else."""
    before, behind = context.before(sentence, time.start), context.behind(sentence, time.end)
    if _STEP.search(clause_before(before)) or _STEP.search(clause_behind(behind)[:60]):
        return True
    return _is_elsewhere(context, sentence, time) or context.is_elsewhere(sentence, time.start, time.end)


def _with_preposition(context: Context, time: Time) -> int:
    before = context.facts.text[max(0, time.start - 16) : time.start]
    found = re.search(r"(?:allerede |først |senere )?i (?:år |året )?\Z", before)
    return time.start - len(found[0]) if found else time.start
