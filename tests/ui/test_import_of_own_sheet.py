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


def test_nothing_is_remarked_only_where_every_cell_was_taken() -> None:
    def said(*rows: tuple[object, ...]) -> str:
        grid = grid_of([tuple(map(str, row)) for row in rows])
        layout = layout_of(grid, ROUND)
        plan = plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, ROUND)
        return " ".join(text for _state, text in remarks_on(plan, Snapshot(EMPTY_APPLICATION, {}), ROUND))

    headings = ("Projekt", "Lån 2025")
    assert "Udeladt: 1 kolonne med 1 celle (»Leder«)." in said((*headings, "Leder"), ("Huset", 1, "Per"))
    assert "En anden er læst som »B. Lån i 2025«." in said((*headings, "Lån 2025"), ("Huset", 1, 2))
    assert "Udeladt: 1 række over overskrifterne (»Udkast«)." in said(("Udkast", ""), headings, ("Huset", 1))
    assert "Er det et projekt, så sæt flueben ved det." in said(("Gården", 2), headings, ("Huset", 1))
    assert "1 række, der gentager overskrifterne" in said(headings, ("Huset", 1), headings)
    assert "Rækken har intet navn." in said(headings, ("Huset", 1), ("", 2))
    nameless = said(("Lån 2025", "Lån 2026"), (1, 2))
    assert "Ingen kolonne har projekternes navne" in nameless
    assert f"Vælg »{ROUND.columns[0].lettered_label}« over den rigtige kolonne." in nameless
    two = said(("Projekt", "Lån", ""), ("", "2025", "2026"), ("Huset", 1, 2))
    assert "2 rækker er læst som overskrifter (»Projekt«, »2025«)." in two
