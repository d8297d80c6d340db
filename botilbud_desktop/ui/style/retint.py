"""Another theme or size of text for what is shown already: nothing is made anew, so nothing that was begun is lost."""

from collections.abc import Iterator

from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from botilbud_desktop.ui.style.icons import Drawn, drawn_in, icon, icon_pixmap
from botilbud_desktop.ui.style.states import same_meaning
from botilbud_desktop.ui.style.text import rescale

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
    """Show what is open in the colours of the palette as it is now: states, quiet texts and icons."""
    now = QApplication.palette()
    for widget in _all_widgets():
        _retint_palette(widget, now)
        if isinstance(widget, QLabel):
            _retint_mark(widget)
        elif isinstance(widget, QAbstractButton):
            _retint_icon(widget)
        widget.update()


def follow_text_size() -> None:
    """Bring the headings of what is open to the size that goes with the program's text now."""
    for widget in _all_widgets():
        rescale(widget)


def _all_widgets() -> Iterator[QWidget]:
    for top in QApplication.topLevelWidgets():
        yield top
        yield from top.findChildren(QWidget)


def _retint_palette(widget: QWidget, now: QPalette) -> None:
    palette, is_changed = QPalette(widget.palette()), False
    for role in _ROLES:
        for group in _GROUPS:
            if not palette.isBrushSet(group, role):
                continue
            colour = same_meaning(palette.color(group, role), now)
            if colour is not None and colour != palette.color(group, role):
                palette.setColor(group, role, colour)
                is_changed = True
    if is_changed:
        widget.setPalette(palette)


def _retint_mark(label: QLabel) -> None:
    drawn = drawn_in(label.pixmap())
    if drawn is not None:
        colour = _colour(drawn, label)
        label.setPixmap(icon_pixmap(drawn.name, colour, label.devicePixelRatioF(), drawn.size))


def _retint_icon(button: QAbstractButton) -> None:
    shown: QIcon = button.icon()
    drawn = drawn_in(shown)
    if drawn is not None:
        button.setIcon(icon(drawn.name, _colour(drawn, button), drawn.size))


def _colour(drawn: Drawn, widget: QWidget) -> QColor:
    """What a drawing is drawn in now: its state's colour, or else that of the widget's text."""
    return same_meaning(QColor(drawn.colour), QApplication.palette()) or widget.palette().buttonText().color()
