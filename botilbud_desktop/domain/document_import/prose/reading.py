"""Reads the sentences of a document, and tells which of them became values."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.prose.applicant import applicant_of, others_named
from botilbud_desktop.domain.document_import.prose.choices import choices_of
from botilbud_desktop.domain.document_import.prose.money import LeftAmount, money_of
from botilbud_desktop.domain.document_import.prose.places import PlacesReader, YearHint
from botilbud_desktop.domain.document_import.prose.rates import rates_of
from botilbud_desktop.domain.document_import.prose.sentences import sentences_of
from botilbud_desktop.domain.document_import.prose.times import times_of
from botilbud_desktop.domain.document_import.structure.dividing import Divided
from botilbud_desktop.domain.document_import.structure.sections import Section
from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.sentences import enumerated

_APPLICANT = "applicant.municipality_code"
_OF_OTHERS = "Sætningen nævner {names}. Gælder den ansøgningen?"

type Understood = frozenset[tuple[int, str]]
"""The sentences that became values: the index of their line, and their text."""


def read_prose(
    ledger: Ledger,
    divided: Divided,
    round_: Round,
    municipalities: Sequence[Municipality],
    own: Collection[int] = (),
) -> Understood:
    """Reads all sentences; `own` are the projects whose places stand in a table of the program's own."""
    found = list(sentences_of(ledger, divided))
    of_applicant = [fact for fact in ledger.facts if fact.field == _APPLICANT]
    of_applicant = of_applicant or list(applicant_of(ledger.lines, municipalities))
    code = str(of_applicant[0].value) if of_applicant else None
    others = others_named([sentence.text for sentence in found], code, municipalities)
    doubts = {text: _OF_OTHERS.format(names=enumerated(names)) for text, names in others.items()}
    understood: set[tuple[int, str]] = set()
    for sentence, following in pairwise([*found, None]):
        if sentence is None:
            continue
        facts = [*times_of(sentence, round_), *rates_of(sentence), *choices_of(sentence)]
        next_text = following.text if following and following.project == sentence.project else ""
        for one in money_of(sentence, next_text, round_):
            if isinstance(one, LeftAmount):
                ledger.leave(sentence.line, one.why, sentence.text)
            else:
                facts.append(one)
        doubt = doubts.get(sentence.text, "")
        for fact in facts:
            _add(ledger, fact._replace(remark=f"{fact.remark} {doubt}".strip()))
        if facts:
            understood.add((sentence.line, sentence.text))
    for project in range(len(divided.projects)):
        reader = PlacesReader(ledger, project, _hint(project, ledger, divided), round_, doubts)
        of_project = [sentence for sentence in found if sentence.project == project]
        if project in own:  # the sentences above the table tell the same
            of_project = [sentence for sentence in of_project if sentence.section is not Section.PLACES]
        reader.read(of_project)
        understood |= reader.understood
    if not any(fact.field == _APPLICANT for fact in ledger.facts):
        for fact in of_applicant:
            ledger.add(fact)
    return frozenset(understood)


def _add(ledger: Ledger, fact: Fact) -> None:
    """Adds a fact; choices that the words of many sentences suggest are added once."""
    if fact.field in ("building", "coordination"):
        same = (other for other in ledger.facts if (other.project, other.field) == (fact.project, fact.field))
        if any(other.value == fact.value or other.is_sure for other in same):
            return
    ledger.add(fact)


def _hint(project: int, ledger: Ledger, divided: Divided) -> YearHint | None:
    """Returns the year that stands behind the project's name, or that of its completion."""
    if (year := divided.projects[project].name.year) is not None:
        return YearHint(year, is_of_name=True)
    days = [fact.value for fact in ledger.facts if (fact.project, fact.field) == (project, "completion_date")]
    years = {day.year for day in days if hasattr(day, "year")}
    return YearHint(years.pop(), is_of_name=False) if len(years) == 1 else None
