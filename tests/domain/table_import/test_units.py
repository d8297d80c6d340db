"""The unit of amounts is read from where people write it; what contradicts itself is doubted, what is missing said."""

import pytest

from botilbud_desktop.domain.table_import.column_units import Origin
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, Plan, plan_import
from botilbud_desktop.domain.table_import.reading import Verdict
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.domain.table_import.units import Unit, units_in
from botilbud_desktop.domain.values.amounts import parse_thousands
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from tests.domain.table_import.test_accounts import planned
from tests.rules.samples import ROUND

LOAN = "projects[].loan.2025"


def plan_of(text: str) -> Plan:
    return planned(grid_of_tsv(text))


def loans(text: str) -> list[tuple[object, Verdict]]:
    return [(row.cells[LOAN].value, row.cells[LOAN].verdict) for row in plan_of(text).rows]


@pytest.mark.parametrize(
    ("unit", "texts"),
    [
        (Unit.KRONER, "Lån 2025 (kr.)|Lån i kroner|Lån, DKK|kr|Lån 2025 [kr]|Beløb i hele kr."),
        (Unit.THOUSANDS, "t.kr.|tkr|T.KR|1.000 kr.|1000 kr|hele 1.000 kr.|(1.000)|i 1000|TDKK|t. kr.|tusinde kr.|kkr"),
        (Unit.MILLIONS, "mio. kr.|mio|Mio.kr.|mill. kr.|millioner kroner|mkr.|MDKK|1.000.000 kr.|(1000000 kr)"),
        (Unit.BILLIONS, "mia. kr.|milliarder"),
    ],
)
def test_each_way_to_state_a_unit_is_known(unit: Unit, texts: str) -> None:
    assert {text: units_in(text) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), (unit,))


@pytest.mark.parametrize(
    "text",
    ["Lån 2025", "Pulje 500 mio. kr.", "22.000 kr.", "1.000 pladser", "kr./døgn", "Takst (kr. pr. døgn)", "Krogen"],
)
def test_an_amount_or_another_word_is_no_unit(text: str) -> None:
    assert units_in(text) == ()


@pytest.mark.parametrize(
    ("unit", "cell"),
    [("mio. kr.", "15"), ("kr.", "15.000.000"), ("t.kr.", "15.000"), ("1.000 kr.", "15.000,00"), ("mia.", "0,015")],
)
@pytest.mark.parametrize(
    "table",
    [
        "Projekt\tLån 2025 ({unit})\tAndel\nHus\t{cell}\t25\n",
        "Projekt\tLån 2025\tAndel\n\t{unit}\t%\nHus\t{cell}\t25\n",
        "Projekt\tLån ({unit})\t\n\t2025\t2026\nHus\t{cell}\t\n",
        "Alle beløb i {unit}\nProjekt\tLån 2025\tAndel\nHus\t{cell}\t25\n",
        "Projekt\tLån 2025\tAndel\nHus\t{cell}\t25\nBeløb i {unit}\n",
    ],
)
def test_a_unit_is_used_wherever_it_stands(table: str, unit: str, cell: str) -> None:
    assert loans(table.format(unit=unit, cell=cell))[0] == (15_000, Verdict.UNDERSTOOD)


@pytest.mark.parametrize(
    "text",
    [
        "Alle beløb i 1.000 kr.\nProjekt\tLån 2025 (mio. kr.)\nHus\t15\n",
        "Projekt\tLån 2025 (mio. kr.)\n\t1.000 kr.\nHus\t15\n",
        "Projekt\tLån 2025 (mio. kr.)\nHus\t15\nBeløb i hele 1.000 kr.\n",
    ],
)
def test_units_that_contradict_each_other_are_doubted(text: str) -> None:
    assert loans(text)[0] == (15_000, Verdict.DOUBTFUL)
    (unit,) = plan_of(text).units.values()
    assert "både" in unit.remark


def test_a_cells_own_unit_holds_before_its_columns() -> None:
    assert loans("Projekt\tLån 2025 (kr.)\nHus\t15 mio.\n") == [(15_000, Verdict.UNDERSTOOD)]
    assert loans("Projekt\tLån 2025 (1.000 kr.)\nHus\t15.000.000 kr.\n") == [(15_000, Verdict.DOUBTFUL)]


