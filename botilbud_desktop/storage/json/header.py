"""The header of a file, which is read first: its format and the version of the format."""

from typing import Any

from botilbud_desktop.storage.errors import MalformedFileError, RefusedFileError


def version_of(values: dict[str, Any], file: str, *, format_name: str, newest: int, kind: str) -> int:
    """Returns the format version of `values`, from 1 to `newest`.

    It is checked before anything else, and by exact type: `true` and `1.0` equal 1 in Python and are still refused.

    Args:
        values: the file's object.
        file: its name, for the message.
        format_name: the required value of `format`.
        newest: the newest version that this program knows.
        kind: what the file should be, in Danish with its article, such as `en kladde`.

    Raises:
        RefusedFileError: another format, or a version that is not a whole number, below 1 or newer.
    """
    if values.get("format") != format_name or type(values.get("format")) is not str:
        raise RefusedFileError(file, "format", f"den er ikke {kind}, for her skal stå »{format_name}«")
    version = values.get("format_version")
    if type(version) is int and 1 <= version <= newest:
        return version
    from botilbud_desktop.storage.json.expectations import found  # only for files that are refused

    if type(version) is not int:
        given = f"men der står {found(version)}" if "format_version" in values else "men feltet mangler"
        raise MalformedFileError(file, "format_version", f"der skal stå et helt tal, {given}")
    if version > newest:
        raise RefusedFileError(
            file,
            "format_version",
            "den er lavet med en nyere version af programmet, som it-afdelingen skal installere",
        )
    raise MalformedFileError(file, "format_version", f"versionen skal være mindst 1, men der står {found(version)}")
