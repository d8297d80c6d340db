"""The lines of the agenda: its applications with their annexes, and both numberings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from botilbud_desktop.documents.collection.columns import NO_PROJECTS
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key, letters, placed, remark_on
from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.domain.values.amounts import counted, for_number
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.ui.collecting.gathered.held import HeldDraft

OVERVIEW = "Oversigt over ansøgningerne og KKR’s bemærkninger"
_MOST_NUMBERS = 5


class AnnexLine(NamedTuple):
    """One annex (*bilag*)."""

    place: int
    """Its running number: Bilag 1, 2, 3 …"""
    number: str
    """The number of the application, or of a project of several: `2`, `2a`; empty for the overview."""
    title: str
    key: Key | None
    """Its application; None for the overview."""
    project: str | None = None
    """The id of the project that it has the note of; None for the cover note of several, and for an attached file."""
    is_first: bool = False
    """Whether it is the first annex of its application, which has the number."""
    is_own_number: bool = False


def annex_lines(agenda: Agenda, drafts: Sequence[HeldDraft]) -> tuple[AnnexLine, ...]:
    """Returns all lines; the drafts are in the usual order."""
    by_key = {draft.key: draft for draft in drafts}
    names = Counter(draft.municipality for draft in drafts)
    places = count(2)
    lines = [AnnexLine(1, "", OVERVIEW, None)]
    for number, is_own, key in placed(agenda, [*by_key]):
        draft = by_key[key]
        is_alone = names[draft.municipality] == 1
        name = draft.municipality if is_alone else f"{key.file} ({draft.municipality})"
        lines += _lines_of(draft, number, is_own, visible(name), places)
    return tuple(lines)


def _lines_of(draft: HeldDraft, number: str, is_own: bool, name: str, places: Iterator[int]) -> Iterator[AnnexLine]:
    """Yields the cover note and the form, a note for each of several projects, and the attached files."""
    projects = draft.projects
    only = projects[0] if len(projects) == 1 else None
    held = only.name if only else counted(len(projects), "projekt", "projekter") if projects else NO_PROJECTS
    only_id = only.id if only else None
    yield AnnexLine(next(places), number, f"{name}: {held}", draft.key, only_id, True, is_own)
    notes = () if only else tuple((each.name, each.id) for each in projects)
    files = tuple((title, None) for title in draft.attached)
    for index, (title, project) in enumerate((*notes, *files)):
        yield AnnexLine(next(places), f"{number}{letters(index)}", title, draft.key, project)


def remark_of(agenda: Agenda, line: AnnexLine) -> str:
    """Returns the KKR's remark on the line's project; empty where there is none."""
    return "" if line.key is None or line.project is None else remark_on(agenda, line.key, line.project)


def doubled_numbers(lines: Sequence[AnnexLine]) -> tuple[str, ...]:
    """Returns the numbers that several annexes have, each once."""
    counts = Counter(line.number for line in lines if line.number)
    return tuple(number for number, times in counts.items() if times > 1)


def doubled_said(doubled: Sequence[str]) -> str:
    """Returns a sentence about numbers that are used more than once; empty when there are none."""
    if not doubled:
        return ""
    shown = [f"»{visible(number)}«" for number in doubled[:_MOST_NUMBERS]]
    more = len(doubled) - len(shown)
    named = all_of([*shown, counted(more, "nummer mere", "numre mere")] if more else shown)
    words = for_number(len(doubled), "Nummeret", "Numrene")
    return f"{words} {named} er brugt mere end én gang. Ret det i kolonnen »Nr.«."


def counted_said(lines: Sequence[AnnexLine]) -> str:
    """Returns how many applications and annexes there are."""
    applications = counted(sum(line.is_first for line in lines), "ansøgning", "ansøgninger")
    return f"{applications}, {counted(len(lines), 'bilag', 'bilag')}."
