"""The row above the table: search, region, grouping and the columns."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from botilbud_desktop.ui.collecting.table.arranging import Grouping, Wishes
from botilbud_desktop.ui.collecting.table.column_layout import Showing
from botilbud_desktop.ui.fields.inputs import ChoiceInput, LineInput
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.announcing import announce
from botilbud_desktop.ui.widgets.stacking import Stacking

ALL_REGIONS = "Alle regioner"
NOTHING_FOUND = "Ingen rækker passer til det, du har skrevet i »Søg« og valgt i »Region«. Derfor er tabellen tom."
_SHOWN_CHARACTERS = 14
_NARROW_LETTERS = 3
"""By how many letters the longest choice of columns is shorter than wide ones."""
_SEARCH_CHARACTERS = 30
"""The least room for the search and its label."""
_GROUPINGS = {
    Grouping.NONE: "Ingen gruppering",
    Grouping.REGION: "Region",
    Grouping.MUNICIPALITY: "Kommune",
    Grouping.LAW: "Lovgrundlag",
}
_SHOWINGS = {Showing.OWN: "Alle oplysninger", Showing.WEIGHTING: "Ministeriets vægtning"}


class NothingFound(QWidget):
    """Tells why the table is empty, with a way back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = QPushButton("&Vis alle", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(plain_label(NOTHING_FOUND, self), 1)
        row.addWidget(self.button)
        self.hide()


class ChoicesRow(QWidget):
    """Tells what the user wants to see."""

    wished = Signal()
    showing_chosen = Signal(Showing)
    """The user wants to see other columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = LineInput(self, own_history=True)
        self.search.setObjectName("collection.search")
        self.region = ChoiceInput(self)
        self.region.setObjectName("collection.region")
        self.region.addItem(ALL_REGIONS, "")
        self.grouping = ChoiceInput(self)
        self.grouping.setObjectName("collection.grouping")
        for grouping, words in _GROUPINGS.items():
            self.grouping.addItem(words, grouping)
        self.showing = ChoiceInput(self)
        self.showing.setObjectName("collection.showing")
        for showing, words in _SHOWINGS.items():
            self.showing.addItem(words, showing)
        for choice in (self.region, self.grouping):
            choice.setMinimumContentsLength(_SHOWN_CHARACTERS)
        self.showing.setMinimumContentsLength(max(map(len, _SHOWINGS.values())) - _NARROW_LETTERS)
        self.columns = QPushButton("&Kolonner", self)
        self.columns.setMenu(QMenu(self.columns))
        self.shown = plain_label("", self, wrap=False)
        """How many projects are shown; the window puts it below the table."""
        self.weighted = plain_label("", self)
        """In which order the ministry weighs; the window puts it above the table."""
        self.weighted.hide()
        self.nothing_found = NothingFound(self)
        """The window puts it above the table."""
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(UNIT)
        self._first, self._second = Stacking(), Stacking()
        self._rows.addLayout(self._first, 1)
        self._rows.addLayout(self._second)
        labelled: tuple[tuple[str, QWidget, Stacking], ...] = (
            ("&Søg", self.search, self._first),
            ("V&isning", self.showing, self._first),
            ("&Region", self.region, self._second),
            ("&Gruppér efter", self.grouping, self._second),
        )
        for words, widget, part in labelled:
            label = plain_label(words, self, wrap=False)
            label.setBuddy(widget)
            widget.setAccessibleName(words.replace("&", ""))
            pair = QHBoxLayout()
            pair.addWidget(label)
            pair.addWidget(widget, 1 if widget is self.search else 0)
            if widget is self.showing:
                pair.addWidget(self.columns)
            if widget is not self.search:
                pair.addStretch(1)
            part.setSpacing(UNIT)
            part.take(pair, 1 if widget is self.search else 0)
        self._second.addStretch(1)
        self.search.textChanged.connect(self._on_wished)
        self.region.currentIndexChanged.connect(self._on_wished)
        self.grouping.currentIndexChanged.connect(self._on_wished)
        self.showing.currentIndexChanged.connect(self._on_showing_chosen)
        self.nothing_found.button.clicked.connect(self._on_all_asked)

    def wishes(self, before: Wishes) -> Wishes:
        """Returns what the user wants to see now; the order stays as it was."""
        region, grouping = str(self.region.currentData() or ""), Grouping(self.grouping.currentData())
        return before._replace(words=self.search.text(), region=region, grouping=grouping)

    def clear(self) -> None:
        """Show everything again; `wished` tells nobody."""
        self.blockSignals(True)
        self.search.clear()
        self.region.setCurrentIndex(0)
        self.grouping.setCurrentIndex(0)
        self.blockSignals(False)

    def show_regions(self, regions: Sequence[str]) -> None:
        """Offer these regions; the chosen one stays chosen if it is among them."""
        chosen = self.region.currentData()
        self.region.blockSignals(True)
        self.region.clear()
        self.region.addItem(ALL_REGIONS, "")
        for region in regions:
            self.region.addItem(region, region)
        self.region.setCurrentIndex(max(self.region.findData(chosen), 0))
        self.region.blockSignals(False)

    def say_weighted(self, said: str) -> None:
        """Tell in which order the ministry weighs, beside the columns for it."""
        self.weighted.setText(said)

    def say_shown(self, said: str) -> None:
        """Tell how many projects are shown."""
        if said != self.shown.text():
            self.shown.setText(said)
            if said and self.search.hasFocus():
                announce(self.search, said)

    def minimumSizeHint(self) -> QSize:
        """As narrow as when the search is above the rest: else the row could not become so narrow."""
        widest = max(part.minimumSize().width() for part in (self._first, self._second))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Put the search above the rest where it would be too narrow beside it."""
        beside = self._first.sizeHint().width() - self.search.sizeHint().width() + self._second.sizeHint().width()
        needed = beside + self.fontMetrics().averageCharWidth() * _SEARCH_CHARACTERS
        is_wide = self.width() >= needed
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._rows.setDirection(direction)

    def _on_all_asked(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.clear()
        self.region.setCurrentIndex(0)

    def _on_showing_chosen(self) -> None:
        showing = Showing(self.showing.currentData())
        self.weighted.setVisible(showing is Showing.WEIGHTING)
        self.showing_chosen.emit(showing)

    def _on_wished(self) -> None:
        self.wished.emit()
