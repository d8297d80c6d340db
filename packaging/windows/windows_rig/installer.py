"""Runs Windows Installer silently, as an IT department does, and knows where each scope installs the program."""

from pathlib import Path
from typing import NamedTuple

from windows_build.product import Scope, read_product
from windows_rig.calls import Finished, RigError
from windows_rig.wine import Wine, windows_path

REFUSED = 1603 % 256
"""The exit code of a refused installation, as seen on Linux."""

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


def install(wine: Wine, package: Path) -> None:
    """Installs the package, or upgrades to it, silently.

    Raises:
        RigError: Windows Installer refused.
    """
    _done(try_install(wine, package), f"{package.name} was not installed", wine)


def try_install(wine: Wine, package: Path) -> Finished:
    """Installs the package silently; returns the result."""
    log = windows_path(_log(wine))
    return wine.run("msiexec", "/i", windows_path(package), "/qn", "/norestart", "/l*", log, seconds=180)


def uninstall(wine: Wine, package: Path) -> None:
    """Removes the program silently.

    Raises:
        RigError: Windows Installer refused.
    """
    done = wine.run("msiexec", "/x", windows_path(package), "/qn", "/norestart", seconds=180)
    _done(done, f"{package.name} was not removed", wine)


def _done(done: Finished, failure: str, wine: Wine) -> None:
    if done.code != 0:
        log = _log(wine)
        said = log.read_bytes().decode("utf-8", "replace") if log.exists() else ""
        raise RigError(f"{failure}: exit code {done.code}\n{done.out}\n{said[-3000:]}")


def _log(wine: Wine) -> Path:
    return wine.folder / "msiexec.log"
