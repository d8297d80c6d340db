"""`self-test`: every part is tried, a broken part is named, and no file is left behind."""

import shutil
import tempfile
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from botilbud_desktop import __version__
from botilbud_desktop.cli.command_line import CommandLine
from botilbud_desktop.cli.console import Console
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.self_test import KNOWN, self_test
from botilbud_desktop.documents.kind import DocumentKind
from tests.cli.conftest import ROOT, Ran, Run, change


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary folders are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the program's forms and resources that a test can damage."""
    for name in ("forms", "resources"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def run_with(shipped: Path) -> Ran:
    """Runs the self-test of an installation."""
    out, err = StringIO(), StringIO()
    context = Context(Console(out, err), lambda: datetime.now(UTC), shipped / "forms", shipped / "resources")
    return Ran(self_test(CommandLine("self-test", []), context), out.getvalue(), err.getvalue())


def test_all_steps_pass_and_nothing_is_left_behind(run: Run, temporary: Path) -> None:
    ran = run("self-test")
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0] == f"Botilbud Desktop {__version__}"
    assert lines[-1] == "Alt virker."
    assert sum(line.startswith("OK  ") for line in lines) == 2 + 2 * (4 + len(DocumentKind))
    assert not any(line.startswith("FEJL") for line in lines)
    assert list(temporary.iterdir()) == []


def test_the_versions_of_the_parts_are_told(run: Run) -> None:
    out = run("self-test").out
    for part in ("Python 3.", "PySide6_Essentials 6.", "pydantic 2.", "reportlab 5.", "Qt 6."):
        assert part in out


def test_every_shipped_example_has_known_figures() -> None:
    assert set(KNOWN) == {path.name for path in (ROOT / "resources" / "examples").glob("*.botilbud")}


def test_a_damaged_example_fails_its_steps_and_the_others_are_tried(shipped: Path, temporary: Path) -> None:
    (shipped / "resources" / "examples" / "aalborg.botilbud").write_text("{", encoding="utf-8")
    ran = run_with(shipped)
    assert ran.code == 1
    assert "FEJL  Åbn aalborg.botilbud" in ran.out
    assert "OK    Åbn thisted.botilbud" in ran.out
    assert ran.err.startswith("Selvtesten fandt fejl i: Åbn aalborg.botilbud, ")
    assert "Alt virker" not in ran.out
    assert list(temporary.iterdir()) == []


def test_a_check_that_comes_to_other_figures_fails(shipped: Path) -> None:
    change(shipped / "resources" / "examples" / "thisted.botilbud", lambda values: values["projects"].pop())
    ran = run_with(shipped)
    assert ran.code == 1
    assert ran.err == "Selvtesten fandt fejl i: Kontrollér thisted.botilbud.\n"


def test_missing_fonts_fail_the_documents(shipped: Path) -> None:
    for font in (shipped / "resources" / "fonts").glob("*.ttf"):
        font.unlink()
    ran = run_with(shipped)
    assert ran.code == 1
    assert "Programmets skrifttyper kan ikke læses: installer programmet igen." in ran.out


def test_missing_forms_fail(shipped: Path) -> None:
    shutil.rmtree(shipped / "forms")
    ran = run_with(shipped)
    assert ran.code == 1
    assert "mappen med ministeriets skemaer kan ikke læses" in ran.out


def test_qt_that_cannot_be_loaded_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "PySide6.QtWidgets", None)
    ran = run("self-test")
    assert (ran.code, ran.err) == (1, "Selvtesten fandt fejl i: Qt.\n")


def test_no_room_for_temporary_files_is_told_in_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "mangler"))
    ran = run("self-test")
    assert ran.code == 2
    assert ran.err.startswith("Der kan ikke laves en midlertidig mappe: ")
