"""A set of pictures: one screen scale and one theme, taken in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class PixelSize(NamedTuple):
    """Width and height in pixels of the screen, not scaled."""

    width: int
    height: int


SCREENS: Mapping[int, PixelSize] = {1: PixelSize(1366, 768), 2: PixelSize(1920, 1080)}
"""The screen at each scale: the smallest promised at 100 %, and a common laptop's at 200 % (960×540 for the window)."""
THEMES = ("light", "dark")


class ShotSet(NamedTuple):
    """One set."""

    folder: Path
    scale: int
    theme: str


def all_sets(folder: Path) -> list[ShotSet]:
    """Every scale in every theme, each in a sub-folder such as `dark-200`."""
    return [ShotSet(folder / f"{theme}-{scale}00", scale, theme) for theme in THEMES for scale in sorted(SCREENS)]


def take(wanted: ShotSet) -> int:
    """Take the set, which must not depend on this process's platform or user; the exit code of who took it."""
    with TemporaryDirectory() as work:
        screen = _screen(SCREENS[wanted.scale])
        (Path(work) / "screen.json").write_text(json.dumps(screen), encoding="utf-8")
        command = [sys.executable, "-m", "tests.shots.one_set", str(wanted.folder.resolve())]
        command += [str(wanted.scale), wanted.theme]
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen:configfile=screen.json",  # relative: the option is split at colons
            "QT_SCALE_FACTOR": str(wanted.scale),
        }
        return subprocess.run(command, check=False, cwd=work, env=environment).returncode


def _screen(size: PixelSize) -> dict[str, object]:
    screen = {"name": "screen", "x": 0, "y": 0, "width": size.width, "height": size.height}
    return {"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}
