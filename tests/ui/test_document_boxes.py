"""»Hent fra dokument«: the boxes of a project and of what is there already, closing by keys, and other themes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QStyle,
    QStyleFactory,
    QStyleOptionViewItem,
    QTreeWidgetItem,
)

from botilbud_desktop.ui.document_import.document_dialog import DocumentDialog
from botilbud_desktop.ui.style.palettes import dark_palette
from tests.ui.proposals import NAME, two_projects
from tests.ui.test_document_choices import row
from tests.ui.test_document_dialog import OpenDialog, opened, press
from tests.ui.user import settle

__all__ = ["opened"]


def click_box(dialog: DocumentDialog, item: QTreeWidgetItem) -> None:
    place = dialog.values.visualItemRect(item)
    spot = QPoint(place.left() + 8, place.center().y())
    QTest.mouseClick(dialog.values.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()


def test_the_box_of_a_project_ticks_all_of_it_and_none(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    group = dialog.values.topLevelItem(1)
    assert group is not None
    assert group.checkState(0) is Qt.CheckState.PartiallyChecked
    click_box(dialog, group)
    assert group.checkState(0) is Qt.CheckState.Checked
    assert "12 værdier hentes ind, heraf 2 tvivlsomme." in dialog.summary.text()
    first, second = (row(dialog.choices, "projects[0].completion_date", number) for number in (0, 1))
    assert (first.is_ticked, second.is_ticked) == (True, False), "the proposed one of two"
    click_box(dialog, group)
    assert not any(one.is_ticked for one in dialog.choices.rows_of(0))


def test_space_on_a_heading_ticks_all_below_it(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    group = dialog.values.topLevelItem(1)
    assert group is not None
    dialog.values.setCurrentItem(group)
    press(dialog, Qt.Key.Key_Space)
    assert "heraf 2 tvivlsomme" in dialog.summary.text()
    press(dialog, Qt.Key.Key_Space)
    assert not any(one.is_ticked for one in dialog.choices.rows_of(0))


def test_what_the_draft_has_already_has_no_box(opened: OpenDialog) -> None:
    dialog = opened(two_projects(), NAME)
    item = dialog.values.item_of(row(dialog.choices, "projects[0].name"))
    assert item.data(0, Qt.ItemDataRole.CheckStateRole) is None
    dialog.values.setCurrentItem(item)
    press(dialog, Qt.Key.Key_Space)
    assert not row(dialog.choices, "projects[0].name").is_ticked


def test_escape_once_too_often_does_not_throw_away_what_was_done(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    press(dialog, Qt.Key.Key_F2)
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "1.12.2025")
    press(dialog, Qt.Key.Key_Escape)
    press(dialog, Qt.Key.Key_Escape)
    assert closed == []
    assert dialog.summary.text().startswith("Tryk på Esc igen, hvis du vil lukke uden at hente noget ind.")
    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Escape)
    assert closed == [QDialog.DialogCode.Rejected]


def test_escape_closes_at_once_when_nothing_was_done(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    press(dialog, Qt.Key.Key_Escape)
    assert closed == [QDialog.DialogCode.Rejected]


def test_the_heading_of_the_value_leads_to_its_input(opened: OpenDialog) -> None:
    dialog = opened(two_projects())
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    settle()
    assert dialog.focusWidget() is dialog.pane.inputs[0]
    QTest.keyClick(dialog, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    settle()
    assert dialog.focusWidget() is dialog.remarks
    group = dialog.values.topLevelItem(0)
    assert group is not None
    dialog.values.setCurrentItem(group)  # it has no input
    QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    settle()
    assert dialog.focusWidget() is dialog.values


@pytest.mark.parametrize("style", ["fusion", "windows"])
def test_the_box_of_a_project_of_which_some_is_ticked_has_no_tick(opened: OpenDialog, style: str) -> None:
    """A square looks the same from both sides; a tick, which a style of Windows draws there too, does not."""
    dialog = opened(two_projects())
    drawn = QStyleFactory.create(style)
    view = dialog.values
    view.setStyle(drawn)
    group = view.topLevelItem(1)
    assert group is not None
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualItemRect(group)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = drawn.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, view)
    looks = []
    for _ in range(2):
        picture = view.viewport().grab(box).toImage()
        looks.append(picture == picture.flipped(Qt.Orientation.Horizontal))
        click_box(dialog, group)
    assert looks == [True, False]


def test_the_icons_of_the_lists_follow_the_theme(opened: OpenDialog, qapp: QApplication) -> None:
    dialog = opened(two_projects())
    value = dialog.values.item_of(row(dialog.choices, "case_number"))

    def looks() -> list[QImage]:
        icons = (value.icon(2), dialog.remarks.item(0).icon())
        return [one.pixmap(16, 16).toImage() for one in icons]

    light, before = looks(), QPalette(qapp.palette())
    qapp.setPalette(dark_palette())
    settle()
    dark = looks()
    qapp.setPalette(before)
    settle()
    assert not any(one == other for one, other in zip(light, dark, strict=True))
