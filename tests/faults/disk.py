"""Really full disks, a folder that becomes read-only, a share that disappears and comes back.

The drives are small file systems in memory, mounted for this process alone, as root or as root of a user namespace.
Where neither is possible, as on Windows, the part is skipped and reports so.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from random import Random
from shutil import which
from string import ascii_letters
from tempfile import TemporaryDirectory

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, StorageContext
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.recovery.journal import Journal
from botilbud_desktop.storage.recovery.journal_file import JournalEntry, parse_journal
from botilbud_desktop.ui.widgets.standing_notices import Topic
from tests.faults.apart import main, outcome_apart
from tests.faults.at_the_window import Bench, bench, until
from tests.faults.outcome import Outcome
from tests.faults.pieces_of_work import ME, NOW, content, library
from tests.ui import drafts
from tests.ui.keeping import SLOW_FILE
from tests.ui.user import User

LOAN = "projects.0.loan.2025"
SIZES_KB = (128, 256)
PAGE = 4096
_FILLER = "andres fil"


def run(*, quick: bool) -> Outcome:
    """Runs the part in its own process that may mount."""
    before = mounting_command()
    if before is None:
        return Outcome("full disks: left out, for nothing can be mounted here")
    return outcome_apart("disk", quick=quick, before=before)


def mounting_command() -> tuple[str, ...] | None:
    """The command prefix for a process that may mount file systems of its own; None if that is impossible."""
    program = which("unshare")
    for words in ("-m", "-rm"):
        if program is not None:
            command = (program, words)
            tried = [*command, "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]
            if subprocess.run(tried, capture_output=True, check=False).returncode == 0:
                return command
    return None


def run_here(*, quick: bool) -> Outcome:
    """Fills, unmounts and write-protects drives while something is written to them."""
    failures: list[str] = []
    saves = full = 0
    sizes = SIZES_KB[:1] if quick else SIZES_KB
    for size in sizes:
        for pages in range(0, size * 1024 // PAGE, 3 if quick else 1):
            for work in _STORES:
                with TemporaryDirectory(prefix="botilbud-") as name, mounted(Path(name) / "drev", size) as drive:
                    said, wrong = work(Path(name), drive, size, pages)
                saves += 1
                full += said
                failures += [f"{work.__name__[1:]} on {size} KB with {pages * 4} KB free: {each}" for each in wrong]
    for scene in _SCENES:
        with TemporaryDirectory(prefix="botilbud-") as name, bench(Path(name)) as made:
            wrong = scene(made, Path(name)) + made.taken_complaints()
        failures += [f"{scene.__name__[1:]}: {each}" for each in wrong]
    line = (
        f"full disks: {saves} writes to drives of {' and '.join(map(str, sizes))} KB, {full} found them full; "
        f"{len(_SCENES)} windows on drives that were full, write-protected or gone; "
        f"{len(failures)} broken promises"
    )
    return Outcome(line, failures)


@contextmanager
def mounted(place: Path, size_kb: int) -> Iterator[Path]:
    """Mounts a drive of `size_kb` KB at `place`."""
    place.mkdir(parents=True)
    _mount("-t", "tmpfs", "-o", f"size={size_kb}k", "tmpfs", str(place))
    try:
        yield place
    finally:
        _unmount(place)


def fill(drive: Path, free_pages: int = 0) -> Path:
    """Creates a foreign file that takes all but `free_pages` pages of the drive."""
    filler = drive / _FILLER
    room = os.statvfs(drive).f_bavail - free_pages
    with filler.open("wb") as file:
        file.write(bytes(max(room, 0) * PAGE))
    return filler


# A single write to a drive that is nearly full


@cache
def _long(number: int, size_kb: int) -> Application:
    """Content that takes over a tenth of a drive of `size_kb` KB and hardly compresses."""
    letters = "".join(Random(number).choices(ascii_letters, k=size_kb * 110 - 2_000))
    return replace(content(number), internal_notes=letters)


def _save(folder: Path, drive: Path, size: int, pages: int) -> tuple[bool, list[str]]:
    path = drive / "sag æøå.botilbud"
    path.write_bytes(draft_bytes(_long(1, size)))
    storage = StorageContext(library(), UserFolders.below(folder / "bruger"), ME, lambda: NOW)
    file = DraftFileHandle(path, path.read_bytes(), lock_draft(path, ME, NOW), storage)
    filler = fill(drive, pages)
    failed, wrong = _wrong_with_failure(lambda: file.save(Snapshot(_long(2, size), {}), Reason.SAVED))
    there = path.read_bytes()
    wrong += [] if there == draft_bytes(_long(1 if failed else 2, size)) else ["the file is not whole"]
    wrong += [f"left: {each.name}" for each in drive.iterdir() if each.suffix == ".tmp"]
    filler.unlink()
    file.save(Snapshot(_long(3, size), {}), Reason.SAVED)
    file.release()
    return failed, wrong + ([] if path.read_bytes() == draft_bytes(_long(3, size)) else ["not saved with room"])


def _journal(_folder: Path, drive: Path, size: int, pages: int) -> tuple[bool, list[str]]:
    journal = Journal.begin(drive)
    journal.write(JournalEntry(_long(1, size), NOW))
    filler = fill(drive, pages)
    failed, wrong = _wrong_with_failure(lambda: journal.write(JournalEntry(_long(2, size), NOW)))
    found = parse_journal(journal.path.read_bytes(), "x", library()).application
    wrong += [] if found == _long(1 if failed else 2, size) else ["the journal is not whole"]
    filler.unlink()
    journal.write(JournalEntry(_long(3, size), NOW))
    found = parse_journal(journal.path.read_bytes(), "x", library()).application
    journal.remove()
    return failed, wrong + ([] if found == _long(3, size) else ["not written with room"])


def _history(_folder: Path, drive: Path, size: int, pages: int) -> tuple[bool, list[str]]:
    data = [draft_bytes(_long(number, size)) for number in range(4)]
    history = History(drive, content(1).id)
    history.keep(data[1], NOW, ME, Reason.OPENED)
    filler = fill(drive, pages)
    failed, wrong = _wrong_with_failure(lambda: history.keep(data[2], NOW, ME, Reason.SAVED))
    wrong += [] if list(history.contents()) == data[1 : 2 if failed else 3] else ["the history is not whole"]
    filler.unlink()
    history.keep(data[3], NOW, ME, Reason.SAVED)
    return failed, wrong + ([] if list(history.contents())[-1] == data[3] else ["not kept with room"])


_STORES: tuple[Callable[[Path, Path, int, int], tuple[bool, list[str]]], ...] = (_save, _journal, _history)


def _wrong_with_failure(work: Callable[[], object]) -> tuple[bool, list[str]]:
    """Whether the work failed, and what is wrong with the error message then."""
    try:
        work()
    except SaveFailedError as error:
        return True, [] if error.reason == "der er ikke mere plads på drevet" else [f"told: {error}"]
    return False, []


# A window on a drive


def _draft_on_a_full_drive(made: Bench, folder: Path) -> list[str]:
    with mounted(folder / "drev", 64) as drive:
        user = made.start(_draft_in(drive))
        filler = fill(drive)
        return _wrong_while_failing(user, filler.unlink, "ikke mere plads på drevet") + _wrong_after_close(made, user)


def _journal_on_a_full_drive(made: Bench, folder: Path) -> list[str]:
    with mounted(made.folders.state, 64) as drive:
        user = made.start(_draft_in(folder), SLOW_FILE)
        filler = fill(drive)
        user.write(LOAN, "23456")
        wrong = [] if until(lambda: _is_standing(user, Topic.NOT_JOURNALLED)) else ["the user is not told"]
        wrong += [] if not user.window.drafts.secure() else ["said to be secured on a full drive"]
        filler.unlink()
        wrong += [] if until(lambda: not _is_standing(user, Topic.NOT_JOURNALLED)) else ["the bar still says so"]
        wrong += [] if user.window.drafts.secure() else ["not in the journal with room"]
        return wrong + _wrong_after_close(made, user)


def _unsaved_draft_and_a_full_drive(made: Bench, _folder: Path) -> list[str]:
    with mounted(made.folders.state, 64) as drive:
        user = made.start()
        user.window.drafts.open_new(drafts.ROUND, "851")
        user.window.drafts.settle()
        filler = fill(drive)
        user.controller.editor.set_value(field_path("case_number"), "2024-17")
        wrong = [] if until(lambda: _is_standing(user, Topic.NOT_JOURNALLED)) else ["the user is not told"]
        filler.unlink()
        wrong += [] if until(lambda: not _is_standing(user, Topic.NOT_JOURNALLED)) else ["the bar still says so"]
        wrong += [] if user.window.drafts.secure() else ["not in the journal with room"]
        made.kill(user)
        found = [entry.application.case_number for entry in made.journalled()]
        return wrong + ([] if found == ["2024-17"] else [f"the next start finds {found}"])


def _history_on_a_full_drive(made: Bench, folder: Path) -> list[str]:
    with mounted(made.folders.data, 64) as drive:
        path = _draft_in(folder)
        user = made.start(path)
        filler = fill(drive)
        user.write(LOAN, "23456")
        wrong = [] if until(lambda: _loan_in(path) == 23456) else ["a full drive of the history keeps it unsaved"]
        filler.unlink()
        user.write(LOAN, "23457")
        until(lambda: _loan_in(path) == 23457)
        until(lambda: not user.controller.editor.is_modified)
        newest = History(made.folders.versions, user.application.id).versions()
        wrong += [] if newest else ["no version is kept with room"]
        return wrong + _wrong_after_close(made, user)


def _write_protected_folder(made: Bench, folder: Path) -> list[str]:
    """Makes the folder read-only for a while. The open lock file prevents remounting the drive itself, so a read-only
    bind mount of the same folder covers it.
    """
    with mounted(folder / "drev", 256) as drive:
        user = made.start(_draft_in(drive))
        _mount("--bind", str(drive), str(drive))
        _mount("-o", "remount,bind,ro", str(drive))
        return _wrong_while_failing(user, partial(_unmount, drive), "ikke adgang til at skrive") + _wrong_after_close(
            made, user
        )


def _folder_away_and_back(made: Bench, folder: Path) -> list[str]:
    drive, away = folder / "drev", folder / "væk"
    drive.mkdir()
    user = made.start(_draft_in(drive))
    drive.rename(away)
    return _wrong_while_failing(user, lambda: away.rename(drive), "ikke forbundet") + _wrong_after_close(made, user)


def _share_away_and_back(made: Bench, folder: Path) -> list[str]:
    """Unmounts the share: its mount folder stays, empty. Nothing tells that the share is gone."""
    with mounted(folder / "server", 256) as server:
        share = folder / "drev"
        share.mkdir()
        _mount("--bind", str(server), str(share))
        path = _draft_in(share)
        user = made.start(path)
        _unmount(share)
        user.write(LOAN, "23456")
        wrong = [] if until(user.window.notices.bar.isVisible) else ["the user is not told"]
        wrong += [] if user.window.drafts.secure() else ["not in the journal"]
        wrong += [f"written where the share was: {each.name}" for each in share.iterdir()]
        _mount("--bind", str(server), str(share))
        user.save()
        wrong += [] if until(lambda: _loan_in(path) == 23456) else ["not saved when the share is back"]
        wrong += [] if until(lambda: not user.window.notices.bar.isVisible()) else ["the bar still says so"]
        wrong += _wrong_after_close(made, user)
        _unmount(share)
        return wrong


_SCENES: tuple[Callable[[Bench, Path], list[str]], ...] = (
    _draft_on_a_full_drive,
    _journal_on_a_full_drive,
    _unsaved_draft_and_a_full_drive,
    _history_on_a_full_drive,
    _write_protected_folder,
    _folder_away_and_back,
    _share_away_and_back,
)


def _wrong_while_failing(user: User, mend: Callable[[], object], words: str) -> list[str]:
    """Types while the drive fails, repairs it, and checks that the program saves by itself."""
    path = user.path
    assert path is not None
    user.write(LOAN, "23456")
    wrong = [] if until(lambda: _is_standing(user, Topic.NOT_SAVED)) else ["the user is not told"]
    said = user.standing_text()
    wrong += [] if words in said else [f"the user is told: {said}"]
    wrong += [] if user.window.drafts.secure() else ["not in the journal"]
    mend()
    wrong += [] if until(lambda: _loan_in(path) == 23456) else ["not saved when the drive works again"]
    wrong += [] if until(lambda: not _is_standing(user, Topic.NOT_SAVED)) else ["the bar still says so"]
    return wrong


def _wrong_after_close(made: Bench, user: User) -> list[str]:
    """Closes the window and reports what is left beside the draft."""
    path = user.path
    assert path is not None
    made.questions.will_answer("discard")
    user.window.close()
    lies = {each.name for each in path.parent.iterdir()} - {path.name, "bruger", "drev", "server"}
    return [f"left beside the draft: {sorted(lies)}"] if lies else []


def _is_standing(user: User, topic: Topic) -> bool:
    return user.window.notices.is_standing(topic)


def _draft_in(folder: Path) -> Path:
    path = folder / "sag æøå.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    return path


def _loan_in(path: Path) -> int | None:
    try:
        return read_draft(path, library()).application.projects[0].loan["2025"]
    except RefusedFileError:
        return None


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)


def _unmount(place: Path) -> None:
    subprocess.run(["umount", "-l", str(place)], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main(run, run_here))
