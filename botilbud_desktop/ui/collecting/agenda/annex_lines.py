"""The lines of the agenda: its applications with their annexes, and both numberings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from botilbud_desktop.documents.collection.columns import NO_PROJECTS
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key, letters, placed, remark_on
from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.ui.collecting.gathered.held import HeldDraft, HeldProject

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
    """The id of the project that it has the note of; None for the cover note of several."""
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
        name = draft.municipality if is_alone else f"{draft.municipality} ({key.file})"
        lines += _lines_of(draft, number, is_own, visible(name), places)
    return tuple(lines)


def _lines_of(draft: HeldDraft, number: str, is_own: bool, name: str, places: Iterator[int]) -> Iterator[AnnexLine]:
    projects = draft.projects
    if len(projects) == 1:
        yield AnnexLine(next(places), number, f"{name}: {projects[0].name}", draft.key, projects[0].id, True, is_own)
        return
    held = NO_PROJECTS if not projects else counted(len(projects), "projekt", "projekter")
    yield AnnexLine(next(places), number, f"{name}: {held}", draft.key, None, True, is_own)
    for index, project in enumerate(projects):
        yield _project_line(draft, project, f"{number}{letters(index)}", next(places))


def _project_line(draft: HeldDraft, project: HeldProject, number: str, place: int) -> AnnexLine:
    return AnnexLine(place, number, project.name, draft.key, project.id)


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
    words = "Nummeret" if len(doubled) == 1 else "Numrene"
    return f"{words} {named} er brugt mere end én gang. Ret det i kolonnen »Nr.«."


def counted_said(lines: Sequence[AnnexLine]) -> str:
    """Returns how many applications and annexes there are."""
    applications = counted(sum(line.is_first for line in lines), "ansøgning", "ansøgninger")
    return f"{applications}, {counted(len(lines), 'bilag', 'bilag')}."
