"""When, by whom and how an earlier version was made, in words; no Qt."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from botilbud_desktop.domain.merging.difference import Difference
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.domain.values.dates import format_clock, format_date, format_long_date
from botilbud_desktop.storage.history.versions import Reason, Version
from botilbud_desktop.ui.versions.groups import VersionGroup

FIRST_VERSION = "Den første version"

_HOW = {
    Reason.OPENED: "Åbnet",
    Reason.SAVED: "Gemt",
    Reason.AUTOMATIC: "Gemt automatisk",
    Reason.RESTORED: "Gendannet",
    Reason.MERGED: "Flettet",
    Reason.COPIED: "Kopieret",
    Reason.DISCARDED: "Ikke gendannet",
}
_LABELS = 3


def when(at: datetime, now: datetime) -> str:
    """Returns `I dag kl. 14.32`, `I går kl. 09.05` or `21.11.2026 kl. 14.32`, by the time zone of `at`."""
    return f"{_day(at.date(), now.date())} kl. {format_clock(at)}"


def when_of_group(group: VersionGroup, now: datetime) -> str:
    """Returns the time of a line, from its first to its last version: `I dag kl. 14.20–14.29`."""
    first, last = format_clock(group.oldest.at), format_clock(group.newest.at)
    start = when(group.oldest.at, now)
    return start if first == last else f"{start}–{last}"


def exactly_when(at: datetime, now: datetime) -> str:
    """Returns the time with seconds, where a minute holds several versions: `I dag kl. 14.32.05`."""
    return f"{when(at, now)}.{at.second:02}"


def second_of(at: datetime) -> str:
    """Returns the time of a single version within a group: `Kl. 14.20.05`."""
    return f"Kl. {format_clock(at)}.{at.second:02}"


def who(version: Version) -> str:
    """Returns name and computer, `Mette Ågesen, PC-17`; of what was opened only its writer, if that was another."""
    if version.reason is Reason.OPENED and version.by.name and not version.by.machine:
        return f"skrevet af {version.by.name}"
    return ", ".join(part for part in (version.by.name, version.by.machine) if part)


def how(version: Version) -> str:
    """Returns why the version was kept, in one or a few words."""
    return _HOW[version.reason]


def how_of_group(group: VersionGroup) -> str:
    """Returns the same for a line, with the number of versions when it has several."""
    return how(group.newest) if group.is_single else f"Gemt automatisk {counted(len(group.versions), 'gang', 'gange')}"


def about(person: str, manner: str) -> str:
    """Returns how and who as one text."""
    return " · ".join(part for part in (manner, person) if part)


def what_changed(differences: Sequence[Difference]) -> str:
    """Returns how much changed and where: `2 ændringer: Journalnummer, Projekt 1 · B. Lån i 2025`."""
    if not differences:
        return "Ingen ændringer"
    labels = ", ".join(difference.label for difference in differences[:_LABELS])
    more = " …" if len(differences) > _LABELS else ""
    return f"{counted(len(differences), 'ændring', 'ændringer')}: {labels}{more}"


def size_in_words(size: int) -> str:
    """Returns a number of bytes: `12 kB`, `1,2 MB`."""
    if size < 999_500:
        return f"{max(round(size / 1000), 1)} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def since(version: Version) -> str:
    """Returns the date of the version in words: `3. marts 2026`."""
    return format_long_date(version.at.date())


def name_in_file(version: Version) -> str:
    """Returns the suffix for the name of a file that a version is exported to: `version 2026-11-23 14.32.05`."""
    return f"version {version.at.date().isoformat()} {format_clock(version.at)}.{version.at.second:02}"


def _day(day: date, today: date) -> str:
    if day == today:
        return "I dag"
    return "I går" if day == today - timedelta(days=1) else format_date(day)
