"""What is copied out of a PDF, as the program's own viewer and a browser's find it on the page."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.domain.model import replace
from tests.documents.samples import COMPLETE, printed

_ASTRAL = "x er 𝑥, og 𝔸𝟙 → 𝒜"


def copied(pdf: bytes, page: int) -> str:
    """Returns the text of a page, with its lines joined as they stand."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    text = document.getAllText(page).text()
    document.close()
    return text.replace("\r\n", "")


def test_copied_lines_of_a_paragraph_do_not_run_together() -> None:
    words = " ".join(f"omtilbud{number}" for number in range(40))
    text = copied(printed(DocumentKind.VIEW, replace(COMPLETE, description=words)), 0)
    assert words in text


def test_copied_characters_beyond_the_first_plane_are_those_of_the_text() -> None:
    assert _ASTRAL in copied(printed(DocumentKind.VIEW, replace(COMPLETE, description=_ASTRAL)), 0)
