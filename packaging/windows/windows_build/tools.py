"""The external programs that the build uses."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from windows_build.errors import BuildError

PACKAGES = {
    "wixl": "wixl",
    "msibuild": "msitools",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "osslsigncode": "osslsigncode",
    "faketime": "faketime",
}
"""Each program with its Debian package."""


def check_tools() -> None:
    """Checks that all are installed.

    Raises:
        BuildError: some are missing; the text has the command that installs them.
    """
    missing = sorted(package for program, package in PACKAGES.items() if shutil.which(program) is None)
    if missing:
        raise BuildError("these packages are missing: sudo apt-get install --yes " + " ".join(missing))


def run(command: Sequence[str | Path], *, cwd: Path, environment: Mapping[str, str] | None = None) -> str:
    """Runs a program and returns its output.

    Raises:
        BuildError: it failed.
    """
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        check=False,
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        raise BuildError(f"{words[0]} failed ({done.returncode}): {' '.join(words[:4])} …\n{done.stdout.strip()}")
    return done.stdout
