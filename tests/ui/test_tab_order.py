"""The tab order is worked out without leaving Python objects of Qt's layout items behind."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from botilbud_desktop.ui.widgets.tab_order import order_tabs


def layout_items() -> int:
    """Returns how many layout items Python holds; one whose item Qt deleted would be taken for a later object."""
    return sum(isinstance(held, QWidgetItem) for held in Shiboken.getAllValidWrappers())


def test_the_order_is_that_of_the_layout_through_layouts_and_widgets_inside_it(qtbot: QtBot) -> None:
    page, part = QWidget(), QWidget()
    qtbot.addWidget(page)
    names = ("last", "inside", "in the grid", "first")
    last, inside, in_the_grid, first = inputs = [QLineEdit() for _name in names]
    for line, name in zip(inputs, names, strict=True):
        line.setObjectName(name)
    QVBoxLayout(part).addWidget(inside)
    column, grid = QVBoxLayout(page), QGridLayout()
    column.addWidget(first)
    column.addLayout(grid)
    grid.addWidget(in_the_grid, 0, 0)
    column.addWidget(part)
    column.addWidget(last)
    before = layout_items()
    order_tabs(page)
    assert layout_items() == before
    found, widget = [first.objectName()], first.nextInFocusChain()
    while widget is not None and widget is not first:
        if isinstance(widget, QLineEdit):
            found.append(widget.objectName())
        widget = widget.nextInFocusChain()
    assert found == list(reversed(names))


def test_no_page_leaves_a_layout_item_behind(every_page: Callable[[], Iterator[str]]) -> None:
    before = layout_items()
    for page in every_page():
        assert layout_items() == before, page
