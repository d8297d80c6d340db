"""The other municipalities of a joint project: chosen one by one from the round's list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QToolButton

from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.form_bounds import MOST_ROWS
from botilbud_desktop.domain.text.collation import danish_key
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.tab_order import order_tabs

_CHOOSE = "Vælg en kommune"


class PartnersField(Field):
    """A list to choose from with a button that adds what is chosen, and below it those that were added.

    The applicant is no partner of its own.
    """

    def __init__(self, controller: DraftController, path: FieldPath) -> None:
        super().__init__(controller, path)
        known = sorted(controller.round.municipalities, key=lambda one: danish_key(one.official_name))
        self._codes = tuple(municipality.code for municipality in known)
        self._names = {municipality.code: municipality.official_name for municipality in known}
        self.input = ChoiceInput(self)
        self.input.setMaxVisibleItems(16)
        self.input.addItems([_CHOOSE, *self._names.values()])
        self.input.currentIndexChanged.connect(self._render_button)
        self.add_button = QPushButton("Tilføj kommunen", self)
        self.add_button.setObjectName(f"{path.object_name}.add")
        self.add_button.setIcon(icon("add", self.palette().buttonText().color()))
        self.add_button.clicked.connect(self._on_add)
        self.set_input(self.input, self.add_button)
        self._rows: list[tuple[QLabel, QToolButton]] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(1, 1)
        self._column.insertLayout(self._column.indexOf(self.note), self._grid)

    def render_view(self, view: View) -> None:
        self.input.setReadOnly(view.read_only)
        codes = self._shown_codes(value_at(view.application, self.path))
        count = len(self._rows)
        while len(self._rows) > len(codes):
            self._drop_last_row()
        while len(self._rows) < len(codes):
            self._add_row()
        if len(self._rows) > count:
            order_tabs(self)
        for code, (label, button) in zip(codes, self._rows, strict=True):
            name = self._names.get(code, code)
            is_applicant = code == view.application.applicant.municipality_code
            label.setText(f"{name} (ansøgeren selv)" if is_applicant else name)
            button.setAccessibleName(f"Fjern {name}")
            button.setToolTip(f"Fjern {name}")
            button.setEnabled(not view.read_only)
        self._render_button()
        self.render_note(view)

    def _shown_codes(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Returns each municipality once: a file may have one twice."""
        return tuple(dict.fromkeys(codes))

    def _render_button(self) -> None:
        chosen: tuple[str, ...] = self.controller.editor.value(self.path)
        taken = (*chosen, self.controller.application.applicant.municipality_code)
        index = self.input.currentIndex() - 1
        is_new = 0 <= index < len(self._codes) and self._codes[index] not in taken
        free = not self.controller.view.read_only and len(chosen) < MOST_ROWS
        self.add_button.setEnabled(is_new and free)

    def _add_row(self) -> None:
        index = len(self._rows)
        label = plain_label("", self)
        label.setWordWrap(False)
        button = QToolButton(self)
        button.setObjectName(f"{(self.path / index).object_name}.delete")
        button.setIcon(icon("delete", self.palette().buttonText().color()))
        button.clicked.connect(self._on_delete)
        self._grid.addWidget(label, index, 0)
        self._grid.addWidget(button, index, 1, Qt.AlignmentFlag.AlignLeft)
        self._rows.append((label, button))

    def _drop_last_row(self) -> None:
        for widget in self._rows.pop():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _on_add(self) -> None:
        chosen = {*self.controller.editor.value(self.path), self._codes[self.input.currentIndex() - 1]}
        order = {code: place for place, code in enumerate(self._codes)}
        self.controller.editor.set_value(
            self.path, tuple(sorted(chosen, key=lambda code: (order.get(code, len(order)), code)))
        )
        self.input.setCurrentIndex(0)
        self.input.setFocus()

    def _on_delete(self) -> None:
        button = self.sender()
        index = next(index for index, (_label, candidate) in enumerate(self._rows) if candidate is button)
        codes: tuple[str, ...] = self.controller.editor.value(self.path)
        gone = self._shown_codes(codes)[index]
        self.controller.editor.keep(self.path, [row for row, code in enumerate(codes) if code != gone])
        self.input.setFocus()
        self.controller.tell_undoable("Kommunen er fjernet.")
