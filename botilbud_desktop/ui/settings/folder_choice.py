"""A folder that is typed, pasted or chosen in the system's dialog."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.style.spacing import UNIT


class FolderChoice(QWidget):
    """An input for a folder, and a button that opens the dialog."""

    def __init__(self, title: str, default: Path, questions: Questions, name: str) -> None:
        """`title` is that of the dialog; `default` is shown while nothing else is chosen."""
        super().__init__()
        self._title = title
        self._default = str(default)
        self._questions = questions
        self.input = LineInput(self, own_history=True)
        self.input.setObjectName(f"settings.{name}")
        self.choose_button = QPushButton("Vælg …", self)
        self.choose_button.setObjectName(f"settings.{name}.choose")
        self.choose_button.setAccessibleName(f"{title} …")
        self.choose_button.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.input, 1)
        row.addWidget(self.choose_button)

    @property
    def chosen(self) -> str:
        """The whole path of the folder; "" for the default."""
        text = self.input.text().strip()
        return "" if text == self._default else text

    def show_folder(self, folder: str) -> None:
        """Shows a folder; "" for the default."""
        self.input.setText(folder or self._default)
        self.input.setCursorPosition(0)

    def _on_choose(self) -> None:
        path = self._questions.folder_to_use(self._title, Path(self.chosen or self._default))
        if path is not None:
            self.show_folder(str(path))
