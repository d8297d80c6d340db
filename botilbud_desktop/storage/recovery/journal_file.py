"""A recovery journal as bytes: a whole snapshot of one draft as it was typed, and where the user was.

The first line is `botilbud-journal 1 sha256:<digest of all that follows>`. The second is one JSON object with the
particulars, the sequence number first. From the third line on stands the draft, byte for byte as its own file would
hold it, and it is read with the same strictness.
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
from botilbud_desktop.domain.model import Model, field_names, json_values
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.domain.values.iso_time import Moment
from botilbud_desktop.storage.draft.draft_file import parse_draft
from botilbud_desktop.storage.draft.serialised import SerialisedDraft, serialise
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.json.strict_json import check_values, parse_json_object
from botilbud_desktop.storage.json.typed_values import convert
from botilbud_desktop.storage.rounds.form_library import FormLibrary

JOURNAL_VERSION = 1

LARGEST_JOURNAL = LARGEST_FILE
"""The most bytes of a journal, draft and particulars together."""

HIGHEST_SEQUENCE = 999_999_999_999_999

HEAD_SIZE = 256
"""So many bytes from the beginning are enough for `sequence_in_head`."""

JOURNAL_NAME = "gendannelseskopi"
"""What a journal that could not be written is called in messages; its real name would mean nothing to anyone."""

_HEADING = re.compile(rb"botilbud-journal 1 sha256:([0-9a-f]{64})")
_HEADING_OF_ANY_VERSION = re.compile(rb"botilbud-journal ([1-9][0-9]{0,8}) ")
_HEAD = re.compile(rb'botilbud-journal 1 sha256:[0-9a-f]{64}\n\{"sequence":([0-9]{1,15}),')
_FIELD_PATH = re.compile(r"[A-Za-z0-9_.\[\]]{1,200}")
_FIRST_YEAR, _LAST_YEAR = 2, 9998  # a moment in any of these can be shown in every time zone
_DAMAGED = "den er beskadiget"


type Serialise = Callable[[Application], SerialisedDraft]


class JournalEntry(NamedTuple):
    """A draft as it stood, and where the user was."""

    application: Application
    written_at: datetime
    """When; with a time zone. Only to be shown: the order is that of `sequence`."""
    half_typed: Mapping[str, str] = {}
    """Half-typed texts by field path; see `domain.editor`. Those of fields that the draft lacks are not read."""
    path: Path | None = None
    """The draft's file; None when it was never saved. Nothing here ever asks the drive about it."""
    base_digest: str | None = None
    """The SHA-256, in hexadecimal, of the file that the draft builds on."""
    saving_digest: str | None = None
    """The same of what was about to be saved: a file that has it was written by the program itself before a crash."""
    suggested_name: str = ""
    """A name to propose for the first save. What is read is always a plain file name, or ""."""
    page: str = ""
    """The object name of the step's page, such as `page.project.0`; "" when not known."""
    field: str = ""
    """The object name of the field with the focus, such as `projects.0.name`; "" for none."""
    sequence: int = 1
    """Counted up with each write, from 1 to `HIGHEST_SEQUENCE`."""


class ForeignJournalError(RefusedFileError):
    """A journal that is not damaged but beyond this program, since a newer one wrote it. It is left alone."""


class _Particulars(Model):
    """The second line, in its order."""

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


def journal_bytes(entry: JournalEntry, serialise: Serialise = serialise) -> bytes:
    """The entry as the bytes of its file, found to be readable; `serialise` gives the bytes of the draft in it.

    Texts are normalised as in a draft file. A text that no file can hold does not stop the rest from being kept:
    half characters (lone surrogates) become U+FFFD, and towers of accents are cut.

    Raises:
        SaveFailedError: it would be larger than is read again, or hold a value that no draft may hold.
    """
    try:
        try:
            return _checked(_as_bytes(entry, serialise(entry.application).data))
        except (RefusedFileError, UnicodeEncodeError):
            mended = _mended(entry)
            return _checked(_as_bytes(mended, serialise(mended.application).data))
    except RefusedFileError as error:
        raise SaveFailedError(JOURNAL_NAME, f"den ville ikke kunne læses igen, fordi {error.reason}") from error
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
    particulars, draft = _parted(data, file)
    _check_understood(particulars, file, library)
    path = _path_of(particulars, file)
    application = parse_draft(draft, file, library, is_bounded=False).application
    return JournalEntry(
        application=application,
        written_at=particulars.written_at,
        half_typed={key: text for key, text in particulars.unfinished.items() if _is_field(application, key)},
        path=path,
        base_digest=particulars.base_digest,
        saving_digest=particulars.saving_digest,
        suggested_name=safe_file_name(particulars.suggested_name) if particulars.suggested_name else "",
        page=particulars.page,
        field=particulars.field,
        sequence=particulars.sequence,
    )


def sealed(body: bytes) -> bytes:
    """`body`, all that follows the first line, with the first line before it."""
    return f"botilbud-journal {JOURNAL_VERSION} sha256:{hashlib.sha256(body).hexdigest()}\n".encode("ascii") + body


def sequence_in_head(head: bytes) -> int:
    """The sequence number in the first `HEAD_SIZE` bytes of a journal, unverified; 0 when there is none."""
    found = _HEAD.match(head)
    return int(found[1]) if found else 0


