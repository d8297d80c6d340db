"""LibreOffice opens the document, and its pages hold what the document holds."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from botilbud_desktop.documents.word.agenda import make_agenda_word
from botilbud_desktop.domain.collection.agenda import Agenda
from tests.documents.agenda.samples import AGENDA, THREE, collection
from tests.documents.laid_out import LONG
from tests.documents.samples import COMPLETE, THISTED, read
from tests.documents.word.reading import Line, contents, word
from tests.domain.for_colleagues import with_all_of_them
from tests.faults.hostile_texts import TEXTS, mixed
from tests.rules.samples import ROUND, TODAY

OFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]
DRAFTS = {"complete": with_all_of_them(COMPLETE), "plan": THISTED, "long": LONG, "hostile": mixed(TEXTS)}


@cache
def documents() -> dict[str, bytes]:
    """Returns the documents by name."""
    return {
        **{name: word(draft) for name, draft in DRAFTS.items()},
        "agenda": make_agenda_word(THREE, AGENDA, ROUND, TODAY),
        "agenda_hostile": make_agenda_word(collection(mixed(TEXTS), LONG), Agenda(title=TEXTS[0]), ROUND, TODAY),
    }


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of all pages of each document, as LibreOffice shows it."""
    folder = tmp_path_factory.mktemp("office")
    for name, document in documents().items():
        (folder / f"{name}.docx").write_bytes(document)
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'user').as_uri()}", "--headless", "--convert-to", "pdf"]
    names = [f"{name}.docx" for name in documents()]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run([*command, *names], cwd=folder, env=environment, check=True, capture_output=True, timeout=300)
    return {name: _text(folder / f"{name}.pdf") for name in documents()}


def _text(path: Path) -> str:
    return _together("".join(page.extract_text() for page in read(path.read_bytes()).pages))


def _together(text: str) -> str:
    """Returns the text without spaces and hyphens: lines and words are broken anywhere."""
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize("name", ["complete", "plan", "agenda"])
def test_every_paragraph_and_cell_is_on_a_page(converted: dict[str, str], name: str) -> None:
    for part in contents(documents()[name]):
        texts = [part.text] if isinstance(part, Line) else [cell for row in part.rows for cell in row]
        for text in texts:
            assert _together(text) in converted[name]


@pytest.mark.parametrize("name", ["long", "hostile", "agenda_hostile"])
def test_any_text_can_be_opened(converted: dict[str, str], name: str) -> None:
    assert "Notat" in converted[name]
    assert "Fælleskommunalkoordinering" in converted[name]


def test_pages_are_counted(converted: dict[str, str]) -> None:
    assert "Side1af" in converted["complete"]
    assert "Side2af" in converted["complete"]
