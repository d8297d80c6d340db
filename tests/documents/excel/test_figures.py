"""The figures and sentences of the workbook are those of `check --json`, value by value, for any draft of any round."""

from datetime import date
from fractions import Fraction
from itertools import chain
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from botilbud_desktop.cli.checking.check_json import as_json
from botilbud_desktop.documents.excel.cell_text import cell_text
from botilbud_desktop.documents.values import SEVERITY_WORDS
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of, year_of
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Outcome, Severity
from botilbud_desktop.storage.draft.draft_file import OpenedDraft
from tests.any_round import drafts_for, rounds
from tests.documents.excel.workbooks import Cells, below, joined, sheets, value_of, workbook
from tests.documents.samples import AALBORG, APPROVED, CHANGED, COMPLETE, THISTED
from tests.documents.test_any_application import applications
from tests.other_rounds import OPEN_DAY, OTHERS, draft_of, other_round
from tests.rules.samples import ROUND, TODAY

UNHURRIED = settings(
    max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
EXAMPLES = {"aalborg": AALBORG, "thisted": THISTED, "complete": COMPLETE, "approved": APPROVED, "changed": CHANGED}
HALF_A_DECIMAL = 5e-7
"""What `exact` of a cost plan in `check --json` is rounded to."""


def agrees(application: Application, round_: Round, today: date) -> None:
    """Asserts that each figure and sentence of `check --json` is in the workbook."""
    said = as_json(OpenedDraft(application, round_, b""), assess(application, round_, today))
    cells = sheets(workbook(application, round_, today))
    totals_agree(said, cells["Projekter"], len(application.projects), round_)
    for plan in said["cost_plans"]:
        plan_agrees(plan, cells[f"Fordeling {plan['project'] + 1}"])
    economy_agrees(said, cells["Økonomi"])
    judgements_agree(said, cells)
    assert any(said["control_code"] in str(row[0]) for row in cells["Projekter"][:3])


def shown(number: int) -> float | str:
    """Returns a number as a cell holds it: as a text where a spreadsheet would lose digits."""
    return float(number) if abs(number) < 10**15 else format_number(number)


def totals_agree(said: dict[str, Any], cells: Cells, projects: int, round_: Round) -> None:
    names = tuple(column.lettered_label for column in round_.columns)
    sums = below(cells, *names)[projects]
    for column, value in zip(round_.columns, sums, strict=True):
        kind, year = kind_of(column.path), year_of(column.path)
        if kind is FieldKind.LOAN:
            assert value == shown(said["totals"]["loan"][year])
        elif kind is FieldKind.EXPANSION:
            assert value == shown(said["totals"]["places"][year])


def plan_agrees(plan: dict[str, Any], cells: Cells) -> None:
    if plan["eligible"] is None:
        assert any(row[0] == "Udgifterne kan ikke fordeles endnu:" for row in cells)
        return
    rows = below(cells, "Post", "Behandling")
    for line, row in zip(plan["lines"], rows, strict=False):
        assert row[3] == pytest.approx(float(Fraction(line["exact"])), rel=1e-15)
        assert row[4] == shown(line["eligible"])
    total = rows[len(plan["lines"])]
    assert total[0] == "I alt"
    assert total[3] == pytest.approx(float(Fraction(plan["exact"])), rel=1e-14, abs=HALF_A_DECIMAL)
    assert total[4] == shown(plan["eligible"])
    assert value_of(rows[len(plan["lines"]) :], "Foreslået lån", 2) == shown(plan["loan_proposed"])


def economy_agrees(said: dict[str, Any], cells: Cells) -> None:
    rows = below(cells, "Nr.")
    for plan in said["cost_plans"]:
        last = rows[plan["project"]][-2:]
        wanted = [plan["eligible"], plan["loan_proposed"]]
        assert last == ["" if figure is None else shown(figure) for figure in wanted]


def judgements_agree(said: dict[str, Any], cells: dict[str, Cells]) -> None:
    criteria = [(row[1], row[3], row[4], row[5]) for row in joined(below(cells["Kriterier"], said_heading(cells)), 2)]
    assert criteria == [
        (one["criterion"], OUTCOMES[Outcome(one["outcome"])], cell_text(one["message"]), cell_text(one["source"]))
        for one in said["criteria"]
    ]
    findings = [(row[0], row[2]) for row in joined(below(cells["Kontrol"], "Slags"), 2)]
    assert findings == [
        (SEVERITY_WORDS[Severity(one["severity"])], cell_text(one["message"])) for one in said["findings"]
    ]
    items = list(chain.from_iterable(one["items"] for one in said["weighting"]))
    rows = joined(below(cells["Vægtning"], said_heading(cells)), 3) if items else []
    assert [tuple(row[3:]) for row in rows] == [
        (
            cell_text("\n".join(item["said"])),
            cell_text("\n".join(gap["message"] for gap in item["missing"])),
            cell_text(item["remark"]),
            cell_text(item["source"]),
        )
        for item in items
    ]


def said_heading(cells: dict[str, Cells]) -> str:
    """Returns the heading of the first column of the criteria: the round's word for a project."""
    return str(next(row[0] for row in cells["Kriterier"] if row[1] == "Nr."))


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_the_figures_of_the_check(name: str) -> None:
    agrees(EXAMPLES[name], ROUND, TODAY)


@pytest.mark.parametrize("round_id", OTHERS)
def test_a_draft_of_another_round_has_the_figures_of_the_check(round_id: str) -> None:
    agrees(draft_of(round_id), other_round(round_id), OPEN_DAY[round_id])


@pytest.mark.slow
@UNHURRIED
@given(applications())
def test_any_draft_has_the_figures_of_the_check(application: Application) -> None:
    agrees(application, ROUND, TODAY)


@pytest.mark.slow
@UNHURRIED
@given(st.data())
def test_any_draft_of_any_round_has_the_figures_of_the_check(data: st.DataObject) -> None:
    round_ = data.draw(rounds())
    agrees(data.draw(drafts_for(round_)), round_, TODAY)
