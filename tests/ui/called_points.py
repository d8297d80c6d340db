"""Finds the functions that Qt calls in the modules of `ui`, from their source: slots, callbacks and overrides."""

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import CodeType, FunctionType
from typing import NamedTuple

from PySide6.QtCore import QObject

import botilbud_desktop.ui

OWN = botilbud_desktop.ui.__name__
_CONNECTING = ("connect", "singleShot")


class Point(NamedTuple):
    """A function of the program that Qt calls."""

    kind: type
    name: str
    """Name of the method; `method.function` for a function nested in a method."""
    is_slot: bool
    """Whether a signal, timer or button calls it; otherwise it overrides a method of Qt."""

    @property
    def code(self) -> CodeType:
        """The code object."""
        outer, _dot, inner = self.name.partition(".")
        function = vars(self.kind)[outer]
        assert isinstance(function, FunctionType)
        return _nested_code(function.__code__, inner) if inner else function.__code__

    @property
    def is_nested(self) -> bool:
        """Whether it is a function nested in a method."""
        return "." in self.name

    @property
    def lines(self) -> list[int]:
        """The line numbers of its body."""
        return sorted({line for _start, _end, line in self.code.co_lines() if line} - {self.code.co_firstlineno})

    @property
    def module(self) -> str:
        """Its module relative to `botilbud_desktop.ui`, such as `merging.sides`."""
        return self.kind.__module__.removeprefix(f"{OWN}.")

    def is_in(self, *modules: str) -> bool:
        """Whether it belongs to one of these modules or packages of `ui`."""
        return any(self.module == module or self.module.startswith(f"{module}.") for module in modules)

    def __str__(self) -> str:
        return f"{self.module}.{self.kind.__qualname__}.{self.name}"


@cache
def all_points() -> tuple[Point, ...]:
    """Returns every slot, every other callback and every override of a Qt method in all modules of `ui`."""
    package = botilbud_desktop.ui
    modules = [import_module(found.name) for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    trees = {module: ast.parse(inspect.getsource(module)) for module in modules}
    others = {name for tree in trees.values() for name in _others_callbacks(tree)}
    return tuple(
        point
        for module, tree in trees.items()
        for part in tree.body
        if isinstance(part, ast.ClassDef)
        for point in _points_of(vars(module)[part.name], part, others)
    )


def _points_of(kind: type, tree: ast.ClassDef, others: set[str]) -> Iterator[Point]:
    callbacks = set(_own_callbacks(tree))
    if issubclass(kind, QObject):
        callbacks |= others
    left_open = {part.name for part in tree.body if isinstance(part, ast.FunctionDef) and _is_left_open(part)}
    for name, member in vars(kind).items():
        if not isinstance(member, FunctionType) or name in left_open:
            continue
        is_slot = name.startswith("_on_") or name in callbacks
        if is_slot or _overrides_qt(kind, name):
            yield Point(kind, name, is_slot)
    for method in (part for part in tree.body if isinstance(part, ast.FunctionDef)):
        for inner in (part for part in ast.walk(method) if isinstance(part, ast.FunctionDef) and part is not method):
            yield Point(kind, f"{method.name}.{inner.name}", is_slot=True)


def _is_left_open(method: ast.FunctionDef) -> bool:
    """Whether each subclass has its own method instead, and this one is never called."""
    *before, last = method.body
    return (
        all(isinstance(part, ast.Expr) for part in before)
        and isinstance(last, ast.Raise)
        and isinstance(last.exc, ast.Name)
        and last.exc.id == NotImplementedError.__name__
    )


def _own_callbacks(tree: ast.AST) -> Iterator[str]:
    """Yields the names of methods of `self` that are passed as callbacks to signals, timers, buttons or objects."""
    for node in ast.walk(tree):
        passed = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
        for part in map(_call_target, passed):
            if isinstance(part, ast.Attribute) and _is_self(part.value):
                yield part.attr


def _others_callbacks(tree: ast.AST) -> Iterator[str]:
    """Yields the names of other objects' methods passed as callbacks to signals, timers, buttons or constructors."""
    for node in ast.walk(tree):
        passed: list[ast.expr] = []
        if isinstance(node, ast.Call) and _connects_or_constructs(node.func):
            passed = node.args
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Constant):
            passed = node.elts[1:]
        for part in map(_call_target, passed):
            if isinstance(part, ast.Attribute) and not _is_self(part.value):
                yield part.attr


def _connects_or_constructs(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr in _CONNECTING
    return isinstance(called, ast.Name) and called.id[:1].isupper()


def _is_self(owner: ast.expr) -> bool:
    return isinstance(owner, ast.Name) and owner.id == "self"


def _call_target(passed: ast.expr) -> ast.expr:
    """Returns the function that a `partial` or `lambda` calls; anything else unchanged."""
    if isinstance(passed, ast.Lambda) and isinstance(passed.body, ast.Call):
        return passed.body.func
    if isinstance(passed, ast.Call) and isinstance(passed.func, ast.Name) and passed.func.id == "partial":
        return passed.args[0]
    return passed


def _nested_code(code: CodeType, name: str) -> CodeType:
    return next(part for part in code.co_consts if isinstance(part, CodeType) and part.co_name == name)


def _overrides_qt(kind: type, name: str) -> bool:
    own = not name.startswith("_")
    return own and any(base.__module__.startswith("PySide6.") and hasattr(base, name) for base in kind.__mro__)
