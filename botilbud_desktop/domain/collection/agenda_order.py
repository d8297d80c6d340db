"""The order of an agenda's applications and their numbers, and how the secretariat changes them.

An application is told by its `Key`. Entries and remarks of applications that are not in the collection now are kept:
they may be in it next time.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.domain.model import replace


class Key(NamedTuple):
    """Tells an application from all others."""

    application: str
    """The id of the draft's application."""
    file: str
    """The name of its file in the collection."""


class Placed(NamedTuple):
    """An application at its place."""

    number: str
    """Its own number, or that of its place."""
    is_own: bool
    """Whether the secretariat has given the number."""
    key: Key


def placed(agenda: Agenda, usual: Sequence[Key]) -> list[Placed]:
    """Returns the applications: those that the agenda has in its order, then the others in the usual order."""
    places = {_key_of(entry): place for place, entry in enumerate(agenda.entries)}
    numbers = {_key_of(entry): entry.number.strip() for entry in agenda.entries}
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


def with_order(agenda: Agenda, keys: Sequence[Key]) -> Agenda:
    """Returns the agenda with these applications in this order, each with its number."""
    shown = set(keys)
    numbers = {_key_of(entry): entry.number for entry in agenda.entries}
    waiting = iter(keys)
    known = dict.fromkeys(map(_key_of, agenda.entries))
    order = [*(next(waiting) if key in shown else key for key in known), *waiting]
    entries = tuple(
        AgendaEntry(application=key.application, file=key.file, number=numbers.get(key, "")) for key in order
    )
    return replace(agenda, entries=entries)


def with_number(agenda: Agenda, usual: Sequence[Key], key: Key, number: str) -> Agenda:
    """Returns the agenda in which an application has a number of its own; empty for that of its place."""
    listed = with_order(agenda, [each.key for each in placed(agenda, usual)])
    entries = (replace(entry, number=number) if _key_of(entry) == key else entry for entry in listed.entries)
    return replace(listed, entries=tuple(entries))


def remark_on(agenda: Agenda, key: Key, project: str) -> str:
    """Returns what the KKR remarks on a project."""
    return next((each.text for each in agenda.remarks if _is_on(each, key, project)), "")


def with_remark(agenda: Agenda, key: Key, project: str, text: str) -> Agenda:
    """Returns the agenda with another remark on a project; an empty one is none."""
    others = (each for each in agenda.remarks if not _is_on(each, key, project))
    own = (ProjectRemark(application=key.application, file=key.file, project=project, text=text),) if text else ()
    return replace(agenda, remarks=(*others, *own))


def following_renamed(agenda: Agenda, usual: Sequence[Key]) -> Agenda:
    """Returns the agenda for a collection in which files may have other names than before.

    What is kept of a file that is not here any more goes to the one file that holds the same draft, if nothing is kept
    of that. With several such files it is not known which one was meant.
    """
    names = dict(_renamed(agenda, usual))
    if not names:
        return agenda

    def named[Kept: AgendaEntry | ProjectRemark](kept: Kept) -> Kept:
        new = names.get(Key(kept.application, kept.file))
        return kept if new is None else replace(kept, file=new)

    return replace(agenda, entries=tuple(map(named, agenda.entries)), remarks=tuple(map(named, agenda.remarks)))


def _renamed(agenda: Agenda, usual: Sequence[Key]) -> Iterator[tuple[Key, str]]:
    here = set(usual)
    kept = dict.fromkeys([*map(_key_of, agenda.entries), *map(_key_of, agenda.remarks)])
    for key in kept:
        if key in here:
            continue
        gone = [each for each in kept if each.application == key.application and each not in here]
        same = [each for each in usual if each.application == key.application]
        if len(same) == 1 and len(gone) == 1 and same[0] not in kept:
            yield key, same[0].file


def _key_of(kept: AgendaEntry | ProjectRemark) -> Key:
    return Key(kept.application, kept.file)


def _is_on(remark: ProjectRemark, key: Key, project: str) -> bool:
    return _key_of(remark) == key and remark.project == project
