"""A form with another order of fields: everything produced import re
import re
from a draft without the window follows that order.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.make import make_document
from botilbud_desktop.domain.application import Application, LegalBasis, Project
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_labels import full_label
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.applying import applied
from botilbud_desktop.domain.table_import.cells import Grid, grid_of
from botilbud_desktop.domain.table_import.html import grid_of_html
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, plan_import
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.domain.web_form.answers import answers
from botilbud_desktop.domain.web_form.form_fields import web_fields
from botilbud_desktop.domain.web_form.table_export import as_html, as_tsv, table_rows
from botilbud_desktop.domain.web_form.transfer import digest_of, transfer_items
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.plain import plain
from tests.documents.samples import COMPLETE, in_order, read
from tests.other_forms import NAMES, ORDERS, OtherOrder, library_with
from tests.rules.samples import group

TODAY = date(2024, 5, 3)
PROJECT = Project(
    id="00000000-0000-4000-8000-000000000007",
    name="Solgården",
    loan={"2025": 11000, "2026": 12000},
    places=(group(13, LegalBasis.SEL_107_108, year=2025), group(14, LegalBasis.SEL_107_108, year=2026)),
    share_for_others="55",
    completion_date=date(2026, 9, 6),
)
DRAFT = replace(COMPLETE, projects=(PROJECT,))
PRINTED = {
    "name": "Solgården",
    "loan.2025": "11.000",
    "loan.2026": "12.000",
    "expansion.2025": "13",
    "expansion.2026": "14",
    "share_for_others": "55",
    "completion_date": "06/09/2026",
}
TYPED = PRINTED | {"loan.2025": "11000", "loan.2026": "12000"}
COPIED = TYPED | {"share_for_others": "55%", "completion_date": "2026-09-06"}
TOTALS = TYPED | {"name": "I alt", "share_for_others": "", "completion_date": ""}


@pytest.fixture(params=ORDERS, ids=NAMES)
def order(request: pytest.FixtureRequest) -> OtherOrder:
    found: OtherOrder = request.param
    return found


@pytest.fixture
def form(order: OtherOrder, tmp_path: Path) -> Round:
    return library_with(order, tmp_path).round(DRAFT.round)


def outside_the_table(order: OtherOrder) -> tuple[list[str], list[str]]:
    """Returns the paths of the fields above and below the table."""
    contacts = ["contacts.names", "contacts.phones", "contacts.emails"]
    if order.is_text_first:
        return ["applicant.municipality_code", "description"], contacts[::-1]
    return ["applicant.municipality_code"], ["description", *contacts]


def of_columns(order: OtherOrder, values: dict[str, str]) -> list[str]:
    return [values[column] for column in order.columns]


def imported(grid: Grid, form: Round) -> Project:
    layout = layout_of(grid, form)
    plan = plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, form)
    empty = Application(id=DRAFT.id, round=DRAFT.round)
    (project,) = applied(plan, Snapshot(empty, {}), form, lambda: PROJECT.id).application.projects
    return project


def test_the_answers_before_approval_stand_in_the_forms_order(form: Round, order: OtherOrder) -> None:
    groups = answers(DRAFT, form)
    (project,) = [group for group in groups if group.title == "Projekt 1"]
    assert "".join(answer.label[0] for answer in project.answers) == order.letters
    assert [answer.text for answer in project.answers] == of_columns(order, PRINTED)
    before, after = outside_the_table(order)
    shown = [str(answer.path) for group in groups for answer in group.answers if group is not project]
    assert shown == [before[0], "case_number", *before[1:], *after]


def test_the_printed_table_stands_in_the_forms_order(form: Round, order: OtherOrder) -> None:
    pdf = make_document(DocumentKind.VIEW, DRAFT, form, assess(DRAFT, form, TODAY), TODAY, resources_folder())
    text = " ".join(page.extract_text().replace("\u00ad\n", "") for page in read(pdf).pages)
    headings = [f"{column.column} {column.wording}" for column in form.columns]
    assert [heading[0] for heading in headings] == list(order.letters)
    sums = [text for text in of_columns(order, PRINTED | {"name": "I alt"}) if text not in ("55", "06/09/2026")]
    assert in_order(" ".join(text.split()), *headings, *of_columns(order, PRINTED), "Ikke brugt", *sums)


def test_the_web_fields_and_the_transfer_stand_in_the_forms_order(form: Round, order: OtherOrder) -> None:
    before, after = outside_the_table(order)
    paths = [*before, *(f"projects[0].{column}" for column in order.columns), *after]
    fields = web_fields(DRAFT, form)
    assert [str(field.path) for field in fields] == paths
    row = [field for field in fields if field.project == 0]
    assert [field.value for field in row] == of_columns(order, TYPED)
    assert "".join(field.column for field in row) == order.letters
    assert [str(item.field.path) for item in transfer_items(DRAFT, form, {})] == paths


def test_a_row_that_was_given_up_after_its_transfer_stands_in_the_forms_order(form: Round, order: OtherOrder) -> None:
    gone = {f"projects[1].{column}": digest_of("x") for column in order.columns}
    paths = [str(item.field.path) for item in transfer_items(DRAFT, form, gone)]
    before, after = outside_the_table(order)
    rows = [f"projects[{row}].{column}" for row in (0, 1) for column in order.columns]
    assert paths == [*before, *rows, *after]


def test_without_projects_what_was_given_up_stands_where_the_table_does(form: Round, order: OtherOrder) -> None:
    gone = {f"projects[0].{column}": digest_of("x") for column in order.columns}
    before, after = outside_the_table(order)
    paths = [str(item.field.path) for item in transfer_items(replace(DRAFT, projects=()), form, gone)]
    assert paths == [*before, *(f"projects[0].{column}" for column in order.columns), *after]


def test_the_exported_text_stands_in_the_forms_order(form: Round, order: OtherOrder) -> None:
    lines = [
        f"Projekt 1, {letter}. {column.wording}\n{value}\n"
        for letter, column, value in zip(order.letters, form.columns, of_columns(order, TYPED), strict=True)
    ]
    assert in_order(plain(DRAFT, form), *lines)


def test_the_copied_table_stands_in_the_forms_order_with_its_sums(form: Round, order: OtherOrder) -> None:
    headings, row, totals = table_rows(DRAFT, form)
    assert "".join(heading[0] for heading in headings) == order.letters
    assert row == of_columns(order, COPIED)
    assert totals == of_columns(order, TOTALS)


def test_a_cell_of_the_copied_table_looks_like_its_column(form: Round, order: OtherOrder) -> None:
    cells = re.split("<t[dh] ", as_html(table_rows(DRAFT, form), form).split("<tr>")[2])[1:]
    assert [cell.startswith('scope="row"') for cell in cells] == [column == "name" for column in order.columns]
    is_right = ["text-align:right" in cell for cell in cells]
    assert is_right == [column != "name" for column in order.columns]
    (share,) = [cell for cell in cells if "0.##%" in cell]
    assert ">55%<" in share


def test_a_copied_table_comes_back_as_it_was(form: Round, order: OtherOrder) -> None:
    rows = table_rows(DRAFT, form)
    for grid in (grid_of_tsv(as_tsv(rows)), grid_of_html(as_html(rows, form))):
        assert layout_of(grid, form).meanings == order.paths
        back = imported(grid, form)
        assert replace(back, places=()) == replace(PROJECT, places=())
        assert eligible_places(back, form) == {"2025": 13, "2026": 14}


def test_letters_alone_name_the_columns_of_this_form(form: Round, order: OtherOrder) -> None:
    grid = grid_of([list(order.letters), of_columns(order, COPIED)])
    assert layout_of(grid, form).meanings == order.paths
    assert replace(imported(grid, form), places=()) == replace(PROJECT, places=())


def test_a_table_without_headings_is_taken_in_the_forms_order(form: Round, order: OtherOrder) -> None:
    values = of_columns(order, COPIED)
    layout = layout_of(grid_of([values]), form)
    assert (layout.meanings, layout.is_guess) == (order.paths, True)
    numbers = [value for column, value in zip(order.columns, values, strict=True) if column != "name"]
    assert layout_of(grid_of([numbers]), form).meanings == tuple(path for path in order.paths if path[-5:] != ".name")


def test_years_alone_are_what_the_form_asks_for_first(form: Round, order: OtherOrder) -> None:
    kinds = list(dict.fromkeys(column.partition(".")[0] for column in order.columns if "." in column))
    grid = grid_of([["Projekt", "2025", "2026", "2025", "2026"], ["Solgården", "1", "2", "3", "4"]])
    years = [f"projects[].{kind}.{year}" for kind in kinds for year in ("2025", "2026")]
    assert layout_of(grid, form).meanings == ("projects[].name", *years)


def test_a_field_is_called_by_the_letter_that_it_has_here(form: Round, order: OtherOrder) -> None:
    letters = dict(zip(order.columns, order.letters, strict=True))
    fields = {str(field.path): field for field in web_fields(DRAFT, form)}
    for column, letter in letters.items():
        assert full_label(fields[f"projects[0].{column}"].path, form).startswith(f"Projekt 1 · {letter}. ")
