"""Tables from a spreadsheet: headings are recognised, cells read and projects inserted or replaced."""

from datetime import date
from typing import Any

import pytest

from botilbud_desktop.domain.application import Application, LegalBasis, Origin, PlaceGroup, Project
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.applying import applied
from botilbud_desktop.domain.table_import.cells import MOST_COLUMNS, MOST_ROWS, Cell, Grid, grid_of
from botilbud_desktop.domain.table_import.html import grid_of_html
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.left_out import Reason
from botilbud_desktop.domain.table_import.plan import ImportOptions, Plan, plan_import
from botilbud_desktop.domain.table_import.reading import ReadCell, Verdict, read_cell
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.domain.web_form.table_export import as_html, as_tsv, table_rows
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

NAME, SHARE, DATE = "projects[].name", "projects[].share_for_others", "projects[].completion_date"
LOAN, PLACES = "projects[].loan.2025", "projects[].expansion.2025"
ALL = tuple(
    f"projects[].{part}"
    for part in (
        "name",
        "loan.2025",
        "loan.2026",
        "expansion.2025",
        "expansion.2026",
        "share_for_others",
        "completion_date",
    )
)


@pytest.fixture(scope="module")
def form() -> Round:
    return FormLibrary(forms_folder()).round("LanBotilbud_2025-26")


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def draft(*projects: Project, half_typed: dict[str, str] | None = None) -> Snapshot:
    application = Application(id=uuid(0), round="LanBotilbud_2025-26", projects=projects)
    return Snapshot(application, half_typed or {})


def planned(grid: Grid, form: Round, projects: int = 0, **wishes: Any) -> Plan:
    layout = layout_of(grid, form)
    return plan_import(grid, ImportOptions(layout.first_row, layout.meanings)._replace(**wishes), projects, form)


def inserted(text: str, form: Round, before: Snapshot | None = None, **wishes: Any) -> Snapshot:
    before = before or draft()
    ids = iter(uuid(number) for number in range(100, 200))
    plan = planned(grid_of_tsv(text), form, len(before.application.projects), **wishes)
    return applied(plan, before, form, lambda: next(ids))


def read(cell: Cell, path: str, form: Round, *, unit: Unit | None = None, in_fractions: bool = False) -> ReadCell:
    return read_cell(cell, path, form, unit=unit, in_fractions=in_fractions)


def test_quoted_cells_keep_line_breaks_tabs_and_doubled_quotation_marks() -> None:
    grid = grid_of_tsv('A\t"x\r\ny\t""z"""\r\n"Solgården" i Aalborg\t3\r\n\r\n')
    assert grid == (("A", 'x\r\ny\t"z"'), ('"Solgården" i Aalborg', "3"))


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_all_line_ends_part_rows(end: str) -> None:
    assert grid_of_tsv(f"A\tB{end}1\t2") == (("A", "B"), ("1", "2"))


def test_a_table_of_word_is_read_and_nothing_but_its_words() -> None:
    markup = (
        "<html><head><style><!-- td {color:red} --></style></head><body><p>før</p><table><tr>"
        "<td colspan=2><p class=MsoNormal>Projekt</p></td><th>L&aring;n<br>2025</th></tr>"
        "<tr><td>Hus<script>alert(1)</script></td><td></td><td><p>22.900\n kr.</p><p>&nbsp;</p></td></tr></table>"
    )
    assert grid_of_html(markup) == (("Projekt", None, "Lån\n2025"), ("Hus", "", "22.900 kr."))


def test_the_lines_of_a_cell_are_kept_without_needless_spaces_and_empty_lines() -> None:
    markup = "<table><tr><td> Hus   ved <br> <p> åen</p><div>og mere</div><li>nu</td></tr></table>"
    assert grid_of_html(markup) == (("Hus ved\nåen\nog mere\nnu",),)


def test_accents_above_letters_do_not_matter_in_headings(form: Round) -> None:
    assert layout_of(grid_of_tsv("Prójekt\tLån 2025\nHus\t5"), form).meanings == (NAME, LOAN)


