"""What a search finds in a draft: searched again only where a text has changed."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.find_replace import Match, Query, spans_in, text_fields
from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.rules.text_results import Span


class Place(NamedTuple):
    """A place in the texts of a draft."""

    path: FieldPath
    start: int


class Matches:
    """All matches of one search, field by field in the order of the steps."""

    def __init__(self, application: Application, query: Query, before: "Matches | None" = None) -> None:
        """`before` are those of the last search: a text that was searched for the same words is not searched again."""
        self.application = application
        self.query = query
        self._texts: dict[FieldPath, str] = {path: value_at(application, path) for path in text_fields(application)}
        known: Mapping[FieldPath, str] = before._texts if before is not None and before.query == query else {}
        self._found: dict[FieldPath, list[tuple[int, int]]] = {
            path: before._found[path] if before is not None and known.get(path) is text else spans_in(text, query)
            for path, text in self._texts.items()
        }
        self._paths = list(self._found)
        self._first = [0, *accumulate(map(len, self._found.values()))]

    def __len__(self) -> int:
        return self._first[-1]

    def in_field(self, path: FieldPath) -> list[tuple[int, int]]:
        """Returns the matches in the text at `path`: start and end of each."""
        return self._found.get(path, [])

    def at(self, index: int) -> Match:
        """Returns the match of that index, from 0."""
        field = max(0, bisect_left(self._first, index + 1) - 1)
        path = self._paths[field]
        return Match(path, *self._found[path][index - self._first[field]])

    def index_of(self, match: Match | None) -> int | None:
        """Returns the index of a match; None when it is none of them."""
        if match is None or match.path not in self._found:
            return None
        spans, span = self._found[match.path], (match.start, match.end)
        position = bisect_left(spans, span)
        is_there = position < len(spans) and spans[position] == span
        return self._first[self._paths.index(match.path)] + position if is_there else None

    def at_or_after(self, place: Place | None) -> int:
        """Returns the index of the first match at or after a place, and of the first of all when there is none."""
        if place is None or place.path not in self._found:
            return 0
        field = self._paths.index(place.path)
        index = self._first[field] + bisect_left(self._found[place.path], (place.start, 0))
        return index if index < len(self) else 0

    def first_in(self, path: FieldPath, start: int) -> Match | None:
        """Returns the first match at or after `start` of one text, else the first of that text; None without any."""
        spans = self.in_field(path)
        position = bisect_left(spans, (start, 0))
        return Match(path, *spans[position % len(spans)]) if spans else None

    def between(self, path: FieldPath, start: int, end: int) -> list[Span]:
        """Returns the matches of one text that lie at least in part between two indices."""
        spans = self.in_field(path)
        first = max(0, bisect_left(spans, (start, 0)) - 1)
        return [Span(*one) for one in spans[first : bisect_left(spans, (end, 0))] if one[1] > start]
