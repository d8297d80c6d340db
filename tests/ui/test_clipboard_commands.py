"""»Klip«, »Kopiér« and »Sæt ind« in the menu do what their keys do in the field that has the focus."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.ui.table_import.import_dialog import ImportDialog
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.user import User, settle

NAME, DESCRIPTION = "projects.0.name", "projects.0.description"
WORDS = {"cut": "K&lip", "copy": "Kop&iér", "paste": "Sæ&t ind"}


def may(user: User) -> Mapping[str, bool]:
    """Returns which commands can be chosen when the menu is opened."""
    (menu,) = (menu for menu in user.window.findChildren(QMenu) if user.action(WORDS["cut"]) in menu.actions())
    menu.aboutToShow.emit()
    return {name: user.action(words).isEnabled() for name, words in WORDS.items()}


def use(user: User, name: str) -> None:
    assert may(user)[name]
    user.action(WORDS[name]).trigger()
    settle()


def copied() -> str:
    return QApplication.clipboard().text()


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> None:
    QApplication.clipboard().setText("")
    QApplication.clipboard().clear()


@pytest.mark.parametrize("name", [NAME, DESCRIPTION])
def test_a_field_is_cut_copied_and_pasted_into_from_the_menu(empty: User, name: str) -> None:
    empty.click(name)
    assert may(empty) == {"cut": False, "copy": False, "paste": False}
    empty.keys("Nyt bosted")
    empty.control(Qt.Key.Key_A)
    assert may(empty) == {"cut": True, "copy": True, "paste": False}
    use(empty, "copy")
    assert (copied(), empty.value(name)) == ("Nyt bosted", "Nyt bosted")
    use(empty, "cut")
    assert (copied(), empty.value(name)) == ("Nyt bosted", "")
    assert may(empty) == {"cut": False, "copy": False, "paste": True}
    use(empty, "paste")
    use(empty, "paste")
    assert empty.value(name) == "Nyt bostedNyt bosted"
    empty.undo()
    assert empty.value(name) != "Nyt bostedNyt bosted"


def test_what_is_pasted_from_the_menu_is_cleaned_as_with_the_keys(empty: User) -> None:
    empty.click(DESCRIPTION)
    QApplication.clipboard().setText("•\tbo\u00adlig")
    use(empty, "paste")
    assert empty.value(DESCRIPTION) == "- bolig"


def test_an_empty_clipboard_is_pasted_without_harm(empty: User) -> None:
    for name in (NAME, DESCRIPTION):
        empty.click(name)
        empty.control(Qt.Key.Key_V)
        assert empty.value(name) == ""


def test_a_file_or_nothing_cannot_be_pasted(empty: User) -> None:
    empty.click(DESCRIPTION)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile("/mappe/sag.botilbud")])
    QApplication.clipboard().setMimeData(content)
    assert not may(empty)["paste"]
    empty.click(NAME)
    assert not may(empty)["paste"]
    QApplication.clipboard().setText("x" * 200_001)
    assert not may(empty)["paste"]


def test_a_locked_text_is_only_copied(open_draft: OpenDraft) -> None:
    at = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)
    frozen = open_draft(approved(drafts.complete(), "Åse", at))
    frozen.go_to("page.project.0")
    frozen.click(DESCRIPTION)
    QApplication.clipboard().setText("andet")
    frozen.control(Qt.Key.Key_A)
    assert may(frozen) == {"cut": False, "copy": True, "paste": False}
    use(frozen, "copy")
    assert copied() == frozen.value(DESCRIPTION)


def test_the_table_of_projects_has_its_own_way_to_copy_and_to_paste(aalborg: User) -> None:
    aalborg.go_to("page.projects")
    aalborg.click("projects.table")
    assert may(aalborg) == {"cut": False, "copy": True, "paste": True}
    use(aalborg, "copy")
    assert "\t" in copied()
    use(aalborg, "paste")
    assert aalborg.window.findChild(ImportDialog) is not None


def test_nothing_can_be_done_where_no_field_has_the_focus(empty: User) -> None:
    empty.page.setFocus()
    empty.click("projects.0.description.counts")
    empty.press(Qt.Key.Key_Escape)
    assert may(empty) == {"cut": False, "copy": False, "paste": False}


def test_the_menu_bar_does_not_take_the_field_away(empty: User) -> None:
    empty.click(NAME)
    empty.keys("Bo")
    empty.control(Qt.Key.Key_A)
    empty.window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    use(empty, "copy")
    assert copied() == "Bo"
    assert empty.line(NAME).hasFocus()


def test_the_menu_shows_the_keys_and_leaves_them_to_the_fields(empty: User) -> None:
    keys = [empty.action(words).shortcut() for words in WORDS.values()]
    standard = QKeySequence.StandardKey
    assert keys == [QKeySequence(each) for each in (standard.Cut, standard.Copy, standard.Paste)]
    empty.click(NAME)
    empty.paste("én gang")
    assert empty.value(NAME) == "én gang"
