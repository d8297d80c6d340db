"""The appearance that the user chose: theme and text size, applied at once to all windows."""

from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.user.settings import Settings
from botilbud_desktop.ui.style.theme import Theme, apply_text_size, apply_theme

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""The steps of the text size, in per cent of the system's."""


def apply_appearance(application: QApplication, settings: Settings) -> None:
    """Shows all windows as `settings` say."""
    apply_theme(application, theme_of(settings.theme))
    apply_text_size(application, settings.text_size)


def change_appearance(application: QApplication, before: Settings, after: Settings) -> None:
    """Changes from one appearance to another; what is the same in both is left alone."""
    if theme_of(before.theme) is not theme_of(after.theme):
        apply_theme(application, theme_of(after.theme))
    if before.text_size != after.text_size:
        apply_text_size(application, after.text_size)


def the_application() -> QApplication:
    """Returns the running application.

    Raises:
        RuntimeError: no application is running.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("no application is running")
    return application


def theme_of(name: str) -> Theme:
    """Returns the theme of that name; the system's for an unknown one."""
    return Theme(name) if name in set(Theme) else Theme.SYSTEM


def larger(percent: int) -> int:
    """Returns the next larger size; the largest stays."""
    return next((size for size in TEXT_SIZES if size > percent), TEXT_SIZES[-1])


def smaller(percent: int) -> int:
    """Returns the next smaller size; the smallest stays."""
    return next((size for size in reversed(TEXT_SIZES) if size < percent), TEXT_SIZES[0])
