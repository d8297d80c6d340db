"""The program's own workbook comes back as the draft that it was made of, and what was changed in it is asked about."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from botilbud_desktop.domain.application import Application, LegalBasis
from botilbud_desktop.domain.document_import.from_tables import proposal_of_tables
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.taking import taken
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import value_at
from botilbud_desktop.domain.model import Model, replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Cell
from botilbud_desktop.storage.excel.workbook import Sheet, read_workbook
from tests.documents.excel.workbooks import workbook
from tests.documents.samples import AALBORG, COMPLETE, THISTED
from tests.documents.test_any_application import applications
from tests.domain.document_import.proposals import by_field, left_out, unsure
from tests.domain.for_colleagues import with_all_of_them
from tests.other_rounds import OTHERS, draft_of, other_round
from tests.rules.samples import EMPTY_APPLICATION, ROUND, group

_NEVER_THERE = ("id", "comments", "inserted_facts", "judged_contents", "internal_notes", "approvals")
_WITHOUT_ANY = {"places_closed_elsewhere": None}
"""No sheet of a form without its column has it."""


def proposed(
    application: Application,
    folder: Path,
    round_: Round = ROUND,
    changed: Mapping[str, Mapping[tuple[int, int], Cell]] | None = None,
) -> Proposal:
    """Returns what a draft's workbook gives, with some cells changed: by sheet, row and column, counted from 0."""
    path = folder / "ud.xlsx"
    path.write_bytes(workbook(application, round_))
    sheets = [_changed(sheet, (changed or {}).get(sheet.name, {})) for sheet in read_workbook(path)]
    return proposal_of_tables(sheets, round_, are_sheets=True)


def _changed(sheet: Sheet, cells: Mapping[tuple[int, int], Cell]) -> Sheet:
    grid = [list(row) for row in sheet.grid]
    for (row, column), cell in cells.items():
        grid[row][column] = cell
    return sheet._replace(grid=tuple(map(tuple, grid)))


def back(found: Proposal, round_: Round) -> Application:
    numbers = count(1)
    empty = replace(EMPTY_APPLICATION, round=round_.id, description="", case_number="")
    after = taken(found.values, Snapshot(empty, {}), round_, lambda: f"00000000-0000-4000-8000-{next(numbers):012}", {})
    return after.application


def told(application: Application) -> dict[str, object]:
    """Returns the values of a draft as far as its workbook has them."""
    values = application.model_dump(exclude=set(_NEVER_THERE))
    for project in values["projects"]:
        del project["id"]
        project.update(_WITHOUT_ANY)
        project["places"] = [row for row in project["places"] if row["count"]]
    return values


@pytest.mark.parametrize(
    "application",
    [AALBORG, THISTED, COMPLETE, with_all_of_them(COMPLETE)],
    ids=["aalborg", "thisted", "complete", "colleagues"],
)
def test_all_of_a_draft_comes_back_sure(application: Application, tmp_path: Path) -> None:
    found = proposed(application, tmp_path)
    assert unsure(found) == {}
    assert told(back(found, ROUND)) == told(application)


@pytest.mark.parametrize("name", OTHERS)
def test_so_does_a_draft_of_another_round(name: str, tmp_path: Path) -> None:
    round_ = other_round(name)
    application = draft_of(name)
    found = proposed(application, tmp_path, round_)
    assert unsure(found) == {}
    assert [one.name for one in back(found, round_).projects] == [one.name for one in application.projects]
    assert [one.places for one in back(found, round_).projects] == [one.places for one in application.projects]


def test_all_other_sheets_and_rows_are_told_as_left_out(tmp_path: Path) -> None:
    whys = left_out(proposed(THISTED, tmp_path))
    assert whys["Projekter!A7:G7"] == "Rækken er en sum."
    assert whys["Pladser!A1"] == "Rækken står over overskrifterne."
    assert whys["'Felter og tekster'!E7"] == "Programmet regner det selv ud."
    assert {why for source, why in whys.items() if source.startswith("Kriterier!")} == {
        "Arket er lavet af programmet og bliver ikke læst."
    }


