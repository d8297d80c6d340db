"""The clipboard: a field is copied exactly, as plain text, and recognised as the program's own when pasted."""

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QClipboard

from botilbud_desktop.ui.platform.copied_files import are_files

LARGEST_PASTE = 200_000
"""The most characters taken from the clipboard at once; far above any limit of a form."""

_OWN_FORMAT = "application/x-botilbud-field"
"""A format beside the text, for this program alone: browsers read the text and nothing else."""


def field_content(text: str) -> QMimeData:
    """Returns what is put on the clipboard for a field: exactly `text`, as plain text."""
    content = QMimeData()
    content.setText(text)
    content.setData(_OWN_FORMAT, QByteArray(b"1"))
    return content


def is_field_content(text: str, content: QMimeData) -> bool:
    """Whether this is what `field_content` makes of `text`."""
    return content.hasFormat(_OWN_FORMAT) and content.text() == text


def is_own_field(clipboard: QClipboard) -> bool:
    """Whether the clipboard's contents come from `field_content`, so that comparing them would show nothing."""
    content = clipboard.mimeData()
    return bool(content and content.hasFormat(_OWN_FORMAT))


def pasted_text(clipboard: QClipboard) -> str:
    """Returns the plain text on the clipboard; "" when there is none, or a file."""
    content = clipboard.mimeData()
    return content.text() if content and content.hasText() and not are_files(content) else ""
