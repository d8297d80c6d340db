"""The changelog, with a section for each released version."""

import datetime
import re

from windows_build.errors import BuildError

NOT_YET = "not yet released"


def released(changelog: str, version: str, day: datetime.date) -> str:
    """Returns the changelog with the date in the version's section; an existing date is kept.

    Raises:
        BuildError: the version has no section, or the section is empty.
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
