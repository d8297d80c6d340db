"""Headings over several rows: a year below another group's heading is no loan, a name above stays a name."""

import pytest

from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.left_out import Reason
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from tests.domain.table_import.test_accounts import planned
from tests.rules.samples import ROUND

NAME, LOAN, PLACES = "projects[].name", "projects[].loan.{}", "projects[].expansion.{}"
L25, L26, P25 = LOAN.format(2025), LOAN.format(2026), PLACES.format(2025)


@pytest.mark.parametrize(
    ("headings", "meanings"),
    [
        ("Projekt\tAnlægsudgift\t\tLån\t\n\t2025\t2026\t2025\t2026\n", (NAME, "", "", L25, L26)),
        ("\tAnlægsudgift\t\tLån\t\nProjekt\t2025\t2026\t2025\t2026\n", (NAME, "", "", L25, L26)),
        ("\tKlubhus\t\tLån\t\nProjekt\t2025\t2026\t2025\t2026\n", (NAME, "", "", L25, L26)),
        ("Projekt\tAnlægsudgift\t\tTakst\t\n\t2025\t2026\t2025\t2026\n", (NAME, "", "", "", "")),
        ("Driftsudgifter, t.kr.\t\t\t\t\nProjekt\t2025\t2026\t\t\n", ("",) * 5),
        ("Projekt\tLån\t\tPladser\t\n\t2025\t2026\t2025\t2026\n", (NAME, L25, L26, P25, PLACES.format(2026))),
        ("Ansøgning\t\t\t\t\nProjekt\t2025\t2026\t\t\n", (NAME, L25, L26, "", "")),
    ],
)
def test_each_column_is_read_by_its_own_group(headings: str, meanings: tuple[str, ...]) -> None:
    assert layout_of(grid_of_tsv(f"{headings}Sol\t450\t300\t4\t2\n"), ROUND).meanings == meanings


@pytest.mark.parametrize(
    "headings", ["Projekt\tAnsøgning\t\n\tLån 2025\tPladser 2025\n", "Projekt\tx\ty\n\tLån 2025\tx\n"]
)
def test_a_name_that_stands_only_in_the_upper_row_is_read(headings: str) -> None:
    layout = layout_of(grid_of_tsv(f"{headings}Sol\t450\t4\nMåne\t300\t2\n"), ROUND)
    assert (layout.first_row, layout.meanings[:2]) == (2, (NAME, L25))


@pytest.mark.parametrize(
    ("row", "is_asked"),
    [
        ("Botilbud Måne\tnote\t", True),
        ("Nord\tAnsøgning\t", True),
        ("\tAnsøgning\tKapacitet", False),
        ("Enhed\tx\t", True),
    ],
)
def test_a_row_above_the_headings_with_a_name_of_its_own_is_asked_about(row: str, is_asked: bool) -> None:
    plan = planned(grid_of_tsv(f"{row}\nProjekt\tLån 2025\tPladser 2025\nSol\t450\t4\n"))
    assert [(left.reason, left.has_figures) for left in plan.left_out if left.source == 0] == [
        (Reason.ABOVE, True) if is_asked else (Reason.HEADINGS, False)
    ]
    assert len(plan.rows) == 1
