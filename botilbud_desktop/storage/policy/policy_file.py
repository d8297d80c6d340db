"""The IT department's file on systems without the registry of Windows: a JSON object of policies by their names."""

from collections.abc import Sequence
from pathlib import Path

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.path_calls import is_missing
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.json.strict_json import parse_json_object
from botilbud_desktop.storage.policy.judging import Found

LARGEST = 100_000
"""Maximum bytes of the file."""


def found_in_files(paths: Sequence[Path]) -> tuple[Found, ...]:
    """Returns what the first file that is there holds; nothing when there is none. It is never changed or renamed."""
    for path in paths:
        if is_missing(path):
            continue
        try:
            return (parse_json_object(read_bytes(path, LARGEST), path.name),)
        except RefusedFileError:
            return (None,)
    return ()
