"""Measures the start and prints it; no test fails because a machine is slow."""

from pathlib import Path

import pytest

from tests.windows.start_up import PAIRS, compare
from windows_rig.installer import Place
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine


def test_the_window_stands_by_itself_each_time_and_its_start_is_told(
    wine: Wine, installed: Place, python: InstalledPython, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = compare(wine, installed, python, draft)
    with capsys.disabled():
        found.print()
    assert len(found.ours) == len(found.bare) == PAIRS
    assert all(0 < done.until_heard < done.seconds for done in (*found.ours, *found.bare))
