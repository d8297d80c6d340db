"""Why Word shows another number: a popup with the three counts of a text, a sentence each."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from botilbud_desktop.domain.text.counting import TextCount
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, subheading
from botilbud_desktop.ui.widgets.popup import Popup

_COUNTS = (
    ("Word", "word", "Word tæller bogstaver, tegn og mellemrum, men ikke linjeskift."),
    ("Webformularen", "form", "Feltet i browseren tæller hvert linjeskift som 1 tegn."),
    ("Når du sender", "submitted", "Browseren sender hvert linjeskift som 2 tegn. Det tal står under feltet."),
)


class CountsPopup(Popup):
    """A popup that Esc, Enter, Space or a click outside it closes."""

    def __init__(self, count: TextCount, parent: QWidget) -> None:
        super().__init__(parent, "counts")
        self._opener = parent
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, GAP, GAP, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(2, 1)
        sentences = ["Tre måder at tælle på"]
        grid.addWidget(subheading(sentences[0], self), 0, 0, 1, 3)
        for row, (name, kind, sentence) in enumerate(_COUNTS, start=1):
            number = format_number(getattr(count, kind))
            labels = [plain_label(name, self, wrap=False), plain_label(number, self, wrap=False)]
            labels.append(plain_label(sentence, self))
            set_bold(labels[1])
            set_text_colour(labels[2], quiet_colour(self.palette()))
            for column, label in enumerate(labels):
                side = Qt.AlignmentFlag.AlignRight if column == 1 else Qt.AlignmentFlag.AlignLeft
                label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label, row, column)
            sentences.append(f"{name}: {number}. {sentence}")
        self.setAccessibleName(" ".join(sentences))

    def show_below(self, widget: QWidget) -> None:
        super().show_below(widget)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.close()
            if QApplication.activePopupWidget() is None:
                self._opener.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
