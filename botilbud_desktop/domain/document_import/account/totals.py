"""Compares the new places of a form's columns with the rows that tell them by law: the same places are counted once."""

from collections.abc import Sequence

from botilbud_desktop.domain.application import Origin, PlaceGroup
from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.wording import NO_PLACES
from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number

_SAME = "Det er summen af de pladser, der står hver for sig."
_OTHER = "Skemaet har {stated} nye pladser i {year}, men de pladser, der står hver for sig, giver {counted}."


def without_totals(facts: Sequence[Fact], round_: Round) -> tuple[list[Fact], list[LeftOut]]:
    """Returns the facts without totals of places that stand in rows of their own as well, and those totals."""
    kept, left_out = list(facts), list[LeftOut]()
    for total in [fact for fact in facts if fact.is_total]:
        group = total.value
        if not isinstance(group, PlaceGroup):
            continue
        parts = [fact for fact in kept if _is_part(fact, total, group, round_)]
        if not parts and group.count:
            continue
        kept.remove(total)
        if not parts:
            left_out.append(LeftOut(total.source, "0", NO_PLACES))
            continue
        counted = sum(fact.value.count for fact in parts if isinstance(fact.value, PlaceGroup))
        if counted == group.count:
            left_out.append(LeftOut(total.source, format_number(group.count), _SAME))
            continue
        why = _OTHER.format(stated=format_number(group.count), year=group.year, counted=format_number(counted))
        left_out.append(LeftOut(total.source, format_number(group.count), why))
        for part in parts:
            kept[kept.index(part)] = part._replace(is_sure=False, remark=f"{part.remark} {why}".strip())
    return kept, left_out


def _is_part(fact: Fact, total: Fact, group: PlaceGroup, round_: Round) -> bool:
    return (
        not fact.is_total
        and fact.project == total.project
        and isinstance(fact.value, PlaceGroup)
        and fact.value.year == group.year
        and fact.value.origin is Origin.NEW
        and fact.value.legal_basis in round_.eligible_bases
    )
