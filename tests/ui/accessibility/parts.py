"""The widgets that the checks examine: visible inputs, buttons, lists and texts, without Qt's inner widgets."""

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
    """Yields `top` and all visible widgets below it in the same window, except those inside Qt's own inputs."""
    yield top
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and widget.window() is top.window() and not _is_inside(widget, top):
            yield widget


def controls(top: QWidget) -> list[Controls]:
    """Returns the controls that the user can operate, except those inside Qt's own inputs."""
    return [widget for widget in shown_parts(top) if isinstance(widget, Controls) and _is_for_people(widget)]


def inputs(top: QWidget) -> list[QWidget]:
    """Returns the controls in which the user types or chooses something."""
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
    found = (widget for widget in controls(top) if isinstance(widget, kinds))
    return [widget for widget in found if not (isinstance(widget, QPlainTextEdit | QTextEdit) and widget.isReadOnly())]


def stops(top: QWidget) -> list[QWidget]:
    """Returns all widgets that Tab should reach."""
    return [widget for widget in shown_parts(top) if is_stop(widget)]


def is_stop(widget: QWidget) -> bool:
    """Whether Tab should reach `widget`: of radio buttons, only the checked one."""
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
    if isinstance(widget, QAbstractButton) and widget.autoExclusive():
        return takes_tab and widget.isChecked()
    return takes_tab and widget.focusProxy() is None


def words_of(text: str) -> str:
    """Returns a text without its mnemonic marker `&`."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def name_of(widget: QWidget) -> str:
    """Returns the name that a screen reader uses for `widget`.

    Combo boxes use `accessibleName`, because Qt on Linux reports their chosen entry as the name, and the name through
    the label; other systems report the name.
    """
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return words_of(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def known_as(widget: QWidget) -> str:
    """Returns how complaints refer to `widget`."""
    words = widget.objectName() or widget.accessibleName() or name_of(widget)
    return f"{type(widget).__name__} {words!r}"


def is_decoration(label: QLabel) -> bool:
    """Whether a label shows a picture instead of text."""
    return not label.pixmap().isNull() and not label.text()


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
