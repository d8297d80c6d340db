"""The conditions of Windows Installer: whether one can be read, and which properties it asks for."""

import re

_TOKEN = re.compile(
    r"""\s*(?: (?P<string>"[^"]*") | (?P<number>-?\d+) | (?P<operator>~?(?:<>|><|<<|>>|<=|>=|=|<|>)) | (?P<bracket>[()])
    | (?P<symbol>[%$?&!]?[A-Za-z_][A-Za-z0-9_.]*) )""",
    re.VERBOSE,
)
_LOGICAL = ("AND", "OR", "XOR", "EQV", "IMP")
_DEEPEST = 50

type _Token = tuple[str, str]


class ConditionError(Exception):
    """The condition cannot be read; the text says why."""


def asked_for(condition: str) -> set[str]:
    """The properties that a condition asks for.

    Raises:
        ConditionError: it is not a condition.
    """
    reader = _Reader(_tokens(condition))
    reader.expression(0)
    reader.end()
    return reader.names


def _tokens(condition: str) -> list[_Token]:
    tokens, place, text = [], 0, condition.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            raise ConditionError(f"cannot be read from »{text[place:]}«")
        word = found[found.lastgroup]
        kind = "logical" if word.upper() in (*_LOGICAL, "NOT") else found.lastgroup
        tokens.append((kind, word))
        place = found.end()
    return tokens


class _Reader:
    """Reads tokens one after another."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._place = 0
        self.names: set[str] = set()

    def expression(self, depth: int) -> None:
        """Terms, joined by logical operators."""
        self._term(depth)
        while self._next()[1].upper() in _LOGICAL:
            self._place += 1
            self._term(depth)

    def end(self) -> None:
        """Nothing may follow."""
        if self._place < len(self._tokens):
            raise ConditionError(f"»{self._next()[1]}« is too much")

    def _term(self, depth: int) -> None:
        while self._next()[1].upper() == "NOT":
            self._place += 1
        if self._next() != ("bracket", "("):
            self._comparison()
            return
        if depth == _DEEPEST:
            raise ConditionError("has too many brackets")
        self._place += 1
        self.expression(depth + 1)
        if self._next() != ("bracket", ")"):
            raise ConditionError("a bracket is not closed")
        self._place += 1

    def _comparison(self) -> None:
        self._value()
        if self._next()[0] == "operator":
            self._place += 1
            self._value()

    def _value(self) -> None:
        kind, word = self._next()
        if kind not in ("symbol", "number", "string"):
            raise ConditionError(f"has »{word}« where a value belongs")
        if kind == "symbol" and word[0] not in "%$?&!":
            self.names.add(word)
        self._place += 1

    def _next(self) -> _Token:
        return self._tokens[self._place] if self._place < len(self._tokens) else ("", "")
