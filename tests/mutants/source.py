"""The text of a module and its syntax tree, with positions in the text."""

import ast
import difflib
from collections.abc import Iterator
from functools import cached_property

COMPOUND = (ast.BinOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Lambda, ast.NamedExpr, ast.UnaryOp, ast.Yield)


class Source:
    """One module."""

    def __init__(self, path: str, text: str) -> None:
        """`path` is used only for messages and reports."""
        self.path = path
        self.text = text
        self.tree = ast.parse(text)
        self._lines = [line.encode() for line in text.split("\n")]

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self._lines:
            starts.append(starts[-1] + len(line.decode()) + 1)
        return starts

    @cached_property
    def names_of_systems(self) -> frozenset[str]:
        """The names outside functions that only hold a platform check."""
        assigned = [node for node in self.tree.body if isinstance(node, ast.Assign)]
        of_systems = [node for node in assigned if ast.unparse(node.value).startswith("sys.platform ")]
        return frozenset(to.id for node in of_systems for to in node.targets if isinstance(to, ast.Name))

    def place(self, line: int, column: int) -> int:
        """The position in the text of a line, from 1, and a column in bytes."""
        return self._starts[line - 1] + len(self._lines[line - 1][:column].decode())

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Start and end of a node in the text."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self.place(node.lineno, node.col_offset), self.place(node.end_lineno, node.end_col_offset)

    def code(self, node: ast.expr | ast.stmt) -> str:
        """The text of a node, in parentheses where a neighbouring operator could change its meaning."""
        start, end = self.span(node)
        text = self.text[start:end]
        return f"({text})" if isinstance(node, COMPOUND) else text


def changed_lines(before: str, after: str) -> tuple[str, str]:
    """The lines that differ between two texts, before and after, without indentation."""
    old, new = before.split("\n"), after.split("\n")
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    parts = [part for part in matcher.get_opcodes() if part[0] != "equal"]
    was = [line.strip() for _, start, end, _, _ in parts for line in old[start:end]]
    now = [line.strip() for _, _, _, start, end in parts for line in new[start:end]]
    return "\n".join(was), "\n".join(now)


def difference(path: str, before: str, after: str) -> str:
    """A unified diff with one line of context."""
    return "\n".join(_unified(path, before, after))


def _unified(path: str, before: str, after: str) -> Iterator[str]:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), path, path, n=1, lineterm="")
    yield from (line for line in lines if not line.startswith(("---", "+++")))
