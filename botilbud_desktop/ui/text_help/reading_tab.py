"""»Læsbarhed«: LIX with what it means, the longest sentences, and those with many passives."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from botilbud_desktop.domain.text.readability.hard_sentences import long_sentences, passive_sentences
from botilbud_desktop.domain.text.readability.lix import FEWEST_WORDS, Lix, lix
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.text_help.material import Material
from botilbud_desktop.ui.text_help.row_list import Row, RowList
from botilbud_desktop.ui.text_help.wording import EMPTY, long_words, passive_words

_MEANING = (
    "LIX er antal ord pr. sætning plus procentdelen af ord på mere end seks bogstaver. Tallet siger intet om, hvor "
    "god teksten er."
)
_NOTHING = "Ingen sætning er meget lang eller har flere udsagnsord i passiv."


class ReadingTab(QWidget):
    """Shows how hard the text is to read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = RowList("text_help.sentences", "Sætninger, der er svære at læse", self)
        self.figure = plain_label("", self)
        self._nothing = plain_label(_NOTHING, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.figure)
        column.addWidget(self._nothing)
        column.addWidget(self.rows, 1)
        column.addStretch(0)

    def show_material(self, material: Material) -> None:
        """Measure the text and list its hardest sentences."""
        text = material.text
        found = lix(text)
        self.figure.setText(_figure(found))
        rows = [Row(long_words(one, text), ((one.start, one.end),)) for one in long_sentences(text)]
        rows += [Row(passive_words(one, text), tuple(one.passives)) for one in passive_sentences(text)]
        self.rows.show_rows(rows)
        self._nothing.setVisible(not rows and found.words > 0)
        self.rows.setVisible(bool(rows))


def _figure(found: Lix) -> str:
    if not found.words:
        return EMPTY
    words = counted(found.words, "ord", "ord")
    if found.value is None:
        return f"Teksten er på {words}. Den er for kort til et lixtal: Der skal være mindst {FEWEST_WORDS} ord."
    return (
        f"Lixtal {format_number(found.value)}: {found.level}. Teksten er på {words} i "
        f"{counted(found.sentences, 'sætning', 'sætninger')}. {_MEANING}"
    )
