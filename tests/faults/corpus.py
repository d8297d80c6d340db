"""Opens a corpus of broken and hostile files in the real window: each gives a message or a draft at once; nothing is
written.

`neighbours` adds hostile files beside the opened one and in the program's own folders.
"""

import hashlib
import os
import stat
import sys
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent

from botilbud_desktop.storage.draft.draft_lock import is_lock_file
from botilbud_desktop.ui.repair.repair_page import RepairPage
from botilbud_desktop.ui.rounds.missing_page import MissingRoundPage
from tests.faults.apart import main, outcome_apart
from tests.faults.at_the_window import PATIENCE, Bench, bench, reopened, said_above
from tests.faults.corpus_files import HUGE, OPENED, REFUSED, Idea, good, ideas
from tests.faults.neighbours import neighbours, wrong_beside
from tests.faults.outcome import Outcome
from tests.faults.pieces_of_work import wrong_with_message
from tests.ui.user import User, settle, step_names

MOST_MS = 100.0
"""Maximum milliseconds until a file is answered. Checked in the full run only, since tests run on busy machines."""
MOST_MS_OF_A_HUGE_ONE = 5_000.0
MOST_MB = {REFUSED: 120.0, OPENED: 120.0, HUGE: 900.0}
"""Maximum growth of memory in MB, by expected result."""

_TRIES, _MOST_TRIES = 3, 15
"""Attempts per file, and the maximum when they are slow: the machine may be busy."""
_ONE_OF = {REFUSED: 3, OPENED: 5}
_ONE_BESIDE_OF = 10
"""The quick run opens one of this many files, and plants one of this many beside a draft."""


class Answer(NamedTuple):
    """Result for one file."""

    name: str
    expected: str
    milliseconds: float
    """The shortest of several attempts, from the request until the window is painted."""
    megabytes: float
    """Growth of the process."""
    wrong: list[str]


def run(*, quick: bool) -> Outcome:
    """Runs the corpus in its own process for the window."""
    return outcome_apart("corpus", quick=quick)


def run_here(*, quick: bool) -> Outcome:
    """Opens each file a few times; `quick` opens some of them once."""
    _Writes.watch()
    answers: list[Answer] = []
    planted = 0
    failures: list[str] = []
    with TemporaryDirectory(prefix="botilbud-") as name, bench(Path(name)) as made:
        user = made.start()
        _open(user, made, Idea("warm-up", OPENED, _planted), Path(name) / "varm", is_walked=True)
        for number, idea in enumerate(ideas()):
            if quick and (idea.expected == HUGE or number % _ONE_OF[idea.expected]):
                continue
            tries: list[Answer] = []
            while not tries or (not quick and _goes_on(tries)):
                folder = Path(name) / f"{number}-{len(tries)}"
                tries.append(_open(user, made, idea, folder, is_walked=not quick and not tries))
            answers.append(_best(tries))
            failures += _too_much(answers[-1], quick=quick)
    for neighbour in islice(neighbours(), 0, None, _ONE_BESIDE_OF if quick else 1):
        planted += 1
        with TemporaryDirectory(prefix="botilbud-") as name, bench(Path(name)) as made:
            wrong = wrong_beside(neighbour, made, Path(name)) + made.taken_complaints()
        failures += [f"beside it, {neighbour.name}: {each}" for each in wrong]
    failures += [f"{answer.name}: {each}" for answer in answers for each in answer.wrong]
    return Outcome(_line(answers, planted, failures), failures)


def _goes_on(tries: list[Answer]) -> bool:
    is_too_slow = any(_too_much(_best(tries), quick=False))
    return len(tries) < (_MOST_TRIES if is_too_slow and tries[0].expected != HUGE else _TRIES)


def _planted(place: Path) -> Path:
    path = place / "sag.botilbud"
    path.write_bytes(good())
    return path


def _open(user: User, made: Bench, idea: Idea, folder: Path, *, is_walked: bool) -> Answer:
    """Opens the file as »Åbn …« does, checks the message, walks through the draft if there is one, and leaves it."""
    folder.mkdir()
    path = idea.plant(folder)
    before = _tree(folder)
    window = user.window
    window.show_start()
    settle()
    _Writes.seen.clear()
    _Writes.allowed = (str(made.folders.state.parent), str(folder))
    start_mb = _reset_peak()
    start = perf_counter()
    is_open = window.drafts.open_path(path)
    QCoreApplication.processEvents()
    milliseconds = (perf_counter() - start) * 1000
    megabytes = _peak_mb() - start_mb
    wrong = []
    if is_open != (idea.expected != REFUSED):
        wrong.append(f"{'opened' if is_open else 'refused'}: {said_above(user)}")
    if is_open:
        if idea.expected == OPENED and is_walked:
            reopened(user)
            _walk(user)
    else:
        wrong += wrong_with_message(ValueError(_answer_to(user)))
        wrong += [] if user.window.rescue.finish(PATIENCE) else ["its versions were not looked for in time"]
    window.show_start()
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wrong += [] if _tree(folder) == before else ["something in its folder was changed"]
    wrong += [f"written: {each}" for each in _Writes.seen]
    return Answer(idea.name, idea.expected, milliseconds, megabytes, wrong + made.taken_complaints())


