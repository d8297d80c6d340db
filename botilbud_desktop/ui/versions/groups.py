"""Groups earlier versions for the list: automatic ones, up to one a second, share a line; no Qt."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from botilbud_desktop.storage.history.versions import Reason, Version

LONGEST_GROUP = timedelta(minutes=10)
"""The longest time from the first to the last version of a line."""


class VersionGroup(NamedTuple):
    """Consecutive versions on one line, at least one, newest first."""

    versions: tuple[Version, ...]

    @property
    def newest(self) -> Version:
        """The version that represents the line."""
        return self.versions[0]

    @property
    def oldest(self) -> Version:
        """The first version of the line."""
        return self.versions[-1]

    @property
    def is_single(self) -> bool:
        """Whether there is nothing to expand."""
        return len(self.versions) == 1


def grouped(versions: Sequence[Version]) -> tuple[VersionGroup, ...]:
    """Returns the versions in groups; both newest first.

    A group holds automatic versions of one person on one day, at most `LONGEST_GROUP` after its first. Every other
    version stands alone. Newer versions do not change which versions share a line.
    """
    groups: list[list[Version]] = []
    for version in reversed(versions):
        if groups and _belongs(version, groups[-1]):
            groups[-1].append(version)
        else:
            groups.append([version])
    return tuple(VersionGroup(tuple(reversed(group))) for group in reversed(groups))


def version_before(versions: Sequence[Version], number: int) -> Version | None:
    """Returns the version before the one with this number; None for the first.

    Skips what was recovered and then discarded: it was never in the draft, so no version followed it.

    Args:
        versions: newest first.
        number: of one of them.
    """
    older = (version for version in versions if version.number < number)
    return next((version for version in older if version.reason is not Reason.DISCARDED), None)


def _belongs(version: Version, group: list[Version]) -> bool:
    """Whether `version` belongs on the line of `group`, which is oldest first."""
    first, last = group[0], group[-1]
    return (
        version.reason is Reason.AUTOMATIC
        and last.reason is Reason.AUTOMATIC
        and version.by == last.by
        and version.at.date() == first.at.date()
        and last.at <= version.at <= first.at + LONGEST_GROUP
    )
