"""How the user wants the program to look: theme and text size, put into effect at once for all windows."""

from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.user.settings import Settings
from botilbud_desktop.ui.style.theme import Theme, apply_text_size, apply_theme

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""The steps of the text's size, in per cent of the system's."""


def apply_appearance(application: QApplication, settings: Settings) -> None:
    """Show all windows as `settings` say."""
    apply_theme(application, theme_of(settings.theme))
    apply_text_size(application, settings.text_size)


def change_appearance(application: QApplication, before: Settings, after: Settings) -> None:
    """Go from one look to another; what is the same in both is left alone."""
    if theme_of(before.theme) is not theme_of(after.theme):
        apply_theme(application, theme_of(after.theme))
    if before.text_size != after.text_size:
        apply_text_size(application, after.text_size)


def the_application() -> QApplication:
    """The program that is running."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("no application is running")
    return application


def theme_of(name: str) -> Theme:
    """The theme of that name; the system's when the program knows none of it."""
    return Theme(name) if name in set(Theme) else Theme.SYSTEM


def larger(percent: int) -> int:
    """The next larger size; the largest stays."""
    return next((size for size in TEXT_SIZES if size > percent), TEXT_SIZES[-1])


def smaller(percent: int) -> int:
    """The next smaller size; the smallest stays."""
    return next((size for size in reversed(TEXT_SIZES) if size < percent), TEXT_SIZES[0])
