"""Other names of a draft's file are found where the drive tells of them."""

import os
from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.beside import other_names as module
from botilbud_desktop.storage.draft.beside.other_names import OtherNames, other_names

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(b"{}")
    return path


def test_a_file_with_one_name_has_no_others(draft: Path) -> None:
    draft.with_name("kopi.botilbud").write_bytes(b"{}")
    assert other_names(draft) is None


def test_the_names_in_the_folder_are_told_and_that_there_are_others(draft: Path, tmp_path: Path) -> None:
    for name in ("b.botilbud", "a.txt"):
        os.link(draft, draft.with_name(name))
    link = tmp_path / "genvej"
    link.symlink_to(draft)
    assert other_names(draft) == OtherNames(("a.txt", "b.botilbud"))
    assert other_names(link) == other_names(draft)
    elsewhere = tmp_path / "mappe"
    elsewhere.mkdir()
    os.link(draft, elsewhere / "x")
    assert other_names(elsewhere / "x") == OtherNames(())


def test_nothing_is_raised(draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path / "none", tmp_path / "sag\0", Path(), tmp_path):
        other_names(path)
    os.link(draft, draft.with_name("x"))
    monkeypatch.setattr(module, "MOST_ENTRIES", 0)
    assert other_names(draft) == OtherNames(())
