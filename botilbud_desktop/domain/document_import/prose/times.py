"""Reads the times that sentences tell of: milestones in the words they stand in, and when the project is finished."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.wording import IN_TEXT
from botilbud_desktop.domain.document_import.prose.sentences import Sentence
from botilbud_desktop.domain.document_import.rows.answers import is_postponed
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.date_proposals import proposed_date
from botilbud_desktop.domain.values.dates import MONTHS, format_date, parse_date
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

_MONTH = rf"(?:{'|'.join(name if len(name) < 5 else f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)})\.?"
_ORDINAL = r"(?:[1-4]\.?|første|andet|anden|tredje|fjerde)"
_PART = (
    r"(?:primo|medio|ultimo|begyndelsen af|starten af|midten af|slutningen af|udgangen af|inden udgangen af|i løbet af)"
)
_SEASON = r"(?:foråret|sommeren|efteråret|vinteren|forår|sommer|efterår|vinter)"
_TIME = re.compile(
    rf"(?:den |d\. ?)?[0-9]{{1,2}}(?:\.|/|-) ?[0-9]{{1,2}}(?:\.|/|-| )[ ]?(?:20)?[0-9]{{2}}(?![0-9])"
    rf"|(?:den |d\. ?)?[0-9]{{1,2}}\. ?{_MONTH} 20[0-9]{{2}}"
    rf"|20[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}"
    rf"|(?:{_PART} )?{_ORDINAL} (?:kvartal|halvår|kvt\.?)(?: af| i)?,? 20[0-9]{{2}}"
    rf"|(?:{_PART} )?q[1-4],? 20[0-9]{{2}}"
    rf"|(?:{_PART} )?{_MONTH} (?:måned )?20[0-9]{{2}}"
    rf"|(?:{_PART} |{_SEASON} )(?:året |år )?20[0-9]{{2}}"
    rf"|(?<=\bi )20[0-9]{{2}}|(?<=\bfra )20[0-9]{{2}}|(?<=\binden )20[0-9]{{2}}",
    re.IGNORECASE,
)
_STEPS = (
    r"første spadestik|rejsegilde|byggestart|byggeriet? (?:går i gang|begynder|starter|igangsættes|påbegyndes)|"
    r"licitation(?:en)?|udbud(?:det)?|projektering(?:en)?|byggetilladelse(?:n)?|lokalplan(?:en)?(?: vedtages)?|"
    r"anlægsstart|igangsætning(?:en)?|politisk (?:behandling|godkendelse)|kontrakt(?:underskrivelse|en)?|"
    r"myndighedsbehandling(?:en)?|nedrivning(?:en)?|istandsættelsen og indflytning(?:en)?|istandsættelse(?:n)?|"
    r"renovering(?:en)?|ombygning(?:en)?|opstart(?:en)?"
)
_ENDS = (
    r"ibrugtag(?:e[ts]?|en|ning(?:en)?|es)|ta(?:ges|get|ge) i brug|indflytning(?:en)?|"
    r"flytter (?:de første borgere )?ind|aflever(?:ing(?:en)?|es|et)|færdig(?:t|e)?(?:gøres|gjort|bygget|meldes|"
    r"meldt)?|"
    r"afslut(?:tes|tet|ning(?:en)?)|stå(?:r)? klar|åbn(?:er|es|ing(?:en)?)"
)
_STEP = re.compile(rf"\b(?P<step>{_STEPS})\b|\b(?P<end>{_ENDS})\b", re.IGNORECASE)
_IF = re.compile(r"(?:skulle|hvis|såfremt|i tilfælde af|forudsat)\b", re.IGNORECASE)
_LAST_OF_YEAR = re.compile(
    r"(?:(?:inden )?udgangen af |i løbet af |inden )?(?:året )?(?P<year>20[0-9]{2})", re.IGNORECASE
)
_ABOUT = "Der står »{words}«. Det er læst som {day}."
_NAMES = {"taget i brug": "Ibrugtagning", "tages i brug": "Ibrugtagning", "tage i brug": "Ibrugtagning"}


class Time(NamedTuple):
    """A time in a sentence."""

    words: str
    day: date | None
    """The last day that it may mean; None where the words leave it open, as a season does."""
    is_exact: bool


def times_of(sentence: Sentence, round_: Round) -> Iterator[Fact]:
    """Yields the milestones of a sentence, and its time of completion; none of it is sure."""
    if sentence.project is None or is_postponed(sentence.text) or _IF.match(sentence.text):
        return
    times = list(_TIME.finditer(sentence.text))
    steps = list(_STEP.finditer(sentence.text))
    used: set[int] = set()
    for number, step in enumerate(steps):
        following = steps[number + 1].start() if number + 1 < len(steps) else len(sentence.text)
        behind = [time for time in times if step.end() <= time.start() < following and time.start() not in used]
        ahead = [time for time in times if time.end() <= step.start() and time.start() not in used]
        match = behind[0] if behind else ahead[-1] if ahead else None
        if match is None:
            continue
        used.add(match.start())
        time = time_in(match[0], round_)
        label = _NAMES.get(step[0].casefold(), step[0])
        milestone = Milestone(label=f"{label[0].upper()}{label[1:]}", when=match[0])
        yield Fact(sentence.project, "milestones", milestone, sentence.place, is_sure=False, remark=IN_TEXT)
        is_end = step["end"] is not None or "indflytning" in step[0].casefold()
        if is_end and time.day is not None:
            said = IN_TEXT if time.is_exact else _ABOUT.format(words=match[0], day=format_date(time.day))
            yield Fact(sentence.project, "completion_date", time.day, sentence.place, is_sure=False, remark=said)


def completes(label: str) -> bool:
    """Whether a label tells of the end of a project: `Ibrugtagning`, `Aflevering`."""
    found = _STEP.search(label)
    return found is not None and (found["end"] is not None or "indflytning" in found[0].casefold())


def time_in(words: str, round_: Round) -> Time:
    """Reads a time: a date, or the last day of a month, a quarter or a year."""
    try:
        return Time(words, parse_date(words, round_.century), is_exact=True)
    except NotUnderstoodError:
        pass
    bare = re.sub(r" måned ", " ", words, flags=re.IGNORECASE)
    if found := _LAST_OF_YEAR.fullmatch(bare):
        return Time(words, date(int(found["year"]), 12, 31), is_exact=False)
    bare = re.sub(r"^(?:inden |i løbet af )+", "", bare, flags=re.IGNORECASE)
    return Time(words, proposed_date(bare, round_.century), is_exact=False)
