"""The contents of earlier versions, read on demand; no Qt."""

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.form_bounds import FormBounds
from botilbud_desktop.domain.merging.difference import differences
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, parse_draft
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.history.errors import VersionNotReadError
from botilbud_desktop.storage.history.versions import Version
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.versions.kept_versions import Versions
from botilbud_desktop.ui.versions.wording import FIRST_VERSION, what_changed

_MOST_KEPT = 24
NOT_READABLE = "Kan ikke vises"
TOO_LARGE = "For stor til skemaet"
AFTER_TOO_LARGE = "Versionen lige før var for stor til skemaet"


class VersionContents:
    """Reads the versions of one draft, and caches those read last."""

    def __init__(self, history: Versions, library: FormLibrary, round_: Round, draft_id: str) -> None:
        """`round_` is the round of the draft."""
        self._history = history
        self._library = library
        self._round = round_
        self._id = draft_id
        self._kept: dict[int, OpenedDraft] = {}

    def data(self, version: Version) -> bytes:
        """Returns the draft file of that version.

        Raises:
            RefusedFileError: it cannot be read.
        """
        return self._history.content(version.number)

    def application(self, version: Version) -> Application:
        """Returns the application of that version.

        Raises:
            RefusedFileError: it cannot be read, or belongs to another draft.
        """
        return self.draft(version).application

    def draft(self, version: Version) -> OpenedDraft:
        """Returns the draft of that version, with its lineage.

        Raises:
            RefusedFileError: it cannot be read, or belongs to another draft.
        """
        found = self._kept.pop(version.number, None)
        if found is None:
            found = self._read(version)
        self._kept[version.number] = found
        if len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    def changes(self, version: Version, before: Version | None) -> str:
        """Returns in words what changed from `before` to `version`, or that it cannot be read."""
        try:
            now = self.application(version)
            if FormBounds().excesses(now):
                return TOO_LARGE
            if before is None:
                return FIRST_VERSION
            earlier = self.application(before)
            if FormBounds().excesses(earlier):
                return AFTER_TOO_LARGE
            return what_changed(differences(earlier, now, self._round))
        except RefusedFileError:
            return NOT_READABLE

    def _read(self, version: Version) -> OpenedDraft:
        data = self.data(version)
        try:
            draft = parse_draft(data, "", self._library)
        except RefusedFileError as error:
            where = f" ({error.place})" if error.place else ""
            raise VersionNotReadError("", f"{error.reason}{where}") from error
        if draft.application.id.lower() != self._id.lower():
            raise VersionNotReadError("", "den hører til en anden kladde")
        return draft