def test_far_too_large_tables_are_looked_at_in_part() -> None:
    grid = grid_of_tsv(("x\t" * 300 + "x\n") * 900)
    assert (len(grid), len(grid[0])) == (MOST_ROWS, MOST_COLUMNS)
    grid = grid_of_html("<table>" + ("<tr>" + "<td>x" * 10) * 600)
    assert (len(grid), len(grid[0])) == (MOST_ROWS, 10)
    grid = grid_of_html("<table>" + ("<tr>" + "<td>x" * 300) * 20)
    assert (len(grid), len(grid[0])) == (20, MOST_COLUMNS)
    with pytest.raises(TooMuchMarkupError):
        grid_of_html("<table>" + ("<tr>" + "<td>x" * 300) * 900)


def test_the_ministrys_own_wording_is_recognised_in_any_order_whatever_the_spaces_and_letters(form: Round) -> None:
    fields = form.columns[::-1]
    headings = [f"  {field.wording.upper().replace(' ', '  ')} " for field in fields]
    layout = layout_of(grid_of([headings, ["x"] * 7]), form)
    assert layout.meanings == tuple(field.path for field in fields)
    assert (layout.first_row, layout.is_guess) == (1, False)


def test_the_ministrys_whole_table_with_row_numbers_and_two_rows_of_headings(form: Round) -> None:
    rows = [
        ["Projekt", *"ABCDEFG"],
        ["", *(field.wording for field in form.columns)],
        ["1", "Hus", "22.900"],
        ["2"],
        ["", "I alt", "22.900"],
    ]
    grid = grid_of(rows)
    assert layout_of(grid, form).meanings == ("", *ALL)
    plan = planned(grid, form)
    assert [row.cells[NAME].value for row in plan.rows] == ["Hus"]
    assert (plan.left_out_for(Reason.NOTHING_CHOSEN), plan.total_rows) == (1, 1)


@pytest.mark.parametrize(
    ("headings", "meanings"),
    [
        ("Projektnavn|Lån 2025|Lån\n2026|Pladser 2025|pladser 2026|Andel|Afsluttes", ALL),
        ("A|B|C|D|E|F|G", ALL),
        ("a.|Kolonne B|kol. C|D)|E:|F|G", ALL),
        ("A. Projekt|B. Lån\n2025|C. Lån\n2026|D. Pladser\n2025|E. Pladser\n2026|F. Andel\n(pct.)|G. Afsluttes", ALL),
        ("Projekt|2025|2026", ALL[:3]),
        ("Andel til andre kommuner (%)|Ansøgt lånebeløb 2026|Navn", (SHARE, "projects[].loan.2026", NAME)),
        ("Projekt|Leder|Bruttoanlægsudgift 2025|Færdiggørelse", (NAME, "", "", DATE)),
        ("Projekt|Laan 2025|Navn", (NAME, LOAN, "")),
    ],
)
def test_short_headings_are_recognised(headings: str, meanings: tuple[str, ...], form: Round) -> None:
    grid = grid_of([headings.split("|"), ["x"] * len(meanings)])
    assert layout_of(grid, form).meanings == meanings


def test_years_below_the_heading_of_a_group_belong_to_it(form: Round) -> None:
    text = "Udkast\n\nProjekt\tLån\t\tPladser\t\n\t2025\t2026\t2025\t2026\nHus\t1\t2\t3\t4\n"
    layout = layout_of(grid_of_tsv(text), form)
    assert layout.meanings == ALL[:5]
    assert layout.first_row == 4


def test_without_headings_the_columns_are_taken_in_order_and_that_is_said(form: Round) -> None:
    full = layout_of(grid_of_tsv("Hus\t1\t2\t3\t4\t50\t1.9.2026"), form)
    assert (full.meanings, full.is_guess, full.first_row) == (ALL, True, 0)
    assert layout_of(grid_of_tsv("1\t2\t3\t4\t50\t1.9.2026"), form).meanings == ALL[1:]
    assert layout_of(grid_of_tsv("1\tHus\t1\t2\t3\t4\t50\t1.9.2026"), form).meanings == ("", *ALL)
    assert layout_of(grid_of_tsv("Hus\t1\t2"), form).meanings == ("", "", "")


def test_words_above_numbers_are_headings_though_nobody_knows_them(form: Round) -> None:
    layout = layout_of(grid_of_tsv("Sted\tBeløb 2025\nHus\t500"), form)
    assert (layout.first_row, layout.meanings) == (1, ("", LOAN))
    layout = layout_of(grid_of_tsv("a1\tb1\tc1\td1\te1\tf1\tg1\nHus\t1\t2\t3\t4\t50\t1.9.2026"), form)
    assert (layout.first_row, layout.meanings, layout.is_guess) == (1, ALL, True)


