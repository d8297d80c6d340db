"""Misleading rows and headings of real sheets: units, sums, clock times, projects in columns."""

import re
from datetime import date

import pytest

from botilbud_desktop.domain.application import LegalBasis, PlaceGroup
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.applying import places_given_up
from botilbud_desktop.domain.table_import.cells import grid_of
from botilbud_desktop.domain.table_import.headings import Certainty, is_total, is_unit, meaning_of
from botilbud_desktop.domain.table_import.html import grid_of_html
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, Plan, plan_import
from botilbud_desktop.domain.table_import.reading import ReadCell, Verdict, read_cell, sanitized_line
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.rules.samples import group, outside, project

HEADINGS = "Projekt\tLån 2025\tLån 2026\tPladser 2025\tPladser 2026\tAndel\tAfslutning\n"
GROUPED = "Projekt\tLån\t\tPladser\t\tAndel\tAfslutning\n\t2025\t2026\t2025\t2026\t\t\n"
NAME, DATE = "projects[].name", "projects[].completion_date"


@pytest.fixture(scope="module")
def form() -> Round:
    return FormLibrary(forms_folder()).round("LanBotilbud_2025-26")


def planned(text: str, form: Round) -> Plan:
    grid = grid_of_tsv(text)
    layout = layout_of(grid, form)
    return plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, form)


def names(text: str, form: Round) -> list[object]:
    return [row.cells[NAME].value for row in planned(text, form).rows]


@pytest.mark.parametrize("headings", [HEADINGS, GROUPED])
@pytest.mark.parametrize(
    "units",
    [
        "\t1.000 kr.\t1.000 kr.\tantal\tantal\tpct.\tdd-mm-åååå",
        "\t(hele 1.000 kr.)\tkr.\tstk.\tpladser\t%\tdato",
        "\tt.kr.\tmio. kr.\tAntal\tAntal\ti procent\t",
    ],
)
def test_a_row_of_units_below_the_headings_is_no_project(headings: str, units: str, form: Round) -> None:
    assert names(f"{headings}{units}\nNord\t5\t6\t7\t8\t9\t1.1.2026\n", form) == ["Nord"]


def test_one_word_below_the_headings_is_a_name(form: Round) -> None:
    assert names(f"{HEADINGS}Pladser\nNord\t5\n", form) == ["Pladser", "Nord"]


def test_of_two_rows_of_headings_the_first_decides(form: Round) -> None:
    grid = grid_of_tsv("Projekt\tLån 2025\tAndel\nNavn\tPladser 2025\tProcent\nNord\t5\t25\n")
    layout = layout_of(grid, form)
    assert (layout.first_row, layout.meanings) == (2, (NAME, "projects[].loan.2025", "projects[].share_for_others"))


def test_an_exact_heading_below_decides_against_a_word_above(form: Round) -> None:
    wording = next(column.wording for column in form.columns if column.path == "projects[].expansion.2025")
    grid = grid_of_tsv(f"Projekt\tLån 2025\nNavn\t{wording}\nNord\t5\n")
    assert layout_of(grid, form).meanings == (NAME, "projects[].expansion.2025")


@pytest.mark.parametrize("figure", ["5 mio.", "5.000", "1,5", " 7", "12"])
def test_unknown_words_above_a_figure_are_headings(figure: str, form: Round) -> None:
    assert layout_of(grid_of_tsv(f"Sted\tSum\nHus\t{figure}"), form).first_row == 1


def test_unknown_words_above_numbers_and_dates_of_a_workbook_are_headings(form: Round) -> None:
    for figure in (5, 5.5, date(2025, 1, 1)):
        assert layout_of(grid_of([["Sted", "Sum"], ["Hus", figure]]), form).first_row == 1
        assert layout_of(grid_of([["Hus", figure], ["Sted", figure]]), form).first_row == 0
    assert layout_of(grid_of([["Sted", "Sum"], ["Hus", "ja"], ["Hus", None]]), form).first_row == 0
    assert layout_of(grid_of([["Sted", None], [5, None], ["Hus", "x"]]), form).first_row == 0


def test_amounts_are_no_units(form: Round) -> None:
    assert not any(map(is_unit, ("", "22.900", "5.000 kr.", "8 pladser", "25 %", "30-11-2025", "Nord")))
    assert len(planned("Lån 2025\tLån 2026\n5.000 kr.\t1.000 kr.\n", form).rows) == 1


