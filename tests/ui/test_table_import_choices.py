"""The user's choices in the import preview: which rows are taken."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.test_table_import import TABLE, cells, click, paste, remarks
from tests.ui.user import User, settle


def test_a_row_is_taken_or_left_out_with_its_tick(aalborg: User) -> None:
    dialog = paste(aalborg, TABLE)
    dialog.grid.setFocus()
    for row, said in ((3, "Nyt projekt 5"), (1, "Udeladt: fravalgt")):
        dialog.grid.setCurrentCell(row, 0)
        QTest.keyClick(dialog.grid, Qt.Key.Key_Space)
        settle()
        assert cells(dialog)[row - 1][0] == said
    assert "Udeladt: 1 række, som du har taget hakket fra (»Solgården«)." in remarks(dialog)
    click(dialog.insert)
    assert [project.name for project in aalborg.application.projects[2:]] == ["Måne huset", "I alt"]
