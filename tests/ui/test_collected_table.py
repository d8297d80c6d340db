"""The table of collected drafts: its order, groups and columns, what is copied of it, and hostile texts in it."""

import csv
import io
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from botilbud_desktop.domain.application import RateTime
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.collecting.table.arranging import Group
from botilbud_desktop.ui.collecting.table.choices_row import NOTHING_FOUND
from botilbud_desktop.ui.collecting.table.column_menu import DESCENDING, HIDE, RIGHT
from tests.faults.hostile_texts import TEXTS
from tests.ui import drafts
from tests.ui.collected_drafts import AALBORG, COPY, THISTED, Collect, collect, folder, of, with_rate

__all__ = ["collect", "folder"]


def test_a_click_on_a_heading_sorts_by_value_and_what_is_missing_stays_last(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED, c=of(drafts.complete(), "101", 3))
    there.click_heading("Lån 2026 (hele 1.000 kr.)")
    assert there.column("Lån 2026 (hele 1.000 kr.)") == ["20.700", "20.700", "–", "–", "–"]
    there.click_heading("Kommune")
    assert there.column("Kommune") == ["København", "København", "Thisted", "Aalborg", "Aalborg"]
    there.click_heading("Kommune")
    assert there.column("Kommune") == ["Aalborg", "Aalborg", "Thisted", "København", "København"]
    there.close()


def test_the_chosen_project_stays_chosen_when_the_order_changes(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.go_to_row(2)
    told = there.window.page.toPlainText()
    there.click_heading("Kommune")
    there.click_heading("Kommune")
    assert there.column("Kommune") == ["Aalborg", "Aalborg", "Thisted"]
    assert there.window.page.toPlainText() == told
    assert there.window.table.currentIndex().row() == 1
    there.close()


def test_other_drafts_may_have_other_columns(collect: Collect, folder: Path) -> None:
    """The order stays that of the same column, and is given up where that is gone; what is hidden stays hidden."""
    undated = "Takst, hvor kladden ikke siger, om den er nuværende eller forventet (kr. pr. døgn)"
    there = collect(a=AALBORG, b=with_rate(THISTED, None))
    there.click_heading("Region")
    there.choose_from_menu(3, HIDE)
    (folder / "b.botilbud").write_bytes(draft_bytes(with_rate(THISTED, RateTime.PRESENT)))
    there.read_again()
    header = there.window.table.horizontalHeader()
    assert undated not in there.headings()
    assert there.window.table.lines.heading(header.sortIndicatorSection()) == "Region"
    hidden = [column for column in range(header.count()) if header.isSectionHidden(column)]
    assert [there.headings()[column] for column in hidden] == ["Lån 2025 (hele 1.000 kr.)"]
    (folder / "b.botilbud").write_bytes(draft_bytes(with_rate(THISTED, None)))
    there.read_again()
    there.click_heading(undated)
    assert there.column(undated) == ["1.900", "–", "–"]
    (folder / "b.botilbud").unlink()
    there.read_again()
    assert header.sortIndicatorSection() == -1
    assert there.column("Kommune") == ["Aalborg", "Aalborg"]
    there.close()


def test_the_menu_of_the_column_sorts_without_a_mouse(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED)
    table = there.window.table
    table.setCurrentIndex(table.lines.index(0, 4))
    place = table.viewport().rect().center()
    QApplication.sendEvent(table, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, table.mapToGlobal(place)))
    there.user.choose_from_menu(DESCENDING)
    assert there.column("Lån 2026 (hele 1.000 kr.)") == ["20.700", "–", "–"]
    there.close()


