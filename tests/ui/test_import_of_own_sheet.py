"""The preview of the program's own sheet of projects tells what the sheet does not hold."""

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.table_import.cells import grid_of
from botilbud_desktop.domain.table_import.layout import layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, plan_import
from botilbud_desktop.ui.table_import.wording import remarks_on
from tests.rules.samples import EMPTY_APPLICATION, ROUND


def test_it_is_told_to_hold_the_forms_columns_only() -> None:
    headings = tuple(column.lettered_label for column in ROUND.columns)
    for first_row, is_own in ((1, True), (2, False)):
        grid = grid_of([headings, ("Huset", 100), ("Gården", 200)])
        meanings = layout_of(grid, ROUND).meanings
        plan = plan_import(grid, ImportOptions(first_row, meanings), 0, ROUND)
        said = " ".join(text for _state, text in remarks_on(plan, Snapshot(EMPTY_APPLICATION, {}), ROUND))
        assert ("Arket har kun skemaets kolonner." in said) is is_own
