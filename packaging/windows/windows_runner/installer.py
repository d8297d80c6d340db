"""Runs Windows Installer silently, as an IT department does, and keeps its logs."""

from collections.abc import Sequence
from pathlib import Path

from windows_build.product import Scope, read_product
from windows_runner.machine import Machine
from windows_runner.record import FailedError

DONE, AFTER_A_RESTART, REFUSED = 0, 3010, 1603
_SECONDS = 300
_ROOTS: dict[Scope, str] = {"user": "HKCU", "machine": "HKLM"}


class Installer:
    """Installs for one scope."""

    def __init__(self, machine: Machine, scope: Scope, logs: Path) -> None:
        self._machine = machine
        self._logs = logs
        self.root = _ROOTS[scope]
        above = "LOCALAPPDATA" if scope == "user" else "ProgramFiles"
        folder = machine.folder(above)
        self.program = (folder / "Programs" if scope == "user" else folder) / read_product().name
        """The folder that it is installed in."""

    def install(self, package: Path, log: str, *expected: int) -> int:
        """Installs or upgrades. Returns the code."""
        return self._call(("/i", str(package)), log, expected or (DONE,))

    def repair(self, package: Path, log: str) -> None:
        """Repairs what is installed: missing files come back."""
        self._call(("/fomus", str(package)), log, (DONE,))

    def uninstall(self, product_code: str, log: str) -> None:
        """Removes it by its code, as Intune does."""
        self._call(("/x", product_code), log, (DONE,))

    def value(self, key: str, name: str = "") -> str | None:
        """A value of the registry, of the machine or the user as the scope is; None if there is none."""
        query = ["reg", "query", rf"{self.root}\{key}", *(["/v", name] if name else ["/ve"])]
        ran = self._machine.run(query)
        lines = [line.split("    ") for line in ran.text.splitlines() if "    REG_" in line]
        return lines[0][-1].strip() if ran.code == 0 and lines else None

    def _call(self, words: Sequence[str], log: str, expected: Sequence[int]) -> int:
        place = self._logs / f"{log}.log"
        command = ["msiexec", *words, "/qn", "/norestart", "/l*v", str(place)]
        ran = self._machine.run(command, seconds=_SECONDS)
        if ran.code not in expected:
            raise FailedError(f"msiexec gave {ran.code}, not {expected}: see {place.name}")
        return ran.code
