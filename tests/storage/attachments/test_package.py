"""The package for the KKR: unpacked, the draft has its attachments; nobody else's are in it."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from botilbud_desktop.domain.attachments.attachment import AttachmentKind, AttachmentState
from botilbud_desktop.storage.attachments import package
from botilbud_desktop.storage.attachments.changing import Wanted, attach
from botilbud_desktop.storage.attachments.package import packed
from botilbud_desktop.storage.attachments.reading import attached_files, has_attachments
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, draft_bytes
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.storage.rounds.form_library import FormLibrary

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
OTHER_DRAFT = "00000000-0000-4000-8000-000000000002"
PDF = b"%PDF-1.7\n"


@pytest.fixture
def draft(tmp_path: Path, aalborg: OpenedDraft) -> Path:
    """A draft with minutes and an agreement; the folder also holds another draft's file and a loose one."""
    path = tmp_path / "sager" / "Ålborg.botilbud"
    path.parent.mkdir()
    path.write_bytes(draft_bytes(aalborg.application))
    own = aalborg.application.id
    for name, kind, of in (
        ("Referat.pdf", AttachmentKind.MINUTES, own),
        ("Aftale.pdf", AttachmentKind.AGREEMENT, own),
        ("Fremmed.pdf", AttachmentKind.OTHER, OTHER_DRAFT),
    ):
        source = tmp_path / name
        source.write_bytes(PDF + name.encode())
        attach(path, of, Wanted(source, None, kind), Replacing("x"))
    (path.parent / "Ålborg bilag" / "løs.pdf").write_bytes(PDF)
    return path


def test_what_is_unpacked_has_the_same_attachments(
    draft: Path, tmp_path: Path, library: FormLibrary, aalborg: OpenedDraft
) -> None:
    made = packed(draft, library, NOW)
    with zipfile.ZipFile(BytesIO(made.data)) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "hos KKR")
    assert names == [
        "Ålborg.botilbud",
        "Ålborg bilag/Referat.pdf",
        "Ålborg bilag/Aftale.pdf",
        "Ålborg bilag/bilag.json",
    ]
    there = attached_files(tmp_path / "hos KKR" / "Ålborg.botilbud", aalborg.application.id)
    assert [(each.file_name, each.state) for each in there.attachments] == [
        ("Referat.pdf", AttachmentState.ATTACHED),
        ("Aftale.pdf", AttachmentState.ATTACHED),
    ]
    assert (there.unlisted, there.problem) == ((), "")
    assert OTHER_DRAFT not in (tmp_path / "hos KKR" / "Ålborg bilag" / "bilag.json").read_text(encoding="utf-8")
    assert packed(draft, library, NOW).data == made.data


def test_a_file_that_is_gone_is_left_out_and_told(draft: Path, library: FormLibrary) -> None:
    (draft.parent / "Ålborg bilag" / "Referat.pdf").unlink()
    made = packed(draft, library, NOW)
    with zipfile.ZipFile(BytesIO(made.data)) as archive:
        assert "Ålborg bilag/Referat.pdf" not in archive.namelist()
        assert b"Referat" not in archive.read("Ålborg bilag/bilag.json")
    assert [each.is_there for each in made.files.attachments] == [False, True]


def test_a_file_that_cannot_be_read_stays_on_the_list(draft: Path, library: FormLibrary) -> None:
    for name in ("Referat.pdf", "Aftale.pdf"):
        (draft.parent / "Ålborg bilag" / name).unlink()
        (draft.parent / "Ålborg bilag" / name).mkdir()
    made = packed(draft, library, NOW)
    assert {each.state for each in made.files.attachments} == {AttachmentState.UNKNOWN}
    with zipfile.ZipFile(BytesIO(made.data)) as archive:
        assert archive.namelist() == ["Ålborg.botilbud", "Ålborg bilag/bilag.json"]
        listed = archive.read("Ålborg bilag/bilag.json")
    assert b"Referat.pdf" in listed
    assert b"Aftale.pdf" in listed


def test_a_draft_without_attachments_is_packed_alone(draft: Path, library: FormLibrary) -> None:
    alone = draft.rename(draft.with_name("Ny.botilbud"))
    with zipfile.ZipFile(BytesIO(packed(alone, library, NOW).data)) as archive:
        assert archive.namelist() == ["Ny.botilbud"]


def test_a_list_that_cannot_be_read_is_refused_not_left_out(draft: Path, library: FormLibrary) -> None:
    (draft.parent / "Ålborg bilag" / "bilag.json").write_bytes(b"{")
    with pytest.raises(RefusedFileError, match=r"bilag\.json"):
        packed(draft, library, NOW)


def test_what_is_no_draft_is_not_packed(draft: Path, library: FormLibrary) -> None:
    draft.write_bytes(b"{}")
    with pytest.raises(RefusedFileError):
        packed(draft, library, NOW)


def test_a_package_has_a_largest_size(draft: Path, library: FormLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PACKAGE", 1_000)
    with pytest.raises(RefusedFileError, match="større end"):
        packed(draft, library, NOW)


def test_whether_anything_is_attached_is_known_from_the_list_alone(draft: Path, aalborg: OpenedDraft) -> None:
    assert has_attachments(draft, aalborg.application.id)
    assert not has_attachments(draft, "00000000-0000-4000-8000-000000000009")
    assert not has_attachments(draft.with_name("Ny.botilbud"), aalborg.application.id)
    (draft.parent / "Ålborg bilag" / "bilag.json").write_bytes(b"{")
    assert not has_attachments(draft, aalborg.application.id)
