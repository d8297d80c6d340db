"""Which versions a file of a draft grew out of.

A draft can lie on one computer as several files, such as the draft and a copy of it: all have its id, and their
versions lie in one history. What stood in the copy is no ancestor of the draft, so the two are told apart here.
"""

from collections.abc import Iterable

from botilbud_desktop.storage.history.versions import Reason, Version


def lineage(versions: Iterable[Version], place: str) -> tuple[Version, ...]:
    """The versions of the file at `place`, and those of the files that it was copied or renamed from; oldest first.

    When the oldest version of a file says the same as an earlier one of another file, it was made from that file: the
    latest such version is where the two part. What was discarded was never in the file and is never part of it.

    Args:
        versions: those of the draft, in any order.
        place: the file, as `place_of` names it.
    """
    earlier = sorted(
        (version for version in versions if version.reason is not Reason.DISCARDED), key=lambda version: version.number
    )
    found: list[Version] = []
    while own := [version for version in earlier if version.place == place]:
        found[:0] = own
        oldest = own[0]
        earlier = [version for version in earlier if version.number < oldest.number]
        while earlier and earlier[-1].digest != oldest.digest:
            earlier.pop()
        if not earlier:
            break
        place = earlier[-1].place
    return tuple(found)
