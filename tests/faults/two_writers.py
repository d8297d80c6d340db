"""Two processes that save the same draft: each reads it, adds one to a number in it and saves, trying again if need be.

`python -m tests.faults.two_writers --saves 500` prints what came of it. A lost update is an addition that a save
acknowledged and that is not in the file at the end; a mixed file is one that cannot be opened or says two things.
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
"""How often the number stands in the description, so that half of two files would show."""


class Written(NamedTuple):
    """What one process saw."""

    saves: int
    conflicts: int
    locked: int
    mixed: int


class Outcome(NamedTuple):
    """What came of all of them."""

    saves: int
    conflicts: int
    locked: int
    lost: int
    mixed: int
    left_over: tuple[str, ...]
    seconds: float

    def __str__(self) -> str:
        """One line of figures."""
        return (
            f"saves {self.saves}, conflicts noticed {self.conflicts}, waited in vain {self.locked}, "
            f"lost updates {self.lost}, mixed files {self.mixed}, files left over {len(self.left_over)}, "
            f"seconds {self.seconds:.1f}"
        )


def run(folder: Path, saves: int) -> Outcome:
    """Let two processes save a draft in `folder`, `saves` times each, at the same time."""
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
        written = [Written(*json.loads(_said(process))) for process in processes]
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


def _said(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stdout is not None
    return process.stdout.readline()


def _check_ready(process: subprocess.Popen[bytes]) -> None:
    """All start together: the first must not be done before the last has been loaded."""
    assert _said(process).strip() == _READY


def _release(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.write(b"\n")
    process.stdin.flush()


def write(path: Path, saves: int) -> Written:
    """Add one to the number in the draft, `saves` times, whatever comes in between."""
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
            time.sleep(_PAUSE)  # lets the other one in between
    return Written(done, conflicts, locked, mixed)


def _numbered(application: Application, number: int) -> Application:
    return replace(application, case_number=str(number), description=f"{number} " * _REPEATED)


def _number(application: Application) -> int | None:
    """The number in the draft; None when the draft says two."""
    number = int(application.case_number)
    return number if _numbered(application, number) == application else None


def main(words: list[str]) -> int:
    """The command: exit code 1 when anything was lost, mixed or left over."""
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
