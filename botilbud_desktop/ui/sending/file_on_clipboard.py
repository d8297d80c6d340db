"""The clipboard holds a file, as if it had been copied in the file manager."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QUrl

_GNOME = "x-special/gnome-copied-files"
"""Beside the standard format, for the file managers of Linux that want to know that it is no cut."""


def file_content(path: Path) -> QMimeData:
    """Returns what is put on the clipboard for the file at `path`."""
    url = QUrl.fromLocalFile(str(path))
    content = QMimeData()
    content.setUrls([url])
    content.setData(_GNOME, QByteArray(b"copy\n" + url.toEncoded().data()))
    return content


def holds_file(path: Path, content: QMimeData) -> bool:
    """Whether this is just the file at `path`; a URL has no room for a name that is no valid text."""
    return [Path(url.toLocalFile()) for url in content.urls()] == [path]
