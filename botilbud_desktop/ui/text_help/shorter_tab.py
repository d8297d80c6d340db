"""»Kan blive kortere«: each offer with a tick, what those that are ticked save, and what is still too much."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.shortening.finding import Shortening, shortening
from botilbud_desktop.rules.shortening.judged_alike import UNASKED, judged_alike
from botilbud_desktop.rules.shortening.saving import Saving, SavingKind
from botilbud_desktop.rules.shortening.shorter_words import Table
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.text_help.material import Material
from botilbud_desktop.ui.text_help.row_list import MOST_ROWS, Row, RowList
from botilbud_desktop.ui.text_help.wording import BLANKS, EMPTY, characters, left_words, repeated_words, saving_words

_NOTHING = (
    "Programmet har ikke fundet noget, der kan blive kortere, uden at meningen ændres. »Hvad fylder« viser, hvad "
    "tegnene går til."
)


class ShorterTab(QWidget):
    """Shows what is offered; nothing is changed before a button is pressed."""

    taken = Signal(object)
    """The `Saving`s to apply, as a tuple."""

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._material: Material | None = None
        self._found = Shortening((), ())
        self._offers: list[tuple[Saving, ...]] = []
        self.rows = RowList("text_help.savings", "Det, der kan blive kortere", self)
        self.sum = plain_label("", self)
        self.all_button = QPushButton("Ret dem &med flueben", self)
        self.one_button = QPushButton("Ret kun &denne", self)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        for button, act in ((self.all_button, self._on_all), (self.one_button, self._on_one)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.rows, 1)
        column.addWidget(self.sum)
        column.addLayout(buttons)
        column.addStretch(0)
        self.rows.ticked.connect(self._render_sum)
        self.rows.row_chosen.connect(self._on_row_chosen)

    def show_material(self, material: Material) -> None:
        """Look through the text and list what is offered."""
        self._material = material
        found = shortening(material.long, self._table)
        self._found = found._replace(savings=judged_alike(material.text, found.savings, material.said))
        text, round_ = material.text, material.view.round
        self._offers = _offers(self._found.savings)
        offers = [
            Row(saving_words(offer, text, round_), tuple((one.start, one.end) for one in offer), _is_ticked(offer))
            for offer in self._offers
        ]
        shown = [
            Row(repeated_words(one, text, material.long.path, round_), ((one.sentence.start, one.sentence.end),))
            for one in self._found.repeated
        ]
        self.rows.show_rows([*offers, *shown])
        self.rows.setVisible(self.rows.count() > 0)
        self._render_sum()

    @property
    def ticked(self) -> tuple[Saving, ...]:
        """The offers that are ticked; those that the list does not show are not."""
        offers = enumerate(self._offers[:MOST_ROWS])
        return tuple(one for index, offer in offers if self.rows.is_ticked(index) for one in offer)

    def _render_sum(self) -> None:
        material = self._material
        if material is None:
            return
        ticked = self.ticked
        may_change = not material.view.read_only
        self.all_button.setEnabled(may_change and bool(ticked))
        self._render_one()
        saved = sum(one.saved for one in ticked)
        if not self.rows.count():
            said = _NOTHING if material.text.strip() else EMPTY
        elif not ticked:
            said = "Ingen har flueben."
        else:
            said = f"{format_number(len(ticked))} med flueben sparer {characters(saved)}."
        more = len(self._offers) + len(self._found.repeated) - self.rows.count()
        if more > 0:
            said += f" {format_number(more)} til kommer frem, når du har rettet nogle af dem."
        left = left_words(material.counted, saved) if saved else ""  # otherwise it stands above the text already
        self.sum.setText(f"{said} {left}".strip())

    def _render_one(self) -> None:
        row = self.rows.current
        material = self._material
        may_change = material is not None and not material.view.read_only
        self.one_button.setEnabled(may_change and row is not None and row.is_ticked is not None)

    def _on_row_chosen(self, _row: object) -> None:
        self._render_one()

    def _on_all(self) -> None:
        self.taken.emit(self.ticked)

    def _on_one(self) -> None:
        index = self.rows.currentRow()
        if 0 <= index < len(self._offers):
            self.taken.emit(self._offers[index])


def _offers(savings: Iterable[Saving]) -> list[tuple[Saving, ...]]:
    """Returns the replacements as they are ticked, the greatest first; blanks of one kind are ticked together."""
    words: list[tuple[Saving, ...]] = []
    blanks: dict[SavingKind, list[Saving]] = {}
    for one in savings:
        if one.kind in BLANKS:
            blanks.setdefault(one.kind, []).append(one)
        else:
            words.append((one,))
    return sorted((*words, *map(tuple, blanks.values())), key=_greatest_first)


def _greatest_first(offer: tuple[Saving, ...]) -> tuple[int, bool, int]:
    return -sum(one.saved for one in offer), offer[0].kind in BLANKS, offer[0].start


def _is_ticked(offer: tuple[Saving, ...]) -> bool:
    return offer[0].kind not in UNASKED
