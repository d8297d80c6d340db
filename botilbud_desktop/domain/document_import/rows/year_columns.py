"""Reads tables with the years in their columns: loans, places by law, and the construction cost."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from botilbud_desktop.domain.application import LegalBasis, Origin, PlaceGroup
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.account.wording import IS_SUM, NO_PLACES, OTHER_YEAR
from botilbud_desktop.domain.document_import.rows.answers import Answer, answer_in, no_answer
from botilbud_desktop.domain.document_import.rows.budgets import unit_near
from botilbud_desktop.domain.document_import.rows.groups import Group, table_groups
from botilbud_desktop.domain.document_import.rows.pairs import NO_UNIT, tells_unit
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role
from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.facts.laws import laws_in, without_laws
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.figures import is_year
from botilbud_desktop.domain.table_import.headings import is_plainly_total
from botilbud_desktop.domain.table_import.units import Unit, units_in
from botilbud_desktop.domain.values.amounts import format_number

_HINT = re.compile(r"\s*\([^()]*\)")
_LOAN = re.compile(
    r"(?:ansøgt |det ansøgte |ønsket )?lån(?:ebeløb|ebehov|eramme|esum|eadgang)?"
    r"(?: (?:der )?(?:an)?søge[st] om| ansøgt)?|ansøgt (?:låne)?beløb|ansøges om",
    re.IGNORECASE,
)
_COST = re.compile(r"(?:samlede? )?(?:brutto)?anlægs(?:udgift(?:er)?|sum|ramme)(?: i alt)?", re.IGNORECASE)
_PLACES = re.compile(r"(?:antal|nye|pladser|efter|jf\.|midlertidige|længerevarende|¤+|[ .,:])*", re.IGNORECASE)
_PART = re.compile(r"(?:heraf|deraf|hvoraf)\b", re.IGNORECASE)
_NEW = re.compile(r"\bnye\b|udvid|forøg", re.IGNORECASE)
_TODAY = re.compile(r"\bi dag\b|\bnuværende\b|\beksisterende\b", re.IGNORECASE)
_ACCUMULATED = re.compile(r"akkumul|\bsaml(?:et|ede)\b|\bi alt\b|\bultimo\b", re.IGNORECASE)
_MAY_BE_SUMS = "Tallene er måske lagt sammen fra år til år."
_APPLIED = re.compile(r"ansøg|søge|ønske", re.IGNORECASE)
_MAY_BE_OTHER = "Tabellen siger ikke, om det er det lån, der søges om."
_IS_SUM = "Det er summen af årene."
_WRONG = "Summen er {stated}, men tallene giver {counted}."
_MAY_BE_TODAY = "Tabellen siger ikke, om pladserne er nye."
_HAS_PARTS = "Rækken under fortæller om en del af pladserne."
_COST_OF = "Det er summen af {years}."
_COUNT = "projects[].places_closed_elsewhere"
"""A field of the form that asks for a number of places."""


class _Table(NamedTuple):
    years: Mapping[int, int]
    """The year of each column."""
    total: int | None
    """The column of the sums."""
    unit: Unit | None
    heading: str


def read_year_columns(ledger: Ledger, divided: Divided, round_: Round) -> None:
    """Reads the tables whose heading has years, where they have a row of loans or of places by law."""
    for group in (part for whole in table_groups(ledger.lines) for part in _parts(whole, ledger.lines)):
        spots = [divided.spots[index] for index in group]
        is_free = all(spot.role is Role.CONTENT for spot in spots) and all(map(ledger.is_open, group))
        table = _table(group, ledger.lines) if is_free and len(group) > 1 else None
        if table is None or not set(table.years.values()) & set(round_.years):
            continue
        labels = [_label(ledger.lines[index], table) for index in group[1:]]
        if spots[0].project is None or not any(_LOAN.fullmatch(_bare(label)) or _law(label) for label in labels):
            continue
        _TableReader(ledger, spots[0].project, table, round_).read(group[1:], labels)
        if not all(map(ledger.is_open, group[1:])):
            ledger.close(group[0])


def _parts(group: Group, lines: Sequence[Line]) -> list[Group]:
    """Returns a table as those that stand below each other in it, each with its heading of years, as in a PDF."""
    starts = [at for at in group[1:] if sum(map(is_year, lines[at].cells)) > 1]
    edges = [group[0], *starts, group[-1] + 1]
    return [tuple(at for at in group if first <= at < end) for first, end in pairwise(edges)]


def _table(group: Group, lines: Sequence[Line]) -> _Table | None:
    """Returns what the heading of a table tells; None for one with other columns, or with several of a year."""
    line = lines[group[0]]
    years = {column: int(cell) for column, cell in enumerate(line.cells) if is_year(cell)}
    first = min(years, default=0)
    others = [column for column in line.filled if column >= first and column not in years]
    totals = [column for column in others if is_plainly_total(line.cells[column])]
    is_doubled = len(set(years.values())) < len(years)
    if len(years) < 2 or not first or is_doubled or others != totals or len(totals) > 1:
        return None
    if any(
        column > first and column not in years and column not in totals for at in group for column in lines[at].filled
    ):
        return None
    heading = " ".join(line.cells[column] for column in range(first))
    units = units_in(heading)
    unit = units[0] if len(units) == 1 else unit_near(group, lines)
    return _Table(years, totals[0] if totals else None, unit, heading)


def _label(line: Line, table: _Table) -> str:
    return " ".join(filter(None, line.cells[: min(table.years)]))


def _bare(label: str) -> str:
    return _HINT.sub("", label).strip(" :")


def _law(label: str) -> LegalBasis | None:
    """Returns the law of a row of places, or None where it is none."""
    laws = laws_in(label)
    if len(laws) != 1 or not _PLACES.fullmatch(without_laws(label, laws).strip()):
        return None
    return laws[0].basis


class _TableReader:
    """Reads the rows of one table."""

    def __init__(self, ledger: Ledger, project: int, table: _Table, round_: Round) -> None:
        self._ledger = ledger
        self._project = project
        self._table = table
        self._round = round_
        self._counted: dict[int, int] = {}
        """The places so far, by year."""

    def read(self, rows: Sequence[int], labels: Sequence[str]) -> None:
        """Reads the rows below the heading; those that are none of loans, places or cost stay open."""
        for position, (row, label) in enumerate(zip(rows, labels, strict=True)):
            bare = _bare(label)
            law = _law(label)
            if _LOAN.fullmatch(bare):
                self._loans(row, label)
            elif law is not None and not _TODAY.search(f"{self._table.heading} {label}"):
                has_parts = position + 1 < len(labels) and _PART.match(labels[position + 1]) is not None
                self._places(row, label, law, has_parts=has_parts)
            elif _COST.fullmatch(bare):
                self._cost(row, label)
            elif self._counted and is_plainly_total(bare):
                self._total(row)

    def _answers(self, row: int, path: str, unit: Unit | None) -> dict[int, Answer]:
        """Returns the answers by year; what is none is left out."""
        line, found = self._ledger.lines[row], dict[int, Answer]()
        for column, year in self._table.years.items():
            cell = line.cells[column] if column < len(line.cells) else ""
            if not cell:
                continue
            if (why := no_answer(cell)) is not None:
                self._ledger.leave(row, why, cell)
                continue
            answer = answer_in(cell, path.format(year=min(self._round.years)), self._round, unit)
            if not isinstance(answer.value, int):
                self._ledger.leave(row, answer.remark, cell)
            else:
                found[year] = answer
        return found

    def _in_round(self, row: int, answers: Mapping[int, Answer]) -> dict[int, Answer]:
        """Returns those of the round's years; others are left out."""
        for year, answer in answers.items():
            if year not in self._round.years and answer.value:
                self._ledger.leave(row, OTHER_YEAR.format(year=year), self._cell(row, year))
        return {year: answer for year, answer in answers.items() if year in self._round.years}

    def _cell(self, row: int, year: int) -> str:
        return next(self._ledger.lines[row].cells[column] for column, of in self._table.years.items() if of == year)

    def _place(self, row: int, year: int) -> str:
        column = next(column for column, of in self._table.years.items() if of == year)
        return f"{self._ledger.lines[row].place}, kolonne {column + 1}"

    def _doubt_of_sum(self, row: int, answers: Mapping[int, Answer], path: str, unit: Unit | None) -> str:
        """Accounts for the sum of a row; returns what is wrong with it, or nothing."""
        line, column = self._ledger.lines[row], self._table.total
        cell = line.cells[column] if column is not None and column < len(line.cells) else ""
        if not cell:
            return ""
        stated = answer_in(cell, path.format(year=min(self._round.years)), self._round, unit).value
        counted = sum(answer.value for answer in answers.values() if isinstance(answer.value, int))
        if not isinstance(stated, int) or stated != counted:
            shown = format_number(stated) if isinstance(stated, int) else f"»{cell}«"
            why = _WRONG.format(stated=shown, counted=format_number(counted))
            self._ledger.leave(row, why, cell)
            return why
        self._ledger.leave(row, _IS_SUM, cell)
        return ""

    def _unit_of(self, label: str) -> Unit | None:
        units = units_in(label)
        return units[0] if len(units) == 1 else self._table.unit

    def _loans(self, row: int, label: str) -> None:
        unit, path = self._unit_of(label), "projects[].loan.{year}"
        answers = self._answers(row, path, unit)
        wrong = self._doubt_of_sum(row, answers, path, unit)
        other = "" if _APPLIED.search(f"{self._table.heading} {label}") else _MAY_BE_OTHER
        for year, answer in self._in_round(row, answers).items():
            no_unit = "" if unit is not None or tells_unit(self._cell(row, year)) else NO_UNIT
            self._add(row, year, f"loan.{year}", answer.value, answer, other, no_unit, wrong)
        self._ledger.close(row)

    def _places(self, row: int, label: str, law: LegalBasis, *, has_parts: bool) -> None:
        answers = self._answers(row, _COUNT, None)
        wrong = self._doubt_of_sum(row, answers, _COUNT, None)
        words = f"{self._table.heading} {label}"
        today = _MAY_BE_SUMS if _ACCUMULATED.search(words) else "" if _NEW.search(words) else _MAY_BE_TODAY
        for year, answer in self._in_round(row, answers).items():
            count = answer.value if isinstance(answer.value, int) else 0
            self._counted[year] = self._counted.get(year, 0) + count
            if not count:
                self._ledger.leave(row, NO_PLACES, self._cell(row, year))
                continue
            group = PlaceGroup(year=year, legal_basis=law, origin=Origin.NEW, count=count)
            self._add(row, year, "places", group, answer, today, wrong, _HAS_PARTS if has_parts else "")
        self._ledger.close(row)

    def _cost(self, row: int, label: str) -> None:
        unit, path = self._unit_of(label), "projects[].gross_construction_cost"
        answers = self._answers(row, path, unit)
        wrong = self._doubt_of_sum(row, answers, path, unit)
        known = self._in_round(row, answers)
        if set(known) == set(self._round.years):
            years = " og ".join(self._round.year_keys)
            amount = sum(answer.value for answer in known.values() if isinstance(answer.value, int))
            remark = " ".join(filter(None, (_COST_OF.format(years=years), "" if unit else NO_UNIT, wrong)))
            place = self._ledger.lines[row].place
            self._ledger.add(Fact(self._project, "gross_construction_cost", amount, place, False, remark))
            self._ledger.close(row)

    def _total(self, row: int) -> None:
        """Compares the sum of the places above with what they give."""
        stated = {year: answer.value for year, answer in self._answers(row, _COUNT, None).items()}
        wrong = [year for year in self._counted if stated.get(year) != self._counted[year]]
        if not wrong:
            self._ledger.leave(row, IS_SUM)
            return
        year = wrong[0]
        why = _WRONG.format(stated=f"»{self._cell(row, year)}«", counted=format_number(self._counted[year]))
        self._ledger.leave(row, why)
        for position, fact in enumerate(self._ledger.facts):
            if fact.project == self._project and fact.field == "places":
                self._ledger.facts[position] = fact._replace(is_sure=False, remark=f"{fact.remark} {why}".strip())

    def _add(self, row: int, year: int, field: str, value: object, answer: Answer, *doubts: str) -> None:
        doubt = " ".join(filter(None, doubts))
        remark = " ".join(filter(None, (answer.remark, doubt)))
        place = self._place(row, year)
        self._ledger.add(Fact(self._project, field, value, place, answer.is_sure and not doubt, remark))
