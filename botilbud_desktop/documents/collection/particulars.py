"""What is told of one project of a collection: criteria with the reason, coordination, documentation, weighting."""

from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.documents.collection.attached_files import file_said
from botilbud_desktop.documents.collection.columns import Entry
from botilbud_desktop.documents.collection.errors import TO_BE_MENDED, sentences
from botilbud_desktop.documents.collection.neutral import neutral
from botilbud_desktop.documents.values import BLANK, NO_PROJECTS, project_heading
from botilbud_desktop.domain.approval import status
from botilbud_desktop.domain.choice_wording import COORDINATIONS, status_words
from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.rules.collection.wording import documentation_said
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.weighting.results import WeightingItem

_LONGEST = 2_000
"""Characters of a text; what is longer ends in `…`, since the draft itself can be opened."""


class Part(NamedTuple):
    """A heading or a paragraph."""

    text: str
    level: int = 0
    """1 to 3 for a heading, 0 for a paragraph."""


def particulars(entry: Entry) -> tuple[Part, ...]:
    """Returns everything that is told of a row."""
    return tuple(Part(_cut(part.text), part.level) for part in _parts(entry) if part.text)


def _parts(entry: Entry) -> Iterator[Part]:
    application, project = entry.application, entry.project
    yield Part(application.name, 1)
    state = status_words(status(application.application), application.application)
    yield Part(f"{application.file}. {state}.")
    if project is None:
        yield Part(NO_PROJECTS)
        yield from _to_be_mended(entry)
        return
    yield Part(project_heading(project.position, project.project, entry.round), 2)
    yield from _to_be_mended(entry)
    titles = {criterion.number: criterion.title for criterion in entry.round.criteria}
    yield Part("Kriterier", 2)
    for result in project.criteria:
        yield Part(f"{result.criterion}. {titles.get(result.criterion, '')}".rstrip(), 3)
        yield Part(f"{OUTCOMES[result.outcome]}: {neutral(result.message)}")
    chosen = project.project.coordination
    yield Part("Fælleskommunal koordinering", 2)
    yield Part(BLANK if chosen is None else COORDINATIONS[chosen])
    yield Part(project.project.coordination_note.strip())
    documented = application.documentation.projects[project.position]
    yield Part("Dokumentation", 2)
    yield Part(f"{documentation_said(documented)}.")
    yield from (Part(file_said(each)) for each in documented.attachments)
    yield Part("Det, ministeriet vægter", 2)
    for item in project.weighting.items:
        yield from _weighed(item)


def _to_be_mended(entry: Entry) -> Iterator[Part]:
    said = [Part(text) for text in sentences(entry.application, entry.project)]
    if said:
        yield Part(TO_BE_MENDED, 2)
        yield from said


def _weighed(item: WeightingItem) -> Iterator[Part]:
    yield Part(item.title if item.number is None else f"{item.number}. {item.title}", 3)
    said = item.answer.said or ("Ikke noget endnu.",)
    yield Part(f"Kladden siger: {' '.join(said)}")
    missing = [neutral(gap.message) for gap in item.answer.missing] or ["Ikke noget, som programmet kan se."]
    yield Part(f"Mangler: {' '.join(missing)}")
    yield Part(neutral(item.answer.remark))


def _cut(text: str) -> str:
    return visible(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
