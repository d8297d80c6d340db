"""Keeps the recent drafts on the start page up to date: looks at them when it is shown and when the user comes back."""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from botilbud_desktop.storage.user.known_drafts import KnownDraft
from botilbud_desktop.ui.draft.recent_drafts import RecentDrafts
from botilbud_desktop.ui.window.recent_list import RecentList
from botilbud_desktop.ui.window.recent_looks import RecentLooks

if TYPE_CHECKING:
    from botilbud_desktop.ui.draft.known import Look

_NOT_AGAIN_WITHIN = 5.0
"""Seconds; who goes to and fro between two windows does not have the drives asked each time."""


class RecentWatch(QObject):
    """Looks at the drafts in a list, and keeps what was found out."""

    def __init__(self, shown: RecentList, recent: RecentDrafts, parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self._recent = recent
        self._found: dict[Path, KnownDraft] = {}
        self._looked_at = 0.0
        self.looks = RecentLooks(self)
        self.looks.looked.connect(self._on_looked)
        self.looks.late.connect(shown.show_late)
        self.looks.rested.connect(self._on_rested)

    def look(self) -> None:
        """Look at all drafts of the list now."""
        self._looked_at = monotonic()
        self.looks.begin({draft.path: self._recent.looking_at(draft) for draft in self._shown.drafts})

    def come_back(self) -> None:
        """Look again: the user came back to the window."""
        if monotonic() - self._looked_at > _NOT_AGAIN_WITHIN:
            self.look()

    def _on_looked(self, path: Path, look: "Look") -> None:
        self._shown.show_look(path, look)
        if look.known is not None:
            self._found[path] = look.known

    def _on_rested(self) -> None:
        if self._found:
            self._recent.keep(self._found)
            self._found = {}
