"""The package has no import cycles: not on loading, in functions or for type checking."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.test_architecture import imports, module_name, sources


def graph_of(files: Mapping[str, Path]) -> dict[str, set[str]]:
    """Returns the modules that each module imports anywhere in its file, also in functions and `TYPE_CHECKING`."""
    return {name: set(_imported(name, path, files)) - {name} for name, path in files.items()}


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Returns the groups of modules that import each other, directly or through others of the group."""
    reached = {name: _reached_from(name, graph) for name in graph}
    groups = {frozenset(other for other in reached[name] if name in reached[other]) for name in graph}
    return sorted(sorted(group) for group in groups if group)


def _reached_from(name: str, graph: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = set(graph[name])
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting |= graph[current]
    return found


def _imported(name: str, path: Path, files: Mapping[str, Path]) -> Iterator[str]:
    """Returns the imported modules, without the packages that contain them."""
    for node, imported in imports(path):
        if imported not in files:
            continue
        is_package_of_another = isinstance(node, ast.ImportFrom) and any(
            f"{imported}.{alias.name}" in files for alias in node.names
        )
        if not is_package_of_another:
            yield imported


def test_these_tests_see_a_circle_by_way_of_type_checking(tmp_path: Path) -> None:
    files = {name: tmp_path / f"{name}.py" for name in ("first", "second", "third")}
    files["first"].write_text("def late():\n    import second\n", encoding="utf-8")
    files["second"].write_text("if TYPE_CHECKING:\n    from third import Thing\n", encoding="utf-8")
    files["third"].write_text("import first\n", encoding="utf-8")
    assert graph_of(files) == {"first": {"second"}, "second": {"third"}, "third": {"first"}}
    assert circles(graph_of(files)) == [["first", "second", "third"]]


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = graph_of({module_name(path): path for path in sources()})
    assert len(graph) > 300
    assert circles(graph) == []
