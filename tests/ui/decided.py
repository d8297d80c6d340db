"""What an IT department might have decided, for windows that are looked at."""

from botilbud_desktop.storage.user.settings import Decided
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.platform.settings_store import SettingsStore

SOME = Decided(
    {
        "department": "Socialafdelingen",
        "theme": "system",
        "receipts_folder": "/findes/ikke/kvitteringer",
        "rounds_folder": "/findes/ikke/runder",
    },
    {"drafts_folder": "den nævner en miljøvariabel, der ikke findes", "keeps_versions": "den er hverken 0 eller 1"},
    is_unreadable=True,
)
"""Something of each kind: decided, out of reach, and of no use; and a place that cannot be read."""


def decide(window: MainWindow, decided: Decided) -> None:
    """Replaces what was decided for a window that is open already."""
    repository = window.repository
    repository.settings = SettingsStore(repository.folders.config, repository.drive, decided)