def _as_bytes(entry: JournalEntry, draft: bytes) -> bytes:
    path, path_is_hex = _writable_path(entry.path)
    particulars = _Particulars.model_construct(  # what is written is read again before it is kept
        sequence=entry.sequence,
        written_at=entry.written_at,
        format_version=FORMAT_VERSION,
        round=entry.application.round,
        path=path,
        path_is_hex=path_is_hex,
        base_digest=entry.base_digest,
        saving_digest=entry.saving_digest,
        suggested_name=entry.suggested_name,
        page=entry.page,
        field=entry.field,
        unfinished=dict(entry.half_typed),
    )
    line = json.dumps(json_values(particulars), ensure_ascii=False, separators=(",", ":"))
    return sealed(line.encode("utf-8") + b"\n" + draft)


def _checked(data: bytes) -> bytes:
    """`data`, once it is known that it can be read again by whoever has the forms."""
    if len(data) > LARGEST_JOURNAL:
        raise SaveFailedError(JOURNAL_NAME, f"den ville fylde mere end {LARGEST_JOURNAL // 1_000_000} MB")
    particulars, draft = _parted(data, JOURNAL_NAME)
    _path_of(particulars, JOURNAL_NAME)
    convert(parse_json_object(draft, JOURNAL_NAME), Application, JOURNAL_NAME)
    return data


def _parted(data: bytes, file: str) -> tuple[_Particulars, bytes]:
    """The particulars, read and checked, and the bytes of the draft, which are whole but not yet looked at."""
    heading, _, body = data.partition(b"\n")
    version = _HEADING_OF_ANY_VERSION.match(heading)
    if version is not None and int(version[1]) > JOURNAL_VERSION:
        raise ForeignJournalError(file, "", "den er lavet med en nyere udgave af programmet")
    digest = _HEADING.fullmatch(heading)
    if digest is None or hashlib.sha256(body).hexdigest() != digest[1].decode("ascii"):
        raise RefusedFileError(file, "", _DAMAGED)
    line, _, draft = body.partition(b"\n")
    particulars = convert(parse_json_object(line, file), _Particulars, file)
    if not _FIRST_YEAR <= particulars.written_at.year <= _LAST_YEAR:
        raise RefusedFileError(file, "written_at", "tidspunktet kan ikke passe")
    return particulars, draft


def _check_understood(particulars: _Particulars, file: str, library: FormLibrary) -> None:
    """A draft of a newer program, or to a form that is not here or broken, is no damage."""
    if particulars.format_version > FORMAT_VERSION:
        raise ForeignJournalError(file, "", f"den indeholder en nyere udgave af »{FORMAT}«")
    try:
        library.round(particulars.round)
    except (KeyError, RefusedFileError):
        raise ForeignJournalError(file, "round", "programmet kender ikke ansøgningsskemaet") from None


def _writable_path(path: Path | None) -> tuple[str | None, bool]:
    """The path as text, or in hexadecimal when its name is none that can be written in UTF-8."""
    if path is None:
        return None, False
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path).hex(), True
    return str(path), False


def _path_of(particulars: _Particulars, file: str) -> Path | None:
    text = particulars.path
    if text is None:
        return None
    try:
        path = os.fsdecode(bytes.fromhex(text)) if particulars.path_is_hex else text
    except ValueError:
        raise RefusedFileError(file, "path", "stien kan ikke læses") from None
    if not path or "\x00" in path:
        raise RefusedFileError(file, "path", "stien indeholder et tegn, der ikke kan bruges")
    return Path(path)


def _is_field(application: Application, key: str) -> bool:
    """Whether `key` is the path of a single value that the application has, written as paths are written."""
    if not _FIELD_PATH.fullmatch(key):
        return False
    path = field_path(key)
    value: Any = application
    try:
        for part in path:
            value = _part_of(value, part)
    except LookupError:
        return False
    return str(path) == key and not isinstance(value, Model | tuple | dict)


def _part_of(value: Any, part: str | int) -> Any:
    """One step down; stricter than `value_at`, which also finds what Python puts into every object."""
    if isinstance(value, Model):
        if part not in field_names(value):
            raise LookupError(part)
        return getattr(value, str(part))
    if isinstance(value, dict):
        return value[part]
    if isinstance(value, tuple) and isinstance(part, int):
        return value[part]
    raise LookupError(part)


def _mended(entry: JournalEntry) -> JournalEntry:
    """The entry with each text such that a file can hold it.

    Raises:
        RefusedFileError: the draft holds a number or the like that no file may hold.
    """
    return entry._replace(
        application=convert(_mended_values(as_json_values(entry.application)), Application, JOURNAL_NAME),
        half_typed=_mended_values(dict(entry.half_typed)),
        suggested_name=_mended_text(entry.suggested_name),
        page=_mended_text(entry.page),
        field=_mended_text(entry.field),
    )


def _mended_values(value: Any) -> Any:
    if isinstance(value, dict):
        return {_mended_text(key): _mended_values(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_mended_values(item) for item in value]
    return _mended_text(value) if isinstance(value, str) else value


def _mended_text(text: str) -> str:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    try:
        check_values(whole, JOURNAL_NAME)
    except RefusedFileError:
        return sanitized(whole)
    return whole
