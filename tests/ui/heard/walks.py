"""Walks from the start to the receipt and the transfer panel, with keys alone, and what is heard on them.

`.venv/bin/python -m tests.ui.heard.walks` walks them all and keeps the logs anew.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui.heard.routes import WALKS, Walk

_FOLDER = Path(__file__).parent
KEPT = _FOLDER / "kept"
_CHECKOUT = Path(__file__).parents[3]
_SYSTEM_PYTHON = "/usr/bin/python3"
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_PROGRAMS = ("Xvfb", "xdotool", "dbus-run-session")
QUIET = 0.35
_TIMEOUT = 900.0
"""Seconds for a walk; it takes a few tens of them on an idle machine."""
_COMMON_STATES = {"enabled", "focusable", "focused", "sensitive", "showing", "visible", "selectable", "active"}
_CLOCK = re.compile(r"\b\d\d?\.(?:\d\d\.| [a-z]+ )\d{4} kl\. \d\d\.\d\d")
"""Moments, such as when a file was changed."""
Heard = dict[str, Any]


def missing() -> str:
    """Returns why the walks cannot be walked on this machine; "" when they can."""
    if sys.platform != "linux":
        return "AT-SPI is Linux’ own"
    lacking = [program for program in _PROGRAMS if shutil.which(program) is None]
    if not any(Path(launcher).exists() for launcher in _LAUNCHERS):
        lacking.append("at-spi2-core")
    needed = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if (
        not Path(_SYSTEM_PYTHON).exists()
        or subprocess.run([_SYSTEM_PYTHON, "-c", needed], capture_output=True, check=False).returncode
    ):
        lacking.append("python3-gi and gir1.2-atspi-2.0")
    return f"not installed: {', '.join(lacking)}" if lacking else ""


def heard_on(walk: Walk, home: Path, quiet: float = QUIET) -> list[Heard]:
    """Walks, with an empty home folder; returns what was heard at the start and after each key.

    All of a key is heard when nothing comes for `quiet` seconds: a busy machine needs more of them.
    """
    program = [sys.executable, "-P", "-m", "tests.ui.heard.watched"]
    if walk.draft is not None:
        file = home / "kladde.botilbud"
        file.write_bytes(draft_bytes(walk.draft()))
        program.append(str(file))
    if walk.other is not None:
        (home / "anden.botilbud").write_bytes(draft_bytes(walk.other()))
    seen = home / "seen"
    seen.touch()
    launcher = next(launcher for launcher in _LAUNCHERS if Path(launcher).exists())
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("STATE", "CONFIG", "DATA", "CACHE")}
    ran = subprocess.run(
        ["dbus-run-session", "--", _SYSTEM_PYTHON, str(_FOLDER / "walker.py")],
        input=json.dumps({"program": program, "launcher": launcher, "keys": walk.keys, "quiet": quiet}).encode(),
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "PYTHONPATH": str(_CHECKOUT),
            "LANG": "C.UTF-8",
            **folders,
            "SEEN": str(seen),
        },
        cwd=home,
        capture_output=True,
        timeout=_TIMEOUT,
        check=False,
    )
    lines = [json.loads(line) for line in ran.stdout.decode().splitlines() if line.startswith("{")]
    assert ran.returncode == 0, f"{log_of(lines, home)[-2000:]}\n{ran.stderr.decode()[-2000:]}"
    return lines


def log_of(lines: Sequence[Heard], home: Path) -> str:
    """Returns what was heard, as it is kept."""
    said = "".join(f"{line['key']}\n{''.join(map(_told, _kept(line)))}" for line in lines)
    return _CLOCK.sub("<nu>", said.replace(str(home), "<mappe>"))


def _kept(line: Heard) -> Sequence[Sequence[Any]]:
    """Returns what is kept of a key: not that a description changed while the focus came, which is a matter of luck."""
    parts = [part for part in line["heard"] if part[0] != "described"]
    if line["key"] == "start":  # the walk itself gives the window its focus, before or after it has said something
        parts.sort(key=lambda part: part[0] != "focus")
    return parts


def _told(part: Sequence[Any]) -> str:
    kind, what = part
    if isinstance(what, str):
        text = what
    else:
        states = ", ".join(state for state in what["states"] if state not in _COMMON_STATES)
        label = what["label"].replace("\u00a0", " ")  # what a label shows has them, and the name not
        label = "" if label == what["name"] else label
        text = " | ".join((what["role"], what["name"], label, what["description"], states))
    return f"    {kind}: {text}\n".replace("\n", "\n      ").removesuffix("      ")


def keep() -> None:
    """Walks all walks, with much patience, and keeps the logs."""
    for name, walk in WALKS.items():
        with tempfile.TemporaryDirectory() as folder:
            log = log_of(heard_on(walk, Path(folder), 3 * QUIET), Path(folder))
        (KEPT / f"{name}.txt").write_text(log, encoding="utf-8")


if __name__ == "__main__":
    if why := missing():
        sys.exit(why)
    keep()
