"""How much the new places expand those of today: only what is known is said, with the numbers used."""

from collections.abc import Sequence

import pytest

from botilbud_desktop.domain.application import CapacityToday, LegalBasis, Origin, Project
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.quantities import quantities_of
from botilbud_desktop.rules.growth import growth_of, left_out_of_growth
from tests.rules.samples import ROUND, group, project

SEL_107, SEL_108, ABL_105 = LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.ABL_105


def today(count: int, area: str = "", basis: LegalBasis = SEL_107) -> CapacityToday:
    return CapacityToday(legal_basis=basis, area=area, count=count)


def with_today(*rows: CapacityToday, new: int = 8, closed: int | None = 0) -> Project:
    return project(places=(group(new),), capacity_today=rows, places_closed_elsewhere=closed)


def sentences(drafted: Project, unread: Sequence[FieldPath] = ()) -> list[str]:
    found = growth_of(drafted, quantities_of(drafted, ROUND), ROUND.eligible_bases, unread)
    return [growth.sentence() for growth in found]


def test_thisteds_places_are_73_per_cent_of_one_area_and_9_of_another() -> None:
    rows = (
        today(11, "handicapområdet"),
        today(0, "handicapområdet", SEL_108),
        today(75, "voksenområdet"),
        today(17, "Voksenområdet ", SEL_108),
    )
    assert sentences(with_today(*rows)) == [
        "Hvis alle de nye pladser hører til handicapområdet: 8 nye pladser på 11 i dag er ca. 73 pct.",
        "Hvis alle de nye pladser hører til voksenområdet: 8 nye pladser på 75 + 17 = 92 i dag er ca. 9 pct.",
    ], "nobody knows which of the two areas the new places are for"
    assert sentences(with_today(*rows[:2])) == ["Handicapområdet: 8 nye pladser på 11 i dag er ca. 73 pct."]
    assert sentences(with_today(*rows[2:])) == ["Voksenområdet: 8 nye pladser på 75 + 17 = 92 i dag er ca. 9 pct."]


@pytest.mark.parametrize(
    ("new", "now", "per_cent"),
    [
        (1, 4, "25 pct."),
        (8, 8, "100 pct."),
        (30, 8, "375 pct."),
        (1, 3, "ca. 33 pct."),
        (1, 200, "under 1 pct."),
        (1, 100, "1 pct."),
        (5, 200, "ca. 3 pct."),
    ],
)
def test_a_rounded_share_is_said_to_be_one(new: int, now: int, per_cent: str) -> None:
    (sentence,) = sentences(with_today(today(now), new=new))
    assert sentence.startswith("Pladser i dag: ")
    assert sentence.endswith(f" på {now} i dag er {per_cent}")


@pytest.mark.parametrize(
    "drafted",
    [
        with_today(),
        with_today(today(0)),
        with_today(today(11), new=0),
        with_today(today(11), new=-1),
        with_today(today(11), today(-3)),
        with_today(today(11, basis=ABL_105)),
        project(places=(group(8, origin=Origin.CONVERTED_FROM_ABL_105),), capacity_today=(today(11),)),
    ],
)
def test_nothing_is_said_where_it_cannot_be_known(drafted: Project) -> None:
    assert sentences(drafted) == []


def test_a_number_that_is_half_typed_is_not_worked_with() -> None:
    drafted = with_today(today(11, "a"), today(0, "a"), today(20, "b"))
    assert len(sentences(drafted, [field_path("capacity_today[1].count")])) == 1
    assert sentences(drafted, [field_path("places[0].count")]) == []
    assert len(sentences(drafted, [field_path("gross_construction_cost")])) == 2


def left_out(drafted: Project) -> str:
    return left_out_of_growth(drafted, quantities_of(drafted, ROUND), ROUND.eligible_bases, ROUND.years)


def test_what_is_not_counted_is_named() -> None:
    assert left_out(with_today(today(11), today(42, basis=ABL_105), closed=2)) == (
        "42 pladser i dag efter andre regler er ikke regnet med. "
        "2 pladser, der lukkes andre steder, er ikke trukket fra."
    )
    for closed in (0, None):
        assert left_out(with_today(today(11), closed=closed)) == ""


def test_new_places_of_other_laws_and_other_years_are_named_too() -> None:
    new = (group(8), group(3, ABL_105), group(1, year=1999), group(5, origin=Origin.PRESERVED, year=1999))
    drafted = replace(with_today(today(11)), places=(*new, group(-2, year=1999)))
    assert left_out(drafted) == (
        "3 nye pladser efter andre regler er ikke regnet med. "
        "1 ny plads i år, som skemaet ikke har, er ikke regnet med."
    )
    assert sentences(drafted) == ["Pladser i dag: 8 nye pladser på 11 i dag er ca. 73 pct."]
