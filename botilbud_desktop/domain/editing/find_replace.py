"""Find and replace across the texts of an application."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at

_FIRST = ("internal_notes",)
_OF_PROJECT = ("name", "coordination_note", "preservation_reason", "description")
_SPACE = "[ \u00a0]"
"""A space that is looked for is found as a no-break space too: nobody sees which of them stands in a text."""
_LAST = ("description", "contacts.names")


class Query(NamedTuple):
    """What is looked for."""

    words: str
    whole_words: bool = False
    same_case: bool = False


class Match(NamedTuple):
    """Where it stands: from index `start` to before index `end` of the text at `path`."""

    path: FieldPath
    start: int
    end: int


def text_fields(application: Application) -> Iterator[FieldPath]:
    """The fields whose text is searched, in the order of the steps."""
    yield from map(field_path, _FIRST)
    for index in range(len(application.projects)):
        yield from (project_path(index) / name for name in _OF_PROJECT)
    yield from map(field_path, _LAST)


def find_all(application: Application, query: Query) -> tuple[Match, ...]:
    """All matches, those of one field one after the other; none for an empty query."""
    pattern = _pattern(query)
    if pattern is None:
        return ()
    return tuple(
        Match(path, found.start(), found.end())
        for path in text_fields(application)
        for found in pattern.finditer(value_at(application, path))
    )


def replaced_at(application: Application, match: Match, replacement: str) -> str:
    """The text at the match's path with `replacement` in its place, taken literally."""
    text: str = value_at(application, match.path)
    return f"{text[: match.start]}{replacement}{text[match.end :]}"


def replaced_everywhere(application: Application, query: Query, replacement: str) -> Mapping[FieldPath, str]:
    """The new text of each field that holds a match, with `replacement`, taken literally, for each of them."""
    pattern = _pattern(query)
    texts: dict[FieldPath, str] = {}
    if pattern is not None:
        for path in text_fields(application):
            text, count = pattern.subn(lambda _match: replacement, value_at(application, path))
            if count:
                texts[path] = text
    return texts


def _pattern(query: Query) -> re.Pattern[str] | None:
    words = normalize("NFC", query.words)
    if not words:
        return None
    escaped = re.escape(words).replace("\\ ", _SPACE)
    if query.whole_words:
        before = r"(?<!\w)" if _is_word(words[0]) else ""
        after = r"(?!\w)" if _is_word(words[-1]) else ""
        escaped = f"{before}{escaped}{after}"
    return re.compile(escaped, re.NOFLAG if query.same_case else re.IGNORECASE)


def _is_word(character: str) -> bool:
    return re.match(r"\w", character) is not None
