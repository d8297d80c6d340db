"""The project's own tests, run with the installed Python against the installed program."""

import re

import pytest

from windows_rig.installer import Place
from windows_rig.own_tests import PARTS, words_of
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine, windows_path


def test_what_is_tried_is_what_was_installed(python: InstalledPython, installed: Place, wine: Wine) -> None:
    said = python.run("-c", "import botilbud_desktop, PySide6; print(botilbud_desktop.__file__, PySide6.__file__)")
    assert said.count(windows_path(installed.program)) == 2


@pytest.mark.parametrize("part", PARTS)
def test_the_projects_tests_pass_in_the_installed_python(part: str, python: InstalledPython) -> None:
    words = [*words_of(part, windows_path), "--basetemp", f"C:\\tests-{part}"]
    said = python.run(*words, seconds=200)
    assert re.search(r"^\d+ passed", said.splitlines()[-1]), said
