"""Every cell of a table is taken, left out with a reason, or said to be not understood; no project row vanishes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Grid, grid_of, is_blank
from botilbud_desktop.domain.table_import.layout import SKIPPED, layout_of
from botilbud_desktop.domain.table_import.left_out import Reason
from botilbud_desktop.domain.table_import.plan import ImportOptions, Plan, plan_import
from botilbud_desktop.domain.table_import.reading import Verdict
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from tests.rules.samples import ROUND

NAME = "projects[].name"
FULL = "Projekt\tLån 2025\tLån 2026\tPladser 2025\tPladser 2026\tAndel\tAfsluttes\n"


def planned(grid: Grid, round_: Round = ROUND) -> Plan:
    layout = layout_of(grid, round_)
    return plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, round_)


def names(text: str) -> list[object]:
    return [row.cells[NAME].value for row in planned(grid_of_tsv(text)).rows]


def unaccounted(grid: Grid, plan: Plan, meanings: tuple[str, ...]) -> list[tuple[int, int]]:
    """Returns the cells that hold something and are neither taken nor left out with a reason, or both."""
    taken = {row.source: row for row in plan.rows}
    left_out = {row.source for row in plan.left_out}
    columns = {column.column for column in plan.columns_left_out}
    lost = []
    for source, row in enumerate(grid):
        for column, cell in enumerate(row):
            if is_blank(cell):
                continue
            is_read = source in taken and meanings[column] != SKIPPED and meanings[column] in taken[source].cells
            fates = (is_read, source in left_out, source in taken and column in columns)
            if sum(fates) != 1:
                lost.append((source, column))
    return lost


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        [
            *("Projekt", "Navn", "A", "B", "Lån 2025", "2025", "2026", "25%", "d. 30/11 2025", "I alt", "Hovedtotal"),
            *("Nye boliger 2026", "1.000 kr.", "antal", "kr.  -", "(500)", "22.900", "Solgården", "-", "8", "Andel"),
            *("Afsluttes", "Pladser", "Note: beløb i 1.000 kr.", "mio. kr.", "=A1", "#REF!", " ", "Ikke angivet"),
        ]
    ),
    st.text(max_size=12),
    st.integers(-(10**9), 10**9),
    st.floats(),
    st.dates(),
)
GRIDS = st.lists(st.lists(CELLS, max_size=9), max_size=14).map(grid_of)


@settings(max_examples=300, deadline=None)
@given(GRIDS, st.integers(0, 3))
def test_every_cell_of_any_table_is_taken_or_left_out_with_a_reason(grid: Grid, projects: int) -> None:
    layout = layout_of(grid, ROUND)
    for update_from in (None, 0):
        wishes = ImportOptions(layout.first_row, layout.meanings, update_from=update_from)
        plan = plan_import(grid, wishes, projects, ROUND)
        assert unaccounted(grid, plan, layout.meanings) == []
        assert len(plan.rows) + len(plan.left_out) == len(grid)


@pytest.mark.parametrize(
    "row",
    [
        "Skovvej, 8 nye boliger 2026\t14.500\t\t\t8\t25%\t30-11-2026",
        "Nye boliger 2026\t14.500\t\t\t8\t25%\t30-11-2026",
        "Nye boliger 2026\t\t\t\t\t25%\t",
        "A\t1\t\t\t\t25%\t",
        "B\t\t\t\t\t25%\td. 30/11 2025",
        "A\t\t\t\t\t25%\t",
        "Boliger\t1.000 kr.\t\t\t\t\t",
        "Afslutning\t\t\t\t\t25 pct.\t1/2 2026",
        "2025\t5\t6\t\t\t\t",
    ],
)
def test_a_project_that_reads_like_headings_is_one(row: str) -> None:
    first = row.partition("\t")[0]
    for headings in (FULL, ""):
        others = ("Solgården\t22.900\t\t8\t\t25%\t30-11-2025\n", "Månehuset\t1.000\t\t4\t\t50%\t30-11-2025\n")
        assert names(f"{headings}{others[0]}{row}\n{others[1]}") == ["Solgården", first, "Månehuset"]
        assert names(f"{headings}{row}\n{others[0]}{others[1]}") == [first, "Solgården", "Månehuset"]


def test_a_note_in_a_column_that_is_passed_over_makes_no_headings() -> None:
    text = "Projekt\tLån 2025\tNoter\nSolgården\t5\tNye boliger klar i 2025\nBoliger 2026\t\tDato følger\n"
    assert names(text) == ["Solgården", "Boliger 2026"]


def test_a_project_of_two_headings_words_among_others_without_headings_is_one() -> None:
    rows = ["Solgården\t22.900\t\t8\t\t25%\t30-11-2025\n", "Nye boliger 2026\t\t\t\t\t\tDato følger\n"]
    assert names("".join(rows)) == ["Solgården", "Nye boliger 2026"]
    assert names("".join(rows[::-1])) == ["Nye boliger 2026", "Solgården"]


def test_names_alone_lose_none_of_them() -> None:
    assert names("Solgården\nNye boliger 2026\nMånehuset\n") == ["Solgården", "Nye boliger 2026", "Månehuset"]


def test_words_above_some_of_the_numbers_are_a_project_and_no_headings() -> None:
    text = "Solgården\tafventer\t\t\t\t\tmåske\nMånehuset\t500\t\t8\t\t25%\t30-11-2025\n"
    assert names(text) == ["Solgården", "Månehuset"]


def test_headings_that_come_again_are_left_out_and_said() -> None:
    plan = planned(grid_of_tsv(f"{FULL}Solgården\t5\n{FULL}Månehuset\t6\n"))
    assert len(plan.rows) == 2
    assert plan.left_out_for(Reason.REPEATED) == 1


def test_what_stands_above_the_headings_is_counted_and_a_figure_there_is_doubted() -> None:
    plan = planned(grid_of_tsv(f"Oversigt\n\nHus\t5\n{FULL}Solgården\t6\n"))
    above = [(row.words, row.has_figures) for row in plan.left_out if row.reason is Reason.ABOVE]
    assert above == [("Oversigt", False), ("Hus", True)]


def test_a_column_that_is_not_of_the_form_is_counted_and_one_that_comes_twice_is_known() -> None:
    plan = planned(grid_of_tsv("Projekt\tLån 2025\tLeder\tLån 2025\nSolgården\t5\tPer\t6\nHus\t5\tBo\n"))
    found = [(column.heading, column.cells, column.doubled) for column in plan.columns_left_out]
    assert found == [("Leder", 2, ""), ("Lån 2025", 1, "projects[].loan.2025")]


@pytest.mark.parametrize("heading", ["Rækkenavne", "Rækkemærkater", "Row Labels", "Projekt og adresse", "Navn/by", ""])
def test_a_pivot_tables_first_column_holds_the_names(heading: str) -> None:
    text = f"{heading}\tSum af Lån 2025\tSum af Lån 2026\nSolgården\t22.900\t1.000\nMånehuset\t500\t\n"
    layout = layout_of(grid_of_tsv(text), ROUND)
    assert names(text) == ["Solgården", "Månehuset"]
    assert layout.names_guessed == (None if heading else 0)


def test_the_first_column_of_a_small_pivot_table_holds_the_names_too() -> None:
    assert names("\tSum af Lån 2025\tAntal af Projekt\nSolgården\t15\t1\nHovedtotal\t15\t1\n") == ["Solgården"]


def test_a_row_without_a_name_is_said() -> None:
    plan = planned(grid_of_tsv("Projekt\tLån 2025\nSolgården\t5\n\t6\n"))
    assert [row.cells[NAME].verdict for row in plan.rows] == [Verdict.UNDERSTOOD, Verdict.MISSING]


def test_the_user_takes_a_row_that_was_left_out_and_leaves_out_another() -> None:
    grid = grid_of_tsv("Projekt\tLån 2025\nSolgården\t5\nI alt\t5\n")
    layout = layout_of(grid, ROUND)
    plan = plan_import(grid, ImportOptions(layout.first_row, layout.meanings, taken={1: False, 2: True}), 0, ROUND)
    assert [row.cells[NAME].value for row in plan.rows] == ["I alt"]
    assert (plan.left_out_for(Reason.UNWANTED), plan.left_out_for(Reason.SUM)) == (1, 0)


@pytest.mark.parametrize("heading", ["Projekt nr.", "Projektleder", "Projektbeskrivelse", "Kommune"])
def test_what_stands_beside_a_name_is_none(heading: str) -> None:
    plan = planned(grid_of_tsv(f"{heading}\tLån 2025\tLån 2026\nPer\t5\t6\n"))
    assert [column.heading for column in plan.columns_left_out] == [heading]


def test_a_row_of_units_may_have_notes_beside_it() -> None:
    plan = planned(grid_of_tsv("Projekt\tNoter\tLån 2025\n\tLån afklares\tmio. kr.\nHus\tPer\t15\n"))
    assert [row.cells["projects[].loan.2025"].value for row in plan.rows] == [15_000]


def test_a_long_name_with_a_headings_word_in_it_is_not_doubted() -> None:
    plan = planned(grid_of_tsv("Projekt\tLån 2025\nSkovvej, 8 nye boliger 2026\t5\nPladser 2025\t6\n"))
    assert [row.cells[NAME].verdict for row in plan.rows] == [Verdict.UNDERSTOOD, Verdict.DOUBTFUL]
