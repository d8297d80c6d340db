"""»Saml ansøgninger …«: the drafts of several municipalities in one table, by clicks and keys."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from botilbud_desktop.documents.collection.columns import CRITERIA
from botilbud_desktop.domain.application import Applicant, Application, DailyRate, RateTime
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.collecting.arranging import Group
from botilbud_desktop.ui.collecting.collection_window import CollectionWindow
from botilbud_desktop.ui.collecting.column_menu import DESCENDING, HIDE, RIGHT
from botilbud_desktop.ui.collecting.wording import CHOOSE, NO_DRAFTS, TWICE
from tests.faults.hostile_texts import TEXTS
from tests.ui import drafts
from tests.ui.collector import Collector
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import settle

Collect = Callable[..., Collector]


def of(application: Application, code: str | None, number: int) -> Application:
    """Returns another municipality's application."""
    return replace(application, id=drafts.uuid(number), applicant=Applicant(municipality_code=code))


_AALBORG = drafts.example("aalborg")
_PROJECTS = tuple(replace(project, daily_rates=()) for project in _AALBORG.projects)
AALBORG = of(replace(_AALBORG, projects=_PROJECTS), "851", 1)
THISTED = of(drafts.example("thisted"), "787", 2)
COPY = replace(AALBORG, case_number="2024-77")


