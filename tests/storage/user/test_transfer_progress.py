"""The stored progress of a transfer."""

from datetime import date
from pathlib import Path

import pytest

from botilbud_desktop.domain.web_form.transfer import ClosingStep
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.user.transfer_progress import TransferProgress, read_progress, write_progress

DRAFT = "0b6f1c2d-0000-4000-8000-000000000000"
OTHER = "0b6f1c2d-0000-4000-8000-000000000001"
PROGRESS = TransferProgress(
    fields={"projects[0].name": "ab" * 32, "description": "cd" * 32},
    closing={ClosingStep.SENT: date(2024, 5, 14), ClosingStep.APPROVED: date(2024, 5, 15)},
    at_approval={"description": "cd" * 32},
    current="description",
)


def test_nothing_is_remembered_at_first_and_nothing_written(tmp_path: Path) -> None:
    assert read_progress(tmp_path, DRAFT) == TransferProgress()
    assert list(tmp_path.iterdir()) == []


def test_the_progress_of_each_draft_is_kept(tmp_path: Path) -> None:
    write_progress(tmp_path / "new", DRAFT, PROGRESS)
    assert read_progress(tmp_path / "new", DRAFT) == PROGRESS
    assert read_progress(tmp_path / "new", DRAFT.upper()) == PROGRESS
    assert read_progress(tmp_path / "new", OTHER) == TransferProgress()


@pytest.mark.parametrize(
    "broken",
    [b"", b"[1, 2", b"\xff\xfe", b"[]", b'{"fields": 7}', b'{"closing": {"unknown": "2024-05-14"}}', b"[" * 100_000],
)
def test_a_broken_file_is_set_aside_and_all_starts_empty(tmp_path: Path, broken: bytes) -> None:
    write_progress(tmp_path, DRAFT, PROGRESS)
    file = next(tmp_path.rglob("*.json"))
    file.write_bytes(broken)
    assert read_progress(tmp_path, DRAFT) == TransferProgress()
    assert not file.exists()
    assert [other.read_bytes() for other in tmp_path.rglob("*.broken")] == [broken]
    write_progress(tmp_path, DRAFT, PROGRESS)
    assert read_progress(tmp_path, DRAFT) == PROGRESS


def test_a_key_of_a_newer_program_is_passed_over(tmp_path: Path) -> None:
    write_progress(tmp_path, DRAFT, TransferProgress())
    next(tmp_path.rglob("*.json")).write_bytes(b'{"current": "description", "colour": "red"}')
    assert read_progress(tmp_path, DRAFT) == TransferProgress(current="description")


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "transfer").write_text("no folder", encoding="utf-8")
    with pytest.raises(SaveFailedError):
        write_progress(tmp_path, DRAFT, PROGRESS)


def test_the_id_of_a_draft_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="UUID"):
        read_progress(tmp_path, "../../etc/passwd")
