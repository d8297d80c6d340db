"""Items that stand one below the other on pages: texts, rows of tables, room. Each can go on over the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol

from botilbud_desktop.documents.pdf.engine import Canvas, Flowable
from botilbud_desktop.documents.pdf.structure.canvas import RULES
from botilbud_desktop.documents.pdf.theme import TEXT_HEIGHT, TEXT_WIDTH

_UNDIVIDED = TEXT_HEIGHT / 4
"""A row that is not taller than this is not divided by the end of a page."""
_BEGUN_LINES = 3
"""Lines that stand at the foot of a page at least, where a text goes on over it."""


class Rule(NamedTuple):
    """A line over the whole width."""

    thickness: float
    colour: Any


class Item(Protocol):
    """Something that takes some height of a page's width."""

    @property
    def height(self) -> float:
        """In points, without the room above and below."""

    @property
    def least(self) -> float:
        """The height that its beginning needs on a page."""

    @property
    def before(self) -> float:
        """The room above it, which it has not at the top of a page."""

    @property
    def after(self) -> float:
        """The room below it."""

    @property
    def keeps(self) -> bool:
        """Whether it stays with what follows."""

    @property
    def head(self) -> "Item | None":
        """What is repeated above it where it is the first on a page."""

    @property
    def bookmark(self) -> "Bookmark | None":
        """What leads to it from outside."""

    def split(self, room: float) -> tuple["Item", "Item"] | None:
        """Returns the part that fits into `room` points and the rest; None where no part fits."""

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws it below `top`."""


class Bookmark(NamedTuple):
    """A heading as the list of bookmarks shows it."""

    level: int
    text: str


class NewPage:
    """Ends the page, unless nothing is on it yet."""


@dataclass(slots=True)
class Space:
    """Room, or a blank line of a text."""

    height: float
    before: float = 0
    after: float = 0
    keeps: bool = False
    head: Item | None = None
    bookmark: Bookmark | None = None

    @property
    def least(self) -> float:
        """Nothing: it may be left out at the foot of a page."""
        return 0

    def split(self, _room: float) -> tuple[Item, Item] | None:
        """Returns that it may end with the page."""
        return Space(0), Space(0)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws nothing."""


@dataclass(slots=True)
class Filling:
    """Something whose height follows from the room that there was."""

    flowable: Flowable
    height: float
    before: float = 0
    after: float = 0
    keeps: bool = False
    head: Item | None = None
    bookmark: Bookmark | None = None

    @property
    def least(self) -> float:
        """All of it: it is not divided."""
        return self.height

    def split(self, _room: float) -> tuple[Item, Item] | None:
        """Returns that it cannot be divided."""
        return None

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws it."""
        self.flowable.drawOn(canvas, left, top - self.height)


@dataclass(slots=True)
class Text:
    """A paragraph."""

    paragraph: Flowable
    width: float = TEXT_WIDTH
    keeps: bool = False
    head: Item | None = None
    bookmark: Bookmark | None = None

    @property
    def height(self) -> float:
        """The height of its lines."""
        return height_at(self.paragraph, self.width)

    @property
    def least(self) -> float:
        """The height of its first lines."""
        return min(self.height, _BEGUN_LINES * float(self.paragraph.style.leading))

    @property
    def before(self) -> float:
        """As its style has it."""
        return float(self.paragraph.getSpaceBefore())

    @property
    def after(self) -> float:
        """As its style has it."""
        return float(self.paragraph.getSpaceAfter())

    def split(self, room: float) -> tuple[Item, Item] | None:
        """Splits it between two lines."""
        pieces = self.paragraph.split(self.width, room)
        if len(pieces) < 2:
            return None
        first, rest = pieces
        return Text(first, self.width), Text(rest, self.width, self.keeps)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws its lines."""
        self.paragraph.drawOn(canvas, left, top - self.height)


class Column(NamedTuple):
    """The place of a column."""

    left: float
    width: float


@dataclass(slots=True)
class Row:
    """Cells beside each other, each with texts one below the other."""

    cells: Sequence[Sequence[Flowable]]
    columns: Sequence[Column]
    above: float
    """The room within it above the texts."""
    below: float
    rule_above: Rule | None = None
    rule_below: Rule | None = None
    before: float = 0
    after: float = 0
    keeps: bool = False
    head: Item | None = None
    bookmark: Bookmark | None = None
    least_height: float = 0
    _height: float | None = field(default=None, init=False)

    @property
    def height(self) -> float:
        """The height of its tallest cell, and the room around that."""
        if self._height is None:
            self._height = self._measured()
        return self._height

    def _measured(self) -> float:
        tallest = max(
            (
                sum(height_at(part, column.width) for part in cell)
                for cell, column in zip(self.cells, self.columns, strict=True)
            ),
            default=0,
        )
        return max(self.above + tallest + self.below, self.least_height)

    @property
    def least(self) -> float:
        """All of its height, unless that is much."""
        return self.height if self.height <= _UNDIVIDED else self.above + _BEGUN_LINES * self._leading

    def split(self, room: float) -> tuple[Item, Item] | None:
        """Splits each cell where the room ends."""
        inside = room - self.above
        firsts, rests = [], []
        for cell, column in zip(self.cells, self.columns, strict=True):
            first, rest = _split_cell(cell, column.width, inside)
            if cell and not first:
                return None
            firsts.append(first)
            rests.append(rest)
        if self.height <= TEXT_HEIGHT / 2 and room < self._leading * _BEGUN_LINES:
            return None
        begun = replace(self, cells=firsts, below=0, rule_below=None, after=0, least_height=0)
        return begun, replace(self, cells=rests, above=0, rule_above=None, before=0)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the texts, then the rules."""
        for cell, column in zip(self.cells, self.columns, strict=True):
            y = top - self.above
            for part in cell:
                y -= height_at(part, column.width)
                part.drawOn(canvas, left + column.left, y)
        rules = [
            (rule, y) for rule, y in ((self.rule_above, top), (self.rule_below, top - self.height)) if rule is not None
        ]
        if rules:
            _draw_rules(canvas, rules, left, left + self.columns[-1].left + self.columns[-1].width)

    @property
    def _leading(self) -> float:
        return max(
            (float(part.style.leading) for cell in self.cells for part in cell[:1] if hasattr(part, "style")), default=0
        )


def height_at(flowable: Flowable, width: float) -> float:
    """Returns the height of a paragraph at a width."""
    return float(flowable.wrap(width, 1e6)[1])


def height_in(flowable: Flowable, room: float) -> float:
    """Returns the height that something takes of the room on a page."""
    return float(flowable.wrap(TEXT_WIDTH, room)[1])


def _split_cell(cell: Sequence[Flowable], width: float, room: float) -> tuple[list[Flowable], list[Flowable]]:
    for index, part in enumerate(cell):
        height = height_at(part, width)
        if height > room:
            pieces = part.split(width, room)
            if len(pieces) < 2:
                return list(cell[:index]), list(cell[index:])
            return [*cell[:index], pieces[0]], [*pieces[1:], *cell[index + 1 :]]
        room -= height
    return list(cell), []


def _draw_rules(canvas: Canvas, rules: Sequence[tuple[Rule, float]], left: float, right: float) -> None:
    canvas.open_artifact(RULES)
    canvas.saveState()
    for rule, y in rules:
        canvas.setStrokeColor(rule.colour)
        canvas.setLineWidth(rule.thickness)
        canvas.line(left, y, right, y)
    canvas.restoreState()
    canvas.close()
