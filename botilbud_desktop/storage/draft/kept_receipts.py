"""Finds the receipts of earlier approvals again: each has the check code of its approval at the end of its name."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from botilbud_desktop.storage.files.path_calls import paths_in

_ENDING = ".pdf"


def receipt_name(name: str, code: str) -> str:
    """Returns the file name of a receipt; `name` is the draft's, `code` the check code of the approval."""
    return f"{name} {code}{_ENDING}"


def find_receipts(folders: Sequence[Path], codes: Iterable[str]) -> Mapping[str, Path]:
    """Returns the receipt of each of the check codes that is in one of the folders, the first folder first.

    A draft may have been renamed since, so only the end of the name counts. What is in the files is not looked at. A
    folder that cannot be read has none.
    """
    wanted = set(codes)
    found: dict[str, Path] = {}
    for folder in folders:
        try:
            paths = sorted(paths_in(folder))
        except OSError:
            continue
        for path in paths:
            code = path.stem.rpartition(" ")[2]
            if code in wanted and path.suffix.lower() == _ENDING:
                found.setdefault(code, path)
    return found
