"""Applies another theme or text size to open windows: no widget is recreated, so no unfinished input is lost."""

from collections.abc import Iterator

from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from botilbud_desktop.ui.style.edge import show_edges
from botilbud_desktop.ui.style.focus_ring import fit_ring
from botilbud_desktop.ui.style.icons import IconOrigin, icon, icon_pixmap, origin_of
from botilbud_desktop.ui.style.states import translated_colour
from botilbud_desktop.ui.style.text import rescale
from botilbud_desktop.ui.style.theme import FUSION

_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.Window,
    QPalette.ColorRole.Base,
    QPalette.ColorRole.Button,
)
_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)


def follow_palette() -> None:
    """Shows all open windows in the current palette: states, quiet texts and icons."""
    current = QApplication.palette()
    application = QApplication.instance()
    if isinstance(application, QApplication):
        show_edges(application, in_fusion=application.style().name() == FUSION)
    for widget in _all_widgets():
        _retint_palette(widget, current)
        if isinstance(widget, QLabel):
            _retint_label(widget)
        elif isinstance(widget, QAbstractButton):
            _retint_button(widget)
        if getattr(widget, "fits_ring", False):
            fit_ring(widget)
        widget.update()


def follow_text_size() -> None:
    """Scales the headings of all open windows to the current text size."""
    for widget in _all_widgets():
        rescale(widget)


def _all_widgets() -> Iterator[QWidget]:
    for top in QApplication.topLevelWidgets():
        yield top
        yield from top.findChildren(QWidget)


def _retint_palette(widget: QWidget, current: QPalette) -> None:
    palette, is_changed = QPalette(widget.palette()), False
    for role in _ROLES:
        for group in _GROUPS:
            if not palette.isBrushSet(group, role):
                continue
            colour = translated_colour(palette.color(group, role), current)
            if colour is not None and colour != palette.color(group, role):
                palette.setColor(group, role, colour)
                is_changed = True
    if is_changed:
        widget.setPalette(palette)


def _retint_label(label: QLabel) -> None:
    drawn = origin_of(label.pixmap())
    if drawn is not None:
        colour = _colour(drawn, label)
        label.setPixmap(icon_pixmap(drawn.name, colour, label.devicePixelRatioF(), drawn.size))


def _retint_button(button: QAbstractButton) -> None:
    shown: QIcon = button.icon()
    drawn = origin_of(shown)
    if drawn is not None:
        button.setIcon(icon(drawn.name, _colour(drawn, button), drawn.size))


def _colour(drawn: IconOrigin, widget: QWidget) -> QColor:
    """Returns the colour to redraw an icon in: its state's, or else that of the widget's text."""
    return translated_colour(QColor(drawn.colour), QApplication.palette()) or widget.palette().buttonText().color()
