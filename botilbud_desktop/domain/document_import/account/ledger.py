"""Keeps account of each line and cell of a document: what is not taken is left out, and said."""

from collections.abc import Iterable, Sequence

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.document_import.structure.lines import Line

NOT_UNDERSTOOD = "Det er ikke forstået."


class Ledger:
    """The facts of a document, what is left out of it, and which cells of its lines belong to either."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.facts: list[Fact] = []
        self._left_out: list[tuple[int, LeftOut]] = []
        self._open = [set(line.filled) for line in lines]

    def is_open(self, index: int) -> bool:
        """Whether nothing of a line is accounted for."""
        return self._open[index] == set(self.lines[index].filled)

    def close(self, index: int, cells: Iterable[int] | None = None) -> None:
        """Accounts for a line, or for some of its cells."""
        self._open[index] -= self._open[index].copy() if cells is None else set(cells)

    def add(self, fact: Fact) -> None:
        """Adds a fact; its line is closed by the one who read it."""
        self.facts.append(fact)

    def leave(self, index: int, why: str, text: str | None = None) -> None:
        """Leaves out a line, or a text of it that is accounted for otherwise."""
        line = self.lines[index]
        if text is None:
            text = "\t".join(line.cells[cell] for cell in sorted(self._open[index]))
            self.close(index)
        left = LeftOut(line.place, text, why)
        if text and (index, left) not in self._left_out:
            self._left_out.append((index, left))

    def has_left(self, index: int, text: str) -> bool:
        """Whether a text of a line is left out already."""
        return any(at == index and left.text == text for at, left in self._left_out)

    def facts_in_order(self) -> list[Fact]:
        """Returns the facts in the order of the document."""
        order = {line.place: index for index, line in reversed(list(enumerate(self.lines)))}
        firsts = {line.first: index for index, line in reversed(list(enumerate(self.lines)))}

        def position(fact: Fact) -> int:
            source = fact.source.split(" og ")[0].split(", kolonne")[0]
            return order.get(source, firsts.get(source.split("-")[0], len(self.lines)))

        return sorted(self.facts, key=position)

    def left_out(self) -> tuple[LeftOut, ...]:
        """Returns all that is left out, in the order of the document; what nobody accounted for is not understood."""
        for index, cells in enumerate(self._open):
            if cells:
                self.leave(index, NOT_UNDERSTOOD)
        return tuple(left for _, left in sorted(self._left_out, key=lambda each: each[0]))
