"""Make the pictures: `--all` for every scale and theme, or one set of them."""

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.shots.sets import ROOT, SCREENS, THEMES, ShotSet, all_sets, run_offscreen, take

GOLDENS = ROOT / "tests" / "ui" / "screenshots"


def main() -> int:
    """Takes the sets that the command line asks for, several at a time. Returns 0 when all of them were taken."""
    parser = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where the pictures go")
    parser.add_argument("--golden", action="store_true", help="renew the pictures that the tests hold the looks to")
    parser.add_argument("--all", action="store_true", help="all six sets, each in a sub-folder")
    parser.add_argument("--scale", type=int, choices=sorted(SCREENS), default=1, help="screen scale of one set")
    parser.add_argument("--theme", choices=THEMES, default="light", help="theme of one set")
    options = parser.parse_args()
    if options.golden:
        return run_offscreen("tests.shots.golden", [str(GOLDENS)], SCREENS[1], 1)
    if options.out is None:
        parser.error("--out is missing")
    sets = all_sets(options.out) if options.all else [ShotSet(options.out, options.scale, options.theme)]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as at_once:
        codes = list(at_once.map(take, sets))
    print(f"{sum(1 for _ in options.out.rglob('*.png'))} pictures in {options.out}")
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
