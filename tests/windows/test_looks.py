"""What is painted on the screen in the styles of Windows 10 and 11: no setting is believed. See also `all_looks.py`."""

from pathlib import Path

import pytest

from tests.windows.looks import Windows, complaints, walk
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine

FIRST_LOOKS = ("system", "turns-light", "high-contrast")


@pytest.mark.parametrize("shown_in", [Windows(10, 100), Windows(11, 200)], ids=str)
def test_dark_light_and_high_contrast_are_painted_so_and_everything_can_be_read(
    shown_in: Windows, wine: Wine, python: InstalledPython, draft: Path
) -> None:
    assert not complaints(walk(wine, python, draft, shown_in, FIRST_LOOKS), shown_in)
