"""A stand-in for a Windows machine, on which single things can be made to go wrong."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from windows_runner.machine import Machine, Ran
from windows_runner.packages import EARLIER
from windows_runner.restart_manager import User

from windows_build.product import SCOPES, read_product

PRODUCT = read_product()
VERSION, BEFORE = "0.1.0", "0.0.9"
FOUND_BY_ICE = "p.msi : error WIX0204: ICE40: REINSTALLMODE is defined in the Property table.\r\n"


class Windows(Machine):
    """Does what the commands ask for, in a folder, unless that is to go wrong."""

    def __init__(self, root: Path, wrong: str = "") -> None:
        """`wrong` names what goes wrong; the methods ask for it by the same words."""
        self.root = root
        self.wrong = wrong
        self.commands: list[list[str]] = []
        self.installed: str | None = None
        self.running: list[int] = []
        self.said_by_wix = Ran(0, "")

    def folder(self, variable: str) -> Path:
        made = self.root / variable
        made.mkdir(parents=True, exist_ok=True)
        return made

    def run(self, command: Sequence[str], *, seconds: float = 120, environment: Mapping[str, str] | None = None) -> Ran:
        self.commands.append(list(command))
        program = Path(command[0]).name
        if program == "msiexec":
            return Ran(self._msiexec(command), "")
        if program == "reg":
            return self._reg(command)
        if program == "wix":
            if self.wrong == "no wix":
                raise FileNotFoundError(command[0])
            return self.said_by_wix
        if program == "rig_python.exe":
            return Ran(1, "1 failed, 3 passed") if self.wrong == "tests" else Ran(0, "...\r\n3 passed in 0.1s\r\n")
        if command[1:] == ["--version"]:
            return Ran(0, f"{PRODUCT.name} {self.installed}\r\n")
        wrong = self.wrong == "portable" if "portable" in str(command[0]) else self.wrong == "self-test"
        return Ran(1, "Intet virker.") if wrong else Ran(0, "Alt virker.\r\n")

    def start(self, command: Sequence[str]) -> None:
        self.running = [] if self.wrong == "start" else [1]

    def processes(self, file: str) -> list[int]:
        return self.running

    def wait_for_processes(self, file: str, count: int) -> bool:
        return len(self.running) >= count if count else not self.running

    def press_f7(self, file: str) -> None:
        if self.wrong != "spelling":
            self.running.append(2)

    def users_of(self, program: Path) -> list[User]:
        kinds = ("main window", "unknown, ended by force only")
        restartable = (self.wrong != "not registered", False)
        found = [User(*one) for one in zip(self.running, ("Botilbud",) * 2, kinds, restartable, strict=False)]
        return found[:1] if self.wrong == "restart manager" else found

    def end(self, file: str) -> None:
        self.running = []

    @property
    def program(self) -> Path:
        """The folder of the installed program, the user's."""
        return self.folder("LOCALAPPDATA") / "Programs" / PRODUCT.name

    def _msiexec(self, command: Sequence[str]) -> int:
        kind, log = Path(command[2]).name, Path(command[-1])
        log.write_text(f"{log.stem}: {PRODUCT.newer_installed if self.wrong != 'sentence' else ''}", encoding="utf-16")
        if command[1] == "/x":
            self.installed = None
            if self.wrong not in {"folder left", "restart"}:
                shutil.rmtree(self.program)
            return 0
        if log.stem == "downgrade":
            return 0 if self.wrong == "downgrade" else 1603
        self.program.mkdir(parents=True, exist_ok=True)
        if log.stem != "repair" or self.wrong != "repair":
            (self.program / "LICENSE").write_bytes(b"")
        self.installed = VERSION if VERSION in kind else BEFORE
        if log.stem == "upgrade":
            self.running = [] if self.wrong == "not reopened" else [3]
            return {"upgrade": 1618, "restart": 3010}.get(self.wrong, 0)
        return 1603 if self.wrong == log.stem else 0

    def _reg(self, command: Sequence[str]) -> Ran:
        if "/s" in command:
            key = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Explorer\FeatureUsage"
            noted = f"\r\n{key}\r\n    {command[-1]}    REG_DWORD    0x1\r\n"
            own = (PRODUCT.registry_key, rf"Software\Classes\{PRODUCT.prog_id}")
            is_there = self.installed is not None and self.wrong != "blind search"
            left = own if is_there else own[:1] if self.wrong == "registry left" else ()
            named = "".join(f"HKEY_CURRENT_USER\\{name}\r\n" for name in left)
            code = -1 if self.wrong == "search too slow" else 0
            return Ran(code, f"{noted}\r\n{named}\r\n\r\nEnd of search: 1 match(es) found.\r\n")
        values = {
            "Version": "9.9.9" if self.wrong == "version" else str(self.installed),
            "ProductCode": f"{{{PRODUCT.product_code('user', VERSION)}}}",
            PRODUCT.extension: PRODUCT.prog_id if self.wrong != "association" else "WordPad",
            "command": f'"{self.program / PRODUCT.window_program}" "%1"',
        }
        name = command[-1] if "/v" in command else command[2].rpartition("\\")[2]
        return Ran(0, f"\r\n{command[2]}\r\n    {name}    REG_SZ    {values[name]}\r\n\r\n")


def packages_in(folder: Path) -> Path:
    """The files of both versions, as the build leaves them; returns the folder."""
    for version, place in ((VERSION, folder), (BEFORE, folder / EARLIER)):
        place.mkdir(parents=True, exist_ok=True)
        entries = {}
        for scope in SCOPES:
            name = f"{PRODUCT.file_stem}-{version}-{scope}.msi"
            (place / name).write_bytes(name.encode())
            entries[scope] = {
                "file": name,
                "sha256": hashlib.sha256(name.encode()).hexdigest(),
                "product_code": f"{{{PRODUCT.product_code(scope, version)}}}",
                "upgrade_code": f"{{{PRODUCT.upgrade_code(scope)}}}",
            }
        facts = {"version": version, "packages": entries}
        (place / f"{PRODUCT.file_stem}-{version}.json").write_text(json.dumps(facts), encoding="utf-8")
        (place / f"{PRODUCT.file_stem}-{version}.cdx.json").write_text("{}", encoding="utf-8")
    with zipfile.ZipFile(folder / f"{PRODUCT.file_stem}-{VERSION}-portable.zip", "w") as archive:
        archive.writestr(f"portable/{PRODUCT.console_program}", b"")
    return folder
