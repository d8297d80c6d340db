"""The user's choices in the import preview: which rows are taken, and the units of amounts."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from botilbud_desktop.ui.style.states import quiet_colour
from tests.ui.test_table_import import TABLE, cells, choose, click, paste, remarks
from tests.ui.user import User, settle


def test_a_row_is_taken_or_left_out_with_its_tick(aalborg: User) -> None:
    dialog = paste(aalborg, TABLE)
    dialog.grid.setFocus()
    for row, said in ((3, "Nyt projekt 5"), (1, "Udeladt: fravalgt")):
        dialog.grid.setCurrentCell(row + 1, 0)
        QTest.keyClick(dialog.grid, Qt.Key.Key_Space)
        settle()
        assert cells(dialog)[row - 1][0] == said
    assert "Udeladt: 1 række, som du har fjernet fluebenet ved (»Solgården«)." in remarks(dialog)
    click(dialog.insert)
    assert [project.name for project in aalborg.application.projects[2:]] == ["Måne huset", "I alt"]


def test_amounts_in_kroner_are_doubted_and_converted_on_request(aalborg: User) -> None:
    dialog = paste(aalborg, "Projekt\tLån 2025\nHus\t22.900.000\n")
    assert cells(dialog)[0][2] == "22.900.000\nKontrollér"
    assert "»Kroner« over kolonnen" in remarks(dialog)
    choose(dialog.unit, "Kroner")
    assert cells(dialog)[0][2] == "22.900"
    assert dialog.grid.units[1].currentText() == "Kroner"
    click(dialog.insert)
    assert aalborg.application.projects[2].loan["2025"] == 22900


def test_each_column_of_amounts_has_a_unit_of_its_own_that_can_be_chosen(aalborg: User) -> None:
    dialog = paste(aalborg, "Projekt\tLån 2025 (mio. kr.)\tLån 2026\nHus\t15\t500.000\n")
    shown = [(choice.isVisible(), choice.currentText()) for choice in dialog.grid.units[1:]]
    assert shown == [(True, "Mio. kr."), (True, "Hele 1.000 kr.")]
    assert not dialog.grid.units[0].isVisible()
    choose(dialog.grid.units[2], "Kroner")
    assert cells(dialog)[0][2:] == ["15.000", "500"]
    choose(dialog.unit, "Hele 1.000 kr.")
    assert cells(dialog)[0][2] == "15"
    choose(dialog.unit, "Som der står i tabellen")
    assert cells(dialog)[0][2] == "15.000"
    click(dialog.cancel)


def test_a_table_without_amounts_asks_for_no_unit(aalborg: User) -> None:
    dialog = paste(aalborg, "Projekt\tPladser 2025\nHus\t15\n")
    assert dialog.grid.isRowHidden(1)
    click(dialog.cancel)


def test_the_box_of_a_tick_can_be_told_from_the_background(aalborg: User) -> None:
    dialog = paste(aalborg, TABLE)
    item = dialog.grid.item(2, 0)
    assert item is not None
    image = dialog.grid.viewport().grab(dialog.grid.visualItemRect(item)).toImage()
    frame = quiet_colour(dialog.grid.palette())
    painted = [image.pixelColor(x, image.height() // 2) for x in range(image.width() // 3)]
    assert painted.count(frame) == 2
    click(dialog.cancel)
