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
    options = parser().parse_args()
    if options.golden:
        return run_offscreen("tests.shots.golden", [str(GOLDENS)], SCREENS[1], 1)
    if options.out is None:
        parser().error("--out is missing")
    one = ShotSet(options.out, options.scale, options.theme, options.native)
    sets = all_sets(options.out, is_native=options.native) if options.all else [one]
    with ThreadPoolExecutor(max_workers=1 if options.native else os.cpu_count()) as at_once:  # the focus is but one
        codes = list(at_once.map(take, sets))
    print(f"{sum(1 for _ in options.out.rglob('*.png'))} pictures in {options.out}")
    return int(any(codes))


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    whole = argparse.ArgumentParser(prog="python -m tests.shots", description=__doc__)
    whole.add_argument("--out", type=Path, metavar="FOLDER", help="where the pictures go")
    whole.add_argument("--golden", action="store_true", help="renew the pictures that the tests hold the looks to")
    whole.add_argument("--all", action="store_true", help="all six sets, each in a sub-folder")
    whole.add_argument("--scale", type=int, choices=sorted(SCREENS), default=1, help="screen scale of one set")
    whole.add_argument("--theme", choices=THEMES, default="light", help="theme of one set")
    whole.add_argument("--native", action="store_true", help="in the system's own style and font, on its screen")
    return whole


if __name__ == "__main__":
    sys.exit(main())
