"""A recovery journal as bytes: a whole snapshot of one draft as it was typed, and the user's page and field.

The first line is `botilbud-journal 1 sha256:<digest of all that follows>`. The second is one JSON object with the
metadata, the sequence number first. From the third line on comes the draft, byte for byte as in its own file, and it is
read just as strictly.
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from botilbud_desktop.domain.application import FORMAT, FORMAT_VERSION, Application
from botilbud_desktop.domain.canonical import as_json_values
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.domain.model import Model, field_names, json_values, value_of
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.domain.values.iso_time import Moment
from botilbud_desktop.storage.draft.draft_file import parse_draft
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.draft.serialised import SerialisedDraft, serialise
from botilbud_desktop.storage.draft.stored_lineage import without_lineage
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.json.strict_json import check_values, parse_json_object
from botilbud_desktop.storage.json.typed_values import convert
from botilbud_desktop.storage.recovery.position import UNKNOWN, Position
from botilbud_desktop.storage.rounds.form_library import FormLibrary

JOURNAL_VERSION = 1

LARGEST_JOURNAL = LARGEST_FILE
"""Maximum bytes of a journal, draft and metadata together."""

HIGHEST_SEQUENCE = 999_999_999_999_999

HEAD_SIZE = 256
"""Bytes from the beginning that `sequence_in_head` needs."""

JOURNAL_NAME = "gendannelseskopi"
"""The name in messages of a journal that could not be written; its real name would mean nothing to users."""

_HEADING = re.compile(rb"botilbud-journal 1 sha256:([0-9a-f]{64})")
_HEADING_OF_ANY_VERSION = re.compile(rb"botilbud-journal ([1-9][0-9]{0,8}) ")
_HEAD = re.compile(rb'botilbud-journal 1 sha256:[0-9a-f]{64}\n\{"sequence":([0-9]{1,15}),')
_FIELD_PATH = re.compile(r"[A-Za-z0-9_.\[\]]{1,200}")
_FIRST_YEAR, _LAST_YEAR = 2, 9998  # times in these years can be shown in every time zone
_DAMAGED = "den er beskadiget"


type Serialise = Callable[[Application], SerialisedDraft]


class JournalEntry(NamedTuple):
    """A draft at one moment, and the user's page and field."""

    application: Application
    written_at: datetime
    """With a time zone. For display only: `sequence` gives the order."""
    half_typed: Mapping[str, str] = {}
    """Half-typed texts by field path; see `domain.editing.editor`. Fields that the draft lacks are not read."""
    path: Path | None = None
    """The draft's file; None when it was never saved. Nothing here accesses it on the drive."""
    base_digest: str | None = None
    """The SHA-256, in hexadecimal, of the file that the draft is based on."""
    saving_digest: str | None = None
    """The same for the content being saved: a file with it was written by the program itself before a crash."""
    suggested_name: str = ""
    """A name to propose for the first save. When read, it is always a plain file name or ""."""
    position: Position = Position()
    """Where the user was."""
    sequence: int = 1
    """Increases with each write, from 1 to `HIGHEST_SEQUENCE`."""
    lineage: Lineage | None = None
    """When read: what the draft grew out of; None when that is not known. A write gets it with the draft's bytes."""
    draft: bytes = b""
    """When read: the bytes of the draft, as a file would hold them."""


class ForeignJournalError(RefusedFileError):
    """An intact journal that this program cannot read, such as one of a newer program. It is left alone."""


_Number = Annotated[int, Field(ge=UNKNOWN, le=2**31 - 1)]


class _Metadata(Model):
    """The second line, with its keys in this order."""

    sequence: Annotated[int, Field(ge=1, le=HIGHEST_SEQUENCE)]
    written_at: Moment
    format_version: Annotated[int, Field(ge=1)]
    round: str
    path: Annotated[str, Field(min_length=1)] | None
    path_is_hex: bool
    base_digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None
    suggested_name: str
    page: str
    field: str
    unfinished: dict[str, str]
    saving_digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    cursor: _Number = UNKNOWN
    anchor: _Number = UNKNOWN
    scroll: _Number = UNKNOWN
    field_scroll: _Number = UNKNOWN