def test_search_region_and_groups_choose_the_rows(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED, c=of(drafts.complete(), "101", 3))
    there.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    there.user.keys("aalb")
    assert there.column("Kommune") == ["Aalborg", "Aalborg"]
    assert there.window.choices.shown.text() == "2 af 5 projekter er vist."
    there.press(Qt.Key.Key_Escape)
    assert len(there.column("Kommune")) == 5
    there.choose(there.window.choices.region, "Region Hovedstaden")
    assert there.column("Kommune") == ["København", "København"]
    there.choose(there.window.choices.region, "Alle regioner")
    there.choose(there.window.choices.grouping, "Region")
    lines = there.window.table.lines
    heads = [number for number, line in enumerate(lines.lines) if isinstance(line, Group)]
    assert [lines.text(number, 1) for number in heads] == ["Region Hovedstaden", "Region Nordjylland"]
    assert [lines.text(number, 2) for number in heads] == ["1 ansøgning, 2 projekter", "2 ansøgninger, 3 projekter"]
    assert [lines.text(number, 3) for number in heads] == ["22.900", "22.900"]
    assert there.window.page.toPlainText().startswith("København"), "the chosen project stays chosen"
    there.close()


@pytest.mark.parametrize(
    "words", ["22900", "22.900", "ÅLBORG", "aalborg", "Ålborg 22.9", "aftalt med nabokommunen", "§§ 107 og 108"]
)
def test_the_search_finds_what_is_written_in_another_way_and_what_stands_beside(collect: Collect, words: str) -> None:
    noted = replace(AALBORG.projects[0], coordination_note="Aftalt med nabokommunen")
    there = collect(a=replace(AALBORG, projects=(noted,)), b=of(replace(THISTED, projects=()), "787", 2))
    there.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    there.user.keys(words)
    assert there.column("Kommune") == ["Aalborg"]
    there.close()


def test_a_table_without_rows_says_why_and_shows_all_again(collect: Collect) -> None:
    there = collect(a=AALBORG, b=of(THISTED, None, 3))
    nothing = there.window.choices.nothing_found
    assert not nothing.isVisible()
    there.choose(there.window.choices.region, "Region Hovedstaden")
    assert there.column("Kommune") == []
    assert NOTHING_FOUND in there.said()
    there.user.click(nothing.button)
    assert len(there.column("Kommune")) == 3
    assert not nothing.isVisible()
    assert there.window.choices.search.hasFocus()
    there.choose(there.window.choices.region, "Ikke angivet")
    assert there.column("Kommune") == ["Kommune ikke angivet"]
    there.close()