@pytest.mark.parametrize("text", ["22900", "22.900", "22 900", "22\u00a0900 kr.", "22,9 mio.", "22.900,00"])
def test_amounts_are_read_as_they_are_typed(text: str, form: Round) -> None:
    assert read(text, LOAN, form) == ReadCell(Verdict.UNDERSTOOD, 22900, "22.900")


def test_numbers_of_a_workbook_are_amounts_without_its_noise(form: Round) -> None:
    assert read(22900.0, LOAN, form).value == 22900
    assert read(22899.999999999996, LOAN, form).value == 22900
    half = read(22.9, LOAN, form)
    assert (half.verdict, half.value, half.shown) == (Verdict.NOT_UNDERSTOOD, None, "22,9")
    assert "22,9 mio. kr." in half.remark


def test_whole_kroner_are_doubtful_and_can_be_converted(form: Round) -> None:
    doubtful = read("22.900.000", LOAN, form)
    assert (doubtful.verdict, doubtful.value) == (Verdict.DOUBTFUL, 22_900_000)
    assert "kroner" in doubtful.remark
    assert read("22.900.000 kr.", LOAN, form, unit=Unit.KRONER).value == 22900
    assert read("22.900.000 kr.", LOAN, form) == ReadCell(Verdict.UNDERSTOOD, 22900, "22.900")
    assert read("22,9 mio.", LOAN, form, unit=Unit.KRONER).value == 22900
    assert read("22.900.500", LOAN, form, unit=Unit.KRONER).verdict is Verdict.NOT_UNDERSTOOD


def test_parts_of_one_are_read_as_per_cent_and_marked(form: Round) -> None:
    assert read("25 %", SHARE, form) == ReadCell(Verdict.UNDERSTOOD, "25", "25")
    quarter = read(0.25, SHARE, form)
    assert (quarter.verdict, quarter.value, quarter.remark) == (Verdict.DOUBTFUL, "25", "0,25 er læst som 25 pct.")
    assert read(1 / 3, SHARE, form).value == "33.33"
    assert "afrundet" in read(1 / 3, SHARE, form).remark
    assert read(0.07, SHARE, form).value == "7"
    assert read(1.0, SHARE, form, in_fractions=True).value == "100"
    assert read(1.0, SHARE, form).value == "1"
    assert read("0,5 %", SHARE, form) == ReadCell(Verdict.UNDERSTOOD, "0.5", "0,5")
    assert read("5 af 19", SHARE, form).verdict is Verdict.NOT_UNDERSTOOD


@pytest.mark.parametrize("cell", ["30-11-2025", "30.11.2025", "30/11/2025", "30. november 2025", date(2025, 11, 30)])
def test_dates_are_read_in_all_notations(cell: Cell, form: Round) -> None:
    assert read(cell, DATE, form) == ReadCell(Verdict.UNDERSTOOD, date(2025, 11, 30), "30.11.2025")


@pytest.mark.parametrize("cell", ["søndag den 30. november 2025", "Søn. 30-11-2025", "søndag, 30. nov 2025"])
def test_the_day_of_the_week_does_not_matter(cell: str, form: Round) -> None:
    assert read(cell, DATE, form) == ReadCell(Verdict.UNDERSTOOD, date(2025, 11, 30), "30.11.2025")


@pytest.mark.parametrize("cell", ["nov-25", "nov. 2025", "November 2025", "nov/25"])
def test_a_month_alone_is_a_doubtful_date(cell: str, form: Round) -> None:
    found = read(cell, DATE, form)
    assert (found.verdict, found.value) == (Verdict.DOUBTFUL, date(2025, 11, 30))


def test_a_day_number_is_a_doubtful_date(form: Round) -> None:
    assert read(45991, DATE, form).value == date(2025, 11, 30)
    assert read(45991, DATE, form).verdict is Verdict.DOUBTFUL
    assert read("2025", DATE, form).verdict is Verdict.NOT_UNDERSTOOD
    assert read("31-12-25", DATE, form) == ReadCell(Verdict.UNDERSTOOD, date(2025, 12, 31), "31.12.2025")
    quarter = read("1. kvartal 2026", DATE, form)
    assert (quarter.verdict, quarter.value) == (Verdict.DOUBTFUL, date(2026, 3, 31))
    assert quarter.remark == "»1. kvartal 2026« er læst som datoen 31.03.2026."
    assert read("31.02.2026", DATE, form).shown == "31.02.2026"


