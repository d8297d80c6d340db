"""Rows: empty ones are ignored; adding and removing rows keeps values in their rows (requirement 20)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionComboBox, QTableWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.form_bounds import MOST_ROWS
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.results import Severity
from botilbud_desktop.ui.fields.places_rows import PlacesRows
from botilbud_desktop.ui.fields.rows import ROWS_AT_A_TIME, Rows
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.user import User, settle, step_names

PLACES = "projects.0.places"
RATES = "projects.0.daily_rates"
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.mark.parametrize("rows", [PLACES, RATES])
def test_an_empty_row_is_no_problem_anywhere(complete: User, rows: str) -> None:
    before = [finding.message for finding in complete.view.assessment.findings]
    complete.go_to("page.project.0")
    complete.click(f"{rows}.add")
    complete.go_to("page.check")
    complete.go_to("page.project.0")
    assert [finding.message for finding in complete.view.assessment.findings] == before
    assert not any(finding.severity is Severity.ERROR for finding in complete.view.assessment.findings)


def test_an_empty_row_of_a_cost_plan_is_no_problem(thisted: User) -> None:
    before = [finding.message for finding in thisted.view.assessment.findings]
    thisted.add_cost_line()
    assert [finding.message for finding in thisted.view.assessment.findings] == before


def test_a_new_row_takes_the_focus_and_can_be_filled_in_with_the_keyboard(empty: User) -> None:
    empty.click(f"{RATES}.add")
    assert QApplication.focusWidget() is empty.line(f"{RATES}.0.label")
    empty.keys("Botilbud Nord")
    empty.press(Qt.Key.Key_Tab)
    empty.keys("1644")
    empty.press(Qt.Key.Key_Tab)
    empty.keys("7140")
    rate = empty.application.projects[0].daily_rates[0]
    assert (rate.label, rate.lowest, rate.highest) == ("Botilbud Nord", 1644, 7140)


def test_the_places_of_a_year_are_summed_as_they_are_typed(empty: User) -> None:
    empty.click(f"{PLACES}.add")
    empty.write(f"{PLACES}.0.count", "8")
    expansion = empty.widget("projects.0.expansion", QLabel)
    assert expansion.text().startswith("D. Udvidelse i 2025: 8 pladser · E. Udvidelse i 2026: 0 pladser")
    empty.choose(f"{PLACES}.0.year", "2026")
    assert expansion.text().startswith("D. Udvidelse i 2025: 0 pladser · E. Udvidelse i 2026: 8 pladser")
    empty.choose(f"{PLACES}.0.legal_basis", "ABL § 105 (almene boliger)")
    assert "8 pladser tæller ikke med i D og E." in expansion.text()


def test_a_row_in_the_middle_goes_and_the_others_keep_their_values(aalborg: User) -> None:
    aalborg.click(f"{PLACES}.add")
    aalborg.write(f"{PLACES}.2.count", "7")
    aalborg.click(f"{PLACES}.1.delete")
    assert [group.count for group in aalborg.application.projects[0].places] == [15, 7]
    assert [aalborg.line(f"{PLACES}.{row}.count").text() for row in (0, 1)] == ["15", "7"]


def test_a_half_typed_cell_follows_its_row(aalborg: User) -> None:
    aalborg.write(f"{PLACES}.1.count", "fire")
    aalborg.click(f"{PLACES}.0.delete")
    assert aalborg.line(f"{PLACES}.0.count").text() == "fire"
    assert aalborg.view.half_typed == {"projects[0].places[0].count": "fire"}
    aalborg.undo()
    assert aalborg.line(f"{PLACES}.0.count").text() == "15"
    assert aalborg.line(f"{PLACES}.1.count").text() == "fire"


def test_the_focus_stays_in_the_rows_when_one_is_removed(aalborg: User) -> None:
    aalborg.click(f"{PLACES}.0.delete")
    assert QApplication.focusWidget() is aalborg.combo(f"{PLACES}.0.year")
    aalborg.click(f"{PLACES}.0.delete")
    assert QApplication.focusWidget() is aalborg.button(f"{PLACES}.add")
    assert aalborg.application.projects[0].places == ()


def test_the_headings_of_the_rows_stand_just_above_their_columns(thisted: User) -> None:
    thisted.click(f"{RATES}.add")
    headings = 0
    for rows in thisted.page.findChildren(Rows):
        for column in range(rows.grid.columnCount() - 1):
            item = rows.grid.itemAtPosition(0, column)
            label = item.widget() if item is not None else None
            assert isinstance(label, QLabel)
            assert label.alignment() == Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, label.text()
            headings += 1
    assert headings > 8


def test_empty_rows_are_kept_in_the_file(empty: User, open_window: OpenWindow) -> None:
    empty.click(f"{PLACES}.add")
    empty.click(f"{RATES}.add")
    empty.save()
    again = open_window(empty.path)
    assert len(again.application.projects[0].places) == 1
    assert len(again.application.projects[0].daily_rates) == 1


def test_projects_are_added_moved_and_removed_without_mixing_up_their_fields(aalborg: User) -> None:
    first, second = drafts.example("aalborg").projects
    aalborg.write("projects.0.loan.2025", "22,9")
    aalborg.go_to("page.projects")
    aalborg.click("projects.down")
    assert [project.id for project in aalborg.application.projects] == [second.id, first.id]
    assert aalborg.view.half_typed == {"projects[1].loan.2025": "22,9"}
    aalborg.go_to("page.project.1")
    assert aalborg.line("projects.1.loan.2025").text() == "22,9"
    assert aalborg.line("projects.1.name").text() == first.name
    aalborg.go_to("page.projects")
    aalborg.click("projects.add")
    assert aalborg.page.objectName() == "page.project.2"
    aalborg.keys("Et tredje")
    assert [project.name for project in aalborg.application.projects] == [second.name, first.name, "Et tredje"]
    aalborg.go_to("page.projects")
    aalborg.click("projects.remove")
    assert len(aalborg.application.projects) == 2


def test_a_project_that_is_removed_by_undo_while_its_page_is_shown_leads_to_the_table(aalborg: User) -> None:
    aalborg.go_to("page.projects")
    aalborg.click("projects.add")
    assert aalborg.page.objectName() == "page.project.2"
    aalborg.undo()
    assert aalborg.page.objectName() == "page.projects"
    assert aalborg.workspace.steps.count() == len(step_names(aalborg.application))
    aalborg.redo()
    assert len(aalborg.application.projects) == 3


def test_a_removed_project_comes_back_whole(aalborg: User) -> None:
    before = aalborg.application
    aalborg.go_to("page.projects")
    aalborg.click("projects.remove")
    assert len(aalborg.application.projects) == 1
    assert aalborg.workspace.steps.currentRow() == 1
    aalborg.workspace.steps.setFocus()
    assert aalborg.page.objectName() == "page.projects"
    aalborg.undo()
    assert aalborg.application == before
    assert not aalborg.controller.editor.is_modified
    aalborg.go_to("page.project.0")
    assert aalborg.line("projects.0.name").text() == before.projects[0].name


def test_the_table_says_its_cells_and_sums_in_words(aalborg: User) -> None:
    aalborg.go_to("page.projects")
    table = aalborg.widget("projects.table", QTableWidget)
    model = table.model()
    spoken = {
        (
            model.headerData(row, Qt.Orientation.Vertical, _SPOKEN),
            model.headerData(column, Qt.Orientation.Horizontal, _SPOKEN),
            model.index(row, column).data(_SPOKEN),
        )
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    }
    assert ("Projekt 1", "Lån i 2025 (hele 1.000 kr.)", "22.900") in spoken
    assert ("Projekt 2", "Lån i 2025 (hele 1.000 kr.)", "Ikke angivet") in spoken
    assert ("I alt", "Lån i 2026 (hele 1.000 kr.)", "20.700") in spoken
    assert ("I alt", "Nye pladser i 2025 (antal)", "19") in spoken


def test_of_a_long_list_the_next_rows_are_made_when_they_are_asked_for(open_draft: OpenDraft) -> None:
    draft = drafts.complete()
    (first, *others), (row, *_more) = draft.projects, draft.projects[0].places
    count = 2 * ROWS_AT_A_TIME + 5
    user = open_draft(replace(draft, projects=(replace(first, places=(row,) * count), *others)))
    rows = user.page.findChild(PlacesRows)
    assert isinstance(rows, PlacesRows)
    assert len(rows._cells) == ROWS_AT_A_TIME
    assert user.button(f"{PLACES}.more").text() == "Vis 25 rækker mere (der er 30 endnu)"
    user.click(f"{PLACES}.more")
    assert len(rows._cells) == 2 * ROWS_AT_A_TIME
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == f"{PLACES}.{ROWS_AT_A_TIME}.year"
    assert user.button(f"{PLACES}.more").text() == "Vis 5 rækker mere"
    user.click(f"{PLACES}.more")
    assert not rows._more.isVisible()
    assert len(user.application.projects[0].places) == count


def test_a_link_to_a_row_that_is_not_made_yet_leads_to_it(open_draft: OpenDraft) -> None:
    draft = drafts.complete()
    (first, *others), (row, *_more) = draft.projects, draft.projects[0].places
    user = open_draft(replace(draft, projects=(replace(first, places=(row,) * 60), *others)))
    user.workspace.show_field(field_path("projects[0].places[57].count"))
    settle()
    assert QApplication.focusWidget() is user.line(f"{PLACES}.57.count")


def test_a_list_takes_no_more_rows_than_the_form_can_show(open_draft: OpenDraft) -> None:
    draft = drafts.complete()
    (first, *others), (row, *_more) = draft.projects, draft.projects[0].places
    user = open_draft(replace(draft, projects=(replace(first, places=(row,) * (MOST_ROWS - 1)), *others)))
    user.click(f"{PLACES}.add")
    assert len(user.application.projects[0].places) == MOST_ROWS
    assert not user.button(f"{PLACES}.add").isEnabled()


def test_undoing_the_removal_of_a_row_leads_back_to_it(aalborg: User) -> None:
    aalborg.click(f"{PLACES}.1.delete")
    aalborg.go_to("page.description")
    aalborg.undo()
    assert aalborg.page.objectName() == "page.project.0"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName().startswith(PLACES)


def test_no_legal_basis_that_gives_access_to_a_loan_is_cut_off(aalborg: User) -> None:
    aalborg.window.resize(1280, 740)
    combo = aalborg.combo(f"{PLACES}.0.legal_basis")
    settle()
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    room = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    words = [combo.itemText(index) for index in range(combo.count()) if combo.itemText(index).startswith("SEL §§ 107")]
    words += [combo.itemText(index) for index in range(combo.count()) if "ophold" in combo.itemText(index)]
    assert len(words) == 3
    assert max(combo.fontMetrics().horizontalAdvance(text) for text in words) <= room.width()


def test_a_year_that_the_form_lacks_is_shown_and_every_year_is_offered_once(open_draft: OpenDraft) -> None:
    draft = drafts.complete()
    places = (replace(draft.projects[0].places[0], year=2031), *draft.projects[0].places[1:])
    user = open_draft(replace(draft, projects=(replace(draft.projects[0], places=places), *draft.projects[1:])))
    user.go_to("page.project.0")
    years = user.combo("projects.0.places.0.year")
    assert years.currentText() == "2031"
    before = [years.itemText(row) for row in range(years.count())]
    for count in ("7", "8"):
        user.write("projects.0.places.0.count", count)
    assert [years.itemText(row) for row in range(years.count())] == before
    assert len(set(before)) == len(before)
    assert user.application.projects[0].places[0].year == 2031
