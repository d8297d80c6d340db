"""The time recorded in build results: that of the commit, so that a commit always builds to the same bytes."""

import os
from pathlib import Path

from windows_build.places import ROOT
from windows_build.tools import run


def build_moment(root: Path = ROOT) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH where it is set (a checkout without git), else the commit's time.

    Always even, since ZIP files and cabinets store times in steps of 2 s.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH") or run(["git", "log", "-1", "--format=%ct"], cwd=root)
    return int(given) // 2 * 2


def uncommitted(root: Path = ROOT) -> list[str]:
    """Uncommitted changes as git lists them; empty where there is no git repository."""
    if not (root / ".git").exists():
        return []
    return run(["git", "status", "--porcelain"], cwd=root).splitlines()
