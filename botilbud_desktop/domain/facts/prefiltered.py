"""Patterns that are tried only where one of their literals stands, since that is found some ten times faster."""

import re
from collections.abc import Iterator


class PrefilteredPattern:
    """A regular expression with literals (`a|b|c`), one of which stands in all that it finds.

    `tests/words/test_prefilters.py` holds that of the labelled texts.
    """

    def __init__(self, pattern: str, *, literals: str) -> None:
        self.pattern = re.compile(pattern)
        self._literals = tuple(literals.split("|"))

    def may_match(self, words: str) -> bool:
        """Whether a literal stands in the words."""
        return any(literal in words for literal in self._literals)

    def search(self, words: str) -> re.Match[str] | None:
        """Like `re.Pattern.search`."""
        return self.pattern.search(words) if self.may_match(words) else None

    def finditer(self, words: str) -> Iterator[re.Match[str]]:
        """Like `re.Pattern.finditer`."""
        return self.pattern.finditer(words) if self.may_match(words) else iter(())
