"""The state of a page that is drawn, as far as it decides where text stands."""

import math
from typing import NamedTuple

from botilbud_desktop.documents.foreign.boxes import IDENTITY, Matrix
from botilbud_desktop.documents.foreign.errors import TOO_COMPLICATED, ForeignPdfError
from botilbud_desktop.documents.foreign.meter import Meter
from botilbud_desktop.documents.foreign.words.fonts import Font
from botilbud_desktop.documents.foreign.words.placed import PageText, Placed, Rule, Wall
from botilbud_desktop.documents.foreign.words.tokens import Operand

_MOST_SAVED = 500
_FARTHEST = 1e6
_THINNEST = 3.0
"""A filled rectangle that is not higher is a line, in points."""
_SHORTEST_RULE = 15.0
_SHORTEST_WALL = 5.0
_MOST_RULES = 4_000
_STEPS_OF_A_STRING = 10
"""A string is held with its place, which takes some hundred bytes."""
_TOUCHING = 0.06
"""Strings touch each other within so many times their size."""
_LONGEST_STRING = 400
_MOST_TURNED = 2_000
_UNSEEN = 3.0
_SLIGHTLY = 0.1
"""Text that rises no more runs from left to right."""


class _State(NamedTuple):
    """What `q` saves."""

    place: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: float = 0.0


