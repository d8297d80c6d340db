"""Screen readers meet the parts of a page in the order in which they stand: that of the children of each widget."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.accessibility.parts import known_as, shown_parts
from tests.ui.user import User

_HEARD = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)


def _out_of_order(top: QWidget) -> Iterator[str]:
    for parent in shown_parts(top):
        children = [child for child in parent.children() if isinstance(child, QWidget) and _is_heard(child)]
        for one, other in pairwise(children):
            if other.geometry().bottom() < one.geometry().top():
                yield f"{known_as(other)} stands above {known_as(one)} and is read after it"


def _is_heard(widget: QWidget) -> bool:
    if not widget.isVisible() or widget.isWindow():
        return False
    if isinstance(widget, QLabel):
        return bool(widget.text() or widget.accessibleName())
    return isinstance(widget, _HEARD) or bool(widget.findChildren(QLabel))


def test_every_page_is_read_in_the_order_in_which_it_stands(
    every_page: Callable[[], Iterator[str]], thisted: User
) -> None:
    wrong = {f"{name}: {what}" for name in every_page() for what in _out_of_order(thisted.page)}
    assert not wrong, "\n".join(sorted(wrong))
