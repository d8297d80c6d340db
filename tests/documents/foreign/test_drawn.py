"""Pages of PDFs of others, drawn in a document of ours: what is seen, what is searched, what is read aloud."""

import shutil
import subprocess
from pathlib import Path

import pytest

from botilbud_desktop.documents.foreign.reading import read_foreign
from tests.documents.foreign.drawn import NAME, document, picture, taken, texts
from tests.documents.foreign.written import FONT, TEXT, one_page, pdf, stream, with_appearance

POPPLER = shutil.which("pdftoppm")
BLUE = (0, 0, 255)
WHITE = (255, 255, 255)
needs_poppler = pytest.mark.skipif(POPPLER is None, reason="needs poppler's pdftoppm")


def test_the_text_of_a_page_is_still_text() -> None:
    assert "Referat af drftelse" in texts(taken(one_page()))[0]


def test_the_same_files_give_the_same_bytes() -> None:
    assert taken(one_page()) == taken(one_page())


def test_each_page_has_our_head_and_its_number() -> None:
    drawn = document(read_foreign(one_page(), "a.pdf"), read_foreign(one_page(), "b.pdf"))
    first, second = texts(drawn)
    assert "Side 1 af 2" in first
    assert "Side 2 af 2" in second
    assert "Aalborg" in second


def test_a_page_is_a_picture_with_a_text_in_its_place(tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(taken(one_page()))
    drawn = target.read_bytes()
    alternative = f"Side 1 af 1 i »{NAME}«, som det er vedlagt"
    assert (b"\xfe\xff" + alternative.encode("utf-16-be")).hex().encode() in drawn
    if program := shutil.which("pdfinfo"):
        told = subprocess.run([program, "-struct-text", str(target)], capture_output=True, timeout=60, check=True)
        assert "Figure" in told.stdout.decode()
        assert "Referatafdrftelse" in told.stdout.decode().replace(" ", "")
        assert told.stderr == b""


def test_pages_share_their_fonts() -> None:
    two = pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]/Resources 7 0 R>>",
            b"<</Type/Page/Parent 2 0 R/Contents 5 0 R>>",
            b"<</Type/Page/Parent 2 0 R/Contents 5 0 R>>",
            stream(TEXT),
            FONT,
            b"<</Font<</F1 6 0 R>>>>",
        ]
    )
    drawn = taken(two)
    assert len(texts(drawn)) == 2
    assert drawn.count(b"/BaseFont /Helvetica") == 1


@needs_poppler
@pytest.mark.parametrize(
    ("rotation", "place"), [(0, (0.1, 0.9)), (90, (0.1, 0.1)), (180, (0.9, 0.1)), (270, (0.9, 0.9))]
)
def test_a_turned_page_is_drawn_as_it_is_shown(rotation: int, place: tuple[float, float], tmp_path: Path) -> None:
    """The blue corner is at the lower left of the page as it stands in the file."""
    source = one_page(b"0 0 1 rg 50 50 100 100 re f", page=f"/MediaBox[50 50 550 550]/Rotate {rotation}")
    original = picture(source, tmp_path)
    assert original.at(*place) == BLUE
    ours = picture(taken(source), tmp_path)
    across, down = place
    width, height = 487.3 / 595.3, 487.3 / 841.9  # the square within our page, as parts of it
    left, top = 51.0 / 595.3, 28.0 / 297
    assert ours.at(left + across * width, top + down * height) == BLUE
    assert ours.at(left + (1 - across) * width, top + (1 - down) * height) == WHITE


@needs_poppler
def test_a_stamp_is_drawn_upon_its_page(tmp_path: Path) -> None:
    ours = picture(taken(with_appearance({"Rect": "[0 0 595 842]"})), tmp_path)
    assert ours.at(0.5, 0.5) == BLUE