@pytest.mark.parametrize(
    ("unit", "cell"), [("kr.", "22.900"), ("kr.", "450.500,50"), ("t.kr.", "22,9"), ("mio.", "22,9005")]
)
def test_what_is_not_whole_thousands_in_its_unit_is_not_understood(unit: str, cell: str) -> None:
    found = loans(f"Projekt\tLån 2025 ({unit})\nHus\t{cell}\n")
    assert found[0][1] in (Verdict.NOT_UNDERSTOOD, Verdict.DOUBTFUL)


def test_an_amount_that_is_far_too_small_for_its_unit_is_doubted() -> None:
    assert loans("Projekt\tLån 2025 (kr.)\nHus\t22.000\n") == [(22, Verdict.DOUBTFUL)]
    assert loans("Projekt\tLån 2025 (kr.)\nHus\t450.000\n") == [(450, Verdict.UNDERSTOOD)]


@pytest.mark.parametrize(
    ("cells", "said", "origin"),
    [
        ("500\n700", "Der står ingen enhed.", Origin.ASSUMED),
        ("15\n22", "Er de i mio. kr.?", Origin.ASSUMED),
        ("450.000\n150.000", "Er de i kroner?", Origin.ASSUMED),
        ("500 kr.\n700 kr.", "Der står kr. ved beløbene", Origin.ASSUMED),
        ("12.000.000 kr.\n900.000 kr.", "De er læst i kroner.", Origin.CELLS),
        ("12.000.000 kr.\n900", "Nogle beløb står i kroner", Origin.ASSUMED),
        ("5 mio. kr.\n12.000.000 kr.", "", Origin.ASSUMED),
    ],
)
def test_a_unit_that_is_not_stated_is_said_and_doubted_where_the_amounts_are_odd(
    cells: str, said: str, origin: Origin
) -> None:
    rows = "".join(f"Hus {index}\t{cell}\n" for index, cell in enumerate(cells.split("\n")))
    (unit,) = plan_of(f"Projekt\tLån 2025\n{rows}").units.values()
    assert said in unit.remark
    assert bool(said) is bool(unit.remark)
    assert unit.origin is origin


def test_the_users_choice_holds_for_the_column() -> None:
    grid = grid_of_tsv("Projekt\tLån 2025 (mio. kr.)\tLån 2026\nHus\t15\t500.000\n")
    layout = layout_of(grid, ROUND)
    wishes = ImportOptions(layout.first_row, layout.meanings, units={1: Unit.THOUSANDS, 2: Unit.KRONER})
    plan = plan_import(grid, wishes, 0, ROUND)
    assert [cell.value for cell in plan.rows[0].cells.values()] == ["Hus", 15, 500]
    assert not any(unit.remark for unit in plan.units.values())


@pytest.mark.parametrize(("unit", "kept"), [("kr.", "22.900 i kroner"), ("mio. kr.", "22.900 i mio. kr.")])
def test_what_is_kept_to_be_put_right_is_never_read_in_another_unit(unit: str, kept: str) -> None:
    (row,) = plan_of(f"Projekt\tLån 2025 ({unit})\nHus\t22.900\n").rows
    cell = row.cells[LOAN]
    assert (cell.verdict, cell.shown) == (Verdict.NOT_UNDERSTOOD, kept)
    with pytest.raises(NotUnderstoodError):
        parse_thousands(kept)


@pytest.mark.parametrize(
    "heading",
    [
        "Lån 2025 i mio.",
        "Lån 2025, mio. kr.",
        "Lån (mio.kr.) 2025",
        "Lån 2025 - mio",
        "Lån 2025 mio. kr.",
        "Lån i 2025 [MIO. KR]",
    ],
)
def test_a_heading_states_its_unit_in_any_place(heading: str) -> None:
    assert loans(f"Projekt\t{heading}\nHus\t15\n") == [(15_000, Verdict.UNDERSTOOD)]


@pytest.mark.parametrize("cell", ["450.000 kr.", "450.000,00 kr.", "450.000,-", "kr. 80.000", "450 kr.", "80.000 DKK"])
@pytest.mark.parametrize("unit", ["1.000 kr.", "mio. kr."])
def test_a_cell_that_says_kroner_contradicts_a_larger_unit_of_its_column(cell: str, unit: str) -> None:
    (row,) = plan_of(f"Projekt\tLån 2025 ({unit})\nHus\t{cell}\n").rows
    assert row.cells[LOAN].verdict in (Verdict.DOUBTFUL, Verdict.NOT_UNDERSTOOD)
    assert row.cells[LOAN].remark
    assert loans(f"Projekt\tLån 2025 ({unit})\nHus\t0 kr.\n") == [(0, Verdict.UNDERSTOOD)]
