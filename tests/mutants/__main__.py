"""Implements `python3 dev.py mutants`; see README.md in this folder."""

import argparse
import random
from pathlib import Path

from tests.mutants.equivalents import equivalents
from tests.mutants.project import Project
from tests.mutants.run import Options, run

PROJECT = Project(Path(__file__).parents[2], "botilbud_desktop")


def main() -> None:
    """Reads the options, runs, and prints the report."""
    parser = argparse.ArgumentParser(prog="dev.py mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help="such as rules, ui/preview; without: every room")
    parser.add_argument("--count", type=int, default=100, help="mutants in each room (100)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="draws the same sample again")
    parser.add_argument("--jobs", type=int, default=2, help="how many are tried at a time (2)")
    parser.add_argument("--seconds", type=float, default=60, help="of tests for each mutant, at the most (60)")
    parser.add_argument("--fresh", action="store_true", help="find out anew which tests run which lines")
    given = parser.parse_args()
    rooms = [room.strip("/") for room in given.rooms] or PROJECT.rooms()
    unknown = [room for room in rooms if not PROJECT.modules_in(room)]
    if unknown:
        parser.error(f"no such room: {', '.join(unknown)}")
    options = Options(rooms, given.count, given.seed, given.jobs, given.seconds, given.fresh)
    print(f"seed {given.seed}", flush=True)
    text = run(PROJECT, options, equivalents())
    (PROJECT.work / "report.txt").write_text(f"seed {given.seed}\n{text}\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
