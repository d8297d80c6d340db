"""Measures many saves: is the thousandth slower than the first, and does a long history slow opening? Run with `python
-m tests.faults growth`.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, StorageContext
from botilbud_desktop.storage.history.versions import Reason
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import person_here
from botilbud_desktop.ui.app import make_application
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.repository import DraftRepository
from tests.benchmarks.texts import prose
from tests.faults.outcome import Outcome
from tests.storage.histories import DRAFT, filled

SAVES, QUICK_SAVES = 1_000, 120
VERSIONS, QUICK_VERSIONS = 5_000, 300
OPENINGS, QUICK_OPENINGS = 60, 10

MOST_MORE_TIME = 2.0
"""Maximum ratio of the time of the last quarter of saves to the first. It leaves room for other load on the machine;
quadratic growth would give a ratio of seven.
"""
MOST_MORE_BYTES = 2.0
MOST_SLOWER = 1.25
"""Maximum ratio of the time to open a draft with a long history to one without."""

_BYTES = 20_000
_YEAR = timedelta(days=365)
_START = datetime(2025, 1, 6, 8, 0, tzinfo=UTC)


class _Quarter(NamedTuple):
    seconds: float
    size: int
    """Growth of the history in bytes."""


def run(*, quick: bool) -> Outcome:
    """Measures saving and opening."""
    with TemporaryDirectory() as folder:
        first, last = save_often(Path(folder), QUICK_SAVES if quick else SAVES)
    versions, openings = (QUICK_VERSIONS, QUICK_OPENINGS) if quick else (VERSIONS, OPENINGS)
    with TemporaryDirectory() as folder:
        with_history, without = open_often(Path(folder), versions, openings)
    saves = QUICK_SAVES if quick else SAVES
    time_ratio, size_ratio, slower = last.seconds / first.seconds, last.size / first.size, with_history / without
    line = (
        f"growth: {saves} saves of a draft of {_BYTES // 1000} KB that grows by a word each: the last quarter took "
        f"{time_ratio:.2f} times as long as the first ({1000 * first.seconds:.0f} and {1000 * last.seconds:.0f} ms) "
        f"and {size_ratio:.2f} times the bytes ({first.size} and {last.size}); opening with a year's history of "
        f"{versions} versions takes {slower:.2f} times as long as without "
        f"({1000 * with_history:.2f} and {1000 * without:.2f} ms)"
    )
    promised = (
        (time_ratio, MOST_MORE_TIME, "the time of a save grows"),
        (size_ratio, MOST_MORE_BYTES, "the bytes of an earlier version grow"),
        (slower, MOST_SLOWER, "a history slows opening"),
    )
    return Outcome(line, [f"{what}: {ratio:.2f} times" for ratio, most, what in promised if ratio > most])


def save_often(folder: Path, saves: int) -> tuple[_Quarter, _Quarter]:
    """Saves a draft that grows by a word each time. Returns the first and the last quarter."""
    application, library = _draft(), FormLibrary(forms_folder())
    path = folder / "sag æøå 1.botilbud"
    path.write_bytes(draft_bytes(application))
    now = [_START]
    storage = StorageContext(library, UserFolders.below(folder / "user"), person_here(), lambda: now[0])
    file = DraftFileHandle(path, path.read_bytes(), lock_draft(path, storage.person, _START), storage)
    history = file.history(application.id)
    quarters: list[_Quarter] = []
    taken, size = 0.0, 0
    for number in range(saves):
        now[0] += timedelta(seconds=1)
        application = replace(application, description=f"{application.description} ord{number}")
        start = time.perf_counter()
        file.save(Snapshot(application, {}), Reason.AUTOMATIC)
        taken += time.perf_counter() - start
        if (number + 1) % (saves // 4) == 0:
            quarters.append(_Quarter(taken, history.size() - size))
            taken, size = 0.0, history.size()
    file.release()
    return quarters[0], quarters[-1]


def open_often(folder: Path, versions: int, openings: int) -> tuple[float, float]:
    """Opens a draft with `versions` earlier versions from one year, and one without, in turn. Returns the medians in
    seconds.
    """
    if QApplication.instance() is None:
        make_application(["growth"])  # a thread remembers what was opened, and a timer asks for its result
    with_history, without = folder / "with", folder / "without"
    filled(UserFolders.below(with_history).versions, versions, _YEAR / versions)
    works = [_opening(with_history), _opening(without)]
    times = [[_timed(work) for work in works] for _ in range(openings + 1)][1:]
    return median(pair[0] for pair in times), median(pair[1] for pair in times)


def _opening(folder: Path) -> Callable[[], object]:
    folder.mkdir(exist_ok=True)
    path = folder / "sag æøå 1.botilbud"
    path.write_bytes(draft_bytes(replace(_draft(), id=DRAFT)))
    context = ApplicationContext(FormLibrary(forms_folder()), UserFolders.below(folder), lambda: _START + _YEAR)

    def work() -> None:
        repository = DraftRepository(context)
        controller = repository.open(path)
        repository.settle(controller)
        if controller.file is not None:
            controller.file.release()

    return work


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _draft() -> Application:
    """The example, with text added until its file has 20 KB."""
    example = read_draft(example_drafts()[0].path, FormLibrary(forms_folder())).application
    missing = _BYTES - len(draft_bytes(example))
    return replace(example, internal_notes=prose(missing))
