"""Danish throughout: numbers, dates, and the words that Qt itself shows."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.paths import resources_folder


def speak_danish(application: QApplication) -> None:
    """Load Qt's own Danish translation and the few words that it lacks; they live as long as the application."""
    danish = QLocale(QLocale.Language.Danish, QLocale.Country.Denmark)
    QLocale.setDefault(danish)
    folders = {
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        "qt_rest": str(resources_folder() / "translations"),
    }
    for name, folder in folders.items():
        translator = QTranslator(application)
        if translator.load(f"{name}_da", folder):
            application.installTranslator(translator)
