"""A dialog that shows two states of a draft side by side, with actions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.merging.difference import Difference
from botilbud_desktop.ui.comparing.difference_list import DifferenceList
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.text import plain_label, without_mnemonic
from botilbud_desktop.ui.widgets.button_row import ButtonRow
from botilbud_desktop.ui.widgets.notice_bar import Action

_SIZE = QSize(960, 640)
_SIZE_WITHOUT_DIFFERENCES = QSize(480, 160)


class CompareDialog(QDialog):
    """Shows differences; `open()` shows it without blocking, and it deletes itself when it is closed."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        explanation: str,
        before_title: str,
        after_title: str,
        differences: Sequence[Difference],
        actions: tuple[Action, ...] = (),
    ) -> None:
        """Each of `actions` is a button that closes the dialog and then acts; »Luk« only closes it."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        size = _SIZE if differences else _SIZE_WITHOUT_DIFFERENCES
        ScreenFit(self, size)
        self.differences = DifferenceList(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        if explanation:
            layout.addWidget(plain_label(explanation, self))
        layout.addWidget(self.differences, 1)
        buttons = ButtonRow(self)
        for words, act in actions:
            button = QPushButton(without_mnemonic(words), self)
            button.clicked.connect(self._closing_before(act))
            buttons.put_at_end(button)
        close = QPushButton("Luk", self)
        close.setDefault(True)  # Enter in the text must not change the draft
        close.clicked.connect(self.reject)
        buttons.put_at_end(close)
        layout.addWidget(buttons)
        self.differences.show_differences(differences, before_title, after_title)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.differences.focus_first()

    def _closing_before(self, act: Callable[[], object]) -> Callable[[], None]:
        def close_and_act() -> None:
            self.accept()
            act()

        return close_and_act
