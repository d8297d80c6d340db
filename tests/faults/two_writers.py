"""Two processes that save the same draft: each reads it, adds one to a number in it and saves, retrying if needed.

`python -m tests.faults.two_writers --saves 500` prints the result. A lost update is an addition that was reported as
saved but is missing in the file at the end; a mixed file cannot be opened or holds two numbers.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import read_draft, save_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.errors import ChangedOnDiskError, LockedError, RefusedFileError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary

ROOT = Path(__file__).parents[2]
WRITERS = 2
_WORKER, _SAVES = "--worker", "--saves"
_READY = b"ready"
_PAUSE = 0.0005
_REPEATED = 700
"""How often the description repeats the number, so that a mix of two files would show."""


class Written(NamedTuple):
    """Results of one process."""

    saves: int
    conflicts: int
    locked: int
    mixed: int


class Outcome(NamedTuple):
    """Results of all processes."""

    saves: int
    conflicts: int
    locked: int
    lost: int
    mixed: int
    left_over: tuple[str, ...]
    seconds: float

    def __str__(self) -> str:
        """Returns one line of figures."""
        return (
            f"saves {self.saves}, conflicts noticed {self.conflicts}, waited in vain {self.locked}, "
            f"lost updates {self.lost}, mixed files {self.mixed}, files left over {len(self.left_over)}, "
            f"seconds {self.seconds:.1f}"
        )


def run(folder: Path, saves: int) -> Outcome:
    """Runs two processes that save a draft in `folder`, `saves` times each, at the same time."""
    library = FormLibrary(forms_folder())
    path = folder / "fælles sag.botilbud"
    save_draft(path, _numbered(read_draft(example_drafts()[0].path, library).application, 0), library, None)
    command = [sys.executable, "-m", "tests.faults.two_writers", _WORKER, str(path), str(saves)]
    with ExitStack() as stack:
        processes = [stack.enter_context(_started(command)) for _ in range(WRITERS)]
        for process in processes:
            _check_ready(process)
        start = time.perf_counter()
        for process in processes:
            _release(process)
        written = [Written(*json.loads(_next_line(process))) for process in processes]
        seconds = time.perf_counter() - start
    total = sum(each.saves for each in written)
    number = _number(read_draft(path, library).application)
    return Outcome(
        total,
        sum(each.conflicts for each in written),
        sum(each.locked for each in written),
        total - number if number is not None else total,
        sum(each.mixed for each in written) + (number is None),
        tuple(sorted(entry.name for entry in folder.iterdir() if entry != path)),
        seconds,
    )


@contextmanager
def _started(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def _next_line(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stdout is not None
    return process.stdout.readline()


def _check_ready(process: subprocess.Popen[bytes]) -> None:
    """Waits until the process is ready: all start together, or the first would be done before the last has loaded."""
    assert _next_line(process).strip() == _READY


def _release(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.write(b"\n")
    process.stdin.flush()


def write(path: Path, saves: int) -> Written:
    """Adds one to the number in the draft, `saves` times, retrying after conflicts."""
    library = FormLibrary(forms_folder())
    done = conflicts = locked = mixed = 0
    while done < saves:
        try:
            draft = read_draft(path, library)
        except RefusedFileError:
            mixed += 1
            continue
        number = _number(draft.application)
        if number is None:
            mixed += 1
            continue
        try:
            save_draft(path, _numbered(draft.application, number + 1), library, draft.digest)
        except ChangedOnDiskError:
            conflicts += 1
        except LockedError:
            locked += 1
        else:
            done += 1
            time.sleep(_PAUSE)  # lets the other process in between
    return Written(done, conflicts, locked, mixed)


def _numbered(application: Application, number: int) -> Application:
    return replace(application, case_number=str(number), description=f"{number} " * _REPEATED)


def _number(application: Application) -> int | None:
    """The number in the draft; None when the draft holds two."""
    number = int(application.case_number)
    return number if _numbered(application, number) == application else None


def main(words: list[str]) -> int:
    """Runs the command. Returns 1 when anything was lost, mixed or left over."""
    if words[:1] == [_WORKER]:
        print(_READY.decode(), flush=True)
        sys.stdin.readline()
        written = write(Path(words[1]), int(words[2]))
        print(json.dumps(written))
        return 0
    saves = int(words[words.index(_SAVES) + 1]) if _SAVES in words else 500
    with TemporaryDirectory() as folder:
        outcome = run(Path(folder), saves)
    print(outcome)
    return int(outcome.lost != 0 or outcome.mixed != 0 or outcome.left_over != ())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
