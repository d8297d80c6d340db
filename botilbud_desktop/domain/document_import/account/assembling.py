"""Puts facts together: what agrees is one value, what contradicts is several unsure ones, rows get their number."""

from collections.abc import Hashable, Iterator, Sequence

from botilbud_desktop.domain.application import CapacityToday, DailyRate, PlaceGroup
from botilbud_desktop.domain.cost_plan import CostLine
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.domain.text.sentences import enumerated

_LISTS = frozenset({"places", "daily_rates", "milestones", "capacity_today", "cost_plan.lines"})
_CONTRADICTS = "Der står noget andet i {where}."


def assembled(facts: Sequence[Fact]) -> tuple[Proposed, ...]:
    """Returns the values in the order of the projects, each field's most certain one first."""
    by_field: dict[tuple[int, str], list[Fact]] = {}
    for fact in facts:
        by_field.setdefault((-1 if fact.project is None else fact.project, fact.field), []).append(fact)
    found = sorted(by_field.items(), key=lambda each: each[0][0])
    return tuple(value for (_, field), of_field in found for value in _values(field, of_field))


def _values(field: str, facts: Sequence[Fact]) -> Iterator[Proposed]:
    if field not in _LISTS:
        yield from _of_one_field(facts, facts[0].path)
        return
    for row, of_row in enumerate(_rows(facts)):
        yield from _of_one_field(of_row, facts[0].path / row)


def _of_one_field(facts: Sequence[Fact], path: FieldPath) -> Iterator[Proposed]:
    different: list[Fact] = []
    for fact in sorted(facts, key=lambda each: not each.is_sure):
        same = next((index for index, other in enumerate(different) if _agree(other.value, fact.value)), None)
        if same is None:
            different.append(fact)
        elif fact.source not in different[same].source:
            different[same] = different[same]._replace(source=f"{different[same].source} og {fact.source}")
    for fact in different:
        others = [other.source for other in different if other is not fact]
        remark = fact.remark
        if others:
            remark = " ".join(filter(None, (remark, _CONTRADICTS.format(where=enumerated(others)))))
        yield Proposed(path, fact.value, fact.source, fact.is_sure and not others, remark)


def _agree(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
    return one == other


def _rows(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """Yields the facts of each row: those that are about the same thing."""
    rows: dict[Hashable, list[Fact]] = {}
    for number, fact in enumerate(facts):
        key = (number,) if fact.is_addend else _key(fact.value)
        rows.setdefault(key, []).append(fact)
    yield from rows.values()


def _key(value: object) -> Hashable:
    """Returns what a row is about; two rows with the same are one, or contradict each other."""
    match value:
        case PlaceGroup():
            return (value.year, value.legal_basis, value.origin, value.stay)
        case CapacityToday():
            return (value.legal_basis, value.area)
        case DailyRate():
            return (value.label, value.when, value.provider, value.lowest, value.highest)
        case CostLine():
            return value.label.casefold()
        case Milestone():
            return value.label.casefold()
        case _:
            return repr(value)
