"""Number, place and remarks follow an application to another file of it: renamed, or a copy that is counted instead.

Only what is certain is done; the rest is for the user to answer.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key, key_of
from botilbud_desktop.domain.model import replace


class Draft(NamedTuple):
    """A draft of the collection."""

    key: Key
    is_counted: bool


class Carry(NamedTuple):
    """What is kept of one file belongs to another."""

    source: Key
    target: Key


class Question(NamedTuple):
    """It is not known to which file it belongs, if to any."""

    source: Key
    targets: tuple[Key, ...]


class Following(NamedTuple):
    """What is kept of files that are not counted, where other drafts of the same application are."""

    certain: tuple[Carry, ...]
    questions: tuple[Question, ...]


def following(agenda: Agenda, drafts: Sequence[Draft], unread: Sequence[str] = ()) -> Following:
    """Returns what follows to another file for certain, and what has to be asked.

    What is kept of a file that could not be read stays with it: `unread` names those files and folders.
    """
    here = {draft.key: draft for draft in drafts}
    kept = dict.fromkeys([*map(key_of, agenda.entries), *map(key_of, agenda.remarks)])
    waiting = [key for key in kept if not (here[key].is_counted if key in here else _is_among(key.file, unread))]
    certain: list[Carry] = []
    questions: list[Question] = []
    for source in waiting:
        moved = _moved(source, waiting, here) if source not in here else None
        if moved is not None and moved not in kept:
            certain.append(Carry(source, moved))
            continue
        targets = [draft for draft in drafts if draft.is_counted and _may_be_same(source, draft.key)]
        free = tuple(draft.key for draft in targets if draft.key not in kept)
        rivals = [key for key in waiting if key != source and any(_may_be_same(key, each.key) for each in targets)]
        marked = [key for key in rivals if is_marked(agenda, key)]
        if is_marked(agenda, source):
            rivals = marked
            asked = tuple(draft.key for draft in targets if _differs(agenda, source, draft.key))
        else:
            asked = () if marked else free
        if free and len(targets) == 1 and not rivals and _is_same(source, targets[0].key):
            certain.append(Carry(source, free[0]))
        elif asked:
            questions.append(Question(source, asked))
    return Following(tuple(certain), tuple(questions))


def missing(agenda: Agenda, drafts: Sequence[Draft]) -> int:
    """Returns how many files with a remark are not here."""
    here = {draft.key for draft in drafts}
    return len({key_of(each) for each in agenda.remarks} - here)


def without_project(agenda: Agenda, projects: Mapping[Key, Collection[str]]) -> int:
    """Returns how many remarks are on projects that their file lacks; `projects` are the ids in each file that is here.

    Such remarks are kept: the project may come back with another copy.
    """
    return sum(each.project not in projects[key_of(each)] for each in agenda.remarks if key_of(each) in projects)


def is_marked(agenda: Agenda, key: Key) -> bool:
    """Whether an application has a number of its own or a remark, not only a place."""
    return _number(agenda, key) != "" or any(key_of(each) == key for each in agenda.remarks)


def carried(agenda: Agenda, carry: Carry) -> Agenda:
    """Returns the agenda in which what is kept of the source belongs to the target, in place of the target's own."""
    source, target = carry
    has_place = any(key_of(each) == source for each in agenda.entries)
    number = _number(agenda, source) or _number(agenda, target)
    entries = [each for each in agenda.entries if not has_place or key_of(each) != target]
    remarks = [each for each in agenda.remarks if key_of(each) == source]
    if not has_place and not remarks:
        return agenda
    projects = {each.project for each in remarks}
    others = [each for each in agenda.remarks if key_of(each) != target or each.project not in projects]
    owner = {"file": target.file, "municipality": target.municipality}
    return replace(
        agenda,
        entries=tuple(replace(each, **owner, number=number) if key_of(each) == source else each for each in entries),
        remarks=tuple(replace(each, **owner) if key_of(each) == source else each for each in others),
    )


def _moved(source: Key, waiting: Sequence[Key], here: Iterable[Key]) -> Key | None:
    """Returns the one file whose name only got or lost folders in front; None where it is not certain."""
    found = [key for key in here if _is_same(source, key) and _is_moved(source.file, key.file)]
    if len(found) != 1:
        return None
    others = (key for key in waiting if key != source and _is_moved(key.file, found[0].file))
    return None if any(_may_be_same(key, found[0]) for key in others) else found[0]


def _is_moved(old: str, new: str) -> bool:
    return new.endswith(f"/{old}") or old.endswith(f"/{new}")


def _is_among(file: str, unread: Sequence[str]) -> bool:
    """Whether a file, or a folder that it is in, could not be read."""
    return any(file == name or file.startswith(f"{name}/") for name in unread)


def _may_be_same(source: Key, target: Key) -> bool:
    """Whether a draft may be the same application. One that was mailed to several municipalities is not."""
    known = {source.municipality, target.municipality} - {""}
    return source.application == target.application and len(known) < 2


def _is_same(source: Key, target: Key) -> bool:
    return _may_be_same(source, target) and source.municipality == target.municipality != ""


def _differs(agenda: Agenda, source: Key, target: Key) -> bool:
    return _kept_of(agenda, source) != _kept_of(agenda, target)


def _kept_of(agenda: Agenda, key: Key) -> tuple[str, frozenset[tuple[str, str]]]:
    remarks = frozenset((each.project, each.text) for each in agenda.remarks if key_of(each) == key)
    return _number(agenda, key), remarks


def _number(agenda: Agenda, key: Key) -> str:
    return next((each.number.strip() for each in agenda.entries if key_of(each) == key), "")
