"""Parts side by side; below each other where the window is too narrow, or the text too large, for all of them."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from botilbud_desktop.ui.style.spacing import UNIT

_SPARE = 3 * UNIT
"""So many px more, a scroll bar's, must be there before the parts stand side by side again."""
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Stacking(QBoxLayout):
    """Asks for the width of its widest part, and turns when another direction fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_BESIDE, parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._parts: list[tuple[QWidget | QLayout, int | None]] = []

    def take(self, part: QWidget | QLayout, stretch: int = 0, *, least: int | None = 0) -> None:
        """Add a part; beside others it needs its least width, or `least` px if that is more. With None it needs all."""
        self._parts.append((part, least))
        if isinstance(part, QLayout):
            self.addLayout(part, stretch)
        else:
            self.addWidget(part, stretch)

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        widest = max(self._widths(with_wishes=False), default=0)
        return QSize(widest + margins.left() + margins.right(), super().minimumSize().height())

    def setGeometry(self, area: QRect) -> None:
        margins = self.contentsMargins()
        room = area.width() - margins.left() - margins.right()
        widths = self._widths(with_wishes=True)
        needed = sum(widths) + self.spacing() * max(0, len(widths) - 1)
        spare = 0 if self.direction() is _BESIDE else _SPARE
        wanted = _BESIDE if needed + spare <= room else _BELOW
        if wanted is not self.direction():
            self.setDirection(wanted)
        super().setGeometry(area)

    def _widths(self, *, with_wishes: bool) -> list[int]:
        return [
            max(_least_of(part), (part.sizeHint().width() if least is None else least) if with_wishes else 0)
            for part, least in self._parts
            if _is_shown(part)
        ]


def _least_of(part: QWidget | QLayout) -> int:
    if isinstance(part, QLayout):
        return part.minimumSize().width()
    return part.minimumSizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize()).width()


def _is_shown(part: QWidget | QLayout) -> bool:
    return not (part.isEmpty() if isinstance(part, QLayout) else part.isHidden())
