"""Which of the project's own tests are run by the installed Python, and with what words."""

from collections.abc import Callable
from pathlib import Path

from windows_build.places import ROOT

NOT_UNDER_WINE = ROOT / "tests" / "windows" / "not_under_wine.txt"
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


def words_of(part: str, path: Callable[[Path], str] = str) -> list[str]:
    """The words for the installed Python; `path` returns a path as Windows sees it. `--basetemp` is the caller's."""
    words = ["-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "-p", "windows_rig.quick_examples"]
    words += ["-o", "pythonpath=", "-c", path(ROOT / "pyproject.toml"), "--rootdir", path(ROOT)]
    words += [word for test in not_under_wine() for word in ("--deselect", test)]
    return words + [path(ROOT / word) if word.startswith("tests/") else word for word in PARTS[part]]


def not_under_wine() -> list[str]:
    """The tests that cannot run under Wine; the file gives the reason for each."""
    lines = NOT_UNDER_WINE.read_text(encoding="utf-8").splitlines()
    return [line.partition(" # ")[0].strip() for line in lines if line and not line.startswith("#")]
