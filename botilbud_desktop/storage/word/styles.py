"""What the styles of a document say of its paragraphs: heading or not, and which list they belong to."""

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from botilbud_desktop.storage.word.names import attribute, child, is_on, local

MOST_LEVELS = 6
_DEEPEST = 20
"""How many styles a style is based on, one after the other."""
_HEADING = re.compile(r"(?:heading|overskrift|rubrik) ?([1-9])(?: .*)?", re.IGNORECASE)
_TITLES = {"title": 1, "titel": 1, "subtitle": 2, "undertitel": 2, "heading": 1, "overskrift": 1}
_CONTENTS = re.compile(r"(?:toc|indholdsfortegnelse) ?[1-9]?", re.IGNORECASE)


class Style(NamedTuple):
    """What is known of a style, with what it is based on."""

    level: int = 0
    """Of a heading, 1 to 6; else 0."""
    is_contents: bool = False
    """Whether it is that of a table of contents."""
    is_bold: bool = False
    numbering: tuple[str, str] | None = None
    """The list and its level."""


_PLAIN = Style()


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, part: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        for element in part if part is not None else ():
            if local(element) == "style" and attribute(element, "type") in ("paragraph", ""):
                self._elements.setdefault(attribute(element, "styleId"), element)

    def of_paragraph(self, properties: Element | None) -> Style:
        """Returns the style of a paragraph, from its properties and what they name."""
        named = self._style(attribute(child(properties, "pStyle"), "val"), 0)
        own = outline_level(properties)
        number = _numbering(properties)
        return named._replace(
            level=named.level if own is None else own,
            numbering=named.numbering if number is None else number,
        )

    def _style(self, name: str, depth: int) -> Style:
        if name in self._known:
            return self._known[name]
        element = self._elements.get(name)
        shown = attribute(child(element, "name"), "val") or name
        if depth > _DEEPEST:
            return _PLAIN
        base = attribute(child(element, "basedOn"), "val")
        based = self._style(base, depth + 1) if base and base != name else _PLAIN
        properties, bold = child(element, "pPr"), child(element, "rPr", "b")
        own, number = outline_level(properties), _numbering(properties)
        if own is None:
            own = _level_of(shown)
        style = Style(
            based.level if own is None else own,
            based.is_contents or _CONTENTS.fullmatch(shown.strip()) is not None,
            based.is_bold if bold is None else is_on(bold),
            based.numbering if number is None else number,
        )
        self._known[name] = style
        return style


def outline_level(properties: Element | None) -> int | None:
    """Returns the level that paragraph properties state: 0 for text; None where they state none."""
    stated = attribute(child(properties, "outlineLvl"), "val")
    if not (stated.isascii() and stated.isdecimal() and len(stated) == 1):
        return None
    return min(int(stated) + 1, MOST_LEVELS) if int(stated) < 9 else 0


def _level_of(name: str) -> int | None:
    found = _HEADING.fullmatch(name.strip())
    return min(int(found[1]), MOST_LEVELS) if found else _TITLES.get(name.strip().lower())


def _numbering(properties: Element | None) -> tuple[str, str] | None:
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    return attribute(child(numbering, "numId"), "val"), attribute(child(numbering, "ilvl"), "val") or "0"
