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
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui import drafts
from tests.ui.keeping import NOW

_FOLDER = Path(__file__).parent
KEPT = _FOLDER / "kept"
_CHECKOUT = Path(__file__).parents[3]
_SYSTEM_PYTHON = "/usr/bin/python3"
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_PROGRAMS = ("Xvfb", "xdotool", "dbus-run-session")
QUIET = 0.35
_TIMEOUT = 300.0
"""Seconds for a walk; it takes a few tens of them."""
_COMMON_STATES = {"enabled", "focusable", "focused", "sensitive", "showing", "visible", "selectable", "active"}
_CLOCK = re.compile(r"\b\d\d?\.(?:\d\d\.| [a-z]+ )\d{4} kl\. \d\d\.\d\d")
"""Moments, such as when a file was changed."""
Heard = dict[str, Any]


class Walk(NamedTuple):
    """Keys in a draft."""

    draft: Callable[[], Application] | None
    """What is open at first; None: the start page."""
    keys: tuple[str, ...]
    other: Callable[[], Application] | None = None
    """What lies beside it as »anden.botilbud«."""


def _approved() -> Application:
    return approved(drafts.complete(), "Åse Ørsted", NOW)


def _changed() -> Application:
    return replace(drafts.complete(), description="Noget andet.", case_number="24/1")


_BACK, _TAB = "shift+Tab", "Tab"
WALKS = {
    "start": Walk(None, (*[_TAB] * 8, *[_BACK] * 8, "type:thi", _TAB, "space")),
    "project": Walk(
        drafts.complete,
        (
            *(*[_TAB] * 4, "ctrl+a", "type:31.02.2026", _TAB, _TAB, _BACK, "space", "Left", "Page_Down", "Escape"),
            *(*[_TAB] * 18, "ctrl+1", *[_TAB] * 4, "ctrl+2", "Down", _TAB, "ctrl+3", "type:x", "ctrl+4", _TAB, _TAB),
            *("type:aase", _TAB, _BACK, "type:@aalborg.dk", _TAB, "F1", _TAB, "Escape", "ctrl+f", "type:plads", "F3"),
        ),
    ),
    "kontrol-with-problems": Walk(drafts.with_empty_project, ("ctrl+5", *[_TAB] * 6, "Return", "ctrl+6", _TAB)),
    "kontrol-without-problems": Walk(drafts.complete, ("ctrl+5", *[_TAB] * 6)),
    "approval": Walk(
        drafts.complete,
        (
            *("ctrl+6", "Return", "type:Aase", "Return", _TAB, "space", "wait", *[_TAB] * 3),
            *("ctrl+2", "ctrl+3", "type:x", "wait", "ctrl+7"),
        ),
    ),
    "panel": Walk(
        _approved,
        (
            *("ctrl+7", *[_TAB] * 3, *[_BACK] * 3, "space", *[_TAB] * 4),
            *("ctrl+c", "wait", "ctrl+v", "wait", "Escape"),
        ),
    ),
    "letter": Walk(
        drafts.complete,
        (
            "wait",
            "wait",
            "alt+f",
            "Left",
            "Down",
            "Return",
            "wait",
            "ctrl+f",
            "type:botilbud",
            "F3",
            _TAB,
            _TAB,
            "Escape",
            "Escape",
        ),
    ),
    "import": Walk(
        drafts.complete,
        ("ctrl+2", "ctrl+v", "wait", "ctrl+c", "wait", "ctrl+v", "wait", *[_TAB] * 6, "Escape", "wait", _TAB),
    ),
    "merge": Walk(
        drafts.complete,
        (
            "wait",
            "wait",
            "alt+f",
            "f",
            "wait",
            "type:anden.botilbud",
            "Return",
            "wait",
            *[_TAB] * 8,
            "Escape",
            "wait",
            _TAB,
        ),
        other=_changed,
    ),
}


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
    program = [sys.executable, "-P", "-m", "botilbud_desktop"]
    if walk.draft is not None:
        file = home / "kladde.botilbud"
        file.write_bytes(draft_bytes(walk.draft()))
        program.append(str(file))
    if walk.other is not None:
        (home / "anden.botilbud").write_bytes(draft_bytes(walk.other()))
    launcher = next(launcher for launcher in _LAUNCHERS if Path(launcher).exists())
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("STATE", "CONFIG", "DATA", "CACHE")}
    ran = subprocess.run(
        ["dbus-run-session", "--", _SYSTEM_PYTHON, str(_FOLDER / "walker.py")],
        input=json.dumps({"program": program, "launcher": launcher, "keys": walk.keys, "quiet": quiet}).encode(),
        env={"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(_CHECKOUT), "LANG": "C.UTF-8", **folders},
        cwd=home,
        capture_output=True,
        timeout=_TIMEOUT,
        check=False,
    )
    lines = [json.loads(line) for line in ran.stdout.decode().splitlines() if line.startswith("{")]
    assert len(lines) == len(walk.keys) + 1, ran.stderr.decode()[-2000:]
    return lines


def log_of(lines: Sequence[Heard], home: Path) -> str:
    """Returns what was heard, as it is kept."""
    said = "".join(f"{line['key']}\n{''.join(map(_told, _kept(line)))}" for line in lines)
    return _CLOCK.sub("<nu>", said.replace(str(home), "<mappe>"))


def _kept(line: Heard) -> Sequence[Sequence[Any]]:
    """Returns what is kept of a key: not that a description changed while the focus came, which is a matter of luck."""
    return [part for part in line["heard"] if part[0] != "described"]


def _told(part: Sequence[Any]) -> str:
    kind, what = part
    if kind == "said":
        text = what
    else:
        states = ", ".join(state for state in what["states"] if state not in _COMMON_STATES)
        text = " | ".join((what["role"], what["name"], what["description"], states))
    return f"    {kind}: {text}\n".replace("\n", "\n      ").removesuffix("      ")


def keep() -> None:
    """Walks all walks, and keeps the logs."""
    for name, walk in WALKS.items():
        with tempfile.TemporaryDirectory() as folder:
            log = log_of(heard_on(walk, Path(folder)), Path(folder))
        (KEPT / f"{name}.txt").write_text(log, encoding="utf-8")


if __name__ == "__main__":
    if why := missing():
        sys.exit(why)
    keep()
