"""The Debian packages for the Windows tests: installed where possible, otherwise named."""

import os
import shutil
from pathlib import Path

from windows_rig.calls import RigError, call

WINE_FOLDERS = ("/usr/lib/wine", "/usr/lib/x86_64-linux-gnu/wine")
"""Folders of the Wine programs: the wrapper in `PATH` requires a 32-bit Wine, which is not needed here."""

_FONT = "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf"
_TOKENS = "*/engines-3/pkcs11.so"
"""OpenSSL's way to tokens, below /usr/lib."""
_PROGRAMS = {
    "Xvfb": "xvfb",
    "import": "imagemagick",
    "msiinfo": "msitools",
    "softhsm2-util": "softhsm2",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "xdotool": "xdotool",
    "xkbcomp": "x11-xkb-utils",
    "setxkbmap": "x11-xkb-utils",
}


def ensure_packages() -> None:
    """Installs what is missing.

    Raises:
        RigError: it cannot be installed; the text has the command.
    """
    missing = _missing()
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        call(["apt-get", "-qq", "update"], seconds=300, environment=quiet)
        call(install, seconds=900, environment=quiet)
        missing = _missing()
    if missing:
        raise RigError(f"These packages are missing: sudo {' '.join(install)}")


def wine_program(name: str) -> str:
    """The full path of a 64-bit Wine program.

    Raises:
        RigError: it is not installed.
    """
    for folder in WINE_FOLDERS:
        path = Path(folder) / name
        if path.exists():
            return str(path)
    raise RigError(f"{name} is in none of {', '.join(WINE_FOLDERS)}")


def _missing() -> list[str]:
    missing = {package for program, package in _PROGRAMS.items() if shutil.which(program) is None}
    if not any((Path(folder) / "wine64").exists() for folder in WINE_FOLDERS):
        missing.add("wine64")
    if not Path(_FONT).exists():
        missing.add("fonts-open-sans")
    if not any(Path("/usr/lib").glob(_TOKENS)):
        missing.add("libengine-pkcs11-openssl")
    return sorted(missing)
