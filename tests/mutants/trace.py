"""Which tests run which lines of the package, recorded once and then kept up to date."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.mutants.kept_trace import ModuleLines, RecordedFile, RecordedTest, numbering, read, stamp_of, write
from tests.mutants.project import Project
from tests.mutants.recorder import bits_of, pack, unpacked
from tests.mutants.working_copy import WorkingCopy


class TracedTest(NamedTuple):
    """A test that passes on the unchanged package."""

    name: str
    seconds: float
    lines: int
    """The lines that it runs, as bits."""

    @property
    def file(self) -> str:
        """The test file."""
        return self.name.partition("::")[0]


class Trace:
    """The tests, and the numbering of the lines."""

    def __init__(self, modules: Mapping[str, ModuleLines], tests: Sequence[TracedTest]) -> None:
        """Takes both for the current state of the project."""
        self.tests = tests
        self._modules = modules

    def running(self, path: str, lines: Iterable[int]) -> list[TracedTest]:
        """The tests that run any of these lines."""
        first = self._modules[path].first
        wanted = sum(1 << (first + line) for line in set(lines))
        return [test for test in self.tests if test.lines & wanted]

    def running_any_of(self, path: str) -> list[TracedTest]:
        """The tests that run any line of a module."""
        wanted = self.lines_of(path)
        return [test for test in self.tests if test.lines & wanted]

    def lines_of(self, path: str) -> int:
        """The lines of a module, as bits."""
        return self._modules[path].mask << self._modules[path].first


def trace(project: Project, jobs: int, *, anew: bool = False) -> Trace:
    """Returns the stored trace, updated: test files that changed, or that ran a changed module, are run again."""
    path, modules, stamps = project.work / "trace.json", numbering(project), _file_stamps(project)
    known = {} if anew else read(path, modules)
    files = {name: known[name] for name, stamp in stamps.items() if name in known and known[name]["stamp"] == stamp}
    missing = [name for name in stamps if name not in files]
    if missing:
        recorded = _record(project, missing if files else [], jobs)
        for name in missing:
            files[name] = RecordedFile(stamp=stamps[name], tests=recorded.get(name, []))
        write(path, modules, files)
    told = [test for file in files.values() for test in file["tests"] if test["passed"]]
    return Trace(modules, [TracedTest(test["test"], test["seconds"], unpacked(test["lines"])) for test in told])


def _file_stamps(project: Project) -> dict[str, str]:
    return {
        path.relative_to(project.root).as_posix(): stamp_of(path.read_bytes())
        for path in sorted((project.root / project.tests).rglob("test_*.py"))
    }


def _record(project: Project, files: Sequence[str], jobs: int) -> dict[str, list[RecordedTest]]:
    """Runs the files, or all that pytest collects if `files` is empty."""
    copy = WorkingCopy(project, "traced")
    with copy.recording():
        parallel = ["-n", str(jobs)] if jobs > 1 else []
        code = copy.pytest(["-q", "-p", "mutants_recorder", "-o", "faulthandler_timeout=0", *parallel, *files])
    tests: list[RecordedTest] = [json.loads(line) for path in copy.recorded.glob("tests-*") for line in _lines(path)]
    if code not in (0, 1, 5) or (not tests and not files):
        raise RuntimeError(f"the tests do not run in a copy:\n{copy.output[-3000:]}")
    children = defaultdict[str, set[int]](set)
    for path in copy.recorded.glob("child-*"):
        name, *numbers = _lines(path)
        children[name].update(map(int, numbers))
    by_file = defaultdict[str, list[RecordedTest]](list)
    for test in tests:
        if test["test"] in children:
            test["lines"] = pack(unpacked(test["lines"]) | bits_of(children[test["test"]]))
        by_file[test["test"].partition("::")[0]].append(test)
    return by_file


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
