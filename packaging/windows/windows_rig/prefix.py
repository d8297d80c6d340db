"""Makes the Wine prefix: Windows 10, the system files that Wine 8 lacks, and realistic fonts."""

import shutil
import struct
from pathlib import Path

from windows_rig.calls import must, must_silently
from windows_rig.packages import wine_program
from windows_rig.wine import Wine

_STUBS = Path(__file__).with_name("stubs")
_DESKTOP = Path(__file__).with_name("desktop.c")
_FONT = "Open Sans"
_METRICS = r"HKCU\Control Panel\Desktop\WindowMetrics"
_METRIC_FONTS = ("CaptionFont", "IconFont", "MenuFont", "MessageFont", "SmCaptionFont", "StatusFont")
CURRENT = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion"
"""The key with the version of Windows."""
_COLOURS = r"HKCU\Software\Microsoft\Windows\DWM"
_USUAL_BLUE = 0xFFD77800
"""Windows' accent colour as it comes, #0078D7 with blue first; Wine has none, and Qt would take black for it."""
_X11 = r"HKCU\Software\Wine\X11 Driver"


def make_prefix(folder: Path, display: str) -> Wine:
    """Makes a new prefix in `folder`, which is emptied first, and starts its server.

    The server and the first start get no pipe, since both outlive the process that starts them.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("home", "prefix"):
        (folder / name).mkdir(parents=True)
    wine = Wine(folder, display)
    environment = wine.environment()
    must_silently([wine_program("wineserver64"), "-p900"], seconds=30, environment=environment)
    must_silently([wine_program("wine64"), "wineboot", "--init"], seconds=120, environment=environment)
    for source in sorted(_STUBS.glob("*.c")):
        build(source, wine.c / "windows" / "system32" / f"{source.stem}.dll", "-shared", "-ladvapi32")
    build(_DESKTOP, wine.desktop_program, "-mwindows")
    _make_own_folders(wine)
    wine.set_value(r"HKCU\Software\Wine", "Version", "win10")
    wine.set_value(CURRENT, "CurrentBuildNumber", "19045")  # stays Windows 7's, whatever `Version` says
    wine.set_value(_X11, "Managed", "N")  # there is no window manager; waiting for one takes two seconds
    wine.set_value(_COLOURS, "AccentColor", str(_USUAL_BLUE), "REG_DWORD")
    for name in _METRIC_FONTS:
        wine.set_value(_METRICS, name, _log_font(_FONT).hex(), "REG_BINARY")
    wine.stay_on_desktop()
    return wine


def build(source: Path, target: Path, *options: str) -> None:
    """Compiles a C file for Windows."""
    target.parent.mkdir(parents=True, exist_ok=True)
    libraries = [option for option in options if option.startswith("-l")]
    others = [option for option in options if option not in libraries]
    compiler = "x86_64-w64-mingw32-gcc"
    must([compiler, "-O1", "-s", "-Wall", *others, "-o", str(target), str(source), *libraries], seconds=120)


def _log_font(face: str) -> bytes:
    """A `LOGFONTW` of nine points in the registry's format."""
    five_numbers, eight_bytes = struct.pack("<5i", -12, 0, 0, 0, 400), bytes(8)
    return five_numbers + eight_bytes + face.encode("utf-16-le").ljust(64, b"\0")


def _make_own_folders(wine: Wine) -> None:
    """Replaces Wine's links to the folders of the Linux user: a test must not reach those."""
    for path in sorted(wine.user.iterdir()):
        if path.is_symlink():
            path.unlink()
            path.mkdir()
