"""What the ministry weighs of each project: the coordination, and its weighting criteria in its order."""

import re
from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.agenda.entries import entry_columns, entry_words
from botilbud_desktop.documents.agenda.numbering import NumberedEntry
from botilbud_desktop.documents.collection.columns import Entry
from botilbud_desktop.documents.collection.neutral import neutral
from botilbud_desktop.documents.notes.blocks import (
    NOTHING,
    Block,
    Column,
    Heading,
    Listed,
    Paragraphs,
    Table,
    Tone,
    texts_of,
)
from botilbud_desktop.documents.values import BLANK
from botilbud_desktop.domain.choice_wording import COORDINATIONS
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.weighting.results import WeightingItem

COORDINATION, WEIGHTING = "Koordinering", "Vægtning"
NO_PROJECTS = "Der er ingen projekter i ansøgningerne."
_LONGEST = 2_000
"""Characters of a text; what is longer ends in `…`, and stands as a whole in the application's own annex."""
_MISSING, _NOTHING_SAID = "Mangler", "Programmet har ikke fundet noget i ansøgningen om dette for"
_AMOUNT = re.compile(r"(?<=Programmet har ikke fundet bruttoanlægsudgiften) på [\d.,]+ (mio\. )?kr\.")
_ORDER = "rækkefølge"
"""What the ministry's words hold where it weighs in their order."""


def coordinated(entries: Sequence[NumberedEntry], round_: Round) -> Iterator[Block]:
    """Yields a table with the coordination, and the meeting or agreement."""
    columns = (
        *entry_columns(),
        Column("Koordinering", texts_of(110)),
        Column("Møde i KKR eller aftale mellem kommuner", texts_of(120)),
    )
    rows = [(*entry_words(each), *_coordination(each.entry)) for each in entries]
    yield Table(COORDINATION, columns, rows, is_small=True)


def weighting(entries: Sequence[NumberedEntry], round_: Round) -> Iterator[Block]:
    """Yields what the projects say to what the ministry weighs, in its order."""
    with_project = [(each, each.entry.project) for each in entries if each.entry.project is not None]
    if not with_project:
        yield Paragraphs(NO_PROJECTS, Tone.NOTE)
        return
    order = ", i ministeriets rækkefølge" if _ORDER in round_.weighting.selection else ""
    yield Paragraphs(
        f"Tabellerne viser, hvad ansøgningerne siger til hvert punkt{order}. Tallene er projekternes numre. "
        "Der gives ikke point.",
        Tone.NOTE,
    )
    for items in zip(*(project.weighting.items for _, project in with_project), strict=True):
        yield from _weighed(items, [each.number for each, _ in with_project])


def _weighed(items: Sequence[WeightingItem], numbers: Sequence[str]) -> Iterator[Block]:
    """Yields what the projects say to one point; what holds for several is said once, and nothing where nothing is."""
    first, title = items[0], weighting_title(items[0])
    yield Heading(4, title)
    yield Paragraphs(f"»{first.source}«", Tone.NOTE)
    lacking: dict[str, list[str]] = {}
    said: dict[str, list[str]] = {}
    for item, number in zip(items, numbers, strict=True):
        for line in dict.fromkeys(map(_cut, item.answer.said)):
            said.setdefault(line, []).append(number)
        for message in dict.fromkeys(gap_said(gap.message) for gap in item.answer.missing):
            lacking.setdefault(message, []).append(number)
    silent = [number for item, number in zip(items, numbers, strict=True) if not item.answer.said]
    if said:
        columns = (Column("Nr.", texts_of(70)), Column("Ansøgningen siger", texts_of(330)))
        yield Table(f"{WEIGHTING}: {title}", columns, [(", ".join(own), text) for text, own in said.items()], (), True)
    told = [f"{_MISSING} ({', '.join(own)}): {message}" for message, own in lacking.items()]
    if told:
        yield Listed(tuple(told))
    if silent:
        yield Paragraphs(f"{_NOTHING_SAID}: {', '.join(silent)}.", Tone.NOTE)
    remarks = dict.fromkeys(item.answer.remark for item in items if item.answer.remark)
    yield from (Paragraphs(neutral(remark), Tone.NOTE) for remark in remarks)


def gap_said(message: str) -> str:
    """Returns what a project lacks, without the amount, which stands beside it, so that it can be said of several."""
    return _AMOUNT.sub("", neutral(message))


def weighting_title(item: WeightingItem) -> str:
    """Returns the title of what the ministry weighs, with its number: `2. Størrelse`."""
    return item.title if item.number is None else f"{item.number}. {item.title}"


def _coordination(entry: Entry) -> tuple[str, str]:
    if entry.project is None:
        return NOTHING, NOTHING
    project = entry.project.project
    return BLANK if project.coordination is None else COORDINATIONS[project.coordination], _cut(
        project.coordination_note.strip()
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
