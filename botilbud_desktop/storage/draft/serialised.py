"""A draft as the bytes of its file, made once for each state of the draft."""

import hashlib
import json
from collections.abc import Callable
from threading import Lock
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.canonical import as_json_values
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.storage.draft.save_session import SaveSession
from botilbud_desktop.storage.draft.stored_lineage import content_digest, with_lineage
from botilbud_desktop.storage.json.normalization import normalised


class SerialisedDraft(NamedTuple):
    """An application and the content of its file."""

    application: Application
    lineage: Lineage | None
    """What the content grew out of; None when that is not known."""
    values: dict[str, Any]
    """The values of the file, texts normalised, the years of each loan and the numbers of judged contents in order."""
    data: bytes
    """The bytes of the file; empty when a text contains a lone surrogate (half a character), which no file can hold."""
    digest: str
    """The SHA-256 of the bytes, in hexadecimal."""


def serialise(application: Application, lineage_of: Callable[[str], Lineage | None] | None = None) -> SerialisedDraft:
    """Serialise the application: the same bytes for the same content and lineage.

    `lineage_of` returns the lineage of the content with a digest; without it the file has none.
    """
    values: dict[str, Any] = normalised(as_json_values(application))
    for project in values["projects"]:
        project["loan"] = dict(sorted(project["loan"].items()))
    if judged := values.get("judged_contents"):
        values["judged_contents"] = dict(sorted(judged.items(), key=lambda item: (len(item[0]), item[0])))
    lineage = None if lineage_of is None else lineage_of(content_digest(values))
    values = with_lineage(values, lineage)
    text = json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        data = b""
    return SerialisedDraft(application, lineage, values, data, hashlib.sha256(data).hexdigest())


class DraftSerialiser:
    """Serialises each state of the open draft once, for its file, its journal and the window.

    Their threads all use it, so the last result and the session are protected by a lock.
    """

    def __init__(self, session: SaveSession | None = None) -> None:
        """`session` gives each state its lineage; by default a new one, for a draft that grew out of nothing."""
        self._session = session or SaveSession()
        self._lock = Lock()
        self._last: SerialisedDraft | None = None
        self._line = 0

    @property
    def line(self) -> int:
        """A number that changes when the draft includes another content: what was typed before is of another line."""
        return self._line

    def serialise(self, application: Application, line: int | None = None) -> SerialisedDraft:
        """Like the function `serialise`; returns the last result for the same application object.

        A content of an earlier `line` has no lineage: it does not include what the draft includes now.
        """
        with self._lock:
            if line is not None and line != self._line:
                return serialise(application)
            if self._last is None or self._last.application is not application:
                self._last = serialise(application, self._session.lineage)
            return self._last

    def for_others(self, application: Application) -> SerialisedDraft:
        """Serialise the application for its file or a copy: what is written later comes after it."""
        serialised = self.serialise(application)
        with self._lock:
            self._session.leave(serialised.lineage)
        return serialised

    def mark_saved(self, lineage: Lineage | None) -> None:
        """Record the lineage of what the draft's file holds now."""
        with self._lock:
            self._session.mark_saved(lineage)

    def join(self, other: Lineage | None) -> None:
        """Record that the draft now includes a content with the lineage `other`; None when that is not known."""
        with self._lock:
            self._session.join(other)
            self._last = None
            self._line += 1

    def continue_from(self, lineage: Lineage | None) -> None:
        """Record that the draft is now one with this lineage, whatever it was; None when that is not known."""
        with self._lock:
            self._session = SaveSession(lineage)
            self._last = None
            self._line += 1
