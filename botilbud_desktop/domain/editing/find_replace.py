"""Find and replace across the texts of an application."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import normalize

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at

_BEFORE_PROJECTS = ("internal_notes", "cover_note.text")
_OF_PROJECT = (
    "name",
    "coordination_note",
    "preservation_reason",
    "description",
    "purpose",
    "target_group",
    "economy_note",
)
_SPACE = "[ \u00a0]"
"""A space in the query also matches a no-break space: users cannot see which of them is in a text."""
_AFTER_PROJECTS = ("description", "contacts.names")


class Query(NamedTuple):
    """What to search for."""

    words: str
    whole_words: bool = False
    same_case: bool = False


class Match(NamedTuple):
    """One match: from index `start` to before index `end` of the text at `path`."""

    path: FieldPath
    start: int
    end: int


def text_fields(application: Application) -> Iterator[FieldPath]:
    """Yields the fields whose text is searched, in the order of the steps."""
    yield from map(field_path, _BEFORE_PROJECTS)
    for index in range(len(application.projects)):
        yield from (project_path(index) / name for name in _OF_PROJECT)
    yield from map(field_path, _AFTER_PROJECTS)


def spans_in(text: str, query: Query) -> list[tuple[int, int]]:
    """Returns the start and end of each match in one text; none for an empty query."""
    pattern = _pattern(query)
    return [] if pattern is None else [found.span() for found in pattern.finditer(text)]


def replaced_at(application: Application, match: Match, replacement: str) -> str:
    """Returns the text at the match's path with the match replaced by `replacement`, taken literally."""
    text: str = value_at(application, match.path)
    return f"{text[: match.start]}{replacement}{text[match.end :]}"


def replaced_everywhere(application: Application, query: Query, replacement: str) -> Mapping[FieldPath, str]:
    """Returns the new text of each field with matches, all replaced by `replacement`, taken literally."""
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
