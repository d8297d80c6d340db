"""The ways to change one node of a syntax tree."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping

from tests.mutants.exclusions import called_name, is_decided
from tests.mutants.mutant import Variant
from tests.mutants.source import Source

COMPARISONS: Mapping[type[ast.cmpop], tuple[str, ...]] = {
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
}
ARITHMETIC: Mapping[type[ast.operator], str] = {
    ast.Add: "-",
    ast.Sub: "+",
    ast.Mult: "//",
    ast.Div: "*",
    ast.FloorDiv: "*",
    ast.Mod: "*",
    ast.BitOr: "&",
    ast.BitAnd: "|",
}
OTHER_FUNCTION = {"min": "max", "max": "min", "any": "all", "all": "any"}
OTHER_METHOD = {"startswith": "endswith", "endswith": "startswith", "lstrip": "rstrip", "rstrip": "lstrip"}
PASSED_ON = {"sorted": "list", "reversed": "list"}
LEFT_OUT = {"strip", "lower", "upper", "casefold", "removeprefix", "removesuffix", "replace", "capitalize"}
SYMMETRIC = {"min", "max", "isinstance", "issubclass", "zip", "cast", "getattr", "setattr", "hasattr", "suppress"}
OPENING = re.compile(r"""[rRuU]?('{3}|"{3}|'|")""")

type Operator = Callable[[Source, ast.AST], Iterator[Variant]]


def comparison(source: Source, node: ast.AST) -> Iterator[Variant]:
    """Another comparison: boundary moved, or reversed."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        left, right = source.code(node.left), source.code(node.comparators[0])
        for sign in COMPARISONS[type(node.ops[0])]:
            yield Variant("comparison", f"{left} {sign} {right}")


def boolean(source: Source, node: ast.AST) -> Iterator[Variant]:
    """`and` for `or` and the reverse, one operand removed, and `not` removed."""
    if isinstance(node, ast.BoolOp):
        other = " or " if isinstance(node.op, ast.And) else " and "
        yield Variant("and/or", "(" + other.join(map(source.code, node.values)) + ")")
        for left_out in range(len(node.values)):
            sign = " and " if isinstance(node.op, ast.And) else " or "
            kept = [source.code(value) for at, value in enumerate(node.values) if at != left_out]
            yield Variant("operand", "(" + sign.join(kept) + ")")
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield Variant("not", source.code(node.operand))


def arithmetic(source: Source, node: ast.AST) -> Iterator[Variant]:
    """Another operator. Skipped for a text or list operand: there it only raises, which tests nothing."""
    if isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
        if any(_is_no_number(side) for side in (node.left, node.right)):
            return
        left, right = source.code(node.left), source.code(node.right)
        yield Variant("arithmetic", f"({left} {ARITHMETIC[type(node.op)]} {right})")
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        yield Variant("arithmetic", source.code(node.operand))


def _is_no_number(node: ast.expr) -> bool:
    text = isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    return text or isinstance(node, ast.JoinedStr | ast.List | ast.Tuple | ast.Dict | ast.ListComp)


def constant(source: Source, node: ast.AST) -> Iterator[Variant]:
    """A number plus or minus one, the other truth value, another text."""
    if not isinstance(node, ast.Constant):
        return
    if isinstance(node.value, bool):
        yield Variant("truth", str(not node.value))
    elif isinstance(node.value, int | float):
        yield Variant("number", repr(node.value + 1))
        yield Variant("number", repr(node.value - 1) if node.value >= 1 else f"({node.value - 1!r})")
    elif isinstance(node.value, str):
        literal = source.code(node)
        opening = OPENING.match(literal)
        at = opening.end() if opening else 0  # a part of an f-string has no quotes of its own
        yield Variant("text", f"{literal[:at]}XX{literal[at:]}")


def condition(source: Source, node: ast.AST) -> Iterator[Variant]:
    """A condition that is always true, always false, or negated."""
    if isinstance(node, ast.If | ast.IfExp) and not is_decided(node.test, source.names_of_systems):
        yield Variant("condition", "True")
        yield Variant("condition", "False")
        if not isinstance(node.test, ast.Compare | ast.UnaryOp):
            yield Variant("condition", f"not {source.code(node.test)}")
    if isinstance(node, ast.While):
        yield Variant("condition", "False")


def returned(source: Source, node: ast.AST) -> Iterator[Variant]:
    """None, or the negation, returned instead of the value."""
    if isinstance(node, ast.Return) and node.value is not None:
        if isinstance(node.value, ast.Constant) and node.value.value in (None, False):
            return  # callers treat None and False alike; the other truth value is tried as a constant
        yield Variant("return", "return None")
        if isinstance(node.value, ast.Compare | ast.BoolOp) or _is_not(node.value):
            yield Variant("return", f"return not {source.code(node.value)}")


def _is_not(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def statement(source: Source, node: ast.AST) -> Iterator[Variant]:
    """A statement removed: a call, a raise, an assignment to an attribute or an element."""
    called = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    if called or isinstance(node, ast.Raise | ast.AugAssign | ast.Delete):
        yield Variant("left out", "pass")
    if isinstance(node, ast.Assign) and all(isinstance(to, ast.Attribute | ast.Subscript) for to in node.targets):
        yield Variant("left out", "pass")
    if isinstance(node, ast.Break):
        yield Variant("loop", "continue")
    if isinstance(node, ast.Continue):
        yield Variant("loop", "break")


def call(source: Source, node: ast.AST) -> Iterator[Variant]:
    """Two arguments swapped, another function, or the receiver instead of the call."""
    if not isinstance(node, ast.Call):
        return
    function = node.func
    name = called_name(node)
    given = [source.code(argument) for argument in node.args]
    if isinstance(function, ast.Name) and name in OTHER_FUNCTION:
        yield Variant("call", _recalled(source, node, OTHER_FUNCTION[name], given))
    if isinstance(function, ast.Name) and name in PASSED_ON:
        yield Variant("call", f"{PASSED_ON[name]}({given[0]})")
    if isinstance(function, ast.Attribute) and name in OTHER_METHOD:
        receiver = source.code(function.value)
        yield Variant("call", _recalled(source, node, f"{receiver}.{OTHER_METHOD[name]}", given))
    if isinstance(function, ast.Attribute) and name in LEFT_OUT and not isinstance(function.value, ast.Constant):
        yield Variant("call", source.code(function.value))
    starred = any(isinstance(argument, ast.Starred) for argument in node.args[:2])
    if len(given) > 1 and not starred and given[0] != given[1] and name not in SYMMETRIC:
        yield Variant("arguments", _recalled(source, node, source.code(function), [given[1], given[0], *given[2:]]))


def _recalled(source: Source, node: ast.Call, function: str, given: list[str]) -> str:
    named = [
        f"{keyword.arg}={source.code(keyword.value)}" if keyword.arg else f"**{source.code(keyword.value)}"
        for keyword in node.keywords
    ]
    return f"{function}({', '.join([*given, *named])})"


def bounds(source: Source, node: ast.AST) -> Iterator[Variant]:
    """A slice without one of its bounds."""
    if isinstance(node, ast.Slice) and node.step is None:
        if node.lower is not None:
            yield Variant("slice", ":" + (source.code(node.upper) if node.upper else ""))
        if node.upper is not None:
            yield Variant("slice", (source.code(node.lower) if node.lower else "") + ":")


OPERATORS: tuple[Operator, ...] = (
    comparison,
    boolean,
    arithmetic,
    constant,
    condition,
    returned,
    statement,
    call,
    bounds,
)
