"""What is shown in place of the table: where to begin, how far the reading is, or why there is no table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.ui.collecting.gathered.gathering import Progress
from botilbud_desktop.ui.collecting.gathered.wording import CHOOSE, ONLY_READ, progress_said
from botilbud_desktop.ui.style.spacing import SECTION, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour


class ReadingPane(QWidget):
    """The bar counts each draft twice: when it is read and when it is assessed."""

    given_up = Signal()
    """The user does not want to wait any longer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.said = plain_label(CHOOSE, self)
        quiet = plain_label(ONLY_READ, self)
        set_text_colour(quiet, quiet_colour(self.palette()))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Hvor langt programmet er")
        self.give_up = QPushButton("Op&giv", self)
        self.give_up.clicked.connect(self.given_up)
        foot = QHBoxLayout()
        foot.addWidget(self.give_up)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        column.setSpacing(UNIT)
        column.addWidget(self.said)
        column.addWidget(quiet)
        column.addWidget(self.bar)
        column.addLayout(foot)
        column.addStretch(1)
        self.say(CHOOSE)

    def say(self, text: str) -> None:
        """Show a sentence; nothing is being read."""
        self.said.setText(text)
        self.bar.hide()
        self.give_up.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the reading is."""
        self.show_work(progress_said(progress), progress.read + progress.assessed, 2 * progress.found)

    def show_work(self, said: str, done: int, total: int) -> None:
        """Show how far any work is: what is being done, and how many of its steps are done."""
        self.said.setText(said)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.show()
        self.give_up.show()
