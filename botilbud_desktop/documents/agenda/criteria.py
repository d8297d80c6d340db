"""The ministry's criteria: the outcomes of all projects side by side, and the reasons by criterion."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.agenda.entries import LEADING, entry_columns, entry_words
from botilbud_desktop.documents.agenda.numbering import NumberedEntry
from botilbud_desktop.documents.collection.neutral import neutral
from botilbud_desktop.documents.column_widths import in_parts
from botilbud_desktop.documents.notes.blocks import (
    NOTHING,
    Block,
    Column,
    Heading,
    Paragraphs,
    Table,
    Tone,
    numbers_of,
    texts_of,
)
from botilbud_desktop.documents.notes.page import TEXT_WIDTH
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Outcome

OUTCOME, REASONS = "Resultat", "Kriterium"
SHORT = {
    Outcome.MET: "Opfyldt",
    Outcome.NOT_MET: "Ikke opfyldt",
    Outcome.NEEDS_ASSESSMENT: "Vurderes",
    Outcome.MISSING_INFORMATION: "Mangler",
}
"""The outcomes in a narrow column."""
_EXPLAINED = "Vurderes: kræver vurdering. Mangler: mangler oplysninger. Begrundelserne står i uddybningen."


def outcomes(entries: Sequence[NumberedEntry], round_: Round) -> Iterator[Block]:
    """Yields a table with the outcomes."""
    titles = criterion_titles(round_)
    yield from _outcomes(entries, list(titles))
    yield Paragraphs(" · ".join(titles.values()), Tone.NOTE)
    yield Paragraphs(_EXPLAINED, Tone.NOTE)


def reasons(entries: Sequence[NumberedEntry], round_: Round) -> Iterator[Block]:
    """Yields a table for each criterion with the reasons; what is said of several projects is said once."""
    columns = (Column("Resultat", numbers_of(90)), Column("Nr.", texts_of(90)), Column("Begrundelse", texts_of(250)))
    for number, title in criterion_titles(round_).items():
        found: dict[tuple[str, str], list[str]] = {}
        for each in entries:
            for result in () if each.entry.project is None else each.entry.project.criteria:
                if result.criterion == number:
                    said = OUTCOMES[result.outcome], neutral(result.message)
                    found.setdefault(said, []).append(each.number)
        if found:
            yield Heading(4, title)
            rows = [(outcome, ", ".join(own), reason) for (outcome, reason), own in found.items()]
            yield Table(f"{REASONS}: {title}", columns, rows, is_small=True)


def criterion_titles(round_: Round) -> dict[int, str]:
    """Returns the criteria with their numbers in words: `5. 25 pct. til andre kommuner`."""
    return {criterion.number: f"{criterion.number}. {criterion.title}".rstrip() for criterion in round_.criteria}


def _outcomes(entries: Sequence[NumberedEntry], numbers: Sequence[int]) -> Iterator[Table]:
    """Yields the table; more where the criteria do not fit beside each other."""
    columns = [*entry_columns(), *(Column(str(number), numbers_of(46)) for number in numbers)]
    for part in in_parts([column.wish for column in columns], range(LEADING), TEXT_WIDTH):
        shown = [numbers[index - LEADING] for index in part[LEADING:]]
        rows = [(*entry_words(each), *_row(each, shown)) for each in entries]
        yield Table(OUTCOME, [columns[index] for index in part], rows, is_small=True)


def _row(numbered: NumberedEntry, numbers: Sequence[int]) -> Iterator[str]:
    project = numbered.entry.project
    found = {} if project is None else {result.criterion: SHORT[result.outcome] for result in project.criteria}
    yield from (found.get(number, NOTHING) for number in numbers)
