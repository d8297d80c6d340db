"""The window follows a form with a different column order."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTableWidget, QWidget

from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.pages.answer_list import AnswerList
from botilbud_desktop.ui.table_import.import_dialog import ImportDialog
from tests.other_forms import NAMES, ORDERS, OtherOrder, library_with
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.user import User, settle

PROJECT = "projects.0"


@pytest.fixture(params=ORDERS, ids=NAMES)
def order(request: pytest.FixtureRequest) -> OtherOrder:
    found: OtherOrder = request.param
    return found


@pytest.fixture
def library(order: OtherOrder, tmp_path: Path) -> FormLibrary:
    return library_with(order, tmp_path)


@pytest.fixture
def user(open_draft: OpenDraft) -> User:
    """A user in a draft that can be approved."""
    return open_draft(drafts.complete())


def parts_of_the_page(order: OtherOrder) -> list[str]:
    """Returns the inputs in tab order, one for each column: loans next to each other, all places as one."""
    kinds = list(dict.fromkeys(column.partition(".")[0] for column in order.columns))
    found = []
    for kind in kinds:
        if kind == "expansion":
            found.append(f"{PROJECT}.places.0.year")
        else:
            found += [f"{PROJECT}.{column}" for column in order.columns if column.partition(".")[0] == kind]
    return found


def test_the_table_of_projects_stands_in_the_forms_order(user: User, order: OtherOrder) -> None:
    user.go_to("page.projects")
    grid = user.widget("projects.table", QTableWidget)
    heads = [grid.horizontalHeaderItem(column) for column in range(grid.columnCount())]
    assert "".join(head.text()[0] for head in heads if head) == order.letters
    shown = {
        "name": "19 botilbudspladser til borgere med komplekst sammensatte støttebehov",
        "loan.2025": "22.900",
        "loan.2026": "",
        "expansion.2025": "19",
        "expansion.2026": "0",
        "share_for_others": "100",
        "completion_date": "30.11.2025",
    }
    totals = {
        "name": "I alt",
        "loan.2025": "22.900",
        "loan.2026": "20.700",
        "expansion.2025": "19",
        "expansion.2026": "9",
    }
    rows = [[item.text() for column in range(7) if (item := grid.item(row, column))] for row in (0, 2)]
    assert rows[0] == [shown[column] for column in order.columns]
    assert rows[1] == [totals.get(column, "") for column in order.columns]
    names_at = order.columns.index("name")
    assert grid.columnWidth(names_at) == max(grid.columnWidth(column) for column in range(7))


def test_tab_leads_through_a_project_in_the_forms_order(user: User, order: OtherOrder) -> None:
    user.go_to("page.project.0")
    wanted = parts_of_the_page(order)
    user.widget(wanted[0], QWidget).setFocus()
    met = []
    for _step in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        met.append(focused.objectName())
        user.press(Qt.Key.Key_Tab)
    assert [name for name in met if name in wanted] == wanted


def test_what_new_places_mean_names_the_columns_of_the_form(user: User, order: OtherOrder) -> None:
    user.go_to("page.project.0")
    letters = dict(zip(order.columns, order.letters, strict=True))
    years = [column.partition(".")[2] for column in order.columns if column.startswith("expansion.")]
    places = {"2025": "19 pladser", "2026": "0 pladser"}
    parts = [f"{letters[f'expansion.{year}']}. Udvidelse i {year}: {places[year]}" for year in years]
    assert user.widget(f"{PROJECT}.expansion", QLabel).text().startswith(" · ".join(parts))


def test_vis_og_godkend_stands_in_the_forms_order(user: User, order: OtherOrder) -> None:
    user.go_to("page.approve")
    paths = [str(link.path) for link in user.page.findChildren(AnswerList)[0].links]
    at = [f"projects[0].{'places' if column.startswith('expansion') else column}" for column in order.columns]
    assert [path for path in paths if path.startswith("projects[0]")] == at


def test_the_contacts_stand_in_the_forms_order(user: User, order: OtherOrder) -> None:
    user.go_to("page.contacts")
    names = [user.line(f"contacts.{name}") for name in ("names", "phones", "emails")]
    from_above = sorted(names, key=lambda line: line.mapTo(user.page, line.rect().topLeft()).y())
    assert from_above == (names[::-1] if order.is_text_first else names)
    assert QApplication.focusWidget() is from_above[0]


def test_the_import_offers_the_columns_of_the_form(user: User, order: OtherOrder) -> None:
    user.go_to("page.projects")
    user.paste("\t".join(order.letters) + "\n" + "\t".join("Hus" if c == "name" else "" for c in order.columns))
    settle()
    dialog = user.window.findChild(ImportDialog)
    assert dialog is not None
    meanings = [choice.currentData() for choice in dialog.grid.choices]
    assert meanings == list(order.paths)
    offered: QComboBox = dialog.grid.choices[0]
    assert "".join(offered.itemText(index)[0] for index in range(1, offered.count())) == order.letters
    dialog.reject()
