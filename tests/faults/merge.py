"""Merges copies of a draft after random histories, and judges each merge by what each side really did.

    python -m tests.faults.merge --seed 7 --count 1000
    python -m tests.faults.merge --seed 7 --case 123

plays other histories, or repeats one, and prints what is wrong with them. See `merging`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.faults.merging.story import Story
from tests.faults.outcome import Outcome

HISTORIES, QUICK_HISTORIES = 20_000, 300
REAL_EVERY = 10
"""Every tenth history is played on real files, locks and databases of versions; the others keep them in memory."""
_SEED = 2027
_KINDS = (
    "one-sided lost",
    "emptied untold",
    "two-sided unasked",
    "unasked without an ancestor",
    "wrong ancestor",
    "needless question",
    "asymmetry",
    "merge(x, x) is not x",
    "equal values",
)
_IN_MEMORY = Path("/dev/shm")


class Told(NamedTuple):
    """What was counted, and each fault with the command that repeats it."""

    counted: Counter[str]
    faults: list[str]


def run(*, quick: bool) -> Outcome:
    """Plays all histories."""
    start = time.monotonic()
    told = play(_SEED, range(QUICK_HISTORIES if quick else HISTORIES))
    return Outcome(figures(told, time.monotonic() - start), told.faults)


def play(seed: int, numbers: range) -> Told:
    """Plays histories, each with a seed of its own."""
    library = FormLibrary(forms_folder())
    told = Told(Counter(), [])
    for number in numbers:
        with TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as folder:
            story = Story(f"{seed}-{number}", Path(folder), library, quick=number % REAL_EVERY != 0)
            story.play()
        told.counted.update(story.tally)
        for fault in story.faults:
            told.counted[fault.partition(":")[0]] += 1
            told.faults.append(f"{fault} (python -m tests.faults.merge --seed {seed} --case {number})")
    return told


def figures(told: Told, seconds: float) -> str:
    """Returns one line of figures."""
    counted = told.counted
    faults = ", ".join(f"{counted[kind]} {kind}" for kind in _KINDS)
    return (
        f"merge: {counted['merges']} histories in {seconds:.0f} s, {counted['proven']} with a proven ancestor, "
        f"{counted['questions']} questions: {faults}; in {counted['at hand, not proven']} the ancestor was "
        f"at hand but not proven"
    )


def main(arguments: list[str]) -> int:
    """Play histories with another seed, or repeat one."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.merge", description=__doc__)
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--count", type=int, default=QUICK_HISTORIES)
    parser.add_argument("--case", type=int)
    options = parser.parse_args(arguments)
    start = time.monotonic()
    numbers = range(options.count) if options.case is None else range(options.case, options.case + 1)
    told = play(options.seed, numbers)
    print(*told.faults, figures(told, time.monotonic() - start), sep="\n")
    return int(bool(told.faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