def test_a_click_on_the_heading_of_the_ticks_sorts_by_them(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    there.click_heading("Tæller med")
    assert there.column("Tæller med") == ["ja", "ja", "nej"]
    there.click_heading("Tæller med")
    assert there.column("Tæller med") == ["nej", "ja", "ja"]
    there.read_again()
    assert there.column("Tæller med") == ["nej", "ja", "ja"]
    assert there.window.table.horizontalHeader().sortIndicatorSection() == 0
    there.click_heading("Tæller med")
    assert there.window.table.horizontalHeader().sortIndicatorSection() == -1
    there.close()


def test_the_sums_of_a_group_leave_out_what_is_not_counted(collect: Collect) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    there.choose(there.window.choices.grouping, "Kommune")
    assert there.window.table.lines.text(0, 3) == "45.800"
    there.go_to_row(1)
    there.press(Qt.Key.Key_Space)
    assert there.window.table.lines.text(0, 3) == "22.900"
    there.close()


def test_copied_rows_have_the_columns_as_they_stand_and_no_formula(collect: Collect) -> None:
    name = '=HYPERLINK("http://x";"y")'
    evil = replace(AALBORG, projects=(replace(AALBORG.projects[0], name=name),))
    there = collect(a=evil, b=THISTED)
    there.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    there.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert rows[0][:4] == ["Tæller med", "Kommune", "Projekt", "Lån 2025 (hele 1.000 kr.)"]
    assert [row[1] for row in rows[1:]] == ["Thisted", "Aalborg"]
    assert rows[2][2].startswith("\"'=HYPERLINK(")
    assert rows[2][3] == "22900"
    there.close()


def test_copied_numbers_can_be_summed_in_a_danish_spreadsheet(collect: Collect) -> None:
    shared = replace(AALBORG, projects=(replace(AALBORG.projects[0], share_for_others="33.33"),))
    there = collect(a=shared)
    there.choose(there.window.choices.grouping, "Kommune")
    there.window.table.setFocus(Qt.FocusReason.TabFocusReason)
    there.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    there.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, group, project = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    column = heading.index("Andel til andre kommuner i pladser")
    assert there.column(heading[column]) == ["ca. 6,3 (præcise andele)", "mindst 7 af 19 pladser"]
    assert (group[column], project[column]) == ("6,3327", "6,3327")
    table = there.window.table
    bold = QtGui.QFont(table.font())
    bold.setBold(True)
    needed = QtGui.QFontMetrics(bold).horizontalAdvance("ca. 6,3 (præcise andele)")
    assert table.columnWidth(column) > needed
    assert group[3] == "22900"
    there.close()


def test_rows_are_copied_as_the_job_made_them(collect: Collect, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window only puts them together: 2.450 rows take some milliseconds."""
    there = collect(a=AALBORG, b=THISTED)
    table = there.window.table
    there.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    monkeypatch.setattr("botilbud_desktop.ui.collecting.gathered.rows.copied_cell", None)
    monkeypatch.setattr("botilbud_desktop.ui.collecting.table.table_model.copied_cell", None)
    monkeypatch.setattr(table.selectionModel(), "selectedRows", None)
    monkeypatch.setattr(table.selectionModel(), "selectedIndexes", None)
    there.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QApplication.clipboard().text().splitlines()) == 4
    there.close()


def test_space_changes_all_the_chosen_rows(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED, c=of(drafts.complete(), "101", 3))
    there.go_to_row(3)
    there.press(Qt.Key.Key_Space)
    assert there.column("Tæller med") == ["ja", "ja", "ja", "nej", "nej"]
    there.go_to_row(0)
    there.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    there.press(Qt.Key.Key_Space)
    assert there.column("Tæller med") == ["nej"] * 5
    there.press(Qt.Key.Key_Space)
    assert there.column("Tæller med") == ["ja"] * 5
    there.close()


def test_columns_are_hidden_and_moved_from_the_menu_of_a_heading(collect: Collect) -> None:
    there = collect(a=AALBORG)
    header = there.window.table.horizontalHeader()
    there.choose_from_menu(3, HIDE)
    assert header.isSectionHidden(3)
    there.choose_from_menu(1, RIGHT)
    assert [header.visualIndex(column) for column in (1, 2)] == [2, 1]
    QTest.keyClick(there.window.choices.columns, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    shown = {action.text(): action for action in menu.actions()}
    assert not shown["Lån 2025 (hele 1.000 kr.)"].isChecked()
    assert "Kommune" not in shown, "it cannot be hidden"
    shown["Lån 2025 (hele 1.000 kr.)"].trigger()
    menu.close()
    assert not header.isSectionHidden(3)
    there.close()


def test_hostile_texts_are_shown_as_text(collect: Collect) -> None:
    texts = [sanitized(text) for text in TEXTS]
    projects = tuple(
        replace(AALBORG.projects[0], id=drafts.uuid(100 + number), name=text, coordination_note=text)
        for number, text in enumerate(texts)
    )
    there = collect(a=replace(AALBORG, projects=projects))
    lines = there.window.table.lines
    assert lines.rowCount() == len(texts)
    for row in range(lines.rowCount()):
        there.go_to_row(row)
        for column in range(lines.columnCount()):
            index = lines.index(row, column)
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            assert not QtGui.Qt.mightBeRichText(tip or "")
            assert "\n" not in lines.text(row, column)
    there.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    there.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = list(csv.reader(io.StringIO(QApplication.clipboard().text(), newline=""), "excel-tab"))
    assert len(rows) == len(texts) + 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    there.close()
