"""A popup with the sentences from the table, each in full with the required content that it tells."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.ui.facts.offers import Offer
from botilbud_desktop.ui.facts.stale_notes import PART
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.spacing import GAP, HALF, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, subheading
from botilbud_desktop.ui.widgets.popup import Popup, move_below

TITLE = "Indsæt sætning fra skemaet"
_CHARACTERS = 72
"""Average characters in a line of the popup."""
_EDGE = 1
"""Px between the frame and what is scrolled."""
_INTRODUCTION = "Vælg en sætning. Den sættes ind ved markøren, og du kan rette i den bagefter."
_NONE = "Skemaet kan ikke give en sætning endnu."
_NOT_ASKED = "Ministeriet spørger ikke om noget, som skemaet kan give en sætning om."


class FactPopup(Popup):
    """Esc or a click outside closes it; a button puts its sentence in."""

    chosen = Signal(object)
    """The `Offer` whose sentence is to be put in."""
    left = Signal()
    """It was closed with Esc, and nothing was put in."""

    def __init__(self, offers: tuple[Offer, ...], window: QWidget) -> None:
        super().__init__(window, "facts")
        self.buttons: list[QPushButton] = []
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(GAP, GAP, GAP, GAP)
        self._inner.setSpacing(HALF)
        self._inner.addWidget(subheading(TITLE, inner))
        shared = _lacking_everywhere(offers)
        introduction = f"{_NONE} {shared}" if shared else _introduction(offers)
        self._add_quiet(introduction, inner)
        told = () if shared else offers
        for offer in told:
            self._inner.addSpacing(UNIT)
            self._add(offer, inner)
        said = (introduction, *(offer.offered.made.missing for offer in told if not offer.offered.made.text))
        self.setAccessibleName(f"{TITLE}. {' '.join(said)}")
        self._area = QScrollArea(self)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the keys scroll it where there is no button
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self._area)

    def show_below(self, widget: QWidget) -> None:
        """Open below `widget`, or as near as the screen allows, with the first button in focus."""
        room = widget.screen().availableGeometry()
        widest, highest = room.width() - 2 * UNIT, room.height() - 2 * UNIT
        width = min(_CHARACTERS * self.fontMetrics().averageCharWidth() + 2 * GAP, widest)
        frame = 2 * (self.frameWidth() + _EDGE)
        needed = self._inner.totalHeightForWidth(width - frame) + frame
        if needed > highest:
            width = min(width + self._area.verticalScrollBar().sizeHint().width(), widest)
        self.setFixedSize(width, min(needed, highest))
        move_below(self, widget, gap=UNIT)
        self.show()
        first = next((button for button in self.buttons if button.isEnabled()), None)
        focus_visibly(first or self._area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, offer: Offer, inner: QWidget) -> None:
        """Add the content's number and title, the sentence or what is missing, and the button."""
        offered = offer.offered
        title = plain_label(f"{offered.content}. {offered.title}", inner)
        set_bold(title)
        self._inner.addWidget(title)
        if not offered.made.text:
            self._add_quiet(offered.made.missing, inner)
            return
        self._inner.addWidget(plain_label(offered.made.text, inner))
        part = f"{PART} {offered.made.missing}" if offered.made.missing else ""
        problems = " ".join(filter(None, (part, offer.problem)))
        button = QPushButton("Sæt ind", inner)
        button.setObjectName(f"facts.{offered.content}")
        button.setAccessibleName(f"Sæt ind: {offered.content}. {offered.title}")
        button.setAccessibleDescription(" ".join(filter(None, (offered.made.text, offered.made.doubt, problems))))
        button.setAutoDefault(True)  # Enter presses the one with the focus
        button.setEnabled(offer.fits)
        button.clicked.connect(partial(self._on_clicked, offer))
        self.buttons.append(button)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.setContentsMargins(0, HALF, 0, 0)
        said = " ".join(filter(None, (offer.length, offered.made.doubt)))
        attention = state_colour(State.ATTENTION, self.palette())
        for words, colour in ((said, quiet_colour(self.palette())), (problems, attention)):
            if words:
                label = plain_label(words, inner)
                set_text_colour(label, colour)
                beside.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        self._inner.addLayout(row)

    def _add_quiet(self, words: str, inner: QWidget) -> None:
        label = plain_label(words, inner)
        set_text_colour(label, quiet_colour(self.palette()))
        self._inner.addWidget(label)

    def _on_clicked(self, offer: Offer) -> None:
        self.close()
        self.chosen.emit(offer)


def _lacking_everywhere(offers: tuple[Offer, ...]) -> str:
    """Returns what is missing where it is the same for every sentence, so that it is said once; else ""."""
    lacking = {"" if offer.offered.made.text else offer.offered.made.missing for offer in offers}
    return lacking.pop() if len(offers) > 1 and len(lacking) == 1 else ""


def _introduction(offers: tuple[Offer, ...]) -> str:
    if any(offer.offered.made.text for offer in offers):
        return _INTRODUCTION
    return _NONE if offers else _NOT_ASKED
