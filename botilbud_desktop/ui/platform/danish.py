"""The Danish locale: numbers, dates, and the texts that Qt itself shows."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.paths import resources_folder


def install_danish_locale(application: QApplication) -> None:
    """Set the locale, and load Qt's Danish translation and the few texts that it lacks; `application` owns them."""
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
