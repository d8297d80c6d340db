"""A recovery journal as bytes: all typed text is restored, and hostile content does no harm."""

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import FORMAT_VERSION, Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, draft_bytes, parse_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.recovery.journal_file import (
    LARGEST_JOURNAL,
    ForeignJournalError,
    JournalEntry,
    journal_bytes,
    parse_journal,
    sealed,
    sequence_in_head,
)
from botilbud_desktop.storage.recovery.position import Position
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.storage.left_journals import as_written
from tests.strategies import applications, moments, texts

LIBRARY = FormLibrary(forms_folder())
NOW = datetime(2024, 5, 10, 9, 12, tzinfo=UTC)
DIGEST = "0123456789abcdef" * 4


@pytest.fixture
def entry(aalborg: OpenedDraft) -> JournalEntry:
    """An entry in which no field is empty."""
    return JournalEntry(
        application=aalborg.application,
        written_at=NOW,
        half_typed={"projects[0].loan.2025": "22,9", "projects[0].completion_date": "31.02.2026"},
        path=Path("/home/åse/Botilbud/sag 1.botilbud"),
        base_digest=DIGEST,
        suggested_name="851 LanBotilbud_2025-26",
        position=Position("page.project.0", "projects.0.name", 7, 3, 120, 2),
        sequence=42,
    )


def read(data: bytes) -> JournalEntry:
    """Returns the entry in `data`."""
    return parse_journal(data, "x.journal", LIBRARY)


def reseal(data: bytes, **changes: Any) -> bytes:
    """Returns the journal with changed header values and a matching checksum."""
    _, particulars, draft = data.split(b"\n", 2)
    return sealed(json.dumps({**json.loads(particulars), **changes}).encode() + b"\n" + draft)


def test_an_entry_comes_back(entry: JournalEntry) -> None:
    assert as_written(read(journal_bytes(entry))) == entry
    bare = JournalEntry(entry.application, NOW)
    assert as_written(read(journal_bytes(bare))) == bare


@given(
    application=applications(),
    written_at=moments,
    suggested_name=st.sampled_from(["", "Ærø", "851 x"]),
    position=st.builds(Position, texts(), texts(), *[st.integers(-1, 10_000)] * 4),
    sequence=st.integers(1, 999_999_999_999_999),
    half_typed=texts(),
)
def test_any_entry_comes_back(half_typed: str, **values: Any) -> None:
    entry = JournalEntry(**values, half_typed={"case_number": half_typed})
    data = journal_bytes(entry)
    again = read(data)
    assert journal_bytes(again) == data
    assert draft_bytes(again.application) == draft_bytes(entry.application)
    assert (again.half_typed, again.position, again.sequence) == (entry.half_typed, entry.position, entry.sequence)


def test_the_first_line_holds_the_checksum_of_the_rest_and_the_draft_stands_there_as_in_its_file(
    entry: JournalEntry,
) -> None:
    data = journal_bytes(entry)
    heading, rest = data.split(b"\n", 1)
    assert heading.decode() == f"botilbud-journal 1 sha256:{hashlib.sha256(rest).hexdigest()}"
    draft = rest.split(b"\n", 1)[1]
    assert parse_draft(draft, "x.botilbud", LIBRARY).application == entry.application


def test_the_sequence_number_stands_in_the_head(entry: JournalEntry) -> None:
    assert sequence_in_head(journal_bytes(entry)[:256]) == 42
    highest = entry._replace(sequence=999_999_999_999_999)
    assert sequence_in_head(journal_bytes(highest)[:256]) == 999_999_999_999_999
    assert sequence_in_head(b"") == sequence_in_head(b"botilbud-journal 1 sha256:") == 0


def test_every_flipped_byte_is_noticed(entry: JournalEntry) -> None:
    data = journal_bytes(entry)
    for index in range(len(data)):
        with pytest.raises(RefusedFileError):
            read(data[:index] + bytes([data[index] ^ 4]) + data[index + 1 :])


