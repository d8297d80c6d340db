"""The project's own tests, run with the installed Python against the installed program."""

import re
from pathlib import Path

import pytest

from windows_build.places import ROOT
from windows_rig.installer import Place
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine, windows_path

NOT_UNDER_WINE = Path(__file__).with_name("not_under_wine.txt")
PARTS = {
    "what_differs_on_windows": ["tests/on_windows"],
    "domain": ["tests/domain", "-m", "not slow"],
    "storage": [
        "tests/storage/draft/test_copies_beside.py",
        "tests/storage/draft/test_draft_file.py",
        "tests/storage/draft/test_draft_lock.py",
        "tests/storage/files/test_file_names.py",
        "tests/storage/instance/test_single_instance.py",
        "tests/storage/recovery/test_journal.py",
        "tests/storage/files/test_temporary_files.py",
        "tests/storage/draft/test_saving.py",
        "tests/storage/draft/test_saving_locked.py",
        "tests/storage/json/test_state_file.py",
    ],
    # Wine lacks two calls that Qt uses for high resolutions; Qt warns about them.
    "window": [
        "tests/ui/test_numbers.py",
        *("-k", "right_aligned or saved_as_numbers or emptied or wheel"),
        *("-o", "qt_log_level_fail=CRITICAL"),
    ],
}


def test_what_is_tried_is_what_was_installed(python: InstalledPython, installed: Place, wine: Wine) -> None:
    said = python.run("-c", "import botilbud_desktop, PySide6; print(botilbud_desktop.__file__, PySide6.__file__)")
    assert said.count(windows_path(installed.program)) == 2


@pytest.mark.parametrize("part", PARTS)
def test_the_projects_tests_pass_in_the_installed_python(part: str, python: InstalledPython) -> None:
    words = ["-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "-p", "windows_rig.quick_examples"]
    words += ["-o", "pythonpath=", "-c", windows_path(ROOT / "pyproject.toml"), "--rootdir", windows_path(ROOT)]
    words += ["--basetemp", f"C:\\tests-{part}"]
    words += [word for test in not_under_wine() for word in ("--deselect", test)]
    words += [windows_path(ROOT / word) if word.startswith("tests/") else word for word in PARTS[part]]
    said = python.run(*words, seconds=200)
    assert re.search(r"^\d+ passed", said.splitlines()[-1]), said


def not_under_wine() -> list[str]:
    """The tests that cannot run under Wine; the file gives the reason for each."""
    lines = NOT_UNDER_WINE.read_text(encoding="utf-8").splitlines()
    return [line.partition(" # ")[0].strip() for line in lines if line and not line.startswith("#")]
