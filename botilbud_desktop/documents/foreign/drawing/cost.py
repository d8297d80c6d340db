"""Counts what a page draws, through all forms, patterns, masks and drawn letters that draw others.

One draw is a unit. So are some hundred bytes of content, and some thousand dots of a picture. Forms that draw each
other ten times over six levels make a million draws of a few hundred bytes.
"""

from typing import NamedTuple

from botilbud_desktop.documents.foreign.drawing.unpacking import Unpacking
from botilbud_desktop.documents.foreign.drawing.uses import Use, Uses, uses_of
from botilbud_desktop.documents.foreign.engine import ArrayObject, DictionaryObject, Source, StreamObject
from botilbud_desktop.documents.foreign.errors import DRAWS_ITSELF, DRAWS_TOO_MUCH, ForeignPdfError
from botilbud_desktop.documents.foreign.limits import DEEPEST_DRAWING, MOST_DRAWN, MOST_DRAWN_OF_A_PAGE
from botilbud_desktop.documents.foreign.values import array, dictionary, number, resolved

_BYTES_OF_A_DRAW = 512
_DOTS_OF_A_DRAW = 10_000
_STEPS_OF_A_CONTENT = 20
_LETTERS_OF_A_STEP = 16
_TILED = 1
"""The kind of pattern that is drawn by a content of its own."""
_NONE = DictionaryObject()

type Resources = tuple[DictionaryObject, ...]
"""Where names are looked up: a content's own resources, then those of what draws it, up to the page's."""


class Cost(NamedTuple):
    """What drawing something costs."""

    draws: int
    is_fixed: bool = True
    """Whether it is the same wherever it is drawn: no name was looked up outside its own resources."""