def with_rate(application: Application, when: RateTime | None) -> Application:
    """Returns the draft with one daily rate of that time."""
    rate = DailyRate(label="Takst", lowest=1_900, highest=1_900, when=when)
    return replace(application, projects=(replace(application.projects[0], daily_rates=(rate,)),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "post"
    folder.mkdir()
    return folder


@pytest.fixture
def collect(open_window: OpenWindow, questions: RecordedQuestions, folder: Path) -> Collect:
    """Returns a function that writes drafts into the folder and collects them."""

    def collect(**files: Application | bytes) -> Collector:
        for name, content in files.items():
            data = content if isinstance(content, bytes) else draft_bytes(content)
            (folder / f"{name}.botilbud").write_bytes(data)
        user = open_window(None)
        questions.will_answer(folder)
        return Collector(user, questions)

    return collect


def test_the_projects_of_all_drafts_are_rows_and_the_sums_stand_above(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED)
    assert there.column("Kommune") == ["Thisted", "Aalborg", "Aalborg"]
    assert there.column("Lån 2025 (hele 1.000 kr.)") == ["–", "22.900", "–"]
    assert there.column("Lovgrundlag og oprindelse")[1] == "15 SEL § 107 nye, 4 SEL § 108 nye"
    said = " ".join(there.said())
    assert "2 ansøgninger med 3 projekter er talt med." in said
    assert "2025: Der søges om 22.900 af puljens 600.000 (hele 1.000 kr.): ca. 3,8 pct. 19 nye pladser." in said
    assert "Her er intet projekt fra Region Hovedstaden, " in said
    assert "1 projekt har intet lånebeløb og tæller 0." in said
    assert TWICE not in said
    assert not there.window.doubts.isVisible()
    there.close()


def test_nothing_is_written_to_the_drafts(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    there.user.click(there.window.again_button)
    there.wait()
    there.close()
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


def test_what_cannot_be_read_is_listed_with_the_reason_and_stops_nobody(collect: Collect) -> None:
    there = collect(a=AALBORG, i_stykker=b"{", tom=b"")
    assert there.column("Kommune") == ["Aalborg", "Aalborg"]
    assert there.window.doubts.notice.message.text() == "2 filer er ikke med."
    listed = there.doubts()
    assert [line.partition(".botilbud")[0] for line in listed] == ["Ikke med: i_stykker", "Ikke med: tom"]
    assert all(" kan ikke åbnes: " in line for line in listed)
    there.user.click(there.window.doubts.fold)
    assert not there.window.doubts.list.isVisible()
    there.close()


def test_of_two_copies_the_user_chooses_which_one_counts_and_the_sums_follow(collect: Collect) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    assert TWICE in there.said()
    assert "Der søges om 45.800 af" in " ".join(there.said())
    assert there.doubts()[0].startswith("Måske talt med to gange: »a.botilbud« og »kopi.botilbud« er kopier")
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    said = " ".join(there.said())
    assert TWICE not in said
    assert "1 ansøgning af 2 med 2 projekter er talt med." in said
    assert "Der søges om 22.900 af" in said
    assert there.column("Tæller med") == ["nej", "nej", "ja", "ja"]
    assert there.doubts()[0].endswith("Talt med: »kopi.botilbud«.")
    there.press(Qt.Key.Key_Space)
    assert TWICE in there.said()
    there.close()


def test_a_tick_can_be_clicked_and_outlives_reading_again(collect: Collect) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    there.click_cell(3, 0)
    assert there.column("Tæller med") == ["ja", "ja", "nej", "nej"]
    QTest.keyClick(there.window.table, Qt.Key.Key_F5)
    there.wait()
    assert there.column("Tæller med") == ["ja", "ja", "nej", "nej"]
    there.close()


def test_an_older_version_that_is_proven_is_not_counted(collect: Collect) -> None:
    there = collect(a=AALBORG, b=AALBORG)
    assert there.column("Kommune") == ["Aalborg", "Aalborg"]
    assert "er den samme ansøgning som" in there.doubts()[0]
    assert TWICE not in there.said()
    there.close()


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
    """The order stays that of the same column, and is given up where that is gone."""
    undated = "Takst, hvor kladden ikke siger, om den er nuværende eller forventet (kr. pr. døgn)"
    there = collect(a=AALBORG, b=with_rate(THISTED, None))
    there.click_heading("Region")
    there.choose_from_menu(3, HIDE)
    (folder / "b.botilbud").write_bytes(draft_bytes(with_rate(THISTED, RateTime.PRESENT)))
    there.read_again()
    header = there.window.table.horizontalHeader()
    assert undated not in there.headings()
    assert there.window.table.lines.heading(header.sortIndicatorSection()) == "Region"
    assert not any(header.isSectionHidden(column) for column in range(header.count()))
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


def test_the_window_is_closed_with_the_program(collect: Collect) -> None:
    there = collect(a=AALBORG)
    assert there.user.window.close()
    assert not there.window.isVisible()
    assert (there.user.window.repository.folders.state / "collection-window.json").exists()


def test_a_draft_whose_round_is_not_there_is_listed(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED, c=replace(THISTED, id=drafts.uuid(9), round="LanBotilbud_2099-00"))
    (doubt,) = there.doubts()
    assert doubt.startswith("Ikke med: c.botilbud: ")
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


def test_the_sums_of_a_group_leave_out_what_is_not_counted(collect: Collect) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    there.choose(there.window.choices.grouping, "Kommune")
    assert there.window.table.lines.text(0, 3) == "45.800"
    there.go_to_row(1)
    there.press(Qt.Key.Key_Space)
    assert there.window.table.lines.text(0, 3) == "22.900"
    there.close()


def test_the_chosen_project_tells_its_criteria_and_what_is_weighed_in_the_order_of_the_ministry(
    collect: Collect,
) -> None:
    there = collect(b=THISTED)
    told = there.window.page.toPlainText()
    parts = (
        "Thisted",
        "b.botilbud. Kladde.",
        "Kriterier",
        "1. ",
        "Fælleskommunal koordinering",
        "Det, ministeriet vægter",
    )
    assert [told.index(part) for part in parts] == sorted(told.index(part) for part in parts)
    assert "Mangler oplysninger: " in told
    column = [column.name for column in there.window.table.lines.columns].index(CRITERIA) + 1
    assert there.window.table.lines.text(0, column).startswith("Mangler oplysninger (")
    icon = there.window.table.lines.index(0, column).data(Qt.ItemDataRole.DecorationRole)
    assert not icon.isNull()
    there.close()


def test_enter_opens_the_draft_in_the_main_window(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.go_to_row(1)
    there.press(Qt.Key.Key_Return)
    controller = there.user.window.controller
    assert controller is not None
    assert controller.location.path == folder / "a.botilbud"
    assert there.window.isVisible()
    there.close()


def test_a_double_click_opens_the_draft(collect: Collect, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.click_cell(0, 2, double=True)
    controller = there.user.window.controller
    assert controller is not None
    assert controller.location.path == folder / "b.botilbud"
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


def test_an_empty_folder_says_so(collect: Collect) -> None:
    there = collect()
    assert NO_DRAFTS in there.said()
    there.close()


def test_a_folder_that_is_gone_says_so(open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path) -> None:
    questions.will_answer(tmp_path / "væk")
    there = Collector(open_window(None), questions)
    assert any("væk" in text for text in there.said())
    there.close()


def test_files_are_chosen_instead_of_a_folder(collect: Collect, questions: RecordedQuestions, folder: Path) -> None:
    there = collect(a=AALBORG, b=THISTED)
    questions.will_answer(folder / "b.botilbud")
    there.user.click(there.window.files_button)
    there.wait()
    assert there.column("Kommune") == ["Thisted"]
    there.close()


def test_who_cancels_can_choose_in_the_window(open_window: OpenWindow, questions: RecordedQuestions) -> None:
    questions.will_answer(None)
    there = Collector(open_window(None), questions)
    assert CHOOSE in there.said()
    assert not there.window.again_button.isEnabled()
    assert there.window.folder_button.hasFocus()
    there.close()


def test_reading_can_be_given_up(collect: Collect, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    there = collect(a=AALBORG)
    there.hold_reading(monkeypatch)
    there.user.click(there.window.again_button)
    assert there.window.reading.bar.isVisible()
    assert there.window.reading.give_up.hasFocus()
    there.press(Qt.Key.Key_Space)
    assert there.column("Kommune") == ["Aalborg", "Aalborg"], "what was shown before is shown again"
    assert not there.collecting.is_reading
    there.let_read()
    there.close()


def test_an_application_without_projects_has_a_row_and_can_be_opened(collect: Collect) -> None:
    there = collect(a=replace(AALBORG, projects=()))
    assert there.column("Projekt") == ["Ingen projekter"]
    assert "1 ansøgning med 0 projekter er talt med." in there.said()
    assert "Der er ingen projekter i ansøgningen." in there.window.page.toPlainText()
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


def test_the_window_comes_back_where_it_was(collect: Collect, questions: RecordedQuestions, folder: Path) -> None:
    there = collect(a=AALBORG)
    there.window.resize(901, 555)
    settle()
    there.close()
    assert (there.user.window.repository.folders.state / "collection-window.json").exists()
    questions.will_answer(folder)
    again = Collector(there.user, questions)
    assert isinstance(again.window, CollectionWindow)
    assert again.window.size().width() == 901
    again.close()
