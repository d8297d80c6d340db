"""What comes in of any block that Excel shows in Danish equals what went out, or is doubted."""

import argparse
from collections import Counter
from random import Random

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, Plan, plan_import
from botilbud_desktop.domain.table_import.reading import EMPTY_VERDICTS, Verdict
from botilbud_desktop.domain.table_import.tsv import grid_of_tsv
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.table_import.wording import remarks_on
from tests.domain.table_import.danish_blocks import LOANS, NAME, Block, random_block
from tests.rules.samples import EMPTY_APPLICATION, ROUND

BLOCKS = 120


def outcome_of(block: Block) -> str:
    """Returns whether a block came in the same and unasked (`same`), was asked about (`doubted`), or what was lost."""
    grid = grid_of_tsv(block.text)
    layout = layout_of(grid, ROUND)
    plan = plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, ROUND)
    remarks = remarks_on(plan, Snapshot(EMPTY_APPLICATION, {}), ROUND)
    is_doubted = layout.is_guess or any(state in (State.ATTENTION, State.PROBLEM) for state, _text in remarks)
    if not any(layout.meanings):
        return "doubted"
    lost = _lost(block, plan)
    if lost and not is_doubted:
        return lost
    return "doubted" if is_doubted else "same"


def _lost(block: Block, plan: Plan) -> str:
    """Returns what of a block did not come in as it went out; empty when all of it did."""
    written = [project.values for project in block.projects]
    read = [
        {path: cell.value for path, cell in row.cells.items() if cell.verdict not in EMPTY_VERDICTS}
        for row in plan.rows
    ]
    if [one.get(NAME) for one in read] != [one[NAME] for one in written]:
        return "rows"
    for came, went in zip(read, written, strict=True):
        for path in {*came, *went}:
            if (came.get(path) or None) != (went.get(path) or None) and str(came.get(path) or 0) != str(
                went.get(path) or 0
            ):
                return f"value of {path.partition('[].')[2]}"
    return ""


def silently_wrong_columns(block: Block) -> bool:
    """Whether an amount is taken with certainty but differs, whatever else of the block is doubted."""
    grid = grid_of_tsv(block.text)
    layout = layout_of(grid, ROUND)
    plan = plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, ROUND)
    by_name = {str(project.values[NAME]): project.values for project in block.projects}
    noted = {plan.meanings[column] for column, unit in plan.units.items() if unit.is_noteworthy}
    return any(
        cell.verdict is Verdict.UNDERSTOOD
        and path in LOANS
        and path not in noted
        and cell.value != (by_name.get(str(row.cells[NAME].value), {}).get(path) or 0)
        for row in plan.rows
        if NAME in row.cells and row.cells[NAME].verdict is Verdict.UNDERSTOOD
        if sum(str(one.values[NAME]) == str(row.cells[NAME].value) for one in block.projects) == 1
        for path, cell in row.cells.items()
    )


def test_what_comes_in_equals_what_went_out_or_is_doubted() -> None:
    random = Random(15)
    for _number in range(BLOCKS):
        block = random_block(random)
        assert outcome_of(block) in ("same", "doubted"), block.text
        assert not silently_wrong_columns(block), block.text


def main() -> None:
    """Counts the outcomes of many blocks, and shows the first of each kind that is lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.domain.table_import.test_danish_blocks")
    parser.add_argument("blocks", type=int)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    random = Random(options.seed)
    found: Counter[str] = Counter()
    for _number in range(options.blocks):
        block = random_block(random)
        outcome = outcome_of(block)
        if outcome not in found and outcome not in ("same", "doubted"):
            print(outcome, block.text, sep="\n")
        wrong = silently_wrong_columns(block)
        if wrong and not found["wrong amount"]:
            print("wrong amount", block.text, sep="\n")
        found.update([outcome, *["wrong amount"] * wrong])
    print(dict(found))


if __name__ == "__main__":
    main()
