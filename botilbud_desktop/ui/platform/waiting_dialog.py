"""»Venter på drevet …« or »Arbejder …«, with »Opgiv«."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.text import plain_label

FOR_THE_DRIVE = "Venter på drevet …"
FOR_A_RESULT = "Arbejder …"
_TEXT = "Det tager længere tid, end det plejer. Det, du har skrevet, bliver i vinduet, også hvis du opgiver."
_WIDTH = 360


def waiting_dialog(window: QWidget, title: str) -> QDialog:
    """Returns a dialog above `window`, not shown yet; it is rejected when the user gives up."""
    dialog = QDialog(window)
    dialog.setObjectName("waiting")
    dialog.setWindowTitle(title)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    give_up = QPushButton("Opgiv", dialog)
    give_up.setObjectName("waiting.give_up")
    give_up.setAutoDefault(False)
    give_up.clicked.connect(dialog.reject)
    buttons = QHBoxLayout()
    buttons.addStretch(1)
    buttons.addWidget(give_up)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(GAP, GAP, GAP, GAP)
    column.setSpacing(UNIT)
    text = plain_label(_TEXT, dialog)
    text.setMinimumWidth(_WIDTH)
    column.addWidget(text)
    column.addLayout(buttons)
    dialog.setFocus()  # not the button: Enter or a space that was meant for the text must not give up
    return dialog
