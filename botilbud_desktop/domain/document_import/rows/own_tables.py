"""Reads the tables that the program's own notes have: places, rates, milestones, places of today, cost plan."""

import re
from collections.abc import Callable, Sequence

from botilbud_desktop.domain.application import (
    CapacityToday,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Provider,
    RateTime,
    Stay,
)
from botilbud_desktop.domain.choice_wording import ORIGINS, PROVIDERS, RATE_TIMES, STAYS, TREATMENTS, UNITS
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, allocation_of
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.account.wording import NOT_READ
from botilbud_desktop.domain.document_import.rows.groups import Group, table_groups
from botilbud_desktop.domain.document_import.structure.dividing import Divided
from botilbud_desktop.domain.document_import.structure.sections import Section
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import is_total, plain_words
from botilbud_desktop.domain.text.typed_text import tidy
from botilbud_desktop.domain.values.amounts import parse_count, parse_thousands
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

_WORKED_OUT = "Det er regnet ud af andre tal."
_STEPS = (1, 10, 100, 1000)
_STEP = "Afrundingen følger af tallene i tabellen."
_BASIS = re.compile(r"(?P<eligible>-?[0-9.]+) af (?P<total>-?[0-9.]+) (?P<unit>.+)")
_NOT_STATED = "ikke angivet"

type _Reader = Callable[[Sequence[str], Round], object | None]


def read_own_tables(ledger: Ledger, divided: Divided, round_: Round) -> frozenset[int]:
    """Reads the tables whose headings are the program's own; returns the projects whose places stand in one."""
    projects: set[int] = set()
    for group in table_groups(ledger.lines):
        open_lines = [index for index in group if ledger.is_open(index)]
        project = divided.spots[group[0]].project
        headings = tuple(plain_words(cell) for cell in ledger.lines[group[0]].cells)
        found = _KNOWN.get(headings)
        if headings[:2] == (plain_words(round_.row_wording), "ar") and "nyepladserefter" in headings[-1]:
            ledger.close(group[0])
            for index in group[1:]:
                ledger.leave(index, _WORKED_OUT)
            continue
        if found is None or open_lines != list(group):
            _pairs(ledger, divided, group)
            continue
        field, reader = found
        ledger.close(group[0])
        rows = [index for index in group[1:] if not _is_sum(ledger.lines[index].cells, field, round_)]
        for index in group[1:]:
            if index not in rows or project is None:
                ledger.leave(index, _WORKED_OUT)
            else:
                _row(ledger, index, project, field, reader, round_)
        if field == "places" and project is not None:
            projects.add(project)
        if field == "cost_plan.lines" and project is not None:
            _round_to(ledger, project, rows)
    return frozenset(projects)


def _row(ledger: Ledger, index: int, project: int, field: str, reader: _Reader, round_: Round) -> None:
    line = ledger.lines[index]
    try:
        value = reader(line.cells, round_)
    except (NotUnderstoodError, KeyError, ValueError, IndexError):
        value = None
    if value is None:
        ledger.leave(index, NOT_READ)
        return
    ledger.add(Fact(project, field, value, line.place, is_sure=True, is_addend=True))
    ledger.close(index)


def _is_sum(cells: Sequence[str], field: str, round_: Round) -> bool:
    if field == "places":
        return cells[0].startswith("Nye pladser efter")
    return field == "cost_plan.lines" and is_total(cells[0], round_) and not cells[1]


def _places(cells: Sequence[str], round_: Round) -> PlaceGroup:
    laws = {tidy(choice.label): choice.code for choice in round_.legal_bases}
    return PlaceGroup(
        year=int(cells[3]),
        legal_basis=laws[tidy(cells[1])] if tidy(cells[1]) in laws else LegalBasis(cells[1]),
        origin=_coded(ORIGINS, cells[0], Origin),
        count=parse_count(cells[4]),
        stay=None if not _is_said(cells[2]) else _coded(STAYS, cells[2], Stay),
    )


def _rate(cells: Sequence[str], round_: Round) -> DailyRate:
    lowest, _, highest = cells[3].partition("–")
    is_said = _is_said(cells[3])
    return DailyRate(
        label=cells[0] if _is_said(cells[0]) else "",
        lowest=parse_count(lowest) if is_said else 0,
        highest=parse_count(highest or lowest) if is_said else 0,
        when=_coded(RATE_TIMES, cells[1], RateTime) if _is_said(cells[1]) else None,
        provider=_coded(PROVIDERS, cells[2], Provider) if _is_said(cells[2]) else None,
    )


