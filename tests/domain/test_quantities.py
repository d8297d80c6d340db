"""The quantities of a project that criteria, findings, pages and papers judge by."""

from fractions import Fraction

import pytest
from hypothesis import given

from botilbud_desktop.domain.application import LegalBasis, Origin, Project
from botilbud_desktop.domain.cost_plan import allocation_of
from botilbud_desktop.domain.quantities import Quantities, quantities_of
from botilbud_desktop.domain.totals import eligible_places
from tests.rules.samples import (
    EMPTY_PROJECT,
    ROUND,
    converted,
    example,
    group,
    outside,
    plan,
    preserved,
    project,
    shared_plan,
    stenumgaard,
)
from tests.rules.strategies import projects


def of(one: Project) -> Quantities:
    return quantities_of(one, ROUND)


def test_thisted_expands_by_eight_of_its_fifty_places_and_all_fifty_are_capacity() -> None:
    thisted = of(example("thisted").projects[0])
    assert (thisted.expansion, thisted.capacity, thisted.loan_places, thisted.other_places) == (8, 50, 8, 42)
    assert thisted.proposed_basis == (8, 50)
    assert thisted.is_separated


def test_thisteds_eligible_amount_is_exact_beside_its_rounded_sum() -> None:
    allocation = of(example("thisted").projects[0]).allocation
    assert allocation is not None
    assert (allocation.exact, allocation.eligible, allocation.proposed_loan) == (Fraction(19_704), 19_700, 19_700)


def test_stenumgaards_loan_may_pay_for_one_of_its_fourteen_places() -> None:
    quantities = of(stenumgaard())
    assert quantities.proposed_basis == (1, 14)
    assert (quantities.expansion, quantities.capacity, quantities.converted) == (1, 1, 7)
    assert quantities.other_places == 13


def test_an_empty_project_has_nothing() -> None:
    empty = of(EMPTY_PROJECT)
    assert empty == Quantities(0, 0, 0, 0, 0, 0, 0, None, {"2025": 0, "2026": 0}, 0, None, None, False)
    assert empty.proposed_basis is None


@pytest.mark.parametrize("basis", LegalBasis)
@pytest.mark.parametrize("origin", Origin)
def test_each_place_is_counted_by_its_law_and_its_origin(basis: LegalBasis, origin: Origin) -> None:
    is_within = basis in (LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.SEL_107_108)
    is_capacity = is_within or basis is LegalBasis.ABL_105
    quantities = of(project(places=(group(3, basis, origin),)))
    assert quantities.expansion == 3 * (is_within and origin is Origin.NEW)
    assert quantities.capacity == 3 * (is_capacity and origin is Origin.NEW)
    assert quantities.loan_places == 3 * (is_within and origin is not Origin.CONVERTED_FROM_ABL_105)
    assert quantities.other_places == 3 - quantities.loan_places
    assert quantities.converted == 3 * (origin is Origin.CONVERTED_FROM_ABL_105)
    assert quantities.preserved == 3 * (origin is Origin.PRESERVED)


def test_the_share_is_taken_of_the_places_of_the_loan_else_of_the_converted_ones() -> None:
    assert of(project(places=(group(8), preserved(2), converted(3), outside(5)))).places_to_share == 10
    assert of(project(places=(converted(3), outside(5)))).places_to_share == 3
    assert of(project(places=(outside(5),))).places_to_share == 0


def test_places_that_close_are_subtracted_and_unknown_ones_count_nothing() -> None:
    assert of(project(places_closed_elsewhere=4)).net_capacity == 15
    assert of(project(places_closed_elsewhere=None)).net_capacity == 19


def test_places_of_other_years_have_no_column_and_count_nowhere() -> None:
    assert of(project(places=(group(8, year=2024), group(8, year=2027)))).places == 0


def test_a_rounding_above_the_cost_is_never_borrowed() -> None:
    broken = shared_plan(10_000, eligible=2, total=3)
    allocation = of(project(cost_plan=broken)).allocation
    assert allocation is not None
    assert (allocation.exact, allocation.eligible) == (Fraction(20_000, 3), 6_667)
    assert allocation.proposed_loan == 6_666
    assert allocation == allocation_of(broken)


def test_a_rounding_below_the_cost_is_proposed_as_it_is() -> None:
    allocation = allocation_of(example("thisted").projects[0].cost_plan)
    assert allocation is not None
    assert allocation.proposed_loan == 19_700


@pytest.mark.parametrize("unusable", [None, plan(1, total=0, eligible=0)])
def test_without_a_plan_that_can_be_allocated_no_loan_is_proposed(unusable: None) -> None:
    assert allocation_of(unusable) is None


@given(projects)
def test_every_place_is_of_one_origin_and_is_for_the_loan_or_not(one: Project) -> None:
    quantities = of(one)
    assert sum(eligible_places(one, ROUND).values()) == quantities.expansion
    assert quantities.loan_places + quantities.other_places == quantities.places
