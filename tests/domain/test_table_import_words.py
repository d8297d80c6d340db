"""The recognised words for headings, sums and units, one by one; and cells that do not fit their column."""

from datetime import UTC, date, datetime

import pytest

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import LONGEST_CELL, Cell, grid_of, text_of
from botilbud_desktop.domain.table_import.headings import Certainty, is_total, is_unit, meaning_of, plain_words
from botilbud_desktop.domain.table_import.html import MOST_CHARACTERS, grid_of_html
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, plan_import
from botilbud_desktop.domain.table_import.reading import Verdict, are_fractions, read_cell, sanitized_line
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.domain.text.markup import TooMuchMarkupError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

NAME, SHARE, DATE = "projects[].name", "projects[].share_for_others", "projects[].completion_date"
LOAN, PLACES = "projects[].loan.2025", "projects[].expansion.2025"


@pytest.fixture(scope="module")
def form() -> Round:
    return FormLibrary(forms_folder()).round("LanBotilbud_2025-26")


def read(cell: Cell, path: str, form: Round) -> tuple[Verdict, object]:
    found = read_cell(cell, path, form, in_fractions=False)
    return found.verdict, found.value


@pytest.mark.parametrize(
    ("headings", "path"),
    [
        (
            "Projekt|Projekter|Projektnavn|Projektnavne|Navn|Navn på projekt|Navn på projektet|Titel|Projekttitel",
            NAME,
        ),
        (
            "Anlægsprojekt|Botilbud|Tilbud",
            NAME,
        ),
        ("Andel|andre kommuner|Rådighed|Eksterne|%|Pct.|Procent|i pct.|I procent", SHARE),
        ("Afslutning|Færdig|Slutdato|Ibrugtagning|Aflevering|Dato", DATE),
        ("Ansøgt 2025|Beløb 2025|Dispensation 2025|Lån 2025|lan 2025|Laan 2025|B) Lån 2025", LOAN),
        ("Pladser 2025|Udvidelse 2025|Ny kapacitet 2025|Boliger 2025", PLACES),
    ],
)
def test_each_word_for_a_column_is_known(headings: str, path: str, form: Round) -> None:
    found = {heading: meaning_of(heading, form) for heading in headings.split("|")}
    assert found == dict.fromkeys(found, (path, Certainty.WORD))


@pytest.mark.parametrize(
    "heading",
    [
        "Bruttoanlægsudgift 2025",
        "Kapacitet 2025",
        "Eksterne pladser",
        "Anlægsudgift 2025",
        "Budget 2025",
        "Takst dato",
        "Pladser der lukkes 2025",
        "Nedlægges dato",
        "Startdato",
        "Begynder dato",
        "Frist dato",
        "Lån i alt",
        "Lån 2024",
        "Lån 2025 og 2026",
        "Lån",
        "2025",
        "H. Andet",
        "Kolonne Z",
        "x" * 301,
        "",
    ],
)
def test_words_for_something_else_are_no_heading_of_the_form(heading: str, form: Round) -> None:
    assert meaning_of(heading, form) is None


def test_a_letter_ahead_counts_where_the_words_behind_it_say_nothing(form: Round) -> None:
    assert meaning_of("B. Det vi gerne vil have", form) == (LOAN, Certainty.WORD)
    assert meaning_of("b) Det vi gerne vil have", form) == (LOAN, Certainty.WORD)
    assert meaning_of("B", form) == (LOAN, Certainty.LETTER)
    assert meaning_of("kol. b", form) == (LOAN, Certainty.LETTER)
    assert meaning_of("A. Bruttoanlægsudgift", form) == (NAME, Certainty.WORD)


def test_a_long_heading_is_read_to_its_limit(form: Round) -> None:
    within = "Andel andre kommuner " + "x" * 279
    assert len(within) == 300
    assert meaning_of(within, form) == (SHARE, Certainty.WORD)
    assert meaning_of(within + "x", form) is None


def test_of_two_columns_that_mean_the_same_the_surer_one_is_taken_and_else_the_first(form: Round) -> None:
    wording = next(field.wording for field in form.fields if field.path == NAME)
    assert layout_of(grid_of([["Navn", wording, "Lån 2025"], ["a", "b", 1]]), form).meanings == ("", NAME, LOAN)
    assert layout_of(grid_of([["Navn", "Titel", "Lån 2025"], ["a", "b", 1]]), form).meanings == (NAME, "", LOAN)


