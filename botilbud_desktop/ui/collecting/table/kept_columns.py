"""Keeps how the user has put the columns, from one start of the program to the next."""

from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.path_calls import exists
from botilbud_desktop.ui.collecting.table.column_layout import ColumnLayout


def kept_columns(path: Path) -> ColumnLayout:
    """Returns what is in the file at `path`; all columns in their own order without one."""
    if not exists(path):
        return ColumnLayout()
    from botilbud_desktop.storage.user.collection_columns import read_collection_columns

    columns = read_collection_columns(path)
    return ColumnLayout(columns.order, frozenset(columns.hidden))


def keep_columns(path: Path, layout: ColumnLayout) -> None:
    """Write how the columns stand to the file at `path`; a failure to write is ignored."""
    from botilbud_desktop.storage.user.collection_columns import CollectionColumns, write_collection_columns

    with suppress(SaveFailedError):
        write_collection_columns(path, CollectionColumns(order=layout.order, hidden=tuple(sorted(layout.hidden))))
