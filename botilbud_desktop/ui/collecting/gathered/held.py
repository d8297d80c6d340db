"""The drafts of a collection, kept as bytes: a thousand models would cost the window's garbage collector too much.

Papers are made of what was read and is shown, whatever the files hold by then.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from botilbud_desktop.documents.agenda.annexes import attachment_title
from botilbud_desktop.documents.notes.labels import short_name
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.attachments.attachment import AttachedFiles, Attachment
from botilbud_desktop.domain.attachments.documentation import Documentation
from botilbud_desktop.domain.collection.agenda_order import Key
from botilbud_desktop.domain.collection.source import Source
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.agenda import key_of
from botilbud_desktop.rules.collection.collecting import collected
from botilbud_desktop.rules.collection.records import CollectedApplication


class HeldProject(NamedTuple):
    """A project, by its id."""

    id: str
    name: str


class HeldDraft(NamedTuple):
    """A draft that was read."""

    key: Key
    municipality: str
    """Its short name, or a text when it is not chosen."""
    projects: tuple[HeldProject, ...]
    attached: tuple[str, ...]
    """What the PDF files that lie beside it are called, in the order in which they are annexes."""
    content: bytes
    """The whole application."""
    attachments: AttachedFiles


def held(application: CollectedApplication) -> HeldDraft:
    """Returns what is kept of an application."""
    projects = tuple(HeldProject(each.project.id, short_name(each.project)) for each in application.projects)
    content = application.application.model_dump_json(by_alias=True).encode("utf-8")
    attached = tuple(attachment_title(each) for each in _files(application.documentation))
    return HeldDraft(key_of(application), application.name, projects, attached, content, application.attachments)


def _files(found: Documentation) -> Iterator[Attachment]:
    """Yields the files that are there: those for the whole application, then those of each project in order."""
    for each in (*found.common, *(one for project in found.projects for one in project.attachments)):
        if each.is_there:
            yield each


def assessed_again(
    drafts: Sequence[HeldDraft], round_: Round, today: date, before_each: Callable[[], object] = bool
) -> list[CollectedApplication]:
    """Returns the drafts as a collection has them; `before_each` is called before each, which takes the time."""
    applications: list[CollectedApplication] = []
    for draft in drafts:
        before_each()
        application = Application.model_validate_json(draft.content)
        applications.append(
            collected(Source(draft.key.file, application, round_, attachments=draft.attachments), today)
        )
    return applications
