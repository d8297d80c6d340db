"""Makes every call of every deed slow, and measures the longest turn of the event loop.

The window must live all the time, and what the deed does must be done as on a quick drive. A deed builds widgets too,
which has nothing to do with the drive: its own time on a quick drive is measured first, and what counts is the turns
that are longer than that. Time for which the machine was busy with something else does not count where the system
tells it (Linux), and a turn that is too long is measured again: one that the drive causes is too long each time.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.faults.apart import main, outcome_apart
from tests.faults.at_the_window import bench, until
from tests.faults.outcome import Outcome
from tests.ui import drafts
from tests.ui.deeds import DEEDS, Prepare, Scene, end
from tests.ui.drive_calls import DriveCalls, watched_drive
from tests.ui.keeping import QUICK

LONGEST_TURN = 0.1
"""Seconds."""
_DELAY, _QUICK_DELAY = 0.4, 0.1
"""Seconds that each call takes longer."""
LONGEST_DEED = 120.0
"""Seconds that a deed may take on a slow drive."""
_BEAT_MS = 5
_MOST_ATTEMPTS = 4
_SCHEDULED = Path("/proc/thread-self/schedstat")
_TIMING = QUICK._replace(save_ms=3_600_000, wait_seconds=600.0, closing_seconds=600.0)


class Run(NamedTuple):
    """One deed, done once."""

    longest: float
    """Seconds of the longest turn."""
    calls: DriveCalls
    files: set[str]
    """The drafts and documents on the drive afterwards."""
    complaints: list[str]


class _Heart:
    """Measures the longest time between two beats of a timer."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = _own_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        now = _own_time()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self) -> None:
        self.beat()
        self._timer.stop()


def _own_time() -> float:
    """Returns the seconds so far, without those for which this thread waited for a processor."""
    try:
        waited = int(_SCHEDULED.read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):
        waited = 0
    return monotonic() - waited / 1e9


def run(*, quick: bool) -> Outcome:
    """Runs the part in its own process for the windows."""
    return outcome_apart("drive", quick=quick)


def run_here(*, quick: bool) -> Outcome:
    """Does every deed on a quick drive and on a slow one."""
    names = list(DEEDS)[:: 6 if quick else 1]
    failures: list[str] = []
    longest, calls = 0.0, 0
    for name in names:
        usual, slow, more = _measured(DEEDS[name], _QUICK_DELAY if quick else _DELAY)
        longest, calls = max(longest, more), calls + len(slow.calls.elsewhere)
        failures += [f"{name}: {each}" for each in _wrong(usual, slow, more)]
    QApplication.clipboard().clear()  # its content must not outlive Qt
    line = (
        f"slow drives: {len(names)} deeds with {_QUICK_DELAY if quick else _DELAY} s in each of {calls} calls, "
        f"longest turn of the event loop {1000 * longest:.0f} ms more than on a quick drive, "
        f"{len(failures)} promises broken"
    )
    return Outcome(line, failures)


def _measured(prepare: Prepare, delay: float) -> tuple[Run, Run, float]:
    """Returns the deed on a quick and on a slow drive, and the seconds that the longest turn took more."""
    for attempt in range(1, _MOST_ATTEMPTS + 1):
        usual, slow = _done(prepare, 0.0), _done(prepare, delay)
        more = slow.longest - usual.longest
        if more <= LONGEST_TURN or attempt == _MOST_ATTEMPTS:
            return usual, slow, more
    raise AssertionError("unreachable")


def _wrong(usual: Run, slow: Run, more: float) -> list[str]:
    wrong = [f"in the window's thread: {call}" for call in slow.calls.in_the_window]
    wrong += [] if more <= LONGEST_TURN else [f"the window stood still for {1000 * more:.0f} ms"]
    wrong += [] if slow.files == usual.files else [f"other files: {sorted(slow.files)}"]
    return [*wrong, *slow.complaints]


def _done(prepare: Prepare, delay: float) -> Run:
    """Does the deed on a drive of which each call takes `delay` seconds longer."""
    with TemporaryDirectory(prefix="botilbud-") as name, bench(Path(name)) as made:
        drive = Path(name) / "drev"
        drive.mkdir()
        path = drive / "kladde.botilbud"
        path.write_bytes(draft_bytes(drafts.complete()))
        user = made.start(path, _TIMING)
        user.page.complete()
        jobs = user.window.repository.drive
        do = prepare(Scene(user, made.questions, drive))
        with watched_drive(drive, delay=delay) as calls:
            heart = _Heart()
            do()
            until(lambda: not jobs.is_busy(), LONGEST_DEED)
            heart.stop()
        files = {each.name for each in drive.iterdir() if not each.name.startswith(".~")}
        end(user)
        return Run(heart.longest, calls, files, made.taken_complaints())


if __name__ == "__main__":
    sys.exit(main(run, run_here))
