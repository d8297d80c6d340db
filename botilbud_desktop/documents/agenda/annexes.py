"""The annexes (*bilag*) of an agenda item with both numberings: Bilag 1, 2, 3 …, and ansøgning 1, 2, 2a, 2b.

Bilag 1 is the overview. An application with one project is one annex; with several, each project's note is an annex
of its own behind the cover note and the form.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import count
from typing import NamedTuple

from botilbud_desktop.documents.agenda.numbering import project_number
from botilbud_desktop.documents.agenda.overview import overview
from botilbud_desktop.documents.agenda.remarks import remarks
from botilbud_desktop.documents.notes.blocks import Block, Heading, Listed, Paragraphs
from botilbud_desktop.documents.notes.cover_note import TITLE as NOTE
from botilbud_desktop.documents.notes.cover_note import addressed, note_text
from botilbud_desktop.documents.notes.form import application_form
from botilbud_desktop.documents.notes.labels import short_name
from botilbud_desktop.documents.notes.project_note import note_text as project_text
from botilbud_desktop.documents.notes.status import approval_footer
from botilbud_desktop.documents.values import municipality_name, one_line
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.collection.agenda import NumberedApplication
from botilbud_desktop.rules.collection.records import Collection

OVERVIEW = "Oversigt over ansøgningerne"
_DEEPEST = 4


class Part(NamedTuple):
    """Pages of an annex with a footer of their own."""

    make: Callable[[], Iterable[Block]]
    """Makes what stands on them; each call makes it anew."""
    footer: str
    """What is said of all that stands on these pages, and of nothing else."""


class Annex(NamedTuple):
    """One annex. Its heading, of level 1, is not among its blocks."""

    place: int
    """Its running number, counted from 1."""
    number: str
    """The number of the application or of what belongs to it, `2` or `2a`; empty for the overview."""
    title: str
    municipality: str
    """The municipality's official name; empty for the overview."""
    parts: tuple[Part, ...]
    is_within: bool = False
    """Whether it belongs to the application of an annex before it, as `2a` to `2`."""

    @property
    def anchor(self) -> str:
        """Returns the name that links lead to: `bilag4`."""
        return f"bilag{self.place}"

    @property
    def label(self) -> str:
        """Returns both numbers: `Bilag 4 · Ansøgning 2a`."""
        return f"Bilag {self.place} · Ansøgning {self.number}" if self.number else f"Bilag {self.place}"

    @property
    def heading(self) -> str:
        """Returns `Bilag 4 · Ansøgning 2a: Aalborg Kommune, 9 fritliggende boliger`."""
        return f"{self.label}: {self.title}"


def annexes_of(
    collection: Collection, applications: Sequence[NumberedApplication], agenda: Agenda, round_: Round, today: date
) -> tuple[Annex, ...]:
    """Returns all annexes in order; the applications are those of the collection in the agenda's order."""
    first = Annex(1, "", OVERVIEW, "", (Part(_overview(collection, applications, agenda, round_), _dated(today)),))
    places = count(2)
    return (
        first,
        *(
            annex
            for numbered, name in zip(applications, _names(applications, round_), strict=True)
            for annex in _annexes(numbered, name, places, round_, today)
        ),
    )


def _overview(
    collection: Collection, applications: Sequence[NumberedApplication], agenda: Agenda, round_: Round
) -> Callable[[], Iterator[Block]]:
    def made() -> Iterator[Block]:
        yield from overview(collection, applications, round_)
        yield from remarks(applications, agenda, round_)

    return made


def _dated(today: date) -> str:
    return f"Oversigt · {format_date(today)}"


def _names(applications: Sequence[NumberedApplication], round_: Round) -> list[str]:
    """Returns the municipalities' names; where one does not tell the applications apart, with the file."""
    names = [municipality_name(each.application.application, round_) for each in applications]
    return [
        f"{name} ({one_line(each.application.file)})"
        if each.application.municipality is None or names.count(name) > 1
        else name
        for name, each in zip(names, applications, strict=True)
    ]


def _annexes(
    numbered: NumberedApplication, name: str, places: Iterator[int], round_: Round, today: date
) -> Iterator[Annex]:
    application = numbered.application.application
    projects = application.projects
    footer = approval_footer(application, today)
    titles = [f"{name}, {short_name(project)}" for project in projects]
    if len(projects) == 1:
        annex = Annex(next(places), numbered.number, titles[0], name, ())
        yield annex._replace(parts=_whole(numbered, (), round_, footer))
        return
    own = Annex(next(places), numbered.number, f"{name}, notat og ansøgning", name, ())
    notes = [
        Annex(
            next(places),
            project_number(numbered, index),
            title,
            name,
            (_note(numbered, index, round_, footer),),
            is_within=True,
        )
        for index, title in enumerate(titles)
    ]
    yield own._replace(parts=_whole(numbered, notes, round_, footer))
    yield from notes


def _whole(numbered: NumberedApplication, notes: Sequence[Annex], round_: Round, footer: str) -> tuple[Part, ...]:
    """Returns the cover note, which no approval covers, and the form with the note of an only project."""
    application = numbered.application.application
    only = application.projects[0] if len(application.projects) == 1 else None

    def note() -> Iterator[Block]:
        yield Heading(2, NOTE)
        yield from addressed(application, None)
        yield from lower(note_text(application, round_))
        follows = "Ansøgningen og projektets notat følger" if only is not None else "Ansøgningen følger"
        yield Paragraphs(f"{follows} efter notatet.")
        if notes:
            yield Listed(tuple(each.heading for each in notes))

    def form() -> Iterator[Block]:
        yield from lower(application_form(application, round_))
        if only is not None:
            yield Heading(2, short_name(only), new_page=True)
            yield from lower(project_text(only, 0, round_))

    return Part(note, NOTE), Part(form, footer)


def _note(numbered: NumberedApplication, index: int, round_: Round, footer: str) -> Part:
    project = numbered.application.application.projects[index]
    return Part(lambda: project_text(project, index, round_), footer)


def lower(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yields blocks with their headings one level lower."""
    for block in blocks:
        yield block._replace(level=min(block.level + 1, _DEEPEST)) if isinstance(block, Heading) else block
