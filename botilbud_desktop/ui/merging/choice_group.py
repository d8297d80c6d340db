"""The choices of one conflict as radio buttons; none is chosen at first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGroupBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from botilbud_desktop.domain.merging.merge import Choice
from botilbud_desktop.ui.merging.wording import ConflictText
from botilbud_desktop.ui.style.spacing import GAP, HALF, SECTION, UNIT
from botilbud_desktop.ui.widgets.radio_button import RadioButton
from botilbud_desktop.ui.widgets.stacking import Stacking

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class ChoiceGroup(QGroupBox):
    """Radio buttons for the possible decisions of a conflict."""

    choice_made = Signal(object)
    """Carries the `Choice`."""

    def __init__(
        self,
        text: ConflictText,
        choices: tuple[Choice, ...],
        chosen: Choice | None,
        parent: QWidget,
        *,
        in_a_row: bool,
    ) -> None:
        """`in_a_row` puts the choices beside each other, for a low window."""
        super().__init__("Hvad skal der stå?", parent)
        self.setAccessibleName(text.spoken)
        layout: QBoxLayout = Stacking(self) if in_a_row else QVBoxLayout(self)
        layout.setContentsMargins(GAP, UNIT, GAP, UNIT)
        layout.setSpacing(SECTION if in_a_row else HALF)
        self._group = QButtonGroup(self)
        self.buttons: dict[Choice, QRadioButton] = {}
        for choice in choices:
            button = _ChoiceButton(text.label_of(choice), self)
            button.setObjectName(f"merge.choice.{choice}")
            button.setAccessibleName(text.summary_of(choice))
            button.setChecked(choice is chosen)
            self._group.addButton(button)
            self.buttons[choice] = button
            if isinstance(layout, Stacking):
                layout.take(button)
            else:
                layout.addWidget(button)
        layout.addStretch(1)
        self._group.buttonToggled.connect(self._on_toggled)

    def first_input(self) -> QRadioButton:
        """Returns the chosen button, or else the first."""
        buttons = list(self.buttons.values())
        return next((button for button in buttons if button.isChecked()), buttons[0])

    def _on_toggled(self, button: QRadioButton, checked: bool) -> None:
        if checked:
            self.choice_made.emit(next(choice for choice, one in self.buttons.items() if one is button))


class _ChoiceButton(RadioButton):
    """Arrow keys choose from the start; Enter never chooses, but goes on as everywhere in the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)
        moved_to = self.window().focusWidget()
        if event.key() in _ARROWS and isinstance(moved_to, _ChoiceButton) and moved_to is not self:
            moved_to.setChecked(True)  # Qt does so only once a button is chosen
