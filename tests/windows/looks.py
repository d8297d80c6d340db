"""Shows the installed program in the styles of Windows 10 and 11, and judges what is on the screen."""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from tests.windows import look_walk
from windows_build.places import BUILD
from windows_rig.appearance import as_windows_11, scaled, system_colours_forgotten
from windows_rig.calls import RigError
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine, windows_path

DARK_AT_FIRST = "system"
THEMES = (DARK_AT_FIRST, "turns-light", "high-contrast", "light", "dark")
"""Of the program, or of Windows while the program follows it."""
_DARK = (DARK_AT_FIRST, "dark", "turns-dark")
_STYLES = {10: ("windowsvista", "fusion"), 11: ("windows11", "windows11")}
"""By Windows: the style of light and the style of dark."""
_CLASSIC = "windows"
_MOST, _LEAST = 0.8, 0.15
"""Shares of the picture: a light one is mostly light, a dark one mostly dark and hardly anywhere light."""
_BLACK = 0.5
"""Share of the picture that is quite black in high contrast: there are scroll bars, edges and surfaces of states."""


class Windows(NamedTuple):
    """A Windows that the program is shown in."""

    version: int
    """10 or 11."""
    percent: int
    """The scale of the screen."""

    def __str__(self) -> str:
        return f"windows-{self.version}-at-{self.percent}"

    def style_of(self, theme: str) -> str:
        """The name of the style that draws `theme`."""
        light, dark = _STYLES[self.version]
        return _CLASSIC if theme == "high-contrast" else dark if theme in _DARK else light


def walk(wine: Wine, python: InstalledPython, draft: Path, shown_in: Windows, looks: Sequence[str]) -> dict[str, Any]:
    """Shows the looks, each `THEME` or `THEME/PAGE`, in turn; returns what `look_walk` tells. Windows is dark at first.

    Raises:
        RigError: the program did not end well.
    """
    pictures = BUILD / "shots"
    pictures.mkdir(parents=True, exist_ok=True)
    words = [windows_path(path) for path in (Path(look_walk.__file__), draft, pictures)]
    with ExitStack() as stack:
        stack.enter_context(system_colours_forgotten(wine))
        if shown_in.version == 11:
            stack.enter_context(as_windows_11(wine))
        stack.enter_context(scaled(wine, shown_in.percent))
        name = f"look-{shown_in.version}-{shown_in.percent}"
        said = python.run("-X", "utf8", *words, name, *looks, seconds=60 + 10 * len(looks))
    lines = [line for line in said.splitlines() if line.startswith("{")]
    if not lines:
        raise RigError(f"nothing was told:\n{said}")
    told: dict[str, Any] = json.loads(lines[-1])
    return told


def complaints(told: dict[str, Any], shown_in: Windows) -> list[str]:
    """Returns what is wrong with what was seen."""
    found = []
    if told["scale"] != shown_in.percent / 100:
        found.append(f"the scale is {told['scale']}")
    if told["begun"] != shown_in.style_of(DARK_AT_FIRST):
        found.append(f"at first the style is {told['begun']}")
    for look, seen in told["seen"].items():
        theme = look.partition("/")[0]
        found += [f"{look}: {one}" for one in (*_wrong_colours(theme, seen), *seen["complaints"])]
        if seen["style"] != shown_in.style_of(theme):
            found.append(f"{look}: the style is {seen['style']}")
    return found


def _wrong_colours(theme: str, seen: dict[str, Any]) -> list[str]:
    if theme == "high-contrast":
        is_right = seen["black"] > _BLACK and seen["light"] < _LEAST
    elif theme in _DARK:
        is_right = seen["dark"] > _MOST and seen["light"] < _LEAST
    else:
        is_right = seen["light"] > _MOST and seen["dark"] < _LEAST
    return [] if is_right else [f"{name} is {seen[name]:.0%} of the picture" for name in ("light", "dark", "black")]
