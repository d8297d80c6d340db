"""Tries the package of one scope from the first installation to the last trace, in the order in which it happens."""

import json
import shutil
import zipfile
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from windows_build.places import ROOT
from windows_build.product import Scope, read_product
from windows_runner.installed_python import InstalledPython
from windows_runner.installer import AFTER_A_RESTART, DONE, REFUSED, Installer
from windows_runner.leavings import left_in_folders, left_in_registry
from windows_runner.machine import Machine, Ran
from windows_runner.packages import Packages
from windows_runner.record import FailedError, NotTriedError, Record

EXAMPLE = ROOT / "resources" / "examples" / "aalborg.botilbud"
SECONDS_BEFORE_AN_UPGRADE = 65
"""Windows starts only what has run for a minute."""
_LICENCE = "LICENSE"


class Trial:
    """The steps; `run` does all of them."""

    def __init__(self, machine: Machine, scope: Scope, packages: Packages, record: Record) -> None:
        self._machine = machine
        self._scope: Scope = scope
        self._packages = packages
        self._record = record
        self._product = read_product()
        self._installer = Installer(machine, scope, record.folder)
        self._code = DONE
        self._draft = record.folder / "sag æøå.botilbud"

    def run(self) -> None:
        """Does the steps. Without an installation the rest is not tried."""
        step = self._record.step
        step("the packages are those that were built", self._packages.check)
        if not step("the earlier version is installed", self._install_earlier):
            return
        step("a draft is open, and its spelling runs", self._open_draft)
        step("Restart Manager knows both processes", self._ask_restart_manager)
        if not step("the version is upgraded while the draft is open", self._upgrade):
            return
        step("Windows has opened the draft again", self._look_for_reopened)
        step("the program is this version, in the registry too", self._look_for_version)
        step("the program tests itself", self._self_test)
        step("drafts belong to the program", self._look_for_association)
        step("an older version is refused", self._downgrade)
        step("a repair brings a file back", self._repair)
        python = InstalledPython(self._machine, self._installer.program, self._packages.folder)
        for part in python.parts:
            step(f"the project's tests pass in the installed Python: {part}", partial(python.test, part))
        step("what is installed is found by the search for what is left", self._look_for_traces)
        step("it is uninstalled", self._uninstall)
        step("nothing is left", self._look_for_leavings)
        step("the ZIP runs from a folder with Danish letters", self._portable)

    def _program(self, name: str) -> Path:
        return self._installer.program / name

    def _console(self, *words: str, program: Path | None = None, seconds: float = 120) -> str:
        command = [str(program or self._program(self._product.console_program)), *words]
        ran = self._machine.run(command, seconds=seconds, environment={"NO_COLOR": "1"})
        return _good(ran, " ".join(command))

    def _install_earlier(self) -> str:
        earlier = self._packages.earlier
        self._installer.install(earlier.msi(self._scope), "install")
        said = self._console("--version")
        if earlier.version not in said:
            raise FailedError(f"the program says {said}, and {earlier.version} was installed")
        return said.strip()

    def _open_draft(self) -> str:
        shutil.copyfile(EXAMPLE, self._draft)
        file = self._product.window_program
        self._machine.start([str(self._program(file)), str(self._draft)])
        if not self._machine.wait_for_processes(file, 1):
            raise FailedError("the program does not run")
        sleep(SECONDS_BEFORE_AN_UPGRADE)
        self._machine.press_f7(file)
        if not self._machine.wait_for_processes(file, 2):
            raise FailedError("F7 started no process that knows the spelling")
        return f"processes {self._machine.processes(file)}"

    def _ask_restart_manager(self) -> str:
        users = self._machine.users_of(self._program(self._product.window_program))
        self._record.keep("restart-manager.json", json.dumps([user._asdict() for user in users], indent=2))
        if len(users) != 2:
            raise FailedError(f"it knows {users}")
        if sum(user.is_restartable for user in users) != 1:
            raise FailedError(f"one should be registered to be started again: {users}")
        return "; ".join(f"{user.name}: {user.kind}" for user in users)

    def _upgrade(self) -> str:
        self._code = self._installer.install(self._packages.msi(self._scope), "upgrade", DONE, AFTER_A_RESTART)
        return f"code {self._code}"

    def _look_for_reopened(self) -> str:
        file = self._product.window_program
        if self._code == AFTER_A_RESTART:
            self._machine.end(file)
            raise NotTriedError("Windows wants a restart: upgrade.log says which process kept which file")
        if not self._machine.wait_for_processes(file, 1):
            raise FailedError("the program does not run again")
        self._machine.end(file)
        return "the program ran again"

    def _look_for_version(self) -> str:
        said, version = self._console("--version"), self._packages.version
        written = self._installer.value(self._product.registry_key, "Version")
        code = self._installer.value(self._product.registry_key, "ProductCode")
        wanted = self._packages.facts["packages"][self._scope]["product_code"]
        if version not in said or written != version or code != wanted:
            raise FailedError(f"said {said}, registry {written} {code}, built {version} {wanted}")
        return f"{version} {code}"

    def _self_test(self) -> str:
        said = self._console("self-test", seconds=300)
        self._record.keep("self-test.txt", said)
        return said.strip().splitlines()[-1]

    def _look_for_association(self) -> str:
        found = self._installer.value(rf"Software\Classes\{self._product.extension}")
        command = self._installer.value(rf"Software\Classes\{self._product.prog_id}\shell\open\command")
        program = self._program(self._product.window_program)
        if found != self._product.prog_id or command != f'"{program}" "%1"':
            raise FailedError(f"type {found}, command {command}")
        return str(command)

    def _downgrade(self) -> str:
        self._installer.install(self._packages.earlier.msi(self._scope), "downgrade", REFUSED)
        log = (self._record.folder / "downgrade.log").read_bytes()
        sentence = self._product.newer_installed
        if not any(sentence in log.decode(encoding, "replace") for encoding in ("utf-16", "utf-8", "cp1252")):
            raise FailedError(f"it is refused, but the log does not say »{sentence}«")
        return "1603, and the log says why"

    def _repair(self) -> str:
        self._program(_LICENCE).unlink()
        self._installer.repair(self._packages.msi(self._scope), "repair")
        if not self._program(_LICENCE).is_file():
            raise FailedError(f"{_LICENCE} is not back")
        return f"{_LICENCE} is back"

    def _uninstall(self) -> str:
        self._machine.end(self._product.window_program)
        self._installer.uninstall(self._packages.facts["packages"][self._scope]["product_code"], "uninstall")
        if not self._draft.is_file():
            raise FailedError("the draft is gone")
        if self._installer.program.exists():
            left = sorted(path.name for path in self._installer.program.rglob("*"))[:20]
            raise self._failed_unless_restart_is_due(f"left: {left}")
        return "the folder is gone, the draft is there"

    def _traces(self) -> list[str]:
        """What is in the registry and in folders, without the user's own data."""
        codes = [
            str(packages.facts["packages"][self._scope][name])
            for packages in (self._packages, self._packages.earlier)
            for name in ("product_code", "upgrade_code")
        ]
        own = self._machine.folder("LOCALAPPDATA") / self._product.name
        found = left_in_registry(self._machine, self._product, list(dict.fromkeys(codes)))
        return found + left_in_folders(self._machine, self._product, kept=own)

    def _look_for_traces(self) -> str:
        """Without this, a search that finds nothing at all would tell that nothing is left."""
        found = self._traces()
        self._record.keep("installed.txt", "\n".join(found))
        wanted = (self._product.registry_key, self._product.prog_id, str(self._installer.program))
        missing = [name for name in wanted if not any(name in line for line in found)]
        if missing:
            raise FailedError(f"it does not find {missing}")
        return f"{len(found)} keys, values and folders"

    def _look_for_leavings(self) -> str:
        left = self._traces()
        self._record.keep("left.txt", "\n".join(left))
        if left:
            raise self._failed_unless_restart_is_due("\n".join(left[:20]))
        return "nothing but the user's own data"

    def _failed_unless_restart_is_due(self, text: str) -> Exception:
        """What is left may go with the restart that Windows waits for, which cannot be done here."""
        is_due = self._code == AFTER_A_RESTART
        return NotTriedError(f"Windows waits for a restart: {text}") if is_due else FailedError(text)

    def _portable(self) -> str:
        with TemporaryDirectory(prefix="værktøj på Ærø ") as folder:
            with zipfile.ZipFile(self._packages.portable) as archive:
                archive.extractall(folder)
            (program,) = Path(folder).glob(f"*/{self._product.console_program}")
            return self._console("self-test", program=program, seconds=300).strip().splitlines()[-1]


def _good(ran: Ran, command: str) -> str:
    if ran.code != 0:
        raise FailedError(f"{command} gave {ran.code}:\n{ran.text}")
    return ran.text
