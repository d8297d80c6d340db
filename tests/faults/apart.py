"""Runs parts of the fault tests that need their own process: for a window, for hooks that cannot be removed, for
mounts.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.faults.outcome import Outcome

ROOT = Path(__file__).parents[2]
LONGEST = 3600.0
"""Maximum duration of a part in seconds."""

_HERE, _QUICK = "--here", "--quick"


def outcome_apart(part: str, *, quick: bool, before: Sequence[str] = ()) -> Outcome:
    """Runs the module `tests.faults.PART` in its own process, prefixed by the command `before` if any; returns its
    result.
    """
    command = [*before, sys.executable, "-m", f"tests.faults.{part}", _HERE, *([_QUICK] if quick else [])]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    try:
        found = json.loads(done.stdout.splitlines()[-1])
        outcome = Outcome(found["line"], found["failures"])
    except (IndexError, ValueError, KeyError, TypeError):
        return Outcome(f"{part}: ended with code {done.returncode} and no figures", [done.stderr[-3000:]])
    if done.returncode or done.stderr:
        outcome.failures.append(f"{part} ended with code {done.returncode} and said: {done.stderr[-3000:]}")
    return outcome


def main(run: Callable[..., Outcome], run_here: Callable[..., Outcome]) -> int:
    """Implements the command `python -m tests.faults.PART [--quick]`. Returns 1 when a promise was broken."""
    quick = _QUICK in sys.argv
    if _HERE in sys.argv:
        outcome = run_here(quick=quick)
        print(json.dumps({"line": outcome.line, "failures": outcome.failures}), flush=True)
        return 0
    outcome = run(quick=quick)
    print("\n".join([*outcome.failures, outcome.line]))
    return int(bool(outcome.failures))