def journal_bytes(entry: JournalEntry, serialise: Serialise = serialise) -> bytes:
    """Returns the entry as the bytes of its file, checked to be readable; `serialise` returns the draft's bytes.

    Texts are normalised as in a draft file. A text that no file can hold does not stop the rest from being kept:
    lone surrogates (half characters) become U+FFFD, and too many stacked accents are cut.

    Raises:
        SaveFailedError: it would be too large to be read again, or contain a value that no draft may contain.
    """
    try:
        try:
            return _checked(_as_bytes(entry, serialise(entry.application).data))
        except (RefusedFileError, UnicodeEncodeError):
            repaired = _repaired(entry)
            return _checked(_as_bytes(repaired, serialise(repaired.application).data))
    except RefusedFileError as error:
        raise SaveFailedError(JOURNAL_NAME, f"den ville ikke kunne læses igen, for {error.reason}") from error
    except UnicodeEncodeError as error:
        raise SaveFailedError(JOURNAL_NAME, "en tekst indeholder et tegn, der ikke kan gemmes") from error


def parse_journal(data: bytes, file: str, library: FormLibrary) -> JournalEntry:
    """Read a journal from the bytes of a file named `file`.

    Raises:
        ForeignJournalError: a newer program wrote it.
        RefusedFileError: it is damaged.
    """
    if len(data) > LARGEST_JOURNAL:
        raise RefusedFileError(file, "", f"den er større end {LARGEST_JOURNAL // 1_000_000} MB")
    metadata, draft = _split(data, file)
    _check_understood(metadata, file, library)
    path = _path_of(metadata, file)
    try:
        opened = parse_draft(draft, file, library, is_bounded=False)
    except MissingRoundError as error:
        if error.application.round in library.shipped_ids():
            raise
        raise ForeignJournalError(file, error.place, error.reason) from None  # the round was changed: no damage
    application = opened.application
    return JournalEntry(
        application=application,
        written_at=metadata.written_at,
        half_typed={key: text for key, text in metadata.unfinished.items() if _is_field(application, key)},
        path=path,
        base_digest=metadata.base_digest,
        saving_digest=metadata.saving_digest,
        suggested_name=safe_file_name(metadata.suggested_name) if metadata.suggested_name else "",
        position=Position(
            metadata.page, metadata.field, metadata.cursor, metadata.anchor, metadata.scroll, metadata.field_scroll
        ),
        sequence=metadata.sequence,
        lineage=opened.lineage,
        draft=draft,
    )


def sealed(body: bytes) -> bytes:
    """Returns `body`, which is all that follows the first line, with the first line prepended."""
    return f"botilbud-journal {JOURNAL_VERSION} sha256:{hashlib.sha256(body).hexdigest()}\n".encode("ascii") + body


def sequence_in_head(head: bytes) -> int:
    """Returns the unverified sequence number in the first `HEAD_SIZE` bytes of a journal; 0 when there is none."""
    found = _HEAD.match(head)
    return int(found[1]) if found else 0


def _as_bytes(entry: JournalEntry, draft: bytes) -> bytes:
    path, path_is_hex = _writable_path(entry.path)
    metadata = _Metadata.model_construct(  # not validated: it is read again before it is written
        sequence=entry.sequence,
        written_at=entry.written_at,
        format_version=FORMAT_VERSION,
        round=entry.application.round,
        path=path,
        path_is_hex=path_is_hex,
        base_digest=entry.base_digest,
        saving_digest=entry.saving_digest,
        suggested_name=entry.suggested_name,
        **entry.position._asdict(),
        unfinished=dict(entry.half_typed),
    )
    line = json.dumps(json_values(metadata), ensure_ascii=False, separators=(",", ":"))
    return sealed(line.encode("utf-8") + b"\n" + draft)


def _checked(data: bytes) -> bytes:
    """Returns `data` after checking that it can be read again where the forms are available."""
    if len(data) > LARGEST_JOURNAL:
        raise SaveFailedError(JOURNAL_NAME, f"den ville fylde mere end {LARGEST_JOURNAL // 1_000_000} MB")
    metadata, draft = _split(data, JOURNAL_NAME)
    _path_of(metadata, JOURNAL_NAME)
    convert(without_lineage(parse_json_object(draft, JOURNAL_NAME)), Application, JOURNAL_NAME)
    return data


