"""Windows ends the session during typing: what was typed is safe within half a second, without a question.

The program runs in its own process, which exits immediately after handling `commitDataRequest`, as Windows does. The
test emits Qt's own signal, since it cannot provide a session manager. A fresh start must then find everything.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming
from tests.faults.apart import ROOT, main, outcome_apart
from tests.faults.at_the_window import Bench, bench, standing, until
from tests.faults.outcome import Outcome
from tests.ui import drafts
from tests.ui.user import User

MOST_MS = 500.0
"""Maximum milliseconds until everything is safe. Checked in the full run only, since tests run on busy machines."""
LONGEST_WITH_A_HANGING_DRIVE_MS = 3_500.0
"""The program waits 1 s for the journal, 1 s for a running save and 1 s for its own: never longer."""

REPEATS = 20
_HANGS_FOR = 60.0
_CHILD = "--child"
_LOAN = "projects.0.loan.2025"
_VALUE = 23456
_DESCRIPTION = "Skrevet i sidste øjeblik. "


class Told(NamedTuple):
    """What the ended process reported."""

    milliseconds: float
    questions: int
    complaints: list[str]


def run(*, quick: bool) -> Outcome:
    """Runs the part in its own process for the windows of the fresh starts."""
    return outcome_apart("logoff", quick=quick)


def run_here(*, quick: bool) -> Outcome:
    """Ends the session in each scene, once or 20 times."""
    failures: list[str] = []
    times: dict[str, list[float]] = {}
    for scene in _SCENES:
        for _time in range(1 if quick or scene in _HANGING else REPEATS):
            with TemporaryDirectory(prefix="botilbud-") as name:
                told = _ended(scene, Path(name))
                wrong = _wrong_with(told, scene, quick=quick)
                with bench(Path(name)) as made:
                    wrong += _wrong_after(scene, made, Path(name)) + made.taken_complaints()
            times.setdefault(scene, []).append(told.milliseconds)
            failures += [f"{scene}: {each}" for each in wrong]
    longest = max(ms for scene, measured in times.items() if scene not in _HANGING for ms in measured)
    with_hanging = max(ms for scene in _HANGING for ms in times[scene])
    line = (
        f"log-off: {sum(map(len, times.values()))} sessions ended while somebody typed, "
        f"all safe within {longest:.0f} ms, within {with_hanging:.0f} ms on a drive that hangs; "
        f"{len(failures)} lost something, asked or took too long"
    )
    return Outcome(line, failures)


def _ended(scene: str, folder: Path) -> Told:
    """Runs a process in which text is typed and the session ends. Returns what it reported."""
    command = [sys.executable, "-m", "tests.faults.logoff", _CHILD, scene, str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=120)
    if done.returncode or done.stderr:
        return Told(0.0, 0, [f"code {done.returncode}: {done.stderr[-1000:].decode('utf-8', 'replace')}"])
    return Told(*json.loads(done.stdout))


def _wrong_with(told: Told, scene: str, *, quick: bool) -> list[str]:
    most = LONGEST_WITH_A_HANGING_DRIVE_MS if scene in _HANGING else MOST_MS
    wrong = list(told.complaints)
    if told.milliseconds > most and not quick:
        wrong.append(f"took {told.milliseconds:.0f} ms")
    return wrong + ([f"asked {told.questions} questions"] if told.questions else [])


# The process that is ended


def child(scene: str, folder: Path) -> None:
    """Starts the program, types, and ends the session. Nothing is cleaned up."""
    with bench(folder) as made:
        user = _SCENES[scene](made, folder)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.commitDataRequest.connect(user.window.drafts.end_session)
        start = time.perf_counter()
        application.commitDataRequest.emit(None)
        milliseconds = (time.perf_counter() - start) * 1000
        told = Told(milliseconds, len(made.questions.asked), made.taken_complaints())
        sys.stdout.write(json.dumps(told))
        sys.stdout.flush()
        os._exit(0)


def _typing(made: Bench, folder: Path) -> User:
    """A draft with a file; the last key was just pressed."""
    user = made.start(_draft_in(folder), SaveTiming())
    user.write(_LOAN, str(_VALUE))
    return user


def _typing_without_a_file(made: Bench, _folder: Path) -> User:
    """A draft that was never saved."""
    user = made.start(None, SaveTiming())
    user.window.drafts.open_new(drafts.ROUND, "851")
    user.window.drafts.settle()
    user.go_to("page.description")
    user.write("description", _DESCRIPTION)
    return user


def _typing_a_long_text(made: Bench, folder: Path) -> User:
    user = made.start(_draft_in(folder), SaveTiming())
    user.go_to("page.description")
    user.click("description")
    user.keys(_DESCRIPTION)
    return user


def _half_typed(made: Bench, folder: Path) -> User:
    """The field does not hold a valid number yet."""
    user = made.start(_draft_in(folder), SaveTiming())
    user.write(_LOAN, "23.4,")
    return user


def _on_a_hanging_drive(made: Bench, folder: Path) -> User:
    """The draft's drive does not answer."""
    user = _typing(made, folder)
    _let_hang("file")
    return user


