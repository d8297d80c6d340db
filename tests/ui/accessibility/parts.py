"""What is looked at: the inputs, buttons, lists and texts that are shown, without what Qt makes inside them."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

Controls = QAbstractButton | QAbstractItemView | QAbstractSpinBox | QComboBox | QLineEdit | QPlainTextEdit | QTextEdit
_WITH_INSIDES = (QComboBox, QAbstractSpinBox, QCalendarWidget, QAbstractItemView, QMenuBar)


def shown_parts(top: QWidget) -> Iterator[QWidget]:
    """`top` and all that is shown below it in its own window; not what is inside Qt's own inputs."""
    yield top
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and widget.window() is top.window() and not _is_inside(widget, top):
            yield widget


def controls(top: QWidget) -> list[Controls]:
    """What can be used, without what Qt's own inputs have inside."""
    return [widget for widget in shown_parts(top) if isinstance(widget, Controls) and _is_for_people(widget)]


def inputs(top: QWidget) -> list[QWidget]:
    """What something is typed into or chosen in."""
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
    found = (widget for widget in controls(top) if isinstance(widget, kinds))
    return [widget for widget in found if not (isinstance(widget, QPlainTextEdit | QTextEdit) and widget.isReadOnly())]


def stops(top: QWidget) -> list[QWidget]:
    """All that Tab should come to."""
    return [widget for widget in shown_parts(top) if is_stop(widget)]


def is_stop(widget: QWidget) -> bool:
    """Whether Tab should come to `widget`: of radio buttons, only to the one that is chosen."""
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
    if isinstance(widget, QAbstractButton) and widget.autoExclusive():
        return takes_tab and widget.isChecked()
    return takes_tab and widget.focusProxy() is None


def words_of(text: str) -> str:
    """A text without the marks of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def name_of(widget: QWidget) -> str:
    """What a screen reader calls `widget`.

    On Linux, Qt gives the chosen entry as the name of a list to choose from, and its name by its label; elsewhere it
    gives the name that is asked for here.
    """
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return words_of(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def known_as(widget: QWidget) -> str:
    """How a complaint calls `widget`."""
    words = widget.objectName() or widget.accessibleName() or name_of(widget)
    return f"{type(widget).__name__} {words!r}"


def is_decoration(label: QLabel) -> bool:
    """Whether a label shows a picture and no text."""
    return not label.pixmap().isNull()


def _is_for_people(widget: QWidget) -> bool:
    is_button = isinstance(widget, QAbstractButton)
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus or (is_button and not widget.objectName().startswith("qt_"))


def _is_inside(widget: QWidget, top: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not top:
        if isinstance(parent, _WITH_INSIDES):
            return True
        parent = parent.parentWidget()
    return isinstance(parent, _WITH_INSIDES)