def _answer_to(user: User) -> str:
    """Returns the sentence for a file that was not opened, or whose round is missing."""
    page = user.window.findChild(MissingRoundPage)
    return said_above(user) if page is None else page.what.text()


def _walk(user: User) -> None:
    if user.window.workspace is None:
        assert isinstance(user.window._stack.currentWidget(), RepairPage)  # what is too large for the form
        return
    for page in step_names(user.application)[:8]:
        user.go_to(page)


def _best(tries: list[Answer]) -> Answer:
    wrong = sorted({each for answer in tries for each in answer.wrong})
    first = tries[0]
    milliseconds = min(answer.milliseconds for answer in tries)
    return Answer(first.name, first.expected, milliseconds, max(answer.megabytes for answer in tries), wrong)


def _too_much(answer: Answer, *, quick: bool) -> list[str]:
    most = MOST_MS_OF_A_HUGE_ONE if answer.expected == HUGE else MOST_MS
    wrong = []
    if answer.milliseconds > most and not quick:
        wrong.append(f"{answer.name}: answered after {answer.milliseconds:.0f} ms")
    if answer.megabytes > MOST_MB[answer.expected]:
        wrong.append(f"{answer.name}: took {answer.megabytes:.0f} MB")
    return wrong


def _line(answers: list[Answer], planted: int, failures: list[str]) -> str:
    small = [answer for answer in answers if answer.expected != HUGE]
    huge = [answer for answer in answers if answer.expected == HUGE]
    slowest = max(small, key=lambda answer: answer.milliseconds)
    heaviest = max(small, key=lambda answer: answer.megabytes)
    line = (
        f"corpus: {len(small)} files by hand ({sum(answer.expected == REFUSED for answer in small)} refused), "
        f"the slowest answered in {slowest.milliseconds:.0f} ms ({slowest.name}), at most "
        f"{heaviest.megabytes:.0f} MB ({heaviest.name}); {planted} hostile files beside a draft; "
    )
    if huge:
        slow = max(huge, key=lambda answer: answer.milliseconds)
        heavy = max(huge, key=lambda answer: answer.megabytes)
        line += (
            f"{len(huge)} valid drafts of the largest kind, the slowest open after {slow.milliseconds:.0f} ms "
            f"({slow.name}), at most {heavy.megabytes:.0f} MB ({heavy.name}); "
        )
    return line + f"{len(failures)} broken promises"


def _tree(folder: Path) -> dict[str, tuple[int, int, int, str]]:
    """Mode, size, modification time and digest of everything in a folder, by name."""
    found = {}
    for path in sorted(folder.rglob("*")):
        information = path.lstat()
        is_file = stat.S_ISREG(information.st_mode) and information.st_mode & 0o400
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if is_file and information.st_size < 6_000_000 else ""
        found[path.name] = (information.st_mode, information.st_size, information.st_mtime_ns, digest)
    return found


class _Writes:
    """Records what Python writes, creates, moves or removes outside the program's own folders, except lock files."""

    seen: ClassVar[list[str]] = []
    allowed: ClassVar[tuple[str, str]] = ("", "")
    _EVENTS = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.symlink", "os.link", "os.chmod")

    @classmethod
    def watch(cls) -> None:
        """Starts recording; the hook stays for the life of the process."""
        sys.addaudithook(cls._on_event)

    @classmethod
    def _on_event(cls, event: str, arguments: tuple[object, ...]) -> None:
        if not cls.allowed[0]:
            return
        is_writing = event in cls._EVENTS
        if event == "open":
            flags = arguments[2]
            is_writing = isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
        path = arguments[0] if arguments else None
        if not is_writing or not isinstance(path, str | bytes | os.PathLike):
            return
        text = os.fsdecode(path)
        own, folder = cls.allowed
        if "__pycache__" in Path(text).parts:
            return  # a module of the program that was never loaded before
        if text.startswith((own, "/proc/self/")) or (text.startswith(folder) and is_lock_file(Path(text).name)):
            return
        cls.seen.append(f"{event} {text}")


if sys.platform == "linux":

    def _reset_peak() -> float:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        return _status("VmRSS")

    def _peak_mb() -> float:
        return _status("VmHWM")

    def _status(key: str) -> float:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(key))
else:

    def _reset_peak() -> float:
        return 0.0

    def _peak_mb() -> float:
        return 0.0


if __name__ == "__main__":
    sys.exit(main(run, run_here))
