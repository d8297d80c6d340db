"""What is copied out of a PDF, as the program's own viewer and a browser's find it on the page."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.pdf.structure.reading import SOFT_HYPHEN
from botilbud_desktop.domain.model import replace
from tests.documents.laid_out import DOCUMENTS
from tests.documents.samples import COMPLETE, printed
from tests.documents.tags import Tagged

_BREAK = "\ufffe"
"""What PDFium has in the place of a soft hyphen and the break behind it."""
_SURELY_ON_ONE_LINE = 30
"""Characters of a word; a longer one is broken without a mark."""
_ASTRAL = "x er 𝑥, og 𝔸𝟙 → 𝒜"


def copied(pdf: bytes, page: int) -> str:
    """Returns the text of a page, with its lines joined as they stand."""
    return on_page(pdf, page).replace("\r\n", "")


def on_page(pdf: bytes, page: int) -> str:
    """Returns the text of a page as PDFium, which Chrome and Edge show PDFs with, reads it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    text = document.getAllText(page).text()
    document.close()
    return text


def words(text: str) -> str:
    """Returns the words of a text with one space between them; a word broken at a soft hyphen is whole."""
    return " ".join(text.replace(_BREAK, "").replace(SOFT_HYPHEN, "").split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_another_reader_finds_the_words_of_each_paragraph_and_cell_whole_and_apart(name: str) -> None:
    pdf = printed(*DOCUMENTS[name])
    document = Tagged(pdf)
    pages = [words(on_page(pdf, number)) for number in range(len(document.pdf.pages))]
    every = words(" ".join(pages))
    for node in document.document.all():
        text = words(node.text)
        if text and max(map(len, text.split())) < _SURELY_ON_ONE_LINE:
            assert any(text in page for page in pages) or all(word in every for word in text.split()), text


def test_a_hyphen_that_words_share_is_not_taken_for_a_break() -> None:
    text = " ".join(f"{'x' * (number % 7)}a bo- og naboskab e-mail{number} SEL-boliger" for number in range(60))
    pdf = printed(DocumentKind.VIEW, replace(COMPLETE, description=text))
    found = [words(on_page(pdf, number)) for number in (0, 1)]
    assert [page.count("bo- og") > 10 for page in found] == [True, True]
    assert sum(page.count("bo- og") for page in found) == 60


def test_copied_lines_of_a_paragraph_do_not_run_together() -> None:
    words = " ".join(f"omtilbud{number}" for number in range(40))
    text = copied(printed(DocumentKind.VIEW, replace(COMPLETE, description=words)), 0)
    assert words in text


def test_copied_characters_beyond_the_first_plane_are_those_of_the_text() -> None:
    assert _ASTRAL in copied(printed(DocumentKind.VIEW, replace(COMPLETE, description=_ASTRAL)), 0)
