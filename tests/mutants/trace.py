"""Which tests run which lines of the package, found out once and kept until the package changes."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutants.project import Project
from tests.mutants.recorder import first_numbers, packed, unpacked
from tests.mutants.working_copy import WorkingCopy


class TracedTest(NamedTuple):
    """A test that passes on the unchanged package."""

    name: str
    seconds: float
    lines: int
    """The lines that it runs, as bits."""

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.name.partition("::")[0]


class Trace:
    """The tests, and the numbers of the lines."""

    def __init__(self, project: Project, tests: Sequence[TracedTest]) -> None:
        """Of the project as it stands."""
        self.tests = tests
        folder = project.root / project.package
        numbers = first_numbers(folder)
        self._first = {Path(path).relative_to(project.root).as_posix(): first for path, first in numbers.items()}
        self._length = {path: (project.root / path).read_bytes().count(b"\n") + 1 for path in self._first}

    def running(self, path: str, lines: Iterable[int]) -> list[TracedTest]:
        """The tests that run one of these lines."""
        wanted = sum(1 << (self._first[path] + line) for line in set(lines))
        return [test for test in self.tests if test.lines & wanted]

    def running_any_of(self, path: str) -> list[TracedTest]:
        """The tests that run any line of a module."""
        return self.running(path, range(self._length[path] + 1))


def trace(project: Project, jobs: int, *, anew: bool = False) -> Trace:
    """The kept trace, or a new one. When only some test files changed, those alone are run."""
    path = project.work / "trace.json"
    package, stamps = _package_stamp(project), _file_stamps(project)
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() and not anew else {}
    known = kept["files"] if kept.get("package") == package else {}
    files = {name: known[name] for name, stamp in stamps.items() if known.get(name, {}).get("stamp") == stamp}
    missing = [name for name in stamps if name not in files]
    if missing:
        recorded = _record(project, missing, jobs)
        for name in missing:
            files[name] = {"stamp": stamps[name], "tests": recorded.get(name, [])}
        path.write_text(json.dumps({"package": package, "files": files}), encoding="utf-8")
    told = [test for name in files for test in files[name]["tests"] if test["passed"]]
    return Trace(project, [TracedTest(test["test"], test["seconds"], unpacked(test["lines"])) for test in told])


def _package_stamp(project: Project) -> str:
    package = hashlib.sha256()
    for path in project.modules():
        package.update(path.encode() + b"\0" + (project.root / path).read_bytes() + b"\0")
    return package.hexdigest()


def _file_stamps(project: Project) -> dict[str, str]:
    return {
        path.relative_to(project.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((project.root / project.tests).rglob("test_*.py"))
    }


def _record(project: Project, files: Sequence[str], jobs: int) -> dict[str, list[dict[str, object]]]:
    copy = WorkingCopy(project, "traced")
    few = files if len(files) < 20 else []  # otherwise all that are collected, which leaves out what is not meant
    with copy.recording():
        parallel = ["-n", str(jobs)] if jobs > 1 else []
        code = copy.pytest(["-q", "-p", "mutants_recorder", "-o", "faulthandler_timeout=0", *parallel, *few])
    tests = [json.loads(line) for path in copy.recorded.glob("tests-*") for line in _lines(path)]
    if code not in (0, 1, 5) or (not tests and not few):
        raise RuntimeError(f"the tests do not run in a copy:\n{copy.output[-3000:]}")
    children = defaultdict[str, set[int]](set)
    for path in copy.recorded.glob("child-*"):
        name, *numbers = _lines(path)
        children[name].update(map(int, numbers))
    by_file = defaultdict[str, list[dict[str, object]]](list)
    for test in tests:
        if test["test"] in children:
            test["lines"] = packed(_members(unpacked(test["lines"])) | children[test["test"]])
        by_file[test["test"].partition("::")[0]].append(test)
    return by_file


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _members(bits: int) -> set[int]:
    return {at for at, bit in enumerate(reversed(f"{bits:b}")) if bit == "1"}
