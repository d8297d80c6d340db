"""The time that stands in everything that is built: when the commit was made, so that it builds to the same bytes."""

import os
from pathlib import Path

from windows_build.places import ROOT
from windows_build.tools import run


def build_moment(root: Path = ROOT) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH where it is set (a checkout without git), else the commit's time.

    It is even, since ZIP files and cabinets know no odd seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH") or run(["git", "log", "-1", "--format=%ct"], cwd=root)
    return int(given) // 2 * 2


def uncommitted(root: Path = ROOT) -> list[str]:
    """What was changed since the commit, as git lists it; nothing where there is no git to ask."""
    if not (root / ".git").exists():
        return []
    return run(["git", "status", "--porcelain"], cwd=root).splitlines()
