"""Checks what a screen reader reads aloud: unique names with units, labels, texts, cells; and unique mnemonics."""

import re
import sys
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QListView, QTableView, QWidget

from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.style.still_text import StillText
from tests.ui.accessibility.parts import controls, inputs, is_decoration, known_as, name_of, shown_parts, words_of
from tests.ui.test_danish_for_everyone import english_in

_WITHOUT_LABEL = {"page.preview.kind", "page.preview.zoom"}
"""Lists in a toolbar without a visible label: the chosen entry explains itself; only a screen reader needs the name."""
_IS_LINUX = sys.platform == "linux"
_PATH = re.compile(r"/\S*")
_IN_ROW = re.compile(r"(?P<heading>.+), række [1-9][0-9]*")


def name_complaints(top: QWidget) -> Iterator[str]:
    """Complains about controls without a unique Danish name, and inputs whose name lacks their label with its unit."""
    named = [(name_of(widget), widget) for widget in controls(top)]
    for name, widget in named:
        if not name.strip():
            yield f"{known_as(widget)} has no name"
        elif english := english_in(_PATH.sub("", name)):
            yield f"{known_as(widget)} is called in English: {english}"
    twice = Counter((name, type(widget)) for name, widget in named if name and widget.isEnabled())
    yield from (f"{count} of {kind.__name__} are called {name!r}" for (name, kind), count in twice.items() if count > 1)
    yield from _label_complaints(top)


def _label_complaints(top: QWidget) -> Iterator[str]:
    labels = [label for label in shown_parts(top) if isinstance(label, QLabel) and label.text()]
    texts = {words_of(label.text()) for label in labels}
    for widget in inputs(top):
        own = [words_of(label.text()).rstrip(":") for label in labels if label.buddy() is widget]
        name = name_of(widget)
        in_a_row = _IN_ROW.fullmatch(name)
        if own and own[0] not in name:
            yield f"{known_as(widget)} is called {name!r}, but its label says {own[0]!r}"
        if not own and isinstance(widget, ChoiceInput) and name not in widget.accessibleDescription() and _IS_LINUX:
            yield f"{known_as(widget)} is heard without its name where Qt says what is chosen in its place"
        is_excused = widget.objectName() in _WITHOUT_LABEL
        if not own and not is_excused and not (in_a_row and in_a_row["heading"] in texts):
            yield f"{known_as(widget)} has no label"


def text_complaints(top: QWidget) -> Iterator[str]:
    """Complains about texts with a wrong role or name, pictures with a name, and cells without a spoken text."""
    for widget in shown_parts(top):
        interface = QAccessible.queryAccessibleInterface(widget)
        if isinstance(widget, StillText) and interface.role() is not QAccessible.Role.StaticText:
            yield f"{known_as(widget)} is no text to screen readers but {interface.role()}"
        if isinstance(widget, StillText) and name_of(widget) != words_of(widget.text()):
            yield f"{known_as(widget)} says {name_of(widget)!r} and shows {widget.text()!r}"
        if isinstance(widget, QLabel) and is_decoration(widget) and name_of(widget):
            yield f"a picture is read aloud as {name_of(widget)!r}"
        if isinstance(widget, QAbstractItemView):
            yield from _cell_complaints(widget)


def _cell_complaints(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), view.rootIndex()
    for row in range(model.rowCount(root)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount(root)):
            spoken = model.index(row, column, root).data(Qt.ItemDataRole.AccessibleTextRole)
            is_blank = not column and not str(model.index(row, column, root).data() or "").strip()
            if is_blank or view.indexWidget(model.index(row, column, root)) is not None:
                continue  # the corner between headings, or an input with its own name
            if not spoken:
                yield f"row {row + 1}, column {column + 1} of {known_as(view)} says nothing"
            elif isinstance(view, QTableView):
                yield from _heading_complaints(view, row, column, str(spoken))


def _heading_complaints(view: QTableView, row: int, column: int, spoken: str) -> Iterator[str]:
    """Complains about a cell whose column or row says nothing, and about one that repeats what they say."""
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    for kind, section, orientation in (("column", column, across), ("row", row, down)):
        heading = view.model().headerData(section, orientation, Qt.ItemDataRole.AccessibleTextRole)
        where = f"row {row + 1}, column {column + 1} of {known_as(view)}"
        if not heading:
            yield f"{where} does not say where it is: its heading of the {kind} says nothing"
        elif spoken.startswith((f"{heading},", f"{heading}:")):
            yield f"{where} repeats its heading: {spoken!r}"


def mnemonic_complaints(top: QWidget) -> Iterator[str]:
    """Complains about mnemonics that are used twice."""
    letters: dict[str, list[str]] = {}
    for widget in shown_parts(top):
        is_label = isinstance(widget, QLabel) and widget.buddy() is not None
        if is_label or isinstance(widget, QAbstractButton):
            _note(letters, str(getattr(widget, "text")()))  # noqa: B009 - the two classes share no base class with `text`
    bar = top.findChild(QWidget, "menubar")
    for action in bar.actions() if bar is not None else ():
        _note(letters, action.text())
    yield from (f"Alt+{letter.upper()} stands for {texts}" for letter, texts in letters.items() if len(texts) > 1)


def _note(letters: dict[str, list[str]], text: str) -> None:
    if match := re.search(r"&([^&\s])", text.replace("&&", "")):
        letters.setdefault(match[1].lower(), []).append(text)
