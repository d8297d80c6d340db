"""»Hvad fylder«: the characters that each required content and each paragraph uses, the costliest first."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.rules.shortening.usage import paragraph_uses, used_by
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.text_help.material import Material
from botilbud_desktop.ui.text_help.row_list import Row, RowList
from botilbud_desktop.ui.text_help.wording import characters, quoted, use_words

_PARAGRAPHS = "Afsnittene er talt med linjeskiftene efter dem."
_CONTENTS = (
    "Under hvert punkt er de sætninger talt, hvor programmet finder punktet. En sætning kan høre til flere punkter."
)


class UsageTab(QWidget):
    """Lists the parts of the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = RowList("text_help.uses", "Hvad tegnene går til", self)
        self._told = plain_label("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self._told)
        column.addWidget(self.rows, 1)

    def show_material(self, material: Material) -> None:
        """List the parts of the text."""
        total = count_characters(material.text).submitted
        parts = [*_contents(material), *_paragraphs(material)]
        rows = [
            Row(use_words(round(100 * used / total), used, named), places)
            for used, named, places in sorted(parts, key=_costliest_first)
        ]
        self.rows.show_rows(rows)
        said = f"Teksten er på {characters(total)}. {_PARAGRAPHS}"
        self._told.setText(f"{said} {_CONTENTS}" if material.contents else said)


type _Part = tuple[int, str, tuple[tuple[int, int], ...]]
"""The characters that a part uses, what it is called, and where it stands."""


def _contents(material: Material) -> list[_Part]:
    words = {one.number: one.text for one in material.view.round.required_contents}
    return [
        (used_by(material.text, one.spans), f"Punkt {one.number}: {words.get(one.number, '')}", tuple(one.spans))
        for one in material.contents
    ]


def _paragraphs(material: Material) -> list[_Part]:
    text = material.text
    return [
        (one.characters, f"Afsnit {number}: {quoted(text, one.start, one.end)}", ((one.start, one.end),))
        for number, one in enumerate(paragraph_uses(text), start=1)
    ]


def _costliest_first(part: _Part) -> tuple[int, tuple[tuple[int, int], ...]]:
    return -part[0], part[2]
