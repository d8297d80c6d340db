"""A draft as the bytes of its file, made once for each state of the draft."""

import hashlib
import json
from threading import Lock
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.canonical import as_json_values
from botilbud_desktop.storage.json.normalization import normalised


class SerialisedDraft(NamedTuple):
    """An application and the content of its file."""

    application: Application
    values: dict[str, Any]
    """The values of the file, texts normalised and the years of each loan in order."""
    data: bytes
    """The bytes of the file; empty when a text contains a lone surrogate (half a character), which no file can hold."""
    digest: str
    """The SHA-256 of the bytes, in hexadecimal."""


def serialise(application: Application) -> SerialisedDraft:
    """Serialise the application: the same bytes for the same content."""
    values: dict[str, Any] = normalised(as_json_values(application))
    for project in values["projects"]:
        project["loan"] = dict(sorted(project["loan"].items()))
    text = json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        data = b""
    return SerialisedDraft(application, values, data, hashlib.sha256(data).hexdigest())


class DraftSerialiser:
    """Serialises each state of the open draft once, for its file, its journal and the window.

    Their threads all use it, so the last result is protected by a lock.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._last: SerialisedDraft | None = None

    def serialise(self, application: Application) -> SerialisedDraft:
        """Like the function `serialise`; returns the last result for the same application object."""
        with self._lock:
            if self._last is None or self._last.application is not application:
                self._last = serialise(application)
            return self._last
