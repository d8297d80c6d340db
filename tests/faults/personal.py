"""Errors during work on a draft with a marked name, phone and e-mail: none of them appears in a log or other file.

The draft, its journal, its half-typed values and its earlier versions are the user's own data and contain them. Nothing
else that the program writes, prints or offers to copy may.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from botilbud_desktop.domain.application import Contacts
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.diagnostics.crash_record import enable_crash_record
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.app import make_application
from botilbud_desktop.ui.platform.error_reporter import ErrorReporter
from tests.faults.outcome import Outcome
from tests.storage.scripted_errors import MAIL, MARKS, NAME, PHONE, SCRIPTED, TEXT
from tests.ui import drafts
from tests.ui.keeping import Programs
from tests.ui.recorded_questions import RecordedQuestions

_USERS_OWN = ("gendannelse", "versioner", "unfinished")
_KILLS_THE_PROCESS = ("endless recursion",)
"""Python's own output for it is covered by the tests of the report; here it would only take time."""


def run(*, quick: bool) -> Outcome:
    """Raises all errors in one process, and searches all its output."""
    names = [name for name in SCRIPTED if name not in _KILLS_THE_PROCESS]
    if quick:
        names = names[::5]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.faults.personal", folder, *names]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment(Path(folder)))
        failures = [] if ended.returncode == 0 else [f"ended with {ended.returncode}: {ended.stderr[-300:]}"]
        looked_at = {"standard output": ended.stdout, "standard error": ended.stderr, **dict(_written(Path(folder)))}
        if "Error" not in looked_at.get("report.txt", ""):
            failures.append("the errors never came up")
        for place, text in looked_at.items():
            failures += [f"{mark!r} in {place}" for mark in MARKS if mark in text]
    line = f"personal: {len(names)} errors, {len(looked_at)} texts looked at, {len(failures)} marks found"
    return Outcome(line, failures)


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}


def _written(folder: Path) -> Iterator[tuple[str, str]]:
    """Everything the program wrote besides the user's own data, by relative path."""
    for path in folder.rglob("*"):
        within = path.relative_to(folder)
        if path.is_file() and path.suffix != ".botilbud" and not set(_USERS_OWN) & set(within.parts):
            yield str(within), path.read_bytes().decode("utf-8", "replace")


def _work(folder: Path, names: list[str]) -> None:
    """Types in a draft that holds the marked values, while one error after another is raised."""
    application = make_application(["personal"])
    path = folder / "kladde.botilbud"
    contacts = Contacts(names=NAME, phones=PHONE, emails=(MAIL,))
    path.write_bytes(draft_bytes(replace(drafts.example("aalborg"), contacts=contacts)))
    folders = UserFolders.below(folder / "user")
    programs = Programs(FormLibrary(forms_folder()), folders, RecordedQuestions())
    user = programs.start(path)
    current = user.window.drafts
    error_reporter = ErrorReporter(user.window.notices, current.secure, current.what_is_saved)
    crashes = enable_crash_record(folders.state)
    user.go_to("page.applicant")
    user.write("internal_notes", TEXT)
    for name in names:
        QTimer.singleShot(0, user.window, _failing(SCRIPTED[name]))
        _wait(5)
    _wait(400)
    (folder / "report.txt").write_text(error_reporter.report(), encoding="utf-8")
    (folder / "said.txt").write_text(user.standing_text(), encoding="utf-8")
    error_reporter.close()
    programs.end()
    if crashes is not None:
        crashes.close()
    application.processEvents()


def _failing(fail: Callable[[], object]) -> Callable[[], None]:
    def slot() -> None:
        fail()

    return slot


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    _work(Path(sys.argv[1]), sys.argv[2:])
