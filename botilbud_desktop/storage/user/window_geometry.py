"""Where the window was and how large, remembered on this computer from one start to the next."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state

_Coordinate = Annotated[int, Field(ge=-100_000, le=100_000)]
_Length = Annotated[int, Field(ge=1, le=100_000)]


class WindowGeometry(StateFile):
    """The window's place when it is neither maximised nor minimised, in device-independent pixels."""

    left: _Coordinate
    top: _Coordinate
    width: _Length
    height: _Length
    is_maximised: bool = False


class _Kept(StateFile):
    window: WindowGeometry | None = None


def read_window_geometry(path: Path) -> WindowGeometry | None:
    """The place that the file at `path` tells; None when there is none, or none that makes sense."""
    return read_state(path, _Kept, _Kept()).window


def write_window_geometry(path: Path, place: WindowGeometry) -> None:
    """Remember the place in the file at `path`.

    Raises:
        SaveFailedError: it could not be written.
    """
    write_state(path, _Kept(window=place))
