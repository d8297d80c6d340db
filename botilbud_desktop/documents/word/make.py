"""Makes the Word document of an application: the cover note, the form, and a note for each project."""

from collections.abc import Iterator
from datetime import date

from botilbud_desktop.documents.notes.blocks import Block
from botilbud_desktop.documents.notes.cover_note import cover_note, note_footer, note_title
from botilbud_desktop.documents.notes.form import application_form
from botilbud_desktop.documents.notes.project_note import project_note
from botilbud_desktop.documents.notes.status import approval_footer
from botilbud_desktop.documents.values import municipality_name, one_line
from botilbud_desktop.documents.word.render import Properties, Section, rendered
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round


def make_word(application: Application, round_: Round, today: date) -> bytes:
    """Returns the document. The same content gives the same bytes on the same day: the note has its date.

    It holds what the draft has for colleagues, but no internal notes, comments or verdicts.
    """
    note = Section(cover_note(application, round_, today), note_footer(today))
    approvable = Section(_application(application, round_), approval_footer(application, today))
    return rendered([note, approvable], _properties(application, round_, today))


def _application(application: Application, round_: Round) -> Iterator[Block]:
    """Yields what an approval covers, and nothing else."""
    yield from application_form(application, round_)
    for index, project in enumerate(application.projects):
        yield from project_note(project, index, round_)


def _properties(application: Application, round_: Round, today: date) -> Properties:
    municipality = municipality_name(application, round_)
    return Properties(
        title=note_title(application, round_),
        author=one_line(application.contacts.names) or municipality,
        header=f"{municipality}\t{round_.short_title}",
        day=today,
    )
