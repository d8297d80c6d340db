"""The folders and paths that the program uses."""

import subprocess
import sys
from pathlib import Path

import pytest

import botilbud_desktop
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.paths import UserFolders, forms_folder, resources_folder, shipped


def test_beside_the_package_in_a_checkout() -> None:
    assert (forms_folder() / "LanBotilbud_2025-26.json").is_file()
    assert (resources_folder() / "examples").is_dir()


def test_inside_the_package_when_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "botilbud_desktop"
    (package / "forms").mkdir(parents=True)
    monkeypatch.setattr(botilbud_desktop, "__file__", str(package / "__init__.py"))
    assert forms_folder() == package / "forms"
    assert resources_folder() == tmp_path / "resources"


def test_beside_the_archive_that_has_the_package_on_windows(tmp_path: Path) -> None:
    (tmp_path / "lib.zip").write_bytes(b"")
    assert shipped("forms", tmp_path / "lib.zip" / "botilbud_desktop") == tmp_path / "forms"


def test_the_examples_are_there() -> None:
    assert [example.path.name for example in example_drafts()] == ["aalborg.botilbud", "thisted.botilbud"]
    assert all(example.path.is_file() and example.title for example in example_drafts())


def test_the_users_folders_differ() -> None:
    folders = UserFolders.of_this_user()
    assert len({folders.state, folders.documents}) == 2
    assert folders.state.is_absolute()


def test_folders_below_one() -> None:
    folders = UserFolders.below(Path("x"))
    assert folders == (Path("x/state"), Path("x/config"), Path("x/data"), Path("x/documents"))
    assert folders.recovery == Path("x/state/gendannelse")
    assert folders.versions == Path("x/data/versioner")
    assert folders.receipts == Path("x/data/kvitteringer")


def test_file_dialogs_start_in_the_home_folder_where_there_is_no_folder_for_documents(tmp_path: Path) -> None:
    folders = UserFolders.below(tmp_path)
    assert folders.documents == Path.home()
    folders.own_documents.mkdir()
    assert folders.documents == tmp_path / "documents"


def test_reading_a_draft_needs_no_heavy_library() -> None:
    code = "import sys, botilbud_desktop.storage.draft.draft_file; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"platformdirs", "tempfile", "PySide6", "reportlab", "asyncio"} & set(loaded)
