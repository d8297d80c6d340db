"""How the user has put the columns of collected drafts, remembered on this computer."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state

_Names = Annotated[tuple[Annotated[str, Field(max_length=60)], ...], Field(max_length=200)]


class CollectionColumns(StateFile):
    """The names of columns; those of rounds that are not shown now, too."""

    order: _Names = ()
    """From the left."""
    hidden: _Names = ()


def read_collection_columns(path: Path) -> CollectionColumns:
    """Returns what is in the file at `path`; nothing is moved or hidden when there is none, or it is invalid."""
    return read_state(path, CollectionColumns, CollectionColumns())


def write_collection_columns(path: Path, columns: CollectionColumns) -> None:
    """Write the columns to the file at `path`.

    Raises:
        SaveFailedError: they could not be written.
    """
    write_state(path, columns)