def test_a_number_of_places_that_was_changed_on_one_sheet_only_is_asked_about(tmp_path: Path) -> None:
    found = proposed(AALBORG, tmp_path, changed={"Projekter": {(5, 3): 21}})
    remark = "Arket med projekter har 21 nye pladser i 2025. Hvad er rigtigt?"
    assert unsure(found) == {"projects[0].places[0]": remark, "projects[0].places[1]": remark}
    assert "Projekter!D6" in left_out(found)
    assert by_field(found)["projects[0].places[1]"] == group(4, LegalBasis.SEL_108)


def test_rows_of_a_project_that_has_another_name_now_are_not_guessed(tmp_path: Path) -> None:
    found = proposed(AALBORG, tmp_path, changed={"Projekter": {(5, 0): "Et andet navn"}})
    assert left_out(found)["Pladser!A5:E5"] == "Det er ikke sikkert, hvilket projekt rækken hører til."
    assert by_field(found)["projects[0].places[0]"] == group(19, ROUND.usual_basis)
    assert "projects[0].gross_construction_cost" not in by_field(found)


def test_words_that_are_no_choice_are_left_out(tmp_path: Path) -> None:
    cells: dict[str, dict[tuple[int, int], Cell]] = {
        "Pladser": {(4, 2): "En ny lov"},
        "Felter og tekster": {(13, 4): "Et telt"},
        "Økonomi": {(4, 4): "ca. 23 mio."},
    }
    found = proposed(AALBORG, tmp_path, changed=cells)
    for source in ("Pladser!A5:E5", "'Felter og tekster'!E14", "Økonomi!E5"):
        assert left_out(found)[source] == "Rækken er ikke forstået."
    assert unsure(found)["projects[0].places[0]"].startswith("Arket med projekter har 19 nye pladser")


def test_a_line_of_a_cost_plan_that_is_not_understood_is_left_out(tmp_path: Path) -> None:
    found = proposed(THISTED, tmp_path, changed={"Fordeling 1": {(6, 1): "Halvt"}})
    assert left_out(found)["'Fordeling 1'!A7:C7"] == "Rækken er ikke forstået."
    assert [str(one.field) for one in found.values if "lines" in one.field] == [
        "projects[0].cost_plan.lines[0]",
        "projects[0].cost_plan.lines[1]",
    ]


def test_a_text_that_shows_what_is_invisible_is_not_sure(tmp_path: Path) -> None:
    found = proposed(AALBORG, tmp_path, changed={"Felter og tekster": {(17, 4): "Vi \N{REPLACEMENT CHARACTER}søger"}})
    assert [*unsure(found)] == ["projects[0].description"]


def test_a_long_text_over_several_rows_is_one(tmp_path: Path) -> None:
    text = "\n".join(f"Linje {number}, og mere tekst." for number in range(120))
    found = proposed(replace(AALBORG, description=text), tmp_path)
    assert by_field(found)["description"] == text
    assert unsure(found) == {}


def test_a_project_of_which_only_the_name_is_known_is_sure(tmp_path: Path) -> None:
    bare = replace(AALBORG.projects[1], loan={"2025": None, "2026": None}, places=(), share_for_others=None)
    bare = replace(bare, completion_date=None, name="Kun et navn")
    found = proposed(replace(AALBORG, projects=(AALBORG.projects[0], bare)), tmp_path)
    assert unsure(found) == {}
    assert by_field(found)["projects[1].name"] == "Kun et navn"


def _plain(value: object) -> object:
    """Returns a value without the differences of white space: a cell of one line has none."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Model):
        return {key: _plain(part) for key, part in value.__dict__.items()}
    return tuple(filter(None, value)) if isinstance(value, tuple) else value


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(applications())
def test_what_is_sure_of_any_draft_is_what_it_holds(application: Application) -> None:
    with TemporaryDirectory() as folder:
        found = proposed(application, Path(folder))
    projects = {value.field.project for value in found.values} - {None}
    if len(projects) < len(application.projects):
        return  # one of which the sheet has nothing is no row
    wrong = []
    for value in found.values:
        held = value_at(application, value.field) if value.field[2:3] != ("places",) else value.value
        is_share = value.field[2:] == ("share_for_others",)
        is_same = Decimal(str(value.value)) == Decimal(str(held)) if is_share else _plain(value.value) == _plain(held)
        wrong += [str(value.field)] if value.is_sure and not is_same else []
    assert wrong == []
