"""A set of pictures: one screen scale and one theme, taken in its own process."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class PixelSize(NamedTuple):
    """Width and height of the screen in physical pixels."""

    width: int
    height: int


SCREENS: Mapping[int, PixelSize] = {1: PixelSize(1366, 768), 2: PixelSize(1920, 1080)}
"""The screen at each scale: the smallest supported at 100 %, and a common laptop at 200 % (960×540 for the window)."""
NATIVE = "native"
"""The word by which a process is told to take its set natively."""
THEMES = ("light", "dark", "high-contrast")


_FONTS = f"""\
<?xml version="1.0"?>
<fontconfig>
<dir>{ROOT / "resources" / "fonts"}</dir>
<cachedir prefix="cwd">cache</cachedir>
<match target="font">
<edit name="antialias" mode="assign"><bool>true</bool></edit>
<edit name="hinting" mode="assign"><bool>false</bool></edit>
<edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
<edit name="rgba" mode="assign"><const>none</const></edit>
</match>
</fontconfig>
"""
"""Only the program's bundled typeface, drawn alike on every machine."""


class ShotSet(NamedTuple):
    """One set."""

    folder: Path
    scale: int
    theme: str
    is_native: bool = False
    """Whether it is taken with the system's own platform, style and font, as a user sees it there."""


def all_sets(folder: Path, *, is_native: bool = False) -> list[ShotSet]:
    """Every scale in every theme, each in a sub-folder such as `dark-200`."""
    return [
        ShotSet(folder / f"{theme}-{scale}00", scale, theme, is_native) for theme in THEMES for scale in sorted(SCREENS)
    ]


def take(wanted: ShotSet) -> int:
    """Takes the set; returns the exit code of its process."""
    arguments = (str(wanted.folder.resolve()), str(wanted.scale), wanted.theme)
    if wanted.is_native:
        return run_natively("tests.shots.one_set", (*arguments, NATIVE), wanted.scale)
    return run_offscreen("tests.shots.one_set", arguments, SCREENS[wanted.scale], wanted.scale)


def run_natively(module: str, arguments: Sequence[str], scale: int) -> int:
    """Runs a module on the screen of this process; returns its code."""
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    environment = {**kept, "PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": str(scale)}
    return subprocess.run([sys.executable, "-m", module, *arguments], check=False, env=environment).returncode


def run_offscreen(module: str, arguments: Sequence[str], size: PixelSize, scale: int) -> int:
    """Runs a module on its own screen, independent of this process's platform, fonts and user; returns its code."""
    with TemporaryDirectory() as work:
        (Path(work) / "screen.json").write_text(json.dumps(_screen(size)), encoding="utf-8")
        (Path(work) / "fonts.conf").write_text(_FONTS, encoding="utf-8")
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen:configfile=screen.json",  # relative: the option is split at colons
            "QT_SCALE_FACTOR": str(scale),
            "FONTCONFIG_FILE": str(Path(work) / "fonts.conf"),
        }
        command = [sys.executable, "-m", module, *arguments]
        return subprocess.run(command, check=False, cwd=work, env=environment).returncode


def _screen(size: PixelSize) -> dict[str, object]:
    screen = {"name": "screen", "x": 0, "y": 0, "width": size.width, "height": size.height}
    return {"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}