def _on_a_drive_that_hangs_already(made: Bench, folder: Path) -> User:
    """A running save does not finish."""
    hanging = _let_hang("file")
    user = _typing(made, folder)
    assert until(hanging.is_set)
    user.write(_LOAN, str(_VALUE))
    return user


def _with_a_hanging_journal(made: Bench, folder: Path) -> User:
    """The computer's own disk does not answer; the draft's drive does."""
    user = made.start(_draft_in(folder), SaveTiming())
    _let_hang("journal")
    user.write(_LOAN, str(_VALUE))
    return user


_SCENES: dict[str, Callable[[Bench, Path], User]] = {
    "a draft in a file": _typing,
    "a draft that was never saved": _typing_without_a_file,
    "a long text": _typing_a_long_text,
    "a half-typed number": _half_typed,
    "a hanging drive": _on_a_hanging_drive,
    "a drive that hangs already": _on_a_drive_that_hangs_already,
    "a hanging journal": _with_a_hanging_journal,
}
_HANGING = tuple(scene for scene in _SCENES if "hang" in scene)


def _let_hang(thread: str) -> threading.Event:
    """Makes a thread hang when it replaces a file. The returned event is set when it hangs."""
    hanging = threading.Event()
    real = Path.replace

    def replace(self: Path, target: Any) -> Path:
        if threading.current_thread().name.startswith(thread):
            hanging.set()
            time.sleep(_HANGS_FOR)
        return real(self, target)

    Path.replace = replace  # type: ignore[method-assign, assignment] # for the rest of this process
    return hanging


def _draft_in(folder: Path) -> Path:
    path = folder / "sag æøå.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    return path


# The fresh start


def _wrong_after(scene: str, made: Bench, folder: Path) -> list[str]:
    """Returns what a fresh start does not find."""
    path = folder / "sag æøå.botilbud"
    found = [entry.application for entry in made.journalled()]
    if path.exists():
        found.append(read_draft(path, made.library).application)
    half_typed = [dict(entry.half_typed) for entry in made.journalled()]
    user = made.start(path if path.exists() else None, SaveTiming(is_automatic=False))
    if scene == "a half-typed number":
        is_there = (
            any("23.4," in each.values() for each in half_typed)
            or "23.4," in user.controller.editor.half_typed.values()
        )
    elif scene == "a long text":
        is_there = any(_DESCRIPTION.strip() in application.description for application in found)
    elif scene == "a draft that was never saved":
        is_there = any(application.description.startswith(_DESCRIPTION.strip()) for application in found)
    else:
        is_there = any(application.projects[0].loan["2025"] == _VALUE for application in found)
    wrong = [] if is_there else ["what was typed is gone"]
    if not path.exists() or read_draft(path, made.library).application not in found[:1]:
        wrong += [] if standing(user) or not half_typed else ["the fresh start offers nothing"]
    return wrong


if __name__ == "__main__":
    if sys.argv[1:2] == [_CHILD]:
        child(sys.argv[2], Path(sys.argv[3]))
    sys.exit(main(run, run_here))
