"""Runs in the installed Python: shows the program's window in each theme, and tells what is seen on the screen.

Arguments: a draft, the folder for pictures, the beginning of their names, and the looks, each as `THEME` or
`THEME/PAGE`. Windows itself is dark at first. Prints a JSON object: the scale, and what was seen by look.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.ui import app
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.theme import Theme, apply_theme
from botilbud_desktop.ui.widgets.primary_button import ActionButton
from tests.ui.accessibility.contrast import contrast_complaints, indicator_contrast, picture_bits
from tests.ui.accessibility.parts import known_as, shown_parts
from tests.ui.stretched import does_not_fit

_PERSONALIZE = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
_IS_LIGHT = "AppsUseLightTheme"
_FIRST_PAGE = Step(StepKind.PROJECT, 0)
_BETWEEN_MS, _MOST_WAITS = 250, 60
_LEAST_OF_ICON = 3.0
_SHADES, _SOLID = 0xE0E0E0, 200
"""Colours that differ in other bits are shades of one; pixels of an icon that are at least so opaque are its colour."""
_NARROW = 1000
"""Px of the window below which pages may scroll sideways."""
_DARK, _LIGHT = 110, 200
"""A ground is dark below the one lightness and light above the other, of 255."""


class WalkedWindow(MainWindow):
    """The program's window, which begins the walk when it is painted."""

    def show(self) -> None:
        """Shows the window, and begins the walk."""
        super().show()
        self.first_painted.connect(partial(QTimer.singleShot, 0, self, partial(walk, self)))


def walk(window: WalkedWindow) -> None:
    """Shows each look, and prints what was seen."""
    folder, beginning, *looks = sys.argv[2:]
    QApplication.setCursorFlashTime(0)
    seen, shown = {}, "system"
    begun = QApplication.style().name()
    for look in looks:
        theme, _, page = look.partition("/")
        if theme != shown:
            use(theme)
            shown = theme
        go_to(window, page)
        picture = still_picture(window)
        picture.save(str(Path(folder) / f"{beginning}-{look.replace('/', '-')}.png"))
        complaints = [*contrast_complaints(window), *button_complaints(window), *fit_complaints(window)]
        if (on := page_of(window)) != (page or _FIRST_PAGE.kind):
            complaints.append(f"the page is {on}")
        seen[look] = {"style": QApplication.style().name(), **shares(picture), "complaints": complaints}
    print(json.dumps({"begun": begun, "scale": window.devicePixelRatioF(), "seen": seen}))
    window.close()


def use(theme: str) -> None:
    """Chooses a theme in the program, or in Windows while the program follows it."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if theme.startswith("turns-"):
        set_system(is_light=theme == "turns-light", tell=True)
    else:
        apply_theme(application, Theme(theme))


def go_to(window: WalkedWindow, page: str) -> None:
    """Shows a page of the draft, the first project's unless it is named, or the start page."""
    if page == "start":
        window.show_start()
        return
    if window.workspace is None:
        window.drafts.open_path(Path(sys.argv[1]))
    workspace = window.workspace
    if workspace is not None:
        workspace.show_step(Step(StepKind(page)) if page else _FIRST_PAGE)
        workspace.page.complete()
        workspace.pane.criteria.show()
        if not page:
            workspace.show_field(field_path("projects.0.name"))


def page_of(window: WalkedWindow) -> str:
    """Returns which page is shown."""
    return "start" if window.workspace is None else window.workspace.step.kind


def still_picture(window: QWidget) -> QImage:
    """Returns what the screen shows of the window, once nothing in it changes any more.

    Raises:
        RuntimeError: it still changes after a quarter of a minute.
    """
    picture, before = QImage(), QImage()
    for _wait in range(_MOST_WAITS):
        QTest.qWait(_BETWEEN_MS)
        picture, before = window.screen().grabWindow(window.winId()).toImage(), picture
        if picture == before:
            return picture
    raise RuntimeError("the window is never still")


def button_complaints(top: QWidget) -> Iterator[str]:
    """Complains about icons beside words, boxes and circles that do not stand out from what is painted below them.

    Boxes and circles in the light style of Windows 10 are left out: Windows draws them, and Wine draws its own.
    """
    is_ours = QApplication.style().name() != "windowsvista"
    for widget in shown_parts(top):
        if not isinstance(widget, QAbstractButton) or not widget.isEnabled():
            continue
        if isinstance(widget, QCheckBox | QRadioButton):
            found = indicator_contrast(widget) if is_ours else _LEAST_OF_ICON
        elif widget.text() and not widget.icon().isNull():
            found = icon_contrast(widget)
        else:
            continue
        if found < _LEAST_OF_ICON:
            yield f"what is drawn in {known_as(widget)} stands out by {found:.1f}:1"


def icon_contrast(button: QAbstractButton) -> float:
    """Returns how far the icon of a button stands out from its ground, which may be shaded from top to bottom."""
    painted = Counter(picture_bits(button.grab().toImage()))
    kinds = Counter[int]()
    for shade, number in painted.items():
        kinds[shade & _SHADES] += number
    (kind, _number), *_ = kinds.most_common(1)
    ground = QColor(max((shade for shade in painted if shade & _SHADES == kind), key=painted.__getitem__))
    if isinstance(button, ActionButton) and (colour := button.own_colour) is not None:
        return contrast(colour, ground)
    drawing = button.icon().pixmap(button.iconSize()).toImage()
    places = ((x, y) for x in range(drawing.width()) for y in range(drawing.height()))
    solid = [colour for x, y in places if (colour := drawing.pixelColor(x, y)).alpha() > _SOLID]
    return max((contrast(colour, ground) for colour in solid), default=1.0)


def fit_complaints(window: QWidget) -> list[str]:
    """Complains about cut texts, and about a page that scrolls sideways, which it does only in a narrow window."""
    is_narrow = window.width() < _NARROW
    return [one for one in does_not_fit(window) if not (is_narrow and one.startswith("scrolls sideways"))]


def shares(picture: QImage) -> dict[str, float]:
    """Returns how much of the picture is light, dark and quite black, as shares."""
    counted = Counter(picture_bits(picture))
    light = sum(number for colour, number in counted.items() if QColor(colour).lightness() > _LIGHT)
    dark = sum(number for colour, number in counted.items() if QColor(colour).lightness() < _DARK)
    black = sum(number for colour, number in counted.items() if QColor(colour).lightness() == 0)
    every = max(counted.total(), 1)
    return {"light": light / every, "dark": dark / every, "black": black / every}


def set_system(*, is_light: bool, tell: bool) -> None:
    """Sets whether Windows is light; with `tell`, tells all windows as Windows does."""
    settings = QSettings(_PERSONALIZE, QSettings.Format.NativeFormat)
    settings.setValue(_IS_LIGHT, int(is_light))
    settings.sync()
    if tell and sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.SendMessageTimeoutW(0xFFFF, 0x1A, 0, ctypes.c_wchar_p("ImmersiveColorSet"), 0, 2000, None)


if __name__ == "__main__":
    set_system(is_light=False, tell=False)
    with patch.object(app, "MainWindow", WalkedWindow):
        sys.exit(app.run_window(Path(sys.argv[1]), debug=True))
