"""Measures what the mouse aims at: 24 px each way, or so much room around it (WCAG 2.2, 2.5.8)."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from botilbud_desktop.ui.comments.marks import CommentMark
from tests.ui.accessibility.contrast import scrolled_content
from tests.ui.accessibility.parts import controls, known_as

LEAST = 24
"""Px each way."""


def target_complaints(top: QWidget) -> Iterator[str]:
    """Complains about targets that are too small and so near to another one that the mouse takes that one.

    A small target has room when a square of 24 px around its middle touches no other target, nor such a square of
    another small one. The mark of a comment is excused: the input on which it sits does the same.
    """
    holders: dict[QWidget, list[tuple[str, QRect]]] = {}
    for control in controls(top):
        if not isinstance(control, CommentMark):
            holder = scrolled_content(control, top)
            area = QRect(control.mapTo(holder, QPoint(0, 0)), control.size())
            holders.setdefault(holder, []).append((known_as(control), area))
        if isinstance(control, QListView):
            yield from _too_near([(f"row {row + 1} of {known_as(control)}", area) for row, area in _rows(control)])
    for found in holders.values():
        yield from _too_near(found)


def _rows(view: QAbstractItemView) -> Iterator[tuple[int, QRect]]:
    model, root = view.model(), view.rootIndex()
    for row in range(model.rowCount(root)):
        area = view.visualRect(model.index(row, 0, root))
        if area.isValid():
            yield row, area


def _too_near(found: list[tuple[str, QRect]]) -> Iterator[str]:
    aimed_at = [_with_room(area) for _name, area in found]
    for number, (name, area) in enumerate(found):
        if min(area.width(), area.height()) >= LEAST:
            continue
        near = [other for other, room in enumerate(aimed_at) if other != number and room.intersects(aimed_at[number])]
        if near:
            yield f"{name} is {area.width()}×{area.height()} px, and {found[near[0]][0]} is near"


def _with_room(area: QRect) -> QRect:
    """Returns a target, or a square of 24 px around the middle of a small one."""
    if min(area.width(), area.height()) >= LEAST:
        return area
    room = QRect(QPoint(0, 0), QSize(LEAST, LEAST))
    room.moveCenter(area.center())
    return room.united(area)
