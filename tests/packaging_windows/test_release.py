"""A release: only from a clean commit, and only with a changelog text."""

import datetime
import subprocess
from pathlib import Path

import pytest

from windows_build.changelog import released
from windows_build.errors import BuildError
from windows_build.release import CHANGELOG, VERSION, prepare

DAY = datetime.date(2026, 11, 26)
TEXT = "# Changelog\n\n## 0.2.0 – not yet released\n\n- Faster.\n\n## 0.1.0 – 2026-01-01\n\n- First.\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / VERSION).parent.mkdir()
    (tmp_path / VERSION).write_text('__version__ = "0.1.0"\n', encoding="utf-8")
    (tmp_path / CHANGELOG).write_text(TEXT, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "user.name", "Somebody")
    git(tmp_path, "config", "user.email", "somebody@example.org")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "-m", "First")
    return tmp_path


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_the_day_is_written_at_the_section() -> None:
    assert released(TEXT, "0.2.0", DAY) == TEXT.replace("not yet released", "2026-11-26")


def test_a_section_that_has_its_day_keeps_it() -> None:
    assert released(TEXT, "0.1.0", DAY) == TEXT


def test_a_version_without_a_section_is_not_released() -> None:
    with pytest.raises(BuildError, match=r"has no section"):
        released(TEXT, "0.3.0", DAY)


def test_an_empty_section_is_not_released() -> None:
    with pytest.raises(BuildError, match=r"is empty"):
        released(TEXT.replace("- Faster.\n", ""), "0.2.0", DAY)


def test_version_and_changelog_are_committed_together(checkout: Path) -> None:
    prepare("0.2.0", DAY, checkout)
    assert git(checkout, "log", "-1", "--format=%s").strip() == "Release 0.2.0"
    assert git(checkout, "status", "--porcelain") == ""
    assert (checkout / VERSION).read_text(encoding="utf-8") == '__version__ = "0.2.0"\n'
    assert "## 0.2.0 – 2026-11-26" in (checkout / CHANGELOG).read_text(encoding="utf-8")


def test_the_same_command_again_changes_nothing(checkout: Path) -> None:
    prepare("0.2.0", DAY, checkout)
    first = git(checkout, "rev-parse", "HEAD")
    prepare("0.2.0", DAY + datetime.timedelta(days=1), checkout)
    assert git(checkout, "rev-parse", "HEAD") == first


def test_what_is_not_committed_is_not_released(checkout: Path) -> None:
    (checkout / "new.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BuildError, match=r"new\.txt"):
        prepare("0.2.0", DAY, checkout)
    assert (checkout / CHANGELOG).read_text(encoding="utf-8") == TEXT
