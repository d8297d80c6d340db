"""Number, place and remarks follow an application to another file of it: renamed, or a copy that is counted instead.

Only what is certain is done; the rest is for the user to answer.
"""

from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.domain.collection.agenda_order import Key
from botilbud_desktop.domain.model import replace


class Draft(NamedTuple):
    """A draft of the collection."""

    key: Key
    municipality: str
    """Its name; empty while it is not chosen."""
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


def following(agenda: Agenda, drafts: Sequence[Draft]) -> Following:
    """Returns what follows to another file for certain, and what has to be asked."""
    here = {draft.key: draft for draft in drafts}
    kept = dict.fromkeys([*map(_key_of, agenda.entries), *map(_key_of, agenda.remarks)])
    waiting = [key for key in kept if key not in here or not here[key].is_counted]
    certain: list[Carry] = []
    questions: list[Question] = []
    for source in waiting:
        known = here.get(source)
        targets = [draft for draft in drafts if draft.is_counted and _may_be_same(source, known, draft)]
        free = tuple(draft.key for draft in targets if draft.key not in kept)
        rivals = [key for key in waiting if key != source and any(_may_be_same(key, here.get(key), t) for t in targets)]
        marked = [key for key in rivals if is_marked(agenda, key)]
        if is_marked(agenda, source):
            rivals = marked
            asked = tuple(draft.key for draft in targets if _differs(agenda, source, draft.key))
        else:
            asked = () if marked else free
        if free and len(targets) == 1 and not rivals and _is_same(known, targets[0]):
            certain.append(Carry(source, free[0]))
        elif asked:
            questions.append(Question(source, asked))
    return Following(tuple(certain), tuple(questions))


def is_marked(agenda: Agenda, key: Key) -> bool:
    """Whether an application has a number of its own or a remark, not only a place."""
    return _number(agenda, key) != "" or any(_key_of(each) == key for each in agenda.remarks)


def carried(agenda: Agenda, carry: Carry) -> Agenda:
    """Returns the agenda in which what is kept of the source belongs to the target, in place of the target's own."""
    source, target = carry
    has_place = any(_key_of(each) == source for each in agenda.entries)
    number = _number(agenda, source) or _number(agenda, target)
    entries = [each for each in agenda.entries if not has_place or _key_of(each) != target]
    remarks = [each for each in agenda.remarks if _key_of(each) == source]
    if not has_place and not remarks:
        return agenda
    projects = {each.project for each in remarks}
    others = [each for each in agenda.remarks if _key_of(each) != target or each.project not in projects]
    return replace(
        agenda,
        entries=tuple(
            replace(each, file=target.file, number=number) if _key_of(each) == source else each for each in entries
        ),
        remarks=tuple(replace(each, file=target.file) if _key_of(each) == source else each for each in others),
    )


def _may_be_same(source: Key, known: Draft | None, draft: Draft) -> bool:
    """Whether a draft may be the same application. One that was mailed to several municipalities is not."""
    if draft.key.application != source.application:
        return False
    return known is None or not known.municipality or not draft.municipality or _is_same(known, draft)


def _is_same(known: Draft | None, draft: Draft) -> bool:
    return known is None or known.municipality == draft.municipality


def _differs(agenda: Agenda, source: Key, target: Key) -> bool:
    return _kept_of(agenda, source) != _kept_of(agenda, target)


def _kept_of(agenda: Agenda, key: Key) -> tuple[str, frozenset[tuple[str, str]]]:
    remarks = frozenset((each.project, each.text) for each in agenda.remarks if _key_of(each) == key)
    return _number(agenda, key), remarks


def _number(agenda: Agenda, key: Key) -> str:
    return next((each.number.strip() for each in agenda.entries if _key_of(each) == key), "")


def _key_of(kept: AgendaEntry | ProjectRemark) -> Key:
    return Key(kept.application, kept.file)
