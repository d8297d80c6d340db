"""Code that is not mutated, because the change would mostly be equivalent; see the README."""

import ast
import builtins
import re
import sys
from collections.abc import Collection, Sequence

NAMES_NEVER_CHANGED = {"__slots__", "__all__", "__match_args__"}
CALLS_NEVER_CHANGED = {"TypeVar", "ParamSpec", "NewType", "Signal", "setObjectName", "setProperty", "objectName"}
CALLS_NEVER_LEFT_OUT = {"__init__"}
DURATION = re.compile(r"_MS$|SECONDS|PAUSE|WAIT|GOODBYE")
"""Names of durations: no ordinary test asserts a time."""
GENERICS = {
    "list",
    "dict",
    "set",
    "frozenset",
    "tuple",
    "type",
    "Sequence",
    "Mapping",
    "Callable",
    "Iterator",
    "Literal",
}
STRIPPING = {"strip", "lstrip", "rstrip"}
WITHOUT_EFFECT = {"Spacer": 0}
"""By the name of the called function: the index of the argument that it ignores."""
KEYWORDS_NEVER_CHANGED = {"encoding", "errors", "newline", "strict"}
BUILTIN_ERRORS = {name for name in dir(builtins) if name.endswith(("Error", "Exception"))} | {"SystemExit"}


def called_name(node: ast.AST) -> str:
    """The last name of the called function; empty for another node."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def is_docstring(node: ast.AST) -> bool:
    """Whether the node is a stand-alone constant."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def is_left_alone(node: ast.AST) -> bool:
    """Whether neither this node nor anything in it is mutated."""
    if is_docstring(node) or isinstance(node, ast.Import | ast.ImportFrom | ast.Assert | ast.TypeAlias | ast.Global):
        return True
    if (isinstance(node, ast.Compare) and _asks_for_platform(node)) or _is_decided_by_first(node):
        return True
    if isinstance(node, ast.Raise) and node.exc is not None and ast.unparse(node.exc) == "NotImplementedError":
        return True  # stands for a method of a subclass
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(isinstance(target, ast.Name) and _is_never_changed(target.id) for target in targets):
            return True
    if isinstance(node, ast.Expr) and called_name(node.value) in {*CALLS_NEVER_LEFT_OUT, *CALLS_NEVER_CHANGED}:
        return True
    return called_name(node) in CALLS_NEVER_CHANGED


def _is_never_changed(name: str) -> bool:
    return name in NAMES_NEVER_CHANGED or DURATION.search(name) is not None


def parts(node: ast.AST) -> list[ast.AST]:
    """The nodes below this one that may be mutated."""
    left_out: list[ast.AST | None] = []
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        left_out = [node.returns, *node.decorator_list, *node.type_params]
    if isinstance(node, ast.ClassDef):
        left_out = [*node.bases, *node.decorator_list, *node.keywords, *node.type_params]
    if isinstance(node, ast.arg | ast.AnnAssign):
        left_out = [node.annotation]
    if isinstance(node, ast.FormattedValue):
        left_out = [node.format_spec]
    if isinstance(node, ast.keyword) and node.arg in KEYWORDS_NEVER_CHANGED:
        return []
    if isinstance(node, ast.Call) and called_name(node) in {"cast", "isinstance", "issubclass"}:
        left_out = [node.args[0 if called_name(node) == "cast" else 1]]
    if isinstance(node, ast.Call) and called_name(node) in STRIPPING:
        left_out = [*node.args]  # a set of characters: more of them are hardly ever met
    if isinstance(node, ast.Call) and called_name(node) in WITHOUT_EFFECT:
        left_out = [node.args[WITHOUT_EFFECT[called_name(node)]]]
    if isinstance(node, ast.Raise) and node.exc is not None and called_name(node.exc) in BUILTIN_ERRORS:
        left_out = [node.exc]  # texts for programmers
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id in GENERICS:
        return []
    if isinstance(node, ast.If | ast.IfExp):
        left_out = list[ast.AST | None](_never_run(node))
    return [child for child in ast.iter_child_nodes(node) if not any(child is other for other in left_out)]


def is_decided(test: ast.expr, names_of_systems: Collection[str] = ()) -> bool:
    """Whether a condition only distinguishes type checking or platforms."""
    if isinstance(test, ast.UnaryOp):
        return is_decided(test.operand, names_of_systems)
    if isinstance(test, ast.Name) and test.id in names_of_systems:
        return True
    checking = ast.unparse(test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
    return checking or _is_decided_by_first(test) or (isinstance(test, ast.Compare) and _asks_for_platform(test))


def _never_run(node: ast.If | ast.IfExp) -> Sequence[ast.AST]:
    """The branch that only a type checker or another platform takes."""
    if not is_decided(node.test):
        return []
    branch = node.body
    if isinstance(node.test, ast.Compare):
        branch = node.orelse if _is_true_here(node.test) else node.body
    if isinstance(node.test, ast.BoolOp):
        branch = node.orelse if isinstance(node.test.op, ast.Or) else node.body
    return branch if isinstance(branch, list) else [branch]


def _is_decided_by_first(node: ast.AST) -> bool:
    """Whether the first operand of `and` or `or` asks for the platform, and the others never count on this one."""
    if not isinstance(node, ast.BoolOp):
        return False
    first = node.values[0]
    if not isinstance(first, ast.Compare) or not _asks_for_platform(first):
        return False
    return _is_true_here(first) is isinstance(node.op, ast.Or)


def _is_true_here(node: ast.Compare) -> bool:
    is_same = ast.unparse(node.comparators[0]) == repr(sys.platform)
    return is_same if isinstance(node.ops[0], ast.Eq) else not is_same


def _asks_for_platform(node: ast.Compare) -> bool:
    return ast.unparse(node.left) == "sys.platform"
