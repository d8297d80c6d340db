"""What users seldom meet: damaged versions, menus of texts that cannot be changed, tables without headings."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Applicant
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.said import GUESSED
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.pages.projects import _letters
from botilbud_desktop.ui.pages.transfer import TransferPage
from botilbud_desktop.ui.table_import.import_dialog import ImportDialog
from botilbud_desktop.ui.table_import.wording import UNKNOWN
from botilbud_desktop.ui.versions.contents import NOT_READABLE
from botilbud_desktop.ui.versions.version_item import VersionDelegate
from botilbud_desktop.ui.versions.versions_dialog import VersionsDialog
from tests.ui import colleague, drafts
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import Programs
from tests.ui.test_colleagues import AALBORG, dialog_of, draft, press
from tests.ui.test_comparing import difference, listed
from tests.ui.test_danish_for_everyone import with_open_dialog
from tests.ui.test_table_import import paste
from tests.ui.test_transfer import PanelUser
from tests.ui.test_versions import history, holder, open_
from tests.ui.user import User, settle
from tests.ui.version_reader import METTE, NOW, Opener

__all__ = ["draft", "history", "holder", "open_"]


# earlier versions


def test_a_version_that_is_the_draft_as_it_is_restores_nothing(programs: Programs, draft: Path) -> None:
    user = programs.start(draft)
    user.use_menu("Tidligere &versioner …")
    dialog_of(user, VersionsDialog).restore_asked.emit(colleague.opened(draft.read_bytes()))
    settle()
    assert user.notice_text() == "Kladden svarer allerede til den version."
    assert not user.controller.editor.is_modified
    assert not user.controller.editor.can_undo


def test_an_earlier_version_is_exported_beside_the_draft_and_read_again(
    programs: Programs, draft: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    user.write("projects.0.loan.2025", "23000")
    user.save()
    kept = History(programs.folders.versions, AALBORG.id)
    qtbot.waitUntil(lambda: bool(kept.versions()))
    user.use_menu("Tidligere &versioner …")
    dialog = dialog_of(user, VersionsDialog)
    target = tmp_path / "før.botilbud"
    programs.questions.will_answer(target)
    press(dialog, "Gem som fil …")
    assert target.read_bytes() == kept.content(kept.versions()[0].number)
    assert dialog.notice.message.text() == "Versionen er gemt som »før.botilbud«."
    dialog.close()
    settle()


def test_a_damaged_version_is_said_when_another_is_compared_with_it(open_: Opener, history: History) -> None:
    history.keep(b"ikke JSON", NOW, METTE, Reason.SAVED)
    history.keep(draft_bytes(AALBORG), NOW, METTE, Reason.SAVED)
    reader = open_(history, current=AALBORG)
    reader.choose(1)
    assert reader.lines()[1][2] == NOT_READABLE
    before = [text for text in reader.said() if text.startswith("Den tidligere version kan ikke vises")]
    assert len(before) == 1
    reader.choose(0)
    reader.click(reader.dialog.view.with_before)
    assert before[0] in reader.said()


def test_two_quick_clicks_on_the_arrow_open_and_close_a_group(open_: Opener, history: History) -> None:
    versions = open_(history).dialog.versions
    closed = versions.count()
    spot = VersionDelegate.arrow_area(versions.visualItemRect(versions.item(1))).center()
    QTest.mouseClick(versions.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert versions.count() > closed
    QTest.mouseDClick(versions.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert versions.count() == closed


# menus


def menu_of(widget: QWidget) -> list[str]:
    """Opens the context menu of a text and returns its commands."""
    found: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found.extend(action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if action.text())
        menu.close()

    QTimer.singleShot(0, look)
    spot = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, event)
    settle()
    return found


def test_a_text_to_be_copied_has_a_danish_menu_that_changes_nothing(complete: User) -> None:
    there = PanelUser(complete)
    there.show("description")
    there.panel.tabs.setCurrentWidget(there.panel.field)
    settle()
    assert menu_of(there.panel.field.text.viewport()) == ["Kopiér", "Markér alt"]
    there.panel.close()


def test_a_text_of_a_comparison_has_a_danish_menu_that_changes_nothing(holder: QWidget) -> None:
    shown = listed(holder, [difference("description", "Samlet beskrivelse", "Den første tekst. " * 9, "Den anden.")])
    for box in shown.findChildren(DifferenceText):
        assert menu_of(box.viewport()) == ["Kopiér", "Markér alt"]


# questions of the system


def test_a_folder_is_chosen_among_folders_only(complete: User, tmp_path: Path) -> None:
    chosen = tmp_path / "sager"
    chosen.mkdir()

    def look(dialog: object) -> None:
        assert isinstance(dialog, QFileDialog)
        assert dialog.windowTitle() == "Mappe til kvitteringer"
        assert dialog.fileMode() is QFileDialog.FileMode.Directory
        assert dialog.testOption(QFileDialog.Option.ShowDirsOnly)
        assert dialog.directory().path() == str(tmp_path)
        dialog.selectFile("sager")
        dialog.accept()

    dialogs = Dialogs(complete.window)
    assert with_open_dialog(lambda: dialogs.folder_to_use("Mappe til kvitteringer", tmp_path), look) == chosen


# pages


def test_a_table_without_headings_is_said_to_be_read_in_the_forms_order(complete: User) -> None:
    dialog = paste(complete, "Solgården\t22.900\t1.000\t19\t0\t25\t30-11-2025\r\nMånen\t1\t2\t3\t4\t5\t01-02-2026\r\n")
    assert GUESSED in remarks_of(dialog)
    dialog.reject()
    dialog = paste(complete, "Projektets navn\tLån i 2025\r\nSolgården\t22.900\r\n")
    assert not {GUESSED, UNKNOWN} & set(remarks_of(dialog))
    dialog.reject()
    settle()


def remarks_of(dialog: ImportDialog) -> list[str]:
    rows = dialog.remarks
    return [rows.item(row).text() for row in range(rows.count())]


def test_who_has_chosen_no_municipality_is_told_when_the_user_name_is_shown(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), applicant=Applicant()))
    user.go_to("page.transfer")
    page = user.page
    assert isinstance(page, TransferPage)
    assert page.login.text() == "Brugernavnet til www.indtast.dk står her, når du har valgt kommune."


@pytest.mark.parametrize(
    ("letters", "words"),
    [("ABCDEFG", "A-G"), ("BCD", "B-D"), ("ACD", "A, C, D"), ("BA", "B, A"), (("A", "AB"), "A, AB")],
)
def test_consecutive_letters_of_columns_are_a_range(letters: Sequence[str], words: str) -> None:
    columns = [SimpleNamespace(column=letter) for letter in letters]
    assert _letters(cast("Round", SimpleNamespace(columns=columns))) == words
