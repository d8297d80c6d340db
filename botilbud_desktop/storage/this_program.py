"""How this program is started once more."""

import sys
from pathlib import Path


def is_installed_program() -> bool:
    """Whether the process is the installed program, which needs no word to run its package, and not a Python."""
    return not Path(sys.executable).stem.lower().startswith("python")


def this_program() -> tuple[str, ...]:
    """Returns the command that starts this program."""
    return (sys.executable,) if is_installed_program() else (sys.executable, "-P", "-m", "botilbud_desktop")
