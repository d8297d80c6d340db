"""The size of the text in the full window, kept between starts."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state

_FILE = "writing.json"
SMALLEST, LARGEST = 60, 300
"""The range of the size, in per cent of the program's text."""


class _Writing(StateFile):
    zoom: Annotated[int, Field(ge=SMALLEST, le=LARGEST)] = 100


def read_zoom(state_folder: Path) -> int:
    """The size in per cent; 100 when none is kept or what is kept is broken."""
    return read_state(state_folder / _FILE, _Writing, _Writing()).zoom


def write_zoom(state_folder: Path, zoom: int) -> None:
    """Keep the size, in per cent from `SMALLEST` to `LARGEST`.

    Raises:
        SaveFailedError: it could not be written.
    """
    write_state(state_folder / _FILE, _Writing(zoom=zoom))
