"""»Hent fra dokument« by clicks and keys: nothing is taken before »Hent ind«, and each value can be corrected."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.document_import.document_dialog import DocumentDialog
from botilbud_desktop.ui.document_import.rows import Chosen, Destination
from botilbud_desktop.ui.fields.text.text_input import TextInput
from tests.ui import drafts
from tests.ui.proposals import NAME, QUOTES, proposed, two_projects
from tests.ui.screen import texts_of
from tests.ui.test_danish_for_everyone import assert_danish
from tests.ui.test_document_choices import EMPTY, row
from tests.ui.user import settle

OpenDialog = Callable[..., DocumentDialog]
"""Opens a proposal above an empty draft, or one with projects of these names."""


@pytest.fixture
def opened(qtbot: object, form: Round) -> Iterator[OpenDialog]:
    """Opens the dialog above an empty window."""
    window = QWidget()
    window.resize(1300, 760)
    window.show()

    def open_dialog(proposal: Proposal, *names: str) -> DocumentDialog:
        projects = tuple(Project(id=drafts.uuid(number), name=name) for number, name in enumerate(names, 2))
        before = Snapshot(replace(EMPTY, projects=projects), {})
        dialog = DocumentDialog(window, "fra filen »notat.docx«", proposal, QUOTES, before, form)
        dialog.open()
        dialog.activateWindow()
        settle()
        return dialog

    yield open_dialog
    window.close()
    window.deleteLater()
    settle()


def go_to(dialog: DocumentDialog, field: str, number: int = 0) -> None:
    """Clicks the row of a field."""
    found = row(dialog.choices, field, number)
    item = dialog.values.item_of(found)
    dialog.values.scrollToItem(item)
    place = dialog.values.visualItemRect(item)
    QTest.mouseClick(
        dialog.values.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 150, place.center().y())
    )
    settle()


def press(dialog: DocumentDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, key)
    settle()


def test_the_first_doubtful_value_is_current_with_its_remark_and_its_words(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    assert dialog.values.hasFocus()
    assert dialog.values.row is row(dialog.choices, "projects[0].completion_date")
    go_to(dialog, "projects[0].building")
    said = " ".join(texts_of(dialog.pane))
    assert "Er det en eksisterende bygning?" in said
    assert "Fundet i afsnit 7: »Bygningen er en ældre, ledig institution.«" in said
    assert_danish(texts_of(dialog))


def test_space_ticks_and_a_second_candidate_takes_the_tick_over(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    first, second = (row(dialog.choices, "projects[0].completion_date", number) for number in (0, 1))
    press(dialog, Qt.Key.Key_Space)
    assert first.is_ticked
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Space)
    assert (first.is_ticked, second.is_ticked) == (False, True)
    assert "11 værdier hentes ind, heraf 1 tvivlsom." in dialog.summary.text()


def test_a_click_in_the_box_ticks(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    found = row(dialog.choices, "projects[0].building")
    place = dialog.values.visualItemRect(dialog.values.item_of(found))
    QTest.mouseClick(
        dialog.values.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 8, place.center().y())
    )
    settle()
    assert found.is_ticked


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_value_is_corrected_by_keys_and_enter_goes_back(opened: OpenDialog, key: Qt.Key) -> None:
    dialog = opened(two_projects())
    go_to(dialog, "projects[0].loan.2025")
    press(dialog, key)
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "B. Lån i 2025"
    line.selectAll()
    QTest.keyClicks(line, "23,5 mio. kr.")
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.values.hasFocus()
    assert row(dialog.choices, "projects[0].loan.2025").value == 23_500


def test_escape_in_an_input_goes_back_and_keeps_the_dialog(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    press(dialog, Qt.Key.Key_F2)
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.values.hasFocus()


def test_a_long_text_is_written_in_the_pane_with_its_length(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    go_to(dialog, "projects[0].description")
    press(dialog, Qt.Key.Key_F2)
    area = dialog.focusWidget()
    assert isinstance(area, TextInput)
    area.selectAll()
    QTest.keyClicks(area, "Kort.")
    settle()
    assert "5 af 1.000 tegn." in texts_of(dialog.pane)
    area.selectAll()
    area.insertPlainText("a" * 1001)
    settle()
    assert "For lang: 1.001 af 1.000 tegn." in texts_of(dialog.pane)
    assert row(dialog.choices, "projects[0].description").value == "a" * 1001


def test_a_choice_of_a_record_is_corrected(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    go_to(dialog, "projects[0].places[0]")
    basis = next(one for one in dialog.pane.findChildren(QComboBox) if one.accessibleName() == "Lovgrundlag")
    basis.setFocus()
    QTest.keyClick(basis, Qt.Key.Key_Down)
    settle()
    assert row(dialog.choices, "projects[0].places[0]").value.legal_basis == "SEL_108"


def test_where_a_project_goes_is_chosen_in_the_pane(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    go_to(dialog, "projects[0].name")
    press(dialog, Qt.Key.Key_Up)
    press(dialog, Qt.Key.Key_Return)
    target = dialog.focusWidget()
    assert isinstance(target, QComboBox)
    QTest.keyClick(target, Qt.Key.Key_Down)
    settle()
    assert dialog.choices.targets[0] is Destination.NOWHERE
    assert isinstance(dialog.focusWidget(), QComboBox)
    assert dialog.summary.text().startswith("4 værdier hentes ind.")


def test_only_taking_it_in_tells_what_was_chosen(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    told: list[Chosen] = []
    dialog.take_asked.connect(lambda choices: told.append(choices.chosen))
    press(dialog, Qt.Key.Key_Space)
    assert told == []
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    settle()
    assert len(told[0].values) == 11
    assert told[0].targets == {0: None, 1: None}


def test_nothing_ticked_is_told_and_the_dialog_stays(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    dialog.values.selectAll()
    go_to(dialog, "projects[0].name")
    dialog.values.selectAll()
    press(dialog, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.isVisible()
    assert dialog.summary.text() == "Der er ikke sat flueben ved noget."


def test_an_empty_proposal_says_that_nothing_was_found(opened: OpenDialog) -> None:
    dialog = opened(Proposal((), two_projects().left_out))
    assert dialog.summary.text().startswith("Der er ikke fundet noget, der kan hentes ind.")
    assert NAME not in " ".join(texts_of(dialog))


def test_a_value_is_heard_with_how_it_stands_and_why(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    item = dialog.values.item_of(row(dialog.choices, "projects[0].building"))
    heard = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Nybyggeri eller eksisterende bygning: Eksisterende bygning. Kontrollér. Der står")
    go_to(dialog, "projects[0].building")
    assert "Er det en eksisterende bygning?" in dialog.pane.inputs[0].accessibleDescription()


def test_nothing_of_a_document_is_shown_as_markup(opened: OpenDialog) -> None:
    hostile = "<img src='file:///etc/passwd'><b>Fed</b>\u202e"
    found = proposed("projects[0].name", hostile, hostile, hostile, is_sure=False)
    dialog = opened(
        Proposal((found, proposed("projects[0].partners", (hostile,), "afsnit 1")), two_projects().left_out)
    )
    item = dialog.values.item_of(dialog.choices.rows[0])
    assert [item.toolTip(column) for column in range(5)] == [""] * 5
    assert "\u202e" not in "".join(item.text(column) for column in range(5))
    labels = [label for label in dialog.findChildren(QLabel) if "Fed" in label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_a_double_click_leads_to_the_value(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    go_to(dialog, "case_number")
    place = dialog.values.visualItemRect(dialog.values.item_of(row(dialog.choices, "case_number")))
    spot = QPoint(place.left() + 150, place.center().y())
    QTest.mouseDClick(dialog.values.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "2024-005657"


def test_what_is_asked_is_answered_before_anything_is_taken(opened: OpenDialog) -> None:
    dialog = opened(two_projects(), "Solgården", "9 boliger i byen")
    told: list[Chosen] = []
    dialog.take_asked.connect(lambda choices: told.append(choices.chosen))
    assert dialog.values.project == 1, "the question is shown first"
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    settle()
    assert told == []
    assert dialog.summary.text() == "Vælg først, hvor projekt 2 i dokumentet skal hen."
    target = dialog.focusWidget()
    assert isinstance(target, QComboBox)
    offered = [target.itemText(index) for index in range(target.count())]
    assert offered[:3] == ["Vælg, hvor projektet skal hen", "Projekt 2 i kladden: 9 boliger i byen", "Nyt projekt"]
    QTest.keyClick(target, Qt.Key.Key_Down)
    settle()
    item = dialog.values.currentItem()
    assert item is not None
    assert "Projekt 2 i kladden" in item.text(1)
    assert row(dialog.choices, "projects[1].name").is_ticked is False, "it would replace the name of the draft"
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    settle()
    assert told[0].targets == {0: None, 1: 1}


def test_there_is_no_room_for_more_projects_than_the_form_has(opened: OpenDialog, form: Round) -> None:
    dialog = opened(two_projects(), *(f"Hus {number}" for number in range(form.max_projects)))
    for project in (0, 1):
        dialog.choices.aim(project, Destination.NEW)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.isVisible()
    assert dialog.summary.text().startswith("Der er kun plads til 5 projekter. Kladden har 5 projekter, og 2 nye er")
