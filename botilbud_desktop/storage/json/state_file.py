"""The program's own small JSON files: read tolerantly, since losing one must never stop the program."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Never

from pydantic import ConfigDict

from botilbud_desktop.domain.model import Model, json_values
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import exists
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.files.read_bytes import read_bytes

SET_ASIDE = ".broken"
"""Appended to the name of a file that could not be read; only the newest such file is kept."""


class StateFile(Model):
    """The content of such a file. Keys of a newer program are ignored."""

    model_config = ConfigDict(extra="ignore")


def read_state[Content: StateFile](path: Path, kind: type[Content], default: Content) -> Content:
    """Returns the content of the file at `path`, or `default` if it is missing or broken. A broken one is set aside."""
    return _read(path, kind.model_validate_json, default)


def read_values(path: Path) -> dict[str, Any]:
    """Returns the object in the file at `path`; empty if it is missing or broken. A broken file is set aside."""
    return _read(path, _object, {})


def _object(data: bytes) -> dict[str, Any]:
    values = json.loads(data.decode("utf-8"), parse_constant=_refuse_constant)
    if not isinstance(values, dict):
        raise ValueError("no object")
    return values


def _refuse_constant(_name: str) -> Never:
    raise ValueError("no number")


def _read[Content](path: Path, parse: Callable[[bytes], Content], default: Content) -> Content:
    try:
        if not exists(path):
            return default
        return parse(read_bytes(path))
    except RefusedFileError:
        return default
    except (ValueError, RecursionError, OSError):  # pydantic's ValidationError is a ValueError
        with suppress(OSError):
            set_aside(path)
        return default


def set_aside(path: Path) -> None:
    """Give a file another name, so that it is read no more; the one set aside before is replaced.

    Raises:
        OSError: it still has its name.
    """
    path.replace(path.with_name(path.name + SET_ASIDE))


def write_state(path: Path, content: StateFile) -> None:
    """Write the file at `path`; a missing folder is created, accessible to its owner only.

    Raises:
        SaveFailedError: it could not be written, or a text contains a lone surrogate, which no file can hold.
    """
    write_state_bytes(path, state_bytes(path, content))


def state_bytes(path: Path, content: StateFile) -> bytes:
    """Returns what is written to the file at `path`.

    Raises:
        SaveFailedError: a text contains a lone surrogate, which no file can hold.
    """
    try:
        return (json.dumps(json_values(content), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    except UnicodeEncodeError as error:
        raise SaveFailedError(path.name, "en tekst indeholder et tegn, der ikke kan gemmes") from error


def write_state_bytes(path: Path, data: bytes) -> None:
    """Write what `state_bytes` has returned; the rest is as for `write_state`.

    Raises:
        SaveFailedError: it could not be written.
    """
    try:
        make_private_folder(path.parent)
    except OSError as error:
        raise SaveFailedError(path.name, saving_problem(error)) from error
    write_atomically(path, data, is_private=True)
