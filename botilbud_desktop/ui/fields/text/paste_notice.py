"""The notice below a field about a pasted text: what was cleaned, with the way back, and what is offered for it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QWidget

from botilbud_desktop.domain.text.pasted_text import CleanedText
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.text.paste_offers import SPACES, Offer
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs


class PasteNotice(QWidget):
    """Is shown until the pasted text is changed."""

    raw_asked = Signal(int, int, str)
    """The text between two of Qt's positions is to be replaced by this text, as it was on the clipboard."""
    offer_taken = Signal(int, int, object)
    """The text between two of Qt's positions is to be replaced by that of this `Offer`."""

    def __init__(self, parent: QWidget, name: str) -> None:
        """`name` is the field's object name; it begins the names of the links."""
        super().__init__(parent)
        self._name = name
        self._piece: QTextCursor | None = None
        self._pasted = ""
        self._raw = ""
        self._rows: list[tuple[Note, LinkButton]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(0, 1)
        self.hide()

    def say(self, piece: QTextCursor, raw: str, cleaned: CleanedText, offers: tuple[Offer, ...]) -> None:
        """Show the notice; `piece` selects the text that replaced `raw` in the field."""
        self._begin(piece)
        self._raw = raw
        if cleaned.cleaned:
            kinds = all_of([str(kind) for kind in cleaned.cleaned])
            link = self._add(
                f"Særlige tegn i den indsatte tekst er erstattet eller fjernet: {kinds}.", "Indsæt uændret", "paste_raw"
            )
            link.clicked.connect(self._on_raw_clicked)
        self._add_offers(offers)

    def offer(self, piece: QTextCursor, offers: tuple[Offer, ...]) -> None:
        """Show what is still offered for a piece of text after one offer was taken; nothing hides the notice."""
        self._begin(piece)
        self._add_offers(offers)

    @property
    def offers_spaces(self) -> bool:
        """Whether ordinary spaces are offered, so that the field need not ask about them."""
        name = f"{self._name}.{SPACES}"
        return self._piece is not None and any(link.objectName() == name for _, link in self._rows)

    def check(self) -> None:
        """Hide when the pasted text has been changed."""
        if self._piece is not None and self._piece.selectedText() != self._pasted:
            self.forget()

    def forget(self) -> None:
        """Hide; the pasted text stays as it is."""
        self._piece = None
        self.hide()

    def _begin(self, piece: QTextCursor) -> None:
        self._piece, self._pasted = piece, piece.selectedText()
        self._piece.setKeepPositionOnInsert(True)
        for widget in (widget for row in self._rows for widget in row):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows.clear()

    def _add_offers(self, offers: tuple[Offer, ...]) -> None:
        for offer in offers:
            self._add(offer.sentence, offer.words, offer.name).clicked.connect(partial(self._on_offer_clicked, offer))
        self.setVisible(bool(self._rows))
        if self._rows:
            order_tabs(self)

    def _add(self, sentence: str, words: str, name: str) -> LinkButton:
        row = len(self._rows)
        note, link = Note(parent=self), LinkButton(words, self)
        link.setObjectName(f"{self._name}.{name}")
        note.say(sentence, State.INFORMATION)
        self._rows.append((note, link))
        self._grid.addWidget(note, row, 0)
        self._grid.addWidget(link, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return link

    def _on_raw_clicked(self) -> None:
        if self._piece is not None:
            start, end, raw = self._piece.selectionStart(), self._piece.selectionEnd(), self._raw
            self.forget()
            self.raw_asked.emit(start, end, raw)

    def _on_offer_clicked(self, offer: Offer) -> None:
        if self._piece is not None:
            start, end = self._piece.selectionStart(), self._piece.selectionEnd()
            self.forget()
            self.offer_taken.emit(start, end, offer)