@pytest.mark.parametrize(
    "text",
    [
        "I alt",
        "Ialt",
        "Total",
        "Totalt",
        "Sum",
        "Samlet",
        "Summa",
        "Totaler",
        "I alt sum total samlet",
        "Sum kr.",
        "I alt t.kr.",
        "I alt tkr",
        "I alt mio. kr.",
        "Sum hele 1.000 kr.",
        "I alt pct.",
        "Sum for alle projekter",
        "Sum lån og total",
        "Samlet laan",
    ],
)
def test_each_word_of_a_sum_is_known(text: str, form: Round) -> None:
    assert is_total(text, form)


@pytest.mark.parametrize("text", ["Alt det nye", "I huset", "I alt Solgården", "Total renovering", "", "2025"])
def test_a_name_is_no_sum(text: str, form: Round) -> None:
    assert not is_total(text, form)


@pytest.mark.parametrize(
    "text",
    [
        "kr.",
        "kr",
        "t.kr.",
        "1.000 kr.",
        "1000 kr",
        "i hele 1.000 kr.",
        "(hele 1 000 kr.)",
        "mio. kr.",
        "mio",
        "DKK",
        "1.000 DKK",
        "t. dkk",
        "antal",
        "stk.",
        "pladser",
        "boliger",
        "pct.",
        "i pct.",
        "i procent",
        "%",
        "[antal]",
        "dato",
        "dd-mm-åååå",
        "dd.mm.yyyy",
        "d/m/å",
        " antal ",
    ],
)
def test_each_unit_is_known(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize("text", ["", "500 kr.", "antal pladser i huset", "Solgården", "12-12-2025"])
def test_what_is_no_unit(text: str) -> None:
    assert not is_unit(text)


def test_letters_with_accents_are_plain_letters() -> None:
    assert plain_words(" Lån i 2025 – ÆØÅ, é! ") == "lani2025aeoae"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (None, ""),
        ("  x ", "x"),
        (7, "7"),
        (7.0, "7"),
        (0.1 + 0.2, "0,3"),
        (1e21, "1000000000000000000000"),
        (float("nan"), ""),
        (float("inf"), ""),
        (date(2025, 11, 3), "2025-11-03"),
    ],
)
def test_a_cell_reads_as_a_person_sees_it(cell: Cell, shown: str) -> None:
    assert text_of(cell) == shown


@pytest.mark.parametrize(
    ("cell", "verdict", "remark"),
    [
        ("Hus", Verdict.UNDERSTOOD, ""),
        (7, Verdict.DOUBTFUL, "Her står et tal eller en dato. Er det projektets navn?"),
        (date(2025, 1, 1), Verdict.DOUBTFUL, "Her står et tal eller en dato. Er det projektets navn?"),
        ("#REF!", Verdict.DOUBTFUL, "Cellen viser en fejl i regnearket."),
        ("#I/T", Verdict.DOUBTFUL, "Cellen viser en fejl i regnearket."),
        ("#NAVN?", Verdict.DOUBTFUL, "Cellen viser en fejl i regnearket."),
        ("Fejl:502", Verdict.DOUBTFUL, "Cellen viser en fejl i regnearket."),
        ("#1 hus", Verdict.UNDERSTOOD, ""),
        ("=A1", Verdict.DOUBTFUL, "Her står en formel. Er det projektets navn?"),
        ("Lån 2025", Verdict.DOUBTFUL, "Det ligner en overskrift. Står projekterne i kolonner?"),
        ("Tilbud", Verdict.UNDERSTOOD, ""),
        ("B", Verdict.UNDERSTOOD, ""),
    ],
)
def test_a_name_that_is_hardly_one_is_doubted(cell: Cell, verdict: Verdict, remark: str, form: Round) -> None:
    found = read_cell(cell, NAME, form, in_fractions=False)
    assert (found.verdict, found.remark) == (verdict, remark)


@pytest.mark.parametrize("path", [LOAN, DATE])
@pytest.mark.parametrize("error", ["#DIV/0!", "#I/T", "Err:502", "#TEKST MANGLER!"])
def test_an_error_is_not_understood_and_called_one(error: str, path: str, form: Round) -> None:
    found = read_cell(error, path, form)
    assert (found.verdict, found.shown) == (Verdict.NOT_UNDERSTOOD, error)
    assert found.remark == "Cellen viser en fejl i regnearket."


