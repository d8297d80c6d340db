"""A list of attachments may hold anything: no file outside the folder is read, deleted or named."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from botilbud_desktop.domain.attachments.attachment import Attachment, AttachmentKind, AttachmentState
from botilbud_desktop.storage.attachments.attachment_list import LIST_NAME
from botilbud_desktop.storage.attachments.attachment_name import free_attachment_name, is_attachment_name
from botilbud_desktop.storage.attachments.changing import Wanted, attach, take_away
from botilbud_desktop.storage.attachments.reading import attached_files
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.atomic_write import Replacing
from tests.storage.hostile_files import LARGEST_HOSTILE_FILES

DRAFT_ID = "00000000-0000-4000-8000-000000000001"
ENTRY: dict[str, Any] = {
    "draft_id": DRAFT_ID,
    "project_id": None,
    "kind": "other",
    "file_name": "a.pdf",
    "digest": f"sha256:{'0' * 64}",
}
HEAD: dict[str, Any] = {"format": "botilbud-attachments", "format_version": 1}
HOSTILE_NAMES = (
    *("../hemmelig.pdf", "..\\hemmelig.pdf", "/etc/passwd", "/etc/passwd.pdf", "C:\\x.pdf", "C:x.pdf", "a/b.pdf", ""),
    *(
        ".",
        "..",
        ".pdf",
        ".skjult.pdf",
        "NUL.pdf",
        "com1.PDF",
        "a.pdf:strøm.pdf",
        "a\0.pdf",
        "a\n.pdf",
        "\u202efdp.pdf",
    ),
    *("a.exe", "a.pdf.exe", "bilag.json", "a.pdf ", " a.pdf", "a*.pdf", f"{'a' * 300}.pdf", "\\\\vært\\deling\\a.pdf"),
)
NO_LISTS = {
    "no JSON": b"{",
    "another format": b'{"format": "botilbud-application", "format_version": 1}',
    "newer": b'{"format": "botilbud-attachments", "format_version": 2}',
    "an unknown key": b'{"format": "botilbud-attachments", "format_version": 1, "run": "x"}',
    "too many": json.dumps(HEAD | {"entries": [ENTRY] * 101}).encode(),
    **LARGEST_HOSTILE_FILES,
}
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with an empty folder of attachments."""
    (tmp_path / "sag bilag").mkdir()
    return tmp_path / "sag.botilbud"


def write_list(draft: Path, **changes: object) -> None:
    text = json.dumps(HEAD | {"entries": [ENTRY | changes]})
    (draft.parent / "sag bilag" / LIST_NAME).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_list_that_names_anything_but_a_plain_pdf_is_refused(draft: Path, name: str) -> None:
    (draft.parent / "hemmelig.pdf").write_bytes(b"%PDF-")
    write_list(draft, file_name=name)
    found = attached_files(draft, DRAFT_ID)
    assert found.attachments == ()
    assert "»bilag.json«" in found.problem
    assert "hemmelig" not in found.problem


@pytest.mark.parametrize("kind", NO_LISTS)
def test_what_is_no_list_is_told_and_never_overwritten(draft: Path, kind: str) -> None:
    place = draft.parent / "sag bilag" / LIST_NAME
    place.write_bytes(NO_LISTS[kind])
    assert attached_files(draft, DRAFT_ID).problem.startswith(
        "Listen »bilag.json« i mappen »sag bilag« kan ikke læses: "
    )
    source = draft.parent / "a.pdf"
    source.write_bytes(b"%PDF-")
    with pytest.raises(RefusedFileError):
        attach(draft, DRAFT_ID, Wanted(source, None, AttachmentKind.OTHER), Replacing("x"))
    assert place.read_bytes() == NO_LISTS[kind]
    assert [path.name for path in place.parent.iterdir()] == [LIST_NAME]


@needs_links
@pytest.mark.parametrize("make", [os.symlink, os.link])
def test_a_link_in_the_folder_is_not_followed(draft: Path, make: Callable[[Path, Path], None]) -> None:
    secret = draft.parent / "hemmelig.pdf"
    secret.write_bytes(b"%PDF-")
    make(secret, draft.parent / "sag bilag" / "a.pdf")
    write_list(draft)
    (found,) = attached_files(draft, DRAFT_ID).attachments
    assert (found.state, found.path) == (AttachmentState.UNKNOWN, "")
    take_away(draft, DRAFT_ID, found, Replacing("x"))
    assert secret.read_bytes() == b"%PDF-"


@needs_links
def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "andet sted").mkdir()
    (tmp_path / "sag bilag").symlink_to(tmp_path / "andet sted")
    draft = tmp_path / "sag.botilbud"
    write_list(draft)
    assert "noget andet end en almindelig mappe" in attached_files(draft, DRAFT_ID).problem
    source = tmp_path / "a.pdf"
    source.write_bytes(b"%PDF-")
    forged = Attachment(None, AttachmentKind.OTHER, "x", "a.pdf", AttachmentState.ATTACHED)
    with pytest.raises(RefusedFileError):
        attach(draft, DRAFT_ID, Wanted(source, None, AttachmentKind.OTHER), Replacing("x"))
    with pytest.raises(RefusedFileError):
        take_away(draft, DRAFT_ID, forged, Replacing("x"))
    assert [path.name for path in (tmp_path / "andet sted").iterdir()] == [LIST_NAME]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders there")
def test_a_pipe_is_not_waited_for(draft: Path) -> None:
    os.mkfifo(draft.parent / "sag bilag" / "a.pdf")
    write_list(draft)
    (found,) = attached_files(draft, DRAFT_ID).attachments
    assert found.state is AttachmentState.UNKNOWN
    (draft.parent / "sag bilag" / LIST_NAME).unlink()
    os.mkfifo(draft.parent / "sag bilag" / LIST_NAME)
    assert attached_files(draft, DRAFT_ID).problem != ""


def test_only_what_the_list_names_is_taken_away(draft: Path) -> None:
    (draft.parent / "hemmelig.pdf").write_bytes(b"%PDF-")
    write_list(draft)
    forged = Attachment(None, AttachmentKind.OTHER, "x", "../hemmelig.pdf", AttachmentState.ATTACHED)
    take_away(draft, DRAFT_ID, forged, Replacing("x"))
    assert (draft.parent / "hemmelig.pdf").exists()


@pytest.mark.parametrize("name", [*HOSTILE_NAMES, "x" * 400, "\U0001f600" * 90, "CON", "Bilag.JSON"])
def test_whatever_a_file_is_called_its_copy_has_a_plain_name(name: str) -> None:
    first = free_attachment_name(name, ())
    second = free_attachment_name(name, (first.upper(),))
    assert is_attachment_name(first), first
    assert is_attachment_name(second), second
    assert first.casefold() != second.casefold()
