"""The row above the pages: choice of document, page and zoom."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from botilbud_desktop.documents.kind import DOCUMENT_NAMES, DocumentKind
from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.preview.page_strip import FIT_WIDTH, ZOOMS
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import HALF, SECTION, UNIT
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.link_row import LinkRow


class ToolRow(LinkRow):
    """Emits what the user chooses, and shows the current page and zoom: three groups, in rows as needed."""

    kind_chosen = Signal(object)
    """The `DocumentKind` to show."""
    page_asked = Signal(int)
    """The page before (-1) or after (1)."""
    zoom_chosen = Signal(int)
    """In per cent, or `FIT_WIDTH`."""
    zoom_step_asked = Signal(bool)
    """Whether one step larger; else smaller."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, gap=SECTION)
        self.kind = ChoiceInput(self)
        self.kind.setObjectName("page.preview.kind")
        self.kind.name_alone("Dokument")
        self.zoom = ChoiceInput(self)
        self.zoom.setObjectName("page.preview.zoom")
        self.zoom.name_alone("Sidens størrelse")
        for row, percent in enumerate((FIT_WIDTH, *ZOOMS)):
            self.zoom.addItem("Tilpas bredden" if percent == FIT_WIDTH else f"{percent} %", percent)
            self.zoom.setItemData(row, self.zoom.itemText(row), Qt.ItemDataRole.AccessibleTextRole)
        for choice in (self.kind, self.zoom):
            choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToContents)
        self.position = plain_label("", self, wrap=False)
        self.back = self._tool("up", "Forrige side (Ctrl+PageUp)", "page.preview.back")
        self.forward = self._tool("down", "Næste side (Ctrl+PageDown)", "page.preview.forward")
        self.smaller = self._tool("smaller", "Mindre (Ctrl+-)", "page.preview.smaller")
        self.larger = self._tool("add", "Større (Ctrl++)", "page.preview.larger")
        self._group()
        self.kind.activated.connect(self._on_kind)
        self.zoom.activated.connect(self._on_zoom)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        """The inputs in reading order."""
        return (self.kind, self.back, self.forward, self.smaller, self.zoom, self.larger)

    def show_kinds(self, kinds: Sequence[DocumentKind], shown: DocumentKind) -> None:
        """Shows the documents to choose from."""
        if [self.kind.itemData(row) for row in range(self.kind.count())] != [str(kind) for kind in kinds]:
            self.kind.clear()
            for kind in kinds:
                self.kind.addItem(DOCUMENT_NAMES[kind].window_title, str(kind))
        self.kind.setCurrentIndex(self.kind.findData(str(shown)))

    def show_position(self, page: int, page_count: int, zoom: int) -> None:
        """Shows the page, the number of pages and the zoom, in per cent or `FIT_WIDTH`."""
        self.position.setText(f"Side {page} af {page_count}" if page_count else "")
        self.back.setEnabled(page > 1)
        self.forward.setEnabled(page < page_count)
        self.zoom.setCurrentIndex(self.zoom.findData(zoom))

    def _group(self) -> None:
        turning, zooming = (self.back, self.forward, UNIT, self.position), (self.smaller, self.zoom, self.larger)
        for parts in ((self.kind,), turning, zooming):
            group = QWidget(self)
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(HALF)
            for part in parts:
                if isinstance(part, int):
                    row.addSpacing(part)
                else:
                    row.addWidget(part)
            self.take(group)
        stops = (self.kind, self.back, self.forward, self.smaller, self.zoom, self.larger)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _tool(self, icon_name: str, words: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(icon_name, self.palette().buttonText().color()))
        button.setToolTip(words)
        button.setAccessibleName(words.partition(" (")[0])
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _on_kind(self) -> None:
        self.kind_chosen.emit(DocumentKind(str(self.kind.currentData())))

    def _on_zoom(self) -> None:
        self.zoom_chosen.emit(int(self.zoom.currentData()))

    def _on_back(self) -> None:
        self.page_asked.emit(-1)

    def _on_forward(self) -> None:
        self.page_asked.emit(1)

    def _on_smaller(self) -> None:
        self.zoom_step_asked.emit(False)

    def _on_larger(self) -> None:
        self.zoom_step_asked.emit(True)