class Painter:
    """Follows operators."""

    def __init__(self, place: Matrix, meter: Meter) -> None:
        self.pictures = 0
        self._meter = meter
        self._state = _State(place)
        self._saved: list[_State] = []
        self._text = self._line = IDENTITY
        self._placed: list[Placed] = []
        self._rules: list[Rule] = []
        self._walls: list[Wall] = []
        self._turned: list[str] = []
        self._at: tuple[float, float] | None = None

    @property
    def depth(self) -> int:
        """How many states are saved."""
        return len(self._saved)

    def page_text(self) -> PageText:
        """Returns what was shown."""
        turned = " ".join("".join(self._turned).split())
        return PageText(tuple(self._placed), tuple(self._rules), tuple(self._walls), turned, self.pictures)

    def set_font(self, font: Font | None, size: float) -> None:
        """Chooses a font."""
        self._state = self._state._replace(font=font, size=size)

    def save(self) -> None:
        """Saves the state."""
        if len(self._saved) >= _MOST_SAVED:
            raise ForeignPdfError(TOO_COMPLICATED)
        self._saved.append(self._state)

    def restore(self) -> None:
        """Restores the state that was saved last."""
        if self._saved:
            self._state = self._saved.pop()

    def restore_to(self, depth: int) -> None:
        """Restores the state until no more than `depth` are saved."""
        while len(self._saved) > depth:
            self.restore()

    def move(self, by: Matrix) -> None:
        """Moves all that follows."""
        self._state = self._state._replace(place=_product(by, self._state.place))

    def take(self, operator: bytes, operands: list[Operand]) -> None:
        """Follows an operator; those that draw no text and no lines change nothing."""
        given = [each for each in operands if isinstance(each, float)]
        match operator, given:
            case b"q", _:
                self.save()
            case b"Q", _:
                self.restore()
            case b"cm", [a, b, c, d, e, f]:
                self.move((a, b, c, d, e, f))
            case b"BT", _:
                self._text = self._line = IDENTITY
            case b"Tm", [a, b, c, d, e, f]:
                self._text = self._line = (a, b, c, d, e, f)
            case b"Td", [x, y]:
                self._next_line(x, y)
            case b"TD", [x, y]:
                self._state = self._state._replace(leading=-y)
                self._next_line(x, y)
            case b"T*", _:
                self._next_line(0, -self._state.leading)
            case ((b"Tj" | b"TJ" | b"'" | b'"'), _):
                self._show(operator, operands, given)
            case ((b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts" | b"Tr"), [value]):
                self._set(operator, value)
            case b"re", [x, y, width, height]:
                self._rectangle(x, y, width, height)
            case b"m", [x, y]:
                self._at = x, y
            case b"l", [x, y]:
                if self._at is not None:
                    self._rectangle(*self._at, x - self._at[0], y - self._at[1])
                self._at = x, y
            case _:
                pass

    def _set(self, operator: bytes, value: float) -> None:
        state = self._state
        match operator:
            case b"Tc":
                self._state = state._replace(character_space=value)
            case b"Tw":
                self._state = state._replace(word_space=value)
            case b"Tz":
                self._state = state._replace(stretch=value / 100)
            case b"TL":
                self._state = state._replace(leading=value)
            case b"Ts":
                self._state = state._replace(rise=value)
            case _:
                self._state = state._replace(mode=value)

    def _next_line(self, x: float, y: float) -> None:
        self._line = self._text = _product((1, 0, 0, 1, x, y), self._line)

    def _show(self, operator: bytes, operands: list[Operand], given: list[float]) -> None:
        if operator == b'"' and len(given) >= 2:
            self._state = self._state._replace(word_space=given[0], character_space=given[1])
        if operator in (b"'", b'"'):
            self._next_line(0, -self._state.leading)
        last = operands[-1] if operands else None
        for each in last if isinstance(last, list) else [last]:
            if isinstance(each, bytes):
                self._string(each)
            elif isinstance(each, float):
                self._advance(-each / 1_000 * self._state.size * self._state.stretch)

    def _advance(self, distance: float) -> None:
        self._text = _product((1, 0, 0, 1, distance, 0), self._text)

    def _string(self, text: bytes) -> None:
        state = self._state
        if state.font is None:
            return
        pieces: list[str] = []
        wide = 0.0
        for letter in state.font.letters(text):
            pieces.append(letter.text)
            space = state.character_space + (state.word_space if letter.is_space else 0)
            wide += (letter.width / 1_000 * state.size + space) * state.stretch
        start = _product((1, 0, 0, 1, 0, state.rise), _product(self._text, state.place))
        self._advance(wide)
        self._place("".join(pieces), start, wide)

    def _place(self, text: str, start: Matrix, wide: float) -> None:
        a, b, c, d, x, y = start
        size = abs(self._state.size) * math.hypot(c, d)
        if not all(math.isfinite(value) and abs(value) < _FARTHEST for value in (x, y, size, wide * a)) or not text:
            return
        if abs(b) > _SLIGHTLY * abs(a) or a < 0:
            self._turned.append(text if len(self._turned) < _MOST_TURNED else "")
            return
        is_bold = self._state.font is not None and self._state.font.is_bold
        is_bold = is_bold or self._state.mode == 2
        right = x + max(0.0, wide * a)
        placed = Placed(text, x, right, y, size, is_bold, self._state.mode == _UNSEEN)
        last = self._placed[-1] if self._placed else None
        if last is not None and _goes_on(last, placed):
            self._placed[-1] = placed._replace(text=last.text + text, left=last.left)
            return
        self._meter.work(_STEPS_OF_A_STRING)
        self._placed.append(placed)

    def _rectangle(self, x: float, y: float, width: float, height: float) -> None:
        """Takes a rectangle that is nothing but a line, or the sides of a larger one, which is a border."""
        a, b, c, d, e, f = self._state.place
        corners = [(a * u + c * v + e, b * u + d * v + f) for u, v in ((x, y), (x + width, y + height))]
        (left, bottom), (right, top) = corners
        if not all(math.isfinite(value) and abs(value) < _FARTHEST for value in (left, right, bottom, top)):
            return
        if len(self._rules) + len(self._walls) >= _MOST_RULES:
            return
        if abs(top - bottom) <= _THINNEST and abs(right - left) >= _SHORTEST_RULE:
            self._rules.append(Rule(min(left, right), max(left, right), (top + bottom) / 2))
        elif abs(right - left) <= _THINNEST and abs(top - bottom) >= _SHORTEST_WALL:
            self._walls.append(Wall((left + right) / 2, min(bottom, top), max(bottom, top)))


def _goes_on(last: Placed, placed: Placed) -> bool:
    """Whether a string begins where the one before it ends, in the same font."""
    near = _TOUCHING * placed.size
    is_at_end = abs(placed.left - last.right) < near and abs(placed.bottom - last.bottom) < near
    return is_at_end and last[4:] == placed[4:] and len(last.text) < _LONGEST_STRING


def _product(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
