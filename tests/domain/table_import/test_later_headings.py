"""Rows below a heading further down are read by that heading, or not at all; never by the first one unsaid."""

import pytest

from botilbud_desktop.domain.table_import.left_out import Reason
from botilbud_desktop.domain.table_import.plan import Plan
from botilbud_desktop.domain.table_import.reading import ReadCell, Verdict
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from tests.domain.table_import.test_accounts import planned

LOAN = "projects[].loan.2025"


def plan_of(first: str, second: str, cells: str, gap: str = "\n") -> Plan:
    return planned(grid_of_tsv(f"{first}\nSol\t450\t4\n{gap}{second}\nMåne\t{cells}\n"))


def loan(plan: Plan) -> ReadCell:
    return plan.rows[1].cells[LOAN]


@pytest.mark.parametrize("gap", ["", "\n", "Område Syd\n"])
def test_another_unit_further_down_holds_below_it(gap: str) -> None:
    plan = plan_of(
        "Projekt\tLån 2025 (1.000 kr.)\tPladser 2025", "Projekt\tLån 2025 (kr.)\tPladser 2025", "450.000\t4", gap
    )
    rows = [row.cells[LOAN] for row in plan.rows if row.cells[LOAN].value]
    assert [(cell.value, cell.verdict) for cell in rows] == [(450, Verdict.UNDERSTOOD)] * 2
    assert [row.reason for row in plan.left_out if row.words == "Projekt"] == [Reason.HEADINGS] * 2


@pytest.mark.parametrize("heading", ["Lån 2026", "Pladser 2025", "Takst", "Kontakt"])
def test_another_column_further_down_is_not_read_and_that_is_said(heading: str) -> None:
    plan = plan_of("Projekt\tLån 2025 (1.000 kr.)", f"Projekt\t{heading}", "300")
    assert (loan(plan).value, loan(plan).verdict) == (None, Verdict.MISSING)
    assert loan(plan).remark


def test_columns_in_another_order_are_not_read_by_the_first_heading() -> None:
    plan = plan_of("Projekt\tLån 2025\tPladser 2025", "Projekt\tPladser 2025\tLån 2025", "4\t300")
    cells = [cell for path, cell in plan.rows[1].cells.items() if not path.endswith("name")]
    assert [cell.verdict for cell in cells] == [Verdict.MISSING] * 2


def test_a_heading_further_down_without_a_unit_makes_the_amounts_doubtful() -> None:
    plan = plan_of("Projekt\tLån 2025 (1.000 kr.)\tPladser 2025", "Projekt\tLån 2025\tPladser 2025", "450\t4")
    assert loan(plan).verdict is Verdict.DOUBTFUL


def test_the_same_heading_again_changes_nothing() -> None:
    heading = "Projekt\tLån 2025 (1.000 kr.)\tPladser 2025"
    plan = plan_of(heading, heading, "300\t2")
    assert (loan(plan).value, loan(plan).verdict) == (300, Verdict.UNDERSTOOD)
    assert Reason.REPEATED in [row.reason for row in plan.left_out]


def test_a_project_that_is_named_like_a_heading_stays() -> None:
    plan = planned(grid_of_tsv("Projekt\tLån 2025\tBemærkning\nSol\t450\tgodt\nBotilbud\tikke oplyst\tnej\n"))
    assert [row.cells["projects[].name"].value for row in plan.rows] == ["Sol", "Botilbud"]


def test_the_first_of_two_tables_is_read_though_the_second_has_more_columns() -> None:
    plan = planned(grid_of_tsv("Projekt\tLån 2025\nSol\t450\n\nProjekt\tPladser 2025\tLån 2025\nMåne\t4\t300\n"))
    first, second = (row.cells[LOAN] for row in plan.rows)
    assert (first.value, second.value, second.verdict) == (450, None, Verdict.MISSING)
