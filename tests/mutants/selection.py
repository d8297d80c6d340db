"""Selects the tests that may notice a change, ordered to notice it soonest."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from tests.mutants.mutant import Mutant
from tests.mutants.project import Project
from tests.mutants.sites import defined_names
from tests.mutants.source import Source
from tests.mutants.trace import Trace, TracedTest

FAST = 12
"""Number of the fastest tests that come first: most changes are noticed by any test."""
WIDEST = 8
SLOW = 3.0
"""Seconds."""
TIMES = 2
FARTHEST = 3
"""How many definitions outside functions a name is followed through."""
IN_FUNCTION = frozenset({""})


class Chosen(NamedTuple):
    """The tests for a mutant."""

    running: list[TracedTest]
    """Tests that run the changed line."""
    others: list[TracedTest]
    """Other tests of the module: a cached result may hide that they depend on the line."""


class Selection:
    """Selects tests by the lines that they run."""

    def __init__(self, project: Project, trace: Trace, sources: Mapping[str, Source]) -> None:
        """`sources` are all modules of the package."""
        self._project = project
        self._trace = trace
        self._sources = sources

    def tests(self, mutant: Mutant, seconds: float) -> Chosen:
        """The fastest tests, some that run most of the program, those that together run most of the module, then the
        others, alternating between files. Tests named like the module, or in a folder of that name, come first.
        """
        path = mutant.source.path
        first = self._running(mutant)
        known = {test.name for test in first}
        others = [test for test in self._trace.running_any_of(path) if test.name not in known]
        fast = list(islice(nearest_first(first, path), FAST))
        rest = [test for test in first if test not in fast]
        thorough = _covering(rest, self._trace.lines_of(path))
        ordered = dict.fromkeys([*fast, *_widest(rest), *thorough, *nearest_first(rest, path)])
        near = _widest(test for test in others if _room(test.file) == _room(path))
        return Chosen(
            _until(seconds, ordered), _until(seconds / 4, dict.fromkeys([*near, *nearest_first(others, path)]))
        )

    def _running(self, mutant: Mutant) -> list[TracedTest]:
        site, path = mutant.site, mutant.source.path
        if not site.defines:
            return self._trace.running(path, site.lines) or self._trace.running(path, site.statement)
        found = {test.name: test for where, lines in self._uses(site.defines).items()
                 for test in self._trace.running(where, lines)}  # fmt: skip
        return list(found.values())

    def _uses(self, names: Iterable[str]) -> dict[str, set[int]]:
        """The lines in functions that use these names, directly or through other definitions outside functions."""
        lines = defaultdict[str, set[int]](set)
        known, waiting = set(names), list(names)
        for _ in range(FARTHEST):
            following = set[str]()
            for name in waiting:
                for path, line, defined in self._mentions.get(name, ()):
                    if defined:
                        following |= defined
                    else:
                        lines[path].add(line)
            waiting = list(following - known)
            known |= following
        return lines

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[str, int, frozenset[str]]]]:
        """By name: file, line, and what the statement defines when it is outside functions."""
        found = defaultdict[str, list[tuple[str, int, frozenset[str]]]](list)
        for path, source in self._sources.items():
            for node, defined in _named(source.tree, frozenset()):
                name = node.id if isinstance(node, ast.Name) else node.attr
                found[name].append((path, node.lineno, defined - {name}))
        return found


def _named(node: ast.AST, defined: frozenset[str]) -> Iterator[tuple[ast.Name | ast.Attribute, frozenset[str]]]:
    for child in ast.iter_child_nodes(node):
        inner = defined
        if isinstance(child, ast.Import | ast.ImportFrom):
            continue
        if isinstance(child, ast.Assign | ast.AnnAssign | ast.ClassDef) and not _is_in_function(defined):
            inner = defined | defined_names(child)
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            inner = IN_FUNCTION
        if isinstance(child, ast.Name | ast.Attribute):
            yield child, frozenset() if _is_in_function(inner) else inner
        yield from _named(child, inner)


def _is_in_function(defined: frozenset[str]) -> bool:
    return defined is IN_FUNCTION


def nearest_first(tests: Iterable[TracedTest], path: str) -> Iterator[TracedTest]:
    """The tests of the module's own part of the package, then the others: those are slower and look less closely.

    Of each, those whose file is named like the module or its folder come first, slow ones last: one of them takes the
    time of many.
    """
    _package, room, *names = path.removesuffix(".py").split("/")
    groups = defaultdict[tuple[bool, bool, bool], list[TracedTest]](list)
    for test in tests:
        is_named = any(name in test.file.rpartition("/")[2] for name in names)
        groups[test.file.split("/")[1] != room, test.seconds > SLOW, not is_named].append(test)
    return chain.from_iterable(_in_turn(groups[order]) for order in sorted(groups))


def _room(path: str) -> str:
    """The part of the package that a module or a test file belongs to: the name below the first folder."""
    return path.split("/")[1]


def _widest(tests: Iterable[TracedTest]) -> list[TracedTest]:
    """The tests that run most lines of the program: they often compare whole windows or documents with kept ones."""
    quick = (test for test in tests if test.seconds <= SLOW)
    return sorted(quick, key=lambda test: (-test.lines.bit_count(), test.name))[:WIDEST]


def _in_turn(tests: Sequence[TracedTest]) -> Iterator[TracedTest]:
    """The fastest test of each file, then the second fastest of each, and so on."""
    by_file = defaultdict[str, list[TracedTest]](list)
    for test in sorted(tests, key=lambda test: test.seconds):
        by_file[test.file].append(test)
    rounds = max(map(len, by_file.values()), default=0)
    yield from chain.from_iterable((tests[at] for tests in by_file.values() if at < len(tests)) for at in range(rounds))


def _covering(tests: Iterable[TracedTest], wanted: int) -> list[TracedTest]:
    """Tests that together run each of the lines `TIMES` times, chosen by the lines they add per second."""
    chosen: list[TracedTest] = []
    left = set(tests)
    for _time in range(TIMES):
        missing = wanted
        while left:
            best = max(left, key=lambda test: ((test.lines & missing).bit_count() / (test.seconds + 0.2), test.name))
            if not best.lines & missing:
                break
            chosen.append(best)
            left.remove(best)
            missing &= ~best.lines
    return chosen


def _until(seconds: float, tests: Iterable[TracedTest]) -> list[TracedTest]:
    left, taken = seconds, []
    for test in tests:
        if test.seconds <= left:
            left -= test.seconds
            taken.append(test)
    return taken
