"""The text size in the full window for long texts, kept between starts."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state
from botilbud_desktop.storage.paths import OwnFile

_FILE = OwnFile.WRITING
SMALLEST, LARGEST = 60, 300
"""The range of the size, in per cent of the program's text size."""
USUAL = 100


class _Writing(StateFile):
    zoom: Annotated[int, Field(ge=SMALLEST, le=LARGEST)] = USUAL


def read_zoom(state_folder: Path) -> int:
    """Returns the size in per cent; 100 when none is kept or the kept one is invalid."""
    return read_state(state_folder / _FILE, _Writing, _Writing()).zoom


def write_zoom(state_folder: Path, zoom: int) -> None:
    """Write the size, in per cent from `SMALLEST` to `LARGEST`.

    Raises:
        SaveFailedError: it could not be written.
    """
    write_state(state_folder / _FILE, _Writing(zoom=zoom))
