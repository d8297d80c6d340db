"""Runs the fault tests part by part and prints figures: do the safety promises hold when everything goes wrong?

    python3 dev.py faults [PART...] [--quick]

Without a part all are run, each in its own process. README.md describes each part. The exit code is 1 when a promise
was broken.
"""

import argparse
import importlib
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import Protocol, cast

from tests.faults.outcome import Outcome

PARTS = {
    "kills": "kills",
    "window": "window_kills",
    "calls": "calls",
    "disk": "disk",
    "readers": "readers",
    "files": "files",
    "corpus": "corpus",
    "foreign": "foreign_pdfs",
    "workbooks": "foreign_workbooks",
    "documents": "foreign_documents",
    "writers": "writers",
    "merge": "merge",
    "growth": "growth",
    "audit": "audit",
    "paste": "paste",
    "personal": "personal",
    "logoff": "logoff",
    "large": "large",
    "drive": "drive",
}
"""The parts, and the module of this package that implements each."""

_MOST_SHOWN = 20


class _Part(Protocol):
    """The module of a part."""

    def run(self, *, quick: bool) -> Outcome:
        """Runs the part and returns its result."""


def main(arguments: list[str]) -> int:
    """Run the parts that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python3 dev.py faults", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="far fewer of everything, for a first impression")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)}")
    options = parser.parse_args(arguments)
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if len(options.parts) == 1:
        return run_part(options.parts[0], quick=options.quick)
    failed = [part for part in options.parts or PARTS if _run_apart(part, quick=options.quick) != 0]
    print(f"promises broken: {', '.join(failed)}" if failed else "all promises were kept")
    return int(bool(failed))


def run_part(name: str, *, quick: bool) -> int:
    """Runs one part and prints its line. Returns 1 when a promise was broken."""
    part = cast(_Part, importlib.import_module(f"tests.faults.{PARTS[name]}"))
    outcome = part.run(quick=quick)
    for failure in outcome.failures[:_MOST_SHOWN]:
        print(f"  BROKEN: {failure}")
    if len(outcome.failures) > _MOST_SHOWN:
        print(f"  … and {len(outcome.failures) - _MOST_SHOWN} more")
    print(outcome.line, flush=True)
    return int(bool(outcome.failures))


def _run_apart(name: str, *, quick: bool) -> int:
    """Runs a part in its own process, unaffected by what other parts have loaded or left."""
    if find_spec(f"tests.faults.{PARTS[name]}") is None:
        print(f"{name}: not there", flush=True)
        return 1
    command = [sys.executable, "-m", "tests.faults", name, *(["--quick"] if quick else [])]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
