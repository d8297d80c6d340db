"""What is known of the recent drafts is kept by path, forgotten with the list, and never costs more than itself."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.web_form.transfer_stage import TransferStage
from botilbud_desktop.storage.user.known_drafts import KnownDraft, keep_known, known_drafts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
KNOWN = KnownDraft(digest="0f" * 32, seen_at=NOW, round="Pulje", problems=3)


def test_what_is_known_is_read_as_it_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "sag æøå.botilbud"
    whole = replace(
        KNOWN,
        municipality_code="851",
        status=Status.APPROVED,
        is_altered=True,
        transfer=TransferStage.DONE,
        criteria=2,
        warnings=1,
        changed_at=NOW,
        changed_by="Åse",
    )
    keep_known(tmp_path / "state", {path: whole}, [path])
    assert known_drafts(tmp_path / "state", [path, tmp_path / "other"]) == {path: whole}


def test_drafts_that_are_no_longer_recent_are_forgotten(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    keep_known(tmp_path, {old: KNOWN}, [old])
    keep_known(tmp_path, {new: KNOWN}, [new])
    assert known_drafts(tmp_path, [old, new]) == {new: KNOWN}
    keep_known(tmp_path, {old: KNOWN}, [new])
    assert known_drafts(tmp_path, [old, new]) == {new: KNOWN}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no names of bytes")
def test_a_name_of_bytes_that_are_no_text_can_be_kept(tmp_path: Path) -> None:
    odd = Path("/drev/\udcff\udcfe.botilbud")
    keep_known(tmp_path, {odd: KNOWN}, [odd])
    assert known_drafts(tmp_path, [odd]) == {odd: KNOWN}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"drafts": {"/x": {"digest": 1}}}', b"\xff", b"[" * 100_000])
def test_a_broken_file_counts_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "known.json").write_bytes(content)
    assert known_drafts(tmp_path, [Path("/x")]) == {}
