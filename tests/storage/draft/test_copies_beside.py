"""Copies in a draft's folder are found by name and id, quickly, whatever else the folder contains."""

import os
from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.beside import copies_beside as module
from botilbud_desktop.storage.draft.beside.copies_beside import MOST_COPIES, MOST_READ, copies_beside
from botilbud_desktop.storage.draft.beside.copy_names import Likeness, likeness
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.rounds.form_library import FormLibrary

OTHER_ID = "00000000-0000-4000-8000-000000000099"


@pytest.fixture
def draft(tmp_path: Path, aalborg: OpenedDraft) -> Path:
    path = tmp_path / "sag.botilbud"
    path.write_bytes(aalborg.content)
    return path


def put(path: Path, content: bytes, changed: int = 1_000) -> Path:
    """Write a file at `path`, last changed `changed` seconds after 1970."""
    path.write_bytes(content)
    os.utime(path, (changed, changed))
    return path


def found(draft: Path, aalborg: OpenedDraft, library: FormLibrary) -> list[str]:
    """Returns the names of the copies."""
    return [path.name for path in copies_beside(draft, aalborg.application.id, library)]


@pytest.mark.parametrize(
    "name",
    [
        "sag-PC12.botilbud",
        "sag (1).botilbud",
        "sag – kopi.botilbud",
        "sag - Copy.botilbud",
        "sag (Åses PC's konflikt 2026-11-23).botilbud",
        "SAG-ØST.BOTILBUD",
        "sag2.botilbud",
        "Kopi af sag.botilbud",
        "Kopi (2) af sag.botilbud",
        "Copy of sag.botilbud",
        "Copy (3) of Kopi af sag.botilbud",
        "sag - Kopi.botilbud",
        "sag - Kopi (2).botilbud",
        "sag - Copy (2).botilbud",
        "sag kopi 2.botilbud",
        "sag_kopi.botilbud",
        "sag copy.botilbud",
        "sag 2.botilbud",
        "sag (conflicted copy 2026-11-28 101112).botilbud",
        "sag (Anes konfliktede kopi 2026-11-28).botilbud",
        "sag (Ane's conflicted copy 2026-11-28).botilbud",
        "sag (Case Conflict 1).botilbud",
        "sag_conflict-20261128-101112.botilbud",
        "sag.sync-conflict-20261128-101112-ABCDEFG.botilbud",
        "sag [Conflict].botilbud",
        "sag-PC12 (1).botilbud",
        "Kopi af sag-PC12.botilbud",
        "sag - rettet af Bo.botilbud",
    ],
)
def test_a_copy_is_found_by_any_of_its_names_and_from_either_file(
    draft: Path, aalborg: OpenedDraft, library: FormLibrary, name: str
) -> None:
    copy = put(draft.parent / name, aalborg.content)
    assert found(draft, aalborg, library) == [name]
    assert found(copy, aalborg, library) == ["sag.botilbud"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sag (1)", "Kopi af sag"),
        ("sag-PC12", "sag-KONTOR"),
        ("Sag - kopi", "sag_conflict-20261128-101112"),
        ("(1)", "(1) - kopi"),
        ("Kopi af a\u030aben", "\u00e5ben (2)"),
        ("sag - kopi - kopi", "sag"),
    ],
)
def test_two_copies_find_each_other(
    one: str, other: str, tmp_path: Path, aalborg: OpenedDraft, library: FormLibrary
) -> None:
    first, second = (put(tmp_path / f"{name}.botilbud", aalborg.content) for name in (one, other))
    assert found(first, aalborg, library) == [second.name]
    assert found(second, aalborg, library) == [first.name]


@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\t"])
@pytest.mark.parametrize(("one", "other"), [("(1)", "(2)"), ("[a]", "(2)"), ("- kopi 1", "- kopi 2")])
def test_of_a_name_of_marks_only_something_is_left(space: str, one: str, other: str) -> None:
    assert likeness(f"{space}{one}", f"{space}{other}") is None
    assert likeness(f"{space}{one}", f"{space}{one} - kopi") is Likeness.COPY


def test_names_of_hostile_length_are_compared_quickly() -> None:
    for name in (
        "(" * 250,
        "- kopi" * 40,
        " " * 250,
        "_conflict" * 27,
        "kopi af " * 30,
        "(" * 125 + ")" * 125,
        "-" * 250,
    ):
        assert likeness(name, "sag") is None
        assert likeness(name, name) is Likeness.COPY


