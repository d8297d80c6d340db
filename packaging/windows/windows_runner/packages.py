"""The packages that the build made, as the workflow hands them over."""

import hashlib
import json
from pathlib import Path
from typing import Any

from windows_build.product import Scope, read_product
from windows_runner.record import FailedError

EARLIER = "earlier"
"""The folder of the version that is upgraded from."""
PYTHON = "rig_python.exe"
"""Starts the Python of the installed program; the program's own folder has no python.exe."""


class Packages:
    """One version's files in a folder."""

    def __init__(self, folder: Path) -> None:
        """Reads the file of facts.

        Raises:
            FailedError: there is not exactly one.
        """
        self.folder = folder
        found = sorted(folder.glob(f"{read_product().file_stem}-*.json"))
        found = [path for path in found if not path.name.endswith(".cdx.json")]
        if len(found) != 1:
            raise FailedError(f"{folder} has {len(found)} files of facts, and should have one")
        self.facts: dict[str, Any] = json.loads(found[0].read_text(encoding="utf-8"))

    @property
    def version(self) -> str:
        """The version."""
        return str(self.facts["version"])

    @property
    def earlier(self) -> "Packages":
        """The version that is upgraded from."""
        return Packages(self.folder / EARLIER)

    @property
    def portable(self) -> Path:
        """The ZIP."""
        return self.folder / f"{read_product().file_stem}-{self.version}-portable.zip"

    def msi(self, scope: Scope) -> Path:
        """The package of a scope."""
        return self.folder / str(self.facts["packages"][scope]["file"])

    def check(self) -> str:
        """Compares the packages with their hashes.

        Raises:
            FailedError: one is another.
        """
        wanted = {entry["file"]: entry["sha256"] for entry in self.facts["packages"].values()}
        found = {name: hashlib.sha256((self.folder / name).read_bytes()).hexdigest() for name in wanted}
        if found != wanted:
            raise FailedError(f"hashes: wanted {wanted}, found {found}")
        return "\n".join(f"{found[name]}  {name}" for name in sorted(found))
