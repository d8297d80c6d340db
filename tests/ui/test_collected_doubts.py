"""The doubt about two copies says what differs, and leads to their rows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from botilbud_desktop.domain.model import replace
from tests.faults.hostile_texts import TEXTS
from tests.ui.collected_drafts import AALBORG, COPY, THISTED, Collect, collect, folder

__all__ = ["collect", "folder"]


def test_the_fields_that_differ_stand_in_the_list_with_both_values(collect: Collect) -> None:
    there = collect(a=AALBORG, kopi=COPY)
    (said,) = there.doubts()
    assert "Forskel i 1 felt: " in said
    before = AALBORG.case_number or "ikke angivet"
    assert said.endswith(f": {before} / 2024-77.")
    there.go_to_row(0)
    there.press(Qt.Key.Key_Space)
    (said,) = there.doubts()
    assert said.startswith("Du har valgt: ")
    assert "Forskel i 1 felt: " in said
    there.close()


def test_only_the_first_fields_are_shown_and_hostile_values_stay_texts(collect: Collect) -> None:
    for text in (max(TEXTS, key=len), "<b>fed</b>\u202e\n=1+1"):
        projects = tuple(replace(project, name=text[:100], loan={}) for project in AALBORG.projects)
        there = collect(a=AALBORG, kopi=replace(AALBORG, case_number="1", projects=projects))
        said = there.doubts()[0]
        assert "; …." in said
        assert "\n" not in said
        assert "\u202e" not in said
        there.close()
        there.user.window.close()


def test_two_applications_of_one_municipality_have_no_list_of_differences(collect: Collect) -> None:
    there = collect(a=AALBORG, b=replace(THISTED, applicant=AALBORG.applicant))
    assert all("Forskel i" not in said for said in there.doubts())
    there.close()


def test_enter_on_the_doubt_leads_to_the_rows_of_both_copies(collect: Collect) -> None:
    there = collect(a=AALBORG, b=THISTED, kopi=COPY)
    window = there.window
    window.choices.search.setText("thisted")
    listed = window.doubts.list
    listed.setCurrentRow(0)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Return)
    lines = window.table.lines.lines
    chosen = {index.row() for index in window.table.selectionModel().selectedIndexes()}
    assert {getattr(lines[row], "file", "") for row in chosen} == {"a.botilbud", "kopi.botilbud"}
    assert len(chosen) == 4
    assert window.table.hasFocus()
    assert window.choices.search.text() == ""
    there.close()
