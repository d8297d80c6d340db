"""On Windows 10: another style is needed when the system becomes dark, light or high in contrast."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication


class SystemSwitch(QObject):
    """Sets the style that suits the system, now and whenever the system changes."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        hints = application.styleHints()
        accessibility = hints.accessibility()
        # Queued: Qt is still giving its windows the new colours.
        hints.colorSchemeChanged.connect(self._on_system_changed, Qt.ConnectionType.QueuedConnection)
        accessibility.contrastPreferenceChanged.connect(self._on_system_changed, Qt.ConnectionType.QueuedConnection)
        is_plain = accessibility.contrastPreference() is not Qt.ContrastPreference.HighContrast
        if hints.colorScheme() is Qt.ColorScheme.Dark or not is_plain:
            self._on_system_changed()

    def _on_system_changed(self) -> None:
        from botilbud_desktop.ui.style.theme import follow_system

        follow_system(self._application)
