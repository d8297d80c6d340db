"""`self-test`: every part is tried, a broken part is named, and no file is left behind."""

import errno
import importlib.metadata
import json
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop import __version__
from botilbud_desktop.cli import self_test as module
from botilbud_desktop.cli.command_line import CommandLine
from botilbud_desktop.cli.console import Console
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.self_test import KNOWN, self_test
from botilbud_desktop.documents.collection_files import WRITERS
from botilbud_desktop.documents.export import EXPORT_NAMES, ExportKind
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import save_draft
from botilbud_desktop.storage.spelling.helper import Helper, SpellingFailedError
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
    forms, resources = shipped / "forms", shipped / "resources"
    context = Context(Console(out, err), lambda: datetime.now(UTC), forms, resources, lambda: shipped)
    return Ran(self_test(CommandLine("self-test", []), context), out.getvalue(), err.getvalue())


def test_all_steps_pass_and_nothing_is_left_behind(run: Run, temporary: Path) -> None:
    ran = run("self-test")
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[:2] == [f"Botilbud Desktop {__version__}", f"Python {platform.python_version()} ({sys.platform})"]
    assert lines[-1] == "Alt virker."
    assert sum(line.startswith("OK  ") for line in lines) == 3 + 2 * (3 + len(ExportKind) + len(DocumentKind)) + len(
        WRITERS
    )
    assert not any(line.startswith("FEJL") for line in lines)
    assert list(temporary.iterdir()) == []


def test_each_step_tells_what_it_found(run: Run) -> None:
    steps = [line for line in run("self-test").out.splitlines() if line.startswith("OK  ")]
    assert [re.sub(r"[0-9.]+ byte", "N byte", step) for step in steps[:-1]] == [
        "OK    Skemaer                                      LanBotilbud_2025-26 med 98 kommuner",
        *_steps_of("aalborg", "2 projekter", "opfyldt, lån 43.600, nye pladser 28"),
        *_steps_of("thisted", "1 projekt", "mangler oplysninger, lån 0, nye pladser 8, låneberettiget 19.700"),
        *(f"OK    {f'Saml eksemplerne i et {writer.name}':43}  N byte" for writer in WRITERS.values()),
        f"OK    {'Stavekontrol':43}  ordbogen kender ordene",
    ]
    assert re.fullmatch(f"OK    {'Qt':43}  Qt [0-9.]+ kan indlæses", steps[-1])


def _steps_of(name: str, projects: str, figures: str) -> list[str]:
    file = f"{name}.botilbud"
    steps = [
        (f"Åbn {file}", projects),
        (f"Kontrollér {file}", figures),
        *((f"Dan PDF ({kind}) af {file}", "N byte") for kind in DocumentKind),
        *((f"Skriv {file} ({EXPORT_NAMES[kind].program})", "N byte") for kind in ExportKind),
        (f"Gem og genåbn {file}", "kladden er den samme"),
    ]
    return [f"OK    {title:43}  {found}" for title, found in steps]


def _raise_full(*_: object) -> bytes:
    raise OSError(errno.ENOSPC, "No space left on device")