@pytest.mark.parametrize("nothing", ["-", "–", "—", " – ", "", "  ", None])
def test_a_dash_is_nothing_but_in_a_name(nothing: str | None, form: Round) -> None:
    assert read(nothing, LOAN, form)[0] is Verdict.BLANK
    assert read(nothing, DATE, form)[0] is Verdict.BLANK
    is_dash = bool(nothing and nothing.strip())
    assert read(nothing, NAME, form)[0] is (Verdict.UNDERSTOOD if is_dash else Verdict.BLANK)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (datetime(2025, 11, 30, 12, 30, tzinfo=UTC), date(2025, 11, 30)),
        ("30-11-2025 00:00", date(2025, 11, 30)),
        ("2025-11-30T00:00:00.000", date(2025, 11, 30)),
        (32_874, date(1990, 1, 1)),
        (73_050, date(2099, 12, 31)),
        ("45991", date(2025, 11, 30)),
        (45991.5, date(2025, 11, 30)),
    ],
)
def test_a_day_is_read_from_what_a_sheet_may_hold(cell: Cell, value: date, form: Round) -> None:
    assert read(cell, DATE, form)[1] == value


@pytest.mark.parametrize("cell", [32_873, 73_051, 0, -1, float("nan"), date(1, 1, 1)])
def test_a_number_far_from_any_day_is_none(cell: Cell, form: Round) -> None:
    assert read(cell, DATE, form) == (Verdict.NOT_UNDERSTOOD, None)


@pytest.mark.parametrize(
    ("cells", "are"),
    [
        ([0.25, 1], True),
        ([1, None, "x"], True),
        (["0,5", "1"], True),
        ([0, 0], False),
        ([], False),
        ([None], False),
        ([0.5, 1.01], False),
        ([0.5, 2], False),
        ([0.5, -0.5], False),
        ([0.5, "25 %"], True),
    ],
)
def test_a_column_of_shares_is_of_fractions_when_all_are_parts_of_one(cells: list[Cell], are: bool) -> None:
    assert are_fractions(cells) is are


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("'=2", "=2"),
        ("'+45", "+45"),
        ("'-2", "-2"),
        ("'@x", "@x"),
        ("''=2", "'=2"),
        ("'hus", "'hus"),
        ("'", "'"),
        ("''", "''"),
        (" a \n\n b ", "a   b"),
    ],
)
def test_an_apostrophe_that_kept_a_name_from_being_a_formula_is_left_out(text: str, kept: str) -> None:
    assert sanitized_line(text) == kept


def test_rows_of_headings_in_the_middle_are_left_out_and_a_single_known_word_is_not(form: Round) -> None:
    grid = grid_of_tsv("Projekt\tLån 2025\nHus\t1\nProjekt\tLån 2025\nTilbud\t2\n")
    layout = layout_of(grid, form)
    plan = plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, form)
    assert [row.cells[NAME].value for row in plan.rows] == ["Hus", "Tilbud"]
    assert [row.source for row in plan.rows] == [1, 3]
    assert (plan.empty_rows, plan.total_rows) == (0, 0)


def test_a_single_column_of_words_is_of_names(form: Round) -> None:
    several = layout_of(grid_of_tsv("Solgården\nMånehuset"), form)
    assert (several.meanings, several.is_guess, several.first_row) == ((NAME,), True, 0)
    assert layout_of(grid_of_tsv("Solgården"), form).meanings == ("",)
    assert layout_of(grid_of_tsv("1\n2"), form).meanings == ("",)


@pytest.mark.parametrize(
    ("text", "first_row"),
    [
        ("Sted\tTal\nHus\t5\n", 1),
        ("Sted\nHus\n", 0),
        ("Sted\tTal\nHus\tord\n", 0),
        ("Sted\t3\nHus\t5\n", 0),
        ("Udkast\t\nSted\tTal\nHus\t5\n", 2),
        ("Sted\tTal", 0),
    ],
)
def test_unknown_headings_are_words_right_above_a_number(text: str, first_row: int, form: Round) -> None:
    layout = layout_of(grid_of_tsv(text), form)
    assert layout.first_row == first_row


def test_headings_are_looked_for_in_the_first_twenty_rows(form: Round) -> None:
    table = "Projekt\tLån 2025\nHus\t1\n"
    assert layout_of(grid_of_tsv("x\n" * 19 + table), form).first_row == 20
    assert layout_of(grid_of_tsv("x\n" * 20 + table), form).meanings == ("", "")


