"""The Python of the installed program, which runs the project's own tests against the installed files."""

import os
import re
from pathlib import Path

from windows_build.places import BUILD, ROOT
from windows_rig.own_tests import PARTS, words_of
from windows_rig.testing import fetch, fetch_machine_code, line_of_folder
from windows_runner.machine import Machine
from windows_runner.packages import PYTHON
from windows_runner.record import FailedError

_SECONDS = 900
_BOOT = ROOT / "packaging" / "windows" / "windows_rig" / "boot.py"


class InstalledPython:
    """Fetches pytest and what it needs into a folder beside the program before the first part."""

    parts = tuple(PARTS)

    def __init__(self, machine: Machine, program: Path, packages: Path) -> None:
        """`packages` holds the program that starts the Python."""
        self._machine = machine
        self._program = program
        self._executable = packages / PYTHON
        self._beside = BUILD / "test-packages"
        self._is_ready = False

    def test(self, part: str) -> str:
        """Runs a part of the tests; returns pytest's last line.

        Raises:
            FailedError: a test failed, or none ran.
        """
        line = line_of_folder(self._program)
        if not self._is_ready:
            fetch(ROOT / "requirements-dev.txt", self._beside, line)
            fetch_machine_code(self._program, self._beside)
            self._is_ready = True
        path = (self._beside, ROOT, ROOT / "packaging" / "windows")
        environment = {
            "RIG_PYTHON_DLL": str(self._program / line.library),
            "RIG_BOOT": str(_BOOT),
            "RIG_PATH": os.pathsep.join(map(str, path)),
        }
        command = [str(self._executable), *words_of(part), "--basetemp", str(BUILD / f"tests-{part}")]
        ran = self._machine.run(command, seconds=_SECONDS, environment=environment)
        last = (ran.text.strip().splitlines() or [""])[-1]
        if ran.code != 0 or not re.match(r"\d+ passed", last):
            raise FailedError(f"{last}\n{ran.text[-6000:]}")
        return last
