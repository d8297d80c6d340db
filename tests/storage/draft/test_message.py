"""The message to a colleague: the draft is attached byte for byte, and no text can add a header or a recipient."""

import os
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.storage.draft.message import Attached, message_bytes, message_file, remove_old_messages
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from tests.ui import drafts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TITLE = "Aalborg – Lånepulje til botilbud 2025-26"
ALLOWED = {"subject", "x-unsent", "mime-version", "content-type"}


def read(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def attached_in(message: EmailMessage) -> tuple[str | None, bytes]:
    [part] = message.iter_attachments()
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return part.get_filename(), content


@pytest.fixture
def storage(tmp_path: Path) -> StorageContext:
    folders = UserFolders.below(tmp_path / "bruger")
    return StorageContext(FormLibrary(forms_folder()), folders, Person("Åse", "PC-1"), lambda: NOW)


def test_the_message_is_danish_not_sent_yet_and_holds_the_file(tmp_path: Path, storage: StorageContext) -> None:
    draft = tmp_path / "sag æøå (2).botilbud"
    draft.write_bytes(draft_bytes(drafts.complete()))
    path = message_file(Attached(TITLE, draft), storage)
    assert path == storage.folders.messages / f"{TITLE}.eml"
    message = read(path.read_bytes())
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == f"Kladde: {TITLE}"
    assert {name.lower() for name in message} == ALLOWED
    body = message.get_body()
    assert body is not None
    assert f"Her er kladden »{TITLE}«." in body.get_content()
    assert attached_in(message) == ("sag æøå (2).botilbud", draft.read_bytes())


@given(st.text(max_size=200), st.text(max_size=100), st.binary(max_size=300))
def test_whatever_title_and_name_hold_there_are_no_other_headers(title: str, name: str, content: bytes) -> None:
    message = read(message_bytes(title, name, content))
    assert {header.lower() for header in message} == ALLOWED
    shown, held = attached_in(message)
    assert held == content
    assert shown is not None
    assert Path(shown).name == shown


@pytest.mark.parametrize(
    "hostile",
    ["x\r\nBcc: a@b.dk", "x\nTo: a@b.dk\n\nHej", "\x85Cc: a@b.dk", "\u2028From: x", "=?utf-8?q?=0D=0ABcc:x?="],
)
def test_a_hostile_title_or_name_stays_text(hostile: str) -> None:
    data = message_bytes(hostile, f"{hostile}.botilbud", b"x")
    message = read(data)
    assert {header.lower() for header in message} == ALLOWED
    headers = data.split(b"\r\n\r\n", 1)[0].lower()
    assert not any(line.startswith((b"bcc:", b"to:", b"cc:", b"from:")) for line in headers.split(b"\r\n"))


@pytest.mark.parametrize(
    ("name", "attached"),
    [
        ("sag.botilbud", "sag.botilbud"),
        ("sag.BOTILBUD", "sag.botilbud"),
        ("uden endelse", "uden endelse.botilbud"),
        ("sag.exe", "sag.exe.botilbud"),
        (".botilbud", "_.botilbud"),
    ],
)
def test_what_is_attached_can_be_opened_as_a_draft_whatever_the_file_is_called(name: str, attached: str) -> None:
    assert attached_in(read(message_bytes(TITLE, name, b"x")))[0] == attached


@pytest.mark.parametrize("title", [TITLE, "å" * 300])
def test_a_message_that_the_mail_program_may_not_have_read_yet_is_not_replaced(
    tmp_path: Path, storage: StorageContext, title: str
) -> None:
    draft = tmp_path / "sag.botilbud"
    draft.write_bytes(draft_bytes(drafts.complete()))
    first = message_file(Attached(title, draft), storage)
    before = first.read_bytes()
    os.utime(first, (NOW.timestamp(), NOW.timestamp()))
    draft.write_bytes(draft_bytes(drafts.example("thisted")))
    second = message_file(Attached(title, draft), storage)
    assert second.stem.endswith(" (2)")
    assert first.read_bytes() == before != second.read_bytes()


def test_a_file_that_is_no_draft_any_more_is_not_sent(tmp_path: Path, storage: StorageContext) -> None:
    draft = tmp_path / "sag.botilbud"
    draft.write_bytes(b"noget andet")
    with pytest.raises(RefusedFileError):
        message_file(Attached(TITLE, draft), storage)
    assert not storage.folders.messages.exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, storage: StorageContext) -> None:
    draft = tmp_path / "sag.botilbud"
    draft.write_bytes(draft_bytes(drafts.complete()))
    storage.folders.state.parent.mkdir()
    storage.folders.state.write_text("no folder")
    with pytest.raises(SaveFailedError):
        message_file(Attached(TITLE, draft), storage)


def test_messages_of_more_than_an_hour_ago_are_removed_and_nothing_else(
    tmp_path: Path, storage: StorageContext
) -> None:
    folder = storage.folders.messages
    folder.mkdir(parents=True)
    for name, age in (("old.eml", 2), ("new.eml", 0.5), ("old.txt", 2)):
        (folder / name).write_bytes(b"x")
        at = (NOW - timedelta(hours=age)).timestamp()
        os.utime(folder / name, (at, at))
    remove_old_messages(folder, NOW)
    assert {path.name for path in folder.iterdir()} == {"new.eml", "old.txt"}
    remove_old_messages(tmp_path / "missing", NOW)
