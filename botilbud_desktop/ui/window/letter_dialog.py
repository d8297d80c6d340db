"""A dialog with the ministry's letter and the guidance of its form."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import Section


class LetterDialog(QDialog):
    """Shows all of the ministry's texts as one."""

    def __init__(self, round_: Round, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Ministeriets brev og vejledning")
        self.resize(QSize(720, 560).boundedTo(self.screen().availableSize() * 0.9))
        self.text = QPlainTextEdit(letter_text(round_), self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Ministeriets brev og vejledning")
        self.text.setTabChangesFocus(True)
        close = QPushButton("Luk", self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)


def letter_text(round_: Round) -> str:
    """Returns the letter, the criteria, the weighting and the guide as plain text, word for word."""
    weighting = round_.weighting
    parts = [
        *_sections(round_.letter),
        *_sections(round_.background),
        round_.criteria_heading,
        *(f"{criterion.number}. {criterion.text}" for criterion in round_.criteria),
        weighting.heading,
        weighting.introduction,
        weighting.coordination_heading,
        weighting.coordination,
        weighting.selection_heading,
        weighting.selection,
        *(f"{number}. {text}" for number, text in enumerate(weighting.items, start=1)),
        *_sections((round_.guide,)),
        round_.privacy,
    ]
    return "\n\n".join(part for part in parts if part)


def _sections(sections: tuple[Section, ...]) -> list[str]:
    return [text for section in sections for text in (section.heading, *section.paragraphs)]
