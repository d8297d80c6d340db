"""A row that may be no project of its own, or a project that may be taken for a sum, is asked about."""

import pytest

from botilbud_desktop.domain.table_import.left_out import Reason
from botilbud_desktop.domain.table_import.plan import Plan
from botilbud_desktop.domain.table_import.reading import Verdict
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from tests.domain.table_import.test_accounts import NAME, planned


def plan_of(rows: str) -> Plan:
    return planned(grid_of_tsv(f"Projekt\tLån 2025 (1.000 kr.)\tPladser 2025\n{rows}"))


def asked(plan: Plan) -> list[object]:
    return [
        row.cells[NAME].value
        for row in plan.rows
        if row.cells[NAME].verdict is Verdict.DOUBTFUL and row.cells[NAME].remark.endswith("fluebenet.")
    ]


def sums(plan: Plan) -> list[str]:
    return [row.words for row in plan.left_out if row.reason is Reason.SUM]


@pytest.mark.parametrize(
    "name",
    ["- heraf grund", "Heraf grund", "– deraf jord", "Inkl. moms", "Gennemsnit", "Budget", "Budget 2025", "Afvigelse"],
)
def test_a_row_that_is_hardly_a_project_is_asked_about(name: str) -> None:
    plan = plan_of(f"Sol\t450\t4\nMåne\t300\t2\nI alt\t750\t6\n{name}\t375\t3\n")
    assert (sums(plan), asked(plan)) == (["I alt"], [name])


def test_a_project_that_stands_twice_is_asked_about() -> None:
    assert asked(plan_of("Sol\t450\t4\nMåne\t300\t2\nsol \t100\t1\n")) == ["sol"]


def test_projects_named_by_numbers_are_never_left_out_as_sums() -> None:
    plan = plan_of("4711\t450\t4\n4712\t300\t2\n4713\t750\t6\n")
    assert (len(plan.rows), sums(plan)) == (3, [])
    assert plan.rows[2].cells[NAME].verdict is Verdict.DOUBTFUL


@pytest.mark.parametrize("rows", ["Sol\t1\t1\nMåne\t1\t1\nSamlet\t2\t3\n", "Sol\t1\t1\nMåne\t1\t1\nI alt\t2\t3\n"])
def test_places_are_not_rounded(rows: str) -> None:
    plan = plan_of(rows)
    assert (len(plan.rows), sums(plan), len(asked(plan))) == (3, [], 1)


@pytest.mark.parametrize(("name", "is_left_out"), [("Sum", False), ("Samlet", False), ("I alt", True)])
def test_a_name_that_a_project_may_have_is_a_sum_only_where_the_figures_are_exact(name: str, is_left_out: bool) -> None:
    plan = plan_of(f"Sol\t450\t4\nMåne\t300\t2\n{name}\t751\t6\n")
    assert (sums(plan) == [name], asked(plan) == [name]) == (is_left_out, not is_left_out)
    assert sums(plan_of(f"Sol\t450\t4\nMåne\t300\t2\n{name}\t750\t6\n")) == [name]


@pytest.mark.parametrize("name", ["Samlede projekter", "Samlet", "Sum"])
def test_a_name_like_a_sum_of_one_project_is_asked_about(name: str) -> None:
    plan = plan_of(f"Sol\t450\t4\n{name}\t450\t4\n")
    assert (sums(plan), asked(plan)) == ([], [name])
