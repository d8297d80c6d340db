"""Danish throughout: numbers, dates, and the words that Qt itself shows."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def speak_danish(application: QApplication) -> None:
    """Load Qt's own Danish translation; the translator lives as long as the application."""
    danish = QLocale(QLocale.Language.Danish, QLocale.Country.Denmark)
    QLocale.setDefault(danish)
    translator = QTranslator(application)
    if translator.load(danish, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
