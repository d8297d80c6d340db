"""Stores the recording between runs of the command, and returns what of it is still valid."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypedDict

from tests.mutants.project import Project
from tests.mutants.recorder import first_numbers, pack, unpacked


class RecordedTest(TypedDict):
    """A test as written by the recorder."""

    test: str
    seconds: float
    passed: bool
    lines: str


class RecordedFile(TypedDict):
    """The tests of a file, and the hash of the file at that time."""

    stamp: str
    tests: list[RecordedTest]


class ModuleLines(NamedTuple):
    """Where a module's lines are in the numbering of all lines, and the hash of the module."""

    first: int
    length: int
    stamp: str

    @property
    def mask(self) -> int:
        """The bits of its lines, starting at bit 0."""
        return (1 << self.length) - 1


def numbering(project: Project) -> dict[str, ModuleLines]:
    """The current modules of the package, by path."""
    found: dict[str, ModuleLines] = {}
    for path, first in first_numbers(project.root / project.package).items():
        data = Path(path).read_bytes()
        name = Path(path).relative_to(project.root).as_posix()
        found[name] = ModuleLines(first, data.count(b"\n") + 2, stamp_of(data))
    return found


def stamp_of(data: bytes) -> str:
    """A hash of the content."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, modules: Mapping[str, ModuleLines], files: Mapping[str, RecordedFile]) -> None:
    """Writes the recording to a file."""
    path.write_text(json.dumps({"modules": modules, "files": files}), encoding="utf-8")


def read(path: Path, now: Mapping[str, ModuleLines]) -> dict[str, RecordedFile]:
    """The recorded files that are still valid: none of their tests ran a line of a module that has changed."""
    if not path.exists():
        return {}
    kept = json.loads(path.read_text(encoding="utf-8"))
    before = {name: ModuleLines(*told) for name, told in kept["modules"].items()}
    if before == now:
        return dict(kept["files"])
    same = [(before[name], now[name]) for name in before if name in now and before[name].stamp == now[name].stamp]
    others = [one for name, one in before.items() if name not in now or now[name].stamp != one.stamp]
    changed = sum(one.mask << one.first for one in others)
    holding = {}
    for name, file in kept["files"].items():
        lines = [unpacked(test["lines"]) for test in file["tests"]]
        if not any(bits & changed for bits in lines):
            tests = [_renumbered(test, bits, same) for test, bits in zip(file["tests"], lines, strict=True)]
            holding[name] = RecordedFile(stamp=file["stamp"], tests=tests)
    return holding


def _renumbered(test: RecordedTest, bits: int, same: list[tuple[ModuleLines, ModuleLines]]) -> RecordedTest:
    """The test with its lines converted to the current numbering."""
    moved = 0
    for before, now in same:
        moved |= ((bits >> before.first) & before.mask) << now.first
    return RecordedTest(test=test["test"], seconds=test["seconds"], passed=test["passed"], lines=pack(moved))