def test_letters_alone_are_headings_only_when_there_are_several(form: Round) -> None:
    assert layout_of(grid_of_tsv("A\tB\nHus\t1"), form).meanings == (NAME, LOAN)
    assert layout_of(grid_of_tsv("A\nHus"), form).first_row == 0
    assert layout_of(grid_of_tsv("Navn\nHus"), form).first_row == 1
    assert layout_of(grid_of_tsv("Navn\tx\nHus\ty"), form).first_row == 0


def test_text_in_quotation_marks_may_be_as_long_as_a_cell_of_excel() -> None:
    assert grid_of_tsv(f'"{"x" * LONGEST_CELL}"\ty')[0][0] == "x" * LONGEST_CELL
    assert grid_of_tsv(f'"{"x" * (LONGEST_CELL + 1)}"\ty')[0][0] == f'"{"x" * (LONGEST_CELL + 1)}"'
    assert grid_of_tsv('"a\tb"\t"c""d"') == (("a\tb", 'c"d'),)
    assert grid_of_tsv('"a" b\tc') == (('"a" b', "c"),)
    assert grid_of_tsv("") == ()


def test_markup_that_is_too_long_is_refused_and_what_is_not_closed_gives_what_is_there() -> None:
    table = "<table><tr><td>a</td></tr></table>"
    assert grid_of_html(table + " " * (MOST_CHARACTERS - len(table))) == (("a",),)
    with pytest.raises(TooMuchMarkupError):
        grid_of_html(table + " " * (MOST_CHARACTERS - len(table) + 1))
    assert grid_of_html(table + "<table") == (("a",),)
    assert grid_of_html(table + "<style>x") == (("a",),)
    assert grid_of_html("<td>a</td>") == ()
    assert grid_of_html("ingen tabel") == ()


def test_markup_is_read_as_a_browser_would() -> None:
    assert grid_of_html("<table><td>a<td>b</table>") == (("a", "b"),)
    assert grid_of_html("<TABLE><TR><TD>a<BR>b</TD></TR></TABLE>") == (("a\nb",),)
    assert grid_of_html("<table><tr><td>a<li>b<div>c</td></table>") == (("a\nb\nc",),)
    assert grid_of_html("<table><tr><td>a <b>b</b>  c</td></table>") == (("a b c",),)
    assert grid_of_html("<table><tr><td>a<!-- <td>x --></td><td>b</td></table>") == (("a", "b"),)
    assert grid_of_html("<table><tr><td>a<title>x</title><xml>y</xml></td></table>") == (("a",),)
    assert grid_of_html("<table><tr><td>a<xml/>b</td></table>") == (("ab",),)
    assert grid_of_html("<table><tr><td>x</td></tr></table></table><td>y</td>") == (("x",),)


def test_a_table_in_a_cell_is_one_of_its_own_and_the_longer_one_is_taken() -> None:
    inner = "<table><tr><td>1</td></tr><tr><td>2</td></tr></table>"
    assert grid_of_html(f"<table><tr><td>a{inner}</td></tr></table>") == (("1",), ("2",))
    outer = f"<table><tr><td>a</td></tr><tr><td>b{inner}</td></tr><tr><td>c</td></tr></table>"
    assert grid_of_html(outer) == (("a",), ("b",), ("c",))


def test_a_cell_over_several_columns_or_rows_keeps_the_others_in_their_place() -> None:
    assert grid_of_html("<table><tr><td colspan='2'>a<td>b<tr><td>1<td>2<td>3</table>") == (
        ("a", None, "b"),
        ("1", "2", "3"),
    )
    assert grid_of_html("<table><tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d<tr><td>e<td>f</table>") == (
        ("a", "b"),
        (None, "c"),
        (None, "d"),
        ("e", "f"),
    )
    assert grid_of_html("<table><tr><td rowspan=0>a<td>b<tr><td>c<td>d</table>") == (("a", "b"), ("c", "d"))


def test_a_sum_is_known_by_its_first_words_where_the_name_is_empty(form: Round) -> None:
    grid = grid_of_tsv("Nr.\tProjekt\tLån 2025\n1\tHus\t5\nI alt\t\t5\n\t\t7\n")
    layout = layout_of(grid, form)
    plan = plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, form)
    assert [row.cells[LOAN].value for row in plan.rows] == [5, 7]
    assert plan.total_rows == 1
