"""The clipboard holds a file, as if it had been copied in the file manager."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QClipboard

_GNOME = "x-special/gnome-copied-files"
"""Beside the standard format, for the file managers of Linux that want to know that it is no cut."""


def put_file(clipboard: QClipboard, path: Path) -> bool:
    """Put the file at `path` on the clipboard. Returns whether it is there: it is read back."""
    url = QUrl.fromLocalFile(str(path))
    content = QMimeData()
    content.setUrls([url])
    content.setData(_GNOME, QByteArray(b"copy\n" + url.toEncoded().data()))
    clipboard.setMimeData(content)
    return holds_file(clipboard, path)


def holds_file(clipboard: QClipboard, path: Path) -> bool:
    """Whether the clipboard holds just the file at `path`; a URL has no room for a name that is no valid text."""
    content = clipboard.mimeData()
    held = [Path(url.toLocalFile()) for url in content.urls()] if content else []
    return held == [path]
