"""Writes a document that is made from a draft: never over a draft."""

from collections.abc import Callable
from pathlib import Path

from botilbud_desktop.storage.draft.draft_file import EXTENSION
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.atomic_write import Replacing, write_atomically
from botilbud_desktop.storage.files.path_calls import is_same_existing, real_or_absolute

_IS_DRAFT = "det er navnet på en kladde, så vælg et andet navn"


def write_document(path: Path, draft: Path | None, make: Callable[[], bytes], replacing: Replacing) -> None:
    """Write what `make` returns, unless `path` is that of a draft; links are followed.

    Args:
        path: the file.
        draft: the draft that the document is of, if it has a file.
        make: makes the content.
        replacing: is asked before an old file is replaced.

    Raises:
        SaveFailedError: it is a draft's file, or cannot be written.
    """
    names = (path.name, real_or_absolute(path).name)
    if any(name.lower().endswith(EXTENSION) for name in names) or (draft is not None and is_same_existing(path, draft)):
        raise SaveFailedError(path.name, _IS_DRAFT)
    write_atomically(path, make(), before_replace=replacing.allow)
