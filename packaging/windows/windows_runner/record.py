"""What was tried and what came of it, for whoever reads the run: a table, and a file for each longer answer."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

from windows_build.errors import BuildError
from windows_rig.calls import RigError


class FailedError(Exception):
    """What was tried went wrong; the text says how."""


class NotTriedError(Exception):
    """It could not be tried here, so that nothing is known; the text says why."""


_EXPECTED = (FailedError, RigError, BuildError, BadZipFile, OSError, ValueError, LookupError)
"""What a step may meet on a machine: other errors are the trial's own and end it."""


class Outcome(NamedTuple):
    """What came of one step."""

    step: str
    result: str
    """`ok`, `FAILED` or `not tried`."""
    said: str


class Record:
    """The outcomes of one run, kept in a folder."""

    def __init__(self, title: str, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._title = title
        self.folder = folder
        self.outcomes: list[Outcome] = []

    def keep(self, name: str, text: str) -> None:
        """Keeps a longer answer in a file of its own."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def step(self, name: str, work: Callable[[], str]) -> bool:
        """Does a step, which returns what is worth telling. A step that fails does not keep the next from being tried.

        Returns whether it went well.
        """
        try:
            outcome = Outcome(name, "ok", work())
        except NotTriedError as error:
            outcome = Outcome(name, "not tried", str(error))
        except _EXPECTED as error:
            outcome = Outcome(name, "FAILED", f"{type(error).__name__}: {error}")
        self.outcomes.append(outcome)
        self.keep("summary.md", self._table())  # now, since a later step may end all of it
        self.keep("summary.json", json.dumps([outcome._asdict() for outcome in self.outcomes], indent=2))
        print(f"{outcome.result}: {name}: {outcome.said}", flush=True)
        return outcome.result == "ok"

    def end(self) -> int:
        """Shows the table on the run's own page, if it has one. Returns the exit code: 0 unless a step failed."""
        if shown := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(shown).open("a", encoding="utf-8") as summary:
                summary.write(self._table())
        return int(any(outcome.result == "FAILED" for outcome in self.outcomes))

    def _table(self) -> str:
        lines = [f"### {self._title}", "", "| step | result | told |", "|---|---|---|"]
        lines += [f"| {outcome.step} | {outcome.result} | {_in_cell(outcome.said)} |" for outcome in self.outcomes]
        return "\n".join(lines) + "\n"


def _in_cell(text: str) -> str:
    first = text.strip().replace("|", "\\|").splitlines()[:3]
    return "<br>".join(line[:300] for line in first)
