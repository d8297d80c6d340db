"""The location of a draft, and the user's position in it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.storage.recovery.position import Position

Where = Callable[[], Position]
"""Returns where the user is now."""


class DraftLocation(NamedTuple):
    """The draft's file, and the digest of its content when it was last read or written."""

    path: Path | None = None
    """The file; None while the draft was never saved."""
    digest: str | None = None
    """The SHA-256 of the file as it was last read or written."""
    saving_digest: str | None = None
    """The SHA-256 of content whose save to the file is running or has failed since."""
    suggested_name: str = ""
    """A name to propose for the first save; while it is "", the draft's title is proposed."""
    is_example: bool = False
    """Whether this is a copy of a shipped example, not saved yet."""

    def named(self, title: str) -> "DraftLocation":
        """Returns the location of a draft with this title: the proposed name where there is neither file nor name."""
        if self.path is not None or self.suggested_name:
            return self
        return self._replace(suggested_name=safe_file_name(title))

    @property
    def name(self) -> str:
        """The name of the file, or the one that is proposed for it."""
        return self.path.name if self.path else self.suggested_name

    @property
    def stem(self) -> str:
        """The name without its extension."""
        return self.path.stem if self.path else self.suggested_name