@pytest.mark.parametrize(
    "text",
    ["I alt", "I alt (1.000 kr.)", "I alt:", "Total 2025-26", "TOTAL", "Sum", "Sum i alt", "I alt for alle projekter"],
)
def test_a_row_of_sums_is_left_out_however_it_is_called(text: str, form: Round) -> None:
    assert is_total(text, form)
    assert names(f"{HEADINGS}Nord\t5\nSyd\t6\n{text}\t11\n", form) == ["Nord", "Syd"]


@pytest.mark.parametrize("text", ["Samlet bosted Nord", "Total renovering", "Summerbo", "Nord i alt", "Altan"])
def test_a_name_that_begins_like_a_sum_is_a_project(text: str, form: Round) -> None:
    assert not is_total(text, form)


@pytest.mark.parametrize("heading", ["Planlagt 2025", "Anlægsplan 2025", "Balance 2025", "Landsbyggefonden 2025"])
def test_letters_within_another_word_are_no_loan(heading: str, form: Round) -> None:
    assert meaning_of(heading, form) is None


def test_each_wording_of_a_column_is_certain_with_and_without_its_hint_and_letter(form: Round) -> None:
    for column in form.columns:
        bare, label = (re.sub(r" ?\([^()]*\)$", "", words) for words in (column.wording, column.label))
        for heading in (column.wording, bare, column.label, label, column.lettered_label):
            assert meaning_of(heading, form) == (column.path, Certainty.WORDING)
        for words in (column.wording, label):
            assert meaning_of(f"{column.column}. {words}", form) == (column.path, Certainty.WORDING)


@pytest.mark.parametrize("heading", ["Lån 2025", "Låneansøgning 2025", "Laan 2025", "LAN 2025", "Anlægslån i 2025"])
def test_a_loan_is_one_however_it_is_written(heading: str, form: Round) -> None:
    found = meaning_of(heading, form)
    assert found is not None
    assert found[0] == "projects[].loan.2025"


@pytest.mark.parametrize("clock", ["00:00", "00:00:00", "00.00", "0:00:00.000"])
def test_a_time_of_day_behind_a_date_does_not_matter(clock: str, form: Round) -> None:
    for day in ("2025-11-30", "30-11-2025"):
        cell = planned(f"Projekt\tAfslutning\nNord\t{day} {clock}\n", form).rows[0].cells[DATE]
        assert (cell.verdict, cell.shown) == (Verdict.UNDERSTOOD, "30.11.2025")


def test_projects_that_stand_in_columns_are_doubted(form: Round) -> None:
    plan = planned("Projekt\tNord\tSyd\nLån 2025\t5\t6\nPladser 2025\t7\t8\n", form)
    assert [row.cells[NAME].verdict for row in plan.rows] == [Verdict.DOUBTFUL, Verdict.DOUBTFUL]


def test_a_note_below_the_table_is_doubted(form: Round) -> None:
    plan = planned(f"{HEADINGS}Nord\t5\nNote: beløb i 1.000 kr.\n", form)
    assert [row.cells[NAME].verdict for row in plan.rows] == [Verdict.UNDERSTOOD, Verdict.DOUBTFUL]
    only_names = planned(f"{HEADINGS}Nord\nSyd\n", form)
    assert [row.cells[NAME].verdict for row in only_names.rows] == [Verdict.UNDERSTOOD, Verdict.UNDERSTOOD]


def test_a_formula_is_hardly_a_name(form: Round) -> None:
    assert planned(f"{HEADINGS}=B4\t5\n", form).rows[0].cells[NAME].verdict is Verdict.DOUBTFUL


def test_a_cell_of_word_that_reaches_over_two_rows_shifts_nothing(form: Round) -> None:
    headings = (
        "<tr><td rowspan=2>Projekt</td><td colspan=2>Lån</td><td colspan=2>Pladser</td><td rowspan='2'>Andel</td></tr>"
        "<tr><td>2025</td><td>2026</td><td>2025</td><td>2026</td></tr>"
    )
    rows = (
        "<tr><td>Nord</td><td>5</td><td rowspan=2>6</td><td>7</td><td>8</td><td>25 %</td></tr>"
        "<tr><td>Syd</td><td>15</td><td>17</td><td>18</td><td>35 %</td></tr>"
    )
    grid = grid_of_html(f"<table>{headings}{rows}</table>")
    layout = layout_of(grid, form)
    below = ("name", "loan.2025", "loan.2026", "expansion.2025", "expansion.2026", "share_for_others")
    assert layout.meanings == tuple(f"projects[].{path}" for path in below)
    assert grid[layout.first_row :] == (
        ("Nord", "5", "6", "7", "8", "25 %"),
        ("Syd", "15", None, "17", "18", "35 %"),
    )


