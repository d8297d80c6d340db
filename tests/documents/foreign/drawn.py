"""Draws PDFs of others in a document of ours, and looks at it: its text, its pixels, its objects."""

import subprocess
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.documents.foreign.reading import read_foreign
from botilbud_desktop.documents.foreign.records import ForeignPdf
from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.foreign_pages import foreign_pages
from botilbud_desktop.documents.pdf.frame import PageTexts, build
from botilbud_desktop.documents.pdf.theme import load_theme
from botilbud_desktop.documents.status_line import StatusLine
from botilbud_desktop.storage.paths import resources_folder
from tests.documents.samples import read

NAME = "Referat æøå.pdf"


def document(*pdfs: ForeignPdf) -> bytes:
    """Returns a document of ours with all pages of the PDFs."""
    story: list[Flowable] = [page for each in pdfs for page in foreign_pages(each)]
    status = StatusLine("Kladde", "", "")
    texts = PageTexts(name="Bilag", municipality="Aalborg", login="851", round="Runde", case_number="1", status=status)
    return build(story, texts, load_theme(resources_folder()))


def taken(data: bytes, name: str = NAME) -> bytes:
    """Returns a document of ours with all pages of one PDF."""
    return document(read_foreign(data, name))


def texts(data: bytes) -> list[str]:
    """Returns the text of each page on one line."""
    return [" ".join(page.extract_text().split()) for page in read(data).pages]


class Picture(NamedTuple):
    """The pixels of a page, of three bytes each, from the top left on."""

    width: int
    height: int
    pixels: bytes

    def at(self, x: float, y: float) -> tuple[int, int, int]:
        """Returns the colour at a place, as parts of width and height from the top left."""
        start = 3 * (int(y * (self.height - 1)) * self.width + int(x * (self.width - 1)))
        red, green, blue = self.pixels[start : start + 3]
        return red, green, blue


def picture(data: bytes, folder: Path, page: int = 1, dots: int = 50) -> Picture:
    """Draws a page with poppler."""
    source = folder / "page.pdf"
    source.write_bytes(data)
    command = ["pdftoppm", "-r", str(dots), "-f", str(page), "-l", str(page), "-cropbox", "-q", str(source)]
    drawn = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    _, size, _, pixels = drawn.split(b"\n", 3)
    width, height = map(int, size.split())
    return Picture(width, height, pixels)
