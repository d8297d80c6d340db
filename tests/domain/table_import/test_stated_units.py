"""A unit counts wherever it stands: row by row, beside a title, in a note; one that is not known is doubted."""

import pytest

from botilbud_desktop.domain.table_import.html import tables_of_html
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, plan_import
from botilbud_desktop.domain.table_import.reading import Verdict
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.domain.table_import.units import states_unknown_unit
from tests.domain.table_import.test_accounts import planned
from tests.rules.samples import ROUND

LOAN = "projects[].loan.2025"


def loans(text: str) -> list[tuple[object, Verdict]]:
    return [(row.cells[LOAN].value, row.cells[LOAN].verdict) for row in planned(grid_of_tsv(text)).rows]


def test_a_column_of_units_holds_row_by_row() -> None:
    rows = "Sol\t4,5\tmio. kr.\nMåne\t300\tt.kr.\nHus\t700.000\tkr.\n"
    assert loans(f"Projekt\tLån 2025\tEnhed\n{rows}") == [
        (4500, Verdict.UNDERSTOOD),
        (300, Verdict.UNDERSTOOD),
        (700, Verdict.UNDERSTOOD),
    ]
    found = loans(f"Projekt\tLån 2025 (1.000 kr.)\tEnhed\n{rows}Gård\t5\t\n")
    assert [verdict for _value, verdict in found] == [
        Verdict.DOUBTFUL,
        Verdict.UNDERSTOOD,
        Verdict.DOUBTFUL,
        Verdict.DOUBTFUL,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Socialforvaltningen\t\tMio. kr.\nProjekt\tLån 2025\tAndel\nHus\t15\t25\n",
        "Projekt\tLån 2025\tAndel\nHus\t15\t25\nTal i mio. kr.\n",
        "Projekt\tLån 2025\tAndel\nHus\t15\t25\nAlle tal er i mio. kr.\n",
        "Projekt\tLån 2025\tAndel\nHus\t15\t25\nMio. kr.\n",
        "Projekt\tLån 2025\tPladser 2025\nEnhed\tmio. kr.\tstk.\nHus\t15\t4\n",
    ],
)
def test_a_unit_beside_the_table_is_used(text: str) -> None:
    assert loans(text)[0] == (15_000, Verdict.UNDERSTOOD)


@pytest.mark.parametrize(
    "unit", ["(100.000 kr.)", "(10.000 kr.)", "(€)", "(M kr.)", "(EUR)", "(100 kr.)", "[i 10.000 kr.]"]
)
def test_an_unknown_unit_is_doubted(unit: str) -> None:
    assert states_unknown_unit(f"Lån 2025 {unit}")
    ((_value, verdict),) = loans(f"Projekt\tLån 2025 {unit}\nHus\t15\n")
    assert verdict is Verdict.DOUBTFUL


@pytest.mark.parametrize(
    "unit", ["(1.000 kr.)", "(1000 kr)", "(1.000.000 kr.)", "(kr.)", "(mio. kr.)", "(hele 1.000 kr.)", "1"]
)
def test_known_units_are_not_unknown(unit: str) -> None:
    assert not states_unknown_unit(f"Lån 2025 {unit}")


def test_one_small_amount_does_not_silence_the_question_of_kroner() -> None:
    (unit,) = planned(grid_of_tsv("Projekt\tLån 2025\nSol\t450.000\nMåne\t300\n")).units.values()
    assert "Er de i kroner?" in unit.remark
    assert unit.is_noteworthy


def test_a_line_above_a_copied_table_tells_its_unit() -> None:
    rows = "<table><tr><td>Projekt<td>Lån 2025<tr><td>Hus<td>15</table>"
    for above, value in (("<p>Beløb i mio. kr.</p>", 15_000), ("<p>Vi søger 5 mio. kr.</p>", 15)):
        (table,) = tables_of_html(f"{above}{rows}")
        layout = layout_of(table.grid, ROUND)
        plan = plan_import(table.grid, ImportOptions(layout.first_row, layout.meanings), 0, ROUND, table.marks)
        assert plan.rows[0].cells[LOAN].value == value
