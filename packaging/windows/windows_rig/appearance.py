"""The Windows that a program sees for a while: 10 or 11, light or dark, and the scale of the screen."""

from collections.abc import Iterator
from contextlib import contextmanager

from windows_rig.prefix import CURRENT
from windows_rig.wine import Wine

_WINE, _VERSION = r"HKCU\Software\Wine", "Version"
_DESKTOP, _DPI = r"HKCU\Control Panel\Desktop", "LogPixels"
_COLOURS = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
_WINDOWS_11 = {"CurrentVersion": "10.0", "CurrentBuild": "22631", "CurrentBuildNumber": "22631"}
_DPI_OF_100 = 96


@contextmanager
def as_windows_11(wine: Wine) -> Iterator[None]:
    """Programs that are started meanwhile see Windows 11, and Qt draws in its style."""
    before = {name: wine.value(CURRENT, name) or "" for name in _WINDOWS_11}
    version = wine.value(_WINE, _VERSION) or ""
    wine.run("reg", "delete", _WINE, "/v", _VERSION, "/f", seconds=30)  # it goes before the numbers
    for name, number in _WINDOWS_11.items():
        wine.set_value(CURRENT, name, number)
    try:
        yield
    finally:
        for name, number in before.items():
            wine.set_value(CURRENT, name, number)
        wine.set_value(_WINE, _VERSION, version)


@contextmanager
def scaled(wine: Wine, percent: int) -> Iterator[None]:
    """Programs that are started meanwhile see a screen with that scale."""
    wine.set_value(_DESKTOP, _DPI, str(_DPI_OF_100 * percent // 100), "REG_DWORD")
    try:
        yield
    finally:
        wine.set_value(_DESKTOP, _DPI, str(_DPI_OF_100), "REG_DWORD")


@contextmanager
def system_colours_forgotten(wine: Wine) -> Iterator[None]:
    """Afterwards Windows is light again, whatever a program has set meanwhile."""
    try:
        yield
    finally:
        wine.run("reg", "delete", _COLOURS, "/f", seconds=30)
