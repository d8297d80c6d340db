"""The figures of the Word document are those that `check --json` gives, for every application."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given

from botilbud_desktop.cli.checking.check_json import as_json
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of, year_of
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.storage.draft.draft_file import OpenedDraft
from tests.documents.samples import AALBORG, APPROVED, CHANGED, THISTED
from tests.documents.test_any_application import UNHURRIED, applications
from tests.documents.word.reading import Grid, all_text, grids, pairs, word
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import EMPTY_APPLICATION, ROUND, TODAY

_NOT_STATED = "Ikke angivet"


def checked(application: Application, round_: Round) -> Any:
    """Returns what `check --json` gives."""
    return as_json(OpenedDraft(application, round_, b""), assess(application, round_, TODAY))


def assert_same_figures(application: Application, round_: Round) -> None:
    document, values = word(application, round_), checked(application, round_)
    _totals(grids(document, round_.table_heading), values["totals"], round_)
    _projects(grids(document, round_.table_heading), application, round_)
    _note(grids(document, "Projekterne"), values["totals"], application)
    _plans(document, values["cost_plans"])
    _places(document, application, values, round_)
    assert f"Kontrolkode {values['control_code']}" in all_text(document)


def _totals(tables: Sequence[Grid], totals: Any, round_: Round) -> None:
    """Compares the last row of the ministry's table, column by column."""
    found: dict[str, str] = {}
    for table in tables:
        letters = [cell.split("\n")[0] for cell in table.rows[0]]
        found |= dict(zip(letters, table.rows[-1], strict=True))
    for column in round_.columns:
        kind, year = kind_of(column.path), year_of(column.path)
        if kind in (FieldKind.LOAN, FieldKind.EXPANSION):
            expected = totals["loan" if kind is FieldKind.LOAN else "places"][year]
            assert found[column.column] == format_number(expected)
        else:
            assert found[column.column] in ("", round_.totals_wording)


def _projects(tables: Sequence[Grid], application: Application, round_: Round) -> None:
    """Compares each project's loans with the draft."""
    for table in tables:
        letters = [cell.split("\n")[0] for cell in table.rows[0]]
        for project, row in zip(application.projects, table.rows[1:], strict=False):
            cells = dict(zip(letters, row, strict=True))
            for column in round_.columns:
                if kind_of(column.path) is FieldKind.LOAN and column.column in cells:
                    loan = project.loan.get(year_of(column.path))
                    assert cells[column.column] == (_NOT_STATED if loan is None else format_number(loan))


def _note(tables: Sequence[Grid], totals: Any, application: Application) -> None:
    """Compares the sums of the cover note; it has no table without projects, and no sum where nothing is filled in."""
    assert len(tables) == (1 if application.projects else 0)
    for table in tables:
        assert len(table.rows) == len(application.projects) + 2
        for column, name in ((-2, "loan"), (-1, "places")):
            is_missing = all(row[column] == _NOT_STATED for row in table.rows[1:-1])
            total = _NOT_STATED if is_missing else format_number(sum(totals[name].values()))
            assert table.rows[-1][column] == total


def _plans(document: bytes, plans: Any) -> None:
    allocated = [plan for plan in plans if plan["eligible"] is not None]
    tables = [table for table in grids(document, "Fordeling af udgifter") if len(table.rows[0]) > 2]
    results = pairs(document, "Det låneberettigede beløb")
    for plan, table, result in zip(allocated, tables, results, strict=True):
        eligible, proposed = format_number(plan["eligible"]), format_number(plan["loan_proposed"])
        assert table.rows[-1][-1] == eligible
        assert result["Låneberettiget i alt, afrundet"].startswith(f"{eligible} (")
        assert result["Foreslået lån"].startswith(f"{proposed} (")
        shown = [row[-1] for row in table.rows[1:-1]]
        expected = [format_number(line["eligible"]) for line in plan["lines"]]
        if len(shown) == len(expected):  # rows without content are left out
            assert shown == expected


def _places(document: bytes, application: Application, values: Any, round_: Round) -> None:
    """Compares the sum of the projects' new places with the totals of all years."""
    tables = [table for table in grids(document, "Pladser") if len(table.rows[0]) > 2]
    with_places = [project for project in application.projects if any(group.count for group in project.places)]
    assert len(tables) == len(with_places)
    shown = sum(int(table.rows[-1][-1].replace(".", "")) for table in tables)
    assert shown == sum(values["totals"]["places"].values())


@pytest.mark.parametrize("application", [AALBORG, THISTED, APPROVED, CHANGED, EMPTY_APPLICATION])
def test_the_figures_of_the_examples_are_those_of_check(application: Application) -> None:
    assert_same_figures(application, ROUND)


@pytest.mark.parametrize("round_id", OTHERS)
def test_the_figures_of_other_rounds_are_those_of_check(round_id: str) -> None:
    application, round_ = draft_of(round_id), other_round(round_id)
    assert_same_figures(application, round_)


@pytest.mark.slow
@UNHURRIED
@given(applications())
def test_the_figures_of_any_application_are_those_of_check(application: Application) -> None:
    assert_same_figures(application, ROUND)
