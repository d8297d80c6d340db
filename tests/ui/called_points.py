"""What Qt calls in the window's modules, found in their code: slots, what is handed on to be called, and overrides."""

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
    """A function that Qt calls."""

    kind: type
    name: str
    """A method's name; of a function within a method `method.function`."""
    is_slot: bool
    """Whether a signal, a timer or a button calls it; else it overrides a method of Qt."""

    @property
    def code(self) -> CodeType:
        """What runs."""
        outer, _dot, inner = self.name.partition(".")
        function = vars(self.kind)[outer]
        assert isinstance(function, FunctionType)
        return _code_within(function.__code__, inner) if inner else function.__code__

    @property
    def is_within(self) -> bool:
        """Whether it is a function within a method."""
        return "." in self.name

    @property
    def lines(self) -> list[int]:
        """The lines of its body."""
        return sorted({line for _start, _end, line in self.code.co_lines() if line} - {self.code.co_firstlineno})

    @property
    def module(self) -> str:
        """The module of the window that it belongs to, such as `merging.sides`."""
        return self.kind.__module__.removeprefix(f"{OWN}.")

    def is_in(self, *modules: str) -> bool:
        """Whether it belongs to one of these modules or packages of the window."""
        return any(self.module == module or self.module.startswith(f"{module}.") for module in modules)

    def __str__(self) -> str:
        return f"{self.module}.{self.kind.__qualname__}.{self.name}"


@cache
def all_points() -> tuple[Point, ...]:
    """Each slot, all else that is handed on, and each method that overrides one of Qt's, in all the modules."""
    package = botilbud_desktop.ui
    modules = [import_module(found.name) for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    trees = {module: ast.parse(inspect.getsource(module)) for module in modules}
    others = {name for tree in trees.values() for name in _others_handed_on(tree)}
    return tuple(
        point
        for module, tree in trees.items()
        for part in tree.body
        if isinstance(part, ast.ClassDef)
        for point in _points_of(vars(module)[part.name], part, others)
    )


def _points_of(kind: type, tree: ast.ClassDef, others: set[str]) -> Iterator[Point]:
    handed_on = set(_own_handed_on(tree))
    if issubclass(kind, QObject):
        handed_on |= others
    for name, member in vars(kind).items():
        if not isinstance(member, FunctionType):
            continue
        is_slot = name.startswith("_on_") or name in handed_on
        if is_slot or _overrides_qt(kind, name):
            yield Point(kind, name, is_slot)
    for method in (part for part in tree.body if isinstance(part, ast.FunctionDef)):
        for inner in (part for part in ast.walk(method) if isinstance(part, ast.FunctionDef) and part is not method):
            yield Point(kind, f"{method.name}.{inner.name}", is_slot=True)


def _own_handed_on(tree: ast.AST) -> Iterator[str]:
    """The names of the methods of `self` that are handed on, to signals, timers, buttons or other objects."""
    for node in ast.walk(tree):
        handed = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
        for part in map(_what_is_called, handed):
            if isinstance(part, ast.Attribute) and _is_self(part.value):
                yield part.attr


def _others_handed_on(tree: ast.AST) -> Iterator[str]:
    """The names of what is handed on of other objects, to signals, timers, buttons or objects that are made."""
    for node in ast.walk(tree):
        handed: list[ast.expr] = []
        if isinstance(node, ast.Call) and _is_connecting_or_making(node.func):
            handed = node.args
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Constant):
            handed = node.elts[1:]
        for part in map(_what_is_called, handed):
            if isinstance(part, ast.Attribute) and not _is_self(part.value):
                yield part.attr


def _is_connecting_or_making(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr in _CONNECTING
    return isinstance(called, ast.Name) and called.id[:1].isupper()


def _is_self(owner: ast.expr) -> bool:
    return isinstance(owner, ast.Name) and owner.id == "self"


def _what_is_called(handed: ast.expr) -> ast.expr:
    """What a `partial` or a `lambda` leads to."""
    if isinstance(handed, ast.Lambda) and isinstance(handed.body, ast.Call):
        return handed.body.func
    if isinstance(handed, ast.Call) and isinstance(handed.func, ast.Name) and handed.func.id == "partial":
        return handed.args[0]
    return handed


def _code_within(code: CodeType, name: str) -> CodeType:
    return next(part for part in code.co_consts if isinstance(part, CodeType) and part.co_name == name)


def _overrides_qt(kind: type, name: str) -> bool:
    own = not name.startswith("_")
    return own and any(base.__module__.startswith("PySide6.") and hasattr(base, name) for base in kind.__mro__)