def test_the_draft_itself_and_what_else_lies_there_are_left_out(
    draft: Path, aalborg: OpenedDraft, library: FormLibrary
) -> None:
    folder = draft.parent
    other = aalborg.content.replace(aalborg.application.id.encode(), OTHER_ID.encode())
    assert other != aalborg.content
    put(folder / "sag-anden.botilbud", other)
    put(folder / "sag-skadet.botilbud", aalborg.content[:-40])
    put(folder / "sag-tom.botilbud", b"")
    put(folder / "sag-kopi.botilbud.bak", aalborg.content)
    put(folder / "en sag.botilbud", aalborg.content)
    put(folder / "sag-stor.botilbud", aalborg.content + b" " * LARGEST_FILE)
    (folder / "sag-mappe.botilbud").mkdir()
    assert found(draft, aalborg, library) == []


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_are_no_copies(draft: Path, aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (draft.parent / "sag-link.botilbud").symlink_to(draft)
    os.link(draft, draft.parent / "sag-hard.botilbud")
    (draft.parent / "sag-ude.botilbud").symlink_to(put(elsewhere / "x.botilbud", aalborg.content))
    os.mkfifo(draft.parent / "sag-pipe.botilbud")
    assert found(draft, aalborg, library) == []


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_draft_that_was_opened_by_a_link_has_its_copies_where_it_lies(
    draft: Path, aalborg: OpenedDraft, library: FormLibrary, tmp_path: Path
) -> None:
    copy = put(draft.parent / "sag-PC12.botilbud", aalborg.content)
    repository = tmp_path / "desk"
    repository.mkdir()
    link = repository / "genvej.botilbud"
    link.symlink_to(draft)
    put(repository / "genvej-kopi.botilbud", aalborg.content)
    assert copies_beside(link, aalborg.application.id, library) == [copy]


def test_the_newest_come_first_and_no_more_than_three(draft: Path, aalborg: OpenedDraft, library: FormLibrary) -> None:
    for number in (2, 4, 1, 3):
        put(draft.parent / f"sag ({number}).botilbud", aalborg.content, 1_000 * number)
    assert found(draft, aalborg, library) == [f"sag ({number}).botilbud" for number in (4, 3, 2)]
    assert MOST_COPIES == 3


def test_names_that_go_on_with_a_letter_come_after_those_of_copies(
    draft: Path, aalborg: OpenedDraft, library: FormLibrary
) -> None:
    """A folder of drafts with long names does not hide the copy."""
    put(draft.parent / "sag-PC12.botilbud", aalborg.content, 1_000)
    for number in range(2 * MOST_READ):
        put(draft.parent / f"sagen om nummer {number}.botilbud", b"{}", 9_000)
    assert found(draft, aalborg, library) == ["sag-PC12.botilbud"]


def test_only_a_few_files_are_read(
    draft: Path, aalborg: OpenedDraft, library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def reading(path: Path, forms: FormLibrary) -> OpenedDraft:
        read.append(path)
        return read_draft(path, forms)

    monkeypatch.setattr(module, "read_draft", reading)
    for number in range(20):
        put(draft.parent / f"sag ({number}).botilbud", b"{}", number)
    assert found(draft, aalborg, library) == []
    assert [path.name for path in read] == [f"sag ({number}).botilbud" for number in (19, 18, 17, 16, 15)]


def test_only_so_many_entries_are_looked_at(
    draft: Path, aalborg: OpenedDraft, library: FormLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        put(draft.parent / f"sag ({number}).botilbud", aalborg.content)
    monkeypatch.setattr(module, "MOST_ENTRIES", 0)
    assert found(draft, aalborg, library) == []


@pytest.mark.parametrize("path", ["findes/ikke/sag.botilbud", "sag\0.botilbud", "", ".botilbud", "x" * 5_000])
def test_a_place_that_cannot_be_looked_at_has_no_copies(
    tmp_path: Path, library: FormLibrary, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert copies_beside(Path(path), OTHER_ID, library) == []


def test_a_draft_that_is_gone_still_has_its_copies(draft: Path, aalborg: OpenedDraft, library: FormLibrary) -> None:
    put(draft.parent / "sag-PC12.botilbud", aalborg.content)
    draft.unlink()
    assert found(draft, aalborg, library) == ["sag-PC12.botilbud"]


def test_a_name_is_the_same_however_its_letters_are_composed(
    tmp_path: Path, aalborg: OpenedDraft, library: FormLibrary
) -> None:
    draft = put(tmp_path / "a\u030aben sag.botilbud", aalborg.content)
    copy = put(tmp_path / "\u00e5ben sag-PC12.botilbud", aalborg.content)
    assert copies_beside(draft, aalborg.application.id, library) == [copy]


def test_a_name_that_goes_on_with_a_letter_is_looked_at_last(
    tmp_path: Path, aalborg: OpenedDraft, library: FormLibrary
) -> None:
    draft = put(tmp_path / "sag 1.botilbud", aalborg.content)
    for number in range(MOST_READ):
        put(tmp_path / f"sag 1{number}.botilbud", b"another draft", 9_000 + number)
    put(tmp_path / "sag 1 – kopi.botilbud", aalborg.content)
    assert found(draft, aalborg, library) == ["sag 1 – kopi.botilbud"]
