"""Attaching PDF files to a draft, reading what is attached, and taking it away."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from botilbud_desktop.domain.attachments.attachment import (
    NOTHING_ATTACHED,
    AttachedFiles,
    Attachment,
    AttachmentKind,
    AttachmentState,
)
from botilbud_desktop.storage.attachments.attachment_list import LIST_NAME, MOST_ATTACHMENTS
from botilbud_desktop.storage.attachments.changing import Wanted, attach, take_away
from botilbud_desktop.storage.attachments.reading import (
    LARGEST_ATTACHMENT,
    attached_files,
    attachment_bytes,
    digest_of_bytes,
)
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import Replacing

DRAFT_ID = "00000000-0000-4000-8000-000000000001"
OTHER_DRAFT = "00000000-0000-4000-8000-000000000002"
PROJECT = "00000000-0000-4000-8000-000000000003"
PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft's file; nothing reads it."""
    path = tmp_path / "sager" / "Aalborg.botilbud"
    path.parent.mkdir()
    path.write_text("{}", encoding="utf-8")
    return path


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A PDF elsewhere."""
    path = tmp_path / "Referat 12. marts.pdf"
    path.write_bytes(PDF)
    return path


def attached(draft: Path, source: Path, project_id: str | None = PROJECT, draft_id: str = DRAFT_ID) -> str:
    """Attaches minutes and returns the name that they got."""
    return attach(draft, draft_id, Wanted(source, project_id, AttachmentKind.MINUTES), Replacing("x"))


def taken_away(draft: Path, attachment: Attachment) -> bool:
    return take_away(draft, DRAFT_ID, attachment, Replacing("x"))


def states(draft: Path) -> list[tuple[str, AttachmentState]]:
    return [(each.file_name, each.state) for each in attached_files(draft, DRAFT_ID).attachments]


def folder_of(draft: Path) -> Path:
    return draft.parent / "Aalborg bilag"


def test_an_attached_file_is_a_copy_in_the_folder_beside_the_draft(draft: Path, minutes: Path) -> None:
    assert attached(draft, minutes) == minutes.name
    assert sorted(path.name for path in folder_of(draft).iterdir()) == [minutes.name, LIST_NAME]
    (found,) = attached_files(draft, DRAFT_ID).attachments
    assert found == Attachment(
        PROJECT,
        AttachmentKind.MINUTES,
        "Referat af drøftelse i KKR",
        minutes.name,
        AttachmentState.ATTACHED,
        str(folder_of(draft) / minutes.name),
        digest=digest_of_bytes(PDF),
    )
    assert attachment_bytes(found) == minutes.read_bytes() == PDF


def test_a_draft_without_a_folder_has_nothing_attached(draft: Path) -> None:
    assert attached_files(draft, DRAFT_ID) == NOTHING_ATTACHED


def test_a_renamed_draft_has_nothing_attached(draft: Path, minutes: Path) -> None:
    attached(draft, minutes)
    assert attached_files(draft.rename(draft.with_name("Ny.botilbud")), DRAFT_ID) == NOTHING_ATTACHED


def test_files_of_one_name_are_both_kept(draft: Path, minutes: Path) -> None:
    names = [attached(draft, minutes), attached(draft, minutes, None)]
    assert names == ["Referat 12. marts.pdf", "Referat 12. marts (2).pdf"]
    assert [each.project_id for each in attached_files(draft, DRAFT_ID).attachments] == [PROJECT, None]


def test_what_became_of_each_file_is_told(draft: Path, minutes: Path) -> None:
    changed, gone, folder = attached(draft, minutes), attached(draft, minutes), attached(draft, minutes)
    (folder_of(draft) / changed).write_bytes(PDF + b"x")
    (folder_of(draft) / gone).unlink()
    (folder_of(draft) / folder).unlink()
    (folder_of(draft) / folder).mkdir()
    (folder_of(draft) / "løs.pdf").write_bytes(PDF)
    (folder_of(draft) / "noter.txt").write_text("x", encoding="utf-8")
    assert states(draft) == [
        (changed, AttachmentState.CHANGED),
        (gone, AttachmentState.MISSING),
        (folder, AttachmentState.UNKNOWN),
    ]
    found = attached_files(draft, DRAFT_ID)
    assert found.unlisted == ("løs.pdf",)
    assert [bool(each.path) for each in found.attachments] == [True, False, False]
    assert [bool(each.reason) for each in found.attachments] == [False, False, True]
    for each in found.attachments[1:]:
        with pytest.raises(RefusedFileError):
            attachment_bytes(each)


def test_attachments_of_another_draft_are_not_taken_for_ones_own(draft: Path, minutes: Path) -> None:
    attached(draft, minutes, draft_id=OTHER_DRAFT)
    assert attached_files(draft, DRAFT_ID) == AttachedFiles(unlisted=(minutes.name,), folder=str(folder_of(draft)))


def test_a_pdf_that_lies_in_the_folder_is_put_on_the_list_as_it_is(draft: Path, minutes: Path) -> None:
    attached(draft, minutes)
    loose = folder_of(draft) / "Aftale.pdf"
    loose.write_bytes(PDF)
    assert attached(draft, loose) == "Aftale.pdf"
    assert attached_files(draft, DRAFT_ID).unlisted == ()
    assert len([*loose.parent.iterdir()]) == 3


def test_a_file_that_is_taken_away_is_deleted_there_and_nowhere_else(draft: Path, minutes: Path) -> None:
    attached(draft, minutes)
    attached(draft, minutes)
    first, second = attached_files(draft, DRAFT_ID).attachments
    assert taken_away(draft, first)
    assert states(draft) == [(second.file_name, AttachmentState.ATTACHED)]
    assert not Path(first.path).exists()
    assert minutes.read_bytes() == PDF


def test_a_changed_file_is_taken_off_the_list_and_stays(draft: Path, minutes: Path) -> None:
    attached(draft, minutes)
    (found,) = attached_files(draft, DRAFT_ID).attachments
    Path(found.path).write_bytes(PDF + b"noter")
    assert not taken_away(draft, found)
    assert attached_files(draft, DRAFT_ID) == AttachedFiles(unlisted=(minutes.name,), folder=str(folder_of(draft)))


def test_a_file_that_another_entry_names_stays(draft: Path, minutes: Path) -> None:
    attached(draft, minutes)
    attached(draft, minutes, draft_id=OTHER_DRAFT)
    place = folder_of(draft) / LIST_NAME
    place.write_text(place.read_text(encoding="utf-8").replace(" (2)", ""), encoding="utf-8")
    (found,) = attached_files(draft, DRAFT_ID).attachments
    assert not taken_away(draft, found)
    assert attached_files(draft, OTHER_DRAFT).attachments[0].state is AttachmentState.ATTACHED


def test_one_that_is_gone_can_be_taken_off_the_list(draft: Path, minutes: Path) -> None:
    attached(draft, minutes)
    (folder_of(draft) / minutes.name).unlink()
    (found,) = attached_files(draft, DRAFT_ID).attachments
    assert taken_away(draft, found)
    assert attached_files(draft, DRAFT_ID) == AttachedFiles(folder=str(folder_of(draft)))


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"PK\x03\x04", "det er ikke en PDF"), (b"", "det er ikke en PDF"), (None, "den findes ikke")],
)
def test_what_is_no_pdf_is_not_attached(draft: Path, minutes: Path, content: bytes | None, reason: str) -> None:
    minutes.unlink()
    if content is not None:
        minutes.write_bytes(content)
    with pytest.raises(RefusedFileError, match=f"(?i){reason}"):
        attached(draft, minutes)
    assert [path.name for path in draft.parent.iterdir()] == [draft.name]


def test_a_pdf_that_is_too_large_is_not_attached(draft: Path, minutes: Path) -> None:
    with minutes.open("r+b") as file:
        file.truncate(LARGEST_ATTACHMENT + 1)
    with pytest.raises(RefusedFileError, match="Den er større end 50 MB"):
        attached(draft, minutes)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize("make", [os.symlink, os.link])
def test_a_link_that_the_user_chose_is_followed(draft: Path, minutes: Path, make: Callable[[Path, Path], None]) -> None:
    link = minutes.with_name("genvej.pdf")
    make(minutes, link)
    attached(draft, link)
    (found,) = attached_files(draft, DRAFT_ID).attachments
    assert attachment_bytes(found) == PDF
    assert not Path(found.path).is_symlink()


def test_there_is_a_limit_to_how_many_are_attached(draft: Path, minutes: Path) -> None:
    attached(draft, minutes)
    place = folder_of(draft) / LIST_NAME
    values = json.loads(place.read_text(encoding="utf-8"))
    values["entries"] *= MOST_ATTACHMENTS
    place.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(SaveFailedError, match="Der er allerede 100 bilag"):
        attached(draft, minutes)
    assert len([*place.parent.iterdir()]) == 2


def test_what_was_given_up_attaches_nothing(draft: Path, minutes: Path) -> None:
    given_up = Replacing("x")
    assert given_up.withdraw()
    with pytest.raises(SaveFailedError):
        attach(draft, DRAFT_ID, Wanted(minutes, None, AttachmentKind.OTHER), given_up)
    assert [path.name for path in draft.parent.iterdir()] == [draft.name]


def test_a_folder_that_cannot_be_made_is_told(draft: Path, minutes: Path) -> None:
    folder_of(draft).write_text("x", encoding="utf-8")
    with pytest.raises(RefusedFileError, match="noget andet end en almindelig mappe"):
        attached(draft, minutes)
    assert "noget andet end en almindelig mappe" in attached_files(draft, DRAFT_ID).problem


@pytest.mark.parametrize(("content", "why"), [(b"", "den er tom"), (b"<html>", "det er ikke en PDF")])
@pytest.mark.parametrize("has_digest", [True, False])
def test_a_listed_file_that_is_no_pdf_is_never_just_attached(
    draft: Path, minutes: Path, content: bytes, why: str, has_digest: bool
) -> None:
    attached(draft, minutes)
    (folder_of(draft) / minutes.name).write_bytes(content)
    if has_digest:
        listed = folder_of(draft) / LIST_NAME
        text = listed.read_text(encoding="utf-8")
        listed.write_text(text.replace(digest_of_bytes(PDF), digest_of_bytes(content)), encoding="utf-8")
    (found,) = attached_files(draft, DRAFT_ID).attachments
    assert (found.state, found.reason, found.is_there) == (AttachmentState.UNREADABLE, why, True)


def test_the_content_of_an_attached_file_is_the_one_that_its_state_is_of(draft: Path, minutes: Path) -> None:
    attached(draft, minutes)
    (found,) = attached_files(draft, DRAFT_ID).attachments
    (folder_of(draft) / minutes.name).write_bytes(PDF + b" ")
    with pytest.raises(RefusedFileError) as refused:
        attachment_bytes(found)
    assert refused.value.reason == "den blev ændret imens"
