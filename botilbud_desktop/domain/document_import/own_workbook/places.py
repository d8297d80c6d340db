"""The places of the program's own workbook: its sheet of projects has their numbers, another one has them in full."""

from collections.abc import Sequence

from botilbud_desktop.domain.application import PlaceGroup
from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import is_eligible_expansion
from botilbud_desktop.domain.values.amounts import format_number

_DIFFERS = "Arket med projekter har {count} nye pladser i {year}. Hvad er rigtigt?"
_CONTRADICTS = "Et andet ark har noget andet. Hvad er rigtigt?"
_TOLD_BELOW = "Pladserne er læst på det ark, der har dem delt, men tallene er ikke ens."


def with_places_in_full(found: Proposal, added: Proposal, round_: Round) -> Proposal:
    """Returns what was found with the rows of places that another sheet adds, instead of their numbers.

    Where the numbers of a year differ, the rows of that year are not sure.
    """
    projects = {value.field.project for value in added.values if isinstance(value.value, PlaceGroup)}
    values: list[Proposed] = []
    left_out = [*found.left_out, *added.left_out]
    doubts: dict[tuple[int | None, int], str] = {}
    for value in found.values:
        group = value.value
        if not isinstance(group, PlaceGroup) or value.field.project not in projects:
            values.append(value)
        elif _count(added.values, value.field.project, group.year, round_) != group.count:
            count = format_number(group.count)
            doubts[value.field.project, group.year] = _DIFFERS.format(count=count, year=group.year)
            left_out.append(LeftOut(value.source, count, _TOLD_BELOW))
    known = {value.field: value.value for value in values}
    for value in added.values:
        if value.field in known and known[value.field] == value.value:
            continue
        doubt = _CONTRADICTS if value.field in known else ""
        if isinstance(value.value, PlaceGroup):
            doubt = doubts.get((value.field.project, value.value.year), "")
        values.append(value._replace(is_sure=False, remark=doubt) if doubt else value)
    twice = {value.field for value in values if value.remark == _CONTRADICTS}
    doubted = (
        value._replace(is_sure=False, remark=_CONTRADICTS) if value.field in twice else value for value in values
    )
    return Proposal(tuple(doubted), tuple(left_out))


def _count(values: Sequence[Proposed], project: int | None, year: int, round_: Round) -> int:
    groups = [value.value for value in values if value.field.project == project and isinstance(value.value, PlaceGroup)]
    return sum(group.count for group in groups if group.year == year and is_eligible_expansion(group, round_))
