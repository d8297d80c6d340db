"""The order of an agenda's applications and their numbers, and how the secretariat changes them.

An application is told by its `Key`. Entries and remarks of applications that are not in the collection now are kept:
they may be in it next time.
"""

from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.seen import seen


class Key(NamedTuple):
    """Tells an application from all others."""

    application: str
    """The id of the draft's application."""
    file: str
    """The name of its file in the collection."""
    municipality: str = ""
    """The code of its municipality; empty while it is not chosen. Another one's draft may have the same id."""


class Placed(NamedTuple):
    """An application at its place."""

    number: str
    """Its own number, or that of its place."""
    is_own: bool
    """Whether the secretariat has given the number."""
    key: Key


def placed(agenda: Agenda, usual: Sequence[Key]) -> list[Placed]:
    """Returns the applications: those that the agenda has in its order, then the others in the usual order."""
    entries = adopted(agenda, usual).entries
    places = {key_of(entry): place for place, entry in enumerate(entries)}
    numbers = {key_of(entry): seen(entry.number) for entry in entries}
    ordered = sorted(usual, key=lambda key: places.get(key, len(places)))
    own = [(numbers.get(key, ""), key) for key in ordered]
    return [Placed(number or str(place), bool(number), key) for place, (number, key) in enumerate(own, start=1)]


def letters(place: int) -> str:
    """Returns the letters of an annex at a place, counted from 0: `a`, `b`; after `z` comes `aa`."""
    found = ""
    while place >= 0:
        place, rest = divmod(place, 26)
        found = chr(ord("a") + rest) + found
        place -= 1
    return found


def adopted(agenda: Agenda, keys: Sequence[Key]) -> Agenda:
    """Returns the agenda in which what was kept before the municipality was known has that of the file that is here."""
    here = {key._replace(municipality=""): key.municipality for key in keys if key.municipality}

    def owned[Kept: AgendaEntry | ProjectRemark](kept: Kept) -> Kept:
        municipality = here.get(key_of(kept))
        return kept if municipality is None else replace(kept, municipality=municipality)

    if here.keys().isdisjoint([*map(key_of, agenda.entries), *map(key_of, agenda.remarks)]):
        return agenda
    return replace(agenda, entries=tuple(map(owned, agenda.entries)), remarks=tuple(map(owned, agenda.remarks)))


def with_order(agenda: Agenda, keys: Sequence[Key]) -> Agenda:
    """Returns the agenda with these applications in this order, each with its number."""
    agenda = adopted(agenda, keys)
    shown = set(keys)
    numbers = {key_of(entry): entry.number for entry in agenda.entries}
    waiting = iter(keys)
    known = dict.fromkeys(map(key_of, agenda.entries))
    order = [*(next(waiting) if key in shown else key for key in known), *waiting]
    entries = tuple(
        AgendaEntry(
            application=key.application, file=key.file, municipality=key.municipality, number=numbers.get(key, "")
        )
        for key in order
    )
    return replace(agenda, entries=entries)


def with_number(agenda: Agenda, usual: Sequence[Key], key: Key, number: str) -> Agenda:
    """Returns the agenda in which an application has a number of its own; empty for that of its place."""
    listed = with_order(agenda, [each.key for each in placed(agenda, usual)])
    entries = (replace(entry, number=seen(number)) if key_of(entry) == key else entry for entry in listed.entries)
    return replace(listed, entries=tuple(entries))


def without_numbers(agenda: Agenda, keys: Sequence[Key]) -> Agenda:
    """Returns the agenda in which these applications have the numbers of their places."""
    agenda, shown = adopted(agenda, keys), set(keys)
    entries = (replace(entry, number="") if key_of(entry) in shown else entry for entry in agenda.entries)
    return replace(agenda, entries=tuple(entries))


def remark_on(agenda: Agenda, key: Key, project: str) -> str:
    """Returns what the KKR remarks on a project."""
    return next((each.text for each in agenda.remarks if _is_on(each, key, project)), "")


def with_remark(agenda: Agenda, key: Key, project: str, text: str) -> Agenda:
    """Returns the agenda with another remark on a project; an empty one is none."""
    others = (each for each in agenda.remarks if not _is_on(each, key, project))
    if not text:
        return replace(agenda, remarks=tuple(others))
    own = ProjectRemark(
        application=key.application, file=key.file, municipality=key.municipality, project=project, text=text
    )
    return replace(agenda, remarks=(*others, own))


def key_of(kept: AgendaEntry | ProjectRemark) -> Key:
    """Returns what tells the application that something is kept of."""
    return Key(kept.application, kept.file, kept.municipality)


def _is_on(remark: ProjectRemark, key: Key, project: str) -> bool:
    own = key_of(remark)
    return remark.project == project and (own == key or own == key._replace(municipality=""))
