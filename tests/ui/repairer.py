"""Finds and presses what is on the page of a draft that is too large for the form."""

from PySide6.QtWidgets import QPushButton, QWidget

from botilbud_desktop.ui.repair.repair_page import RepairPage
from tests.ui.user import User


def page(user: User) -> RepairPage:
    found = user.window.findChild(RepairPage)
    assert isinstance(found, RepairPage)
    return found


def titles(user: User) -> list[str]:
    parts = page(user).parts
    return [parts.item(row).text() for row in range(parts.count())]


def find[Kind: QWidget](user: User, name: str, kind: type[Kind]) -> Kind:
    found = page(user).findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def press(user: User, name: str) -> None:
    user.click(find(user, name, QPushButton))
