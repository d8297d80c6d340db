"""Lists the characters that a web form may lose or refuse: position, description, and a button to replace each."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from botilbud_desktop.domain.text.counting import count_places
from botilbud_desktop.domain.text.web_form_risks import Trouble, troubles
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.link_button import LinkButton

MOST_LISTED = 6
_UNSEEN = {" ": "mellemrum", "\u00a0": "hårdt mellemrum", "\n": "linjeskift"}


class TroubleList(QWidget):
    """The first such characters of a text, and the number of the others."""

    position_asked = Signal(object)
    """The `Trouble` that the user wants to see."""
    replace_asked = Signal(object)
    """The `Trouble` that is to be replaced; None for all whose replacement keeps the meaning."""

    def __init__(self, parent: QWidget, name: str) -> None:
        """`name` is the field's object name; it begins the names of the buttons."""
        super().__init__(parent)
        self._name = name
        self._shown: tuple[tuple[Trouble, ...], int, bool] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, HALF, 0, 0)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(0, 1)

    def show_text(self, text: str, *, read_only: bool) -> None:
        """List the characters in `text`; without buttons when it is read-only."""
        listed = troubles(text, MOST_LISTED)
        shown = (listed, count_places(text), read_only)
        self.setVisible(bool(listed))
        if shown != self._shown:
            self._shown = shown
            self._clear()
            self._fill(*shown)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _fill(self, listed: tuple[Trouble, ...], total: int, read_only: bool) -> None:
        for row, trouble in enumerate(listed):
            words = f"Linje {format_number(trouble.line)}, tegn {format_number(trouble.column)}: {trouble.description}"
            link = LinkButton(words, self, state=State.ATTENTION)
            link.setObjectName(f"{self._name}.place.{row}")
            link.clicked.connect(partial(self.position_asked.emit, trouble))
            self._grid.addWidget(link, row, 0)
            if trouble.replacement is not None and not read_only:
                button = self._button(_replace_words(trouble), f"{self._name}.replace.{row}")
                button.setAccessibleName(f"{_replace_words(trouble)}: {words}")
                button.clicked.connect(partial(self.replace_asked.emit, trouble))
                self._grid.addWidget(button, row, 1)
        row = len(listed)
        if total > row:
            rest = total - row
            self._grid.addWidget(plain_label(f"og {counted(rest, 'sted', 'steder')} mere", self), row, 0)
        if not read_only and total > 1 and any(trouble.is_safe for trouble in listed):
            button = self._button("Erstat alle", f"{self._name}.replace_all")
            button.setAccessibleName("Erstat alle de tegn, der kan erstattes, uden at meningen ændres")
            button.clicked.connect(partial(self.replace_asked.emit, None))
            self._grid.addWidget(button, row, 1)

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button


def _replace_words(trouble: Trouble) -> str:
    replacement = trouble.replacement or ""
    if not replacement:
        return "Fjern tegnet"
    if replacement == f"{trouble.character} ":
        return "Sæt mellemrum ind"
    if replacement in _UNSEEN:
        return f"Erstat med {_UNSEEN[replacement]}"
    return f"Erstat med »{replacement.strip()}«".replace("&", "&&")
