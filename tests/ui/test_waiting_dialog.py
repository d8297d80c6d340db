"""»Venter på drevet …«: how it looks, and which keys give up."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from botilbud_desktop.ui.platform.waiting_dialog import waiting_dialog
from tests.ui.user import User, settle


def test_keys_that_were_meant_for_the_text_do_not_give_up(aalborg: User) -> None:
    dialog = waiting_dialog(aalborg.window, "Venter på drevet …")
    gave_up: list[bool] = []
    dialog.rejected.connect(lambda: gave_up.append(True))
    dialog.open()
    dialog.activateWindow()
    settle()
    focused = QApplication.focusWidget()
    assert focused is dialog
    for key in (Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(focused, key)
    assert not gave_up
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    button = dialog.findChild(QPushButton, "waiting.give_up")
    assert button is not None
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert gave_up
    dialog.deleteLater()


def test_the_dialog_is_no_higher_than_its_words(aalborg: User) -> None:
    dialog = waiting_dialog(aalborg.window, "Venter på drevet …")
    dialog.open()
    settle()
    text, button = dialog.findChildren(QLabel)[0], dialog.findChildren(QPushButton)[0]
    assert text.height() <= text.heightForWidth(text.width()) + 2
    assert button.geometry().top() - text.geometry().bottom() < button.height()
    dialog.close()
    dialog.deleteLater()
