"""Describes how a window looks beyond its words: what it paints, how it aligns and scrolls, how it grows."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPalette, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)

from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour, state_surface
from tests.ui.user import settle

MORE = QSize(220, 160)
"""By how much a window is enlarged, in px."""
_LEAST_PIXELS = 12
"""A colour of fewer pixels is the edge of a letter."""
_ROLES = ("WindowText", "Base", "Highlight")
_USUAL_ALIGNMENT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_OWN = "botilbud_desktop."
_NOT_PAINTED = {"FocusRing", "MainWindow", "GuidancePane"}
"""They paint over others, or use the event only to learn that they are shown."""

_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded
_FORMAT = QImage.Format.Format_RGB32


def looks(top: QWidget) -> list[str]:
    """Returns the lines for a window: its painted parts, alignments and scroll bars, then what enlarging it changes."""
    shown = [widget for widget in (top, *top.findChildren(QWidget)) if _is_seen(widget, top)]
    lines = [f"{_name(widget)}: {said}" for widget in shown for said in (*_facts(widget), *_painted(widget))]
    return [*lines, *_growth(top, shown)]


def _is_seen(widget: QWidget, top: QWidget) -> bool:
    return widget.isVisible() and widget.window() is top


def _name(widget: QWidget) -> str:
    """The object name, or the first words; Qt's own class otherwise, so that classes of the program can be renamed."""
    kind = next(kind.__name__ for kind in type(widget).__mro__ if kind.__module__.startswith("PySide6."))
    name = widget.objectName() if not widget.objectName().startswith("qt_") else ""
    words = widget.text()[:40] if isinstance(widget, QLabel) else widget.accessibleName()[:40]
    return f"{kind} {name or repr(words)}" if name or words else kind


def _facts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QLineEdit) and widget.alignment() != _USUAL_ALIGNMENT:
        yield _alignment(widget.alignment())
    if isinstance(widget, QLabel) and widget.buddy() is not None:
        yield f"labels {_name(widget.buddy())}"
    if isinstance(widget, QAbstractScrollArea):
        bars = (widget.horizontalScrollBarPolicy(), widget.verticalScrollBarPolicy())
        if bars != (_AS_NEEDED, _AS_NEEDED):
            yield "scrolls " + " ".join(bar.name.removeprefix("ScrollBar") for bar in bars)
        yield f"frame {widget.frameShape().name}"
    if isinstance(widget, QTableWidget):
        yield from _cells(widget)
    if isinstance(widget, QPushButton) and widget.autoDefault():
        yield "takes Enter"
    if widget.cursor().shape() is Qt.CursorShape.PointingHandCursor:
        yield "has a hand as cursor"


def _cells(table: QTableWidget) -> Iterator[str]:
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            item = table.item(row, column)
            if item is not None:
                spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
                described = item.data(Qt.ItemDataRole.AccessibleDescriptionRole)
                colours = [one.color().name() for one in (item.foreground(), item.background()) if one.style().value]
                facts = [_alignment(item.textAlignment()), *colours, spoken, described, item.toolTip()]
                yield f"{row},{column} {' | '.join(str(fact) for fact in facts if fact)}"


def _alignment(flags: Qt.AlignmentFlag | int) -> str:
    named = [
        flag for flag in Qt.AlignmentFlag if Qt.AlignmentFlag(flags) & flag and flag.name and "Mask" not in flag.name
    ]
    return " ".join(dict.fromkeys((flag.name or "").removeprefix("Align") for flag in named))


def _painted(widget: QWidget) -> Iterator[str]:
    """What a part that paints itself shows, by colour: the place of all points of it."""
    names = _colours(widget.palette())
    if isinstance(widget, QAbstractItemView) and type(widget.itemDelegate()).__module__.startswith(_OWN):
        image = widget.viewport().grab().toImage().convertToFormat(_FORMAT)
        for row in range(widget.model().rowCount()):
            rect = widget.visualRect(widget.model().index(row, 0))
            if image.rect().contains(rect):
                yield f"row {row} {_boxes(image.copy(rect), names)}"
    elif _paints(widget) and not widget.size().isEmpty() and (boxes := _boxes(_image(widget), names)):
        yield f"paints {boxes}"


def _paints(widget: QWidget) -> bool:
    own = [kind for kind in type(widget).__mro__ if kind.__module__.startswith(_OWN)]
    return any("paintEvent" in vars(kind) for kind in own) and type(widget).__name__ not in _NOT_PAINTED


def _image(widget: QWidget) -> QImage:
    """The widget without the parts in it."""
    image = QImage(widget.size(), _FORMAT)
    image.fill(widget.palette().color(QPalette.ColorRole.Window))
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
    return image


def _colours(palette: QPalette) -> Mapping[int, str]:
    """The colours that mean something, with their names."""
    found = {palette.color(QPalette.ColorRole[role]).rgb(): role for role in _ROLES}
    found |= {state_surface(state, palette).rgb(): f"{state} surface" for state in State}
    found |= {state_colour(state, palette).rgb(): state.value for state in State}
    return {**found, quiet_colour(palette).rgb(): "quiet"}


class _Box(NamedTuple):
    """The smallest rectangle around all points of a colour."""

    rect: QRect
    points: int


def _boxes(image: QImage, names: Mapping[int, str]) -> str:
    found: dict[int, _Box] = {}
    pixels = memoryview(image.constBits()).cast("I")
    stride = image.bytesPerLine() // 4
    for y in range(image.height()):
        row = pixels[y * stride : y * stride + image.width()].tolist()
        for colour in set(row) & names.keys():
            first, last = row.index(colour), len(row) - 1 - row[::-1].index(colour)
            here = QRect(QPoint(first, y), QPoint(last, y))
            before = found.get(colour)
            rect, points = (before.rect.united(here), before.points) if before else (here, 0)
            found[colour] = _Box(rect, points + row.count(colour))
    return ", ".join(f"{names[colour]} {_written(box.rect)}" for colour, box in found.items()
                     if box.points >= _LEAST_PIXELS and box.rect != image.rect())  # fmt: skip


def _written(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"


def _growth(top: QWidget, shown: list[QWidget]) -> Iterator[str]:
    """What takes the room when the window is made larger."""
    size = top.size()
    before = {widget: widget.geometry() for widget in shown}
    top.resize(size + MORE)
    settle()
    for widget, was in before.items():
        around = widget.parentWidget()
        if around is None or around not in before or not _is_seen(widget, top):
            continue
        moved, grown = widget.pos() - was.topLeft(), widget.size() - was.size()
        fills = moved.isNull() and grown == around.size() - before[around].size()
        if not fills and (" " in _name(widget) or not grown.isNull()):
            yield f"larger {_name(widget)}: {moved.x():+},{moved.y():+} {grown.width():+}×{grown.height():+}"
    top.resize(size)
    settle()
