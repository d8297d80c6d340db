"""Opens Indstillinger above the window."""

from PySide6.QtCore import Qt

from botilbud_desktop.storage.user.settings import Settings
from botilbud_desktop.ui.settings.settings_dialog import SettingsDialog
from botilbud_desktop.ui.window.draft_window import DraftWindow


def open_settings(window: DraftWindow) -> SettingsDialog:
    """Opens the dialog; what is changed there applies to the window's draft at once."""

    def on_changed(before: Settings, after: Settings) -> None:
        if window.workbench is not None:
            window.workbench.suggest_approver(before.approver, after.approver)
        window.settings_changed.emit()

    dialog = SettingsDialog(window.repository, window.questions, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.changed.connect(on_changed)
    dialog.open()
    return dialog
