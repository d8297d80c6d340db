"""Paths of the package and its tests, and its rooms (top-level folders)."""

from pathlib import Path
from typing import NamedTuple


class Project(NamedTuple):
    """A package with its tests, in one folder."""

    root: Path
    package: str
    tests: str = "tests"

    @property
    def work(self) -> Path:
        """The folder for copies, the trace and the report."""
        return self.root / "build" / "mutants"

    def modules(self) -> list[str]:
        """The paths of the package's modules relative to the root, sorted."""
        return sorted(path.relative_to(self.root).as_posix() for path in (self.root / self.package).rglob("*.py"))

    def rooms(self) -> list[str]:
        """The folders of the package that contain modules."""
        return sorted({path.split("/")[1] for path in self.modules() if path.count("/") > 1})

    def modules_in(self, room: str) -> list[str]:
        """The modules of a room, of a folder in it (`ui/preview`) or of one file (`ui/preview/preview.py`)."""
        wanted = f"{self.package}/{room}"
        return [path for path in self.modules() if path == wanted or path.startswith(f"{wanted}/")]
