"""What the ministry weighs of each project: the coordination, and its weighting criteria in its order."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.agenda.entries import entry_columns, entry_words
from botilbud_desktop.documents.agenda.numbering import NumberedEntry
from botilbud_desktop.documents.collection.columns import Entry
from botilbud_desktop.documents.collection.neutral import neutral
from botilbud_desktop.documents.notes.blocks import NOTHING, Block, Column, Heading, Paragraphs, Table, Tone, texts_of
from botilbud_desktop.documents.values import BLANK
from botilbud_desktop.domain.choice_wording import COORDINATIONS
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.weighting.results import WeightingItem

COORDINATION, WEIGHTING = "Koordinering", "Vægtning"
NO_PROJECTS = "Der er ingen projekter i ansøgningerne."
_LONGEST = 2_000
"""Characters of a text; what is longer ends in `…`, and stands as a whole in the application's own annex."""
_NOTHING_SAID, _NOTHING_MISSING = "Ikke noget.", "Ikke noget, som programmet kan se."
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
    """Yields what each project says to what the ministry weighs, side by side, in the ministry's order."""
    with_project = [(each, each.entry.project) for each in entries if each.entry.project is not None]
    if not with_project:
        yield Paragraphs(NO_PROJECTS, Tone.NOTE)
        return
    order = ", i ministeriets rækkefølge" if _ORDER in round_.weighting.selection else ""
    yield Paragraphs(
        f"Tabellerne viser, hvad hver ansøgning siger til hvert punkt{order}. Der gives ikke point.", Tone.NOTE
    )
    columns = (*entry_columns(), Column("Ansøgningen siger", texts_of(150)), Column("Mangler", texts_of(110)))
    for items in zip(*(project.weighting.items for _, project in with_project), strict=True):
        first: WeightingItem = items[0]
        yield Heading(3, first.title if first.number is None else f"{first.number}. {first.title}")
        yield Paragraphs(f"»{first.source}«", Tone.NOTE)
        rows = [(*entry_words(each), *_weighed(item)) for (each, _), item in zip(with_project, items, strict=True)]
        yield Table(WEIGHTING, columns, rows, is_small=True)
        remarks = dict.fromkeys(item.answer.remark for item in items if item.answer.remark)
        yield from (Paragraphs(neutral(remark), Tone.NOTE) for remark in remarks)


def _coordination(entry: Entry) -> tuple[str, str]:
    if entry.project is None:
        return NOTHING, NOTHING
    project = entry.project.project
    return BLANK if project.coordination is None else COORDINATIONS[project.coordination], _cut(
        project.coordination_note.strip()
    )


def _weighed(item: WeightingItem) -> tuple[str, str]:
    said = "\n".join(map(_cut, item.answer.said)) or _NOTHING_SAID
    missing = "\n".join(neutral(gap.message) for gap in item.answer.missing) or _NOTHING_MISSING
    return said, missing


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