def test_an_import_adds_projects_with_what_was_not_understood_kept_to_mend(form: Round) -> None:
    text = (
        "Projekt\tLån 2025\tPladser 2025\tAndel\tAfsluttes\r\nHus\t22,9\t19\t100\t30-11-2025\r\nI alt\t22,9\t19\t\t\r\n"
    )
    after = inserted(text, form, draft(Project(id=uuid(1), name="Før")))
    before, project = after.application.projects
    assert before.name == "Før"
    assert project.name == "Hus"
    assert project.loan == {"2025": None, "2026": None}
    assert project.places == (PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107_108, origin=Origin.NEW, count=19),)
    assert (project.share_for_others, project.completion_date) == ("100", date(2025, 11, 30))
    assert after.half_typed == {"projects[1].loan.2025": "22,9"}


def test_an_update_touches_nothing_that_the_table_does_not_hold(form: Round) -> None:
    kept = PlaceGroup(year=2025, legal_basis=LegalBasis.ABL_105, origin=Origin.NEW, count=3)
    parted = [
        PlaceGroup(year=2025, legal_basis=basis, origin=Origin.NEW, count=count)
        for basis, count in ((LegalBasis.SEL_107, 15), (LegalBasis.SEL_108, 4))
    ]
    project = Project(
        id=uuid(1), name="Hus", loan={"2025": 1, "2026": 2}, places=(*parted, kept), description="Lang tekst"
    )
    before = draft(
        project, half_typed={"projects[0].places[2].count": "tre", "projects[0].loan.2025": "1,5", "description": ""}
    )
    same = inserted("Projekt\tPladser 2025\nHus\t19", form, before, update_from=0)
    assert same == before
    after = inserted("Projekt\tLån 2025\tPladser 2025\n\t500\t20", form, before, update_from=0)
    one = PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107_108, origin=Origin.NEW, count=20)
    assert after.application.projects == (replace(project, loan={"2025": 500, "2026": 2}, places=(one, kept)),)
    assert after.half_typed == {"projects[0].places[1].count": "tre", "description": ""}


def test_one_group_of_places_keeps_its_paragraph_and_half_typed_places_are_kept(form: Round) -> None:
    group = PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_108, origin=Origin.NEW, count=4)
    before = draft(Project(id=uuid(1), name="Hus", places=(group,)))
    after = inserted("Projekt\tPladser 2025\nHus\t9", form, before, update_from=0)
    assert after.application.projects[0].places == (replace(group, count=9),)
    unread = inserted("Projekt\tPladser 2025\nHus\tni", form, before, update_from=0)
    assert unread.half_typed == {"projects[0].places[0].count": "ni"}
    none = inserted("Projekt\tPladser 2025\nHus\t0", form, before, update_from=0)
    assert none.application.projects[0].places == ()


def test_a_number_that_was_half_typed_is_replaced_by_the_same_number(form: Round) -> None:
    group = PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_108, origin=Origin.NEW, count=4)
    project = Project(id=uuid(1), name="Hus", places=(group,))
    before = draft(project, half_typed={"projects[0].places[0].count": "fire"})
    after = inserted("Projekt\tPladser 2025\nHus\t4", form, before, update_from=0)
    assert (after.application.projects, after.half_typed) == ((project,), {})


def test_a_column_of_parts_of_one_is_read_as_per_cent_throughout(form: Round) -> None:
    def shares(*cells: Cell) -> list[object]:
        plan = planned(grid_of([["Projekt", "Andel"], *(["Hus", cell] for cell in cells)]), form)
        return [row.cells[SHARE].value for row in plan.rows]

    assert shares(0.25, 1.0) == ["25", "100"]
    assert shares("0,5", "1") == ["50", "100"]
    assert shares(25, 1) == ["25", "1"]


def test_a_date_where_a_name_should_be_is_shown_as_one(form: Round) -> None:
    cell = read(date(2025, 11, 30), NAME, form)
    assert (cell.verdict, cell.value) == (Verdict.DOUBTFUL, "2025-11-30")
    assert read("=1", PLACES, form).shown == "=1"
    assert read(date(2025, 11, 30), PLACES, form).shown == "2025-11-30"


