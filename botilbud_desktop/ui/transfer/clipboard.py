"""The clipboard: one field goes out as plain text, exactly; what comes back is known to be one's own or not."""

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QClipboard

LARGEST_PASTE = 200_000
"""Characters taken from the clipboard at once; far above any limit of a form."""

_OWN = "application/x-botilbud-field"
"""A mark beside the text, for this program alone: browsers read the text and nothing else."""


def put_field(clipboard: QClipboard, text: str) -> None:
    """Put exactly `text` on the clipboard, as plain text."""
    content = QMimeData()
    content.setText(text)
    content.setData(_OWN, QByteArray(b"1"))
    clipboard.setMimeData(content)


def is_own_field(clipboard: QClipboard) -> bool:
    """Whether what lies there was put there by `put_field`, so that comparing it would say nothing."""
    content = clipboard.mimeData()
    return bool(content and content.hasFormat(_OWN))


def pasted_text(clipboard: QClipboard) -> str:
    """The plain text that lies there; nothing when there is none."""
    content = clipboard.mimeData()
    return content.text() if content and content.hasText() else ""
