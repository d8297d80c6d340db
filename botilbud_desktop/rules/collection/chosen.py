"""A collection of those applications that the secretariat counts, with what the others are told of."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from botilbud_desktop.domain.collection.source import LeftOut
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.copies import ALL_COUNTED, BOTH_COUNTED
from botilbud_desktop.rules.collection.records import CollectedApplication, Collection, Copies
from botilbud_desktop.rules.collection.totals import totals_of
from botilbud_desktop.rules.wording import all_of

NOT_CHOSEN = "Ansøgningen er valgt fra."


def chosen_collection(
    round_: Round,
    applications: Sequence[CollectedApplication],
    others: Sequence[str],
    copies: Sequence[Copies],
    left_out: Sequence[LeftOut],
) -> Collection:
    """Returns the collection of the applications that are counted.

    Args:
        round_: their round.
        applications: those that are counted, in the order of the papers.
        others: the files of those that are not, though they were read.
        copies: the copies among all of them.
        left_out: what was not read, or left out as a copy.
    """
    counted = {application.file for application in applications}
    return Collection(
        round_,
        tuple(applications),
        tuple(_as_chosen(each, counted) for each in copies),
        (*(LeftOut(file, NOT_CHOSEN) for file in others), *left_out),
        totals_of(applications, round_),
    )


def _as_chosen(copies: Copies, counted: AbstractSet[str]) -> Copies:
    """Returns the copies, counted ones first, with a sentence that says which are counted."""
    own = [file for file in copies.files[: copies.counted] if file in counted]
    if not copies.is_doubtful or len(own) == copies.counted:
        return copies
    others = [file for file in copies.files if file not in own]
    before = copies.message.removesuffix(ALL_COUNTED).removesuffix(BOTH_COUNTED).strip()
    told = f"Talt med: {all_of([f'»{file}«' for file in own])}." if own else "Ingen af dem er talt med."
    return copies._replace(files=(*own, *others), counted=len(own), message=f"{before} {told}")
