"""The window's position and size, remembered on this computer between starts."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state

_Coordinate = Annotated[int, Field(ge=-100_000, le=100_000)]
_Length = Annotated[int, Field(ge=1, le=100_000)]


class WindowGeometry(StateFile):
    """The window's position and size when neither maximised nor minimised, in device-independent pixels."""

    left: _Coordinate
    top: _Coordinate
    width: _Length
    height: _Length
    is_maximised: bool = False


class _Kept(StateFile):
    window: WindowGeometry | None = None


def read_window_geometry(path: Path) -> WindowGeometry | None:
    """Returns the geometry in the file at `path`; None when there is none or it is invalid."""
    return read_state(path, _Kept, _Kept()).window


def write_window_geometry(path: Path, geometry: WindowGeometry) -> None:
    """Write the geometry to the file at `path`.

    Raises:
        SaveFailedError: it could not be written.
    """
    write_state(path, _Kept(window=geometry))
