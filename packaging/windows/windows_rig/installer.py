"""Runs Windows Installer silently, as an IT department does, and knows where each scope installs the program."""

from pathlib import Path
from typing import NamedTuple

from windows_build.product import Scope, read_product
from windows_rig.calls import Finished, RigError
from windows_rig.wine import Wine, windows_path

REFUSED = 1603 % 256
"""The exit code of a refused installation, as seen on Linux."""

ANOTHER_BUILD = 1638 % 256
"""The exit code where another build of the same version is installed."""

DONE_AFTER_A_RESTART = 3010 % 256
"""The exit code of an installation that needs a restart, since files were in use."""

_ROOTS: dict[Scope, str] = {"user": "HKCU", "machine": "HKLM"}


class Place(NamedTuple):
    """The locations of an installation."""

    program: Path
    menu: Path
    """The Start menu's folder."""
    root: str
    """The root key of the registry."""

    @property
    def shortcut(self) -> Path:
        """The shortcut in the Start menu."""
        return self.menu / f"{read_product().name}.lnk"

    @property
    def window_program(self) -> Path:
        """The program that opens the window."""
        return self.program / read_product().window_program

    @property
    def console_program(self) -> Path:
        """The program for scripts."""
        return self.program / read_product().console_program


def place_of(wine: Wine, scope: Scope) -> Place:
    """The locations of one scope."""
    name, menu = read_product().name, Path("Microsoft", "Windows", "Start Menu", "Programs")
    if scope == "user":
        return Place(wine.local_data / "Programs" / name, wine.user / "AppData" / "Roaming" / menu, _ROOTS[scope])
    # Wine 8 has one Start menu, the user's; Windows also has one for all users.
    return Place(wine.c / "Program Files" / name, wine.user / "AppData" / "Roaming" / menu, _ROOTS[scope])


def install(wine: Wine, package: Path, *properties: str) -> None:
    """Installs the package, or upgrades to it, silently; `properties`, such as `NAME=value`, are for the installer.

    Raises:
        RigError: Windows Installer refused.
    """
    _done(try_install(wine, package, *properties), f"{package.name} was not installed", wine)


def try_install(wine: Wine, package: Path, *properties: str) -> Finished:
    """Installs the package silently; returns the result."""
    return _msiexec(wine, "/i", windows_path(package), *properties)


def repair(wine: Wine, package: Path) -> None:
    """Repairs an installation silently. Wine knows the properties that Windows' `/f` stands for, not `/f` itself.

    Raises:
        RigError: Windows Installer refused.
    """
    _done(try_install(wine, package, "REINSTALL=ALL", "REINSTALLMODE=amus"), f"{package.name} was not repaired", wine)


def log_of(wine: Wine) -> str:
    """The log of the last installation."""
    data = _log(wine).read_bytes() if _log(wine).exists() else b""
    return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", "replace")


def uninstall(wine: Wine, package: Path) -> None:
    """Removes the program silently.

    Raises:
        RigError: Windows Installer refused.
    """
    _done(_msiexec(wine, "/x", windows_path(package)), f"{package.name} was not removed", wine)


def _msiexec(wine: Wine, *words: str) -> Finished:
    """Runs Windows Installer silently, with a new log."""
    _log(wine).unlink(missing_ok=True)
    return wine.run("msiexec", *words, "/qn", "/norestart", "/l*", windows_path(_log(wine)), seconds=180)


def _done(done: Finished, failure: str, wine: Wine) -> None:
    if done.code != 0:
        raise RigError(f"{failure}: exit code {done.code}\n{done.out}\n{log_of(wine)[-3000:]}")


def _log(wine: Wine) -> Path:
    return wine.folder / "msiexec.log"
