"""The changelog, in which each version that is released has its section."""

import datetime
import re

from windows_build.errors import BuildError

NOT_YET = "not yet released"


def released(changelog: str, version: str, day: datetime.date) -> str:
    """The changelog with the day at the version's section; one that has its day already keeps it.

    Raises:
        BuildError: the version has no section, or nothing stands in it.
    """
    section = re.compile(rf"(?m)^## {re.escape(version)} – (.+)$")
    found = section.search(changelog)
    if found is None:
        raise BuildError(f"CHANGELOG.md has no section »## {version} – {NOT_YET}«: write what a user notices")
    text = re.split(r"(?m)^## ", changelog[found.end() :])[0]
    if not re.search(r"(?m)^- ", text):
        raise BuildError(f"the section of {version} in CHANGELOG.md is empty")
    if found[1] != NOT_YET:
        return changelog
    return section.sub(f"## {version} – {day.isoformat()}", changelog, count=1)
