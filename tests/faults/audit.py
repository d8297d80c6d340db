"""Puts hostile texts into every field: no connection is made, no foreign path opened, nothing becomes a link or markup.

A scripted user opens drafts with such texts, reads every page, pastes, compares, merges, looks at earlier versions,
saves, is killed and recovers, and makes every document, while an audit hook watches the process. In the full run
`strace`, where available, also watches the calls that Qt makes.
"""

import io
import json
import re
import sys
from contextlib import redirect_stdout
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton

from botilbud_desktop.cli.run import run as run_command
from botilbud_desktop.documents.export import ExportKind
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.draft.draft_lock import lock_path
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.versions.versions_dialog import VersionsDialog
from tests.faults.apart import main, outcome_apart
from tests.faults.at_the_window import Bench, bench, until
from tests.faults.hostile_texts import MARK, PLANTED, TEXTS, everywhere, mixed
from tests.faults.outcome import Outcome
from tests.faults.pdf_content import forbidden_in
from tests.faults.pieces_of_work import NOW
from tests.faults.rich_text import rich_texts
from tests.faults.watching import Watch
from tests.ui.keeping import SLOW_FILE
from tests.ui.user import User, settle, step_names

FOLDER = "botilbud-audit-"
_TRACED = "connect,sendto,execve,open,openat,openat2,stat,lstat,newfstatat,statx,access,faccessat2,readlink"
_CONNECT = re.compile(r"\b(?:connect|sendto)\(.*AF_INET")
_BY_THE_TEST = re.compile(r"O_CREAT|\(\d+, \"[^/]")
"""Calls by the test itself: it creates the planted picture, and removes its own folder by relative names."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PICTURE = bytes.fromhex("89504e470d0a1a0a")


class _Audit:
    """What was done, and the failures."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.watch = Watch(folder)
        self.failures: list[str] = []
        self.looks = 0
        self.documents: list[tuple[DocumentKind, bytes]] = []

    def look(self, where: str) -> None:
        """Checks all widgets for markup."""
        self.looks += 1
        self.failures += [f"{where}: {each}" for each in dict.fromkeys(rich_texts())]


def run(*, quick: bool) -> Outcome:
    """Runs the audit in its own process; the full run also watches Qt's calls with `strace`."""
    strace = which("strace")
    if quick or strace is None:
        return outcome_apart("audit", quick=quick)
    with TemporaryDirectory(prefix="botilbud-") as name:
        log = Path(name) / "trace"
        command = (strace, "-f", "-qq", "--seccomp-bpf", "-s", "4096", "-o", str(log), "-e", f"trace={_TRACED}")
        outcome = outcome_apart("audit", quick=quick, before=command)
        calls, wrong = _in_trace(log)
    line = f"{outcome.line}; strace saw {calls} calls, {len(wrong)} of them to foreign paths or servers"
    return Outcome(line, [*outcome.failures, *wrong])


def run_here(*, quick: bool) -> Outcome:
    """Works with a draft for each text; `quick` uses few drafts, each with some of the texts."""
    applications = (
        [mixed(TEXTS, first) for first in range(0, len(TEXTS), 22)] if quick else list(map(everywhere, TEXTS))
    )
    planted = Path(PLANTED)
    planted.write_bytes(_PICTURE)
    try:
        with TemporaryDirectory(prefix=FOLDER) as name, bench(Path(name)) as made:
            audit = _Audit(Path(name))
            with audit.watch.watching():
                for number, application in enumerate(applications):
                    _work_with(audit, made, application, TEXTS[number], number, is_whole=quick or number % 4 == 0)
                    audit.failures += made.taken_complaints()
                    audit.failures += [f"draft {number}: {each}" for each in audit.watch.wrong]
                    audit.watch.wrong.clear()
            for kind, data in audit.documents:
                audit.failures += [f"{kind}: {each}" for each in forbidden_in(data)]
    finally:
        planted.unlink(missing_ok=True)
    watch = audit.watch
    line = (
        f"audit: {len(TEXTS)} hostile texts in every field of {len(applications)} drafts, {watch.events} events and "
        f"{watch.paths} paths watched, {audit.looks} looks at all widgets, {len(audit.documents)} PDF documents, "
        f"{len(audit.failures)} connects, foreign paths, links or markup"
    )
    return Outcome(line, audit.failures)


def _work_with(audit: _Audit, made: Bench, application: Application, text: str, number: int, *, is_whole: bool) -> None:
    """Does what a user does with a draft; `is_whole` adds the slow parts."""
    path = audit.folder / f"{number} {safe_file_name(text)[:60]}.botilbud"
    path.write_bytes(draft_bytes(application))
    user = made.start(path, SLOW_FILE)
    _read_pages(audit, user)
    _paste(audit, user, text)
    saving = user.window.drafts.saving
    if saving is None or not saving.save() or not saving.secure(5):
        audit.failures.append(f"draft {number} is not saved")
    _make_documents(audit, user)
    _ask_the_command(audit, path)
    if is_whole:
        _compare(audit, made, user, path)
        _see_notices(audit, _recovered(audit, made, user), text)
    made.end()


def _read_pages(audit: _Audit, user: User) -> None:
    for page in step_names(user.application):
        user.go_to(page)
        audit.look(page)
    for row in user.workspace.pane.criteria.rows:
        for button in row.findChildren(QAbstractButton):
            button.click()
    settle()
    audit.look("criteria")


