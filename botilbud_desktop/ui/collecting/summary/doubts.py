"""What is doubtful about the collection, in words: what may be counted twice, and what is not in it."""

from collections.abc import Set as AbstractSet
from itertools import repeat
from typing import NamedTuple

from botilbud_desktop.domain.collection.source import LeftOut
from botilbud_desktop.domain.own_texts.figures import number_word
from botilbud_desktop.domain.values.amounts import counted, for_number
from botilbud_desktop.rules.collection.copies import ALL_COUNTED, BOTH_COUNTED
from botilbud_desktop.rules.collection.records import Copies
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered

TWICE = "Måske talt med to gange"
LEFT_OUT = "Ikke med"
CHOSEN = "Du har valgt"
NOT_COUNTED = "Slet ikke talt med"
UNSAVED = "Ikke gemt"
MORE = "Måske ikke alle"
_LONGEST_NAME = 120
_LONGEST = 600


class Doubt(NamedTuple):
    """One thing to look at."""

    kind: str
    text: str
    is_settled: bool = False
    """Whether the user has chosen what counts, so that it is counted once."""
    is_folder: bool = False
    files: tuple[str, ...] = ()
    """The drafts that it is about, as far as they have rows."""


def doubts_of(gathered: Gathered, counting: AbstractSet[str]) -> list[Doubt]:
    """Returns what to look at: first what may be counted twice or not at all, last what the user has settled."""
    doubtful = [
        _doubt(copies, differing, counting)
        for copies, differing in zip(gathered.copies, gathered.differing or repeat(""), strict=False)
        if copies.is_doubtful
    ]
    more = [Doubt(MORE, gathered.warning)] if gathered.warning else []
    left_out = [_left_out(each, is_folder=each in gathered.folders) for each in gathered.left_out]
    open_ones = [doubt for doubt in doubtful if not doubt.is_settled]
    unticked = _without_tick(gathered, counting)
    return [
        *open_ones,
        *unticked,
        *_unsaved(gathered),
        *more,
        *left_out,
        *(doubt for doubt in doubtful if doubt.is_settled),
    ]


def is_twice(gathered: Gathered, counting: AbstractSet[str]) -> bool:
    """Whether an application may be counted twice."""
    return any(len(_counted(copies, counting)) > 1 for copies in gathered.copies if copies.is_doubtful)


def summary_of(doubts: list[Doubt]) -> str:
    """Returns how much there is to look at, in a sentence or two; empty when there is nothing."""
    twice = sum(doubt.kind == TWICE for doubt in doubts)
    folders = sum(doubt.is_folder for doubt in doubts)
    files = sum(doubt.kind == LEFT_OUT for doubt in doubts) - folders
    said = []
    if twice:
        applications = for_number(twice, "En ansøgning", f"{number_word(twice).capitalize()} ansøgninger")
        said.append(f"{applications} er måske talt med mere end én gang.")
    if any(doubt.kind == NOT_COUNTED for doubt in doubts):
        said.append("Mindst én ansøgning er slet ikke talt med.")
    if files:
        said.append(f"{counted(files, 'fil', 'filer')} er ikke med.")
    if folders:
        said.append(f"{counted(folders, 'mappe', 'mapper')} er ikke med.")
    said += [doubt.text for doubt in doubts if doubt.kind in (MORE, UNSAVED)]
    return " ".join(said)


def _doubt(copies: Copies, differing: str, counting: AbstractSet[str]) -> Doubt:
    files = copies.files[: copies.counted]
    own = _counted(copies, counting)
    message = printable(copies.message, _LONGEST)
    if len(own) == copies.counted:
        return Doubt(TWICE, f"{message} {differing}".strip(), files=files)
    before = printable(copies.message.removesuffix(ALL_COUNTED).removesuffix(BOTH_COUNTED).strip(), _LONGEST)
    named = all_of([f"»{printable(file, _LONGEST_NAME)}«" for file in own])
    told = printable(f"Talt med: {named}." if own else "Ingen af dem er talt med.", _LONGEST)
    kind = (NOT_COUNTED, CHOSEN)[len(own)] if len(own) < 2 else TWICE
    return Doubt(kind, " ".join(filter(None, (before, differing, told))), is_settled=kind == CHOSEN, files=files)


def _without_tick(gathered: Gathered, counting: AbstractSet[str]) -> list[Doubt]:
    """Returns the applications that nothing is counted of. One among doubtful copies is told of with these."""
    told = {file for copies in gathered.copies if copies.is_doubtful for file in copies.files[: copies.counted]}
    files = [each.file for each in gathered.applications if each.file not in counting and each.file not in told]
    return [
        Doubt(NOT_COUNTED, f"»{printable(file, _LONGEST_NAME)}« har ikke flueben.", files=(file,)) for file in files
    ]


def _unsaved(gathered: Gathered) -> list[Doubt]:
    if not gathered.unsaved:
        return []
    named = printable(gathered.unsaved, _LONGEST_NAME)
    said = f"»{named}« havde ændringer, der ikke var gemt, da kladderne blev læst. De er ikke med her."
    return [Doubt(UNSAVED, said)]


def _counted(copies: Copies, counting: AbstractSet[str]) -> list[str]:
    return [file for file in copies.files[: copies.counted] if file in counting]


def _left_out(left_out: LeftOut, *, is_folder: bool) -> Doubt:
    told = f"{printable(left_out.file, _LONGEST_NAME)}: {printable(left_out.why, _LONGEST)}"
    return Doubt(LEFT_OUT, told, is_folder=is_folder)
