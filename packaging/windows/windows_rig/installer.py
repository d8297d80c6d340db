"""Windows Installer without a window, as an IT department calls it, and where each scope puts the program."""

from pathlib import Path
from typing import NamedTuple

from windows_build.product import Scope, read_product
from windows_rig.calls import Finished, RigError
from windows_rig.wine import Wine, windows_path

REFUSED = 1603 % 256
"""The exit code of a refused installation, as it arrives on Linux."""

DONE_AFTER_A_RESTART = 3010 % 256
"""The exit code of an installation that waits for the next start, since files were in use."""

_ROOTS: dict[Scope, str] = {"user": "HKCU", "machine": "HKLM"}


class Place(NamedTuple):
    """Where a scope keeps what it installs."""

    program: Path
    menu: Path
    """The Start menu's folder."""
    root: str
    """The root of the registry."""

    @property
    def shortcut(self) -> Path:
        """The entry in the Start menu."""
        return self.menu / f"{read_product().name}.lnk"

    @property
    def window_program(self) -> Path:
        """What opens the window."""
        return self.program / read_product().window_program

    @property
    def console_program(self) -> Path:
        """What scripts call."""
        return self.program / read_product().console_program


def place_of(wine: Wine, scope: Scope) -> Place:
    """The places of one scope."""
    name, menu = read_product().name, Path("Microsoft", "Windows", "Start Menu", "Programs")
    if scope == "user":
        return Place(wine.local_data / "Programs" / name, wine.user / "AppData" / "Roaming" / menu, _ROOTS[scope])
    # Wine 8 knows one Start menu, that of the user; Windows has one for all users too.
    return Place(wine.c / "Program Files" / name, wine.user / "AppData" / "Roaming" / menu, _ROOTS[scope])


def install(wine: Wine, package: Path) -> None:
    """Install the package, or upgrade to it, silently.

    Raises:
        RigError: Windows Installer refused.
    """
    _done(try_install(wine, package), f"{package.name} was not installed", wine)


def try_install(wine: Wine, package: Path) -> Finished:
    """Install the package silently; how that ended."""
    log = windows_path(_log(wine))
    return wine.run("msiexec", "/i", windows_path(package), "/qn", "/norestart", "/l*", log, seconds=180)


def uninstall(wine: Wine, package: Path) -> None:
    """Remove the program silently.

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