def _paste(audit: _Audit, user: User, text: str) -> None:
    """Pastes the text in each format a browser offers: text, HTML, URLs."""
    user.go_to("page.contacts")
    user.click("contacts.names")
    for kind in ("html", "text", "urls"):
        mime = QMimeData()
        if kind == "html":
            mime.setHtml(text)
        elif kind == "text":
            mime.setText(text)
        else:
            mime.setUrls([QUrl(text), QUrl.fromLocalFile(PLANTED)])
        QApplication.clipboard().setMimeData(mime)
        user.control(Qt.Key.Key_V)
        _repair(audit, user)
    user.go_to("page.description")
    user.click("description")
    user.control(Qt.Key.Key_V)
    _repair(audit, user)
    audit.look("pasted")
    QApplication.clipboard().clear()


def _repair(audit: _Audit, user: User) -> None:
    """Undoes a paste that made the draft too large for the form, and goes back to the form."""
    settle()
    if user.window.workspace is not None:
        return
    audit.look("too large for the form")
    user.undo()
    back = user.window.findChild(QPushButton, "repair.form")
    if isinstance(back, QPushButton):
        back.click()
    settle()


def _make_documents(audit: _Audit, user: User) -> None:
    repository = user.window.repository
    for kind in DocumentKind:
        data = repository.documents.make(user.controller, kind)()
        write_atomically(audit.folder / f"{kind}.pdf", data)
        audit.documents.append((kind, data))
    for export in ExportKind:
        data = repository.documents.export(user.controller, export)()
        write_atomically(audit.folder / f"felter.{export}", data)
        if export is ExportKind.TEXT and b"\0" in data:
            audit.failures.append("the plain text holds a NUL")


def _ask_the_command(audit: _Audit, path: Path) -> None:
    """Checks the output of `check`: a terminal would obey control characters in it."""
    out = io.StringIO()
    with redirect_stdout(out):
        run_command("check", [str(path)])
    if _CONTROL.search(out.getvalue().replace("\n", "").replace("\t", "")):
        audit.failures.append("the command prints control characters")


def _compare(audit: _Audit, made: Bench, user: User, path: Path) -> None:
    """Compares with a copy, merges it, and opens the earlier versions."""
    other = replace(mixed(TEXTS, 7), id=user.application.id)
    copy = path.with_name(f"kopi {path.name}")
    copy.write_bytes(draft_bytes(other))
    made.questions.will_answer(copy)
    user.use_menu("Sammenlign eller &flet med en kopi …")
    for dialog in _dialogs():
        audit.look("comparison")
        _press(dialog, "Flet …")
    for dialog in _dialogs():
        if isinstance(dialog, MergeDialog):
            for _page in range(60):
                audit.look("merge")
                if dialog.station.is_last:
                    break
                dialog.forward.click()
                settle()
        dialog.close()
    user.use_menu("Tidligere &versioner …")
    for dialog in _dialogs():
        if isinstance(dialog, VersionsDialog):
            settle()
            audit.look("versions")
        dialog.close()
    settle()


def _see_notices(audit: _Audit, user: User, text: str) -> None:
    """Triggers the notices: a file that cannot be opened, and a lock holder with an odd name."""
    window = user.window
    damaged = audit.folder / f"skadet {safe_file_name(text)[:60]}.botilbud"
    damaged.write_text('{"' + safe_file_name(text) + '": 1}', encoding="utf-8")
    window.drafts.open_path(damaged)
    audit.look("refused")
    window.say(f"Kopien er gemt: {text}", State.DONE)
    audit.look("said")
    held = audit.folder / "optaget.botilbud"
    held.write_bytes(draft_bytes(user.application))
    name = sanitized(text)[:500]
    holder = {"name": name, "machine": name, "since": NOW.isoformat(), "token": name[:60], "process": 1}
    lock_path(held).write_bytes(json.dumps(holder).encode())
    user.window.drafts.open_path(held)
    settle()
    audit.look("locked")
    if user.controller.locked_by is None:
        audit.failures.append("the draft of somebody else is not read-only")


def _recovered(audit: _Audit, made: Bench, user: User) -> User:
    """Kills the program with unsaved changes; starts it again, and compares and restores what it offers."""
    user.window.activateWindow()
    until(user.window.isActiveWindow)
    user.go_to("page.description")
    user.click("description")
    user.keys("x")
    until(user.window.drafts.secure)
    path = user.controller.location.path
    made.kill(user)
    again = made.start(None, SLOW_FILE)
    audit.look("recovery offered")
    buttons = {button.text(): button for button in again.window.notices.bar.findChildren(QPushButton)}
    for words in ("Se forskellen", "Gendan ændringerne"):
        if words in buttons:
            buttons[words].click()
            settle()
            audit.look(words)
            for dialog in _dialogs():
                dialog.close()
    if again.window.controller is None or again.window.controller.location.path != path:
        audit.failures.append("what was killed is not recovered")
    return again


def _dialogs() -> list[QDialog]:
    settle()
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]


def _press(dialog: QDialog, words: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()
    settle()


def _in_trace(log: Path) -> tuple[int, list[str]]:
    """The number of calls in the log, and those to servers or to a path from one of the texts."""
    calls, wrong = 0, []
    with log.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            calls += 1
            if (
                _CONNECT.search(line)
                or (" execve(" in line and calls > 1)
                or (MARK in line and f"/{FOLDER}" not in line and not _BY_THE_TEST.search(line))
            ):
                wrong.append(f"strace: {line[:200]}")
    return calls, wrong


if __name__ == "__main__":
    sys.exit(main(run, run_here))