class Drawing:
    """Counts for the pages of one file."""

    def __init__(self, source: Source) -> None:
        self._meter = source.meter
        self._unpacking = Unpacking(source.meter)
        self._drawn = 0
        self._uses: dict[int, Uses] = {}
        """By the identity of a stream, as below."""
        self._fixed: dict[tuple[int, int], Cost] = {}
        """By stream and its own resources."""
        self._others: dict[tuple[int, ...], Cost] = {}
        """By stream and all resources."""
        self._held: list[object] = []
        """Keeps alive what is known by its identity."""
        self._open: set[tuple[int, int]] = set()
        """What is being counted."""

    def check(self, resources: object, contents: object, upon: list[object]) -> None:
        """Checks a page, with what lies upon it.

        Raises:
            ForeignPdfError: it draws too much, or something that draws itself.
        """
        own = dictionary(resources)
        found = _chain(own, ())
        drawn = sum(self._stream(each, found).draws for each in map(resolved, upon) if isinstance(each, StreamObject))
        streams = _streams(contents)
        if streams and self._may_draw(own):
            is_one = len(streams) == 1
            uses = self._uses_of(streams[0]) if is_one else uses_of(self._unpacking.content(streams), self._meter)
            drawn += self._content(uses, own, ()).draws
        _check(drawn, MOST_DRAWN_OF_A_PAGE)
        self._drawn += drawn
        _check(self._drawn, MOST_DRAWN)

    def _stream(self, stream: StreamObject, around: Resources, of_font: DictionaryObject | None = None) -> Cost:
        """Counts a form, or anything else with a content; a letter draws by the names of its font."""
        own = dictionary(stream.get("/Resources")) or of_font or _NONE
        around = around if of_font is None or own is of_font else _chain(of_font, around)
        by_own, by_all = (id(stream), id(own)), (id(stream), *map(id, _chain(own, around)))
        known = self._fixed.get(by_own) or self._others.get(by_all)
        if known is not None:
            return known
        if by_own in self._open:
            raise ForeignPdfError(DRAWS_ITSELF)
        if len(self._open) >= DEEPEST_DRAWING:
            raise ForeignPdfError(DRAWS_TOO_MUCH)
        self._open.add(by_own)
        cost = self._content(self._uses_of(stream), own, around)
        self._open.remove(by_own)
        self._held.append((stream, own, around))
        if cost.is_fixed:
            self._fixed[by_own] = cost
        else:
            self._others[by_all] = cost
        return cost

    def _uses_of(self, stream: StreamObject) -> Uses:
        if id(stream) not in self._uses:
            self._uses[id(stream)] = uses_of(self._unpacking.content([stream]), self._meter)
        return self._uses[id(stream)]

    def _content(self, uses: Uses, own: DictionaryObject, around: Resources) -> Cost:
        resources = _chain(own, around)
        self._meter.work(_STEPS_OF_A_CONTENT)
        draws, is_fixed, letter = 1 + uses.length // _BYTES_OF_A_DRAW, True, 0
        for use, count in uses.counts.items():
            self._meter.work(len(resources))
            value, origin = _named(use, resources)
            once = self._once(use, value, resources)
            draws += count * once.draws
            is_fixed &= origin is own and once.is_fixed
            of_letter = self._letter(use, value, resources)
            letter = max(letter, of_letter.draws)
            is_fixed &= of_letter.is_fixed
            _check(draws + letter * uses.letters, MOST_DRAWN_OF_A_PAGE)
        return Cost(draws + letter * uses.letters, is_fixed)

    def _once(self, use: Use, value: object, resources: Resources) -> Cost:
        """Counts what is drawn when a name is used once."""
        if use.category == "/ExtGState":
            mask = resolved(dictionary(dictionary(value).get("/SMask")).get("/G"))
            return self._stream(mask, resources) if isinstance(mask, StreamObject) else Cost(0)
        if not isinstance(value, StreamObject):
            return Cost(0)
        if use.category == "/XObject" and resolved(value.get("/Subtype")) == "/Image":
            return Cost(_picture(value))
        is_tile = use.category == "/Pattern" and number(value.get("/PatternType")) == _TILED
        return self._stream(value, resources) if is_tile or use.category == "/XObject" else Cost(0)

    def _letter(self, use: Use, value: object, resources: Resources) -> Cost:
        """Counts the dearest letter of a font whose letters are drawn (*Type 3*); nothing for other fonts."""
        font = dictionary(value)
        if use.category == "/ExtGState":
            font = dictionary((array(font.get("/Font")) or [None])[0])
        if use.category not in ("/Font", "/ExtGState") or resolved(font.get("/Subtype")) != "/Type3":
            return Cost(0)
        own, letters = dictionary(font.get("/Resources")), dictionary(font.get("/CharProcs"))
        self._meter.work(1 + len(letters) // _LETTERS_OF_A_STEP)
        streams = map(resolved, letters.values())
        costs = [self._stream(each, resources, own) for each in streams if isinstance(each, StreamObject)]
        return Cost(max((cost.draws for cost in costs), default=0), all(cost.is_fixed for cost in costs))

    def _may_draw(self, resources: DictionaryObject) -> bool:
        """Whether a page has anything that could be drawn more than once."""
        if any(dictionary(resources.get(key)) for key in ("/XObject", "/Pattern")):
            return True
        fonts, states = dictionary(resources.get("/Font")), dictionary(resources.get("/ExtGState"))
        self._meter.work(len(fonts) + len(states))
        is_drawn = any(resolved(dictionary(font).get("/Subtype")) == "/Type3" for font in fonts.values())
        return is_drawn or any({"/SMask", "/Font"} & dictionary(state).keys() for state in states.values())


def _check(draws: int, most: int) -> None:
    if draws > most:
        raise ForeignPdfError(DRAWS_TOO_MUCH)


def _streams(contents: object) -> list[StreamObject]:
    found = resolved(contents)
    each = map(resolved, found) if isinstance(found, ArrayObject) else [found]
    return [one for one in each if isinstance(one, StreamObject)]


def _chain(own: DictionaryObject, around: Resources) -> Resources:
    return (own, *around) if own else around


def _named(use: Use, resources: Resources) -> tuple[object, DictionaryObject | None]:
    """Returns what a name stands for, and which of the resources says so."""
    for each in resources:
        named = dictionary(each.get(use.category))
        if use.name in named:
            return resolved(named.raw_get(use.name)), each
    return None, None


def _picture(picture: StreamObject) -> int:
    """Counts a picture, with its mask."""
    masks = (resolved(picture.get(key)) for key in ("/SMask", "/Mask"))
    pictures = [picture, *(mask for mask in masks if isinstance(mask, StreamObject))]
    dots = sum((number(each.get("/Width")) or 0) * (number(each.get("/Height")) or 0) for each in pictures)
    return 1 + int(max(0, dots)) // _DOTS_OF_A_DRAW
