"""The numbers that a text tells as those of places that are there today: `14 i dag`, `kommunen har 14 pladser`."""

import re
from collections.abc import Collection

from botilbud_desktop.domain.facts.numbers import Number
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.known import Known

_THERE = re.compile(
    r"(?<!\w)(?:i dag|nu|nuværende|eksisterende|bestående|i forvejen|hidtil|allerede|gamle|bevar\w*|har|råder|rummer|"
    r"var|tidligere|fra|oprindelig\w*|p\.t\.|driver|har haft|består af|ud over|udover|oven i|sammen med|de øvrige|"
    r"andre)(?!\w)"
)
_REACH = 60


class Rests:
    """Tells what stands beside the project's places; each number is looked for once."""

    def __init__(self, context: Context, sizes: Collection[int]) -> None:
        """Takes a text, and the sizes of all its numbers of places."""
        self._context = context
        self._sizes = sizes
        self._numbers: dict[int, list[Number]] = {}
        self._there: dict[int, bool] = {}
        for number in context.facts.numbers:
            if number.whole:
                self._numbers.setdefault(number.whole, []).append(number)

    def are_in(self, size: int, known: Known, *, is_together: bool) -> bool:
        """Whether a number is that of the new places and of others that the text numbers: `14 i dag, 32 fremover`.

        Where it is called a sum, any number of the text may be the rest of it.
        """
        rest = size - known.total
        if rest > known.total / 2 and rest in self._numbers and (is_together or self._is_there(rest)):
            return True
        wholes = (known.total, self._context.all.total)
        return size > known.total and any(
            size - whole in self._sizes and self._is_there(size - whole) for whole in wholes
        )

    def _is_there(self, whole: int) -> bool:
        if whole not in self._there:
            self._there[whole] = any(map(self._is_told, self._numbers.get(whole, ())))
        return self._there[whole]

    def _is_told(self, number: Number) -> bool:
        sentence = self._context.sentence_at(number.start)
        before = self._context.before(sentence, number.start)[-_REACH:]
        behind = self._context.behind(sentence, number.end)[:_REACH]
        return _THERE.search(f"{before} | {behind}") is not None
