"""A drive that keeps failing, seen from the window: the standing bar shows it, and nothing is lost."""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.ui.widgets.standing_notices import Topic
from tests.faults.apart import main, outcome_apart
from tests.faults.at_the_window import Bench, bench, standing, until
from tests.faults.failing_calls import TROUBLES, Calls, Fault, Trouble, When, watched
from tests.faults.outcome import Outcome
from tests.faults.pieces_of_work import wrong_with_message
from tests.ui import drafts
from tests.ui.keeping import QUICK
from tests.ui.user import User

LOAN = "projects.0.loan.2025"
_CALLS = ("open to write", "write", "fsync", "replace")
"""Calls of the save thread or the journal thread; each fails until the block ends."""
_ALL_THE_TIME = QUICK._replace(patience=2)


def run(*, quick: bool) -> Outcome:
    """Runs the part in its own process for the windows."""
    return outcome_apart("failing_window", quick=quick)


def run_here(*, quick: bool) -> Outcome:
    """Makes calls fail until the window reports it."""
    failures: list[str] = []
    cases = [(call, trouble) for call in _CALLS for trouble in TROUBLES]
    chosen = cases[6 :: 2 * len(TROUBLES) + 3] if quick else cases
    for call, trouble in chosen:
        for thread in ("file", "journal"):
            with TemporaryDirectory(prefix="botilbud-") as name, bench(Path(name)) as made:
                path = Path(name) / "sag æøå.botilbud"
                path.write_bytes(draft_bytes(drafts.example("aalborg")))
                wrong = _SCENES[thread](made, path, call, trouble) + made.taken_complaints()
            failures += [f"{thread}, {call} with {trouble.name}: {each}" for each in wrong]
    line = (
        f"failing drives: {2 * len(chosen)} windows on a drive that goes on failing, "
        f"{len(failures)} that did not say so, lost something or did not recover"
    )
    return Outcome(line, failures)


def _file_fails(made: Bench, path: Path, call: str, trouble: Trouble) -> list[str]:
    user = made.start(path, _ALL_THE_TIME)
    before = path.read_bytes()
    wrong = []
    with watched(Calls(Fault(0, trouble, When.BEFORE), thread="file", every=call)):
        user.write(LOAN, "23456")
        if not until(lambda: user.window.notices.is_standing(Topic.NOT_SAVED)):
            wrong.append("the user is not told")
        wrong += wrong_with_message(_ShownTextError(standing(user)))
        wrong += [] if path.read_bytes() == before else ["the old file is not whole"]
        wrong += _wrong_with_journal(user)
    wrong += [] if until(lambda: _loan_in(path, made) == 23456) else ["it is not saved when the drive works again"]
    gone = until(lambda: not user.window.notices.is_standing(Topic.NOT_SAVED))
    return wrong + ([] if gone else ["the bar still says so"])


def _journal_fails(made: Bench, path: Path, call: str, trouble: Trouble) -> list[str]:
    user = made.start(path, _ALL_THE_TIME._replace(save_ms=3_600_000))
    wrong = []
    with watched(Calls(Fault(0, trouble, When.BEFORE), thread="journal", every=call)):
        user.write(LOAN, "23456")
        if not until(lambda: user.window.notices.is_standing(Topic.NOT_JOURNALLED)):
            wrong.append("the user is not told")
        wrong += wrong_with_message(_ShownTextError(standing(user)))
    wrong += (
        []
        if until(lambda: user.controller.state.journalled_at is not None)
        else ["it is not written when the drive works"]
    )
    return wrong + _wrong_with_journal(user)


_SCENES: dict[str, Callable[[Bench, Path, str, Trouble], list[str]]] = {
    "file": _file_fails,
    "journal": _journal_fails,
}


class _ShownTextError(Exception):
    """Wraps a text shown in the window, so that it is checked like an error message."""


def _wrong_with_journal(user: User) -> list[str]:
    saving = user.window.drafts.saving
    if saving is None or not saving.secure(5):
        return ["what was typed is not in the journal"]
    return []


def _loan_in(path: Path, made: Bench) -> int | None:
    return read_draft(path, made.library).application.projects[0].loan["2025"]


if __name__ == "__main__":
    sys.exit(main(run, run_here))
