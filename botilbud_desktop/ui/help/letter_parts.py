"""The ministry's letter and form as one text, word for word: headings, paragraphs and numbered items; no Qt."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import Section

_CONTACTS = "contacts."


class LetterPart(NamedTuple):
    """A heading or a paragraph."""

    text: str
    level: int = 0
    """1 to 3 for a heading, 0 for a paragraph."""
    is_item: bool = False
    """Whether it begins with a number or a letter of its own."""


def letter_parts(round_: Round) -> tuple[LetterPart, ...]:
    """Returns the whole text in the ministry's order."""
    return (
        *_letter(round_.letter),
        *_letter(round_.background),
        *_criteria(round_),
        *_weighting(round_),
        *_table(round_),
        *_description(round_),
        *_section(round_.guide, 2),
        *_contacts(round_),
    )


def _letter(sections: tuple[Section, ...]) -> Iterator[LetterPart]:
    """Yields sections of which the first has the title."""
    for index, section in enumerate(sections):
        yield from _section(section, 1 if index == 0 else 2)


def _section(section: Section, level: int) -> Iterator[LetterPart]:
    if section.heading:
        yield LetterPart(section.heading, level)
    yield from map(LetterPart, section.paragraphs)


def _criteria(round_: Round) -> Iterator[LetterPart]:
    yield LetterPart(round_.criteria_heading, 2)
    yield from _numbered(criterion.text for criterion in round_.criteria)


def _weighting(round_: Round) -> Iterator[LetterPart]:
    weighting = round_.weighting
    yield LetterPart(weighting.heading, 2)
    yield LetterPart(weighting.introduction)
    if weighting.coordination:
        yield LetterPart(weighting.coordination_heading, 3)
        yield LetterPart(weighting.coordination)
    yield LetterPart(weighting.selection_heading, 3)
    yield LetterPart(weighting.selection)
    yield from _numbered(weighting.items)


def _table(round_: Round) -> Iterator[LetterPart]:
    yield LetterPart(round_.table_heading, 2)
    for column in round_.columns:
        yield LetterPart(f"{column.column}. {column.wording}", is_item=True)
    yield LetterPart(round_.more_projects)


def _description(round_: Round) -> Iterator[LetterPart]:
    yield LetterPart(round_.description_introduction)
    yield from _numbered(content.text for content in round_.required_contents)
    yield LetterPart(round_.documentation)


def _contacts(round_: Round) -> Iterator[LetterPart]:
    yield LetterPart(round_.contacts_heading, 2)
    for field in round_.fields:
        if field.path.startswith(_CONTACTS):
            yield LetterPart(field.wording)
    if round_.privacy:
        yield LetterPart(round_.privacy)


def _numbered(texts: Iterable[str]) -> Iterator[LetterPart]:
    for number, text in enumerate(texts, start=1):
        yield LetterPart(f"{number}. {text}", is_item=True)