def test_a_letter_alone_in_its_row_is_no_heading(form: Round) -> None:
    assert layout_of(grid_of_tsv("A\nNord\nSyd"), form).first_row == 0
    assert layout_of(grid_of_tsv("Projekt\nNord\nSyd"), form).first_row == 1


@pytest.mark.parametrize(
    "amount", ["5 mio. kr.", "5 MILL.", "0,005 mia.", "5.000 t.kr.", "5.000 tkr", "5.000 1.000 kr."]
)
def test_an_amount_that_states_its_unit_is_not_in_kroner(amount: str, form: Round) -> None:
    loan = "projects[].loan.2025"
    cell = read_cell(amount, loan, form, unit=Unit.KRONER)
    assert (cell.verdict, cell.value) == (Verdict.UNDERSTOOD, 5_000)


def test_a_column_beyond_the_most_columns_is_left_out() -> None:
    rows = "".join(f"<td colspan={span}>{span}" for span in (49, 1, 1))
    (row,) = grid_of_html(f"<table><tr>{rows}</table>")
    assert (len(row), row[0], row[49]) == (50, "49", "1")


@pytest.mark.parametrize(("share", "verdict"), [("0,5", Verdict.DOUBTFUL), ("0,x", Verdict.NOT_UNDERSTOOD)])
def test_only_digits_behind_the_comma_make_a_part_of_one(share: str, verdict: Verdict, form: Round) -> None:
    path = "projects[].share_for_others"
    assert read_cell(share, path, form, in_fractions=False).verdict is verdict


def test_an_amount_of_the_whole_pool_is_no_slip(form: Round) -> None:
    pool = form.pool_of("2025")
    assert pool is not None
    loan = "projects[].loan.2025"
    read = [read_cell(amount, loan, form, in_fractions=False) for amount in (pool, pool + 1)]
    assert [cell.verdict for cell in read] == [Verdict.UNDERSTOOD, Verdict.DOUBTFUL]


@pytest.mark.parametrize(
    ("text", "kept"),
    [("'=1", "=1"), ("''=1", "'=1"), ("'", "'"), ("''", "''"), ("'a", "'a"), ("'-", "-"), ("'@x'", "@x'"), ("=", "=")],
)
def test_an_apostrophe_that_only_prevented_a_formula_is_dropped(text: str, kept: str) -> None:
    assert sanitized_line(text) == kept


def test_lines_of_a_name_become_one() -> None:
    assert sanitized_line(" a\n\nb \n") == "a b"


def test_only_the_rows_below_the_headings_decide_whether_shares_are_parts_of_one(form: Round) -> None:
    share = "projects[].share_for_others"
    grid = grid_of([["Projekt", 25], ["Hus", 0.5], ["Andet", 1]])
    plan = plan_import(grid, ImportOptions(1, (NAME, share)), 0, form)
    assert [row.cells[share].value for row in plan.rows] == ["50", "100"]


def test_quotation_marks_count_in_each_row_up_to_the_most_columns() -> None:
    wide = "\t".join(["x"] * 60)
    grid = grid_of_tsv(f'{wide}\n"a\tb"\tc\n')
    assert grid[1][:2] == ("a\tb", "c")
    cells = "\t".join(f'"{number}\tz"' for number in range(60))
    (row,) = grid_of_tsv(cells)
    assert (len(row), row[0], row[49]) == (50, "0\tz", "49\tz")


def test_the_groups_of_places_given_up_are_told(form: Round) -> None:
    groups = (group(3), group(4, LegalBasis.SEL_108), group(5, year=2026), outside(6))
    parted = project(places=groups)

    def given_up(value: int | None, verdict: Verdict = Verdict.UNDERSTOOD) -> tuple[PlaceGroup, ...]:
        return places_given_up(parted, "2025", ReadCell(verdict, value), form)

    assert given_up(8) == groups[:2]
    assert given_up(7) == ()
    assert given_up(None, Verdict.BLANK) == ()
    assert given_up(None, Verdict.NOT_UNDERSTOOD) == groups[:2]
    assert places_given_up(parted, "2026", ReadCell(Verdict.UNDERSTOOD, 8), form) == ()
