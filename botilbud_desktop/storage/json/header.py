"""The first thing read of a file: which format it has, and which version of it."""

from typing import Any

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.json.expectations import found


def version_of(values: dict[str, Any], file: str, *, format_name: str, newest: int, kind: str) -> int:
    """The format version of `values`, from 1 to `newest`.

    Looked at before anything else, and by exact type: `true` and `1.0` are equal to 1 in Python and still refused.

    Args:
        values: the file's object.
        file: its name, for the message.
        format_name: what `format` must say.
        newest: the newest version that this program knows.
        kind: what the file should be, in Danish with its article, such as `en kladde`.

    Raises:
        RefusedFileError: another format, no whole number, or a newer version.
    """
    if values.get("format") != format_name or type(values.get("format")) is not str:
        raise RefusedFileError(file, "format", f"den er ikke {kind}, for her skal stå »{format_name}«")
    version = values.get("format_version")
    if type(version) is not int:
        given = f"men der står {found(version)}" if "format_version" in values else "men feltet mangler"
        raise RefusedFileError(file, "format_version", f"der skal stå et helt tal, {given}")
    if version > newest:
        raise RefusedFileError(
            file, "format_version", "den er lavet med en nyere udgave af programmet, så du skal opdatere programmet"
        )
    if version < 1:
        raise RefusedFileError(file, "format_version", f"versionen skal være mindst 1, men der står {found(version)}")
    return version
