"""Makes every system call of SQLite fail once while a version is stored, through `strace`.

`strace` injects the failures for calls on the history's two files. After each, the history holds everything it held
before and what was reported as stored, no file is treated as damaged, and the next version can be stored.
"""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree, which

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.history.versions import History, Reason
from tests.faults.apart import ROOT
from tests.faults.pieces_of_work import ME, NOW, content, wrong_with_message
from tests.listing import names_in

ERRORS = ("ENOSPC", "EACCES", "EIO", "EBUSY", "EROFS", "EDQUOT")
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
_KEPT, _TOLD = "kept", "told: "


@dataclass(slots=True)
class SqliteFound:
    """Results of all failing calls."""

    calls: int = 0
    told: int = 0
    kept: int = 0
    failures: list[str] = field(default_factory=list)


def can_inject() -> bool:
    """Whether `strace` is available and may inject failures."""
    program = which("strace")
    if program is None:
        return False
    command = [program, "-o", "/dev/null", "-e", "inject=getcwd:error=EIO:when=1000", sys.executable, "-c", ""]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def let_all_fail(folder: Path, *, only: Callable[[int], bool] = lambda _number: True) -> SqliteFound:
    """Makes each call fail with each error; `only` selects by case number."""
    found = SqliteFound()
    names = _calls_of(folder / "counted")
    found.calls = sum(names.values())
    cases = [(name, at, error) for name, count in names.items() for at in range(1, count + 1) for error in ERRORS]
    for number, (name, at, error) in enumerate(cases):
        if only(number):
            said, wrong = _with_fault(folder / str(number), f"inject={name}:error={error}:when={at}", name)
            found.told += said.startswith(_TOLD)
            found.kept += said == _KEPT
            found.failures += [f"SQLite, {name} number {at} with {error}: {each}" for each in wrong]
    return found


def _calls_of(folder: Path) -> Counter[str]:
    log = folder.with_suffix(".log")
    _prepared(folder)
    _keep_under(folder, ["-o", str(log)])
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return Counter(match[1] for line in lines if (match := _CALL.match(line)) and match[1] != "exit_group")


def _with_fault(folder: Path, fault: str, name: str) -> tuple[str, list[str]]:
    history = _prepared(folder)
    said = _keep_under(folder, ["-o", "/dev/null", "-e", f"trace={name}", "-e", fault])
    wrong = [] if said == _KEPT or said.startswith(_TOLD) else [f"the program said {said!r}"]
    if said.startswith(_TOLD):
        wrong += wrong_with_message(ValueError(said.removeprefix(_TOLD)))
    expected = [_data(1), _data(2)] if said == _KEPT else [_data(1)]
    held = list(history.contents())
    if held not in (expected, [_data(1), _data(2)]):
        wrong.append(f"{len(held)} versions are there after »{said}«")
    history.keep(_data(3), NOW, ME, Reason.SAVED)
    wrong += [] if list(history.contents()) == [*held, _data(3)] else ["the next version is not kept"]
    wrong += [f"set aside: {each}" for each in names_in(folder) if "beskadiget" in each]
    rmtree(folder)
    return said, wrong


def _prepared(folder: Path) -> History:
    history = History(folder, content(1).id)
    history.keep(_data(1), NOW, ME, Reason.OPENED)
    return history


def _keep_under(folder: Path, options: list[str]) -> str:
    """Runs a process that stores the second version, and returns its output."""
    file = folder / f"{content(1).id}.sqlite"
    watched = [word for path in (file, f"{file}-journal") for word in ("-P", str(path))]
    command = ["strace", "-qq", *options, *watched, sys.executable, "-m", "tests.faults.sqlite_calls", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    return done.stdout.strip() or done.stderr[-500:]


def _data(number: int) -> bytes:
    return draft_bytes(content(number))


def _keep(folder: Path) -> None:
    try:
        History(folder, content(1).id).keep(_data(2), NOW, ME, Reason.SAVED)
    except SaveFailedError as error:
        print(_TOLD + str(error))
    else:
        print(_KEPT)


if __name__ == "__main__":
    _keep(Path(sys.argv[1]))
