"""The lineage in a draft file: read, proven by the digest of the file's content, and written."""

from collections.abc import Mapping
from typing import Any

from botilbud_desktop.domain.canonical import digest_of_values
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.domain.model import Model, json_values
from botilbud_desktop.domain.notes.added_keys import ADDED_TO_APPLICATION
from botilbud_desktop.storage.json.typed_values import convert

KEY = "lineage"
FIRST_VERSION = 2
"""The version of the format that added the key."""


class LineagePart(Model):
    """The part of the file that holds the lineage, so that a refusal names the place in the file."""

    lineage: Lineage | None = None


def proven_lineage(values: Mapping[str, Any], file: str) -> Lineage | None:
    """Returns the lineage in a file's values; None when there is none, or when the content has been changed since.

    Args:
        values: the file's object as it was read; that of version 1 has no such key.
        file: its name, for the message.

    Raises:
        RefusedFileError: it is not a lineage.
    """
    lineage = convert({KEY: values.get(KEY)}, LineagePart, file).lineage
    return lineage if lineage is not None and lineage.digest == content_digest(values) else None


def content_digest(values: Mapping[str, Any]) -> str:
    """Returns the digest of a file's content, which a lineage proves: of all but the lineage."""
    return digest_of_values(without_lineage(values))


def without_lineage(values: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the values of a file without its lineage."""
    return {key: value for key, value in values.items() if key != KEY}


def with_lineage(values: Mapping[str, Any], lineage: Lineage | None) -> dict[str, Any]:
    """Returns the values of a file with the lineage in its place: first of the keys that version 2 added."""
    stored = {KEY: None if lineage is None else json_values(lineage)}
    before = {key: value for key, value in values.items() if key not in ADDED_TO_APPLICATION}
    return before | stored | {key: value for key, value in values.items() if key in ADDED_TO_APPLICATION}
