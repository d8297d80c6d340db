"""Finds what contradicts the form in a draft's texts: anew only where a text, or what it is compared with, changed."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.facts.municipalities import MunicipalityNames, Named
from botilbud_desktop.domain.facts.reading import Facts, facts_in
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.contradictions.buildings import building_contradictions
from botilbud_desktop.rules.contradictions.context import context_of
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.given_places import given_contradictions
from botilbud_desktop.rules.contradictions.identity.capacity_years import years_of_reference
from botilbud_desktop.rules.contradictions.identity.other_laws import other_law_contradictions
from botilbud_desktop.rules.contradictions.known import Known, known_of, together
from botilbud_desktop.rules.contradictions.laws import law_contradictions, stay_contradictions
from botilbud_desktop.rules.contradictions.money.amounts import money_contradictions
from botilbud_desktop.rules.contradictions.money.derived import derived_contradictions
from botilbud_desktop.rules.contradictions.money.loan_years import loan_year_contradictions
from botilbud_desktop.rules.contradictions.money.tables import table_contradictions
from botilbud_desktop.rules.contradictions.municipalities import municipality_contradictions
from botilbud_desktop.rules.contradictions.named import name_contradictions
from botilbud_desktop.rules.contradictions.names import ProjectNames
from botilbud_desktop.rules.contradictions.places import place_contradictions
from botilbud_desktop.rules.contradictions.scenes import scenes_of
from botilbud_desktop.rules.contradictions.shares import share_contradictions
from botilbud_desktop.rules.contradictions.times import time_contradictions
from botilbud_desktop.rules.text_results import Contradiction, Span
from botilbud_desktop.rules.wording import quoted

MOST_PROJECTS = 50
"""The texts of more projects than that are not read: no round takes so many."""
_CHECKERS = (
    place_contradictions,
    money_contradictions,
    table_contradictions,
    derived_contradictions,
    share_contradictions,
    given_contradictions,
    time_contradictions,
    years_of_reference,
    law_contradictions,
    other_law_contradictions,
    loan_year_contradictions,
    stay_contradictions,
    name_contradictions,
    building_contradictions,
)
_OF_PROJECT = {
    "description": "Projektets beskrivelse",
    "purpose": "Formålet",
    "target_group": "Teksten om målgruppen",
    "economy_note": "Bemærkningen om økonomien",
    "preservation_reason": "Begrundelsen",
}
_MESSAGE = "{text} siger {words}, men {says}. Ret det ene, hvis de handler om det samme."

type _Compared = tuple[object, ...]


class _Text(NamedTuple):
    field: str
    called: str
    text: str
    own: int | None


class _Table(NamedTuple):
    compared: _Compared
    each: tuple[Known, ...]
    all: Known
    names: ProjectNames
    partners: tuple[str, ...]


class _Read(NamedTuple):
    text: str
    facts: Facts
    named: tuple[Named, ...]
    table: _Table
    found: tuple[Contradiction, ...]


class TextChecker:
    """Checks the texts of one draft repeatedly."""

    def __init__(self, round_: Round) -> None:
        self._round = round_
        self._names = MunicipalityNames(round_.municipalities)
        self._table: _Table | None = None
        self._read: dict[str, _Read] = {}

    def contradictions(self, application: Application) -> tuple[Contradiction, ...]:
        """Returns what the texts say otherwise than the form, the overall description first."""
        table = self._table_of(application)
        read = {one.field: self._of_text(one, table, application) for one in _texts(application)}
        self._read = read
        return tuple(chain.from_iterable(one.found for one in read.values()))

    def _table_of(self, application: Application) -> _Table:
        compared = (application.applicant.municipality_code, *map(_compared, application.projects))
        if self._table is None or self._table.compared != compared:
            each = known_of(application.projects, self._round)
            partners = tuple(code for project in application.projects for code in project.partners)
            names = ProjectNames([project.name for project in application.projects])
            self._table = _Table(compared, each, together(each), names, partners)
        return self._table

    def _of_text(self, one: _Text, table: _Table, application: Application) -> _Read:
        known = self._read.get(one.field)
        if known is not None and known.text == one.text:
            if known.table is table:
                return known
            facts, named = known.facts, known.named
        else:
            facts, named = facts_in(one.text, self._round.century), tuple(self._names.found_in(one.text))
        found = sorted(self._found(one, facts, named, table, application), key=lambda each: each.span)
        return _Read(one.text, facts, named, table, tuple(found))

    def _found(
        self, one: _Text, facts: Facts, named: Sequence[Named], table: _Table, application: Application
    ) -> Iterator[Contradiction]:
        applicant = self._round.municipality(application.applicant.municipality_code)
        strangers = (
            list(municipality_contradictions(one.text, named, applicant, table.partners, table.names))
            if applicant
            else []
        )
        # What is said of a municipality that is said to apply is said of the project.
        applying = {found.key for found in strangers}
        others = tuple(
            each
            for each in named
            if (applicant is None or each.code != applicant.code) and ("municipality", each.code) not in applying
        )
        sentences = tuple(scenes_of(one.text, facts.text, table.names))
        context = context_of(
            one.text,
            facts,
            sentences,
            others,
            table.each,
            table.all,
            one.own,
            table.names,
            self._round,
            "" if applicant is None else applicant.name,
        )
        found = list(chain.from_iterable(check(context) for check in _CHECKERS)) if table.each else []
        yield from _told_once(one, [*strangers, *found])


def _told_once(one: _Text, found: Sequence[Found]) -> Iterator[Contradiction]:
    told: set[object] = set()
    ends: dict[str, int] = {}
    for each in sorted(found):
        if each.key in told or each.start < ends.get(each.other, 0):
            continue  # the same value is told of these words already
        told.add(each.key)
        ends[each.other] = each.end
        words = one.text[each.start : each.end]
        message = _MESSAGE.format(text=one.called, words=quoted(words), says=each.says)
        yield Contradiction(one.field, Span(each.start, each.end), each.other, message, words)


def _texts(application: Application) -> Iterator[_Text]:
    """Yields the texts that are not empty."""
    if application.description.strip():
        yield _Text("description", "Den samlede beskrivelse", application.description, None)
    for index, project in enumerate(application.projects[:MOST_PROJECTS]):
        for name, called in _OF_PROJECT.items():
            if (text := getattr(project, name)).strip():
                yield _Text(f"{project_path(index)}.{name}", called, text, index)
    if application.cover_note.text.strip():
        yield _Text("cover_note.text", "Notatet", application.cover_note.text, None)


def _compared(project: Project) -> _Compared:
    """Returns what texts are compared with: a text of the project itself is no part of it."""
    return (
        project.name,
        project.loan,
        project.gross_construction_cost,
        project.places,
        project.places_closed_elsewhere,
        project.share_for_others,
        project.completion_date,
        project.building,
        project.cost_plan,
        project.partners,
    )
