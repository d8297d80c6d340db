"""Which versions a file of a draft descends from.

One computer can have several files of a draft, such as the draft and a copy of it: all have its id, and their versions
are in one history. The versions of the copy are not ancestors of the draft, so the two are separated here.
"""

from collections.abc import Iterable

from botilbud_desktop.storage.history.versions import Reason, Version


def lineage(versions: Iterable[Version], place: str) -> tuple[Version, ...]:
    """Returns the versions of the file at `place` and of the files it was copied or renamed from, oldest first.

    When the oldest version of a file equals an earlier one of another file, it was made from that file: the latest such
    version is where the two diverge. Discarded content was never in the file and is never part of its lineage.

    Args:
        versions: those of the draft, in any order.
        place: the file's path, as returned by `place_of`.
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
