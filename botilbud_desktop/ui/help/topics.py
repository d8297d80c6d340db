"""The guide's topics: Markdown files delivered with the program, in reading order; no Qt."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.text.hidden_marks import HARD_SPACE

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Begynd her", ("kom-godt-i-gang", "programmet")),
    (
        "Trin for trin",
        ("ansoeger", "projekter", "projekt", "fordeling", "beskrivelse", "kontakt", "kontrol", "godkend", "overfoer"),
    ),
    ("Godt at vide", ("kriterier", "tegn", "gemt", "kolleger", "saml", "excel", "dokumenter", "tastatur", "hjaelp")),
)
"""The headings of the contents, and the file names below each."""
FIRST = GROUPS[0][1][0]

_HEADING = re.compile(r"^(#{1,3}) +(.+)$")
_ESCAPED = re.compile(r"\\([^a-zA-Z0-9\s])")
_MARKDOWN = re.compile(r"(?<!\\)[*_`#>|]|\]\([^)]*\)|\[|^[-+] ", re.MULTILINE)
_EXCERPT = 90


class Section(NamedTuple):
    """A heading and the text below it."""

    title: str
    anchor: str
    text: str
    """Without Markdown syntax."""


class Topic(NamedTuple):
    """One file."""

    name: str
    title: str
    markdown: str
    sections: tuple[Section, ...]


class Found(NamedTuple):
    """A section that holds all the searched words."""

    topic: Topic
    section: Section
    excerpt: str


def read_topics(folder: Path, worded: Callable[[str], str] = str) -> dict[str, Topic]:
    """Returns the topics by name, in order; `worded` puts the words and figures of a round into their Markdown.

    Raises:
        OSError: a file of the program is missing.
    """
    return {name: _topic(folder / f"{name}.md", worded) for _heading, names in GROUPS for name in names}


def anchor_of(heading: str) -> str:
    """Returns the anchor of a heading for links: `Hvad tæller med?` is `hvad-tæller-med`."""
    return re.sub(r"[^\w-]+", "", heading.strip().lower().replace(HARD_SPACE, " ").replace(" ", "-"))


def search(topics: dict[str, Topic], words: str) -> tuple[Found, ...]:
    """Returns the sections with every word, or one that begins with it; those with all in the heading come first."""
    wanted = words.casefold().split()
    if not wanted:
        return ()
    found = [
        (not all(_holds(section.title, word) for word in wanted), index, Found(topic, section, excerpt))
        for index, (topic, section) in enumerate(_sections(topics))
        if all(_holds(f"{topic.title} {section.title} {section.text}", word) for word in wanted)
        for excerpt in (_excerpt(section.text, wanted),)
    ]
    return tuple(hit for _is_below, _index, hit in sorted(found, key=lambda one: one[:2]))


def _sections(topics: dict[str, Topic]) -> Iterator[tuple[Topic, Section]]:
    for topic in topics.values():
        for section in topic.sections:
            yield topic, section


def _holds(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}", text.casefold()) is not None


def _excerpt(text: str, wanted: list[str]) -> str:
    folded = text.casefold()
    positions = [match.start() for word in wanted if (match := re.search(rf"(?<!\w){re.escape(word)}", folded))]
    start = max(0, min(positions, default=0) - _EXCERPT // 3)
    start = text.rfind(" ", 0, start) + 1
    cut = text[start : start + _EXCERPT]
    return f"{'… ' if start else ''}{cut}{' …' if start + _EXCERPT < len(text) else ''}"


def _topic(path: Path, worded: Callable[[str], str]) -> Topic:
    markdown = worded(path.read_text(encoding="utf-8"))
    parts: list[tuple[str, list[str]]] = []
    for line in markdown.splitlines():
        heading = _HEADING.match(line)
        if heading:
            parts.append((_ESCAPED.sub(r"\1", heading[2].strip()), []))
        elif parts:
            parts[-1][1].append(line)
    sections = tuple(Section(title, anchor_of(title), _plain(lines)) for title, lines in parts)
    return Topic(path.stem, sections[0].title, markdown, sections)


def _plain(lines: list[str]) -> str:
    return " ".join(_ESCAPED.sub(r"\1", _MARKDOWN.sub(" ", "\n".join(lines))).split())