def _milestone(cells: Sequence[str], round_: Round) -> Milestone:
    label, when = (cell if _is_said(cell) else "" for cell in cells[:2])
    return Milestone(label=label, when=when)


def _today(cells: Sequence[str], round_: Round) -> CapacityToday:
    laws = {tidy(choice.label): choice.code for choice in round_.legal_bases}
    area = cells[1] if _is_said(cells[1]) else ""
    return CapacityToday(legal_basis=laws[tidy(cells[0])], area=area, count=parse_count(cells[2]))


def _line(cells: Sequence[str], round_: Round) -> CostLine:
    treatment = next(code for code, words in TREATMENTS.items() if tidy(words) == tidy(cells[1]))
    return CostLine(label=cells[0] if _is_said(cells[0]) else "", amount=parse_thousands(cells[2]), treatment=treatment)


def _is_said(cell: str) -> bool:
    return tidy(cell) not in ("", _NOT_STATED)


def _coded[Code](words: dict[Code, str], cell: str, _kind: type[Code]) -> Code:
    """Returns the code of words.

    Raises:
        KeyError: they are of none.
    """
    return {tidy(text): code for code, text in words.items()}[tidy(cell)]


_KNOWN: dict[tuple[str, ...], tuple[str, _Reader]] = {
    tuple(map(plain_words, headings)): (field, reader)
    for headings, field, reader in (
        (("Pladser", "Lovgrundlag", "Ophold", "År", "Antal"), "places", _places),
        (("Takst", "Hvornår", "Tilbuddet drives", "Kr. pr. døgn"), "daily_rates", _rate),
        (("Milepæl", "Hvornår"), "milestones", _milestone),
        (("Kommunens pladser i dag", "Område", "Antal"), "capacity_today", _today),
        (("Post", "Behandling", "Udgift", "Beregning", "Præcist", "Afrundet"), "cost_plan.lines", _line),
    )
}


def _pairs(ledger: Ledger, divided: Divided, group: Group) -> None:
    """Reads what the cost plan is shared by; all else that stands below its heading is worked out."""
    for index in group:
        line, spot = ledger.lines[index], divided.spots[index]
        if spot.section is not Section.BUDGET or spot.project is None or not ledger.is_open(index):
            continue
        found = _BASIS.fullmatch(line.cells[1]) if len(line.filled) == 2 else None
        units = {tidy(words): unit for unit, words in UNITS.items()}
        if found and plain_words(line.cells[0]) == "fordelesefter" and tidy(found["unit"]) in units:
            basis = CostBasis(
                unit=units[tidy(found["unit"])],
                eligible=parse_count(found["eligible"]),
                total=parse_count(found["total"]),
            )
            ledger.add(Fact(spot.project, "cost_plan.basis", basis, line.place, is_sure=True))
            ledger.close(index)
        elif line.is_row and len(line.filled) > 1:
            ledger.leave(index, _WORKED_OUT)


def _round_to(ledger: Ledger, project: int, rows: Sequence[int]) -> None:
    """Takes the rounding with which the table's amounts follow from its basis."""
    facts = [fact for fact in ledger.facts if fact.project == project]
    basis = next((fact.value for fact in facts if isinstance(fact.value, CostBasis)), None)
    lines = tuple(fact.value for fact in facts if isinstance(fact.value, CostLine))
    if basis is None or len(lines) != len(rows):
        return
    stated = [ledger.lines[index].cells[-1] for index in rows]
    plan = CostPlan(basis=basis, lines=lines)
    fitting = [step for step in _STEPS if _rounded(replace(plan, round_to=step)) == stated]
    if fitting:
        place = ledger.lines[rows[-1]].place
        is_sure = len(fitting) == 1
        step = fitting[0] if 1 in fitting else fitting[-1]
        ledger.add(Fact(project, "cost_plan.round_to", step, place, is_sure, "" if is_sure else _STEP))


def _rounded(plan: CostPlan) -> list[str]:
    allocation = allocation_of(plan)
    return [] if allocation is None else [f"{line.eligible:,}".replace(",", ".") for line in allocation.lines]
