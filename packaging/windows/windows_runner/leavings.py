"""Looks for what an uninstalled program has left behind, in the registry and in the folders it writes to."""

from collections.abc import Sequence
from pathlib import Path

from windows_build.product import Product
from windows_runner.machine import Machine
from windows_runner.record import FailedError

_ROOTS = (r"HKLM\SOFTWARE", r"HKCU\Software")
_OF_INSTALLER = (
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer",
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall",
    r"HKLM\SOFTWARE\Classes\Installer",
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall",
    r"HKCU\Software\Microsoft\Installer",
)
"""Where Windows Installer knows packages by their codes; looking for each code in the whole would take an hour."""
_SECONDS = 600
_SEARCHED = (0, 1)
"""The codes of `reg query`: something was found, nothing was."""
_WINDOWS_OWN = (
    "\\CurrentVersion\\Explorer\\",
    "\\Local Settings\\",
    "\\AppCompatFlags\\",
    "\\Windows Error Reporting\\",
    "\\Installer\\RestartManager\\",
)
"""Parts of keys in which Windows notes what was run and opened, whatever it was."""
_FOLDERS = (
    ("ProgramFiles", ""),
    ("ProgramData", ""),
    ("ProgramData", r"Microsoft\Windows\Start Menu"),
    ("APPDATA", r"Microsoft\Windows\Start Menu"),
    ("LOCALAPPDATA", ""),
    ("LOCALAPPDATA", "Programs"),
    ("PUBLIC", "Desktop"),
    ("USERPROFILE", "Desktop"),
)


def packed(code: str) -> str:
    """A product's or upgrade's code as Windows Installer writes it in the registry."""
    parts = code.strip("{}").split("-")
    whole = [part[::-1] for part in parts[:3]]
    pairs = "".join(parts[3:])
    return "".join(whole) + "".join(pairs[at : at + 2][::-1] for at in range(0, len(pairs), 2))


def word_of(product: Product) -> str:
    """The word that all names of the program have in them, in upper or lower case."""
    return product.extension.removeprefix(".")


def left_in_registry(machine: Machine, product: Product, codes: Sequence[str]) -> list[str]:
    """The keys and values that name the program or one of the codes, without what Windows notes of all programs.

    Raises:
        FailedError: a search did not come to its end.
    """
    searches = [(root, word_of(product)) for root in _ROOTS]
    searches += [(root, code) for root in _OF_INSTALLER for one in codes for code in (one, packed(one))]
    found = [line for root, needle in searches for line in _found(machine, root, needle)]
    return sorted(line for line in dict.fromkeys(found) if not any(name in line for name in _WINDOWS_OWN))


def left_in_folders(machine: Machine, product: Product, *, kept: Path) -> list[str]:
    """The files and folders of the program's name; `kept` is the user's own data, which stays."""
    found = []
    for variable, below in _FOLDERS:
        folder = machine.folder(variable) / below.replace("\\", "/")
        is_menu = below.endswith("Start Menu")
        pattern = f"*{product.name}*"
        paths = folder.rglob(pattern) if is_menu else folder.glob(pattern)
        found += [str(path) for path in sorted(paths) if path != kept]
    return found


def _found(machine: Machine, root: str, needle: str) -> list[str]:
    """What `reg query` finds: keys, and values with the key that they are in; its last line only counts.

    Raises:
        FailedError: it did not search to the end, so that nothing is known.
    """
    ran = machine.run(["reg", "query", root, "/s", "/f", needle], seconds=_SECONDS)
    if ran.code not in _SEARCHED:
        raise FailedError(f"reg query {root} gave {ran.code}: {ran.text[:300]}")
    found, key = list[str](), ""
    for line in ran.text.splitlines():
        if line.startswith("HKEY_"):
            key = line.strip()
            found += [key] if needle.casefold() in key.casefold() else []
        elif line.startswith("    ") and key:
            found.append(f"{key} :: {line.strip()}")
    return found
