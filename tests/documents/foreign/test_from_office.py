"""A PDF that a word processor has made, with its own structure, fonts and tables, drawn within ours."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from botilbud_desktop.documents.foreign.reading import read_foreign
from botilbud_desktop.documents.pdf.foreign_pages import placed
from botilbud_desktop.documents.pdf.theme import PAGE_HEIGHT, PAGE_WIDTH, TEXT_HEIGHT, TEXT_WIDTH, TOP_MARGIN
from tests.documents.foreign.drawn import picture, taken, texts
from tests.documents.samples import COMPLETE
from tests.documents.word.reading import word

OFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler's pdftoppm"),
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The application's Word document, as LibreOffice makes a PDF of it."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "notat.docx").write_bytes(word(COMPLETE))
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'user').as_uri()}", "--headless", "--convert-to", "pdf"]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run([*command, "notat.docx"], cwd=folder, env=environment, check=True, capture_output=True, timeout=300)
    return (folder / "notat.pdf").read_bytes()


def test_each_page_keeps_its_text(printed: bytes) -> None:
    ours = texts(taken(printed))
    for number, text in enumerate(texts(printed)):
        assert text.replace(" ", "") in ours[number].replace(" ", "")


def test_each_page_looks_the_same(printed: bytes, tmp_path: Path) -> None:
    """Compared in fields of 12 points: what is drawn in each is as dark."""
    foreign, drawn = read_foreign(printed, "notat.pdf"), taken(printed)
    assert foreign.remarks == ()
    differences: list[float] = []
    for page in foreign.pages:
        alone = picture(printed, tmp_path, page.number, dots=72)
        ours = picture(drawn, tmp_path, page.number, dots=72)
        place = placed(page, TEXT_WIDTH - 1, TEXT_HEIGHT - 1)
        left, top = (PAGE_WIDTH - place.width) / 2, TOP_MARGIN + 0.5
        darkness: list[tuple[float, float]] = []
        for y in range(24, int(page.height) - 24, 12):
            for x in range(24, int(page.width) - 24, 12):
                places = [(x + i, y + j) for i in range(0, 12, 2) for j in range(0, 12, 2)]
                one = sum(sum(alone.at(a / page.width, b / page.height)) for a, b in places)
                scale = place.width / page.width
                other = sum(
                    sum(ours.at((left + a * scale) / PAGE_WIDTH, (top + b * scale) / PAGE_HEIGHT)) for a, b in places
                )
                darkness.append((one / 36 / 765, other / 36 / 765))
        assert min(one for one, _ in darkness) < 0.8
        differences += [abs(one - other) for one, other in darkness]
    assert sum(differences) / len(differences) < 0.016  # a page that is 3 points lower: 0.024
