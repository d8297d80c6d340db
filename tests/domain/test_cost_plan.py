"""The allocation of a cost plan and the split over years: exact, rounded half up, and the sum is kept."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.cost_plan import (
    CostBasis,
    CostLine,
    CostPlan,
    CostPlanProblem,
    Treatment,
    Unit,
    allocate,
    eligible_amount,
    plan_problems,
    round_half_up,
    split_over_years,
)
from botilbud_desktop.domain.model import replace

THISTED = CostPlan(
    basis=CostBasis(unit=Unit.PLACES, eligible=8, total=50),
    lines=(
        CostLine(label="§ 107/108-boliger", amount=14_600, treatment=Treatment.DIRECT),
        CostLine(label="Fælles- og servicearealer", amount=31_900, treatment=Treatment.SHARED),
        CostLine(label="Almene boliger", amount=74_400, treatment=Treatment.EXCLUDED),
    ),
    round_to=100,
)


def with_basis(eligible: int, total: int) -> CostPlan:
    return replace(THISTED, basis=replace(THISTED.basis, eligible=eligible, total=total))


class TestThisted:
    def test_each_line_is_rounded_to_hundreds(self) -> None:
        allocation = allocate(THISTED)
        assert [line.eligible for line in allocation.lines] == [14_600, 5_100, 0]
        assert allocation.eligible == 19_700

    def test_to_the_nearest_thousand_kroner_it_is_exact(self) -> None:
        allocation = allocate(replace(THISTED, round_to=1))
        assert [line.exact for line in allocation.lines] == [14_600, 5_104, 0]
        assert allocation.eligible == 19_704

    def test_the_arithmetic_is_shown(self) -> None:
        assert [line.arithmetic for line in allocate(THISTED).lines] == [
            "14.600",
            "31.900 × 8/50 = 5.104 → 5.100",
            "74.400 holdes uden for lånet",
        ]

    def test_no_arrow_when_nothing_is_rounded(self) -> None:
        assert allocate(replace(THISTED, round_to=1)).lines[1].arithmetic == "31.900 × 8/50 = 5.104"

    def test_a_direct_line_that_is_rounded_shows_it(self) -> None:
        line = CostLine(label="", amount=14_649, treatment=Treatment.DIRECT)
        assert allocate(replace(THISTED, lines=(line,))).lines[0].arithmetic == "14.649 → 14.600"

    def test_the_lines_keep_their_order_and_labels(self) -> None:
        assert tuple(line.line for line in allocate(THISTED).lines) == THISTED.lines


class TestProblems:
    @pytest.mark.parametrize(
        ("eligible", "total", "expected"),
        [
            (8, 0, [(CostPlanProblem.TOTAL_NOT_POSITIVE, "basis.total")]),
            (0, -1, [(CostPlanProblem.TOTAL_NOT_POSITIVE, "basis.total")]),
            (-1, 50, [(CostPlanProblem.ELIGIBLE_NEGATIVE, "basis.eligible")]),
            (51, 50, [(CostPlanProblem.ELIGIBLE_EXCEEDS_TOTAL, "basis.eligible")]),
            (0, 50, []),
            (50, 50, []),
        ],
    )
    def test_of_the_basis(self, eligible: int, total: int, expected: list[tuple[str, str]]) -> None:
        found = [(each.problem, each.place) for each in plan_problems(with_basis(eligible, total))]
        assert found == expected

    def test_a_negative_amount_is_located_whatever_its_treatment(self) -> None:
        lines = tuple(CostLine(amount=-1, treatment=treatment) for treatment in Treatment)
        places = [problem.place for problem in plan_problems(replace(THISTED, lines=lines))]
        assert places == ["lines[0].amount", "lines[1].amount", "lines[2].amount"]

    def test_a_plan_with_problems_is_not_allocated(self) -> None:
        with pytest.raises(ValueError, match=r"basis\.total"):
            allocate(with_basis(8, 0))
        assert eligible_amount(with_basis(8, 0)) is None

    def test_without_a_plan_there_is_no_eligible_amount(self) -> None:
        assert eligible_amount(None) is None

    def test_a_plan_without_lines_is_eligible_for_nothing(self) -> None:
        assert eligible_amount(replace(THISTED, lines=())) == 0


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        (Fraction(5_104), 100, 5_100),
        (Fraction(5_150), 100, 5_200),
        (Fraction(5_050), 100, 5_100),
        (Fraction(5_149), 100, 5_100),
        (Fraction(1, 2), 1, 1),
        (Fraction(3, 2), 1, 2),
        (Fraction(5, 2), 1, 3),
        (Fraction(-1, 2), 1, 0),
        (Fraction(500), 1000, 1000),
        (Fraction(499), 1000, 0),
    ],
)
def test_halves_are_rounded_up(value: Fraction, step: int, expected: int) -> None:
    assert round_half_up(value, step) == expected


amounts = st.integers(0, 999_999_999_999_999)
plans = st.integers(1, 10**15 - 1).flatmap(
    lambda total: st.builds(
        CostPlan,
        basis=st.builds(CostBasis, unit=st.sampled_from(Unit), eligible=st.integers(0, total), total=st.just(total)),
        lines=st.lists(st.builds(CostLine, amount=amounts, treatment=st.sampled_from(Treatment)), max_size=8).map(
            tuple
        ),
        round_to=st.sampled_from([1, 10, 100, 1000]),
    )
)


@given(plans)
def test_the_parts_sum_to_the_eligible_amount(plan: CostPlan) -> None:
    allocation = allocate(plan)
    assert sum(line.eligible for line in allocation.lines) == allocation.eligible == eligible_amount(plan)


@given(plans)
def test_each_line_is_rounded_by_no_more_than_half_a_step(plan: CostPlan) -> None:
    for line in allocate(plan).lines:
        assert line.eligible % plan.round_to == 0
        assert -plan.round_to <= 2 * (line.exact - line.eligible) < plan.round_to


@given(plans)
def test_the_exact_part_is_the_proportion_and_never_more_than_the_amount(plan: CostPlan) -> None:
    proportion = {
        Treatment.DIRECT: Fraction(1),
        Treatment.SHARED: Fraction(plan.basis.eligible, plan.basis.total),
        Treatment.EXCLUDED: Fraction(0),
    }
    for line in allocate(plan).lines:
        assert line.exact == line.line.amount * proportion[line.line.treatment] <= line.line.amount


class TestSplitOverYears:
    def split(self, amount: int, *percentages: str) -> list[int]:
        years = {str(2025 + index): Decimal(text) for index, text in enumerate(percentages)}
        return list(split_over_years(amount, years).values())

    @pytest.mark.parametrize(
        ("amount", "percentages", "expected"),
        [
            (19_700, ["50", "50"], [9_850, 9_850]),
            (19_704, ["33.33", "66.67"], [6_567, 13_137]),
            (100, ["0", "100"], [0, 100]),
            (0, ["30", "70"], [0, 0]),
            (10, ["33.33", "33.33", "33.34"], [3, 3, 4]),
        ],
    )
    def test_the_largest_remainder_gets_what_is_left(
        self, amount: int, percentages: list[str], expected: list[int]
    ) -> None:
        assert self.split(amount, *percentages) == expected

    def test_equal_remainders_go_to_the_earlier_year(self) -> None:
        assert self.split(19_701, "50", "50") == [9_851, 9_850]

    @pytest.mark.parametrize("percentages", [["50", "49.99"], ["100.01"], ["-1", "101"], []])
    def test_percentages_that_do_not_make_a_whole_are_refused(self, percentages: list[str]) -> None:
        with pytest.raises(ValueError, match="sum to 100"):
            self.split(100, *percentages)


percentages_that_sum_to_100 = st.lists(st.integers(0, 10_000), max_size=4).map(
    lambda cuts: [
        Decimal(later - earlier) / 100
        for earlier, later in zip([0, *sorted(cuts)], [*sorted(cuts), 10_000], strict=True)
    ]
)


@given(st.integers(-(10**15), 10**15), percentages_that_sum_to_100)
def test_a_split_keeps_the_sum_and_stays_within_one_of_the_exact_part(amount: int, percentages: list[Decimal]) -> None:
    years = {str(2025 + index): percentage for index, percentage in enumerate(percentages)}
    parts = split_over_years(amount, years)
    assert list(parts) == list(years)
    assert sum(parts.values()) == amount
    for year, part in parts.items():
        assert abs(part - amount * Fraction(years[year]) / 100) < 1


@pytest.mark.parametrize(
    ("label", "amount", "is_empty"), [("", 0, True), ("x", 0, False), ("", 1, False), ("", -1, False)]
)
def test_a_row_is_empty_without_label_and_amount(label: str, amount: int, is_empty: bool) -> None:
    assert CostLine(label=label, amount=amount, treatment=Treatment.DIRECT).is_empty is is_empty
