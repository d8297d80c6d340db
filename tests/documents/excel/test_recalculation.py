"""LibreOffice opens the workbook and works out the same values, also after a figure was changed."""

from pathlib import Path
from shutil import which
from subprocess import run

import pytest

from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit, allocate
from botilbud_desktop.domain.model import replace
from tests.documents.excel.workbooks import Cells, below, sheets, value_of, without_kept_values, workbook
from tests.documents.samples import AALBORG, APPROVED, THISTED
from tests.rules.samples import EMPTY_APPLICATION, project

OFFICE = which("soffice")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")]
PLANS = (
    CostPlan(
        basis=CostBasis(unit=Unit.AREA_M2, eligible=1_234, total=3_702),
        lines=tuple(
            CostLine(label=f"Post {amount}", amount=amount, treatment=treatment)
            for amount in (1, 50, 150, 31_900, 999_999)
            for treatment in Treatment
        ),
        round_to=100,
    ),
    CostPlan(
        basis=CostBasis(unit=Unit.PLACES, eligible=1, total=2),
        lines=(CostLine(label="Halve", amount=25, treatment=Treatment.SHARED),),
        round_to=1,
    ),
    CostPlan(
        basis=CostBasis(unit=Unit.HOMES, eligible=1, total=3),
        lines=tuple(CostLine(label="Tredjedele", amount=1, treatment=Treatment.SHARED) for _each in range(3)),
        round_to=1,
    ),
)
PLANNED = replace(
    EMPTY_APPLICATION,
    projects=tuple(project(cost_plan=plan, loan={"2025": 100, "2026": None}) for plan in PLANS),
)


UNCHANGED = {"aalborg": AALBORG, "thisted": THISTED, "approved": APPROVED, "planned": PLANNED}


def changed(plan: CostPlan) -> CostPlan:
    """Returns the plan with other figures in all its yellow cells."""
    return replace(
        plan,
        basis=replace(plan.basis, eligible=plan.basis.eligible * 2 + 1, total=plan.basis.total * 3 + 1),
        lines=tuple(replace(line, amount=line.amount * 7 + 350) for line in plan.lines),
        round_to=10,
    )


def write_changed(plan: CostPlan, path: Path) -> None:
    """Writes the workbook of a plan, with the figures of the changed one typed into its sheet."""
    content = workbook(replace(EMPTY_APPLICATION, projects=(project(cost_plan=plan),)))
    cells = sheets(content)["Fordeling 1"]
    first = len(cells) - len(below(cells, "Post", "Behandling"))
    parameters = first + len(plan.lines) + 2
    new = changed(plan)
    numbers = {f"C{first + 1 + index}": line.amount for index, line in enumerate(new.lines)}
    inputs = (new.basis.eligible, new.basis.total, new.round_to)
    numbers |= {f"C{parameters + 1 + index}": figure for index, figure in enumerate(inputs)}
    without_kept_values(path, content, {"xl/worksheets/sheet3.xml": numbers})


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Cells]]:
    """Returns the cells of all workbooks as LibreOffice worked them out: each was written without kept values."""
    folder = tmp_path_factory.mktemp("workbooks")
    for name, draft in UNCHANGED.items():
        without_kept_values(folder / f"{name}.xlsx", workbook(draft))
    for number, plan in enumerate(PLANS):
        write_changed(plan, folder / f"{number}.xlsx")
    profile = tmp_path_factory.mktemp("profile").as_uri()
    words = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    paths = sorted(folder.iterdir())
    run([*words, "--outdir", str(folder / "made"), *map(str, paths)], check=False, capture_output=True, timeout=200)
    if not (folder / "made").exists():
        pytest.skip("this LibreOffice has no spreadsheets")
    return {path.stem: sheets((folder / "made" / path.name).read_bytes()) for path in paths}


@pytest.mark.parametrize("name", UNCHANGED)
def test_all_values_are_worked_out_as_the_program_did(name: str, anew: dict[str, dict[str, Cells]]) -> None:
    kept = sheets(workbook(UNCHANGED[name]))
    assert list(anew[name]) == list(kept)
    for sheet, cells in kept.items():
        for row, other in zip(cells, anew[name][sheet], strict=True):
            assert [value if isinstance(value, str) else pytest.approx(value) for value in row] == other[: len(row)]


@pytest.mark.parametrize("number", range(len(PLANS)))
def test_changed_figures_give_what_the_program_would(number: int, anew: dict[str, dict[str, Cells]]) -> None:
    plan, cells = changed(PLANS[number]), anew[str(number)]
    wanted = allocate(plan)
    rows = below(cells["Fordeling 1"], "Post", "Behandling")
    for line, row in zip(wanted.lines, rows, strict=False):
        assert row[3:5] == [pytest.approx(float(line.exact)), line.eligible]
    total = rows[len(plan.lines)]
    assert total[2:5] == [plan.total_amount, pytest.approx(float(wanted.exact)), wanted.eligible]
    assert value_of(rows, "Foreslået lån", 2) == wanted.proposed_loan
    assert below(cells["Økonomi"], "Nr.")[0][-1] == wanted.proposed_loan
