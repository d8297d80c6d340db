"""Making documents runs no code from the user's home, uses no network and opens no unexpected files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PLANTED = "import pathlib; pathlib.Path({marker!r}).write_text('executed')\ninvariant = 0\npageCompression = 0\n"
MAKE = """
from tests.documents.samples import APPROVED, printed
from botilbud_desktop.documents import DocumentKind
import hashlib
print(hashlib.sha256(printed(DocumentKind.RECEIPT, APPROVED)).hexdigest())
"""
AUDITED = """
import os, sys
from pathlib import Path

opened, forbidden, watching = [], [], False

def watch(event, arguments):
    if not watching:
        return
    if event.startswith(("socket.", "urllib.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.startfile",
                         "webbrowser.", "ctypes.dlopen", "http.", "ftplib.", "smtplib.")):
        forbidden.append(event)
    if event == "open" and isinstance(arguments[0], (str, bytes, os.PathLike)):
        opened.append(os.fsdecode(arguments[0]))

sys.addaudithook(watch)
from tests.documents.samples import APPROVED
from tests.documents.test_user_text import HOSTILE, everywhere
from tests.documents import samples
from botilbud_desktop.documents import DocumentKind
from botilbud_desktop.documents.word.make import make_word
from botilbud_desktop.rules.contradictions import checking
from botilbud_desktop.rules.description import judging
from botilbud_desktop.storage.paths import resources_folder
from tests.rules.samples import ROUND, TODAY

applications = [everywhere(text) for text in (*HOSTILE, chr(10).join(HOSTILE))] + [APPROVED]
watching = True
for application in applications:
    for kind in DocumentKind:
        samples.printed(kind, application)
    make_word(application, ROUND, TODAY)
watching = False
import reportlab
allowed = (str(resources_folder()), str(Path(reportlab.__file__).parents[1]), sys.base_prefix)
print([path for path in opened if not os.path.abspath(path).startswith(allowed)])
print(forbidden)
"""


def run(code: str, **environment: str) -> str:
    """Returns what `code` prints in a separate process."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_no_network_no_process_and_no_file_but_the_fonts() -> None:
    assert run(AUDITED).split("\n")[:2] == ["[]", "[]"]


@pytest.mark.parametrize("name", [".reportlab_mods", ".reportlab_settings"])
def test_files_in_the_users_home_are_not_executed(name: str, tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    (tmp_path / name).write_text(PLANTED.format(marker=str(marker)), encoding="utf-8")
    assert run(MAKE, HOME=str(tmp_path), USERPROFILE=str(tmp_path)) == run(MAKE)
    assert not marker.exists()


@pytest.mark.parametrize("name", ["reportlab_mods.py", "reportlab_settings.py"])
def test_modules_on_the_path_are_not_executed(name: str, tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    (tmp_path / name).write_text(PLANTED.format(marker=str(marker)), encoding="utf-8")
    assert run(MAKE, PYTHONPATH=str(tmp_path)) == run(MAKE)
    assert not marker.exists()


def test_environment_variables_change_nothing() -> None:
    settings = {
        "RL_pageCompression": "0",
        "RL_invariant": "nonsense",
        "RL_canvas_basefontname": "Courier",
        "RL_defaultPageSize": "letter",
        "RL_useA85": "1",
        "RL_ttfAsciiReadable": "1",
    }
    assert run(MAKE, **settings) == run(MAKE)


def test_reportlab_is_loaded_by_making_documents_only() -> None:
    loaded = run(
        "import sys, botilbud_desktop.documents, botilbud_desktop.documents.plain_text\n"
        "print('reportlab' in sys.modules)"
    )
    assert loaded.strip() == "False"


def test_a_reportlab_that_was_loaded_past_the_door_is_refused() -> None:
    code = (
        "import reportlab\n"
        "try:\n    import botilbud_desktop.documents.pdf.make\n"
        "except ImportError as error:\n    print(error)"
    )
    assert "through botilbud_desktop.documents.pdf.engine only" in run(code)
