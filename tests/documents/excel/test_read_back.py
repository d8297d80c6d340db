"""The sheet of projects, read by the program's own import, gives the projects of the draft again."""

from decimal import Decimal
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from botilbud_desktop.documents.excel.without_round import workbook_without_round
from botilbud_desktop.documents.values import BLANK, one_line
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.applying import applied
from botilbud_desktop.domain.table_import.cells import grid_of
from botilbud_desktop.domain.table_import.headings import readable_columns
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, plan_import
from botilbud_desktop.domain.table_import.reading import Verdict, sanitized_line
from botilbud_desktop.domain.values.dates import FIRST_YEAR, LAST_YEAR
from botilbud_desktop.domain.web_form.values import FormValue, project_value
from botilbud_desktop.storage.excel.workbook import read_workbook
from tests.documents.excel.workbooks import sheets, workbook
from tests.documents.samples import AALBORG, APPROVED, COMPLETE, THISTED
from tests.documents.test_any_application import applications
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import EMPTY_APPLICATION, ROUND, TODAY, project

LEAST_READABLE = -(10**9)
"""No import reads amounts that are so far below zero, nor their sums."""
UNHURRIED = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)


def read_back(application: Application, round_: Round) -> tuple[Application, int]:
    """Returns an empty draft into which the sheet was imported, and how many cells were not understood."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ud.xlsx"
        path.write_bytes(workbook(application, round_))
        first = read_workbook(path)[0]
    assert first.name == "Projekter"
    layout = layout_of(first.grid, round_)
    plan = plan_import(first.grid, ImportOptions(layout.first_row, layout.meanings), 0, round_)
    empty = replace(EMPTY_APPLICATION, round=round_.id)
    numbers = count(1)
    after = applied(plan, Snapshot(empty, {}), round_, lambda: f"00000000-0000-4000-8000-{next(numbers):012}")
    return after.application, plan.cell_count(Verdict.NOT_UNDERSTOOD)


def values(project: Project, round_: Round) -> list[FormValue]:
    """Returns a project's values as far as a table holds them: what is invisible is shown, no places are none."""
    found: list[FormValue] = []
    for column in readable_columns(round_):
        value = project_value(column, project, round_)
        if isinstance(value, str):
            value = sanitized_line(one_line(value)).replace(BLANK, "")
        found.append(Decimal(value) if isinstance(value, Decimal) else value or None)
    return found


def is_readable(project: Project, round_: Round) -> bool:
    """Whether an import can tell the project from an empty row, and takes its date and numbers."""
    day = project.completion_date
    has_usual_date = day is None or FIRST_YEAR <= day.year <= LAST_YEAR
    numbers = [value for value in values(project, round_) if isinstance(value, int)]
    if any(number < LEAST_READABLE for number in numbers):
        return False
    return has_usual_date and any(values(project, round_))


@pytest.mark.parametrize("application", [AALBORG, THISTED, APPROVED], ids=["aalborg", "thisted", "approved"])
def test_the_examples_come_back_with_nothing_in_doubt(application: Application) -> None:
    back, not_understood = read_back(application, ROUND)
    assert not_understood == 0
    assert [values(one, ROUND) for one in back.projects] == [values(one, ROUND) for one in application.projects]


@pytest.mark.parametrize("round_id", OTHERS)
def test_drafts_of_other_rounds_come_back(round_id: str) -> None:
    round_ = other_round(round_id)
    back, not_understood = read_back(draft_of(round_id), round_)
    assert not_understood == 0
    wanted = [values(one, round_) for one in draft_of(round_id).projects]
    assert [values(one, round_) for one in back.projects] == wanted


@pytest.mark.parametrize("share", ["0.5", "1", "0.01", "25.00", "33.33", "100", "0", "-5"])
def test_a_share_is_never_taken_for_a_part_of_one(share: str) -> None:
    back, not_understood = read_back(replace(EMPTY_APPLICATION, projects=(project(share_for_others=share),)), ROUND)
    assert not_understood == 0
    assert back.projects[0].share == Decimal(share)


@pytest.mark.parametrize("name", ["=1+1", "+4-2", "@navn", "-", "Lån 2025", "<r>x</r>", "Hus_x000D_", "a\nb"])
def test_a_name_is_a_text_whatever_it_looks_like(name: str) -> None:
    back, _not_understood = read_back(replace(EMPTY_APPLICATION, projects=(project(name=name),)), ROUND)
    assert back.projects[0].name == one_line(name)


@pytest.mark.parametrize("names", [("I alt",), ("Total", "Hus"), ("Hus", "I alt", "Sum")])
def test_projects_named_like_a_sum_come_back_and_the_row_of_sums_does_not(names: tuple[str, ...]) -> None:
    back, _not_understood = read_back(
        replace(EMPTY_APPLICATION, projects=tuple(project(name=one) for one in names)), ROUND
    )
    assert tuple(one.name for one in back.projects) == names


def test_a_project_named_as_if_it_had_no_name_keeps_it_and_one_without_a_name_gets_none() -> None:
    draft = replace(EMPTY_APPLICATION, projects=(project(name="Ikke angivet"), project(name="")))
    back, _not_understood = read_back(draft, ROUND)
    assert [one.name for one in back.projects] == ["Ikke angivet", ""]


def test_the_sheet_says_what_it_does_not_give_back() -> None:
    cells = sheets(workbook(AALBORG))["Projekter"]
    assert any("men kun skemaets kolonner" in str(row[0]) for row in cells)


@pytest.mark.parametrize("name", ["Felter og tekster", "Kladden"])
def test_a_sheet_of_fields_is_not_read_as_projects(name: str) -> None:
    without = workbook_without_round(replace(COMPLETE, round="Ukendt"), ROUND, TODAY, is_there=False)
    grid = grid_of(sheets(without if name == "Kladden" else workbook(COMPLETE))[name])
    layout = layout_of(grid, ROUND)
    assert not any(layout.meanings)
    assert plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, ROUND).rows == ()


@pytest.mark.slow
@UNHURRIED
@given(applications())
def test_any_draft_comes_back(application: Application) -> None:
    some = tuple(one for one in application.projects if is_readable(one, ROUND))[: ROUND.max_projects]
    back, not_understood = read_back(replace(application, projects=some), ROUND)
    assert not_understood == 0
    assert [values(one, ROUND) for one in back.projects] == [values(one, ROUND) for one in some]
