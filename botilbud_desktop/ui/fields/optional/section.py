"""A part of a page that nobody must fill in: folded away at first, and made when it is opened."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.disclosure import Disclosure
from botilbud_desktop.ui.widgets.tab_order import order_tabs


class OptionalField(NamedTuple):
    """A field, or a list, in such a part."""

    path: FieldPath
    words: str
    """What is said to be filled in while the part is folded: `formål`."""
    of_rows: tuple[str, ...] = ()
    """Only these keys of its rows belong to the part; the rest of the list stands elsewhere on the page."""


class OptionalSection(RenderedWidget):
    """A button that folds the part out and in; while it is folded, a quiet line tells what is filled in."""

    def __init__(
        self, name: str, title: str, fields: Sequence[OptionalField], make: Callable[[], Sequence[RenderedWidget]]
    ) -> None:
        """`make` returns the parts of the content, once."""
        super().__init__()
        self.setObjectName(name)
        self._fields = tuple(fields)
        self._make = make
        self._parts: Sequence[RenderedWidget] = ()
        self._body: QWidget | None = None
        self._view: View | None = None
        self.toggle = Disclosure(title, self, words=title)
        self.toggle.setObjectName(f"{name}.toggle")
        self.toggle.toggled.connect(self._on_toggled)
        self._summary: QLabel | None = None
        """Made when there is something to tell: a label that wraps makes each layout of the page dearer."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        self._column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)

    def holds(self, path: FieldPath) -> bool:
        """Whether the field at `path` is in this part."""
        for field in self._fields:
            if not path.starts_with(field.path):
                continue
            if not field.of_rows or (len(path) > len(field.path) + 1 and path[len(field.path) + 1] in field.of_rows):
                return True
        return False

    def open(self) -> None:
        """Fold the part out."""
        self.toggle.setChecked(True)

    def render_view(self, view: View) -> None:
        """Show the view: the content while it is folded out, else what is filled in."""
        self._view = view
        if self.toggle.isChecked():
            for part in self._parts:
                part.render_view(view)
            return
        filled = [field.words for field in self._fields if _is_filled(field, view.application)]
        self._tell(f"Udfyldt: {', '.join(filled)}" if filled else "")

    def _tell(self, words: str) -> None:
        if self._summary is None and words:
            self._summary = plain_label("", self)
            self._summary.setObjectName(f"{self.objectName()}.summary")
            set_text_colour(self._summary, quiet_colour(self.palette()))
            self._column.insertWidget(1, self._summary)
        if self._summary is not None:
            self._summary.setText(words)
            self._summary.setVisible(bool(words))

    def _on_toggled(self, is_open: bool) -> None:
        if is_open and self._body is None:
            self._body = self._made()
            self._column.addWidget(self._body)
            order_tabs(self)
        if self._body is not None:
            self._body.setVisible(is_open)
        self._tell("")
        if self._view is not None:
            self.render_view(self._view)

    def _made(self) -> QWidget:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._parts = self._make()
        for part in self._parts:
            column.addWidget(part)
        return body


def _is_filled(field: OptionalField, application: Application) -> bool:
    value = value_at(application, field.path)
    if not field.of_rows:
        return bool(value)
    return any(value_at(row, FieldPath((key,))) for row in value for key in field.of_rows)
