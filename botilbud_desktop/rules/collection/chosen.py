"""A collection of those applications that the secretariat counts, with what the others are told of."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from botilbud_desktop.domain.collection.source import LeftOut
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.copies import ALL_COUNTED, BOTH_COUNTED
from botilbud_desktop.rules.collection.records import CollectedApplication, Collection, Copies, CopyKind
from botilbud_desktop.rules.collection.totals import totals_of
from botilbud_desktop.rules.wording import all_of

NOT_CHOSEN = "Ansøgningen er valgt fra."
_OTHER_COUNTED = {
    CopyKind.DIVERGED: (
        "En anden udgave af kommunens ansøgning er talt med. De er forskellige, og det vides ikke, hvilken der er "
        "nyest."
    ),
    CopyKind.SAME_MUNICIPALITY: "En anden ansøgning fra samme kommune er talt med.",
    CopyKind.OTHER_MUNICIPALITY: "En kopi med samme projekt er talt med for en anden kommune.",
}
"""What is told of an application that is not counted, where another one is, the first that fits."""


_UNKNOWN: Mapping[str, str] = MappingProxyType({})


def chosen_collection(
    round_: Round,
    applications: Sequence[CollectedApplication],
    others: Sequence[str],
    copies: Sequence[Copies],
    left_out: Sequence[LeftOut],
    municipalities: Mapping[str, str] = _UNKNOWN,
    warnings: Sequence[str] = (),
) -> Collection:
    """Returns the collection of the applications that are counted.

    Args:
        round_: their round.
        applications: those that are counted, in the order of the papers.
        others: the files of those that are not, though they were read.
        copies: the copies among all of them.
        left_out: what was not read, or left out as a copy.
        municipalities: the short names of the municipalities of `others`, by file.
        warnings: what else the reading was not sure of.
    """
    counted = {application.file for application in applications}
    return Collection(
        round_,
        tuple(applications),
        tuple(_as_chosen(each, counted) for each in copies),
        (
            *(LeftOut(file, _why(file, copies, counted), municipalities.get(file, "")) for file in others),
            *left_out,
        ),
        totals_of(applications, round_),
        warnings=tuple(warnings),
    )


def _why(file: str, copies: Sequence[Copies], counted: AbstractSet[str]) -> str:
    """Returns why an application is not counted, and which one of the same municipality is instead."""
    related = {each.kind for each in copies if each.is_doubtful and file in each.files and counted & {*each.files}}
    told = next((words for kind, words in _OTHER_COUNTED.items() if kind in related), "")
    return f"{NOT_CHOSEN} {told}".rstrip()


def _as_chosen(copies: Copies, counted: AbstractSet[str]) -> Copies:
    """Returns the copies, counted ones first, with a sentence that says which are counted."""
    own = [file for file in copies.files[: copies.counted] if file in counted]
    if not copies.is_doubtful or len(own) == copies.counted:
        return copies
    others = [file for file in copies.files if file not in own]
    before = copies.message.removesuffix(ALL_COUNTED).removesuffix(BOTH_COUNTED).strip()
    told = f"Talt med: {all_of([f'»{file}«' for file in own])}." if own else "Ingen af dem er talt med."
    return copies._replace(files=(*own, *others), counted=len(own), message=f"{before} {told}")