def test_a_letter_alone_is_a_name_and_a_heading_is_doubted(form: Round) -> None:
    assert read("B", NAME, form).verdict is Verdict.UNDERSTOOD
    assert read("Projekt", NAME, form).verdict is Verdict.UNDERSTOOD
    doubted = read("Lån 2025", NAME, form)
    assert doubted.remark == "Det ligner en overskrift. Står projekterne i kolonner?"


def test_a_sixth_project_is_too_much_and_nothing_is_done(form: Round) -> None:
    rows = "Projekt\tLån 2025\n" + "".join(f"Hus {number}\t1\n" for number in range(6))
    plan = planned(grid_of_tsv(rows), form)
    assert plan.is_too_much
    with pytest.raises(ValueError, match="room"):
        applied(plan, draft(), form, lambda: uuid(1))
    five = planned(grid_of_tsv(rows[: rows.index("Hus 5")]), form)
    assert not five.is_too_much


def round_trip_drafts() -> list[Snapshot]:
    names = ("=1+1", "+45 99", "-2", "@SUM(A1)", "'=2", 'To "huse"', "<b>fed</b> & mere", "I alt det nye", "Ærø  ")
    return [
        draft(
            Project(
                id=uuid(1),
                name=name,
                loan={"2025": 22900, "2026": None},
                places=(PlaceGroup(year=2026, legal_basis=LegalBasis.SEL_107_108, origin=Origin.NEW, count=8),),
                share_for_others="0.5",
                completion_date=date(2025, 9, 5),
            )
        )
        for name in names
    ]


@pytest.mark.parametrize("way", ["tsv", "html"])
@pytest.mark.parametrize("before", round_trip_drafts(), ids=lambda before: before.application.projects[0].name)
def test_what_is_copied_out_and_pasted_in_is_the_same(before: Snapshot, way: str, form: Round) -> None:
    rows = table_rows(before.application, form)
    grid = grid_of_tsv(as_tsv(rows)) if way == "tsv" else grid_of_html(as_html(rows, form))
    after = applied(planned(grid, form), draft(), form, lambda: uuid(1))
    copied, project = after.application.projects[0], before.application.projects[0]
    assert replace(copied, name="") == replace(project, name="")
    assert copied.name == " ".join(project.name.split())
    assert (len(after.application.projects), after.half_typed) == (1, {})


def test_no_cell_that_is_copied_out_is_a_formula(form: Round) -> None:
    for before in round_trip_drafts():
        for row in table_rows(before.application, form):
            assert not any(cell.startswith(("=", "+", "@")) for cell in row)


def test_numbers_go_out_so_that_any_spreadsheet_reads_them(form: Round) -> None:
    application = round_trip_drafts()[-1].application
    assert table_rows(application, form)[1] == ["Ærø", "22900", "", "0", "8", "0,5%", "2025-09-05"]
    assert eligible_places(application.projects[0], form) == {"2025": 0, "2026": 8}
    markup = as_html(table_rows(application, form), form)
    assert markup.count("<tr>") == 3
    border = "border:1px solid #808080;padding:2px 6px"
    number, text = r"mso-number-format:'\#\,\#\#0';text-align:right", r"mso-number-format:'\@'"
    share = "mso-number-format:'0.##%';text-align:right"
    day = r"mso-number-format:'dd\.mm\.yyyy';text-align:right"
    cells = zip([text, *[number] * 4, share, day], ["Ærø", "22900", "", "0", "8", "0,5%", "2025-09-05"], strict=True)
    name, *others = (f' style="{border};{style}">{shown}<' for style, shown in cells)
    as_name = name.replace('">', ';font-weight:normal;text-align:left">')
    row = "".join([f'<th scope="row"{as_name}/th>', *(f"<td{other}/td>" for other in others)])
    assert f"<tr>{row}</tr>" in markup
    headings = "".join(
        f'<th scope="col" style="{border};{text};text-align:left">{column.lettered_label}</th>'
        for column in form.columns
    )
    assert f"<thead>\n<tr>{headings}</tr>\n</thead>\n<tbody>\n<tr>" in markup
    assert markup.startswith(
        '<html lang="da" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
        '<body><table style="border-collapse:collapse">\n<thead>'
    )
    assert markup.endswith("</tr>\n</tbody>\n</table></body></html>")
    assert "<b>" not in as_html(table_rows(round_trip_drafts()[6].application, form), form)
