"""Bilag 1: all applications side by side: first what a meeting needs, then what it may look up."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.agenda.criteria import outcomes, reasons
from botilbud_desktop.documents.agenda.documentation import TITLE as DOCUMENTATION
from botilbud_desktop.documents.agenda.documentation import documentation
from botilbud_desktop.documents.agenda.errors import errors
from botilbud_desktop.documents.agenda.numbering import numbered_entries
from botilbud_desktop.documents.agenda.projects import project_tables
from botilbud_desktop.documents.agenda.remarks import remarks
from botilbud_desktop.documents.agenda.sums import sums
from botilbud_desktop.documents.agenda.weighed import coordinated, weighting
from botilbud_desktop.documents.notes.blocks import Block, Heading, Paragraphs, Tone
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.agenda import NumberedApplication
from botilbud_desktop.rules.collection.records import Collection

_INTRODUCTION = (
    "Oversigten viser, hvad der står i kladderne, og hvad der følger af rundens regler. Det er ministeriet, der afgør, "
    "om kriterierne er opfyldt."
)
MORE = "Uddybning"
_NOBODY = "Der er ingen ansøgninger."


def overview(
    collection: Collection, applications: Sequence[NumberedApplication], agenda: Agenda, round_: Round
) -> Iterator[Block]:
    """Yields the overview; the applications are those of the collection, in the agenda's order."""
    yield Paragraphs(_INTRODUCTION, Tone.NOTE)
    if not applications:
        yield Paragraphs(_NOBODY, Tone.NOTE)
        return
    entries = numbered_entries(applications, round_)
    yield Heading(2, "Lån og pladser i alt")
    yield from sums(collection, round_)
    yield from errors(entries)
    yield Heading(2, "Projekterne")
    yield from project_tables(collection, entries, round_)
    yield Heading(2, "Ministeriets kriterier")
    yield from outcomes(entries, round_)
    yield from remarks(applications, agenda, round_)
    yield Heading(2, MORE, new_page=True)
    yield Heading(3, "Begrundelser for ministeriets kriterier")
    yield from reasons(entries, round_)
    yield Heading(3, "Fælleskommunal koordinering")
    yield from coordinated(entries, round_)
    yield Heading(3, DOCUMENTATION)
    yield from documentation(applications, entries)
    yield Heading(3, "Det, ministeriet vægter")
    yield from weighting(entries, round_)
