"""What the form can be laid out for: far more than the ministry's form has room for, far less than a file may hold.

A draft beyond these bounds is opened for repair instead, so that no page has to be laid out for a thousand rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at
from botilbud_desktop.domain.notes.records import Comment

MOST_PROJECTS = 30
MOST_ROWS = 100
"""Rows of one list."""
MOST_ROWS_IN_ALL = 1_000
LONGEST_TEXT = 40_000
"""Characters of one text of several lines."""
CHARACTERS_OF_A_LINE_BREAK = 10
"""A line break in such a text counts as this many characters: it takes as long to lay out."""
LONGEST_LINE = 10_000
"""Characters of one text of a single line."""
MOST_CHARACTERS = 200_000
"""Characters of all texts together."""

_PROJECTS = field_path("projects")


class Excess(NamedTuple):
    """A list or a text that is too large for the form."""

    path: FieldPath
    size: int
    """Items of the list, or characters of the text."""
    is_text: bool


class _Size(NamedTuple):
    path: FieldPath
    size: int
    most: int
    is_text: bool


class _ProjectSizes(NamedTuple):
    project: Project
    sizes: tuple[_Size, ...]


class FormBounds:
    """Measures one draft repeatedly; a project is measured again only when it has changed, and a typed text alone."""

    def __init__(self) -> None:
        self._projects: tuple[_ProjectSizes, ...] = ()
        self._room: dict[FieldPath, int] = {}
        """The characters that each text can still grow by; empty when the draft was too large."""
        self._room_in_all = 0

    def excesses(self, application: Application) -> tuple[Excess, ...]:
        """Returns what is too large for the form, in the form's order; nothing when the form can be shown.

        While there are too many projects, what is too large within them is left out.
        """
        own = tuple(_sizes_of_application(application))
        self._room = {}
        if len(application.projects) > MOST_PROJECTS:
            too_many = Excess(_PROJECTS, len(application.projects), is_text=False)
            return (too_many, *_beyond(own))
        self._projects = tuple(self._measured(application.projects))
        sizes = (*(size for project in self._projects for size in project.sizes), *own)
        if found := _beyond(sizes):
            return found
        texts = [size for size in sizes if size.is_text]
        self._room = {text.path: text.most - text.size for text in texts}
        self._room_in_all = MOST_CHARACTERS - sum(text.size for text in texts)
        return ()

    def is_known_to_fit(self, path: FieldPath, before: Application, after: Application) -> bool:
        """Whether a draft still fits after the text at `path` was changed; when that is not known, measure it again.

        `before` is the application that was passed last.
        """
        room = self._room.get(path)
        if room is None:
            return False
        growth = _weight(value_at(after, path)) - _weight(value_at(before, path))
        if growth > min(room, self._room_in_all):
            return False
        self._room[path] = room - growth
        self._room_in_all -= max(0, growth)
        return True

    def _measured(self, projects: Sequence[Project]) -> Iterator[_ProjectSizes]:
        known = self._projects
        for index, project in enumerate(projects):
            if index < len(known) and known[index].project is project:
                yield known[index]
            else:
                yield _ProjectSizes(project, tuple(_sizes_of_project(project, project_path(index))))


def _beyond(sizes: Sequence[_Size]) -> tuple[Excess, ...]:
    """Returns the sizes beyond their own limits, and the largest of the others as long as their sum is too large."""
    found = {size.path for size in sizes if size.size > size.most}
    for is_text, most in ((True, MOST_CHARACTERS), (False, MOST_ROWS_IN_ALL)):
        others = [size for size in sizes if size.is_text is is_text and size.path not in found]
        found.update(_largest(others, most))
    return tuple(Excess(size.path, size.size, size.is_text) for size in sizes if size.path in found)


def _largest(sizes: Iterable[_Size], most: int) -> Iterator[FieldPath]:
    """Yields the largest until the rest is at most `most` together."""
    ordered = sorted(sizes, key=lambda one: one.size)
    rest = sum(size.size for size in ordered)
    while rest > most:
        size = ordered.pop()
        rest -= size.size
        yield size.path


def _sizes_of_application(application: Application) -> Iterator[_Size]:
    yield _line(field_path("case_number"), application.case_number)
    yield _text(field_path("internal_notes"), application.internal_notes)
    yield _text(field_path("description"), application.description)
    contacts = field_path("contacts")
    yield _line(contacts / "names", application.contacts.names)
    yield _line(contacts / "phones", application.contacts.phones)
    emails = contacts / "emails"
    yield from _list(emails, [(emails / index, text) for index, text in enumerate(application.contacts.emails)])
    yield _line(field_path("document_number"), application.document_number)
    note, path = application.cover_note, field_path("cover_note")
    for name, text in (("to", note.to), ("copy_to", note.copy_to), ("from", note.from_)):
        yield _line(path / name, text)
    yield _text(path / "text", note.text)
    facts = field_path("inserted_facts")
    yield from _list(facts, [(facts / row / "text", fact.text) for row, fact in enumerate(application.inserted_facts)])
    yield from _sizes_of_comments(application.comments)


def _sizes_of_comments(comments: Sequence[Comment]) -> Iterator[_Size]:
    """Yields the texts beyond any comment. There may be many comments: the form is not laid out for them."""
    path = field_path("comments")
    for index, comment in enumerate(comments):
        texts = (("text", comment.text), ("author", comment.author), ("field", comment.field))
        yield from (_line(path / index / name, text) for name, text in texts if len(text) > LONGEST_LINE)


def _sizes_of_project(project: Project, path: FieldPath) -> Iterator[_Size]:
    yield _line(path / "name", project.name)
    yield _line(path / "coordination_note", project.coordination_note)
    yield _text(path / "preservation_reason", project.preservation_reason)
    yield _text(path / "description", project.description)
    yield _Size(path / "places", len(project.places), MOST_ROWS, is_text=False)
    rates = path / "daily_rates"
    yield from _list(rates, [(rates / row / "label", rate.label) for row, rate in enumerate(project.daily_rates)])
    if project.cost_plan is not None:
        lines = path / "cost_plan" / "lines"
        labels = [(lines / row / "label", line.label) for row, line in enumerate(project.cost_plan.lines)]
        yield from _list(lines, labels)
    for name, text in (("purpose", project.purpose), ("target_group", project.target_group)):
        yield _text(path / name, text)
    yield _text(path / "economy_note", project.economy_note)
    milestones, today = path / "milestones", path / "capacity_today"
    labels = [(milestones / row / "label", milestone.label) for row, milestone in enumerate(project.milestones)]
    yield from _list(milestones, labels)
    whens = ((milestones / row / "when", milestone.when) for row, milestone in enumerate(project.milestones))
    yield from (_line(where, when) for where, when in whens if len(when) > LONGEST_LINE)
    yield _Size(path / "partners", len(project.partners), MOST_ROWS, is_text=False)
    yield from _list(today, [(today / row / "area", group.area) for row, group in enumerate(project.capacity_today)])


def _list(path: FieldPath, texts: Sequence[tuple[FieldPath, str]]) -> Iterator[_Size]:
    """Yields the size of a list, and of the text in each row as long as the list itself is not too long."""
    yield _Size(path, len(texts), MOST_ROWS, is_text=False)
    if len(texts) <= MOST_ROWS:
        yield from (_line(path_of_text, text) for path_of_text, text in texts)


def _text(path: FieldPath, text: str) -> _Size:
    size = len(text)
    return _Size(path, size, max(0, LONGEST_TEXT - (_weight(text) - size)), is_text=True)


def _weight(text: str) -> int:
    """Returns the characters that a text of several lines counts as."""
    return len(text) + (CHARACTERS_OF_A_LINE_BREAK - 1) * text.count("\n")


def _line(path: FieldPath, text: str) -> _Size:
    return _Size(path, len(text), LONGEST_LINE, is_text=True)
