"""One small change to one module."""

import ast
from typing import NamedTuple

from tests.mutants.source import Source, changed_lines, difference


class Variant(NamedTuple):
    """A replacement text."""

    kind: str
    text: str


class Site(NamedTuple):
    """A position in a module that can be changed, and the ways to change it."""

    start: int
    end: int
    variants: tuple[Variant, ...]
    lines: range
    """The lines of the changed node."""
    statement: range
    """The lines of the statement around it, without its body."""
    function: str
    """The dotted name of the function or class around it."""
    defines: frozenset[str]
    """For a site outside functions: the names that the statement defines, through which the change takes effect."""


class Mutant(NamedTuple):
    """A site and one of its variants."""

    source: Source
    site: Site
    variant: Variant

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.source.path}:{self.site.lines.start}"

    @property
    def text(self) -> str:
        """The whole changed module."""
        whole = self.source.text
        return whole[: self.site.start] + self.variant.text + whole[self.site.end :]

    @property
    def changed_lines(self) -> tuple[str, str]:
        """The changed lines, before and after."""
        return changed_lines(self.source.text, self.text)

    @property
    def difference(self) -> str:
        """The change as a unified diff."""
        return difference(self.source.path, self.source.text, self.text)

    def is_valid(self) -> bool:
        """Whether the changed module compiles and its syntax tree differs from the original."""
        try:
            changed = ast.parse(self.text)
            compile(changed, self.source.path, "exec")
        except SyntaxError:
            return False
        return ast.dump(changed) != ast.dump(self.source.tree)
