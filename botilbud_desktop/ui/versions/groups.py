"""Earlier versions as they are listed: those that the program saved by itself, one a second, share a line; no Qt."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from botilbud_desktop.storage.history.versions import Reason, Version

LONGEST_GROUP = timedelta(minutes=10)
"""From the first to the last version of a line."""


class VersionGroup(NamedTuple):
    """Neighbouring versions on one line, at least one, newest first."""

    versions: tuple[Version, ...]

    @property
    def newest(self) -> Version:
        """The version that stands for the line."""
        return self.versions[0]

    @property
    def oldest(self) -> Version:
        """The version with which the line begins."""
        return self.versions[-1]

    @property
    def is_single(self) -> bool:
        """Whether there is nothing to open."""
        return len(self.versions) == 1


def grouped(versions: Sequence[Version]) -> tuple[VersionGroup, ...]:
    """The versions in groups; both newest first.

    A group holds automatic versions of one person on one day, at most `LONGEST_GROUP` after its first. Every other
    version stands alone. Which versions share a line does not change when newer ones come.
    """
    groups: list[list[Version]] = []
    for version in reversed(versions):
        if groups and _belongs(version, groups[-1]):
            groups[-1].append(version)
        else:
            groups.append([version])
    return tuple(VersionGroup(tuple(reversed(group))) for group in reversed(groups))


def version_before(versions: Sequence[Version], number: int) -> Version | None:
    """The version that the one of this number came after; None for the first.

    What was recovered and not taken back was never in the draft, so nothing came after it.

    Args:
        versions: newest first.
        number: of one of them.
    """
    older = (version for version in versions if version.number < number)
    return next((version for version in older if version.reason is not Reason.DISCARDED), None)


def _belongs(version: Version, group: list[Version]) -> bool:
    """Whether a version follows the others of a group, oldest first, on the same line."""
    first, last = group[0], group[-1]
    return (
        version.reason is Reason.AUTOMATIC
        and last.reason is Reason.AUTOMATIC
        and version.by == last.by
        and version.at.date() == first.at.date()
        and last.at <= version.at <= first.at + LONGEST_GROUP
    )
