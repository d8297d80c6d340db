"""LibreOffice opens the document, and its pages hold what the document holds."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from botilbud_desktop.domain.application import Application
from tests.documents.laid_out import LONG
from tests.documents.samples import COMPLETE, THISTED, read
from tests.documents.word.reading import Line, contents, word
from tests.domain.for_colleagues import with_all_of_them
from tests.faults.hostile_texts import TEXTS, mixed

OFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]
DRAFTS = {"complete": with_all_of_them(COMPLETE), "plan": THISTED, "long": LONG, "hostile": mixed(TEXTS)}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of all pages of each document, as LibreOffice shows it."""
    folder = tmp_path_factory.mktemp("office")
    for name, draft in DRAFTS.items():
        (folder / f"{name}.docx").write_bytes(word(draft))
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'user').as_uri()}", "--headless", "--convert-to", "pdf"]
    names = [f"{name}.docx" for name in DRAFTS]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run([*command, *names], cwd=folder, env=environment, check=True, capture_output=True, timeout=300)
    return {name: _text(folder / f"{name}.pdf") for name in DRAFTS}


def _text(path: Path) -> str:
    return _together("".join(page.extract_text() for page in read(path.read_bytes()).pages))


def _together(text: str) -> str:
    """Returns the text without spaces and hyphens: lines and words are broken anywhere."""
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize("name", ["complete", "plan"])
def test_every_paragraph_and_cell_is_on_a_page(converted: dict[str, str], name: str) -> None:
    draft: Application = DRAFTS[name]
    for part in contents(word(draft)):
        texts = [part.text] if isinstance(part, Line) else [cell for row in part.rows for cell in row]
        for text in texts:
            assert _together(text) in converted[name]


@pytest.mark.parametrize("name", ["long", "hostile"])
def test_any_text_can_be_opened(converted: dict[str, str], name: str) -> None:
    assert "Notat" in converted[name]
    assert "Fælleskommunalkoordinering" in converted[name]


def test_pages_are_counted(converted: dict[str, str]) -> None:
    assert "Side1af" in converted["complete"]
    assert "Side2af" in converted["complete"]
