"""Packages of a few small files."""

from collections.abc import Mapping
from pathlib import Path

from tests.packaging_windows.images import image
from windows_build.msi import make_msi
from windows_build.places import WINDOWS
from windows_build.product import Scope, read_product
from windows_build.staging import write_stage
from windows_build.wxs import ICON

PROGRAM = "Botilbud Desktop.exe"
FILES = {PROGRAM: image([], version=(1, 2, 3, 0), language=1030), "lib/own.pyd": image([]), "lib/a.txt": b"text"}
VERSION = "1.2.3"
MOMENT = 1_795_723_310


def built(scope: Scope, folder: Path, files: Mapping[str, bytes] = FILES, version: str = VERSION) -> Path:
    """The package of one scope."""
    folder.mkdir()
    write_stage(files, folder / "stage", MOMENT)
    (folder / ICON).write_bytes((WINDOWS / "icons" / ICON).read_bytes())
    make_msi(read_product(), scope, version, files, MOMENT, folder)
    return folder / f"{scope}.msi"