def test_every_cut_is_noticed(entry: JournalEntry) -> None:
    data = journal_bytes(entry)
    for length in range(len(data)):
        with pytest.raises(RefusedFileError):
            read(data[:length])


@pytest.mark.parametrize(
    "changes",
    [
        {"sequence": True},
        {"sequence": 1.0},
        {"sequence": 0},
        {"sequence": -1},
        {"sequence": 10**15},
        {"sequence": 10**4000},
        {"written_at": "2024-05-10T09:12:00"},
        {"written_at": "0001-01-01T00:00:00+14:00"},
        {"written_at": "9999-12-31T23:59:59-14:00"},
        {"written_at": 1715332320},
        {"path": ""},
        {"path": "/home/x\x00.botilbud"},
        {"path": "\ud800"},
        {"path": ["x"]},
        {"path": "2f0078", "path_is_hex": True},
        {"path": "2f7", "path_is_hex": True},
        {"path": "xyz", "path_is_hex": True},
        {"base_digest": "0"},
        {"base_digest": DIGEST.upper()},
        {"base_digest": DIGEST + "\n"},
        {"page": None},
        {"page": "\udfff"},
        {"unfinished": {"case_number": 1}},
        {"unfinished": {"\ud800": ""}},
        {"unfinished": []},
        {"round": 7},
        {"unknown": 1},
    ],
    ids=repr,
)
def test_wrong_particulars_are_refused(changes: dict[str, Any], entry: JournalEntry) -> None:
    with pytest.raises(RefusedFileError) as caught:
        read(reseal(journal_bytes(entry), **changes))
    assert not isinstance(caught.value, ForeignJournalError)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\n",
        b"{}\n{}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"sequence":' + b"9" * 1_000_000,
        b'{"sequence":NaN}\n',
        b"\xff\xfe\x00",
        b"[" + b"1," * 100_000,
    ],
)
def test_a_fitting_checksum_makes_nothing_readable(body: bytes) -> None:
    with pytest.raises(RefusedFileError):
        read(sealed(body))


def test_the_draft_inside_is_read_as_strictly_as_a_draft(entry: JournalEntry) -> None:
    data = journal_bytes(entry)
    body = data.split(b"\n", 1)[1]
    for old, new in (
        (b'"projects"', b'"project"'),
        (b'"851"', b'"999"'),
        (b"\n}\n", b"\n}}\n"),
        (b"22900", b"22900.0"),
    ):
        assert old in body
        with pytest.raises(RefusedFileError) as caught:
            read(sealed(body.replace(old, new, 1)))
        assert not isinstance(caught.value, ForeignJournalError)


def test_a_journal_of_a_newer_program_is_told_apart_from_a_damaged_one(entry: JournalEntry) -> None:
    data = journal_bytes(entry)
    for newer in (
        b"botilbud-journal 2 blake3:123\nwho knows",
        data.replace(b"journal 1", b"journal 12", 1),
        reseal(data, format_version=FORMAT_VERSION + 1),
        reseal(data, round="LanBotilbud_2031"),
    ):
        with pytest.raises(ForeignJournalError):
            read(newer)
    for damaged in (b"botilbud-journal 0 x", b"botilbud-journal x", b"botilbud-journal 2", reseal(data, round="x")[1:]):
        with pytest.raises(RefusedFileError) as caught:
            read(damaged)
        assert not isinstance(caught.value, ForeignJournalError)


def test_a_broken_form_does_not_make_a_journal_damaged(entry: JournalEntry, tmp_path: Path) -> None:
    (tmp_path / f"{entry.application.round}.json").write_text('{"format": "botilbud-form"}')
    with pytest.raises(ForeignJournalError):
        parse_journal(journal_bytes(entry), "x.journal", FormLibrary(tmp_path))


