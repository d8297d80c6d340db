"""PDF files that are dropped on a part of the window. Nothing is read here: only their places are told."""

from pathlib import Path

from PySide6.QtCore import QMimeData

_ENDING = ".pdf"
_MOST = 20


def dropped_pdfs(content: QMimeData) -> tuple[Path, ...]:
    """Returns the dropped files; none unless all of them are called like a PDF on this computer."""
    urls = content.urls() if content.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if not urls or len(urls) > _MOST or len(paths) != len(urls):
        return ()
    return tuple(paths) if all(path.suffix.lower() == _ENDING for path in paths) else ()
