"""The list `bilag.json` in the folder of a draft's attachments. Anybody may have written it."""

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from botilbud_desktop.domain.application import FingerprintText, Uuid
from botilbud_desktop.domain.attachments.attachment import AttachmentKind
from botilbud_desktop.domain.model import Model, json_values
from botilbud_desktop.domain.values.whole_number import OnlyInt
from botilbud_desktop.storage.attachments.attachment_name import is_attachment_name
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.os_errors import reading_problem
from botilbud_desktop.storage.files.path_calls import is_not_there
from botilbud_desktop.storage.files.safe_open import read_plain
from botilbud_desktop.storage.json.header import version_of
from botilbud_desktop.storage.json.strict_json import parse_json_object
from botilbud_desktop.storage.json.typed_values import convert

LIST_NAME = "bilag.json"
MOST_ATTACHMENTS = 100
"""Maximum entries of a list. A draft has a handful."""

_FORMAT: Literal["botilbud-attachments"] = "botilbud-attachments"
_VERSION: Literal[1] = 1
_LARGEST_LIST = 200_000


class Entry(Model):
    """One attached file."""

    draft_id: Uuid
    project_id: Uuid | None = Field(description="The id of its project; null when it is for the whole application.")
    kind: AttachmentKind
    file_name: str
    digest: FingerprintText = Field(description="SHA-256 of the file as it was attached.")

    @field_validator("file_name")
    @classmethod
    def _is_name_of_an_attachment(cls, name: str) -> str:
        if not is_attachment_name(name):
            raise PydanticCustomError("attachment_name", "no plain name of a PDF")
        return name


class AttachmentList(Model):
    """The whole list, in the order in which the files were attached."""

    format: Literal["botilbud-attachments"] = _FORMAT
    format_version: Annotated[Literal[1], OnlyInt] = _VERSION
    entries: Annotated[tuple[Entry, ...], Field(max_length=MOST_ATTACHMENTS)] = ()


def empty_list() -> AttachmentList:
    """Returns a list without entries. It is made when it is needed: a model takes a millisecond to build."""
    return AttachmentList()


def read_list(folder: Path) -> AttachmentList:
    """Returns the list in the folder; an empty one when there is none.

    Raises:
        RefusedFileError: it cannot be read, or is no such list.
    """
    try:
        data = read_plain(folder / LIST_NAME, _LARGEST_LIST)
    except OSError as error:
        if is_not_there(error):
            return empty_list()
        raise RefusedFileError(LIST_NAME, "", reading_problem(error)) from error
    if len(data) > _LARGEST_LIST:
        raise RefusedFileError(LIST_NAME, "", f"den er større end {_LARGEST_LIST // 1_000} KB")
    values = parse_json_object(data, LIST_NAME)
    version_of(values, LIST_NAME, format_name=_FORMAT, newest=_VERSION, kind="en liste over bilag")
    return convert(values, AttachmentList, LIST_NAME)


def list_bytes(attachments: AttachmentList) -> bytes:
    """Returns the bytes of the list: the same for the same entries."""
    return (json.dumps(json_values(attachments), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