def _split(data: bytes, file: str) -> tuple[_Metadata, bytes]:
    """Returns the checked metadata, and the draft's bytes, which match the digest but are not parsed yet."""
    heading, _, body = data.partition(b"\n")
    version = _HEADING_OF_ANY_VERSION.match(heading)
    if version is not None and int(version[1]) > JOURNAL_VERSION:
        raise ForeignJournalError(file, "", "den er lavet med en nyere version af programmet")
    digest = _HEADING.fullmatch(heading)
    if digest is None or hashlib.sha256(body).hexdigest() != digest[1].decode("ascii"):
        raise RefusedFileError(file, "", _DAMAGED)
    line, _, draft = body.partition(b"\n")
    metadata = convert(parse_json_object(line, file), _Metadata, file)
    if not _FIRST_YEAR <= metadata.written_at.year <= _LAST_YEAR:
        raise RefusedFileError(file, "written_at", "tidspunktet kan ikke passe")
    return metadata, draft


def _check_understood(metadata: _Metadata, file: str, library: FormLibrary) -> None:
    """Raise `ForeignJournalError` for a newer draft format, or a form that is missing or broken: neither is damage."""
    if metadata.format_version > FORMAT_VERSION:
        raise ForeignJournalError(file, "", f"den indeholder en nyere version af »{FORMAT}«")
    try:
        library.round(metadata.round)
    except (KeyError, RefusedFileError):
        raise ForeignJournalError(file, "round", "programmet kender ikke ansøgningsrunden") from None


def _writable_path(path: Path | None) -> tuple[str | None, bool]:
    """Returns the path as text, or in hexadecimal (and True) when it cannot be encoded in UTF-8."""
    if path is None:
        return None, False
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path).hex(), True
    return str(path), False


def _path_of(metadata: _Metadata, file: str) -> Path | None:
    text = metadata.path
    if text is None:
        return None
    try:
        path = os.fsdecode(bytes.fromhex(text)) if metadata.path_is_hex else text
    except ValueError:
        raise RefusedFileError(file, "path", "stien kan ikke læses") from None
    if not path or "\x00" in path:
        raise RefusedFileError(file, "path", "stien indeholder et tegn, der ikke kan bruges")
    return Path(path)


def _is_field(application: Application, key: str) -> bool:
    """Whether `key` is the path of a single value in the application, in the standard notation."""
    if not _FIELD_PATH.fullmatch(key):
        return False
    path = field_path(key)
    value: Any = application
    try:
        for part in path:
            value = _child(value, part)
    except LookupError:
        return False
    return str(path) == key and not isinstance(value, Model | tuple | dict)


def _child(value: Any, part: str | int) -> Any:
    """Returns the value one step down; stricter than `value_at`, which also finds Python's built-in attributes."""
    if isinstance(value, Model):
        if part not in field_names(value):
            raise LookupError(part)
        return value_of(value, str(part))
    if isinstance(value, dict):
        return value[part]
    if isinstance(value, tuple) and isinstance(part, int):
        return value[part]
    raise LookupError(part)


def _repaired(entry: JournalEntry) -> JournalEntry:
    """Returns the entry with its texts changed so that a file can hold them.

    Raises:
        RefusedFileError: the draft contains a value other than a text that no file may contain.
    """
    return entry._replace(
        application=convert(_repaired_values(as_json_values(entry.application)), Application, JOURNAL_NAME),
        half_typed=_repaired_values(dict(entry.half_typed)),
        suggested_name=_repaired_text(entry.suggested_name),
        position=entry.position._replace(
            page=_repaired_text(entry.position.page), field=_repaired_text(entry.position.field)
        ),
    )


def _repaired_values(value: Any) -> Any:
    if isinstance(value, dict):
        return {_repaired_text(key): _repaired_values(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_repaired_values(item) for item in value]
    return _repaired_text(value) if isinstance(value, str) else value


def _repaired_text(text: str) -> str:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    try:
        check_values(whole, JOURNAL_NAME)
    except RefusedFileError:
        return sanitized(whole)
    return whole
