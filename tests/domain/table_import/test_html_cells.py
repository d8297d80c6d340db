"""What is raised, struck out or hidden in a copied cell is never joined to its digits."""

import pytest

from botilbud_desktop.domain.table_import.html import tables_of_html
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, Plan, plan_import
from botilbud_desktop.domain.table_import.reading import Verdict
from tests.rules.samples import ROUND

LOAN, NAME = "projects[].loan.2025", "projects[].name"


def plan_of(rows: str, headings: str = "<tr><td>Projekt<td>Lån 2025 (1.000 kr.)") -> Plan:
    (table,) = tables_of_html(f"<table>{headings}{rows}</table>")
    layout = layout_of(table.grid, ROUND)
    return plan_import(table.grid, ImportOptions(layout.first_row, layout.meanings), 0, ROUND, table.marks)


@pytest.mark.parametrize(
    "cell",
    [
        "450<sup>1</sup>",
        "450<sup>1)</sup>",
        "<sup>1</sup>450",
        "450<sub>2</sub>",
        "450<span style='vertical-align:super'>1</span>",
        '450<span style="font-size:8pt; VERTICAL-ALIGN : super"><span>1</span></span>',
        "450<a href='#_ftn1'><span class=MsoFootnoteReference>[1]</span></a>",
        "<del>300</del> 450",
        "<s>4</s>450",
        "<strike>300 <b>4</b></strike>450",
        "<span style='text-decoration:line-through'>300</span>450",
        "45<span style='display:none'>9</span>0",
        "450<span hidden>9</span>",
    ],
)
def test_what_is_set_apart_in_a_cell_is_left_out_and_doubted(cell: str) -> None:
    (row,) = plan_of(f"<tr><td>Hus<td>{cell}").rows
    assert (row.cells[LOAN].value, row.cells[LOAN].verdict) == (450, Verdict.DOUBTFUL)
    assert "udeladt" in row.cells[LOAN].remark


@pytest.mark.parametrize("looks", ["<s>450</s>", "<del><b>450</b></del>", "<span style='display:none'>450</span>"])
def test_a_cell_with_nothing_else_keeps_its_text_and_is_doubted(looks: str) -> None:
    (row,) = plan_of(f"<tr><td>Hus<td>{looks}").rows
    assert (row.cells[LOAN].value, row.cells[LOAN].verdict) == (450, Verdict.DOUBTFUL)


@pytest.mark.parametrize("cell", ["450", "<b>450</b>", "4<b>50</b>", "<sup>450</sup>", "<span style='color:red'>450"])
def test_other_looks_are_not_doubted(cell: str) -> None:
    (row,) = plan_of(f"<tr><td>Hus<td>{cell}").rows
    assert (row.cells[LOAN].value, row.cells[LOAN].verdict) == (450, Verdict.UNDERSTOOD)


def test_a_raised_sign_of_a_unit_stays() -> None:
    (table,) = tables_of_html("<table><tr><td>Areal (m<sup>2</sup>)<td>Projekt<sup>1</sup></table>")
    assert table.grid == (("Areal (m2)", "Projekt"),)


@pytest.mark.parametrize(
    "row",
    [
        "<tr style='display:none'><td>Hus<td>450",
        "<tr hidden><td>Hus<td>450",
        "<tbody style='mso-hide:all'><tr><td>Hus<td>450</tbody>",
        "<tr><td style='display:none'>Hus<td style='display:none'>450",
    ],
)
def test_hidden_rows_are_asked_about(row: str) -> None:
    hidden, seen = plan_of(f"{row}<tbody><tr><td>Gård<td>300").rows
    assert (hidden.cells[NAME].value, hidden.cells[NAME].verdict) == ("Hus", Verdict.DOUBTFUL)
    assert seen.cells[NAME].verdict is Verdict.UNDERSTOOD


def test_all_tables_are_returned_and_what_is_cut_is_known() -> None:
    rows = "<tr><td>Hus<td>450" * 201
    first, second = tables_of_html(f"<table><tr><td>a<td>b</table><table>{rows}</table>")
    assert (len(first.grid), first.is_cut, len(second.grid), second.is_cut) == (1, False, 200, True)
    (wide,) = tables_of_html(f"<table><tr>{'<td>a' * 51}</table>")
    assert (len(wide.grid[0]), wide.is_cut) == (50, True)
