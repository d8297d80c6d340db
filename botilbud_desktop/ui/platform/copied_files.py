"""Files that were copied in a file manager, or are dragged from one: their addresses are no text of any field."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

_TEXT = "text/plain"
_DRAFT = ".botilbud"
_A_DRAFT = (
    "Der er kopieret en kladde, ikke en tekst. Åbn den med »Åbn …« i menuen »Fil«, eller træk den hen på vinduet."
)
_A_FILE = (
    "Der er kopieret en fil, ikke en tekst. Hent, hvad der står i den, med »Hent fra dokument …« i menuen »Fil«, eller "
    "åbn den, og kopiér teksten."
)


def are_files(content: QMimeData | None) -> bool:
    """Whether contents are files, so that Qt would give their addresses (`file:///C:/…`) as text. No drive is asked."""
    if content is None or not content.hasUrls():
        return False
    urls = content.urls()
    if not any(_is_file(url) for url in urls):
        return False
    if not content.hasFormat(_TEXT):
        return True
    named = {name for url in urls for name in _names(url)}
    lines = [line.strip().strip('"') for line in content.text().splitlines()]
    return all(line in named for line in lines if line)


def not_inserted(content: QMimeData) -> str:
    """Returns what is said of files that somebody pastes into a text, as one sentence with what can be done instead."""
    paths = [url.path() for url in content.urls()]
    return _A_DRAFT if paths and all(path.lower().endswith(_DRAFT) for path in paths) else _A_FILE


def _is_file(url: QUrl) -> bool:
    return url.isLocalFile() or url.scheme().lower() == "file"


def _names(url: QUrl) -> tuple[str, ...]:
    local = url.toLocalFile()
    return url.toString(), bytes(url.toEncoded().data()).decode("ascii", "replace"), local, str(Path(local))
