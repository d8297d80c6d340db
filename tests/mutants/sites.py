"""All sites of a module that can be changed."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from tests.mutants.exclusions import is_left_alone, parts
from tests.mutants.mutant import Site, Variant
from tests.mutants.operators import OPERATORS, arithmetic, condition
from tests.mutants.source import Source

type Statement = ast.stmt | ast.comprehension


class _Around(NamedTuple):
    """The context of a node."""

    function: str = ""
    is_run_on_import: bool = True
    statement: range = range(0)
    defines: frozenset[str] = frozenset()


def sites(source: Source) -> list[Site]:
    """The sites of a module, in no particular order."""
    return list(_below(source, source.tree, _Around()))


def _below(source: Source, node: ast.AST, around: _Around) -> Iterator[Site]:
    if is_left_alone(node):
        return
    if isinstance(node, ast.stmt):
        around = around._replace(statement=_head(node))
        if around.is_run_on_import:
            around = around._replace(defines=around.defines | defined_names(node))
    yield from _sites_of(source, node, around)
    inner = around
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        inner = around._replace(function=f"{around.function}.{node.name}".lstrip("."))
    for child in parts(node):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and child is not node.args:
            yield from _below(source, child, inner._replace(is_run_on_import=False, defines=frozenset()))
        else:
            yield from _below(source, child, inner)


def _head(node: ast.stmt) -> range:
    """The lines of a statement, without its body."""
    body = getattr(node, "body", None)
    assert node.end_lineno is not None
    end = max(node.lineno, body[0].lineno - 1) if isinstance(body, list) else node.end_lineno
    return range(node.lineno, end + 1)


def defined_names(node: ast.stmt) -> frozenset[str]:
    """The names that a statement outside functions defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return frozenset({node.name})
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return frozenset(part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name))


def _sites_of(source: Source, node: ast.AST, around: _Around) -> Iterator[Site]:
    if isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield _site(source, test, (Variant("condition", "True"), Variant("condition", "False")), around)
        return
    if not isinstance(node, ast.expr | ast.stmt):
        return
    for operator in OPERATORS:
        if operator is arithmetic and isinstance(node, ast.BinOp) and _joins_paths(source, node):
            continue
        variants = tuple(operator(source, node))
        if variants:
            changed = node.test if operator is condition and isinstance(node, ast.If | ast.While | ast.IfExp) else node
            yield _site(source, changed, variants, around)


def _site(source: Source, node: ast.expr | ast.stmt, variants: tuple[Variant, ...], around: _Around) -> Site:
    assert node.end_lineno is not None
    start, end = source.span(node)
    lines = range(node.lineno, node.end_lineno + 1)
    return Site(start, end, variants, lines, around.statement, around.function, around.defines)


def _joins_paths(source: Source, node: ast.BinOp) -> bool:
    return isinstance(node.op, ast.Div) and "pathlib" in source.text