def test_a_journal_that_is_too_large_is_neither_read_nor_written(entry: JournalEntry) -> None:
    with pytest.raises(RefusedFileError, match="større end 5 MB"):
        read(sealed(b" " * LARGEST_JOURNAL))
    long = entry._replace(application=replace(entry.application, description="x" * LARGEST_JOURNAL))
    with pytest.raises(SaveFailedError, match="mere end 5 MB"):
        journal_bytes(long)


def test_half_characters_are_replaced_and_all_else_is_kept(entry: JournalEntry) -> None:
    application = replace(entry.application, description="før \ud83d efter 😀 \x00", case_number="\ude00")
    half_typed = {"projects[0].loan.2025": "22\udfff,9"}
    kept = read(journal_bytes(entry._replace(application=application, half_typed=half_typed)))
    assert kept.application == replace(application, description="før \ufffd efter 😀 \x00", case_number="\ufffd")
    assert kept.half_typed == {"projects[0].loan.2025": "22\ufffd,9"}
    assert (kept.path, kept.position, kept.sequence) == (entry.path, entry.position, entry.sequence)


def test_a_tower_of_accents_does_not_stop_the_journal(entry: JournalEntry) -> None:
    application = replace(entry.application, description="før e" + "\u0301" * 500 + " efter")
    kept = read(journal_bytes(entry._replace(application=application))).application.description
    assert kept.startswith("før é")
    assert kept.endswith(" efter")


def test_a_number_that_no_file_holds_is_told(entry: JournalEntry) -> None:
    project = replace(entry.application.projects[0], gross_construction_cost=10**15)
    application = replace(entry.application, projects=(project,))
    with pytest.raises(SaveFailedError, match="ikke kunne læses igen, for der skal stå et helt tal"):
        journal_bytes(entry._replace(application=application))


@pytest.mark.skipif(os.name == "nt", reason="names of POSIX file systems are bytes")
def test_a_path_in_no_known_encoding_comes_back(entry: JournalEntry) -> None:
    old = entry._replace(path=Path(os.fsdecode(b"/srv/sager/K\xe6rvej.botilbud")))
    assert as_written(read(journal_bytes(old))) == old


def test_half_typed_texts_of_fields_that_are_not_there_are_passed_over(entry: JournalEntry) -> None:
    strange = {
        "": "1",
        "projects": "1",
        "projects[0]": "1",
        "projects[5].name": "1",
        "projects.0.name": "1",
        "projects[00].name": "1",
        "projects[0].loan.2031": "1",
        "projects[0].__class__": "1",
        "projects[0].name.upper": "1",
        f"projects[{'9' * 5000}].name": "1",
        "projects.².name": "1",
        "unknown": "1",
    }
    data = reseal(journal_bytes(entry), unfinished={**strange, **entry.half_typed})
    assert read(data).half_typed == entry.half_typed


@pytest.mark.parametrize("name", ["../../etc/x", r"\\server\share\x", "C:\\x", "NUL", "x\u202etxt.exe", "a" * 10_000])
def test_a_suggested_name_is_only_ever_a_name(name: str, entry: JournalEntry) -> None:
    read_name = read(reseal(journal_bytes(entry), suggested_name=name)).suggested_name
    assert Path(read_name).name == read_name
    assert not set(read_name) & set("\\/:\u202e")
    assert 0 < len(read_name) <= 80


def test_a_path_is_never_looked_up(entry: JournalEntry, monkeypatch: pytest.MonkeyPatch) -> None:
    data = journal_bytes(entry._replace(path=Path("//server/share/x.botilbud")))

    def refuse(*arguments: object, **_: object) -> None:
        raise AssertionError(arguments)

    for name in ("stat", "lstat", "open", "readlink"):
        monkeypatch.setattr(os, name, refuse)
    assert str(read(data).path).endswith("x.botilbud")


def test_examples_can_be_journalled() -> None:
    for example in example_drafts():
        application: Application = parse_draft(example.path.read_bytes(), "x", LIBRARY).application
        assert read(journal_bytes(JournalEntry(application, NOW))).application == application
