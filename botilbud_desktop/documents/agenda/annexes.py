"""The annexes (*bilag*) of an agenda item with both numberings: Bilag 1, 2, 3 …, and ansøgning 1, 2, 2a, 2b.

Bilag 1 is the overview. An application with one project is one annex; with several, each project's note is an annex
of its own behind the cover note and the form. PDF files that are attached to a draft come last.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import count
from typing import NamedTuple

from botilbud_desktop.documents.agenda.numbering import project_number
from botilbud_desktop.documents.agenda.overview import overview
from botilbud_desktop.documents.collection.attached_files import file_said
from botilbud_desktop.documents.notes.blocks import Block, Heading, Listed, Pairs, Paragraphs
from botilbud_desktop.documents.notes.cover_note import TITLE as NOTE
from botilbud_desktop.documents.notes.cover_note import addressed, note_text
from botilbud_desktop.documents.notes.form import application_form
from botilbud_desktop.documents.notes.labels import short_name
from botilbud_desktop.documents.notes.project_note import note_text as project_text
from botilbud_desktop.documents.notes.status import approval_footer
from botilbud_desktop.documents.values import municipality_name, one_line
from botilbud_desktop.domain.attachments.attachment import Attachment
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.dates import format_date
from botilbud_desktop.rules.collection.agenda import NumberedApplication
from botilbud_desktop.rules.collection.records import Collection

OVERVIEW = "Oversigt over ansøgningerne og KKR’s bemærkninger"
ATTACHED = "Vedlagt fil"
_LONGEST_TITLE = 120
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
    attachment: Attachment | None = None
    """The PDF file that it is, behind what is said of it; None for an annex of our own."""

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
    first = Annex(
        1, "", OVERVIEW, "", (Part(lambda: overview(collection, applications, agenda, round_), _dated(today)),)
    )
    places = count(2)
    return (
        first,
        *(
            annex
            for numbered, name in zip(applications, _names(applications, round_), strict=True)
            for annex in _annexes(numbered, name, places, round_, today)
        ),
    )


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
    """Yields the cover note and the form, a note for each of several projects, and the attached files."""
    application = numbered.application.application
    footer = approval_footer(application, today)
    titles = [f"{name}, {short_name(project)}" for project in application.projects]
    title = titles[0] if len(titles) == 1 else f"{name}, notat og ansøgning"
    own = Annex(next(places), numbered.number, title, name, ())
    within = own._replace(is_within=True)
    notes = [
        within._replace(
            place=next(places),
            number=project_number(numbered, index),
            title=title,
            parts=(_note(numbered, index, round_, footer),),
        )
        for index, title in enumerate(titles if len(titles) > 1 else ())
    ]
    attached = [
        within._replace(
            place=next(places),
            number=numbered.annex_number(len(notes) + index),
            title=f"{name}, {attachment_title(attachment)}",
            parts=(_attached(numbered, attachment),),
            attachment=attachment,
        )
        for index, attachment in enumerate(_files(numbered))
    ]
    yield own._replace(parts=_whole(numbered, (*notes, *attached), round_, footer))
    yield from (*notes, *attached)


def _files(numbered: NumberedApplication) -> Iterator[Attachment]:
    """Yields the files that are there: those for the whole application, then those of each project in order."""
    found = numbered.application.documentation
    yield from (each for each in found.common if each.is_there)
    for project in found.projects:
        yield from (each for each in project.attachments if each.is_there)


def attachment_title(attachment: Attachment) -> str:
    """Returns the title of an attached file, with its name where the title lacks it."""
    title, file = one_line(attachment.title), one_line(attachment.file_name)
    title = title if file.removesuffix(".pdf") in title else f"{title} ({file})"
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def _attached(numbered: NumberedApplication, attachment: Attachment) -> Part:
    """Returns what is said of an attached file; the file itself follows."""

    def told() -> Iterator[Block]:
        own = [each for each in numbered.application.projects if each.project.id == attachment.project_id]
        named = [f"{project_number(numbered, each.position)}: {short_name(each.project)}" for each in own]
        yield Pairs(ATTACHED, [("Fil", file_said(attachment)), *(("Projekt", name) for name in named)])

    return Part(told, ATTACHED)


def _whole(numbered: NumberedApplication, others: Sequence[Annex], round_: Round, footer: str) -> tuple[Part, ...]:
    """Returns the cover note, which no approval covers, and the form with the note of an only project."""
    application = numbered.application.application
    only = application.projects[0] if len(application.projects) == 1 else None

    def note() -> Iterator[Block]:
        yield Heading(2, NOTE)
        yield from addressed(application, None)
        yield from lower(note_text(application, round_))
        follows = "Ansøgningen og projektets notat følger" if only is not None else "Ansøgningen følger"
        yield Paragraphs(f"{follows} efter notatet.")
        if others:
            yield Listed(tuple(each.heading for each in others))

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