BROKEN: dict[str, tuple[str, Callable[..., Any], str]] = {
    "a document that is no PDF": ("document_of", lambda *_: b"<html>", "Dokumentet er ikke en PDF."),
    "a document that is cut off": (
        "document_of",
        lambda *_: b"%PDF-1.7",
        "Dokumentet kan ikke læses igen: Den er beskadiget. Prøv at åbne den i et andet program og gemme den igen.",
    ),
    "a file that reads back as another": ("read_bytes", lambda *_: b"", "Filen kan ikke læses ens igen."),
    "an approval that is not kept": (
        "approved",
        lambda application, *_: application,
        "En godkendt kladde står ikke som godkendt, når den er åbnet igen.",
    ),
    "a full drive": ("document_of", _raise_full, "der er ikke mere plads på drevet"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_part_that_does_wrong_fails_its_steps(run: Run, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    name, wrong, sentence = BROKEN[broken]
    monkeypatch.setattr(module, name, wrong)
    ran = run("self-test")
    failed = [line for line in ran.out.splitlines() if line.startswith("FEJL  ")]
    assert ran.code == 1
    assert failed
    assert all(line.endswith(f"  {sentence}") for line in failed)


def test_a_spelling_that_does_not_work_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_helper: Helper) -> None:
        raise SpellingFailedError

    monkeypatch.setattr(Helper, "start", fail)
    ran = run("self-test")
    assert (ran.code, ran.err) == (1, "Selvtesten fandt fejl i: Stavekontrol.\n")
    assert "Ordbogen mangler eller virker ikke." in ran.out


def test_a_draft_that_is_another_when_opened_again_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def save_another(path: Path, application: Any, *rest: Any) -> str:
        return save_draft(path, replace(application, internal_notes="Noget andet"), *rest)

    monkeypatch.setattr(module, "save_draft", save_another)
    ran = run("self-test")
    assert ran.err == "Selvtesten fandt fejl i: Gem og genåbn aalborg.botilbud, Gem og genåbn thisted.botilbud.\n"
    assert ran.out.count("Kladden er en anden, når den er gemt og åbnet igen.") == 2


def test_a_part_without_a_version_is_told_and_fails_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_found(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", not_found)
    ran = run("self-test")
    assert ran.code == 0
    assert ran.out.splitlines()[2:6] == [
        f"{part} (versionen er ikke oplyst)" for part in ("PySide6_Essentials", "pydantic", "platformdirs", "reportlab")
    ]


def test_the_versions_of_the_parts_are_told(run: Run) -> None:
    out = run("self-test").out
    for part in ("Python 3.", "PySide6_Essentials 6.", "pydantic 2.", "reportlab 5.", "Qt 6."):
        assert part in out


def test_every_shipped_example_has_known_figures() -> None:
    assert set(KNOWN) == {path.name for path in (ROOT / "resources" / "examples").glob("*.botilbud")}


def test_two_forms_are_each_told(shipped: Path) -> None:
    values = json.loads((shipped / "forms" / "LanBotilbud_2025-26.json").read_bytes())
    other = json.dumps({**values, "id": "LanBotilbud_2027"})
    (shipped / "forms" / "LanBotilbud_2027.json").write_text(other, encoding="utf-8")
    told = "LanBotilbud_2025-26 med 98 kommuner, LanBotilbud_2027 med 98 kommuner"
    assert f"OK    {'Skemaer':43}  {told}\n" in run_with(shipped).out


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
    assert "Programmets skrifttyper kan ikke læses. Installér programmet igen." in ran.out


def test_missing_forms_fail(shipped: Path) -> None:
    shutil.rmtree(shipped / "forms")
    ran = run_with(shipped)
    assert ran.code == 1
    assert "Mappen med ministeriets skemaer kan ikke læses" in ran.out


def test_no_form_fails(shipped: Path) -> None:
    for form in (shipped / "forms").glob("Lan*"):
        form.unlink()
    assert f"FEJL  {'Skemaer':43}  Der er ingen ansøgningsrunder.\n" in run_with(shipped).out


@pytest.mark.parametrize("part", ["PySide6.QtWidgets", "PySide6.QtCore"])
def test_qt_that_cannot_be_loaded_fails(run: Run, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    monkeypatch.setitem(sys.modules, part, None)
    ran = run("self-test")
    assert (ran.code, ran.err) == (1, "Selvtesten fandt fejl i: Qt.\n")
    assert f"FEJL  {'Qt':43}  {part} kan ikke indlæses (import of {part} halted; None in sys.modules)\n" in ran.out


def test_no_room_for_temporary_files_is_told_in_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "mangler"))
    ran = run("self-test")
    assert ran.code == 2
    assert ran.err == (
        "Der kan ikke oprettes en midlertidig mappe: Mappen findes ikke, eller drevet er ikke forbundet.\n"
    )
